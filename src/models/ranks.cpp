// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranks.h"

#include "oci/semver.h"

#include <QCollator>

#include <array>
#include <optional>
#include <unordered_map>

namespace pd::models {

namespace {

/// A tag as something to sort: `parts` numbers are given, so that `2` stands before `2.0` and `2.0` before `2.0.0`.
struct TagOrder {
    enum class Kind { Name, Version, Latest };
    Kind kind = Kind::Name;
    int parts = 0;
    oci::SemVer version; ///< What is not given is 0.
};

TagOrder orderOf(const QString &tag)
{
    if (tag == QLatin1StringView("latest"))
        return {TagOrder::Kind::Latest, 0, {}};
    const qsizetype end = std::ranges::find_if(tag, [](QChar c) { return c == u'-' || c == u'+'; }) - tag.begin();
    const auto parts = static_cast<int>(QStringView(tag).first(end).count(u'.')) + 1;
    if (parts > 3)
        return {};
    QString whole = tag.first(end);
    for (int given = parts; given < 3; ++given)
        whole += QLatin1StringView(".0");
    whole += QStringView(tag).sliced(end);
    const auto version = oci::SemVer::parse(whole);
    if (!version)
        return {};
    return {TagOrder::Kind::Version, parts, *version};
}

bool versionLess(const TagOrder &a, const TagOrder &b)
{
    if (a.kind != b.kind)
        return a.kind < b.kind;
    const std::array x{a.version.major, a.version.minor, a.version.patch};
    const std::array y{b.version.major, b.version.minor, b.version.patch};
    for (size_t i = 0; i < x.size(); ++i) {
        const bool hasX = a.parts > static_cast<int>(i);
        const bool hasY = b.parts > static_cast<int>(i);
        if (hasX != hasY)
            return hasY;
        if (x[i] != y[i])
            return x[i] < y[i];
    }
    return a.version < b.version;
}

QCollator nameCollator()
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

} // namespace

Ranks rankTexts(const QList<QString> &texts, const std::stop_token &stop)
{
    // Names repeat (a repository has many tags): each is asked of the collator once.
    const QCollator collator = nameCollator();
    std::vector<QCollatorSortKey> keys;
    std::vector<int> keyOf(static_cast<size_t>(texts.size()), -1);
    std::unordered_map<QString, int> seen;
    for (qsizetype row = 0; row < texts.size(); ++row) {
        if ((row & 0x3ff) == 0 && stop.stop_requested())
            return {};
        const QString &text = texts[row];
        if (text.isEmpty())
            continue;
        const auto [known, isNew] = seen.try_emplace(text, static_cast<int>(keys.size()));
        if (isNew)
            keys.push_back(collator.sortKey(text));
        keyOf[static_cast<size_t>(row)] = known->second;
    }
    const auto unique = rankBy(
        static_cast<int>(keys.size()), [&](int a, int b) { return keys[static_cast<size_t>(a)].compare(keys[static_cast<size_t>(b)]) < 0; },
        [](int) { return false; }, stop);
    if (unique.size() != keys.size())
        return {};
    Ranks ranks(keyOf.size(), NoRank);
    for (size_t row = 0; row < keyOf.size(); ++row) {
        if (keyOf[row] >= 0)
            ranks[row] = unique[static_cast<size_t>(keyOf[row])];
    }
    return ranks;
}

Ranks rankTags(const QList<QString> &tags, const std::stop_token &stop)
{
    const Ranks names = rankTexts(tags, stop);
    if (names.size() != static_cast<size_t>(tags.size()))
        return {};
    std::vector<TagOrder> orders;
    orders.reserve(names.size());
    for (const QString &tag : tags)
        orders.push_back(orderOf(tag));
    const auto less = [&](int a, int b) {
        const TagOrder &x = orders[static_cast<size_t>(a)];
        const TagOrder &y = orders[static_cast<size_t>(b)];
        if (versionLess(x, y))
            return true;
        if (versionLess(y, x))
            return false;
        return names[static_cast<size_t>(a)] < names[static_cast<size_t>(b)];
    };
    return rankBy(static_cast<int>(tags.size()), less, [&](int row) { return tags[row].isEmpty(); }, stop);
}

} // namespace pd::models
