// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin.h"

#include "http/failure.h"

#include <QUuid>

namespace pd::registry::signin {

namespace {

using namespace Qt::StringLiterals;

/// The first address that asks who we are, with its challenge.
struct Door {
    QByteArray path;
    std::optional<HostFacts> facts; ///< None: nothing here asks.
};

Task<Result<http::Response>> knock(Wire *wire, QString host, QByteArray path, Secret authorization, ActPointer act, std::stop_token stop)
{
    http::Request request;
    request.url = QUrl::fromEncoded(QByteArray(wire->baseOf(host).toEncoded() + path), QUrl::StrictMode);
    request.authorization = std::move(authorization);
    request.account = u"sign-in#"_s + QUuid::createUuid().toString(QUuid::Id128); // no connection that knew another credential
    request.interactive = true;
    request.counter = act->requests;
    co_return co_await wire->transport().send(std::move(request), nullptr, {}, stop);
}

// `/v2/` of some registries lets everybody in and means nothing by it: what really asks is behind it.
Task<Result<Door>> findDoor(Wire *wire, QString host, ActPointer act, std::stop_token stop)
{
    Door open{QByteArrayLiteral("/v2/"), std::nullopt};
    for (const char *path : {"/v2/", "/v2/_catalog?n=1", "/v2/policydesk/sign-in-check/tags/list"}) {
        CO_TRY(const http::Response response, co_await knock(wire, host, path, Secret(), act, stop));
        if (response.status == 401) {
            CO_TRY(const HostFacts facts, co_await wire->authenticator().factsOf(host, wire->baseOf(host), response, nullptr, stop));
            co_return Door{path, facts};
        }
        const bool isFirst = open.path == path;
        if (isFirst && !response.isSuccess() && response.status != 403)
            co_return fail(http::statusFailure(response, host));
        if (isFirst && (response.headers.value("content-type").contains("html") || response.body.trimmed().startsWith('<')))
            co_return fail(ErrorKind::Protocol, Blame::Registry, u"registry.html"_s, host);
    }
    co_return open;
}

Error denied(const http::Response &response, const QString &host)
{
    Error error = http::statusFailure(response, host);
    if (response.status == 401 || response.status == 403) {
        error.kind = ErrorKind::Unauthenticated;
        error.blame = Blame::You;
        error.cause = u"login.denied"_s;
    }
    return error;
}

// Lets the door decide about one credential: a value where it opens, the error `login.denied` where it does not.
Task<Result<void>> tryKey(Wire *wire, QString host, Door door, CredentialPointer credential, ActPointer act, std::stop_token stop)
{
    Secret authorization;
    if (door.facts->scheme == HostFacts::Scheme::Bearer) {
        CO_TRY(const TokenPointer token,
            co_await wire->authenticator().fetchToken(host, wire->baseOf(host), *door.facts, {}, credential, act, stop));
        authorization = Secret(QByteArray("Bearer " + token->value.expose()));
    } else {
        authorization = basicAuthorization(*credential);
    }
    CO_TRY(const http::Response response, co_await knock(wire, host, door.path, std::move(authorization), act, stop));
    // A token for nothing in particular may not be enough for a particular list: it was the token server that decided.
    const bool byToken = door.facts->scheme == HostFacts::Scheme::Bearer && door.path != "/v2/";
    if (response.isSuccess() || byToken || (response.status == 404 && door.path != "/v2/"))
        co_return Result<void>();
    co_return fail(denied(response, host));
}

CredentialPointer madeUp(const CredentialPointer &credential)
{
    auto other = std::make_shared<Credential>();
    other->user = credential->user;
    other->secret = Secret(QUuid::createUuid().toByteArray(QUuid::Id128));
    return other;
}

bool isDenial(const Error &error)
{
    return error.cause == "login.denied"_L1 || error.kind == ErrorKind::Unauthenticated || error.kind == ErrorKind::Denied;
}

} // namespace

Task<Result<SignInReport>> check(Wire *wire, QString host, CredentialPointer credential, ActPointer act, std::stop_token stop)
{
    SignInReport report;
    CO_TRY(const Door door, co_await findDoor(wire, host, act, stop));
    if (!door.facts) {
        report.outcome = SignInReport::Outcome::Ignored;
        co_return report;
    }
    report.scheme = door.facts->scheme == HostFacts::Scheme::Bearer ? u"bearer"_s : u"basic"_s;
    report.realmHost = door.facts->realm.host();
    Result<void> real = co_await tryKey(wire, host, door, credential, act, stop);
    if (!real) {
        Error error = std::move(real).error();
        if (error.cause == "login.denied"_L1)
            error.kind = ErrorKind::Unauthenticated;
        co_return fail(std::move(error));
    }
    const Result<void> wrong = co_await tryKey(wire, host, door, madeUp(credential), act, stop);
    if (wrong)
        report.outcome = SignInReport::Outcome::Ignored;
    else if (!isDenial(wrong.error()))
        co_return fail(wrong.error());
    co_return report;
}

} // namespace pd::registry::signin
