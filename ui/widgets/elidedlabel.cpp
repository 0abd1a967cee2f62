// SPDX-License-Identifier: GPL-3.0-or-later
#include "elidedlabel.h"

#include "painting.h"
#include "theme.h"

#include <QPainter>

namespace pd::ui {

ElidedLabel::ElidedLabel(const QString &text, Type type, Role role, QWidget *parent)
    : QLabel(parent)
    , m_type(type)
    , m_role(role)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTextFormat(Qt::PlainText);
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    // The label's own text is for those who cannot see it.
    QLabel::setText(text);
    tell();
    updateGeometry();
    update();
}

void ElidedLabel::setLook(Type type, Role role)
{
    m_type = type;
    m_role = role;
    tell();
    updateGeometry();
    update();
}

void ElidedLabel::setWhole(const QString &whole)
{
    m_whole = whole;
    tell();
}

bool ElidedLabel::isElided() const
{
    return textWidth(text(), ui::font(m_type)) > width();
}

void ElidedLabel::tell()
{
    setToolTip(!m_whole.isEmpty() ? m_whole : isElided() ? text() : QString());
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(ui::font(m_type));
    return {textWidth(text(), ui::font(m_type)), metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(px(24), sizeHint().width()), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont face = ui::font(m_type);
    const int shown = std::min(width(), textWidth(text(), face));
    const int x = isRightToLeft() ? width() - shown : 0;
    paintText(&painter, x, baselineIn(rect(), face), shown, text(), face, color(isEnabled() ? m_role : Role::Text3), m_elide);
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    tell();
}

} // namespace pd::ui
