// SPDX-License-Identifier: GPL-3.0-or-later
#include "planpane.h"

#include "form.h"
#include "models/format.h"
#include "models/planmodel.h"
#include "panehead.h"
#include "widgets/controls.h"
#include "widgets/emptystate.h"
#include "widgets/errorcard.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace pd::ui {

namespace {

QString titleFor(const desk::DeleteRequest &request)
{
    const QString name = request.repository.section(QLatin1Char('/'), -1);
    if (request.versions.isEmpty())
        return PlanPane::tr("Delete %1").arg(name);
    if (request.versions.size() > 1)
        return PlanPane::tr("Delete versions of %1").arg(name);
    const QString &version = request.versions.constFirst();
    const bool isDigest = version.contains(QLatin1Char(':'));
    return PlanPane::tr("Delete %1").arg(name + QLatin1Char(isDigest ? '@' : ':') + (isDigest ? models::shortDigest(version) : version));
}

QWidget *cardRoom(ErrorCard *card, QWidget *parent, bool stretch)
{
    auto *room = new QWidget(parent);
    auto *column = new QVBoxLayout(room);
    column->setContentsMargins(px(16), px(8), px(16), px(8));
    card->setParent(room);
    column->addWidget(card);
    if (stretch)
        column->addStretch(1);
    return room;
}

} // namespace

PlanPane::PlanPane(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(new models::PlanModel(clock, this))
    , m_head(new PaneHead({}, this))
    , m_refusal(new ErrorCard)
    , m_stack(new QStackedWidget(this))
    , m_view(new RowView(RowView::Layout::Table, tr("Plan"), m_stack))
    , m_empty(new EmptyState(m_stack))
    , m_error(new ErrorCard)
{
    setObjectName(QStringLiteral("planPage"));
    setAccessibleName(tr("Plan"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(0);
    QToolButton *again = makeIconButton(QStringLiteral("view-refresh"), tr("Plan again"), m_head);
    again->setObjectName(QStringLiteral("planAgainButton"));
    m_head->addButton(again);
    column->addWidget(m_head);
    m_refusalRoom = cardRoom(m_refusal, this, false);
    m_refusalRoom->hide();
    column->addWidget(m_refusalRoom);
    m_view->setObjectName(QStringLiteral("planView"));
    m_view->setModel(m_model);
    m_view->setColumnWidths({176, 368, 128});
    m_errorPage = cardRoom(m_error, m_stack, true);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_errorPage);
    column->addWidget(m_stack, 1);
    connect(again, &QToolButton::clicked, this, [this] { Q_EMIT triggered(QStringLiteral("planAgain")); });
    connect(m_refusal, &ErrorCard::triggered, this, &PlanPane::triggered);
    connect(m_empty, &EmptyState::triggered, this, &PlanPane::triggered);
    connect(m_error, &ErrorCard::triggered, this, &PlanPane::triggered);
}

void PlanPane::setPlanning(const desk::DeleteRequest &request)
{
    m_model->clear();
    m_refusalRoom->hide();
    m_head->setTitle(titleFor(request));
    m_head->setWords({});
    m_empty->setNotice({.icon = QStringLiteral("view-refresh"),
        .title = tr("Looking what goes with it"),
        .text = tr("Tags that point to the same version go together. Nothing is deleted yet.")});
    m_stack->setCurrentWidget(m_empty);
}

void PlanPane::setPlan(const desk::DeletePlan &plan)
{
    m_head->setTitle(titleFor(plan.request));
    qsizetype tags = 0;
    for (const desk::DeleteItem &item : plan.items)
        tags += item.tags.size();
    m_head->setWords(tr("%1, from %2").arg(models::tagsOnVersionsText(tags, plan.items.size()), plan.request.repository));
    m_model->setPlan(plan);
    // What the registry does not tell of any version is no column.
    const auto none = [&plan](auto has) { return std::ranges::none_of(plan.items, has); };
    m_view->setColumnHidden(models::PlanModel::Age, none([](const desk::DeleteItem &item) { return item.published.isValid(); }));
    m_view->setColumnHidden(models::PlanModel::Size, none([](const desk::DeleteItem &item) { return item.size >= 0; }));
    m_view->expandAll();
    showRefusal(plan);
    if (plan.items.isEmpty()) {
        m_empty->setNotice({.icon = QStringLiteral("checkmark"),
            .title = tr("Nothing is there to delete"),
            .text = tr("%1 has no version any more.").arg(plan.request.repository),
            .actions = {{.id = QStringLiteral("cancel"), .label = tr("Back to the package")}}});
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentWidget(m_view);
    m_view->setCurrentIndex(m_model->index(0, 0, m_model->index(0, 0)));
}

void PlanPane::showRefusal(const desk::DeletePlan &plan)
{
    m_refusalRoom->setVisible(!plan.refusal.isEmpty());
    if (plan.refusal.isEmpty())
        return;
    models::ErrorNotice notice;
    notice.title = tr("This cannot be deleted");
    notice.text = models::planRefusal(plan);
    if (plan.lastTagged && !plan.wholePackage)
        notice.actions.append({.id = QStringLiteral("planDeletePackage"), .label = tr("Plan to delete the package…")});
    if (!plan.missingScope.isEmpty() && !plan.page.isEmpty())
        notice.actions.append({.id = QStringLiteral("openTokenPage"), .label = tr("Make a token that may…")});
    m_refusal->setNotice(notice);
}

void PlanPane::setError(const Error &error)
{
    m_model->clear();
    m_refusalRoom->hide();
    m_error->setNotice(noticeFor(error));
    m_stack->setCurrentWidget(m_errorPage);
}

void PlanPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT triggered(QStringLiteral("cancel"));
    else
        QWidget::keyPressEvent(event);
}

} // namespace pd::ui
