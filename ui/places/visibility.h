// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace pd::ui {

/// *Change visibility…*: opens the page of the package's settings, since GitHub has no programming interface for it, and says so.
void changeVisibility(Context &context, const desk::RemotePackage &package);

} // namespace pd::ui
