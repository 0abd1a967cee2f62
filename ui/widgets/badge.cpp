// SPDX-License-Identifier: GPL-3.0-or-later
#include "badge.h"

#include "painting.h"

#include <QPainter>

namespace pd::ui {

Badge::Badge(const models::BadgeValue &value, QWidget *parent)
    : QLabel(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setTextFormat(Qt::PlainText);
    setValue(value);
}

void Badge::setValue(const models::BadgeValue &value)
{
    m_value = value;
    setText(value.text);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return badgeSize(m_value);
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(&painter, rect(), m_value, layoutDirection());
}

KeyCap::KeyCap(const QString &key, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(key);
}

QSize KeyCap::sizeHint() const
{
    return keyCapSize(m_key);
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKeyCap(&painter, rect(), m_key);
}

} // namespace pd::ui
