// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshotmodel.h"

namespace pd::models {

/// A table that is a list of values.
template <typename Row>
class ListTable : public SnapshotTable {
public:
    explicit ListTable(QList<Row> rows)
        : m_rows(std::move(rows))
    {
    }
    [[nodiscard]] int count() const final { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] const Row &at(int row) const { return m_rows[row]; }

protected:
    /// One text of every row, for `rankTexts`.
    template <typename Of>
    [[nodiscard]] QList<QString> texts(Of of) const
    {
        QList<QString> all;
        all.reserve(m_rows.size());
        for (const Row &row : m_rows)
            all.append(of(row));
        return all;
    }
    /// Ranks one value of every row; `missing` are those without one.
    template <typename Of, typename Missing>
    [[nodiscard]] Ranks rankValues(Of of, Missing missing, const std::stop_token &stop) const
    {
        return rankBy(count(), [&](int a, int b) { return of(at(a)) < of(at(b)); }, [&](int row) { return missing(at(row)); }, stop);
    }

private:
    QList<Row> m_rows;
};

/// A model whose cells fill in place: a filled row changes where it stands, by `dataChanged`; order and filter take it into account with
/// the next key that the user sets, so that nothing moves under the pointer.
///
/// `Table` is a `ListTable<Row>` that can be made from a `QList<Row>`, with `static QString keyOf(const Row &)`.
template <typename Row, typename Table>
class FilledModel : public SnapshotModel {
public:
    /// The whole row behind an index; a default one for a group.
    [[nodiscard]] Row rowAt(const QModelIndex &index) const
    {
        const int row = tableRow(index);
        return row < 0 ? Row() : value(row);
    }
    /// As last set or filled, whether it shows or not.
    [[nodiscard]] std::optional<Row> rowCalled(const QString &key) const
    {
        const int row = arrangement() ? arrangement()->table->rowOf(key) : -1;
        return row < 0 ? std::nullopt : std::optional<Row>(value(row));
    }

protected:
    using SnapshotModel::SnapshotModel;

    using MakeRows = std::function<QList<Row>()>;

    struct Filled {
        Row row;
        quint64 serial = 0; ///< Which of all fillings it was.
    };

    /// What shows now, for a worker that carries something over to the next rows.
    struct Earlier {
        std::shared_ptr<const PreparedTable> table;
        QHash<QString, Filled> filled;

        [[nodiscard]] std::optional<Row> find(const QString &key) const
        {
            if (const auto found = filled.constFind(key); found != filled.cend())
                return found->row;
            const int row = table ? table->rowOf(key) : -1;
            return row < 0 ? std::nullopt : std::optional<Row>(static_cast<const Table &>(table->rows()).at(row));
        }
    };
    [[nodiscard]] Earlier earlier() const { return {arrangement() ? arrangement()->table : nullptr, m_filled}; }

    /// `make` runs in a worker, perhaps twice.
    void setList(MakeRows make)
    {
        m_make = make;
        m_base = m_merging = m_serial;
        setTable([make = std::move(make)] { return std::make_shared<const Table>(make()); });
    }

    /// Replaces the row of the same key; one that is not in the table any more is ignored.
    void fillRow(const Row &row)
    {
        const QString key = Table::keyOf(row);
        m_filled.insert(key, Filled{row, ++m_serial});
        const QModelIndex first = indexOf(key);
        if (first.isValid())
            Q_EMIT dataChanged(first, first.siblingAtColumn(columnCount() - 1));
    }

    [[nodiscard]] const Row &value(int tableRow) const
    {
        const Row &row = static_cast<const Table *>(table())->at(tableRow);
        if (m_filled.isEmpty())
            return row;
        const auto filled = m_filled.constFind(Table::keyOf(row));
        return filled == m_filled.cend() ? row : filled->row;
    }

    [[nodiscard]] MakeTable refilled() final
    {
        if (m_serial == m_merging)
            return {};
        m_merging = m_serial;
        return [make = m_make, filled = m_filled, base = m_base] {
            QList<Row> rows = make();
            for (Row &row : rows) {
                const auto found = filled.constFind(Table::keyOf(row));
                if (found != filled.cend() && found->serial > base)
                    row = found->row;
            }
            return std::make_shared<const Table>(std::move(rows));
        };
    }

    void tableSwapped() final
    {
        m_base = m_merging;
        if (!arrangement()) {
            discard(std::exchange(m_make, [] { return QList<Row>(); }));
            discard(std::exchange(m_filled, {}));
            return;
        }
        MakeRows make = [table = arrangement()->table] { return static_cast<const Table &>(table->rows()).rows(); };
        discard(std::exchange(m_make, std::move(make)));
        m_filled.removeIf([this](const auto &entry) { return entry.value().serial <= m_base; });
    }

private:
    MakeRows m_make = [] { return QList<Row>(); }; ///< The rows without what was filled in since `m_base`.
    QHash<QString, Filled> m_filled;
    quint64 m_serial = 0; ///< Of the last filling.
    quint64 m_merging = 0; ///< All up to this one are in the newest table.
    quint64 m_base = 0; ///< All up to this one are in `m_make`, or were about rows before them.
};

} // namespace pd::models
