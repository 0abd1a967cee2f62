// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "roles.h"

#include <QString>

namespace pd::models {

/// A pill of one or two words outside of tables: tinted with tone Ok or Warn, grey with Normal, icon and words alone with Quiet.
struct BadgeValue {
    QString text = {};
    QString icon = {};
    Tone tone = Tone::Normal;
    friend bool operator==(const BadgeValue &, const BadgeValue &) = default;
};

/// The outcome of a check, told by shape and by words.
enum class CheckState { Passed, Failed, Warned, NotChecked };

} // namespace pd::models
