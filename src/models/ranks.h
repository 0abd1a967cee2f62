// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <algorithm>
#include <limits>
#include <stop_token>
#include <vector>

namespace pd::models {

/// The place of every row in the order of one column: rows that read alike share a place. Computed once, so that every later sort of
/// any part of the rows compares integers.
using Ranks = std::vector<quint32>;

/// The place of what is empty or not read yet: it stands last, whichever way the column is sorted.
inline constexpr quint32 NoRank = std::numeric_limits<quint32>::max();

/// Ranks `count` rows by `less(a, b)` on row numbers, those of `missing(row)` last. Empty when stopped.
template <typename Less, typename Missing>
[[nodiscard]] Ranks rankBy(int count, Less less, Missing missing, const std::stop_token &stop)
{
    std::vector<int> order;
    order.reserve(static_cast<size_t>(count));
    for (int row = 0; row < count; ++row) {
        if (!missing(row))
            order.push_back(row);
    }
    if (stop.stop_requested())
        return {};
    std::ranges::stable_sort(order, less);
    Ranks ranks(static_cast<size_t>(count), NoRank);
    quint32 rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && less(order[i - 1], order[i]))
            ++rank;
        ranks[static_cast<size_t>(order[i])] = rank;
    }
    return ranks;
}

/// Ranks texts as people sort names in the default locale: numbers by value, upper and lower case together. Empty texts are missing.
[[nodiscard]] Ranks rankTexts(const QList<QString> &texts, const std::stop_token &stop);

/// Ranks tags: other names first, then versions by precedence (`2`, `2.0`, `2.0.3`, `2.1.0-rc.1`, `2.1.0`), `latest` above all.
[[nodiscard]] Ranks rankTags(const QList<QString> &tags, const std::stop_token &stop);

} // namespace pd::models
