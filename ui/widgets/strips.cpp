// SPDX-License-Identifier: GPL-3.0-or-later
#include "strips.h"

#include "actionmenu.h"
#include "controls.h"
#include "elidedlabel.h"
#include "icons.h"
#include "iconview.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace pd::ui {

NoticeStrip::NoticeStrip(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconView({}, Role::Warn, 16, this))
    , m_title(makeLabel({}, Type::Strong, Role::Text, this))
    , m_text(new ElidedLabel({}, Type::Small, Role::Text2, this))
    , m_button(makeButton({}, ButtonKind::Flat, this))
{
    setFixedHeight(px(41));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margins(px(16), 0, px(8), 1));
    row->setSpacing(px(8));
    row->addWidget(m_icon);
    row->addWidget(m_title);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT triggered(m_id); });
}

void NoticeStrip::setNotice(const QString &icon, const QString &title, const QString &text, const models::ActionValue &action)
{
    m_icon->setIcon(icon, Role::Warn);
    m_title->setText(title);
    m_text->setText(text);
    m_id = action.id;
    m_button->setText(action.label);
    m_button->setAccessibleName(action.label);
    m_button->setObjectName(action.id + QStringLiteral("Button"));
    m_button->setVisible(!action.id.isEmpty());
    setAccessibleName(title);
}

void NoticeStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::ErrorCard));
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Role::Line));
}

PinnedStrip::PinnedStrip(QWidget *parent)
    : QWidget(parent)
    , m_title(makeButton({}, ButtonKind::Flat, this))
    , m_text(new ElidedLabel({}, Type::Small, Role::Text2, this))
    , m_button(makeButton({}, ButtonKind::Flat, this))
{
    setFixedHeight(px(40) + 1);
    dress(m_title, Type::Strong, Role::None);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margins(px(8), 1, px(12), 0));
    row->setSpacing(px(8));
    row->addWidget(m_title);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT triggered(m_id); });
    connect(m_title, &QPushButton::clicked, this, [this] {
        if (!m_openable)
            return;
        setOpen(!m_open);
        Q_EMIT toggled(m_open);
    });
}

void PinnedStrip::setContent(const QString &title, const QString &text, const models::ActionValue &action, bool openable)
{
    m_openable = openable;
    m_id = action.id;
    m_title->setText(title);
    m_title->setAccessibleName(title);
    m_title->setFocusPolicy(openable ? Qt::TabFocus : Qt::NoFocus);
    m_title->setAttribute(Qt::WA_TransparentForMouseEvents, !openable);
    m_text->setText(text);
    m_button->setText(action.label);
    m_button->setAccessibleName(action.label);
    m_button->setObjectName(action.id + QStringLiteral("Button"));
    m_button->setVisible(!action.id.isEmpty());
    m_button->setEnabled(action.enabled);
    setOpen(m_open);
}

void PinnedStrip::setOpen(bool open)
{
    m_open = open;
    m_title->setIcon(m_openable ? icon(open ? QStringLiteral("arrow-down") : QStringLiteral("arrow-right")) : QIcon());
}

void PinnedStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Base));
    painter.fillRect(QRect(0, 0, width(), 1), color(Role::Line));
}

VerbBar::VerbBar(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setFixedHeight(px(48) + 1);
    m_row->setContentsMargins(px(16), 1, px(16), 0);
    m_row->setSpacing(px(8));
}

void VerbBar::setContent(const QString &name, const QString &digest, const QString &note, const QList<models::ActionValue> &actions,
    const QList<models::ActionValue> &more)
{
    clearLayout(m_row);
    m_row->addWidget(new ElidedLabel(name, Type::Strong, Role::Text, this));
    if (!digest.isEmpty())
        m_row->addWidget(new ElidedLabel(digest, Type::MonoSmall, Role::Text2, this));
    m_row->addWidget(new ElidedLabel(note, Type::Small, Role::Text2, this), 1);
    for (models::ActionValue action : actions) {
        QPushButton *button = makeButton(action, this);
        connect(button, &QPushButton::clicked, this, [this, id = action.id] { Q_EMIT triggered(id); });
        m_row->addWidget(button);
    }
    if (!more.isEmpty()) {
        QToolButton *dots = makeIconButton(QStringLiteral("overflow-menu"), tr("More"), this);
        dots->setObjectName(QStringLiteral("moreButton"));
        connect(dots, &QToolButton::clicked, this,
            [this, dots, more] { popupActions(more, dots, [this](const QString &id) { Q_EMIT triggered(id); }); });
        m_row->addWidget(dots);
    }
    QPushButton *details = makeButton(tr("Details"), ButtonKind::Secondary, this);
    details->setIcon(icon(QStringLiteral("sidebar-expand-right"), Role::Text));
    details->setObjectName(QStringLiteral("detailsButton"));
    connect(details, &QPushButton::clicked, this, &VerbBar::detailsRequested);
    m_row->addWidget(details);
}

void VerbBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Base));
    painter.fillRect(QRect(0, 0, width(), 1), color(Role::Line));
}

} // namespace pd::ui
