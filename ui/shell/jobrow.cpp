// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobrow.h"

#include "widgets/controls.h"
#include "widgets/elidedlabel.h"
#include "widgets/iconview.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace pd::ui {

namespace {

struct Look {
    QString icon;
    Role role;
};

Look lookOf(const models::JobValue &job)
{
    switch (job.state) {
    case models::JobState::Failed: return {QStringLiteral("window-close"), Role::Err};
    case models::JobState::Done: return {QStringLiteral("checkmark"), Role::Ok};
    default: return {job.icon, Role::Text2};
    }
}

} // namespace

JobRow::JobRow(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconView({}, Role::Text2, 16, this))
    , m_title(new ElidedLabel({}, Type::Name, Role::Text, this))
    , m_progress(new QProgressBar(this))
    , m_words(new ElidedLabel({}, Type::Body, Role::Text2, this))
    , m_actions(new QHBoxLayout)
{
    setFixedHeight(px(32));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(px(96), 6);
    m_actions->setSpacing(px(8));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margins(px(16), 0, px(8), 0));
    row->setSpacing(px(8));
    row->addWidget(m_icon);
    row->addWidget(m_title);
    row->addSpacing(px(8));
    row->addWidget(m_progress);
    row->addWidget(m_words, 1);
    row->addLayout(m_actions);
}

void JobRow::setJob(const models::JobValue &job)
{
    const bool sameActions = m_job.id == job.id && m_job.actions == job.actions;
    m_job = job;
    const Look look = lookOf(job);
    m_icon->setIcon(look.icon, look.role);
    m_title->setText(job.title);
    m_words->setText(job.words);
    m_progress->setVisible(job.progress >= 0);
    m_progress->setValue(qRound(std::max(0.0, job.progress) * 1000));
    m_progress->setAccessibleName(tr("Progress of %1").arg(job.title));
    setAccessibleName(tr("%1, %2").arg(job.title, job.words));
    if (!sameActions)
        fillActions();
}

void JobRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // One column for all rows, whatever stands beside it.
    m_title->setFixedWidth(std::min(px(296), width() * 2 / 5));
}

void JobRow::fillActions()
{
    clearLayout(m_actions);
    for (const models::ActionValue &action : std::as_const(m_job.actions)) {
        QPushButton *button = makeButton(action, this);
        setKind(button, ButtonKind::Flat, true);
        // The same word stands in several rows: what is heard says which one.
        button->setAccessibleName(tr("%1: %2").arg(action.label, m_job.title));
        connect(button, &QPushButton::clicked, this, [this, id = action.id] { Q_EMIT triggered(m_job.id, id); });
        m_actions->addWidget(button);
    }
}

} // namespace pd::ui
