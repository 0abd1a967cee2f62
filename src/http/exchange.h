// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections.h"
#include "core/completion.h"
#include "message.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

namespace pd::http {

class UploadDevice;

/// Where one request really goes: the address that was checked, with the name kept for `Host` and the certificate.
struct Route {
    QUrl url; ///< What was asked for.
    QHostAddress pinned; ///< Null: QtNetwork looks the name up.
};

/// One request and its answer on one connection: no redirect, no retry. Made, run once and destroyed in the transport's thread.
class Exchange final : public QObject {
    Q_OBJECT
public:
    Exchange(Connections::Lane lane, const Request &request, Sink *sink, const ProgressFn &progress);
    ~Exchange() override;

    [[nodiscard]] Task<Result<Response>> run(Route route, Headers headers, bool authorize, std::stop_token stop);
    [[nodiscard]] qint64 sent() const { return m_sent; }
    [[nodiscard]] const Response &response() const { return m_response; }

private:
    [[nodiscard]] QNetworkRequest networkRequest(const Route &route, const Headers &headers, bool authorize) const;
    [[nodiscard]] Result<void> start(const Route &route, const Headers &headers, bool authorize);
    void connectReply();
    void onHeaders();
    [[nodiscard]] Result<void> takeHeaders();
    [[nodiscard]] Result<void> checkFrame() const;
    void onReadyRead();
    [[nodiscard]] Result<void> drain();
    [[nodiscard]] Result<void> take(QByteArrayView bytes);
    void onSent(qint64 bytes);
    void onTlsErrors(const QList<QSslError> &errors);
    void onFinished();
    [[nodiscard]] Result<void> outcome();
    [[nodiscard]] bool isCut() const;
    [[nodiscard]] Error tlsFailure() const;
    [[nodiscard]] Error idleFailure() const;
    void moved(qint64 bytes);
    void end(Result<void> result);

    Connections::Lane m_lane;
    const Request &m_request;
    Sink *m_sink;
    const ProgressFn &m_progress;
    std::unique_ptr<UploadDevice> m_upload;
    QNetworkReply *m_reply = nullptr;
    Resolver<Result<void>> m_done;
    Response m_response;
    QList<QSslError> m_tlsErrors;
    QTimer m_idle;
    QTimer m_total;
    qint64 m_sent = 0;
    qint64 m_sinceRestart = 0;
    bool m_haveHeaders = false;
    bool m_ended = false;
};

} // namespace pd::http
