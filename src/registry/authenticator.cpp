// SPDX-License-Identifier: GPL-3.0-or-later
#include "authenticator.h"

#include "http/failure.h"
#include "http/redact.h"
#include "realm.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pd::registry {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 MaxTokenBody = 128 << 10;

QString accountOf(const CredentialPointer &credential)
{
    if (!credential)
        return {};
    // Two passwords of one user are two accounts: a token got with the old one must not outlive it.
    const size_t mark = qHash(credential->secret.expose(), 0x5eed);
    return credential->user + u'#' + QString::number(mark, 16);
}

bool isHeaderSafe(const QByteArray &token)
{
    return std::ranges::all_of(token, [](char c) { return c > 0x20 && c < 0x7f; });
}

void addScopes(QStringList &scopes, const QByteArray &parameter)
{
    for (const QByteArray &scope : parameter.split(' ')) {
        const QString text = QString::fromUtf8(scope.trimmed());
        if (!text.isEmpty() && text.size() <= 1024 && scopes.size() < 16 && !scopes.contains(text))
            scopes.append(text);
    }
}

// Ours already ask for more of the same repository: `repository:a/b:pull` is in `repository:a/b:pull,push`. Actions follow the last colon.
bool covers(const QStringList &scopes, const QString &wanted)
{
    const qsizetype colon = wanted.lastIndexOf(u':');
    const QStringList actions = wanted.mid(colon + 1).split(u',');
    return std::ranges::any_of(scopes, [&](const QString &have) {
        const qsizetype at = have.lastIndexOf(u':');
        if (at != colon || have.left(at) != wanted.left(colon))
            return false;
        const QStringList mine = have.mid(at + 1).split(u',');
        return std::ranges::all_of(actions, [&mine](const QString &action) { return mine.contains(action); });
    });
}

} // namespace

Secret basicAuthorization(const Credential &credential)
{
    QByteArray plain = credential.user.toUtf8() + ':' + credential.secret.expose();
    QByteArray coded = plain.toBase64();
    wipe(plain);
    QByteArray value = QByteArrayLiteral("Basic ") + coded;
    wipe(coded);
    return Secret(std::move(value));
}

Authenticator::Authenticator(http::Transport &transport, CredentialProvider &provider, const Clock &clock, HostSettingsProvider settings)
    : m_transport(transport)
    , m_provider(provider)
    , m_clock(clock)
    , m_settings(std::move(settings))
    , m_tokens(clock)
{
}

Task<Result<CredentialPointer>> Authenticator::credentialFor(QString host, std::stop_token stop)
{
    if (const auto known = m_credentials.value(host))
        co_return *known;
    CO_TRY(std::optional<Credential> found, co_await m_provider.credential(host, stop));
    CredentialPointer credential = found ? std::make_shared<const Credential>(std::move(*found)) : nullptr;
    m_credentials.insert(host, credential);
    co_return credential;
}

Task<Result<Grant>> Authenticator::grant(QString host, QUrl base, QStringList scopes, ActPointer act, std::stop_token stop)
{
    const HostFacts facts = m_facts.value(host);
    Grant grant;
    if (facts.scheme == HostFacts::Scheme::Unknown || facts.scheme == HostFacts::Scheme::None)
        co_return grant;
    CO_TRY(const CredentialPointer credential, co_await credentialFor(host, stop));
    grant.account = accountOf(credential);
    if (facts.scheme == HostFacts::Scheme::Basic) {
        if (credential)
            grant.authorization = basicAuthorization(*credential);
        co_return grant;
    }
    scopes.sort();
    grant.key = {host, facts.service, scopes, grant.account};
    const auto fetch = [this, host, base, facts, scopes, credential, act](
                           std::stop_token inner) { return fetchToken(host, base, facts, scopes, credential, act, inner); };
    CO_TRY(grant.token, co_await m_tokens.get(grant.key, fetch, stop));
    grant.authorization = Secret(QByteArray("Bearer " + grant.token->value.expose()));
    co_return grant;
}

Task<Result<HostFacts>> Authenticator::factsOf(QString host, QUrl base, http::Response response, QStringList *scopes, std::stop_token stop)
{
    CO_TRY(const QList<Challenge> challenges, parseChallenges(response.headers.values("www-authenticate")));
    HostFacts facts;
    for (const Challenge &challenge : challenges) {
        if (challenge.scheme == "bearer" && challenge.parameters.contains("realm")) {
            CO_TRY(const QUrl named, realmAddress(base, challenge.parameters.value("realm")));
            CO_TRY(facts.realm, co_await m_transport.checkStep(base, named, stop));
            facts.scheme = HostFacts::Scheme::Bearer;
            facts.service = QString::fromUtf8(challenge.parameters.value("service").left(1024));
            if (scopes)
                addScopes(*scopes, challenge.parameters.value("scope"));
            co_return facts;
        }
        if (challenge.scheme == "basic")
            facts.scheme = HostFacts::Scheme::Basic;
    }
    if (facts.scheme == HostFacts::Scheme::Unknown) {
        Error error = http::statusFailure(response, host);
        error.kind = challenges.isEmpty() ? error.kind : ErrorKind::Unsupported;
        error.cause = challenges.isEmpty() ? u"auth.no-challenge"_s : u"auth.scheme"_s;
        co_return fail(std::move(error));
    }
    co_return facts;
}

Task<Result<QStringList>> Authenticator::learn(
    QString host, QUrl base, Rejected rejected, QStringList scopes, http::Response response, std::stop_token stop)
{
    QStringList named;
    CO_TRY(const HostFacts facts, co_await factsOf(host, base, response, &named, stop));
    if (rejected.token)
        m_tokens.reject(rejected.key, rejected.token);
    m_facts.insert(host, facts);
    if (facts.scheme == HostFacts::Scheme::Basic) {
        // A second try only makes sense with something to send that was not sent before.
        CO_TRY(const CredentialPointer credential, co_await credentialFor(host, stop));
        if (rejected.authorized || !credential)
            co_return fail(refusal(host, rejected, response));
        co_return scopes;
    }
    for (const QString &scope : named) {
        if (!covers(scopes, scope))
            scopes.append(scope);
    }
    co_return scopes;
}

Error Authenticator::refusal(const QString &host, const Rejected &rejected, const http::Response &response)
{
    const bool known = m_credentials.value(host).value_or(nullptr) != nullptr;
    const bool byToken = rejected.token != nullptr;
    m_tokens.reject(rejected.key, rejected.token);
    m_credentials.remove(host);
    Error error = http::statusFailure(response, host);
    // With a token the credential was good: it is the right to this repository that lacks.
    error.cause = !known ? u"login.needed"_s : byToken ? u"registry.unauthenticated"_s : u"login.denied"_s;
    return error;
}

Task<Result<TokenPointer>> Authenticator::fetchToken(
    QString host, QUrl base, HostFacts facts, QStringList scopes, CredentialPointer credential, ActPointer act, std::stop_token stop)
{
    if (credential && !mayHaveCredentials(base, facts.realm, m_settings(host)))
        co_return fail(ErrorKind::Denied, Blame::Registry, u"auth.realm-foreign"_s, facts.realm.host(), host);
    std::optional<http::Response> response;
    if (credential && credential->identityToken) {
        CO_TRY(response, co_await askByPost(base, facts, scopes, credential, act, stop));
        const bool mayFallBack = response->status == 400 || response->status == 401 || response->status == 404 || response->status == 405;
        if (mayFallBack && !credential->user.isEmpty() && credential->user != "<token>"_L1)
            response.reset();
    }
    if (!response) {
        CO_TRY(response, co_await askByGet(base, facts, scopes, credential, act, stop));
    }
    if (response->isSuccess())
        co_return readToken(*response, facts.realm.host());
    Error error = http::statusFailure(*response, host);
    if (response->status == 401 || response->status == 403) {
        // GHCR answers 403 to a wrong token. Anonymous and refused means that one has to sign in; known and refused has two causes.
        error.kind = response->status == 401 || !credential ? ErrorKind::Unauthenticated : ErrorKind::Denied;
        error.cause = credential ? u"login.denied"_s : u"login.needed"_s;
        m_credentials.remove(host);
    }
    co_return fail(std::move(error));
}

Task<Result<http::Response>> Authenticator::askByGet(
    QUrl base, HostFacts facts, QStringList scopes, CredentialPointer credential, ActPointer act, std::stop_token stop)
{
    for (int attempt = 1;; ++attempt) {
        http::Request request;
        request.url = tokenAddress(facts.realm, facts.service, scopes);
        request.namedBy = base;
        request.secretForNamed = true;
        request.redirects = http::Redirects::SameOrigin;
        request.limits.maxBody = MaxTokenBody;
        request.account = accountOf(credential);
        request.interactive = act->interactive;
        request.counter = act->requests;
        request.attempt = attempt;
        if (credential)
            request.authorization = basicAuthorization(*credential);
        Result<http::Response> response = co_await m_transport.send(std::move(request), nullptr, {}, stop);
        const auto delay = retryDelay(response, Repeat::Idempotent, attempt, *act, m_clock.now());
        if (!delay)
            co_return response;
        if (!co_await m_clock.sleep(*delay, stop))
            co_return cancelled();
    }
}

Task<Result<http::Response>> Authenticator::askByPost(
    QUrl base, HostFacts facts, QStringList scopes, CredentialPointer credential, ActPointer act, std::stop_token stop)
{
    QByteArray form = "grant_type=refresh_token&client_id=policydesk&service=" + QUrl::toPercentEncoding(facts.service)
        + "&scope=" + QUrl::toPercentEncoding(scopes.join(u' '))
        + "&refresh_token=" + QUrl::toPercentEncoding(QString::fromUtf8(credential->secret.expose()));
    http::Request request;
    request.method = QByteArrayLiteral("POST");
    request.url = facts.realm;
    request.namedBy = base;
    request.secretForNamed = true;
    request.redirects = http::Redirects::SameOrigin;
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.body = http::BodySource::ofBytes(form);
    request.limits.maxBody = MaxTokenBody;
    request.account = accountOf(credential);
    request.interactive = act->interactive;
    request.counter = act->requests;
    co_return co_await m_transport.send(std::move(request), nullptr, {}, stop);
}

Result<TokenPointer> Authenticator::readToken(const http::Response &response, const QString &host) const
{
    const QJsonObject reply = QJsonDocument::fromJson(response.body).object();
    // Should both be there and differ, `token` counts: it is the one that the registry's own specification made first.
    QByteArray value = reply.value("token"_L1).toString().toUtf8();
    if (value.isEmpty())
        value = reply.value("access_token"_L1).toString().toUtf8();
    if (value.isEmpty() || value.size() > MaxTokenBody || !isHeaderSafe(value))
        return fail(ErrorKind::Protocol, Blame::Registry, u"auth.token-missing"_s, host);
    constexpr double DefaultSeconds = 60;
    constexpr double MaxSeconds = 24 * 3600;
    const double seconds = std::clamp(reply.value("expires_in"_L1).toDouble(DefaultSeconds), 1.0, MaxSeconds);
    auto token = std::make_shared<Token>();
    token->value = Secret(std::move(value));
    token->goodUntilMs = m_clock.monotonicMs() + static_cast<qint64>(seconds * 1000);
    return TokenPointer(std::move(token));
}

void Authenticator::forget(const QString &host)
{
    m_tokens.forget(host);
    m_facts.remove(host);
    m_credentials.remove(host);
}

} // namespace pd::registry
