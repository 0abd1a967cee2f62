// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/errornotice.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace pd::ui {

class FormGrid;

/// The frame of every form: a title, rows of label and control (label column 104 + 16, at most 808 wide), and free room below.
class Form final : public QWidget {
    Q_OBJECT
public:
    explicit Form(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// See FormGrid.
    void addRow(const QString &label, QWidget *control);
    void addControl(QWidget *control);
    void addSpace(int pixels);
    void setRowVisible(QWidget *control, bool visible);

private:
    QLabel *m_title;
    FormGrid *m_grid;
};

using models::noticeFor;

} // namespace pd::ui
