// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pd::models {

/// The keys of an act as they stand on the keyboard of the person's language: "Ctrl O" is "Strg O" in German. Words apart by spaces; what is
/// no key with a name stays as it is.
[[nodiscard]] QString keysText(const QString &keys);

} // namespace pd::models
