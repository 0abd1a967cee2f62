// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rows.h"
#include "palette.h"
#include "type.h"

#include <QRect>
#include <QString>

class QPainter;

namespace pd::ui {

/// Fills a rounded rectangle and draws its border of 1 px inside it. `Role::None` leaves either out.
void paintBox(QPainter *painter, const QRect &rect, qreal radius, Role fill, Role border, qreal borderWidth = 1);
/// The focus ring: 2 px in AccentLine, inside `rect`.
void paintRing(QPainter *painter, const QRect &rect, qreal radius);
/// A soft shadow around `rect`: `size` px wide, `down` px down.
void paintShadow(QPainter *painter, const QRect &rect, qreal radius, int size, int down);

/// Draws one line of text on `baseline`, elided to `width`; gives back the width that was used. Text without right-to-left letters is laid out
/// left to right whatever the window's direction: digests, versions, sizes and hosts keep their order.
int paintText(QPainter *painter, int x, int baseline, int width, const QString &text, const QFont &font, const QColor &color,
    Qt::TextElideMode elide = Qt::ElideRight);
/// Width of `text` in `font`, rounded up.
[[nodiscard]] int textWidth(const QString &text, const QFont &font);
/// The baseline that puts text of `font` into the middle of a row.
[[nodiscard]] int baselineIn(const QRect &rect, const QFont &font);
[[nodiscard]] bool hasRightToLeft(const QString &text);
/// Isolates a value inside a sentence (U+2068, U+2069).
[[nodiscard]] QString isolated(const QString &value);

[[nodiscard]] QSize badgeSize(const models::BadgeValue &badge);
void paintBadge(QPainter *painter, const QRect &rect, const models::BadgeValue &badge, Qt::LayoutDirection direction);
[[nodiscard]] QSize keyCapSize(const QString &key);
void paintKeyCap(QPainter *painter, const QRect &rect, const QString &key);

} // namespace pd::ui
