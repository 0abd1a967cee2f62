// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace pd::ui {

class IconView;

/// An error: what happened, whose doing it is, what to do, a button that does it; several possible causes with a button each; and the raw
/// reply behind *Details*.
class ErrorCard final : public QWidget {
    Q_OBJECT
public:
    explicit ErrorCard(QWidget *parent = nullptr);

    void setNotice(const models::ErrorNotice &notice);
    /// A field in the row of the buttons, before them (a new token). The card owns it.
    void setField(QWidget *field);
    void setDetailsShown(bool shown);

Q_SIGNALS:
    /// `id`, or `id:subject` where the action has one.
    void triggered(const QString &id);

private:
    void fillActions();
    void fillCauses();

    models::ErrorNotice m_notice;
    QWidget *m_card;
    IconView *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QVBoxLayout *m_causes;
    QWidget *m_row;
    QWidget *m_field = nullptr;
    QLabel *m_hint;
    QPushButton *m_toggle;
    QWidget *m_box;
    QHBoxLayout *m_toggleRow;
    QLabel *m_details;
};

} // namespace pd::ui
