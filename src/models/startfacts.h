// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices.h"

#include "desk/requests.h"

namespace pd::models {

/// The first page: a row for each program that was found on this computer. Actions: `showLocal`, `usePolicy`, `useDocker`, `useGitHub`, `useAll`,
/// `getOpa`. `used`: the registries that are here already; there is nothing to use of a program that knows no others.
[[nodiscard]] StartContent startContent(const QList<desk::FoundRow> &found, const QStringList &used, bool practiceKnown);

/// The accounts of a program at registries that are not here yet.
[[nodiscard]] QList<desk::AccountRow> unusedAccounts(const desk::FoundRow &row, const QStringList &used);

/// "ghcr.io/acme/rbac:1.0.0 (ghcr.io added)": what a typed reference becomes, and why.
[[nodiscard]] QString readingText(const desk::ReferenceReading &reading);

} // namespace pd::models
