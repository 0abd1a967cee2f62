// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authenticator.h"
#include "http/transport.h"
#include "retry.h"

namespace pd::registry {

/// One request to a registry, before it is signed in.
struct Ask {
    QString host; ///< As in references.
    QByteArray method = QByteArrayLiteral("GET");
    QByteArray path; ///< From `/v2/` on, encoded, with its query. Empty where `url` is set.
    QUrl url; ///< An address that the registry named (an upload's Location).
    QStringList scopes;
    http::Headers headers;
    http::BodySource body;
    http::Limits limits;
    Repeat repeat = Repeat::Never;
};

/// Requests to registries: address, signing in, one second try after a 401, retries within the act's budget. One thread.
class Wire final {
public:
    Wire(http::Transport &transport, CredentialProvider &provider, const Clock &clock, HostSettingsProvider settings);

    /// Any status is an answer. `sink` and `progress` as in `http::Transport::send`.
    [[nodiscard]] Task<Result<http::Response>> ask(
        Ask ask, http::Sink *sink, http::ProgressFn progress, ActPointer act, std::stop_token stop);

    /// `https://host`, or http for loopback and where the user said so. docker.io's API lives at registry-1.docker.io.
    [[nodiscard]] QUrl baseOf(const QString &host) const;
    [[nodiscard]] Authenticator &authenticator() { return m_auth; }
    [[nodiscard]] http::Transport &transport() { return m_transport; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// That this host answered 202 to a whole blob in one POST: not tried again.
    [[nodiscard]] bool takesSinglePost(const QString &host) const { return !m_noSinglePost.contains(host); }
    void rememberNoSinglePost(const QString &host) { m_noSinglePost.insert(host); }
    void forget(const QString &host);

private:
    [[nodiscard]] http::Request request(const Ask &ask, const QUrl &base, Grant &grant, const Act &act, int attempt) const;
    [[nodiscard]] bool stepUp(const QString &host, const QUrl &base, const Result<http::Response> &result);
    [[nodiscard]] Task<Result<bool>> firstContact(QString host, std::stop_token stop);
    void endContact(const QString &host);

    http::Transport &m_transport;
    const Clock &m_clock;
    HostSettingsProvider m_settings;
    Authenticator m_auth;
    QSet<QString> m_noSinglePost;
    QSet<QString> m_reached; ///< Hosts that have answered as registries do.
    QSet<QString> m_loopbackTls;
    QHash<QString, QList<Resolver<bool>>> m_contacts; ///< Who waits for the first answer of a host.
};

[[nodiscard]] QStringList pullScope(const QString &repository);
[[nodiscard]] QStringList pushScope(const QString &repository);
[[nodiscard]] QStringList deleteScope(const QString &repository);

} // namespace pd::registry
