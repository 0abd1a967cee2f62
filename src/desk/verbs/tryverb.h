// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/services.h"
#include "opa/server.h"

namespace pd::desk {

/// An OPA with one image in it, kept away from this computer: for *Try* and `eval`.
class TryVerb final {
public:
    /// A query that takes longer than `queryDeadline` is ended.
    explicit TryVerb(Services &services, std::chrono::milliseconds queryDeadline = std::chrono::seconds(10))
        : m_services(services)
        , m_queryDeadline(queryDeadline)
    {
    }

    /// Starts it on an image of the local store, pulled first when it is missing. Where the system cannot isolate it, it still starts, as long as the
    /// image calls nothing dangerous; `Server::isolation` says so. Errors: those of `opa::Server::start`, `opa::find`, `store::Store`.
    [[nodiscard]] Task<Result<std::shared_ptr<opa::Server>>> start(QString reference, std::stop_token stop);
    /// Starts it on what a folder holds now: built as `BuildVerb` would, into nothing but the server. Rego v0 is taken for what it is. Errors: as
    /// above, and those of `policy::build`.
    [[nodiscard]] Task<Result<std::shared_ptr<opa::Server>>> startFolder(QString folder, std::stop_token stop);

private:
    [[nodiscard]] Task<Result<std::shared_ptr<opa::Server>>> serve(opa::OpaProgram program, QString bundle, std::stop_token stop);

    Services &m_services;
    std::chrono::milliseconds m_queryDeadline;
};

} // namespace pd::desk
