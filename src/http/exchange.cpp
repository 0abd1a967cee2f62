// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange.h"

#include "failure.h"
#include "redirect.h"
#include "upload.h"
#include "wholeness.h"

#include <QHttpHeaders>
#include <QSslError>

namespace pd::http {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 ReadBuffer = 1 << 20;
constexpr qsizetype MaxHeaderBytes = 48 << 10;

std::unexpected<Error> broken(QLatin1StringView cause, const QUrl &url, const QString &detail = {})
{
    return fail(ErrorKind::Protocol, Blame::Registry, QString(cause), url.host(), detail);
}

QLatin1StringView tlsCause(QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate: return "tls.self-signed"_L1;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted: return "tls.unknown-ca"_L1;
    case QSslError::CertificateExpired: return "tls.expired"_L1;
    case QSslError::CertificateNotYetValid: return "tls.not-yet-valid"_L1;
    case QSslError::HostNameMismatch: return "tls.name"_L1;
    case QSslError::CertificateRevoked: return "tls.revoked"_L1;
    default: return "tls.untrusted"_L1;
    }
}

} // namespace

Exchange::Exchange(Connections::Lane lane, const Request &request, Sink *sink, const ProgressFn &progress)
    : m_lane(std::move(lane))
    , m_request(request)
    , m_sink(sink)
    , m_progress(progress)
{
    m_idle.setSingleShot(true);
    m_total.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] { end(fail(idleFailure())); });
    connect(&m_total, &QTimer::timeout, this, [this] { end(fail(idleFailure())); });
}

Exchange::~Exchange()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    // Now, and before the upload that it reads from and the manager that owns it: a coroutine never resumes inside a slot of the reply.
    delete m_reply;
}

Task<Result<Response>> Exchange::run(Route route, Headers headers, bool authorize, std::stop_token stop)
{
    const Completion<Result<void>> done;
    m_done = done.resolver();
    m_response.url = route.url;
    CO_TRY(start(route, headers, authorize));
    const std::stop_callback onStop(stop, [resolver = m_done] { resolver.resolve(cancelled()); });
    Result<void> result = co_await done;
    m_ended = true;
    m_idle.stop();
    m_total.stop();
    if (!result)
        co_return std::unexpected(std::move(result).error());
    co_return m_response;
}

QNetworkRequest Exchange::networkRequest(const Route &route, const Headers &headers, bool authorize) const
{
    QUrl url = route.url;
    if (!route.pinned.isNull())
        url.setHost(route.pinned.toString());
    QNetworkRequest network(url);
    QHttpHeaders fields;
    for (const auto &[name, value] : headers.fields())
        fields.append(name, value);
    fields.append(QHttpHeaders::WellKnownHeader::AcceptEncoding, "identity");
    if (!route.pinned.isNull()) {
        const QString authority
            = route.url.host(QUrl::FullyEncoded) + (route.url.port() > 0 ? QString(u':' + QString::number(route.url.port())) : QString());
        fields.append(QHttpHeaders::WellKnownHeader::Host, authority.toLatin1());
        network.setPeerVerifyName(route.url.host());
    }
    // QtNetwork's copy of the secret lives as long as the request; ours is wiped with `Request`.
    if (authorize && !m_request.authorization.isEmpty())
        fields.append(QHttpHeaders::WellKnownHeader::Authorization, m_request.authorization.expose());
    network.setHeaders(fields);
    network.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    network.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    if (m_lane.tls)
        network.setSslConfiguration(*m_lane.tls);
    return network;
}

Result<void> Exchange::start(const Route &route, const Headers &headers, bool authorize)
{
    QNetworkRequest network = networkRequest(route, headers, authorize);
    const QByteArray method = m_request.method;
    QNetworkAccessManager &manager = *m_lane.manager;
    if (method == "GET" || method == "HEAD") {
        m_reply = method == "GET" ? manager.get(network) : manager.head(network);
    } else {
        m_upload = std::make_unique<UploadDevice>(m_request.body);
        if (Result<void> ready = m_upload->start(); !ready)
            return ready;
        network.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.length);
        if (!network.headers().contains(QHttpHeaders::WellKnownHeader::ContentType))
            network.setHeader(QNetworkRequest::ContentTypeHeader, u"application/octet-stream"_s);
        connect(m_upload.get(), &UploadDevice::broken, this, [this](const Error &error) { end(fail(error)); });
        m_reply = manager.sendCustomRequest(network, method, m_upload.get());
    }
    connectReply();
    m_idle.start(m_request.limits.idle);
    if (m_request.limits.total.count() > 0)
        m_total.start(m_request.limits.total);
    return {};
}

void Exchange::connectReply()
{
    m_reply->setReadBufferSize(ReadBuffer);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::onReadyRead);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 bytes, qint64) { onSent(bytes); });
    connect(m_reply, &QNetworkReply::sslErrors, this, &Exchange::onTlsErrors);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::onFinished);
}

void Exchange::onHeaders()
{
    if (m_ended || m_haveHeaders || !m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return;
    moved(ReadBuffer);
    if (Result<void> good = takeHeaders(); !good)
        end(std::move(good));
}

Result<void> Exchange::takeHeaders()
{
    m_haveHeaders = true;
    m_response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QHttpHeaders fields = m_reply->headers();
    qsizetype bytes = 0;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QByteArray name(fields.nameAt(i).data(), fields.nameAt(i).size());
        const QByteArray value = fields.valueAt(i).toByteArray();
        bytes += name.size() + value.size() + 4;
        if (bytes > MaxHeaderBytes)
            return broken("http.headers-too-long"_L1, m_response.url);
        m_response.headers.add(name, value);
    }
    if (Result<void> good = checkFrame(); !good)
        return good;
    if (m_sink && m_response.isSuccess())
        return m_sink->begin(m_response);
    return {};
}

Result<void> Exchange::checkFrame() const
{
    const QByteArray encoding = m_response.headers.value("content-encoding").toLower();
    if (!encoding.isEmpty() && encoding != "identity" && m_response.isSuccess())
        return broken("http.encoded"_L1, m_response.url, QString::fromLatin1(encoding.left(64)));
    bool isNumber = false;
    const qint64 length = m_response.headers.value("content-length").toLongLong(&isNumber);
    if (isNumber && m_request.method != "HEAD" && m_response.isSuccess() && length > m_request.limits.maxBody)
        return broken("http.body-too-long"_L1, m_response.url, QString::number(length));
    return {};
}

void Exchange::onReadyRead()
{
    if (m_ended)
        return;
    onHeaders();
    if (Result<void> good = drain(); !good)
        end(std::move(good));
}

Result<void> Exchange::drain()
{
    std::array<char, 64 << 10> piece; // NOLINT: filled by read
    while (!m_ended) {
        const qint64 got = m_reply->read(piece.data(), piece.size());
        if (got <= 0)
            return {};
        moved(got);
        if (Result<void> good = take(QByteArrayView(piece.data(), got)); !good)
            return good;
        if (m_progress)
            m_progress(m_sent, m_response.received);
    }
    return {};
}

Result<void> Exchange::take(QByteArrayView bytes)
{
    m_response.received += bytes.size();
    if (isRedirect(m_response.status))
        return m_response.received > MaxErrorBody ? broken("http.body-too-long"_L1, m_response.url) : Result<void>();
    if (!m_response.isSuccess()) {
        const qint64 room = MaxErrorBody - m_response.body.size();
        m_response.body.append(bytes.first(std::min<qint64>(bytes.size(), std::max<qint64>(room, 0))));
        if (m_response.received > MaxErrorBody)
            end({}); // enough to say what is wrong: the rest of it is not worth the wait
        return {};
    }
    if (m_response.received > m_request.limits.maxBody)
        return broken("http.body-too-long"_L1, m_response.url);
    if (m_sink)
        return m_sink->write(bytes);
    m_response.body.append(bytes);
    return {};
}

void Exchange::onSent(qint64 bytes)
{
    if (m_ended || bytes <= m_sent)
        return;
    moved(bytes - m_sent);
    m_sent = bytes;
    if (m_progress)
        m_progress(m_sent, m_response.received);
}

void Exchange::onTlsErrors(const QList<QSslError> &errors)
{
    m_tlsErrors = errors;
    if (m_lane.insecure)
        m_reply->ignoreSslErrors();
}

void Exchange::onFinished()
{
    if (m_ended)
        return;
    onHeaders();
    end(outcome());
}

Result<void> Exchange::outcome()
{
    const QNetworkReply::NetworkError code = m_reply->error();
    // 201 to 499 are statuses in other words; 205 alone means that a connection was lost which must not be tried again.
    const bool lost
        = code != QNetworkReply::NoError && (code < QNetworkReply::ContentAccessDenied || code == QNetworkReply::ContentReSendError);
    if (lost && !m_tlsErrors.isEmpty() && !m_lane.insecure)
        return fail(tlsFailure());
    if (lost && !(m_haveHeaders && !m_response.isSuccess() && !isRedirect(m_response.status)))
        return fail(networkFailure(code, m_reply->errorString(), m_response.url, m_sent > 0));
    if (!m_haveHeaders)
        return broken("http.malformed"_L1, m_response.url, m_reply->errorString());
    if (Result<void> good = drain(); !good)
        return good;
    if (isCut())
        return fail(ErrorKind::Network, Blame::Network, u"network.closed"_s, m_response.url.host());
    return {};
}

// QtNetwork reports a body that the other side cut as a whole one now and then: docs/decisions/010-a-cut-answer-is-not-whole.md.
bool Exchange::isCut() const
{
    if (!m_response.isSuccess() || m_request.method == "HEAD" || m_response.status == 204)
        return false;
    bool isNumber = false;
    const qint64 length = m_response.headers.value("content-length").toLongLong(&isNumber);
    const bool chunked = m_response.headers.contains("transfer-encoding");
    return isNumber && !chunked ? m_response.received < length : isCutJson(m_response.body);
}

Error Exchange::tlsFailure() const
{
    Error error = networkFailure(QNetworkReply::SslHandshakeFailedError, m_reply->errorString(), m_response.url, false);
    error.cause = QString(tlsCause(m_tlsErrors.first().error()));
    return error;
}

Error Exchange::idleFailure() const
{
    const bool uploading = m_upload && !m_haveHeaders && m_sent < m_request.body.length;
    Error error;
    error.kind = ErrorKind::Timeout;
    error.blame = m_haveHeaders || m_sent > 0 ? Blame::Registry : Blame::Network;
    error.cause = uploading && m_sent > 0 ? u"upload.stopped"_s : u"network.timeout"_s;
    error.subject = m_response.url.host();
    return error;
}

void Exchange::moved(qint64 bytes)
{
    // A byte now and then is not a transfer: the clock starts again with every KiB.
    constexpr qint64 WorthRestart = 1024;
    m_sinceRestart += bytes;
    if (m_sinceRestart < WorthRestart)
        return;
    m_sinceRestart = 0;
    m_idle.start(m_request.limits.idle);
}

void Exchange::end(Result<void> result)
{
    if (std::exchange(m_ended, true))
        return;
    m_done.resolve(std::move(result));
}

} // namespace pd::http
