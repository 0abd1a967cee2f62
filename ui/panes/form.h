// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "models/notices.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace pd::ui {

/// The frame of every form: a title, rows of label and control (label column 104 + 16, at most 808 wide), and free room below.
class Form final : public QWidget {
    Q_OBJECT
public:
    explicit Form(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// A row; the label is the buddy of the control and names it where it has no name yet.
    void addRow(const QString &label, QWidget *control);
    /// A control alone, on the controls' edge.
    void addControl(QWidget *control);
    void addSpace(int pixels);
    /// Shows or hides a control with its label.
    void setRowVisible(QWidget *control, bool visible);

private:
    QLabel *m_title;
    QGridLayout *m_grid;
    int m_row = 0;
};

/// An error as the notice of an error card; its one action has the id `remedy`.
[[nodiscard]] models::ErrorNotice noticeFor(const Error &error);

} // namespace pd::ui
