// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "desk/requests.h"

#include <QWidget>

class QStackedWidget;

namespace pd::models {
class PlanModel;
}

namespace pd::ui {

class EmptyState;
class ErrorCard;
class PaneHead;
class RowView;

/// *Plan*: what a delete on a registry would take along, before it does. The promise and the red button stand in the inspector; Escape leaves
/// the plan, and nothing here deletes. Values in, ids out.
class PlanPane final : public QWidget {
    Q_OBJECT
public:
    /// `clock` must outlive it.
    explicit PlanPane(const Clock &clock, QWidget *parent = nullptr);

    /// The plan is being made: nothing of the last one shows.
    void setPlanning(const desk::DeleteRequest &request);
    void setPlan(const desk::DeletePlan &plan);
    void setError(const Error &error);

Q_SIGNALS:
    /// `planAgain`, `cancel`, `planDeletePackage`, `openTokenPage`, or the action of an error.
    void triggered(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showRefusal(const desk::DeletePlan &plan);

    models::PlanModel *m_model;
    PaneHead *m_head;
    QWidget *m_refusalRoom;
    ErrorCard *m_refusal;
    QStackedWidget *m_stack;
    RowView *m_view;
    EmptyState *m_empty;
    QWidget *m_errorPage;
    ErrorCard *m_error;
};

} // namespace pd::ui
