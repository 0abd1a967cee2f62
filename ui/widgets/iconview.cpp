// SPDX-License-Identifier: GPL-3.0-or-later
#include "iconview.h"

#include "icons.h"
#include "theme.h"

#include <QPainter>

namespace pd::ui {

IconView::IconView(const QString &icon, Role role, int side, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_role(role)
{
    setFixedSize(px(side), px(side));
}

void IconView::setIcon(const QString &icon, Role role)
{
    m_icon = icon;
    m_role = role;
    update();
}

void IconView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(&painter, rect(), m_icon, color(m_role), layoutDirection());
}

} // namespace pd::ui
