// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/services.h"
#include "opa/server.h"

namespace pd::desk {

/// An OPA with one image in it, kept away from this computer: for *Try* and `eval`.
class TryVerb final {
public:
    explicit TryVerb(Services &services)
        : m_services(services)
    {
    }

    /// Starts it on an image of the local store, pulled first when it is missing. Where the system cannot isolate it, it still starts, as long as the
    /// image calls nothing dangerous; `Server::isolation` says so. Errors: those of `opa::Server::start`, `opa::find`, `store::Store`.
    [[nodiscard]] Task<Result<std::shared_ptr<opa::Server>>> start(QString reference, std::stop_token stop);

private:
    Services &m_services;
};

} // namespace pd::desk
