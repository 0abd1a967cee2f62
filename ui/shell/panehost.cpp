// SPDX-License-Identifier: GPL-3.0-or-later
#include "panehost.h"

#include "widgets/badge.h"
#include "widgets/controls.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

namespace pd::ui {

PaneHost::PaneHost(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_row(new QWidget(this))
    , m_line(makeLine(Qt::Horizontal, this))
    , m_head(new QHBoxLayout)
    , m_stripRoom(new QHBoxLayout)
    , m_stack(new QStackedWidget(this))
{
    setGround(this, Role::Base);
    setMinimumWidth(px(320));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_tabs->setAccessibleName(tr("Views of this place"));
    m_tabs->setObjectName(QStringLiteral("paneTabs"));
    m_row->setFixedHeight(px(40));
    auto *row = new QHBoxLayout(m_row);
    // A tab has 12 px on both sides of its words, which begin at 16.
    row->setContentsMargins(margins(px(4), 0, px(8), 0));
    row->setSpacing(0);
    row->addWidget(m_tabs, 1);
    m_head->setSpacing(px(4));
    row->addLayout(m_head);
    m_stripRoom->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_row);
    column->addWidget(m_line);
    column->addLayout(m_stripRoom);
    column->addWidget(m_stack, 1);
    m_row->hide();
    m_line->hide();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int at) {
        if (at < 0 || at >= m_values.size())
            return;
        show(m_values[at].id);
        Q_EMIT tabChosen(m_current);
    });
}

void PaneHost::setPage(const QString &id, QWidget *page)
{
    if (QWidget *before = m_pages.take(id)) {
        m_stack->removeWidget(before);
        before->deleteLater();
    }
    m_pages.insert(id, page);
    m_stack->addWidget(page);
    if (m_current == id)
        m_stack->setCurrentWidget(page);
}

void PaneHost::showPage(const QString &id)
{
    setTabs({});
    show(id);
}

void PaneHost::show(const QString &id)
{
    const bool other = std::exchange(m_current, id) != id;
    if (QWidget *page = m_pages.value(id))
        m_stack->setCurrentWidget(page);
    if (other)
        Q_EMIT shown(id);
}

void PaneHost::setTabs(const QList<TabValue> &tabs, const QString &current)
{
    const QString wanted = current.isEmpty() ? m_current : current;
    const QSignalBlocker quiet(m_tabs);
    if (m_values != tabs) {
        m_values = tabs;
        while (m_tabs->count() > 0)
            m_tabs->removeTab(0);
        for (const TabValue &tab : tabs)
            m_tabs->addTab(tab.label);
    }
    m_row->setVisible(!tabs.isEmpty());
    m_line->setVisible(!tabs.isEmpty());
    if (tabs.isEmpty())
        return;
    const auto found = std::ranges::find(tabs, wanted, &TabValue::id);
    const auto at = found == tabs.end() ? 0 : static_cast<int>(found - tabs.begin());
    m_tabs->setCurrentIndex(at);
    show(tabs[at].id);
}

void PaneHost::choose(const QString &id)
{
    const auto found = std::ranges::find(m_values, id, &TabValue::id);
    if (found != m_values.end())
        m_tabs->setCurrentIndex(static_cast<int>(found - m_values.begin()));
}

void PaneHost::setHead(const models::BadgeValue &badge, const QList<models::ActionValue> &actions)
{
    clearLayout(m_head);
    if (!badge.text.isEmpty()) {
        m_head->addWidget(new Badge(badge, m_row));
    }
    for (const models::ActionValue &action : actions) {
        QToolButton *button = makeIconButton(action.icon, action.label, m_row);
        button->setObjectName(action.id + QStringLiteral("Button"));
        button->setEnabled(action.enabled);
        connect(button, &QToolButton::clicked, this, [this, id = action.id, button] { Q_EMIT triggered(id, button); });
        m_head->addWidget(button);
    }
}

void PaneHost::takeFocus()
{
    QWidget *first = nullptr;
    for (QWidget *inside : m_stack->currentWidget()->findChildren<QWidget *>()) {
        if (!inside->isVisible() || !inside->isEnabled() || !(inside->focusPolicy() & Qt::TabFocus))
            continue;
        if (qobject_cast<QAbstractItemView *>(inside)) {
            first = inside;
            break;
        }
        first = first ? first : inside;
    }
    QWidget *const taker = first ? first : m_tabs;
    taker->setFocus(Qt::OtherFocusReason);
}

void PaneHost::setStrip(QWidget *strip)
{
    while (QLayoutItem *item = m_stripRoom->takeAt(0)) {
        if (item->widget() && item->widget() != strip)
            item->widget()->deleteLater();
        delete item;
    }
    if (strip) {
        m_stripRoom->addWidget(strip);
        strip->show();
    }
}

} // namespace pd::ui
