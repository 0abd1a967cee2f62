// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "desk/receipt.h"
#include "models/jobfacts.h"

#include <QTimer>

namespace pd::ui {

/// Activity: what runs, what ended, the receipts of all times, and what can be done with each. Tells what ended while nobody looked.
class ActivityPresenter final : public QObject {
    Q_OBJECT
public:
    explicit ActivityPresenter(Context &context);

private:
    void show();
    void follow(desk::Operation *operation);
    void tellEnd(const desk::Operation &operation);
    void actOnJob(const QString &job, const QString &action);
    void actOnReceipt(const QString &receipt, const QString &action);
    void actOnPending(const QString &job, const QString &action);
    void showError(desk::Operation *operation);

    static Task<void> readReceipts(QPointer<ActivityPresenter> self, desk::Desk &desk);
    static Task<void> readPending(QPointer<ActivityPresenter> self, desk::Desk &desk);

    Context &m_context;
    QTimer m_soon; ///< However often progress is reported, the rows are made anew ten times a second.
    QList<desk::Receipt> m_receipts;
    QList<desk::PendingTransfer> m_pending;
    QString m_typed;
    int m_period = 0;
};

} // namespace pd::ui
