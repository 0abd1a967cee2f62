// SPDX-License-Identifier: GPL-3.0-or-later
#include "arrangement.h"

namespace pd::models {

namespace {

constexpr size_t Stride = 4096;

/// Rows in the order of a key: by rank, what has none last, and as the table has them where the rank is one.
class RowOrder {
public:
    RowOrder(std::shared_ptr<const Ranks> ranks, Qt::SortOrder order)
        : m_ranks(std::move(ranks))
        , m_descending(order == Qt::DescendingOrder)
    {
    }

    bool operator()(int a, int b) const
    {
        if (!m_ranks)
            return a < b;
        const quint32 x = (*m_ranks)[static_cast<size_t>(a)];
        const quint32 y = (*m_ranks)[static_cast<size_t>(b)];
        if (x == y)
            return a < b;
        if (x == NoRank || y == NoRank)
            return y == NoRank;
        return m_descending ? x > y : x < y;
    }

private:
    std::shared_ptr<const Ranks> m_ranks;
    bool m_descending;
};

bool matches(const PreparedTable &table, const ArrangeKey &key, int row)
{
    if (key.categories != 0 && (table.categories(row) & key.categories) == 0)
        return false;
    return std::ranges::all_of(key.words, [&](const QByteArray &word) { return table.contains(row, word); });
}

std::vector<int> allRows(const PreparedTable &table)
{
    std::vector<int> rows(static_cast<size_t>(table.count()));
    std::ranges::generate(rows, [row = 0]() mutable { return row++; });
    return rows;
}

/// False when stopped.
bool filter(Arrangement &made, const Arrangement *earlier, const std::stop_token &stop)
{
    const PreparedTable &table = *made.table;
    std::vector<int> candidates;
    if (earlier) {
        candidates = earlier->rows;
    } else if (made.key.words.isEmpty()) {
        candidates = allRows(table);
    } else {
        // The longest word is the rarest: one pass over all the text finds what the others are looked for in.
        const auto rarest = std::ranges::max_element(made.key.words, {}, &QByteArray::size);
        candidates = table.find(*rarest, stop);
    }
    made.rows.reserve(candidates.size());
    for (size_t i = 0; i < candidates.size(); ++i) {
        if (i % Stride == 0 && stop.stop_requested())
            return false;
        if (matches(table, made.key, candidates[i]))
            made.rows.push_back(candidates[i]);
    }
    return !stop.stop_requested();
}

/// Brings the rows of each group together, in the order that they have, and the groups in theirs.
void group(Arrangement &made, const RowOrder &order)
{
    const PreparedTable &table = *made.table;
    std::vector<Arrangement::Group> groups(static_cast<size_t>(table.groupCount()));
    std::vector<int> firstRow(groups.size(), -1);
    for (const int row : made.rows) {
        const auto id = static_cast<size_t>(table.groupOf(row));
        if (groups[id].count++ == 0)
            firstRow[id] = row;
    }
    for (size_t id = 0; id < groups.size(); ++id)
        groups[id].id = static_cast<int>(id);
    std::erase_if(groups, [](const Arrangement::Group &g) { return g.count == 0; });

    const Ranks &names = table.groupRanks();
    const bool byName = made.key.column < 0 || table.rows().groupsByName(made.key.column);
    // By the first column the names turn round with it; by another one each group stands where its first row would.
    const bool descending = made.key.column >= 0 && made.key.order == Qt::DescendingOrder;
    std::ranges::stable_sort(groups, [&](const Arrangement::Group &a, const Arrangement::Group &b) {
        const quint32 x = names[static_cast<size_t>(a.id)];
        const quint32 y = names[static_cast<size_t>(b.id)];
        if ((x == NoRank) != (y == NoRank))
            return y == NoRank;
        if (!byName)
            return order(firstRow[static_cast<size_t>(a.id)], firstRow[static_cast<size_t>(b.id)]);
        return descending ? x > y : x < y;
    });

    std::vector<int> next(static_cast<size_t>(table.groupCount()), 0);
    int first = 0;
    for (Arrangement::Group &g : groups) {
        g.first = std::exchange(first, first + g.count);
        next[static_cast<size_t>(g.id)] = g.first;
    }
    std::vector<int> rows(made.rows.size());
    for (const int row : made.rows)
        rows[static_cast<size_t>(next[static_cast<size_t>(table.groupOf(row))]++)] = row;
    made.rows = std::move(rows);
    made.groups = std::move(groups);
}

/// What the groups weigh, bytes that several of their rows share counted once.
void weigh(Arrangement &made)
{
    const PreparedTable &table = *made.table;
    std::vector<int> counted(static_cast<size_t>(table.count()), -1);
    for (Arrangement::Group &g : made.groups) {
        for (int i = 0; i < g.count; ++i) {
            const int row = made.rows[static_cast<size_t>(g.first + i)];
            if (std::exchange(counted[static_cast<size_t>(table.weightClass(row))], g.id) != g.id)
                g.weight += std::max<qint64>(0, table.rows().weight(row));
        }
    }
}

void place(Arrangement &made)
{
    made.placeOf.assign(static_cast<size_t>(made.table->count()), -1);
    made.groupPlaceOf.assign(static_cast<size_t>(made.table->groupCount()), -1);
    if (made.groups.empty()) {
        for (size_t i = 0; i < made.rows.size(); ++i)
            made.placeOf[static_cast<size_t>(made.rows[i])] = static_cast<int>(i);
        return;
    }
    for (size_t g = 0; g < made.groups.size(); ++g) {
        const Arrangement::Group &group = made.groups[g];
        made.groupPlaceOf[static_cast<size_t>(group.id)] = static_cast<int>(g);
        for (int i = 0; i < group.count; ++i)
            made.placeOf[static_cast<size_t>(made.rows[static_cast<size_t>(group.first + i)])] = i;
    }
}

} // namespace

bool ArrangeKey::narrows(const ArrangeKey &other) const
{
    if (other.categories != 0 && (categories == 0 || (categories & ~other.categories) != 0))
        return false;
    return std::ranges::all_of(other.words, [this](const QByteArray &theirs) {
        return std::ranges::any_of(words, [&](const QByteArray &ours) { return ours.contains(theirs); });
    });
}

Result<std::shared_ptr<const Arrangement>> arrange(
    std::shared_ptr<const PreparedTable> table, ArrangeKey key, std::shared_ptr<const Arrangement> earlier, std::stop_token stop)
{
    const auto made = std::make_shared<Arrangement>();
    made->table = std::move(table);
    made->key = std::move(key);
    made->narrowed = earlier && earlier->table == made->table && made->key.narrows(earlier->key);
    if (!filter(*made, made->narrowed ? earlier.get() : nullptr, stop))
        return cancelled();

    std::shared_ptr<const Ranks> ranks;
    if (made->key.column >= 0) {
        ranks = made->table->ranks(made->key.column, stop);
        if (!ranks)
            return cancelled();
    }
    const RowOrder order(std::move(ranks), made->key.order);
    const bool inOrder = made->narrowed ? made->key.sortsLike(earlier->key) : made->key.column < 0;
    if (!inOrder)
        std::ranges::sort(made->rows, order);
    if (stop.stop_requested())
        return cancelled();
    if (made->table->grouped()) {
        group(*made, order);
        weigh(*made);
    }
    place(*made);
    return std::shared_ptr<const Arrangement>(made);
}

} // namespace pd::models
