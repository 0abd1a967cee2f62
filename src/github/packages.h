// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api.h"
#include "core/secret.h"
#include "core/workerpool.h"
#include "http/transport.h"
#include "rows.h"
#include "turn.h"

namespace pd::github {

/// Who gives the token for the API. Called in the engine thread, for every request: so a token that was replaced counts at once.
class TokenSource {
public:
    virtual ~TokenSource() = default;
    /// Nothing: the request goes without one.
    [[nodiscard]] virtual Task<Result<std::optional<Secret>>> token(std::stop_token stop) = 0;
};

/// GitHub Packages, containers alone, over REST (version 2022-11-28). The token goes to the origin of `Api::rest` and nowhere else.
///
/// Lives in the engine thread; what the constructor takes outlives it, and it outlives its tasks. Lists are parsed in the pool. What changes something
/// goes one at a time, a second apart. Errors: see `failureOf`; what the transport says; Cancelled.
class Packages {
public:
    Packages(http::Transport &transport, WorkerPool &pool, const Clock &clock, TokenSource &tokens, Api api);

    /// Who the token belongs to and what it may do.
    [[nodiscard]] Task<Result<TokenFacts>> tokenFacts(std::stop_token stop);
    /// Whether a login is a user or an organization; Self for the token's own.
    [[nodiscard]] Task<Result<Owner>> owner(QString login, std::stop_token stop);

    /// Pages of 100, from 1; GitHub gives 10,000 rows at most.
    [[nodiscard]] Task<Result<Page<Package>>> listPackages(Owner owner, int page, std::stop_token stop);
    [[nodiscard]] Task<Result<Package>> package(PackageName name, std::stop_token stop);

    enum class State { Active, Deleted };
    [[nodiscard]] Task<Result<Page<Version>>> versions(PackageName name, State state, int page, std::stop_token stop);
    /// All pages, each version once though the list moves under us: for a plan. `complete` is false beyond 10,000.
    struct AllVersions {
        QList<Version> items;
        bool complete = true;
    };
    [[nodiscard]] Task<Result<AllVersions>> allVersions(PackageName name, State state, std::stop_token stop);

    /// Takes every tag of the version with it. The last tagged version cannot go alone (`github.lastTaggedVersion`): delete the package.
    [[nodiscard]] Task<Result<void>> deleteVersion(PackageName name, qint64 id, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> deletePackage(PackageName name, std::stop_token stop);
    /// For 30 days, while nothing else has taken its place.
    [[nodiscard]] Task<Result<void>> restoreVersion(PackageName name, qint64 id, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> restorePackage(PackageName name, std::stop_token stop);

    [[nodiscard]] const Api &api() const { return m_api; }

    /// The scopes of a classic token for each kind of act.
    [[nodiscard]] static QStringList scopesToList();
    [[nodiscard]] static QStringList scopesToPush();
    [[nodiscard]] static QStringList scopesToDelete();
    [[nodiscard]] static QStringList scopesToRestore();

private:
    [[nodiscard]] Task<Result<http::Response>> send(QByteArray method, QUrl url, QString subject, QStringList needs, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> change(QByteArray method, QUrl url, QString subject, QStringList needs, std::stop_token stop);

    http::Transport &m_transport;
    WorkerPool &m_pool;
    const Clock &m_clock;
    TokenSource &m_tokens;
    Api m_api;
    TurnGate m_gate;
};

} // namespace pd::github
