// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.h"

#include "widgets/controls.h"
#include "widgets/formgrid.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace pd::ui {

Form::Form(const QString &title, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(32), px(24), px(32), px(24));
    column->setSpacing(px(16));
    m_title = makeLabel(title, Type::Title, Role::Text, this);
    column->addWidget(m_title);
    auto *room = new QWidget(this);
    room->setMaximumWidth(px(744));
    m_grid = new FormGrid(104, room);
    column->addWidget(room);
    column->addStretch(1);
}

void Form::setTitle(const QString &title)
{
    m_title->setText(title);
}

void Form::addRow(const QString &label, QWidget *control)
{
    m_grid->addField(label, control);
}

void Form::addControl(QWidget *control)
{
    m_grid->addControl(control);
}

void Form::addSpace(int pixels)
{
    m_grid->addSpace(pixels);
}

void Form::setRowVisible(QWidget *control, bool visible)
{
    m_grid->setFieldVisible(control, visible);
}

} // namespace pd::ui
