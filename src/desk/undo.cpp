// SPDX-License-Identifier: GPL-3.0-or-later
#include "undo.h"

#include "oci/digest.h"

#include <QStringList>

namespace pd::desk {

namespace {

const QLatin1StringView Store("store:");
const QLatin1StringView Remote("remote:");
const QLatin1StringView Tags("tags:");
const QLatin1StringView GitHub("github:");

QString joined(const QList<qint64> &ids)
{
    QStringList words;
    for (const qint64 id : ids)
        words.append(QString::number(id));
    return words.join(QLatin1Char(','));
}

std::optional<QList<qint64>> numbers(const QString &text)
{
    QList<qint64> ids;
    for (const QString &word : text.split(QLatin1Char(','))) {
        bool isNumber = false;
        ids.append(word.toLongLong(&isNumber));
        if (!isNumber)
            return std::nullopt;
    }
    return ids;
}

QString toText(const StoreUndo &undo)
{
    return Store + undo.entry;
}

QString toText(const ManifestsUndo &undo)
{
    return Remote + joined(undo.ids);
}

QString toText(const TagsUndo &undo)
{
    QStringList words{undo.repository, undo.now};
    for (const MovedTag &tag : undo.moved)
        words.append(tag.tag + QLatin1Char('=') + tag.from);
    return Tags + words.join(QLatin1Char(' '));
}

QString toText(const GitHubUndo &undo)
{
    QString text = GitHub + undo.host + QLatin1Char('/') + undo.repository;
    if (!undo.ids.isEmpty())
        text += QLatin1Char('@') + joined(undo.ids);
    return text;
}

std::optional<Undo::Step> readTags(const QString &rest)
{
    const QStringList words = rest.split(QLatin1Char(' '));
    if (words.size() < 3 || words.at(0).isEmpty() || !oci::Digest::parse(words.at(1)))
        return std::nullopt;
    TagsUndo tags{words.at(0), words.at(1), {}};
    for (const QString &word : words.sliced(2)) {
        const MovedTag moved{word.section(QLatin1Char('='), 0, 0), word.section(QLatin1Char('='), 1)};
        if (moved.tag.isEmpty() || !oci::Digest::parse(moved.from))
            return std::nullopt;
        tags.moved.append(moved);
    }
    return tags;
}

std::optional<Undo::Step> readGitHub(const QString &rest)
{
    const QString name = rest.section(QLatin1Char('@'), 0, 0);
    GitHubUndo undo{name.section(QLatin1Char('/'), 0, 0), name.section(QLatin1Char('/'), 1), {}};
    if (undo.host.isEmpty() || undo.repository.isEmpty())
        return std::nullopt;
    if (rest.contains(QLatin1Char('@'))) {
        const auto ids = numbers(rest.section(QLatin1Char('@'), 1));
        if (!ids)
            return std::nullopt;
        undo.ids = *ids;
    }
    return undo;
}

std::optional<Undo::Step> readStep(const QString &line)
{
    if (line.startsWith(Store) && line.size() > Store.size())
        return StoreUndo{line.sliced(Store.size())};
    if (line.startsWith(Remote)) {
        const auto ids = numbers(line.sliced(Remote.size()));
        return ids ? std::optional<Undo::Step>(ManifestsUndo{*ids}) : std::nullopt;
    }
    if (line.startsWith(Tags))
        return readTags(line.sliced(Tags.size()));
    if (line.startsWith(GitHub))
        return readGitHub(line.sliced(GitHub.size()));
    return std::nullopt;
}

} // namespace

QString Undo::toString() const
{
    QStringList lines;
    for (const Step &step : steps)
        lines.append(std::visit([](const auto &each) { return toText(each); }, step));
    return lines.join(QLatin1Char('\n'));
}

std::optional<Undo> Undo::parse(const QString &text)
{
    Undo undo;
    if (text.isEmpty())
        return undo;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        const auto step = readStep(line);
        if (!step)
            return std::nullopt;
        undo.steps.append(*step);
    }
    return undo;
}

} // namespace pd::desk
