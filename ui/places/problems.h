// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace pd::ui {

/// An error that no card stands for, in a dialog, with what can be done about it. `again` does the same once more, for *Try again* and after the
/// keychain was unlocked. `special` gets the other buttons' words first, `id` or `id:subject`; where it answers false they are done as everywhere.
void showProblem(
    Context &context, const Error &error, const std::function<void()> &again, const std::function<bool(const QString &word)> &special = {});

} // namespace pd::ui
