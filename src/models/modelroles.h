// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rows.h"

namespace pd::models {

/// What models answer beside Qt's roles and those that are painted (`RowRole`).
enum ModelRole {
    CopyRole = Qt::UserRole + 100, ///< QString: the whole value for the clipboard; empty for what is not read
    ValueRole, ///< The raw value behind the text: qint64, QDateTime (UTC), QString or an enum as int
};

} // namespace pd::models
