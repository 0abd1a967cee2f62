// SPDX-License-Identifier: GPL-3.0-or-later
#include "emptystate.h"

#include "controls.h"
#include "iconview.h"
#include "theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pd::ui {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconView({}, Role::Text3, 32, this))
    , m_title(makeLabel({}, Type::Heading, Role::Text, this))
    , m_text(makeParagraph({}, Type::Body, Role::Text2, this))
    , m_buttons(new QHBoxLayout)
{
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setObjectName(QStringLiteral("messageLabel"));
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setFixedWidth(px(400));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(1);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(px(16));
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addSpacing(px(8));
    // Not by an alignment: that would take the height of one line for words that wrap.
    auto *words = new QHBoxLayout;
    words->addStretch(1);
    words->addWidget(m_text);
    words->addStretch(1);
    column->addLayout(words);
    column->addSpacing(px(16));
    m_buttons->setSpacing(px(8));
    column->addLayout(m_buttons);
    column->addStretch(1);
    column->addSpacing(px(48));
}

void EmptyState::setNotice(const models::EmptyNotice &notice)
{
    if (m_notice == notice)
        return;
    m_notice = notice;
    m_icon->setIcon(notice.icon, Role::Text3);
    m_title->setText(notice.title);
    setParagraph(m_text, notice.text);
    // A label that wraps has no height of its own in a centred column: it gets the one of its width.
    m_text->setFixedHeight(m_text->heightForWidth(m_text->width()));
    clearLayout(m_buttons);
    m_buttons->addStretch(1);
    for (const models::ActionValue &action : notice.actions) {
        QPushButton *button = makeButton(action, this);
        connect(button, &QPushButton::clicked, this, [this, id = action.id] { Q_EMIT triggered(id); });
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch(1);
}

} // namespace pd::ui
