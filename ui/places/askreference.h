// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

#include <functional>

namespace pd::ui {

/// Asks for a reference in a dialog of the window; `chosen` gets the complete one, and is not called where it is cancelled.
void askReference(Context &context, const QString &title, const QString &button, const QString &start,
    const std::function<void(const QString &)> &chosen);

} // namespace pd::ui
