// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshotmodel.h"

#include <bit>

namespace pd::models {

/// The rows of one state of affairs, made ready by the first job that needs them, whatever becomes of that job.
struct SnapshotModel::Source {
    explicit Source(MakeTable m)
        : make(std::move(m))
    {
    }

    Result<std::shared_ptr<const PreparedTable>> prepared()
    {
        const std::scoped_lock lock(mutex);
        if (!table) {
            auto made = PreparedTable::make(make(), stop.get_token());
            if (!made)
                return made;
            table = *std::move(made);
            make = nullptr;
        }
        return table;
    }

    MakeTable make;
    std::mutex mutex;
    std::stop_source stop;
    std::shared_ptr<const PreparedTable> table;
};

struct SnapshotModel::Job {
    std::shared_ptr<Source> source;
    ArrangeKey key;
    std::shared_ptr<const Arrangement> earlier;
    std::stop_token stop;
    quint64 generation = 0;
};

SnapshotModel::SnapshotModel(WorkerPool &pool, QObject *parent)
    : QAbstractItemModel(parent)
    , m_pool(pool)
{
}

SnapshotModel::~SnapshotModel()
{
    m_stop.request_stop();
    if (m_source)
        m_source->stop.request_stop();
    discard(std::move(m_now));
    discard(std::move(m_source));
}

void SnapshotModel::setFilter(const QString &typed)
{
    m_filter = typed;
    QList<QByteArray> words = foldedWords(typed);
    if (words == m_key.words)
        return;
    m_key.words = std::move(words);
    request();
}

void SnapshotModel::setCategories(quint32 bits)
{
    if (std::exchange(m_key.categories, bits) != bits)
        request();
}

void SnapshotModel::sort(int column, Qt::SortOrder order)
{
    if (column >= columnCount())
        return;
    m_key.column = column;
    m_key.order = order;
    request();
}

void SnapshotModel::clear()
{
    m_stop.request_stop();
    ++m_generation;
    if (m_source)
        m_source->stop.request_stop();
    beginResetModel();
    m_source.reset();
    m_wish.reset();
    const auto old = std::exchange(m_now, nullptr);
    tableSwapped();
    endResetModel();
    discard(old);
    setArranging(false);
    Q_EMIT arranged();
    wish();
}

void SnapshotModel::setTable(MakeTable make)
{
    if (m_source)
        m_source->stop.request_stop();
    m_source = std::make_shared<Source>(std::move(make));
    request();
}

void SnapshotModel::request()
{
    if (!m_source)
        return;
    if (MakeTable make = refilled()) {
        m_source->stop.request_stop();
        m_source = std::make_shared<Source>(std::move(make));
    }
    m_stop.request_stop();
    m_stop = std::stop_source();
    setArranging(true);
    follow(this, m_pool, Job{m_source, m_key, m_now, m_stop.get_token(), ++m_generation});
}

Result<std::shared_ptr<const Arrangement>> SnapshotModel::work(const Job &job)
{
    if (job.stop.stop_requested())
        return cancelled();
    auto table = job.source->prepared();
    if (!table)
        return std::unexpected(std::move(table).error());
    return arrange(*std::move(table), job.key, job.earlier, job.stop);
}

Task<void> SnapshotModel::follow(QPointer<SnapshotModel> self, WorkerPool &pool, Job job)
{
    const quint64 generation = job.generation;
    auto made = co_await pool.run([job = std::move(job)] { return work(job); });
    if (!self || !made)
        co_return;
    if (generation == self->m_generation)
        self->swap(*std::move(made));
    else
        self->discard(std::move(made));
}

void SnapshotModel::swap(std::shared_ptr<const Arrangement> next)
{
    const bool otherTable = !m_now || m_now->table != next->table;
    if (otherTable)
        m_wish.reset();
    std::shared_ptr<const Arrangement> old;
    if (!m_now || m_now->rows.empty()) {
        beginResetModel();
        old = std::exchange(m_now, std::move(next));
        if (otherTable)
            tableSwapped();
        endResetModel();
    } else {
        Q_EMIT layoutAboutToBeChanged();
        old = std::exchange(m_now, std::move(next));
        if (otherTable)
            tableSwapped();
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        after.reserve(before.size());
        for (const QModelIndex &index : before)
            after.append(mapped(index, *old, *m_now));
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
    }
    discard(std::move(old));
    setArranging(false);
    Q_EMIT arranged();
    wish();
}

QModelIndex SnapshotModel::mapped(const QModelIndex &old, const Arrangement &from, const Arrangement &to) const
{
    const bool sameTable = from.table == to.table;
    if (old.internalId() == 0 && !from.groups.empty()) {
        int group = from.groups[static_cast<size_t>(old.row())].id;
        if (!sameTable)
            group = to.table->groupCalled(from.table->groupName(group));
        const int place = group < 0 ? -1 : to.groupPlaceOf[static_cast<size_t>(group)];
        return place < 0 ? QModelIndex() : createIndex(place, old.column(), quintptr(0));
    }
    const size_t first = from.groups.empty() ? 0 : static_cast<size_t>(from.groups[old.internalId() - 1].first);
    int row = from.rows[first + static_cast<size_t>(old.row())];
    if (!sameTable)
        row = to.table->rowOf(from.table->rows().key(row));
    return row < 0 ? QModelIndex() : indexOfRow(row, old.column());
}

void SnapshotModel::setArranging(bool arranging)
{
    if (std::exchange(m_arranging, arranging) != arranging)
        Q_EMIT arrangingChanged(arranging);
}

void SnapshotModel::setVisibleRange(int first, int last)
{
    m_firstVisible = first;
    m_lastVisible = last;
    wish();
}

std::span<const int> SnapshotModel::rowsInSight() const
{
    if (!m_now || !m_now->groups.empty() || m_firstVisible < 0 || m_lastVisible < m_firstVisible)
        return {};
    const std::span<const int> rows(m_now->rows);
    const auto first = std::min(static_cast<size_t>(m_firstVisible), rows.size());
    const auto end = std::min(static_cast<size_t>(m_lastVisible) + 1, rows.size());
    return rows.subspan(first, end - first);
}

int SnapshotModel::inSight() const
{
    return static_cast<int>(rowsInSight().size());
}

int SnapshotModel::readInSight() const
{
    return static_cast<int>(std::ranges::count_if(rowsInSight(), [this](int row) { return !wantsDetails(row); }));
}

void SnapshotModel::wish()
{
    QStringList keys;
    for (const int row : rowsInSight()) {
        if (wantsDetails(row))
            keys.append(table()->key(row));
    }
    if (keys == m_wish)
        return;
    m_wish = keys;
    Q_EMIT detailsWanted(keys);
}

int SnapshotModel::total() const
{
    return m_now ? m_now->table->count() : 0;
}

int SnapshotModel::shown() const
{
    return m_now ? static_cast<int>(m_now->rows.size()) : 0;
}

int SnapshotModel::shownGroups() const
{
    return m_now ? static_cast<int>(m_now->groups.size()) : 0;
}

qint64 SnapshotModel::totalWeight() const
{
    return m_now ? m_now->table->totalWeight() : 0;
}

int SnapshotModel::categoryCount(quint32 bit) const
{
    Q_ASSERT(std::has_single_bit(bit));
    return m_now ? m_now->table->categoryCount(std::countr_zero(bit)) : 0;
}

bool SnapshotModel::isGroup(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() == 0 && m_now && !m_now->groups.empty();
}

int SnapshotModel::tableRow(const QModelIndex &index) const
{
    if (!m_now || !index.isValid() || isGroup(index))
        return -1;
    const size_t first = index.internalId() == 0 ? 0 : static_cast<size_t>(m_now->groups[index.internalId() - 1].first);
    return m_now->rows[first + static_cast<size_t>(index.row())];
}

QModelIndex SnapshotModel::indexOfRow(int tableRow, int column) const
{
    const int place = m_now ? m_now->placeOf[static_cast<size_t>(tableRow)] : -1;
    if (place < 0)
        return {};
    quintptr id = 0;
    if (!m_now->groups.empty())
        id = static_cast<quintptr>(m_now->groupPlaceOf[static_cast<size_t>(m_now->table->groupOf(tableRow))]) + 1;
    return createIndex(place, column, id);
}

QString SnapshotModel::rowKey(const QModelIndex &index) const
{
    if (isGroup(index))
        return m_now->table->groupName(m_now->groups[static_cast<size_t>(index.row())].id);
    const int row = tableRow(index);
    return row < 0 ? QString() : table()->key(row);
}

QModelIndex SnapshotModel::indexOf(const QString &key) const
{
    const int row = m_now ? m_now->table->rowOf(key) : -1;
    return row < 0 ? QModelIndex() : indexOfRow(row, 0);
}

QModelIndex SnapshotModel::indexOfGroup(const QString &name) const
{
    const int group = m_now ? m_now->table->groupCalled(name) : -1;
    const int place = group < 0 ? -1 : m_now->groupPlaceOf[static_cast<size_t>(group)];
    return place < 0 ? QModelIndex() : createIndex(place, 0, quintptr(0));
}

void SnapshotModel::refreshTimes()
{
    for (int column = 0; column < columnCount(); ++column) {
        if (!isTimeColumn(column))
            continue;
        for (int group = 0; group < std::max(1, shownGroups()); ++group) {
            const QModelIndex above = shownGroups() > 0 ? index(group, 0) : QModelIndex();
            if (const int rows = rowCount(above); rows > 0)
                Q_EMIT dataChanged(index(0, column, above), index(rows - 1, column, above), {Qt::DisplayRole});
        }
    }
}

QModelIndex SnapshotModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex SnapshotModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int SnapshotModel::rowCount(const QModelIndex &parent) const
{
    if (!m_now)
        return 0;
    if (!parent.isValid())
        return static_cast<int>(m_now->groups.empty() ? m_now->rows.size() : m_now->groups.size());
    if (!isGroup(parent) || parent.column() != 0)
        return 0;
    return m_now->groups[static_cast<size_t>(parent.row())].count;
}

QVariant SnapshotModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IdRole)
        return rowKey(index);
    if (isGroup(index))
        return groupCell(m_now->groups[static_cast<size_t>(index.row())], index.column(), role);
    return cell(tableRow(index), index.column(), role);
}

} // namespace pd::models
