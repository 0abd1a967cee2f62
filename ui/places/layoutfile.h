// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "shell/mainwindow.h"

namespace pd::ui {

/// How the window was left, from `file` in the state folder. One that is not there, or that nobody can read, is the layout of the first start: it is
/// no more than a convenience. Blocking, some hundred bytes.
[[nodiscard]] WindowState readLayout(const QString &file);

/// By temporary file and rename. Blocking. Errors: Storage, DiskFull (`layout.write`).
[[nodiscard]] Result<void> writeLayout(const QString &file, const WindowState &state);

} // namespace pd::ui
