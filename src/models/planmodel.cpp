// SPDX-License-Identifier: GPL-3.0-or-later
#include "planmodel.h"

#include "format.h"

#include <algorithm>

namespace pd::models {

namespace {

/// Rows carry it, the head does not.
constexpr quintptr InHead = 1;

bool standsBefore(const desk::DeleteItem &a, const desk::DeleteItem &b)
{
    if (a.tags.isEmpty() != b.tags.isEmpty())
        return b.tags.isEmpty();
    return a.published > b.published;
}

qint64 bytesOf(const QList<desk::DeleteItem> &items)
{
    qint64 bytes = 0;
    for (const desk::DeleteItem &item : items) {
        if (item.size < 0)
            return -1; // a sum of what is known would look like the whole
        bytes += item.size;
    }
    return bytes;
}

} // namespace

QString planReason(const desk::DeleteItem &item)
{
    return item.tags.isEmpty() ? PlanModel::tr("without a tag") : PlanModel::tr("tagged %1").arg(item.tags.join(QLatin1StringView(", ")));
}

QString planRefusal(const desk::DeletePlan &plan)
{
    if (plan.refusal.isEmpty())
        return {};
    if (plan.refusal == QLatin1StringView("github.lastTaggedVersion"))
        return PlanModel::tr("GitHub does not delete the last version that has a tag: the whole package can be deleted instead.");
    if (plan.refusal == QLatin1StringView("github.scopeMissing"))
        return PlanModel::tr("The token may not delete: it lacks the scope %1.").arg(plan.missingScope);
    return PlanModel::tr("This registry does not delete: whoever runs it has switched that off.");
}

PlanModel::PlanModel(const Clock &clock, QObject *parent)
    : QAbstractItemModel(parent)
    , m_clock(clock)
{
}

void PlanModel::setPlan(const desk::DeletePlan &plan)
{
    beginResetModel();
    m_items = plan.items;
    std::ranges::stable_sort(m_items, standsBefore);
    m_refused = !plan.refusal.isEmpty();
    endResetModel();
}

void PlanModel::clear()
{
    setPlan({});
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || row >= rowCount(parent) || column < 0 || column >= ColumnCount)
        return {};
    return createIndex(row, column, parent.isValid() ? InHead : quintptr(0));
}

QModelIndex PlanModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() == InHead ? createIndex(0, 0, quintptr(0)) : QModelIndex();
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_items.isEmpty() ? 0 : 1;
    return parent.internalId() == InHead || parent.column() != 0 ? 0 : static_cast<int>(m_items.size());
}

int PlanModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() != InHead)
        return index.column() == 0 ? (role == IdRole ? QVariant(QStringLiteral("head")) : headCell().answer(role)) : QVariant();
    const desk::DeleteItem &item = m_items.at(index.row());
    if (role == IdRole)
        return item.digest;
    return itemCell(item, index.column()).answer(role);
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return sideOf(section == Age || section == Size);
    const QStringList titles{tr("Version"), tr("Why"), tr("Published"), tr("Size")};
    return role == Qt::DisplayRole ? QVariant(titles.at(section)) : QVariant();
}

Qt::ItemFlags PlanModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return index.internalId() == InHead ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::ItemIsEnabled;
}

Cell PlanModel::headCell() const
{
    const QString count = versionsText(m_items.size());
    const qint64 bytes = bytesOf(m_items);
    return {.kind = RowKind::Group,
        .text = m_refused ? tr("%1 refused", "versions").arg(count) : tr("%1 to go", "versions").arg(count),
        .note = bytes > 0 ? sizeText(bytes) : QString()};
}

Cell PlanModel::itemCell(const desk::DeleteItem &item, int column) const
{
    switch (column) {
    case Version: {
        Cell cell = digestCell(item.digest);
        cell.icon = m_refused ? QStringLiteral("pd-lock") : QStringLiteral("edit-delete");
        cell.iconTone = m_refused ? Tone::Warn : Tone::Err;
        return cell;
    }
    case Why: return {.text = planReason(item), .tip = planReason(item)};
    case Age: {
        Cell cell = timeCell(item.published, m_clock.now());
        cell.right = true;
        return cell;
    }
    default: return sizeCell(item.size);
    }
}

} // namespace pd::models
