// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace pd::ui {

class IconView;

/// Nothing here, no match, not signed in: icon, heading, words and at most one filled button, centred a little above the middle.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setNotice(const models::EmptyNotice &notice);

Q_SIGNALS:
    void triggered(const QString &id);

private:
    models::EmptyNotice m_notice;
    IconView *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace pd::ui
