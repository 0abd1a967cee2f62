// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowview.h"

#include "models/modelroles.h"
#include "painting.h"
#include "rowdelegate.h"
#include "theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>

namespace pd::ui {

namespace {

/// Takes the place beside the header, so that the scroll bar begins under it.
class HeaderCorner final : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {12, height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), color(Role::Base));
        painter.fillRect(QRect(0, height() - 1, width(), 1), color(Role::Line));
    }
};

/// What the first column keeps when it gives way to the last.
constexpr int FirstColumn = 120;

models::RowKind kindOfRow(const QModelIndex &index)
{
    return static_cast<models::RowKind>(index.siblingAtColumn(0).data(models::KindRole).toInt());
}

QString copyText(const QModelIndex &index)
{
    const QString whole = index.data(models::CopyRole).toString();
    return whole.isEmpty() ? index.data(Qt::DisplayRole).toString() : whole;
}

} // namespace

RowView::RowView(Layout layout, const QString &accessibleName, QWidget *parent)
    : QTreeView(parent)
    , m_layout(layout)
{
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new RowDelegate(this));
    setRootIsDecorated(false);
    setIndentation(layout == Layout::Tree ? px(16) : 0);
    setHeaderHidden(layout != Layout::Table);
    setSelectionBehavior(SelectRows);
    setAllColumnsShowFocus(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setAnimated(false);
    viewport()->setAttribute(Qt::WA_Hover);
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
    header()->setStretchLastSection(true);
    header()->setMinimumSectionSize(px(48));
    header()->setFocusPolicy(Qt::NoFocus);
    header()->setAccessibleName(tr("Columns"));
    if (layout == Layout::Table) {
        m_corner = new HeaderCorner(this);
        addScrollBarWidget(m_corner, Qt::AlignTop);
    }
    if (layout == Layout::Tree)
        setGround(this, Role::Chrome);
    viewport()->setAutoFillBackground(false);
    dress(this, Type::Body);
    connect(header(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (column == 0 && !m_fitting && width > 0)
            m_firstWidth = width;
    });
    connect(this, &QTreeView::expanded, this, &RowView::announceSight);
    connect(this, &QTreeView::collapsed, this, &RowView::announceSight);
}

void RowView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    if (model) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &RowView::announceSight);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &RowView::announceSight);
        connect(model, &QAbstractItemModel::modelReset, this, &RowView::announceSight);
        connect(model, &QAbstractItemModel::layoutChanged, this, &RowView::announceSight);
    }
    announceSight();
}

void RowView::setColumnWidths(const QList<int> &widths, int last)
{
    m_lastWidth = last;
    for (int i = 0; i < widths.size() && i < header()->count(); ++i)
        header()->resizeSection(i, px(widths[i]));
    fitFirstColumn();
}

void RowView::fitFirstColumn()
{
    const int last = header()->count() - 1;
    if (!model() || m_firstWidth <= 0 || last < 1)
        return;
    int others = px(m_lastWidth);
    for (int column = 1; column < last; ++column)
        others += header()->isSectionHidden(column) ? 0 : header()->sectionSize(column);
    const int width = std::max(std::min(m_firstWidth, viewport()->width() - others), std::min(m_firstWidth, px(FirstColumn)));
    if (viewport()->width() <= 0 || width == header()->sectionSize(0))
        return;
    m_fitting = true;
    header()->resizeSection(0, width);
    m_fitting = false;
}

void RowView::setDropOrder(const QList<int> &columns)
{
    m_dropOrder = columns;
    dropColumns();
}

void RowView::dropColumns()
{
    if (!model() || m_dropOrder.isEmpty())
        return;
    const int last = header()->count() - 1;
    int needed = px(m_lastWidth);
    for (int column = 0; column < last; ++column) {
        // A hidden section remembers its width, but tells it only when it is shown.
        if (header()->isSectionHidden(column) && m_dropOrder.contains(column))
            setColumnHidden(column, false);
        const int width = column == 0 && m_firstWidth > 0 ? m_firstWidth : header()->sectionSize(column);
        needed += header()->isSectionHidden(column) ? 0 : width;
    }
    for (const int column : std::as_const(m_dropOrder)) {
        if (needed <= viewport()->width() || column >= last)
            break;
        needed -= header()->sectionSize(column);
        setColumnHidden(column, true);
    }
}

void RowView::setRowHeight(int height)
{
    m_rowHeight = height;
    scheduleDelayedItemsLayout();
}

void RowView::setLead(int lead, int iconGap)
{
    m_lead = lead;
    m_iconGap = iconGap;
    viewport()->update();
}

int RowView::heightOf(models::RowKind kind) const
{
    switch (kind) {
    case models::RowKind::Group: return px(m_groupHeight);
    case models::RowKind::Section: return px(m_layout == Layout::Tree ? 36 : 30);
    default: return px(m_rowHeight);
    }
}

void RowView::setActsFocused(bool on)
{
    m_actsFocused = on;
    viewport()->update();
}

QModelIndexList RowView::rowsInSight() const
{
    QModelIndexList rows;
    for (QModelIndex at = indexAt(QPoint(viewport()->width() / 2, 0)); at.isValid(); at = indexBelow(at)) {
        const QModelIndex first = at.siblingAtColumn(0);
        if (visualRect(first).top() >= viewport()->height())
            break;
        rows.append(first);
    }
    return rows;
}

QStringList RowView::selectedIds() const
{
    QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    std::ranges::sort(rows, {}, [this](const QModelIndex &row) { return visualRect(row).top(); });
    QStringList ids;
    for (const QModelIndex &row : rows)
        ids.append(row.data(models::IdRole).toString());
    return ids;
}

bool RowView::selectId(const QString &id)
{
    if (!model())
        return false;
    const QModelIndexList found = model()->match(model()->index(0, 0), models::IdRole, id, 1, Qt::MatchExactly | Qt::MatchRecursive);
    if (found.isEmpty())
        return false;
    selectionModel()->setCurrentIndex(found.first(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (isVisible())
        scrollTo(found.first());
    else
        m_wanted = found.first();
    return true;
}

QRect RowView::chevronRect(const QModelIndex &index) const
{
    const QModelIndex first = index.siblingAtColumn(0);
    const bool opens = model() && model()->hasChildren(first);
    if (!opens || (m_layout == Layout::Tree && kindOfRow(index) == models::RowKind::Section))
        return {};
    QRect row = visualRect(first);
    int lead = px(16);
    if (m_layout == Layout::Tree) {
        int depth = rootIsDecorated() ? 1 : 0;
        for (QModelIndex up = first.parent(); up.isValid(); up = up.parent())
            ++depth;
        lead = px(14) + px(16) * (depth - 1);
    }
    const int side = px(16);
    const int x = isRightToLeft() ? viewport()->width() - lead - side : lead;
    return {x, row.top() + (row.height() - side) / 2, side, side};
}

QRect RowView::trailingIconRect(const QModelIndex &index) const
{
    if (index.data(models::TrailingIconRole).toString().isEmpty())
        return {};
    const QRect row = visualRect(index.siblingAtColumn(0));
    const int side = px(16);
    const int x = isRightToLeft() ? px(16) : viewport()->width() - px(16) - side;
    return {x, row.top() + (row.height() - side) / 2, side, side};
}

void RowView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QModelIndex first = index.siblingAtColumn(0);
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    paintGround(painter, row, first);
    const models::RowKind kind = kindOfRow(first);
    if (kind != models::RowKind::Group && kind != models::RowKind::Section) {
        QTreeView::drawRow(painter, option, index);
        return;
    }
    QStyleOptionViewItem whole(option);
    whole.rect = row;
    whole.widget = this;
    itemDelegate()->paint(painter, whole, first);
}

void RowView::paintGround(QPainter *painter, const QRect &row, const QModelIndex &index) const
{
    const QRect ground = row.adjusted(px(8), 1, -px(8), -1);
    const bool focused = m_actsFocused || hasFocus();
    const bool selected = selectionModel() && selectionModel()->isRowSelected(index.row(), index.parent());
    const bool contrast = colors().highContrast();
    if (selected)
        paintBox(painter, ground, 6, focused ? Role::Selection : Role::SelectionIdle, contrast ? Role::Text : Role::None);
    else if (m_hovered == index && (index.flags() & Qt::ItemIsSelectable))
        paintBox(painter, ground, 6, Role::RowHover, Role::None);
    if (hasFocus() && keyboardInUse() && currentIndex().siblingAtColumn(0) == index && (selected || selectionMode() == ExtendedSelection))
        paintRing(painter, ground, 6);
}

void RowView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint()).siblingAtColumn(0);
    if (event->button() == Qt::LeftButton && index.isValid()) {
        const QPoint at = event->position().toPoint();
        if (chevronRect(index).adjusted(-4, -6, 4, 6).contains(at)) {
            setExpanded(index, !isExpanded(index));
            event->accept();
            return;
        }
        if (kindOfRow(index) == models::RowKind::Section && trailingIconRect(index).adjusted(-8, -8, 8, 8).contains(at)) {
            Q_EMIT trailingActivated(index);
            event->accept();
            return;
        }
    }
    QTreeView::mousePressEvent(event);
}

void RowView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint()).siblingAtColumn(0);
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    if (kindOfRow(index) == models::RowKind::Group)
        setExpanded(index, !isExpanded(index));
    else if (!chevronRect(index).contains(event->position().toPoint()))
        Q_EMIT rowActivated(index);
}

void RowView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex().siblingAtColumn(0));
        return;
    }
    QTreeView::keyPressEvent(event);
}

void RowView::copySelection() const
{
    QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    std::ranges::sort(rows, {}, [this](const QModelIndex &row) { return visualRect(row).top(); });
    QStringList lines;
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(row.parent()); ++column)
            cells.append(copyText(row.siblingAtColumn(column)));
        lines.append(cells.join(QLatin1Char('\t')));
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

bool RowView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter)
        setHovered(indexAt(static_cast<QHoverEvent *>(event)->position().toPoint()).siblingAtColumn(0));
    else if (event->type() == QEvent::HoverLeave || event->type() == QEvent::Leave)
        setHovered({});
    return QTreeView::viewportEvent(event);
}

void RowView::setHovered(const QModelIndex &index)
{
    if (m_hovered == index)
        return;
    const QModelIndex before = m_hovered;
    m_hovered = index;
    for (const QModelIndex &row : {before, index}) {
        const QRect area = visualRect(row);
        viewport()->update(0, area.top(), viewport()->width(), area.height());
    }
}

void RowView::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    announceSight();
}

void RowView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (m_wanted.isValid() && isVisible() && viewport()->height() >= 3 * px(m_rowHeight))
        scrollTo(std::exchange(m_wanted, {}));
    dropColumns();
    fitFirstColumn();
    announceSight();
}

void RowView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        setIndentation(m_layout == Layout::Tree ? px(16) : 0);
        scheduleDelayedItemsLayout();
    }
}

void RowView::updateGeometries()
{
    QTreeView::updateGeometries();
    if (m_corner && m_corner->height() != header()->height())
        m_corner->setFixedSize(12, header()->height());
}

void RowView::announceSight()
{
    if (std::exchange(m_sightPending, true))
        return;
    QTimer::singleShot(0, this, [this] {
        m_sightPending = false;
        Q_EMIT sightChanged();
    });
}

} // namespace pd::ui
