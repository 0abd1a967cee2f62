// SPDX-License-Identifier: GPL-3.0-or-later
#include "errorcard.h"

#include "card.h"
#include "controls.h"
#include "icons.h"
#include "iconview.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pd::ui {

namespace {

QString wordOf(const models::ActionValue &action)
{
    return action.subject.isEmpty() ? action.id : QString(action.id + QLatin1Char(':') + action.subject);
}

} // namespace

ErrorCard::ErrorCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(Card::Kind::Error, this))
    , m_icon(new IconView({}, Role::Warn, 20, m_card))
    , m_title(makeLabel({}, Type::Heading, Role::Text, m_card))
    , m_text(makeParagraph({}, Type::Body, Role::Text, m_card))
    , m_causes(new QVBoxLayout)
    , m_row(new QWidget(m_card))
    , m_hint(makeParagraph({}, Type::Small, Role::Text2, m_card))
    , m_toggle(makeButton(tr("Details"), ButtonKind::Flat, m_card))
    , m_box(new Card(Card::Kind::Reply, m_card))
    , m_toggleRow(new QHBoxLayout)
    , m_details(makeLabel({}, Type::MonoSmall, Role::Text2, m_box))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    auto *across = new QHBoxLayout(m_card);
    across->setContentsMargins(px(20), px(16), px(20), px(16));
    across->setSpacing(px(14));
    across->addWidget(m_icon, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    across->addLayout(column, 1);
    column->setSpacing(0);
    // Words take all the width there is, also where no row of buttons beneath asks for it.
    for (QLabel *words : {m_title, m_text})
        words->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("messageLabel"));
    column->addWidget(m_title);
    column->addSpacing(px(4));
    column->addWidget(m_text);
    column->addSpacing(px(16));
    m_causes->setSpacing(px(15));
    column->addLayout(m_causes);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    column->addWidget(m_row);
    m_hint->setContentsMargins(0, px(12), 0, 0);
    column->addWidget(m_hint);
    m_toggle->setIcon(icon(QStringLiteral("arrow-right"), Role::Text));
    m_toggle->setObjectName(QStringLiteral("detailsButton"));
    auto *inner = new QVBoxLayout(m_box);
    inner->setContentsMargins(px(12), px(8), px(12), px(8));
    m_details->setTextFormat(Qt::RichText);
    m_details->setWordWrap(true);
    m_details->setLayoutDirection(Qt::LeftToRight);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setAccessibleName(tr("Raw reply"));
    inner->addWidget(m_details);
    column->addLayout(m_toggleRow);
    column->addWidget(m_box);
    connect(m_toggle, &QPushButton::clicked, this, [this] { setDetailsShown(!m_box->isVisibleTo(m_card)); });
    setDetailsShown(false);
}

void ErrorCard::setNotice(const models::ErrorNotice &notice)
{
    m_notice = notice;
    setAccessibleName(notice.title);
    m_icon->setIcon(notice.icon.isEmpty() ? QStringLiteral("pd-warning") : notice.icon, Role::Warn);
    m_title->setText(notice.title);
    setParagraph(m_text, notice.text);
    setParagraph(m_hint, notice.hint);
    m_hint->setVisible(!notice.hint.isEmpty());
    m_details->setText(
        QStringLiteral("<p style=\"white-space:pre-wrap;line-height:128%;margin:0\">%1</p>").arg(notice.details.toHtmlEscaped()));
    m_details->setAccessibleDescription(notice.details);
    if (notice.details.isEmpty())
        m_box->hide();
    fillCauses();
    fillActions();
}

void ErrorCard::setField(QWidget *field)
{
    delete m_field;
    m_field = field;
    if (field)
        field->setParent(m_row);
    fillActions();
}

void ErrorCard::setDetailsShown(bool shown)
{
    m_box->setVisible(shown && !m_notice.details.isEmpty());
    m_toggle->setIcon(icon(shown ? QStringLiteral("arrow-down") : QStringLiteral("arrow-right"), Role::Text));
    m_toggle->setAccessibleDescription(shown ? tr("Shown") : tr("Hidden"));
}

void ErrorCard::fillActions()
{
    auto *row = static_cast<QHBoxLayout *>(m_row->layout());
    if (m_field)
        row->removeWidget(m_field);
    row->removeWidget(m_toggle);
    clearLayout(row);
    if (m_field) {
        row->addWidget(m_field, 1);
        m_field->show();
    }
    for (const models::ActionValue &action : std::as_const(m_notice.actions)) {
        QPushButton *button = makeButton(action, m_row);
        connect(button, &QPushButton::clicked, this, [this, id = wordOf(action)] { Q_EMIT triggered(id); });
        row->addWidget(button);
    }
    // The way to the raw reply ends the row of buttons; beside a field there is no room, and it gets a line of its own.
    while (QLayoutItem *item = m_toggleRow->takeAt(0))
        delete item;
    m_toggleRow->setContentsMargins(0, m_field ? px(6) : 0, 0, m_field ? px(4) : 0);
    if (!m_field) {
        row->addStretch(1);
        row->addWidget(m_toggle);
    } else {
        m_toggleRow->addWidget(m_toggle);
        m_toggleRow->addStretch(1);
    }
    m_toggle->setVisible(!m_notice.details.isEmpty());
    m_row->setVisible(m_field || !m_notice.actions.isEmpty() || !m_notice.details.isEmpty());
}

void ErrorCard::fillCauses()
{
    clearLayout(m_causes);
    for (const models::CauseValue &cause : std::as_const(m_notice.causes)) {
        auto *line = new QWidget(m_card);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(px(12));
        row->addWidget(new IconView(cause.icon, Role::Text2, 16, line));
        auto *words = new QVBoxLayout;
        words->setSpacing(px(2));
        words->addWidget(makeLabel(cause.title, Type::Strong, Role::Text, line));
        if (!cause.text.isEmpty())
            words->addWidget(makeParagraph(cause.text, Type::Small, Role::Text2, line));
        row->addLayout(words, 1);
        if (!cause.action.id.isEmpty()) {
            QPushButton *button = makeButton(cause.action, line);
            connect(button, &QPushButton::clicked, this, [this, id = wordOf(cause.action)] { Q_EMIT triggered(id); });
            row->addWidget(button);
        }
        m_causes->addWidget(line);
    }
    if (!m_notice.causes.isEmpty())
        m_causes->addSpacing(px(16));
}

} // namespace pd::ui
