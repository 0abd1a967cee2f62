// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOption>

class QPainter;
class QWidget;

/// The parts of `Style`, one function a control. Not for use outside.
namespace pd::ui::paint {

/// Room around a menu for its shadow, where the screen is composited.
inline constexpr int ShadowRoom = 20;

void pushButton(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget);
void toolButton(QPainter *painter, const QStyleOptionToolButton &option, const QWidget *widget);
void fieldFrame(QPainter *painter, const QStyleOption &option);
void comboBox(QPainter *painter, const QStyleOptionComboBox &option);
void comboLabel(QPainter *painter, const QStyleOptionComboBox &option);
void checkIndicator(QPainter *painter, const QStyleOption &option, bool round);
void checkLabel(QPainter *painter, const QStyleOptionButton &option);
void spinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QRect &up, const QRect &down);

void tabShape(QPainter *painter, const QStyleOptionTab &option);
void tabLabel(QPainter *painter, const QStyleOptionTab &option);
void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &slider);
[[nodiscard]] QRect scrollPart(const QStyleOptionSlider &option, int subControl, int shortestThumb);
void progressBar(QPainter *painter, const QStyleOptionProgressBar &option, const QWidget *widget);
void headerSection(QPainter *painter, const QStyleOptionHeader &option);
void headerLabel(QPainter *painter, const QStyleOptionHeader &option);
void splitter(QPainter *painter, const QStyleOption &option);

void menuPanel(QPainter *painter, const QStyleOption &option, bool composited);
void menuItem(QPainter *painter, const QStyleOptionMenuItem &option);
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem &option);
void tipPanel(QPainter *painter, const QStyleOption &option);

} // namespace pd::ui::paint
