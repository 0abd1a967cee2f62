// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport.h"

#include "address.h"
#include "connections.h"
#include "exchange.h"
#include "redact.h"
#include "redirect.h"

namespace pd::http {

namespace {

/// Which hop it is, and whether every address so far was of the origin that the secrets are for.
struct Leg {
    int hop = 0;
    bool atHome = true;
};

} // namespace

class Transport::Private final {
public:
    explicit Private(TransportOptions given)
        : options(std::move(given))
        , connections(options)
    {
    }

    /// The rules for going from `from` to `to` that need addresses; gives the route with the checked address pinned.
    Task<Result<Route>> step(QUrl from, QUrl to, std::stop_token stop);
    Task<Reach> reachOfOrigin(QUrl url, std::stop_token stop);
    Task<Result<Response>> once(const Request *request, Route route, Leg leg, Sink *sink, const ProgressFn *progress, std::stop_token stop);
    void trace(
        const Request &request, const Route &route, int hop, const Exchange &exchange, qint64 ms, const Result<Response> &result) const;

    TransportOptions options;
    Connections connections;
    qint64 requests = 0;
};

namespace {

using namespace Qt::StringLiterals;

bool mayRepeat(const Request &request, int status)
{
    const bool safe = request.method == "GET" || request.method == "HEAD";
    return safe || status == 307 || status == 308;
}

} // namespace

Task<Reach> Transport::Private::reachOfOrigin(QUrl url, std::stop_token stop)
{
    if (const auto literal = literalAddress(url.host()))
        co_return reachOf(*literal);
    const auto addresses = co_await resolve(url.host(), stop);
    // What cannot be found out counts as public: the stricter rule.
    co_return addresses ? reachOf(addresses->first()) : Reach::Public;
}

Task<Result<Route>> Transport::Private::step(QUrl from, QUrl to, std::stop_token stop)
{
    if (from.host().compare(to.host(), Qt::CaseInsensitive) == 0)
        co_return Route{to, {}};
    const auto refused
        = [&from, &to] { return fail(ErrorKind::Denied, Blame::Registry, u"redirect.private"_s, from.host(), redactUrl(to)); };
    const Reach origin = co_await reachOfOrigin(from, stop);
    if (const auto literal = literalAddress(to.host())) {
        if (!mayStep(origin, reachOf(*literal)))
            co_return refused();
        co_return Route{to, {}};
    }
    CO_TRY(const QNetworkProxy proxy, co_await connections.proxyFor(to, stop));
    if (proxy.type() != QNetworkProxy::NoProxy)
        co_return Route{to, {}}; // the proxy looks names up, and stands where it may go
    CO_TRY(const QList<QHostAddress> addresses, co_await resolve(to.host(), stop));
    for (const QHostAddress &address : addresses) {
        if (!mayStep(origin, reachOf(address)))
            co_return refused();
    }
    // Pinned: what was checked is what is connected to, even when the name means something else a moment later.
    const auto v4 = std::ranges::find_if(addresses, [](const QHostAddress &a) { return a.protocol() == QAbstractSocket::IPv4Protocol; });
    co_return Route{to, v4 != addresses.end() ? *v4 : addresses.first()};
}

Task<Result<Response>> Transport::Private::once(
    const Request *request, Route route, Leg leg, Sink *sink, const ProgressFn *progress, std::stop_token stop)
{
    CO_TRY(Connections::Lane lane,
        co_await connections.lane(route.url, leg.atHome ? request->account : QString(), request->interactive, stop));
    if (stop.stop_requested())
        co_return cancelled();
    Headers headers = leg.atHome ? request->headers : forForeignOrigin(request->headers);
    headers.set("User-Agent", options.userAgent);
    ++requests;
    if (request->counter)
        ++*request->counter;
    QElapsedTimer clock;
    clock.start();
    Exchange exchange(std::move(lane), *request, sink, *progress);
    Result<Response> result = co_await exchange.run(route, headers, leg.atHome, stop);
    trace(*request, route, leg.hop, exchange, clock.elapsed(), result);
    co_return result;
}

void Transport::Private::trace(
    const Request &request, const Route &route, int hop, const Exchange &exchange, qint64 ms, const Result<Response> &result) const
{
    if (!options.trace)
        return;
    TraceRecord record;
    record.method = request.method;
    record.url = redactUrl(route.url);
    record.status = exchange.response().status;
    record.sent = exchange.sent();
    record.received = exchange.response().received;
    record.ms = ms;
    record.attempt = request.attempt;
    record.hop = hop;
    if (!result)
        record.failure = result.error().cause;
    options.trace(record);
}

Transport::Transport(TransportOptions options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

Transport::~Transport() = default;

qint64 Transport::requestCount() const
{
    return d->requests;
}

Task<Result<QUrl>> Transport::checkStep(QUrl from, QUrl to, std::stop_token stop)
{
    CO_TRY(const QUrl allowed, stepTarget(from, to.toEncoded()));
    CO_TRY(co_await d->step(from, allowed, stop));
    co_return allowed;
}

Task<Result<Response>> Transport::send(Request request, Sink *sink, ProgressFn progress, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return cancelled();
    Route route{request.url, {}};
    if (!request.namedBy.isEmpty()) {
        CO_TRY(const QUrl allowed, stepTarget(request.namedBy, request.url.toEncoded()));
        CO_TRY(route, co_await d->step(request.namedBy, allowed, stop));
    }
    const QString home = originOf(request.namedBy.isEmpty() || request.secretForNamed ? request.url : request.namedBy);
    Leg leg{0, originOf(route.url) == home};
    for (;; ++leg.hop) {
        CO_TRY(Response response, co_await d->once(&request, route, leg, sink, &progress, stop));
        response.hops = leg.hop;
        if (!isRedirect(response.status) || !mayRepeat(request, response.status))
            co_return response;
        if (leg.hop == MaxRedirects)
            co_return fail(ErrorKind::Protocol, Blame::Registry, u"redirect.loop"_s, request.url.host());
        CO_TRY(const QUrl next, stepTarget(route.url, response.headers.value("location")));
        if (request.redirects == Redirects::SameOrigin && originOf(next) != home)
            co_return fail(ErrorKind::Denied, Blame::Registry, u"redirect.foreign"_s, request.url.host(), redactUrl(next));
        CO_TRY(route, co_await d->step(route.url, next, stop));
        // Once away, away: the other origin chose this address, even where it leads back.
        leg.atHome = leg.atHome && originOf(next) == home;
    }
}

} // namespace pd::http
