// SPDX-License-Identifier: GPL-3.0-or-later
#include "semver.h"

namespace pd::oci {

namespace {

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

std::optional<quint32> number(QStringView text)
{
    if (!isDigits(text) || text.size() > 9 || (text.size() > 1 && text.front() == QLatin1Char('0')))
        return std::nullopt;
    return text.toUInt();
}

bool areIdentifiers(QStringView text, bool leadingZeros)
{
    for (const QStringView part : text.split(QLatin1Char('.'))) {
        const bool legal = !part.isEmpty() && std::ranges::all_of(part, [](QChar c) {
            const char16_t u = c.unicode();
            return (u >= u'0' && u <= u'9') || (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || u == u'-';
        });
        if (!legal || (!leadingZeros && isDigits(part) && part.size() > 1 && part.front() == QLatin1Char('0')))
            return false;
    }
    return true;
}

std::weak_ordering compareIdentifier(QStringView a, QStringView b)
{
    const bool numericA = isDigits(a);
    const bool numericB = isDigits(b);
    if (numericA != numericB)
        return numericA ? std::weak_ordering::less : std::weak_ordering::greater;
    if (numericA && a.size() != b.size())
        return a.size() <=> b.size();
    return a.compare(b) <=> 0;
}

std::weak_ordering comparePreRelease(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() <=> b.isEmpty(); // a release comes after its pre-releases
    const auto partsA = QStringView(a).split(QLatin1Char('.'));
    const auto partsB = QStringView(b).split(QLatin1Char('.'));
    for (qsizetype i = 0; i < qMin(partsA.size(), partsB.size()); ++i) {
        if (const auto order = compareIdentifier(partsA.at(i), partsB.at(i)); order != 0)
            return order;
    }
    return partsA.size() <=> partsB.size();
}

} // namespace

std::optional<SemVer> SemVer::parse(QStringView text)
{
    SemVer version;
    if (text.size() > 128)
        return std::nullopt;
    if (text.startsWith(QLatin1Char('v'))) {
        version.leadingV = true;
        text = text.sliced(1);
    }
    if (const qsizetype plus = text.indexOf(QLatin1Char('+')); plus >= 0) {
        version.build = text.sliced(plus + 1).toString();
        if (!areIdentifiers(version.build, true))
            return std::nullopt;
        text = text.first(plus);
    }
    if (const qsizetype dash = text.indexOf(QLatin1Char('-')); dash >= 0) {
        version.preRelease = text.sliced(dash + 1).toString();
        if (!areIdentifiers(version.preRelease, false))
            return std::nullopt;
        text = text.first(dash);
    }
    const auto parts = text.split(QLatin1Char('.'));
    if (parts.size() != 3)
        return std::nullopt;
    const auto first = number(parts.at(0));
    const auto second = number(parts.at(1));
    const auto third = number(parts.at(2));
    if (!first || !second || !third)
        return std::nullopt;
    version.major = *first;
    version.minor = *second;
    version.patch = *third;
    return version;
}

std::optional<SemVer> SemVer::highest(const QStringList &tags)
{
    std::optional<SemVer> best;
    for (const QString &tag : tags) {
        const std::optional<SemVer> version = parse(tag);
        if (!version)
            continue;
        const bool release = version->preRelease.isEmpty();
        if (!best || release > best->preRelease.isEmpty() || (release == best->preRelease.isEmpty() && *version > *best))
            best = version;
    }
    return best;
}

QString SemVer::toString() const
{
    QString text = QStringLiteral("%1%2.%3.%4").arg(leadingV ? QStringLiteral("v") : QString()).arg(major).arg(minor).arg(patch);
    if (!preRelease.isEmpty())
        text += QLatin1Char('-') + preRelease;
    if (!build.isEmpty())
        text += QLatin1Char('+') + build;
    return text;
}

SemVer SemVer::nextPatch() const
{
    return {leadingV, major, minor, preRelease.isEmpty() ? patch + 1 : patch, {}, {}};
}

SemVer SemVer::nextMinor() const
{
    return {leadingV, major, !preRelease.isEmpty() && patch == 0 ? minor : minor + 1, 0, {}, {}};
}

SemVer SemVer::nextMajor() const
{
    return {leadingV, !preRelease.isEmpty() && patch == 0 && minor == 0 ? major : major + 1, 0, 0, {}, {}};
}

std::weak_ordering SemVer::compare(const SemVer &a, const SemVer &b)
{
    if (a.major != b.major)
        return a.major <=> b.major;
    if (a.minor != b.minor)
        return a.minor <=> b.minor;
    if (a.patch != b.patch)
        return a.patch <=> b.patch;
    return comparePreRelease(a.preRelease, b.preRelease);
}

} // namespace pd::oci
