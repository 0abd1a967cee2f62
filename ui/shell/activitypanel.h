// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activity.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QTabBar;
class QVBoxLayout;

namespace pd::ui {

class JobRow;
class ReceiptsView;

/// Activity, opened: what runs, waits, failed and is done beside the receipts; two tabs where it is narrow. Values in, ids out.
class ActivityPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ActivityPanel(QWidget *parent = nullptr);

    void setSnapshot(const models::ActivitySnapshot &snapshot);
    void showReceipt(const QString &id);
    [[nodiscard]] ReceiptsView *receipts() const { return m_receipts; }

Q_SIGNALS:
    void jobTriggered(const QString &jobId, const QString &action);
    void receiptTriggered(const QString &receiptId, const QString &action);
    void receiptsSearched(const QString &text, int period);
    void clearRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeJobs();
    void fillJobs();
    void arrange();

    QList<models::JobValue> m_jobs;
    QTabBar *m_tabs;
    QSplitter *m_split;
    QLabel *m_summary = nullptr;
    QPushButton *m_clear = nullptr;
    QWidget *m_jobsPage = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QWidget *m_jobsPane; // made after what makeJobs() fills
    ReceiptsView *m_receipts;
    QHash<QString, JobRow *> m_byId;
};

} // namespace pd::ui
