// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "notices.h"

namespace pd::models {

/// An error as the notice of an error card, with a button for its remedy, or a line and a button for each way on. Their ids: `retry`, `signIn`,
/// `browse`, `getOpa`, `settings`, `unlockKeychain`, `keepUntilQuit`, `openFolder`, `openPath`, `practice`, `practiceElsewhere`.
[[nodiscard]] ErrorNotice noticeFor(const Error &error);

} // namespace pd::models
