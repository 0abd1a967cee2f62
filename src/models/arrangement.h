// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshottable.h"

namespace pd::models {

/// What a view asks of a table.
struct ArrangeKey {
    QList<QByteArray> words; ///< All must be there; made by `foldedWords`.
    quint32 categories = 0; ///< Rows with any of these bits; 0: all rows.
    int column = -1; ///< Sorted by; −1: as the table has them.
    Qt::SortOrder order = Qt::AscendingOrder;

    /// Every row that this key finds the other finds too.
    [[nodiscard]] bool narrows(const ArrangeKey &other) const;
    [[nodiscard]] bool sortsLike(const ArrangeKey &other) const { return column == other.column && order == other.order; }
    friend bool operator==(const ArrangeKey &, const ArrangeKey &) = default;
};

/// Which rows of a table show, and in which order. Made in a worker, then only read.
struct Arrangement {
    struct Group {
        int id = 0; ///< In the table.
        int first = 0; ///< In `rows`.
        int count = 0;
        qint64 weight = 0;
        friend bool operator==(const Group &, const Group &) = default;
    };

    std::shared_ptr<const PreparedTable> table;
    ArrangeKey key;
    std::vector<int> rows; ///< Row numbers of the table; those of a group side by side.
    std::vector<Group> groups; ///< Empty where the table has none.
    std::vector<int> placeOf; ///< Row number → place in its group (or in all), −1 where it does not show.
    std::vector<int> groupPlaceOf; ///< Group → place among the groups, −1 where none of its rows shows.
    bool narrowed = false; ///< Made from an earlier one.
};

/// Any worker. `earlier` may be nullptr; it is used where the key narrows it. Error: cancelled.
[[nodiscard]] Result<std::shared_ptr<const Arrangement>> arrange(
    std::shared_ptr<const PreparedTable> table, ArrangeKey key, std::shared_ptr<const Arrangement> earlier, std::stop_token stop);

} // namespace pd::models
