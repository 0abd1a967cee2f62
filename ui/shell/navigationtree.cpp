// SPDX-License-Identifier: GPL-3.0-or-later
#include "navigationtree.h"

#include "treemodel.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QVBoxLayout>

namespace pd::ui {

NavigationTree::NavigationTree(QWidget *parent)
    : QWidget(parent)
    , m_view(new RowView(RowView::Layout::Tree, tr("Registries"), this))
    , m_model(new TreeModel(this))
{
    setGround(this, Role::Chrome);
    setMinimumWidth(px(180));
    m_view->setObjectName(QStringLiteral("Registries"));
    m_view->setModel(m_model);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(4), 0, 0);
    column->addWidget(m_view);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (m_quiet || !(current.flags() & Qt::ItemIsSelectable))
            return;
        m_selected = current.data(models::IdRole).toString();
        m_pressed = false;
        Q_EMIT chosen(m_selected);
    });
    m_view->viewport()->installEventFilter(this);
    // A press of the row where one is leads back to the first tab of the place.
    connect(m_view, &QAbstractItemView::pressed, this, [this](const QModelIndex &index) {
        if (std::exchange(m_pressed, false) && index.flags() & Qt::ItemIsSelectable)
            Q_EMIT chosen(index.data(models::IdRole).toString());
    });
    connect(m_view, &RowView::rowActivated, this, [this](const QModelIndex &index) {
        if (index.flags() & Qt::ItemIsSelectable)
            Q_EMIT chosen(index.data(models::IdRole).toString());
    });
    connect(m_view, &RowView::trailingActivated, this,
        [this](const QModelIndex &index) { Q_EMIT addRequested(index.data(models::IdRole).toString()); });
    connect(m_view, &QTreeView::expanded, this, [this](const QModelIndex &index) { onExpanded(index, true); });
    connect(m_view, &QTreeView::collapsed, this, [this](const QModelIndex &index) { onExpanded(index, false); });
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        const QModelIndex index = m_view->indexAt(at);
        if (index.flags() & Qt::ItemIsSelectable)
            Q_EMIT menuRequested(index.data(models::IdRole).toString(), m_view->viewport()->mapToGlobal(at));
    });
}

bool NavigationTree::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress)
        m_pressed = static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
    return QWidget::eventFilter(watched, event);
}

void NavigationTree::setSnapshot(const models::TreeSnapshot &snapshot)
{
    if (m_model->snapshot() == snapshot)
        return;
    const QScopedValueRollback<bool> quiet(m_quiet, true);
    const int scrolled = m_view->verticalScrollBar()->value();
    m_model->setSnapshot(snapshot);
    restore();
    m_view->verticalScrollBar()->setValue(scrolled);
}

void NavigationTree::restore()
{
    for (int row = 0; row < m_model->rowCount({}); ++row)
        m_view->expand(m_model->index(row, 0, {}));
    for (const QString &id : std::as_const(m_open)) {
        if (const QModelIndex index = m_model->find(id); index.isValid())
            m_view->expand(index);
    }
    if (const QModelIndex index = m_model->find(m_selected); index.isValid())
        m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

bool NavigationTree::select(const QString &id)
{
    const QScopedValueRollback<bool> quiet(m_quiet, true);
    m_selected = id;
    const QModelIndex index = m_model->find(id);
    if (!index.isValid()) {
        m_view->selectionModel()->clear();
        return false;
    }
    for (QModelIndex up = index.parent(); up.isValid(); up = up.parent()) {
        m_open.insert(up.data(models::IdRole).toString());
        m_view->expand(up);
    }
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_view->scrollTo(index);
    return true;
}

QString NavigationTree::selected() const
{
    return m_selected;
}

void NavigationTree::expand(const QString &id)
{
    m_open.insert(id);
    if (const QModelIndex index = m_model->find(id); index.isValid())
        m_view->expand(index);
}

void NavigationTree::onExpanded(const QModelIndex &index, bool open)
{
    const QString id = index.data(models::IdRole).toString();
    if (!open) {
        // Sections stay open: they are heads, not folders.
        if (!index.parent().isValid() && !m_quiet)
            m_view->expand(index);
        m_open.remove(id);
        return;
    }
    m_open.insert(id);
    if (!m_quiet)
        Q_EMIT opened(id);
    if (!m_quiet && m_model->rowCount(index) == 0)
        Q_EMIT childrenWanted(id);
}

} // namespace pd::ui
