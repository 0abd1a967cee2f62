// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"

#include <QCoreApplication>

#include <array>

namespace pd::models {

namespace {

/// Gives the words a context of their own.
struct Format {
    Q_DECLARE_TR_FUNCTIONS(pd::models::Format)
};

constexpr qint64 Minute = 60;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;

/// `%n` of `tr` is an int; a count beyond that is no count of rows.
int plural(qint64 count)
{
    return static_cast<int>(std::clamp<qint64>(count, 0, std::numeric_limits<int>::max()));
}

bool isHex(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isDigit() || (c >= u'a' && c <= u'f'); });
}

} // namespace

QString relativeTime(const QDateTime &then, const QDateTime &now)
{
    if (!then.isValid() || !now.isValid())
        return {};
    const qint64 seconds = then.secsTo(now);
    if (seconds < -Minute)
        return QLocale().toString(then.toLocalTime().date(), QLocale::ShortFormat);
    if (seconds < Minute)
        return Format::tr("just now");
    if (seconds < Hour)
        return Format::tr("%n min ago", "minutes", plural(seconds / Minute));
    if (seconds < Day)
        return Format::tr("%n h ago", "hours", plural(seconds / Hour));
    const qint64 days = seconds / Day;
    if (days < 14)
        return Format::tr("%n d ago", "days", plural(days));
    if (days < 61)
        return Format::tr("%n wk ago", "weeks", plural(days / 7));
    if (days < 365)
        return Format::tr("%n mo ago", "months", plural(std::min<qint64>(days * 12 / 365, 11)));
    return Format::tr("%n y ago", "years", plural(days / 365));
}

QString absoluteTime(const QDateTime &then, const QLocale &locale)
{
    if (!then.isValid())
        return {};
    const QDateTime local = then.toLocalTime();
    return Format::tr("%1, %2", "date, time")
        .arg(locale.toString(local.date(), QLocale::LongFormat), locale.toString(local.time(), QStringLiteral("HH:mm:ss")));
}

QString sizeText(qint64 bytes, const QLocale &locale)
{
    if (bytes < 0)
        return {};
    qint64 unit = 1;
    while (bytes / unit >= 1024 && unit <= std::numeric_limits<qint64>::max() / 1024)
        unit *= 1024;
    double value = static_cast<double>(bytes) / static_cast<double>(unit);
    // 1023.7 KiB would be rounded to 1,024 KiB.
    if (unit > 1 && value >= 1023.5) {
        bytes = unit * 1024;
        value = 1;
    }
    // 99.96 with one digit is 100.0.
    const int digits = value >= 99.95 ? 0 : 1;
    return locale.formattedDataSize(bytes, digits, QLocale::DataSizeIecFormat);
}

QString shortDigest(QStringView digest)
{
    const qsizetype colon = digest.indexOf(u':');
    return digest.sliced(colon + 1).left(12).toString();
}

QString shortRevision(QStringView revision)
{
    constexpr QStringView Dirty = u"-dirty";
    const bool dirty = revision.endsWith(Dirty);
    const QStringView hash = dirty ? revision.chopped(Dirty.size()) : revision;
    if ((hash.size() != 40 && hash.size() != 64) || !isHex(hash))
        return revision.toString();
    QString text = hash.left(7).toString();
    if (dirty)
        text += Dirty;
    return text;
}

QString numberText(qint64 number, const QLocale &locale)
{
    return locale.toString(number);
}

QString imagesText(qint64 count)
{
    return Format::tr("%Ln images", nullptr, plural(count));
}

QString tagsText(qint64 count)
{
    return Format::tr("%Ln tags", nullptr, plural(count));
}

QString versionsText(qint64 count)
{
    return Format::tr("%Ln versions", nullptr, plural(count));
}

QString packagesText(qint64 count)
{
    return Format::tr("%Ln packages", nullptr, plural(count));
}

QString itemsText(qint64 count)
{
    return Format::tr("%Ln items", nullptr, plural(count));
}

QString moreText(qint64 count)
{
    return Format::tr("%Ln more…", nullptr, plural(count));
}

QString tagsOnVersionsText(qint64 tags, qint64 versions)
{
    return Format::tr("%1 on %2", "31 tags on 27 versions").arg(tagsText(tags), versionsText(versions));
}

QString toolTip(const QString &text)
{
    constexpr qsizetype Longest = 2000;
    QString shown = text.size() > Longest ? QString(text.first(Longest) + QChar(u'…')) : text;
    // A view guesses by what looks like a tag; then everything must be mark-up, made by us.
    if (shown.contains(u'<') || shown.contains(u'&'))
        return QString(QLatin1StringView("<p style='white-space:pre-wrap'>") + shown.toHtmlEscaped() + QLatin1StringView("</p>"));
    return shown;
}

} // namespace pd::models
