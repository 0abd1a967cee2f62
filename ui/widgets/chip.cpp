// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip.h"

#include "icons.h"
#include "painting.h"
#include "theme.h"

#include <QPainter>

namespace pd::ui {

Chip::Chip(const QString &text, const QString &icon, int count, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_count(count)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    name();
}

void Chip::setCount(int count)
{
    if (m_count == count)
        return;
    m_count = count;
    name();
    updateGeometry();
    update();
}

void Chip::name()
{
    setAccessibleName(m_count < 0 ? text() : text() + QLatin1Char(' ') + countText());
}

QString Chip::countText() const
{
    return m_count < 0 ? QString() : locale().toString(m_count);
}

QSize Chip::sizeHint() const
{
    int width = textWidth(text(), ui::font(Type::Name)) + 2 * px(12);
    if (!m_icon.isEmpty())
        width += px(16) + px(8);
    if (m_count >= 0)
        width += px(8) + textWidth(countText(), ui::font(Type::Body));
    return {width, px(28)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qreal radius = height() / 2.0;
    const bool contrast = colors().highContrast();
    const Role ground = isChecked() ? Role::SelectionIdle
        : isDown()                  ? Role::ControlPressed
        : underMouse()              ? Role::ControlHover
                                    : Role::Control;
    const Role border = isChecked() ? (contrast ? Role::Text : Role::Text2) : Role::ControlBorder;
    if (hasFocus() && keyboardInUse()) {
        paintBox(&painter, rect(), radius, ground, Role::None);
        paintRing(&painter, rect(), radius);
    } else {
        paintBox(&painter, rect(), radius, ground, border, isChecked() && contrast ? 2 : 1);
    }
    int lead = px(12);
    const auto place = [&](int size) { return mirrored ? width() - lead - size : lead; };
    if (!m_icon.isEmpty()) {
        paintIcon(&painter, QRect(place(px(16)), (height() - px(16)) / 2, px(16), px(16)), m_icon, color(Role::Text2), layoutDirection());
        lead += px(24);
    }
    const QFont face = ui::font(isChecked() ? Type::Name : Type::Body);
    const int baseline = baselineIn(rect(), ui::font(Type::Body));
    const int words = textWidth(text(), face);
    paintText(&painter, place(words), baseline, words, text(), face, color(isEnabled() ? Role::Text : Role::Text3));
    if (m_count < 0)
        return;
    const QFont small = ui::font(Type::Body);
    const int digits = textWidth(countText(), small);
    lead = width() - px(12) - digits;
    paintText(&painter, place(digits), baseline, digits, countText(), small, color(Role::Text2));
}

} // namespace pd::ui
