// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices.h"

#include "desk/requests.h"

namespace pd::models {

/// The first page: a row for each program that was found on this computer. Actions: `showLocal`, `useDocker`, `useGitHub`, `getOpa`.
[[nodiscard]] StartContent startContent(const QList<desk::FoundRow> &found, bool practiceKnown);

/// "ghcr.io/acme/rbac:1.0.0 (ghcr.io added)": what a typed reference becomes, and why.
[[nodiscard]] QString readingText(const desk::ReferenceReading &reading);

} // namespace pd::models
