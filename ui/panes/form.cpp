// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.h"

#include "desk/errortext.h"
#include "widgets/controls.h"
#include "widgets/theme.h"

#include <QGridLayout>
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
    m_grid = new QGridLayout(room);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(px(16));
    m_grid->setVerticalSpacing(px(12));
    m_grid->setColumnMinimumWidth(0, px(104));
    m_grid->setColumnStretch(1, 1);
    column->addWidget(room);
    column->addStretch(1);
}

void Form::setTitle(const QString &title)
{
    m_title->setText(title);
}

void Form::setRowVisible(QWidget *control, bool visible)
{
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    m_grid->getItemPosition(m_grid->indexOf(control), &row, &column, &rows, &columns);
    control->setVisible(visible);
    if (QLayoutItem *label = m_grid->itemAtPosition(row, 0); label && label->widget())
        label->widget()->setVisible(visible);
}

void Form::addRow(const QString &label, QWidget *control)
{
    QLabel *words = makeLabel(label, Type::Body, Role::Text2, this);
    words->setContentsMargins(0, px(8), 0, 0);
    words->setBuddy(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(label);
    m_grid->addWidget(words, m_row, 0, Qt::AlignTop);
    m_grid->addWidget(control, m_row++, 1);
}

void Form::addControl(QWidget *control)
{
    m_grid->addWidget(control, m_row++, 1);
}

void Form::addSpace(int pixels)
{
    m_grid->setRowMinimumHeight(m_row++, px(pixels));
}

models::ErrorNotice noticeFor(const Error &error)
{
    const desk::ErrorText words = desk::describe(error);
    models::ErrorNotice notice;
    notice.title = words.title;
    notice.text = words.message;
    // What a compiler says ends without a stop.
    if (!notice.text.isEmpty() && !words.advice.isEmpty() && notice.text.back().isLetterOrNumber())
        notice.text += QLatin1Char('.');
    if (!words.advice.isEmpty())
        notice.text = QString(notice.text + QLatin1Char(' ') + words.advice).trimmed();
    notice.details = words.details;
    if (words.remedy == desk::Remedy::Retry || words.remedy == desk::Remedy::Reload)
        notice.actions.append({.id = QStringLiteral("retry"), .label = words.button});
    if (words.remedy == desk::Remedy::SignIn)
        notice.actions.append({.id = QStringLiteral("signIn"), .label = words.button});
    if (words.remedy == desk::Remedy::GetOpa)
        notice.actions.append({.id = QStringLiteral("getOpa"), .label = words.button});
    return notice;
}

} // namespace pd::ui
