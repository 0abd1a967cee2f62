// SPDX-License-Identifier: GPL-3.0-or-later
#include "failure.h"

#include "redact.h"
#include "retryafter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pd::http {

namespace {

using namespace Qt::StringLiterals;

struct Meaning {
    ErrorKind kind;
    Blame blame;
    QLatin1StringView cause;
};

Meaning meaningOf(QNetworkReply::NetworkError code, bool sentBody)
{
    switch (code) {
    case QNetworkReply::ConnectionRefusedError: return {ErrorKind::Network, Blame::Network, "network.refused"_L1};
    case QNetworkReply::HostNotFoundError: return {ErrorKind::Network, Blame::Network, "network.name"_L1};
    case QNetworkReply::TimeoutError: return {ErrorKind::Timeout, Blame::Network, "network.timeout"_L1};
    case QNetworkReply::SslHandshakeFailedError: return {ErrorKind::Tls, Blame::Registry, "tls.handshake"_L1};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError: return {ErrorKind::Network, Blame::Network, "proxy.unreachable"_L1};
    case QNetworkReply::ProxyAuthenticationRequiredError: return {ErrorKind::Unauthenticated, Blame::Network, "proxy.authentication"_L1};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolUnknownError: return {ErrorKind::Protocol, Blame::Registry, "http.malformed"_L1};
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return {ErrorKind::Network, Blame::Network, sentBody ? "upload.closed"_L1 : "network.closed"_L1};
    default: return {ErrorKind::Network, Blame::Network, "network.failed"_L1};
    }
}

Meaning meaningOf(int status)
{
    switch (status) {
    case 400: return {ErrorKind::Protocol, Blame::Registry, "registry.bad-request"_L1};
    case 401: return {ErrorKind::Unauthenticated, Blame::You, "registry.unauthenticated"_L1};
    case 403: return {ErrorKind::Denied, Blame::Registry, "registry.denied"_L1};
    case 404:
    case 410: return {ErrorKind::NotFound, Blame::Registry, "registry.not-found"_L1};
    case 405:
    case 501: return {ErrorKind::Unsupported, Blame::Registry, "registry.unsupported"_L1};
    case 407: return {ErrorKind::Unauthenticated, Blame::Network, "proxy.authentication"_L1};
    case 408: return {ErrorKind::Timeout, Blame::Registry, "registry.timeout"_L1};
    case 409:
    case 412: return {ErrorKind::Conflict, Blame::Registry, "registry.conflict"_L1};
    case 413: return {ErrorKind::Denied, Blame::Registry, "registry.too-large"_L1};
    case 429: return {ErrorKind::RateLimited, Blame::Registry, "registry.rate-limited"_L1};
    default: break;
    }
    if (status >= 500)
        return {ErrorKind::Protocol, Blame::Registry, "registry.failed"_L1};
    return {ErrorKind::Protocol, Blame::Registry, "registry.unexpected-status"_L1};
}

bool looksLikeText(const QByteArray &body)
{
    return !body.isEmpty() && !body.left(512).contains('\0');
}

bool isSecondaryLimit(const Response &response)
{
    return response.status == 403
        && (response.body.left(4096).toLower().contains("rate limit")
            || (response.headers.contains("retry-after") || response.headers.value("x-ratelimit-remaining") == "0"));
}

} // namespace

Error networkFailure(QNetworkReply::NetworkError code, const QString &systemText, const QUrl &url, bool sentBody)
{
    const Meaning meaning = meaningOf(code, sentBody);
    Error error;
    error.kind = meaning.kind;
    error.blame = meaning.blame;
    error.cause = QString(meaning.cause);
    error.subject = url.host();
    error.detail = redactText(systemText);
    return error;
}

QList<RegistryError> parseRegistryErrors(const QByteArray &body)
{
    constexpr int MaxEntries = 16;
    if (!body.trimmed().startsWith('{') || body.size() > MaxErrorBody)
        return {};
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    QList<RegistryError> found;
    for (const QJsonValue &value : root.value("errors"_L1).toArray()) {
        const QJsonObject entry = value.toObject();
        RegistryError error{redactText(entry.value("code"_L1).toString(), 128), redactText(entry.value("message"_L1).toString())};
        if (!error.code.isEmpty() || !error.message.isEmpty())
            found.append(std::move(error));
        if (found.size() == MaxEntries)
            break;
    }
    // GitHub and several token servers say it in one field.
    for (const QLatin1StringView name : {"message"_L1, "details"_L1, "error_description"_L1, "error"_L1}) {
        const QString text = root.value(name).toString();
        if (found.isEmpty() && !text.isEmpty())
            found.append({QString(), redactText(text)});
    }
    return found;
}

Error statusFailure(const Response &response, const QString &subject, const QDateTime &now)
{
    const Meaning meaning = meaningOf(response.status);
    Error error;
    error.kind = meaning.kind;
    error.blame = meaning.blame;
    error.cause = QString(meaning.cause);
    error.subject = subject;
    error.http = response.status;
    error.registry = parseRegistryErrors(response.body);
    if (error.registry.isEmpty() && looksLikeText(response.body))
        error.detail = redactText(QString::fromUtf8(response.body.left(16 << 10)));
    if (isSecondaryLimit(response)) {
        error.kind = ErrorKind::RateLimited;
        error.cause = u"registry.rate-limited"_s;
    }
    error.retryAfterMs = retryAfterMs(response, now);
    return error;
}

} // namespace pd::http
