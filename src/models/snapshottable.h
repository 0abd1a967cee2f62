// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ranks.h"

#include "core/error.h"

#include <QByteArray>
#include <QStringList>

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace pd::models {

/// Rows that never change once they are made; read by workers and the GUI thread at the same time. What it answers for a row depends
/// on nothing but the row.
class SnapshotTable {
public:
    virtual ~SnapshotTable() = default;
    [[nodiscard]] virtual int count() const = 0;
    /// What the row is, the same after every refresh, unique in the table.
    [[nodiscard]] virtual QString key(int row) const = 0;
    /// All that a filter finds, any case. Words that must not run into each other are apart by a line break.
    [[nodiscard]] virtual QString searchText(int row) const = 0;
    /// A bit for each kind (a chip) that the row is one of.
    [[nodiscard]] virtual quint32 categories(int) const { return 0; }
    [[nodiscard]] virtual bool grouped() const { return false; }
    /// The name of the row's group; the empty one stands last.
    [[nodiscard]] virtual QString group(int) const { return {}; }
    /// Bytes, −1 where unknown; rows of the same `weightId` count once.
    [[nodiscard]] virtual qint64 weight(int) const { return -1; }
    [[nodiscard]] virtual QString weightId(int row) const { return key(row); }
    /// Empty when stopped.
    [[nodiscard]] virtual Ranks ranks(int column, std::stop_token stop) const = 0;
    /// Whether groups follow their names when sorted by this column; else each stands where its first row would.
    [[nodiscard]] virtual bool groupsByName(int) const { return true; }
};

/// A table made ready for searching and sorting. Made in a worker, then only read (the ranks, made when first asked for, are guarded).
class PreparedTable {
public:
    /// Any worker; takes about 1 µs a row.
    [[nodiscard]] static Result<std::shared_ptr<const PreparedTable>> make(std::shared_ptr<const SnapshotTable> rows, std::stop_token stop);

    [[nodiscard]] const SnapshotTable &rows() const { return *m_rows; }
    [[nodiscard]] int count() const { return static_cast<int>(m_ends.size()); }
    [[nodiscard]] bool grouped() const { return m_grouped; }

    [[nodiscard]] quint32 categories(int row) const { return m_categories[static_cast<size_t>(row)]; }
    /// How many rows are of the category with this bit number.
    [[nodiscard]] int categoryCount(int bit) const { return m_categoryCounts[static_cast<size_t>(bit)]; }

    [[nodiscard]] int groupCount() const { return static_cast<int>(m_groups.size()); }
    [[nodiscard]] int groupOf(int row) const { return m_groupOf[static_cast<size_t>(row)]; }
    [[nodiscard]] const QString &groupName(int group) const { return m_groups[group]; }
    [[nodiscard]] int groupTotal(int group) const { return m_groupTotals[static_cast<size_t>(group)]; }

    /// Equal for rows whose bytes are the same bytes; below `count()`.
    [[nodiscard]] int weightClass(int row) const { return m_weightClass[static_cast<size_t>(row)]; }
    /// All bytes, what is there twice counted once.
    [[nodiscard]] qint64 totalWeight() const { return m_totalWeight; }

    [[nodiscard]] int rowOf(const QString &key) const { return lookUp(m_byKey, key); }
    [[nodiscard]] int groupCalled(const QString &name) const { return lookUp(m_byGroup, name); }

    /// Whether the row has the word, which `foldedWords` made.
    [[nodiscard]] bool contains(int row, const QByteArray &word) const;
    /// All rows that have the word, ascending; in one pass over the whole text. Empty when stopped.
    [[nodiscard]] std::vector<int> find(const QByteArray &word, const std::stop_token &stop) const;

    /// The order of a column; nullptr when stopped.
    [[nodiscard]] std::shared_ptr<const Ranks> ranks(int column, std::stop_token stop) const;
    /// The order of the groups' names, the empty name last.
    [[nodiscard]] const Ranks &groupRanks() const { return m_groupRanks; }

private:
    using Numbers = std::unordered_map<QString, int>;
    [[nodiscard]] static int lookUp(const Numbers &numbers, const QString &name)
    {
        const auto found = numbers.find(name);
        return found == numbers.end() ? -1 : found->second;
    }
    [[nodiscard]] bool read(std::stop_token stop);
    void intern(int row, Numbers &weights);

    std::shared_ptr<const SnapshotTable> m_rows;
    bool m_grouped = false;
    QByteArray m_text; ///< Every row's text, folded, in UTF-8, each ended by a line break.
    std::vector<qsizetype> m_ends; ///< Where in it each row ends.
    std::vector<quint32> m_categories;
    std::array<int, 32> m_categoryCounts{};
    QStringList m_groups;
    std::vector<int> m_groupOf;
    std::vector<int> m_groupTotals;
    Ranks m_groupRanks;
    std::vector<int> m_weightClass;
    qint64 m_totalWeight = 0;
    Numbers m_byKey;
    Numbers m_byGroup;
    mutable std::mutex m_mutex;
    mutable std::map<int, std::shared_ptr<const Ranks>> m_ranks;
};

/// A text as filters compare it: composed, lower case.
[[nodiscard]] QString folded(const QString &text);

/// What was typed, cut into words that all must be there, each as UTF-8 of its folded form.
[[nodiscard]] QList<QByteArray> foldedWords(const QString &typed);

} // namespace pd::models
