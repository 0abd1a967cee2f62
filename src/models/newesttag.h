// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rows.h"

namespace pd::models {

/// The tag that stands for a package in a list: its highest whole version; without one the tag that was published last, else the last by
/// name. Empty without tags. Pure.
[[nodiscard]] QString newestTag(const QList<desk::RemoteTag> &tags);

} // namespace pd::models
