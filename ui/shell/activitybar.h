// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activity.h"

#include <QWidget>

class QHBoxLayout;
class QProgressBar;
class QPushButton;
class QSpacerItem;

namespace pd::ui {

class ElidedLabel;
class IconView;

/// The bottom line of the window: what runs, how far, *Cancel*; opens Activity upwards.
class ActivityBar final : public QWidget {
    Q_OBJECT
public:
    explicit ActivityBar(QWidget *parent = nullptr);

    void setLine(const models::ActivityLine &line);
    /// What it says while Activity is open: "1 running, 3 waiting".
    void setSummary(const QString &summary);
    void setOpen(bool open);

Q_SIGNALS:
    void cancelRequested(const QString &jobId);
    void toggleRequested();

private:
    void fillWords();

    models::ActivityLine m_line;
    QString m_summary;
    bool m_open = false;
    IconView *m_icon;
    QSpacerItem *m_gap;
    ElidedLabel *m_text;
    ElidedLabel *m_receipt;
    QWidget *m_busy;
    QProgressBar *m_progress;
    QWidget *m_wordsBox;
    QHBoxLayout *m_words;
    QPushButton *m_cancel;
    QPushButton *m_toggle;
};

} // namespace pd::ui
