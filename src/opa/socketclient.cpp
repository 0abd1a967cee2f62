// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketclient.h"

#include "core/completion.h"

#include <QBuffer>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

namespace pd::opa {

namespace {

enum class End { Finished, TooMuch, Deadline, Stopped };

/// A body that cannot be rewound: so QNetworkAccessManager never sends a request a second time by itself.
class OneWayBuffer final : public QBuffer {
public:
    using QBuffer::QBuffer;
    [[nodiscard]] bool isSequential() const final { return true; }
};

QNetworkRequest makeRequest(const QString &socketPath, const QString &path, qsizetype bodySize)
{
    QUrl url;
    url.setScheme(QStringLiteral("unix+http"));
    url.setHost(QStringLiteral("opa"));
    const qsizetype query = path.indexOf(QLatin1Char('?'));
    url.setPath(path.left(query < 0 ? path.size() : query));
    if (query >= 0)
        url.setQuery(path.mid(query + 1));
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::FullLocalServerNameAttribute, socketPath);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setHeader(QNetworkRequest::ContentLengthHeader, bodySize);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    return request;
}

} // namespace

SocketClient::SocketClient(const QString &socketPath)
    : m_path(socketPath)
    , m_manager(std::make_unique<QNetworkAccessManager>())
{
    m_manager->setProxy(QNetworkProxy::NoProxy);
}

Task<Result<SocketClient::Reply>> SocketClient::send(
    QByteArray method, QString path, QByteArray body, std::chrono::milliseconds deadline, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return cancelled();
    OneWayBuffer upload(&body);
    upload.open(QIODevice::ReadOnly);
    Completion<End> ended;
    const Resolver<End> resolver = ended.resolver();
    const std::unique_ptr<QNetworkReply> reply(m_manager->sendCustomRequest(makeRequest(m_path, path, body.size()), method, &upload));
    Reply result;
    QObject::connect(reply.get(), &QNetworkReply::finished, reply.get(), [resolver] { resolver.resolve(End::Finished); });
    QObject::connect(reply.get(), &QNetworkReply::readyRead, reply.get(), [&result, resolver, r = reply.get()] {
        result.body += r->readAll();
        if (result.body.size() > maxBody)
            resolver.resolve(End::TooMuch);
    });
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, [resolver] { resolver.resolve(End::Deadline); });
    timer.start(deadline);
    End end{};
    {
        const std::stop_callback onStop(stop, [resolver] { resolver.resolve(End::Stopped); });
        end = co_await ended;
    }
    if (end != End::Finished) {
        reply->disconnect();
        reply->abort();
    }
    switch (end) {
    case End::TooMuch: co_return fail(ErrorKind::Protocol, Blame::Opa, QStringLiteral("opa.tooMuch"));
    case End::Deadline: co_return fail(ErrorKind::Timeout, Blame::Opa, QStringLiteral("opa.deadline"));
    case End::Stopped: co_return cancelled();
    case End::Finished: break;
    }
    result.body += reply->readAll();
    result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (result.status == 0)
        co_return fail(ErrorKind::Network, Blame::Opa, QStringLiteral("opa.gone"), {}, reply->errorString());
    if (result.body.size() > maxBody)
        co_return fail(ErrorKind::Protocol, Blame::Opa, QStringLiteral("opa.tooMuch"));
    co_return result;
}

} // namespace pd::opa
