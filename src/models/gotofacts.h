// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions.h"
#include "gotoitem.h"

#include "desk/rows.h"

namespace pd::models {

/// Everything that *Go to anything* can go to, as plain facts.
struct GoToFacts {
    QStringList hosts;
    QList<desk::RemotePackage> packages;
    QList<desk::LocalImage> images;
    QStringList folders;
    QString home;
    QList<ActionValue> actions; ///< The menu; separators have no id.
};

/// Each as a row: the id is a place, or `do:` and an action.
[[nodiscard]] QList<GoToItem> goToItems(const GoToFacts &facts);

} // namespace pd::models
