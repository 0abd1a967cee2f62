// SPDX-License-Identifier: GPL-3.0-or-later
#include "elidedlabel.h"

#include "painting.h"
#include "theme.h"

#include <QPainter>

namespace pd::ui {

ElidedLabel::ElidedLabel(const QString &text, Type type, Role role, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_role(role)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
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
    return textWidth(m_text, ui::font(m_type)) > width();
}

void ElidedLabel::tell()
{
    setToolTip(!m_whole.isEmpty() ? m_whole : isElided() ? m_text : QString());
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(ui::font(m_type));
    return {textWidth(m_text, ui::font(m_type)), metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(px(24), sizeHint().width()), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont face = ui::font(m_type);
    const int shown = std::min(width(), textWidth(m_text, face));
    const int x = isRightToLeft() ? width() - shown : 0;
    paintText(&painter, x, baselineIn(rect(), face), shown, m_text, face, color(isEnabled() ? m_role : Role::Text3), m_elide);
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    tell();
}

} // namespace pd::ui
