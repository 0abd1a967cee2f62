// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/state/statedb.h"
#include "jobfacts.h"

namespace pd::models {

/// A transfer that the end of the last run cut off, as a job that is paused until somebody goes on with it. Its id is `pending:` and the
/// transfer's.
[[nodiscard]] JobFacts pendingFacts(const desk::PendingTransfer &transfer);

} // namespace pd::models
