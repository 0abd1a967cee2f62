// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitypanel.h"

#include "joblist.h"
#include "jobrow.h"
#include "receiptsview.h"
#include "widgets/controls.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

#include <array>

namespace pd::ui {

namespace {

constexpr int NarrowBelow = 1200;

} // namespace

ActivityPanel::ActivityPanel(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_jobsPane(makeJobs())
    , m_receipts(new ReceiptsView(this))
{
    setGround(this, Role::Panel);
    setAccessibleName(tr("Activity"));
    setObjectName(QStringLiteral("activityPanel"));
    setMinimumHeight(px(200));
    m_tabs->addTab(tr("Jobs"));
    m_tabs->addTab(tr("Receipts"));
    m_tabs->setAccessibleName(tr("Activity tabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_split->addWidget(m_jobsPane);
    m_split->addWidget(m_receipts);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_split->setSizes({px(870), px(569)});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_split, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &ActivityPanel::arrange);
    connect(m_receipts, &ReceiptsView::triggered, this, &ActivityPanel::receiptTriggered);
    connect(m_receipts, &ReceiptsView::searched, this, &ActivityPanel::receiptsSearched);
    arrange();
}

QWidget *ActivityPanel::makeJobs()
{
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QWidget(pane);
    head->setFixedHeight(px(40));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(margins(px(16), 0, px(8), 0));
    row->setSpacing(px(8));
    row->addWidget(makeLabel(tr("Activity"), Type::Strong, Role::Text, head));
    m_summary = makeLabel({}, Type::Small, Role::Text2, head);
    row->addWidget(m_summary);
    row->addStretch(1);
    m_clear = makeButton(tr("Clear finished"), ButtonKind::Flat, head);
    m_clear->setObjectName(QStringLiteral("clearFinishedButton"));
    connect(m_clear, &QPushButton::clicked, this, &ActivityPanel::clearRequested);
    row->addWidget(m_clear);
    column->addWidget(head);
    column->addWidget(makeLine(Qt::Horizontal, pane));

    auto *scroll = new QScrollArea(pane);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_jobsPage = new JobList;
    m_jobsPage->setAccessibleName(tr("Activity"));
    m_jobsPage->setObjectName(QStringLiteral("Activity"));
    setGround(m_jobsPage, Role::Panel);
    setGround(scroll->viewport(), Role::Panel);
    m_rows = new QVBoxLayout(m_jobsPage);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    scroll->setWidget(m_jobsPage);
    column->addWidget(scroll, 1);
    return pane;
}

void ActivityPanel::setSnapshot(const models::ActivitySnapshot &snapshot)
{
    m_summary->setText(snapshot.summary);
    m_receipts->setReceipts(snapshot);
    const auto shape = [](const QList<models::JobValue> &jobs) {
        QStringList ids;
        for (const models::JobValue &job : jobs)
            ids.append(job.id + QChar(static_cast<int>(job.state)));
        return ids;
    };
    const bool sameShape = shape(m_jobs) == shape(snapshot.jobs) && !m_byId.isEmpty();
    m_jobs = snapshot.jobs;
    if (!sameShape)
        fillJobs();
    for (const models::JobValue &job : std::as_const(m_jobs))
        m_byId.value(job.id)->setJob(job);
    m_clear->setEnabled(std::ranges::any_of(
        m_jobs, [](const models::JobValue &job) { return job.state == models::JobState::Done || job.state == models::JobState::Failed; }));
}

void ActivityPanel::fillJobs()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        auto *row = qobject_cast<JobRow *>(item->widget());
        if (!row)
            delete item->widget();
        delete item;
    }
    QHash<QString, JobRow *> kept = std::exchange(m_byId, {});
    const std::array<std::pair<models::JobState, QString>, 4> groups
        = {std::pair{models::JobState::Running, tr("Running")}, std::pair{models::JobState::Waiting, tr("Waiting")},
            std::pair{models::JobState::Failed, tr("Failed")}, std::pair{models::JobState::Done, tr("Done")}};
    for (const auto &[state, title] : groups) {
        bool headed = false;
        for (const models::JobValue &job : std::as_const(m_jobs)) {
            if (job.state != state)
                continue;
            if (!std::exchange(headed, true)) {
                QLabel *head = makeLabel(title, Type::Section, Role::Text2, m_jobsPage);
                head->setContentsMargins(px(16), px(8), px(16), 0);
                head->setFixedHeight(px(32));
                m_rows->addWidget(head);
            }
            JobRow *row = kept.take(job.id);
            if (!row) {
                row = new JobRow(m_jobsPage);
                connect(row, &JobRow::triggered, this, &ActivityPanel::jobTriggered);
            }
            m_byId.insert(job.id, row);
            m_rows->addWidget(row);
        }
    }
    qDeleteAll(kept);
    if (m_jobs.isEmpty()) {
        QLabel *nothing = makeLabel(tr("Nothing runs and nothing waits"), Type::Body, Role::Text2, m_jobsPage);
        nothing->setContentsMargins(px(16), px(16), px(16), 0);
        m_rows->addWidget(nothing);
    }
    m_rows->addStretch(1);
}

void ActivityPanel::showReceipt(const QString &id)
{
    m_tabs->setCurrentIndex(1);
    m_receipts->select(id);
}

void ActivityPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ActivityPanel::arrange()
{
    const bool narrow = width() < px(NarrowBelow);
    m_tabs->setVisible(narrow);
    m_jobsPane->setVisible(!narrow || m_tabs->currentIndex() == 0);
    m_receipts->setVisible(!narrow || m_tabs->currentIndex() == 1);
}

} // namespace pd::ui
