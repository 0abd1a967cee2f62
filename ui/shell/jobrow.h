// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activity.h"

#include <QWidget>

class QHBoxLayout;
class QProgressBar;

namespace pd::ui {

class ElidedLabel;
class IconView;

/// One job in Activity, 32 px: icon, name, progress, words, buttons. Buttons are made anew only when the actions differ.
class JobRow final : public QWidget {
    Q_OBJECT
public:
    explicit JobRow(QWidget *parent = nullptr);
    void setJob(const models::JobValue &job);
    [[nodiscard]] const QString &jobId() const { return m_job.id; }

Q_SIGNALS:
    void triggered(const QString &jobId, const QString &action);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillActions();

    models::JobValue m_job;
    IconView *m_icon;
    ElidedLabel *m_title;
    QProgressBar *m_progress;
    ElidedLabel *m_words;
    QHBoxLayout *m_actions;
};

} // namespace pd::ui
