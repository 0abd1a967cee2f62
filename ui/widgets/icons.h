// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette.h"
#include "models/rows.h"

#include <QIcon>
#include <QString>

class QPainter;

namespace pd::ui {

/// An icon of one colour, that of `role` in the palette in use, sharp at any scale; disabled it takes Text3. `name` is one of the Breeze theme
/// or one of our own ("pd-package"). It follows every change of look by itself.
[[nodiscard]] QIcon icon(const QString &name, Role role = Role::Text2);
/// The application's own icon, in colour.
[[nodiscard]] QIcon applicationIcon();

/// Paints it into `rect`. Icons that point somewhere turn in right-to-left layouts.
void paintIcon(
    QPainter *painter, const QRect &rect, const QString &name, const QColor &color, Qt::LayoutDirection direction = Qt::LeftToRight);

/// Whether the name is known here: the Breeze theme may be missing on a system.
[[nodiscard]] bool hasIcon(const QString &name);

[[nodiscard]] Role toneRole(models::Tone tone);
/// The icon and the role that stand for the outcome of a check.
[[nodiscard]] QString checkIcon(models::CheckState state);
[[nodiscard]] Role checkRole(models::CheckState state);

} // namespace pd::ui
