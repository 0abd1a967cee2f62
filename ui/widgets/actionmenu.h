// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/actions.h"

#include <QPoint>

#include <functional>

class QMenu;
class QWidget;

namespace pd::ui {

/// Fills a menu: icon, words, and at the end of a row its key or, where it is disabled, the reason. What deletes stands last, after a line.
/// An action with an empty id is a line.
void fillMenu(QMenu *menu, const QList<models::ActionValue> &actions, const std::function<void(const QString &)> &chosen);

/// Opens such a menu under a button, or at a place of the screen; it is deleted when it closes.
void popupActions(const QList<models::ActionValue> &actions, QWidget *anchor, const std::function<void(const QString &)> &chosen);
void popupActions(
    const QList<models::ActionValue> &actions, QWidget *parent, const QPoint &global, const std::function<void(const QString &)> &chosen);

} // namespace pd::ui
