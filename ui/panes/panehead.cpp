// SPDX-License-Identifier: GPL-3.0-or-later
#include "panehead.h"

#include "widgets/elidedlabel.h"
#include "widgets/painting.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace pd::ui {

PaneHead::PaneHead(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(title, Type::Title, Role::Text, this))
    , m_words(new ElidedLabel({}, Type::Small, Role::Text2, this))
    , m_row(new QHBoxLayout(this))
{
    setFixedHeight(px(48));
    m_row->setContentsMargins(margins(px(16), 0, px(8), 0));
    m_row->setSpacing(px(8));
    m_row->addWidget(m_title);
    // One baseline with the title, not one centre.
    m_words->setContentsMargins(0, px(5), 0, 0);
    m_row->addWidget(m_words, 1);
}

void PaneHead::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PaneHead::setWords(const QString &words)
{
    m_words->setText(words);
}

void PaneHead::addButton(QWidget *button)
{
    button->setParent(this);
    m_row->addWidget(button);
}

void fitField(QLineEdit *field, int least)
{
    // Icon, its gap and the margins beside the words.
    field->setFixedWidth(std::max(px(least), textWidth(field->placeholderText(), ui::font(Type::Body)) + px(56)));
}

} // namespace pd::ui
