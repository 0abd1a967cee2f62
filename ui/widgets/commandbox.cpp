// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandbox.h"

#include "card.h"
#include "controls.h"
#include "iconview.h"
#include "theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace pd::ui {

CommandBox::CommandBox(bool withIcon, QWidget *parent)
    : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(Card::Kind::Command, this);
    outer->addWidget(card);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(margins(px(12), px(7), px(8), px(7)));
    row->setSpacing(px(8));
    if (withIcon)
        row->addWidget(new IconView(QStringLiteral("dialog-scripts"), Role::Text2, 16, card));
    m_text = makeLabel({}, Type::MonoSmall, Role::Text2, card);
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFocusPolicy(Qt::ClickFocus);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(1);
    m_text->setAccessibleName(tr("Command"));
    row->addWidget(m_text, 1);
    QToolButton *copy = makeIconButton(QStringLiteral("edit-copy"), tr("Copy the command"), card, true);
    connect(copy, &QToolButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_text->text());
        Q_EMIT copied();
    });
    row->addWidget(copy);
}

void CommandBox::setCommand(const QString &command)
{
    m_text->setText(command);
}

QString CommandBox::command() const
{
    return m_text->text();
}

} // namespace pd::ui
