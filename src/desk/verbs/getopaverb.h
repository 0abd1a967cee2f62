// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "desk/services.h"

namespace pd::desk {

/// *Get OPA*: the project's static release, checked against the pinned sum, into the data folder. Errors: those of `opa::download`.
class GetOpaVerb final {
public:
    explicit GetOpaVerb(Services &services)
        : m_services(services)
    {
    }
    [[nodiscard]] Task<Result<Receipt>> run(ProgressSink &progress, std::stop_token stop);

private:
    Services &m_services;
};

} // namespace pd::desk
