// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.h"

#include "http/address.h"
#include "http/failure.h"
#include "http/redact.h"

namespace pd::registry {

using namespace Qt::StringLiterals;

namespace {

// A sign-in page of a network or a proxy says 200 to everything, to an upload too. Some registries name that type for nothing at all.
bool isWebPage(const http::Response &response)
{
    return response.isSuccess() && response.body.trimmed().startsWith('<');
}

} // namespace

QStringList pullScope(const QString &repository)
{
    return {QString("repository:"_L1 + repository + ":pull"_L1)};
}

QStringList pushScope(const QString &repository)
{
    return {QString("repository:"_L1 + repository + ":pull,push"_L1)};
}

QStringList deleteScope(const QString &repository)
{
    return {QString("repository:"_L1 + repository + ":delete,pull"_L1)};
}

Wire::Wire(http::Transport &transport, CredentialProvider &provider, const Clock &clock, HostSettingsProvider settings)
    : m_transport(transport)
    , m_clock(clock)
    , m_settings(settings ? std::move(settings) : [](const QString &) { return HostSettings(); })
    , m_auth(transport, provider, clock, m_settings)
{
}

QUrl Wire::baseOf(const QString &host) const
{
    const HostSettings settings = m_settings(host);
    const QString api = host == "docker.io"_L1 || host == "index.docker.io"_L1 ? u"registry-1.docker.io"_s : host;
    QUrl base(QString("https://"_L1 + api), QUrl::StrictMode);
    const bool loopback = http::isLoopbackHost(base.host()) && !m_loopbackTls.contains(host);
    if (settings.plainHttp.value_or(loopback))
        base.setScheme(u"http"_s);
    return base;
}

http::Request Wire::request(const Ask &ask, const QUrl &base, Grant &grant, const Act &act, int attempt) const
{
    http::Request request;
    request.method = ask.method;
    if (ask.url.isEmpty()) {
        request.url = QUrl::fromEncoded(QByteArray(base.toEncoded() + ask.path), QUrl::StrictMode);
    } else {
        request.url = ask.url;
        request.namedBy = base;
    }
    request.headers = ask.headers;
    request.body = ask.body;
    request.limits = ask.limits;
    request.account = grant.account;
    request.authorization = std::move(grant.authorization);
    request.interactive = act.interactive;
    request.counter = act.requests;
    request.attempt = attempt;
    return request;
}

// A registry with TLS on loopback, which nobody told us about: upwards is always allowed, and nothing secret has been sent yet.
bool Wire::stepUp(const QString &host, const QUrl &base, const Result<http::Response> &result)
{
    if (m_reached.contains(host) || m_settings(host).plainHttp || base.scheme() != "http"_L1)
        return false;
    // Go's server, nginx, Apache.
    static const QList<QByteArray> told{
        "HTTP request to an HTTPS server", "plain HTTP request was sent to HTTPS port", "plain HTTP to an SSL-enabled"};
    if (!result || result->status != 400 || std::ranges::none_of(told, [&](const QByteArray &t) { return result->body.contains(t); }))
        return false;
    m_loopbackTls.insert(host);
    return true;
}

// Of several requests that start side by side at a host we know nothing of, one goes ahead: it alone pays for the 401.
Task<Result<bool>> Wire::firstContact(QString host, std::stop_token stop)
{
    while (!m_reached.contains(host)) {
        if (stop.stop_requested())
            co_return cancelled();
        const auto contact = m_contacts.find(host);
        if (contact == m_contacts.end()) {
            m_contacts.insert(host, {});
            co_return true;
        }
        const Completion<bool> woken;
        const Resolver<bool> resolver = woken.resolver();
        contact->append(resolver);
        const std::stop_callback onStop(stop, [resolver] { resolver.resolve(false); });
        co_await woken;
    }
    co_return false;
}

void Wire::endContact(const QString &host)
{
    for (const Resolver<bool> &waiting : m_contacts.take(host))
        waiting.resolve(true);
}

Task<Result<http::Response>> Wire::ask(Ask ask, http::Sink *sink, http::ProgressFn progress, ActPointer act, std::stop_token stop)
{
    CO_TRY(const bool first, co_await firstContact(ask.host, stop));
    const auto release = qScopeGuard([this, first, host = ask.host] {
        if (first)
            endContact(host);
    });
    bool challenged = false;
    for (int attempt = 1;;) {
        const QUrl base = baseOf(ask.host);
        CO_TRY(Grant grant, co_await m_auth.grant(ask.host, base, ask.scopes, act, stop));
        const Rejected used{!grant.authorization.isEmpty(), grant.key, grant.token};
        const Result<http::Response> result = co_await m_transport.send(request(ask, base, grant, *act, attempt), sink, progress, stop);
        if (!result && result.error().isCancelled())
            co_return result;
        if (stepUp(ask.host, base, result))
            continue;
        if (result && !sink && isWebPage(*result))
            co_return fail(ErrorKind::Protocol, Blame::Registry, u"registry.html"_s, ask.host,
                http::redactText(QString::fromUtf8(result->body.left(1024))));
        const bool fromHome = result && http::originOf(result->url) == http::originOf(base);
        if (fromHome && result->status == 401) {
            // Only the registry's own 401 is answered with its credentials, and that once.
            if (std::exchange(challenged, true))
                co_return fail(m_auth.refusal(ask.host, used, *result));
            CO_TRY(ask.scopes, co_await m_auth.learn(ask.host, base, used, ask.scopes, *result, stop));
            continue;
        }
        if (fromHome) {
            m_reached.insert(ask.host);
            if (first)
                endContact(ask.host);
        }
        const auto delay = retryDelay(result, ask.repeat, attempt, *act, m_clock.now());
        if (!delay)
            co_return result;
        ++attempt;
        if (!co_await m_clock.sleep(*delay, stop))
            co_return cancelled();
    }
}

void Wire::forget(const QString &host)
{
    m_auth.forget(host);
    m_reached.remove(host);
    m_loopbackTls.remove(host);
}

} // namespace pd::registry
