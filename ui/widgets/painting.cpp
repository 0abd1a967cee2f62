// SPDX-License-Identifier: GPL-3.0-or-later
#include "painting.h"

#include "icons.h"
#include "theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace pd::ui {

void paintBox(QPainter *painter, const QRect &rect, qreal radius, Role fill, Role border, qreal borderWidth)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill == Role::None ? QBrush(Qt::NoBrush) : QBrush(color(fill)));
    QRectF shape(rect);
    if (border == Role::None) {
        painter->setPen(Qt::NoPen);
    } else {
        painter->setPen(QPen(color(border), borderWidth));
        const qreal half = borderWidth / 2;
        shape.adjust(half, half, -half, -half);
        radius = std::max(0.0, radius - half);
    }
    painter->drawRoundedRect(shape, radius, radius);
    painter->restore();
}

void paintRing(QPainter *painter, const QRect &rect, qreal radius)
{
    paintBox(painter, rect, radius, Role::None, Role::AccentLine, 2);
}

void paintShadow(QPainter *painter, const QRect &rect, qreal radius, int size, int down)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    // Layers that fade outwards look like a blur and cost a dozen fills.
    const bool dark = colors().isDark();
    const qreal peak = dark ? 0.42 : 0.16;
    const int steps = size;
    for (int i = steps; i >= 1; --i) {
        const qreal spread = static_cast<qreal>(size) * i / steps;
        const qreal near = 1.0 - static_cast<qreal>(i) / (steps + 1);
        const qreal alpha = peak * 2.0 * near / steps;
        painter->setBrush(QColor::fromRgbF(0, 0, 0, static_cast<float>(alpha)));
        const QRectF layer = QRectF(rect).translated(0, down).adjusted(-spread, -spread, spread, spread);
        painter->drawRoundedRect(layer, radius + spread, radius + spread);
    }
    painter->restore();
}

bool hasRightToLeft(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
}

QString isolated(const QString &value)
{
    return QChar(0x2068) + value + QChar(0x2069);
}

int textWidth(const QString &text, const QFont &font)
{
    return qCeil(QFontMetricsF(font).horizontalAdvance(text));
}

int baselineIn(const QRect &rect, const QFont &font)
{
    // Every font in a row shares the baseline of the 13 px body: that of the interface font in the middle.
    const QFontMetricsF metrics(font);
    return rect.top() + qRound((rect.height() + metrics.ascent() - metrics.descent()) / 2);
}

int paintText(
    QPainter *painter, int x, int baseline, int width, const QString &text, const QFont &font, const QColor &tint, Qt::TextElideMode elide)
{
    if (text.isEmpty() || width <= 0)
        return 0;
    const int natural = textWidth(text, font);
    const QString shown = natural <= width ? text : QFontMetricsF(font).elidedText(text, elide, width);
    painter->setFont(font);
    painter->setPen(tint);
    const Qt::LayoutDirection before = painter->layoutDirection();
    painter->setLayoutDirection(hasRightToLeft(text) ? Qt::RightToLeft : Qt::LeftToRight);
    painter->drawText(QPointF(x, baseline), shown);
    painter->setLayoutDirection(before);
    return natural <= width ? natural : textWidth(shown, font);
}

namespace {

struct BadgeColors {
    Role fill;
    Role border;
    Role text;
};

BadgeColors badgeColors(models::BadgeTone tone)
{
    switch (tone) {
    case models::BadgeTone::Ok: return {Role::OkGround, Role::OkBorder, Role::Ok};
    case models::BadgeTone::Warn: return {Role::WarnGround, Role::WarnBorder, Role::Warn};
    case models::BadgeTone::Bare: return {Role::None, Role::None, Role::Text2};
    case models::BadgeTone::Neutral: return {Role::Badge, Role::BadgeBorder, Role::Text2};
    }
    Q_UNREACHABLE_RETURN({});
}

constexpr int BadgeIcon = 14;

} // namespace

QSize badgeSize(const models::BadgeValue &badge)
{
    const int icon = badge.icon.isEmpty() ? 0 : px(BadgeIcon) + px(4);
    return {textWidth(badge.text, font(Type::Caption)) + icon + 2 * px(8), px(20)};
}

void paintBadge(QPainter *painter, const QRect &rect, const models::BadgeValue &badge, Qt::LayoutDirection direction)
{
    const BadgeColors used = badgeColors(badge.tone);
    if (used.fill != Role::None)
        paintBox(painter, rect, rect.height() / 2.0, used.fill, used.border);
    const QFont face = font(badge.tone == models::BadgeTone::Bare ? Type::Small : Type::Caption);
    const int iconWidth = badge.icon.isEmpty() ? 0 : px(BadgeIcon) + px(4);
    const bool mirrored = direction == Qt::RightToLeft;
    const int text = rect.width() - 2 * px(8) - iconWidth;
    if (iconWidth > 0) {
        const int x = mirrored ? rect.right() + 1 - px(8) - px(BadgeIcon) : rect.left() + px(8);
        paintIcon(painter, QRect(x, rect.top() + (rect.height() - px(BadgeIcon)) / 2, px(BadgeIcon), px(BadgeIcon)), badge.icon,
            color(used.text), direction);
    }
    const int x = mirrored ? rect.left() + px(8) : rect.left() + px(8) + iconWidth;
    paintText(painter, x, baselineIn(rect, face), text, badge.text, face, color(used.text));
}

QSize keyCapSize(const QString &key)
{
    return {std::max(px(20), textWidth(key, font(Type::Small)) + 2 * px(6)), px(20)};
}

void paintKeyCap(QPainter *painter, const QRect &rect, const QString &key)
{
    paintBox(painter, rect, 4, Role::Badge, Role::BadgeBorder);
    const QFont face = font(Type::Small);
    const int width = textWidth(key, face);
    paintText(painter, rect.left() + (rect.width() - width) / 2, baselineIn(rect, face), rect.width(), key, face, color(Role::Text2));
}

} // namespace pd::ui
