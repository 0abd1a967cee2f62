// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace pd::models {

/// One thing that can be gone to or done. Groups are shown in the order in which they first appear.
struct GoToItem {
    QString id = {};
    QString group = {}; ///< "Packages", "Tags", "Local images", "Actions"
    QString icon = {};
    QString text = {};
    QString note = {};
    QString digest = {};
    QStringList keys = {}; ///< "Ctrl", "P"
    bool action = false;
    bool enabled = true;
    friend bool operator==(const GoToItem &, const GoToItem &) = default;
};

} // namespace pd::models
