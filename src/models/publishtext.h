// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sentence.h"

#include "desk/requests.h"

#include <optional>

namespace pd::models {

/// The live sentence of the publish form: what goes where, each tag that moves with the digest that it leaves, and who can pull it. Without
/// a plan it says that what is there is being looked at.
[[nodiscard]] Sentence publishSentence(const desk::PublishRequest &request, const std::optional<desk::PublishPlan> &plan);

/// "Public package, 4 tags there now": under the destination.
[[nodiscard]] QString destinationText(const desk::PublishPlan &plan);

/// "ghcr.io/acme/rbac (GitHub writes Acme in lower case here)": how a typed destination is read; empty where it is read as typed.
[[nodiscard]] QString destinationReadingText(const desk::ReferenceReading &reading);

/// Where a folder may go, the likeliest first and each once: where it went before, GitHub's registry by the owner of its source
/// repository, the practice registry, and beside what other folders went to. Names are lowered and made such as a registry takes.
[[nodiscard]] QStringList destinationsFor(
    const desk::FolderRow &folder, const QString &remembered, const QStringList &others, quint16 practicePort);

} // namespace pd::models
