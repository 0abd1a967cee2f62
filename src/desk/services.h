// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/paths.h"
#include "core/workerpool.h"
#include "desk/hostchoices.h"
#include "desk/requests.h"
#include "desk/state/statedb.h"
#include "opa/program.h"
#include "registry/client.h"
#include "secrets/environment.h"
#include "store/config.h"
#include "store/store.h"

namespace pd::secrets {
class CredentialStore;
}

namespace pd::desk {

class GitHubs;
class PracticeRegistry;

/// What verbs work with, made and owned by the `Engine`. Everything lives in the engine thread.
struct Services {
    const Clock &clock;
    WorkerPool &pool;
    http::Transport &transport;
    registry::Client &registry;
    GitHubs &github;
    secrets::CredentialStore &credentials;
    PracticeRegistry &practice;
    HostChoices &hosts;
    store::Store store;
    std::shared_ptr<StateDb> state; ///< Null where the state folder cannot be written: acts go on, the history is not kept.
    opa::OpaSearch opaSearch;
    secrets::CredentialPlaces places;
    Paths paths;
    store::Config config; ///< The Policy CLI's.
    QString defaultRegistry; ///< What completes short references; empty: docker.io.
    bool suspending = false; ///< The program closes: what moves bytes stays noted, and goes on at the next start.
    int running = 0; ///< Coroutines that hold on to this, see `Stay`.

    /// Drops tokens and what is known of whom they belong to: after signing in or out.
    void forget(const QString &host);
};

/// In the frame of a coroutine that works with the services: the engine does not go before it has ended, or 2 s are over.
class Stay final {
public:
    explicit Stay(Services &services)
        : m_services(services)
    {
        ++m_services.running;
    }
    ~Stay() { --m_services.running; }
    Stay(const Stay &) = delete;
    Stay &operator=(const Stay &) = delete;

private:
    Services &m_services;
};

/// A typed reference, completed by the default registry. Errors: InvalidInput `reference.*`.
[[nodiscard]] inline Result<oci::Reference> readReference(const Services &services, const QString &typed)
{
    return oci::Reference::parse(typed, services.defaultRegistry);
}

/// `host/repository` as typed, without tag or digest. Errors: InvalidInput `reference.*`.
[[nodiscard]] Result<oci::Reference> readRepository(const Services &services, const QString &typed);

/// Stamps a receipt with the time and how long it took, and keeps it in the history. A history that cannot be written does not undo the act: the
/// receipt comes back with id 0.
[[nodiscard]] Task<Result<Receipt>> keepReceipt(Services &services, Receipt receipt, qint64 startedMs);

/// The image's row for the views.
[[nodiscard]] LocalImage toLocalImage(const store::ImageRow &row);

} // namespace pd::desk
