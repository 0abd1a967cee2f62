// SPDX-License-Identifier: GPL-3.0-or-later
#include "repositorypane.h"

#include "form.h"
#include "models/format.h"
#include "widgets/controls.h"
#include "widgets/emptystate.h"
#include "widgets/errorcard.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace pd::ui {

namespace {

/// So far from the last row the next ones are asked for.
constexpr int RowsAhead = 5;

} // namespace

RepositoryPane::RepositoryPane(WorkerPool &pool, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(new models::TagsModel(pool, clock, this))
    , m_count(makeLabel({}, Type::Small, Role::Text2, this))
    , m_reading(makeLabel({}, Type::Small, Role::Text2, this))
    , m_stack(new QStackedWidget(this))
    , m_view(new RowView(RowView::Layout::Table, tr("Remote packages"), this))
    , m_empty(new EmptyState(this))
    , m_errorPage(new QWidget(this))
    , m_error(new ErrorCard(m_errorPage))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(px(16), px(8), px(8), px(8));
    tools->setSpacing(px(8));
    QLineEdit *filter = makeField(QStringLiteral("view-filter"), tr("Filter tags"), tr("Filter tags"), this);
    filter->setObjectName(QStringLiteral("filterEdit"));
    filter->setFixedWidth(px(240));
    tools->addWidget(filter);
    tools->addWidget(m_count);
    tools->addStretch(1);
    tools->addWidget(m_reading);
    QToolButton *refresh = makeIconButton(QStringLiteral("view-refresh"), tr("Refresh"), this);
    tools->addWidget(refresh);
    column->addLayout(tools);

    m_view->setObjectName(QStringLiteral("tagsView"));
    m_view->setModel(m_model);
    m_view->setColumnWidths({200, 144, 128, 112});
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(models::TagsModel::Tag, Qt::DescendingOrder);
    auto *errorRoom = new QVBoxLayout(m_errorPage);
    errorRoom->setContentsMargins(px(16), px(16), px(16), px(16));
    errorRoom->addWidget(m_error);
    errorRoom->addStretch(1);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_errorPage);
    column->addWidget(m_stack, 1);

    connect(filter, &QLineEdit::textChanged, m_model, &models::TagsModel::setFilter);
    connect(refresh, &QToolButton::clicked, this, [this] { Q_EMIT triggered(QStringLiteral("refresh")); });
    connect(m_error, &ErrorCard::triggered, this, &RepositoryPane::triggered);
    connect(m_model, &models::TagsModel::arranged, this, [this] {
        m_settled = true;
        showState();
    });
    connect(m_model, &models::TagsModel::detailsWanted, this, &RepositoryPane::detailsWanted);
    connect(m_view, &RowView::sightChanged, this, [this] {
        const QModelIndexList rows = m_view->rowsInSight();
        m_model->setVisibleRange(rows.isEmpty() ? -1 : rows.first().row(), rows.isEmpty() ? -1 : rows.last().row());
        lookDown();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RepositoryPane::selectionChanged);
    connect(m_view, &RowView::rowActivated, this, [this](const QModelIndex &index) { Q_EMIT activated(m_model->rowKey(index)); });
}

void RepositoryPane::lookDown()
{
    // Also where a filter leaves no row: others may have the words.
    const QModelIndexList rows = m_view->rowsInSight();
    if (m_more && m_settled && (rows.isEmpty() || rows.last().row() + RowsAhead >= m_model->shown()))
        Q_EMIT moreWanted();
}

void RepositoryPane::clear()
{
    m_more = false;
    m_model->clear();
    m_count->clear();
    m_reading->clear();
}

void RepositoryPane::setTags(const QList<desk::RemoteTag> &tags, bool more)
{
    m_more = more;
    m_settled = false;
    m_stack->setCurrentWidget(m_view);
    m_model->setTags(tags);
}

void RepositoryPane::fill(const desk::RemoteTag &tag)
{
    m_model->fill(tag);
    showState();
}

void RepositoryPane::setLoading()
{
    if (m_model->total() == 0)
        m_empty->setNotice({.icon = QStringLiteral("view-refresh"), .title = tr("Reading the tags"), .text = {}, .actions = {}});
    m_stack->setCurrentWidget(m_model->total() == 0 ? static_cast<QWidget *>(m_empty) : m_view);
}

void RepositoryPane::setError(const Error &error)
{
    m_error->setNotice(noticeFor(error));
    m_stack->setCurrentWidget(m_errorPage);
}

QString RepositoryPane::selectedTag() const
{
    return m_view->selectedIds().value(0);
}

void RepositoryPane::select(const QString &tag)
{
    m_wanted = m_view->selectId(tag) ? QString() : tag;
}

void RepositoryPane::keyPressEvent(QKeyEvent *event)
{
    // Only plans: nothing goes before the plan was seen.
    if (event->matches(QKeySequence::Delete) && !selectedTag().isEmpty())
        Q_EMIT triggered(QStringLiteral("delete"));
    else
        QWidget::keyPressEvent(event);
}

void RepositoryPane::showState()
{
    const QString count = models::tagsOnVersionsText(m_model->total(), m_model->versions());
    m_count->setText(m_more ? tr("%1 so far", "31 tags on 27 versions").arg(count) : count);
    const int missing = m_model->inSight() - m_model->readInSight();
    m_reading->setText(
        missing > 0 ? tr("Reading details, %1 of %2 in sight").arg(m_model->readInSight()).arg(m_model->inSight()) : QString());
    if (!m_wanted.isEmpty() && m_view->selectId(m_wanted))
        m_wanted.clear();
    if (m_stack->currentWidget() == m_errorPage)
        return;
    if (m_model->shown() == 0 && !m_model->isArranging()) {
        const bool none = m_model->total() == 0;
        m_empty->setNotice({.icon = QStringLiteral("tag"),
            .title = none ? tr("No tags") : tr("No tag matches"),
            .text = none ? tr("This package has no tag. Versions without one do not show here.") : tr("No tag has these words."),
            .actions = {}});
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentWidget(m_view);
}

} // namespace pd::ui
