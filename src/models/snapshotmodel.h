// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arrangement.h"
#include "modelroles.h"

#include "core/workerpool.h"

#include <QAbstractItemModel>
#include <QPointer>

#include <functional>
#include <span>

namespace pd::models {

/// A list, or groups of rows, of any length: filtered and sorted in the worker pool, swapped in at once. The GUI thread never does
/// more for a row than to answer what a view paints of it.
///
/// A swap is a `layoutChanged` that maps every persistent index by the row's key: selection, current row, open groups and a view's own
/// `QPersistentModelIndex` of its top row survive filter, sort and refresh; what no longer shows is not selected any more. Where nothing
/// showed before it is a reset. A newer key stops the older job; only the last one's result is ever shown.
///
/// GUI thread. `pool` must outlive it.
class SnapshotModel : public QAbstractItemModel {
    Q_OBJECT
public:
    ~SnapshotModel() override;

    /// Keeps rows in which every word of `typed` is found.
    void setFilter(const QString &typed);
    [[nodiscard]] QString filter() const { return m_filter; }
    /// Keeps rows that are of any of these kinds (bits, as the model's `Category` says); 0: all.
    void setCategories(quint32 bits);
    [[nodiscard]] quint32 categories() const { return m_key.categories; }
    /// −1: as they came.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] int sortColumn() const { return m_key.column; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_key.order; }

    /// Drops all at once, by a reset: for another subject, whose rows are not the same things even where keys agree.
    void clear();

    [[nodiscard]] int total() const; ///< Rows, whether they show or not.
    [[nodiscard]] int shown() const; ///< Rows that show, groups not counted.
    [[nodiscard]] int shownGroups() const;
    [[nodiscard]] qint64 totalWeight() const; ///< Bytes of all rows, shared ones counted once.
    [[nodiscard]] int categoryCount(quint32 bit) const; ///< Of all rows, whatever is typed.
    [[nodiscard]] bool isArranging() const { return m_arranging; }

    [[nodiscard]] bool isGroup(const QModelIndex &index) const;
    [[nodiscard]] QString rowKey(const QModelIndex &index) const;
    /// First column of the row with this key; invalid where it does not show.
    [[nodiscard]] QModelIndex indexOf(const QString &key) const;
    [[nodiscard]] QModelIndex indexOfGroup(const QString &name) const;

    /// Tells which rows are on the screen (of a list without groups), from `first` to `last`; `detailsWanted` follows, now and whenever
    /// other rows come to stand there. −1, −1: none.
    void setVisibleRange(int first, int last);
    [[nodiscard]] int inSight() const; ///< Rows of the visible range.
    [[nodiscard]] int readInSight() const; ///< Those of them that want nothing any more.

    /// Says that what depends on the time of day reads differently now.
    void refreshTimes();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const final;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const final;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    using QObject::parent;

Q_SIGNALS:
    /// After each swap.
    void arranged();
    void arrangingChanged(bool arranging);
    /// The keys of all rows in sight whose details are not read, from the top: the whole wish, so that what is missing from it need
    /// not be read any more.
    void detailsWanted(const QStringList &keys);

protected:
    using MakeTable = std::function<std::shared_ptr<const SnapshotTable>()>;

    SnapshotModel(WorkerPool &pool, QObject *parent);

    /// Shows other rows as soon as they are arranged; `make` runs in a worker. `columns` stay.
    void setTable(MakeTable make);
    /// Arranges anew, after `refilled`.
    void request();
    /// Asked before each job: rows that know what was filled in since, or nothing.
    [[nodiscard]] virtual MakeTable refilled() { return {}; }
    /// The swap brought another table.
    virtual void tableSwapped() { }
    /// The table on show, nullptr before the first.
    [[nodiscard]] const SnapshotTable *table() const { return m_now ? &m_now->table->rows() : nullptr; }
    [[nodiscard]] const Arrangement *arrangement() const { return m_now.get(); }
    /// −1 for a group.
    [[nodiscard]] int tableRow(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOfRow(int tableRow, int column) const;
    /// Lets a worker free it.
    template <typename T>
    void discard(T value)
    {
        m_pool.run([value = std::move(value)]() -> Result<bool> { return true; });
    }

    [[nodiscard]] virtual QVariant cell(int tableRow, int column, int role) const = 0;
    [[nodiscard]] virtual QVariant groupCell(const Arrangement::Group &, int, int) const { return {}; }
    [[nodiscard]] virtual bool isTimeColumn(int) const { return false; }
    /// Whether the row has cells that nobody has tried to fill yet.
    [[nodiscard]] virtual bool wantsDetails(int) const { return false; }

private:
    struct Source;
    struct Job;
    static Task<void> follow(QPointer<SnapshotModel> self, WorkerPool &pool, Job job);
    static Result<std::shared_ptr<const Arrangement>> work(const Job &job);
    void swap(std::shared_ptr<const Arrangement> next);
    [[nodiscard]] QModelIndex mapped(const QModelIndex &old, const Arrangement &from, const Arrangement &to) const;
    void setArranging(bool arranging);
    [[nodiscard]] std::span<const int> rowsInSight() const;
    void wish();

    WorkerPool &m_pool;
    QString m_filter;
    ArrangeKey m_key;
    std::shared_ptr<Source> m_source;
    std::shared_ptr<const Arrangement> m_now;
    std::stop_source m_stop;
    quint64 m_generation = 0;
    bool m_arranging = false;
    int m_firstVisible = -1;
    int m_lastVisible = -1;
    std::optional<QStringList> m_wish = QStringList(); ///< The last one told; none where the next is to be told in any case.
};

} // namespace pd::models
