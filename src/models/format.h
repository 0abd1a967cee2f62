// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

/// The words for numbers, times and digests that every view shows alike. Any thread, as long as no translator is being changed.
namespace pd::models {

/// "just now", "4 min ago", "2 h ago", "12 d ago", "7 wk ago", "11 mo ago", "2 y ago"; whole units, rounded down. What lies more than a
/// minute ahead (clocks differ) is its date. Empty for an invalid time.
[[nodiscard]] QString relativeTime(const QDateTime &then, const QDateTime &now);

/// Day and time to the second in the system's time zone, as the locale writes them; empty for an invalid time.
[[nodiscard]] QString absoluteTime(const QDateTime &then, const QLocale &locale = QLocale());

/// "17.6 KiB", "198 MiB", "512 bytes": binary units, one digit after the point below 100. Empty below 0, which means unknown.
[[nodiscard]] QString sizeText(qint64 bytes, const QLocale &locale = QLocale());

/// The first 12 characters of the digest's hex part; a text that is no digest comes back as it is, cut at 12.
[[nodiscard]] QString shortDigest(QStringView digest);

/// A revision as it stands in a column: a git hash cut to 7 characters (a `-dirty` end kept), anything else whole.
[[nodiscard]] QString shortRevision(QStringView revision);

/// Grouped by the locale: "100,000".
[[nodiscard]] QString numberText(qint64 number, const QLocale &locale = QLocale());

[[nodiscard]] QString imagesText(qint64 count); ///< "4 images"
[[nodiscard]] QString tagsText(qint64 count); ///< "31 tags"
[[nodiscard]] QString versionsText(qint64 count); ///< "27 versions"
[[nodiscard]] QString packagesText(qint64 count); ///< "37 packages"
[[nodiscard]] QString itemsText(qint64 count); ///< "2 items"
[[nodiscard]] QString moreText(qint64 count); ///< "30 more…"

/// "31 tags on 27 versions": the two counts are never mixed up.
[[nodiscard]] QString tagsOnVersionsText(qint64 tags, qint64 versions);

/// A text from outside as a tool tip that no view takes for mark-up, cut at 2,000 characters.
[[nodiscard]] QString toolTip(const QString &text);

} // namespace pd::models
