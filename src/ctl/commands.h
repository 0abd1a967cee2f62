// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"
#include "core/progress.h"
#include "core/task.h"
#include "opa/program.h"
#include "output.h"

namespace pd::desk {
struct Services;
}

namespace pd::ctl {

/// Carries out one command on the verbs that the window uses, any but `version`. `standardInput` is read by those that take it. Errors: the verbs',
/// and InvalidInput `usage.*`.
[[nodiscard]] Task<Result<Answer>> run(desk::Services *services, CommandLine line, std::stop_token stop);

/// What `version` says. It needs no engine, and so takes no longer than asking OPA; no error: an OPA that is not there is an answer.
[[nodiscard]] Task<Result<Answer>> version(opa::OpaSearch search, std::stop_token stop);

/// The hosts that the arguments name: the environment's token may go to one of them alone.
[[nodiscard]] QStringList namedHosts(const CommandLine &line, const QString &defaultRegistry);

} // namespace pd::ctl
