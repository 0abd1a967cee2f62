// SPDX-License-Identifier: GPL-3.0-or-later
#include "failure.h"

#include "http/redact.h"
#include "http/retryafter.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pd::github {

namespace {

const QByteArray ScopesHeader = QByteArrayLiteral("X-OAuth-Scopes");

/// `required; url=https://github.com/orgs/acme/sso?authorization_request=…`
QUrl ssoUrl(const http::Headers &headers)
{
    const QByteArray value = headers.value("X-GitHub-SSO");
    const qsizetype begin = value.indexOf("url=");
    if (begin < 0)
        return {};
    const QUrl url = QUrl::fromEncoded(value.mid(begin + 4).trimmed(), QUrl::StrictMode);
    return url.isValid() && url.scheme() == QLatin1StringView("https") && url.userInfo().isEmpty() ? url : QUrl();
}

/// `2026-11-30 10:00:00 UTC` or `2026-11-30 11:00:00 +0100`
QDateTime expiry(const QByteArray &value)
{
    QString word = QString::fromLatin1(value);
    if (word.endsWith(QLatin1StringView(" UTC")))
        word.replace(word.size() - 3, 3, QStringLiteral("+0000"));
    if (word.size() < 25)
        return {};
    word[10] = QLatin1Char('T');
    word.remove(19, 1);
    word.insert(22, QLatin1Char(':'));
    return QDateTime::fromString(word, Qt::ISODate).toUTC();
}

bool isRateLimit(const http::Response &response, const QString &message)
{
    if (response.status != 403 && response.status != 429)
        return false;
    return response.status == 429 || response.headers.value("X-RateLimit-Remaining") == "0" || response.headers.contains("Retry-After")
        || message.contains(QLatin1StringView("rate limit"), Qt::CaseInsensitive);
}

QStringList missingScopes(const TokenFacts &facts, const QStringList &needs)
{
    QStringList missing;
    for (const QString &scope : needs) {
        if (facts.tellsScopes && !facts.hasScope(scope))
            missing << scope;
    }
    return missing;
}

void set(Error &error, ErrorKind kind, Blame blame, const char *cause)
{
    error.kind = kind;
    error.blame = blame;
    error.cause = QString::fromLatin1(cause);
}

void explainDenied(Error &error, const http::Response &response, const QStringList &needs)
{
    const TokenFacts facts = factsOf(response.headers);
    if (response.status == 403 && !facts.ssoUrl.isEmpty()) {
        set(error, ErrorKind::Denied, Blame::You, "github.sso");
        error.detail = facts.ssoUrl.toString(QUrl::FullyEncoded);
        return;
    }
    // A token without the scope gets 403 here and 404 there.
    if (const QStringList missing = missingScopes(facts, needs); !missing.isEmpty()) {
        set(error, ErrorKind::Denied, Blame::You, "github.scopeMissing");
        error.detail = missing.join(QLatin1StringView(", "));
        return;
    }
    if (response.status == 404)
        set(error, ErrorKind::NotFound, Blame::Registry, "github.notFoundOrPrivate");
    else
        set(error, ErrorKind::Denied, Blame::Registry, "github.denied");
}

} // namespace

TokenFacts factsOf(const http::Headers &headers)
{
    TokenFacts facts;
    facts.tellsScopes = headers.contains(ScopesHeader);
    const QString scopes = QString::fromLatin1(headers.value(ScopesHeader).left(4096));
    for (const QString &scope : scopes.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString name = scope.trimmed(); !name.isEmpty())
            facts.scopes << name;
    }
    facts.expires = expiry(headers.value("github-authentication-token-expiration"));
    facts.ssoUrl = ssoUrl(headers);
    return facts;
}

Error failureOf(const http::Response &response, const QString &subject, const QStringList &needs, bool signedIn, const QDateTime &now)
{
    Error error;
    error.subject = subject;
    error.http = response.status;
    const QString raw = QJsonDocument::fromJson(response.body).object().value(QLatin1StringView("message")).toString();
    const QString message = http::redactText(raw);
    error.detail = message;
    if (!message.isEmpty())
        error.registry << RegistryError{{}, message};

    if (isRateLimit(response, message)) {
        set(error, ErrorKind::RateLimited, Blame::Registry, "github.rateLimited");
        error.retryAfterMs = http::retryAfterMs(response, now);
        return error;
    }
    const auto says = [&message](const char *words) { return message.contains(QLatin1StringView(words), Qt::CaseInsensitive); };
    if (says("last tagged version")) {
        set(error, ErrorKind::Conflict, Blame::Registry, "github.lastTaggedVersion");
    } else if (says("downloads")) {
        set(error, ErrorKind::Denied, Blame::Registry, "github.downloads");
    } else if (response.status == 401) {
        set(error, ErrorKind::Unauthenticated, Blame::You, signedIn ? "github.badToken" : "github.signInNeeded");
    } else if (response.status == 403 || response.status == 404) {
        explainDenied(error, response, needs);
    } else if (response.status == 400 || response.status == 409 || response.status == 422) {
        set(error, ErrorKind::Conflict, Blame::Registry, "github.refused");
    } else if (response.status >= 500) {
        set(error, ErrorKind::Network, Blame::Registry, "github.unavailable");
    } else {
        set(error, ErrorKind::Protocol, Blame::Registry, "github.answer");
    }
    return error;
}

} // namespace pd::github
