// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <compare>
#include <optional>

namespace pd::oci {

/// A version as tags carry them (Semantic Versioning 2.0.0), with or without a leading `v`. A value.
struct SemVer {
    bool leadingV = false; ///< Kept by `next…`; no part of the order.
    quint32 major = 0;
    quint32 minor = 0;
    quint32 patch = 0;
    QString preRelease; ///< Without its `-`; empty for a release.
    QString build; ///< Without its `+`; no part of the order. (A tag cannot hold one.)

    /// Strict: three numbers without leading zeros. Nothing for anything else ("1.0", "latest", "01.2.3").
    [[nodiscard]] static std::optional<SemVer> parse(QStringView text);
    /// The highest *release* among `tags`; with none, the highest pre-release; nothing where no tag is a version.
    [[nodiscard]] static std::optional<SemVer> highest(const QStringList &tags);

    [[nodiscard]] QString toString() const;
    /// After a pre-release the next patch is its release (1.2.0-rc.1 → 1.2.0).
    [[nodiscard]] SemVer nextPatch() const;
    [[nodiscard]] SemVer nextMinor() const;
    [[nodiscard]] SemVer nextMajor() const;

    /// Precedence (section 11): build metadata and the leading `v` do not count, so that "equal" is not "the same text".
    friend std::weak_ordering operator<=>(const SemVer &a, const SemVer &b) { return compare(a, b); }
    friend bool operator==(const SemVer &a, const SemVer &b) { return compare(a, b) == 0; }

private:
    static std::weak_ordering compare(const SemVer &a, const SemVer &b);
};

} // namespace pd::oci
