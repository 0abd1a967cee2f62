// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"
#include "desk/services.h"

namespace pd::desk {

/// Runs a method of a verb and keeps the verb alive while it runs: `runVerb(&services, &TransferVerbs::pull, request, std::ref(progress), stop)`.
template <typename Verb, typename R, typename... Parameters, typename... Arguments>
Task<R> runVerb(Services *services, Task<R> (Verb::*method)(Parameters...), Arguments... arguments)
{
    const Stay stay(*services);
    Verb verb(*services);
    co_return co_await (verb.*method)(std::move(arguments)...);
}

} // namespace pd::desk
