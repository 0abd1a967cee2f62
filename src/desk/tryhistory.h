// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QStringList>

namespace pd::desk {

/// The queries that were run, by what they were asked of (`host/repository`, or a folder), newest first. A value; kept in a file of the state
/// folder that only the user can read. Inputs are not kept: they may hold what nobody wants on a disk.
class TryHistory {
public:
    static constexpr qsizetype MaxQueries = 100; ///< Of one image.
    static constexpr qsizetype MaxImages = 50;
    static constexpr qsizetype MaxLength = 4'000; ///< Characters; a longer query is not kept.

    [[nodiscard]] QStringList of(const QString &image) const;
    /// An earlier one of the same words moves to the front.
    void add(const QString &image, const QString &query);

    /// Blocks: for the worker pool. A file that is not there is an empty history; a damaged one too.
    [[nodiscard]] static TryHistory read(const QString &file);
    /// Written whole or not at all. Blocks. Errors: Storage, DiskFull `state.write`.
    [[nodiscard]] Result<void> write(const QString &file) const;

private:
    struct Entry {
        QString image;
        QStringList queries;
    };
    QList<Entry> m_entries; ///< The one that was used last comes first.
};

} // namespace pd::desk
