// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "challenge.h"
#include "credential.h"
#include "http/transport.h"
#include "retry.h"
#include "tokencache.h"

namespace pd::registry {

/// What is known of a registry's way to sign in. No secret.
struct HostFacts {
    enum class Scheme { Unknown, None, Basic, Bearer };
    Scheme scheme = Scheme::Unknown;
    QUrl realm;
    QString service;
};

/// What goes into `Authorization` for one request, and where it came from.
struct Grant {
    Secret authorization; ///< Empty: nothing to send.
    QString account; ///< Empty: anonymous.
    TokenKey key;
    TokenPointer token;
};

/// What a request carried that was answered with 401.
struct Rejected {
    bool authorized = false;
    TokenKey key;
    TokenPointer token;
};

using CredentialPointer = std::shared_ptr<const Credential>;

/// Signs requests in: Basic and Bearer (GET, and OAuth2's POST for identity tokens), remembering for each host what it asked for, so that no
/// request is spent on a 401 that we can foresee. One thread.
class Authenticator final {
public:
    Authenticator(http::Transport &transport, CredentialProvider &provider, const Clock &clock, HostSettingsProvider settings);

    /// The grant for a request to `host` (at `base`) that needs `scopes`. Empty while nothing is known of the host.
    [[nodiscard]] Task<Result<Grant>> grant(QString host, QUrl base, QStringList scopes, ActPointer act, std::stop_token stop);
    /// Takes in a 401: what was granted is dropped, the challenge remembered; scopes that it names besides are added to `scopes`. An error
    /// where there is nothing that a second try could do better.
    [[nodiscard]] Task<Result<QStringList>> learn(
        QString host, QUrl base, Rejected rejected, QStringList scopes, http::Response response, std::stop_token stop);
    /// The error for a second 401 in a row. What was sent is forgotten: the user may sign in anew meanwhile.
    [[nodiscard]] Error refusal(const QString &host, const Rejected &rejected, const http::Response &response);
    /// A token for the given credential (null: anonymous), past the cache.
    [[nodiscard]] Task<Result<TokenPointer>> fetchToken(
        QString host, QUrl base, HostFacts facts, QStringList scopes, CredentialPointer credential, ActPointer act, std::stop_token stop);
    /// The best of the challenges in `response`, checked: Bearer before Basic.
    [[nodiscard]] Task<Result<HostFacts>> factsOf(
        QString host, QUrl base, http::Response response, QStringList *scopes, std::stop_token stop);
    /// Drops all that is known of the host: after signing in or out.
    void forget(const QString &host);

private:
    [[nodiscard]] Task<Result<CredentialPointer>> credentialFor(QString host, std::stop_token stop);
    [[nodiscard]] Task<Result<http::Response>> askByGet(
        QUrl base, HostFacts facts, QStringList scopes, CredentialPointer credential, ActPointer act, std::stop_token stop);
    [[nodiscard]] Task<Result<http::Response>> askByPost(
        QUrl base, HostFacts facts, QStringList scopes, CredentialPointer credential, ActPointer act, std::stop_token stop);
    [[nodiscard]] Result<TokenPointer> readToken(const http::Response &response, const QString &host) const;

    http::Transport &m_transport;
    CredentialProvider &m_provider;
    const Clock &m_clock;
    HostSettingsProvider m_settings;
    TokenCache m_tokens;
    QHash<QString, HostFacts> m_facts;
    QHash<QString, std::optional<CredentialPointer>> m_credentials;
};

/// The value of `Authorization` for Basic.
[[nodiscard]] Secret basicAuthorization(const Credential &credential);

} // namespace pd::registry
