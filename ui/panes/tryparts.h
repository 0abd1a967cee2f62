// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QHBoxLayout;
class QWidget;

namespace pd::ui {

class ElidedLabel;

/// The head of a part of *Try*: its name, room, words at the end; icon buttons follow them.
struct TryHead {
    QWidget *bar;
    QHBoxLayout *row;
    ElidedLabel *words;
};
[[nodiscard]] TryHead makeTryHead(const QString &title, QWidget *parent);

/// "Line 3, column 5: what is wrong".
[[nodiscard]] QString atPlace(int row, int column, const QString &message);

} // namespace pd::ui
