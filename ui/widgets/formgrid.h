// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGridLayout>

namespace pd::ui {

/// The rows of every form, dialog and settings page: labels in a column of their own, controls at one edge. GUI thread.
class FormGrid final : public QGridLayout {
    Q_OBJECT
public:
    /// `labelWidth`: at least so wide is the column of labels, in unscaled pixels.
    explicit FormGrid(int labelWidth, QWidget *parent = nullptr);

    /// A row; the label is the buddy of the control and names it where it has no name yet.
    void addField(const QString &label, QWidget *control);
    /// A control alone, on the controls' edge.
    void addControl(QWidget *control);
    /// Over both columns.
    void addWide(QWidget *widget);
    void addSpace(int pixels);
    /// Shows or hides a control with its label.
    void setFieldVisible(QWidget *control, bool visible);

private:
    int m_row = 0;
};

} // namespace pd::ui
