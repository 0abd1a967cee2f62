// SPDX-License-Identifier: GPL-3.0-or-later
#include "formgrid.h"

#include "controls.h"
#include "theme.h"

#include <QAbstractButton>
#include <QLabel>

namespace pd::ui {

FormGrid::FormGrid(int labelWidth, QWidget *parent)
    : QGridLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setHorizontalSpacing(px(16));
    setVerticalSpacing(px(12));
    setColumnMinimumWidth(0, px(labelWidth));
    setColumnStretch(1, 1);
}

void FormGrid::addField(const QString &label, QWidget *control)
{
    QLabel *words = makeLabel(label, Type::Body, Role::Text2, parentWidget());
    words->setContentsMargins(0, px(8), 0, 0);
    words->setBuddy(control);
    // A box has words of its own.
    if (control->accessibleName().isEmpty() && !qobject_cast<QAbstractButton *>(control))
        control->setAccessibleName(label);
    addWidget(words, m_row, 0, Qt::AlignTop);
    addWidget(control, m_row++, 1);
}

void FormGrid::addControl(QWidget *control)
{
    addWidget(control, m_row++, 1);
}

void FormGrid::addWide(QWidget *widget)
{
    addWidget(widget, m_row++, 0, 1, 2);
}

void FormGrid::addSpace(int pixels)
{
    setRowMinimumHeight(m_row++, px(pixels));
}

void FormGrid::setFieldVisible(QWidget *control, bool visible)
{
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    getItemPosition(indexOf(control), &row, &column, &rows, &columns);
    control->setVisible(visible);
    if (QLayoutItem *label = itemAtPosition(row, 0); label && label->widget())
        label->widget()->setVisible(visible);
}

} // namespace pd::ui
