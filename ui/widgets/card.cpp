// SPDX-License-Identifier: GPL-3.0-or-later
#include "card.h"

#include "painting.h"

#include <QPainter>

namespace pd::ui {

Card::Card(Kind kind, QWidget *parent)
    : QFrame(parent)
    , m_kind(kind)
{
    setFrameShape(NoFrame);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    switch (m_kind) {
    case Kind::Raised: return paintBox(&painter, rect(), 8, Role::Raised, Role::Line);
    case Kind::Sentence: return paintBox(&painter, rect(), 8, Role::Sentence, Role::Line);
    case Kind::Command: return paintBox(&painter, rect(), 6, Role::Command, Role::Line);
    case Kind::Reply: return paintBox(&painter, rect(), 6, Role::Field, Role::Line);
    case Kind::Error: return paintBox(&painter, rect(), 8, Role::ErrorCard, Role::ErrorCardBorder);
    case Kind::Promise: return paintBox(&painter, rect(), 8, Role::OkGround, Role::OkBorder);
    }
}

} // namespace pd::ui
