// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/packages.h"

#include <QHash>
#include <QMap>

#include <map>

namespace pd::secrets {
class CredentialStore;
}

namespace pd::desk {

/// One container registry of a GitHub, and the REST API behind it, asked with the account that the user has at that registry. Engine thread; what
/// the constructor takes outlives it.
class GitHubRegistry final {
public:
    GitHubRegistry(QString host, github::Api api, http::Transport &transport, WorkerPool &pool, const Clock &clock,
        secrets::CredentialStore &credentials);
    ~GitHubRegistry();

    [[nodiscard]] QString host() const { return m_host; }
    [[nodiscard]] github::Packages &packages() { return m_packages; }
    [[nodiscard]] const github::Api &api() const { return m_packages.api(); }

    /// Whether the user has a token for this registry. Asks nobody but the credential store.
    [[nodiscard]] Task<Result<bool>> hasAccount(std::stop_token stop);
    /// Whose the token is and what it may do; asked once until `forget`.
    [[nodiscard]] Task<Result<github::TokenFacts>> facts(std::stop_token stop);
    /// The owner with its kind; asked once until `forget`. Empty: the token's own. Without an account Unauthenticated `github.signInNeeded`, unasked.
    [[nodiscard]] Task<Result<github::Owner>> owner(QString login, std::stop_token stop);
    /// `owner/name` of the registry as the API names it; the name may hold slashes. Errors besides: InvalidInput `reference.repository`.
    [[nodiscard]] Task<Result<github::PackageName>> find(QString repository, std::stop_token stop);

    /// What the rows of a list have said, for the details that come later: id and date of the version that a tag is on.
    struct Seen {
        QString digest;
        qint64 id = 0;
        QDateTime published;
    };
    void remember(const QString &repository, const QList<github::Version> &versions);
    [[nodiscard]] Seen seen(const QString &repository, const QString &tag) const;

    /// The error as a person at this registry understands it: the subject begins with the host; where a scope is missing, subject and first line of
    /// the detail are the scopes and the page that makes a token with them.
    [[nodiscard]] Error explained(Error error) const;
    /// Whose a token is that is not kept yet, and what it may do.
    [[nodiscard]] Task<Result<github::TokenFacts>> factsOf(Secret token, std::stop_token stop);
    /// The page that makes a token for everything that Policy Desk does.
    [[nodiscard]] QString tokenPage() const;
    /// Drops the token and whom it belongs to: after signing in or out.
    void forget();

private:
    class StoredToken;
    QString m_host;
    http::Transport &m_transport;
    WorkerPool &m_pool;
    const Clock &m_clock;
    std::unique_ptr<StoredToken> m_tokens;
    github::Packages m_packages;
    std::optional<github::TokenFacts> m_facts;
    QHash<QString, github::Owner> m_owners; ///< By lower-case login.
    QHash<QString, Seen> m_seen; ///< By `repository:tag`.
};

/// The GitHubs behind the registries of this session, each made when it is first asked for. Engine thread.
class GitHubs final {
public:
    /// `overrides`: registry host to the base of its API, where it is not the usual one.
    GitHubs(QMap<QString, QUrl> overrides, http::Transport &transport, WorkerPool &pool, const Clock &clock,
        secrets::CredentialStore &credentials);
    ~GitHubs();

    /// Null where the registry is no GitHub's.
    [[nodiscard]] GitHubRegistry *of(const QString &host);
    void forget(const QString &host);
    /// The container registry of a GitHub that somebody is signed in to, `github.com` or another: the one whose API the user said is there, else the
    /// usual name.
    [[nodiscard]] QString registryOf(const QString &githubHost) const;

    /// Reads `HOST` → `URL` pairs of `--github-api`. Errors: InvalidInput `github.apiOption`.
    [[nodiscard]] static Result<QMap<QString, QUrl>> readOverrides(const QMap<QString, QString> &options);

private:
    [[nodiscard]] std::optional<github::Api> apiOf(const QString &host) const;
    QMap<QString, QUrl> m_overrides;
    http::Transport &m_transport;
    WorkerPool &m_pool;
    const Clock &m_clock;
    secrets::CredentialStore &m_credentials;
    std::map<QString, std::unique_ptr<GitHubRegistry>> m_registries;
};

} // namespace pd::desk
