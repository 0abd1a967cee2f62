// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"
#include "message.h"

#include <QSet>
#include <QStringList>

namespace pd {
class WorkerPool;
}

namespace pd::http {

/// One request on the wire, for the log of requests. No secret: the address is redacted, headers are not in it.
struct TraceRecord {
    QByteArray method;
    QString url;
    int status = 0; ///< 0 where none came.
    qint64 sent = 0; ///< Bytes of the body.
    qint64 received = 0;
    qint64 ms = 0;
    int attempt = 1;
    int hop = 0;
    QString failure; ///< `Error::cause` where it failed.
};

struct TransportOptions {
    QStringList caFiles; ///< PEM; trusted besides the system's. Read at the first TLS request.
    /// More of them, trusted for requests to `host` or `host:port` (lower case) alone; asked for each request, so that it may change. May be empty.
    std::function<QStringList(const QString &host)> caFilesOf;
    QSet<QString> insecureHosts; ///< `host` or `host:port`, lower case: certificates there are not checked. Say so loudly where it is set.
    QByteArray userAgent = QByteArrayLiteral("policydesk/" PD_VERSION);
    bool useProxies = true; ///< Environment (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY), then the system's; never for loopback.
    WorkerPool *pool = nullptr; ///< Asks the system for its proxy there (PAC takes long). Without a pool the environment alone counts.
    std::function<void(const TraceRecord &)> trace; ///< In the thread of the transport.
};

/// HTTP by QNetworkAccessManager, with its kindnesses switched off: redirects, authentication, cookies, re-sending and decompression are ours.
///
/// One manager per (origin, account, TLS policy) and another for interactive requests; HTTP/1.1 alone, since with HTTP/2 QtNetwork ignores the
/// read buffer, and POST and PUT of one push are to share a connection. Lives in one thread with an event loop and a Mailbox (the engine's) and
/// must outlive its tasks.
class Transport final {
public:
    explicit Transport(TransportOptions options = {});
    ~Transport();
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;

    /// Sends, follows redirects under the rules of `Redirects`, and gives the last answer, whatever its status. With a `sink` the body of a 2xx
    /// goes there; it must outlive the task, as `progress` must what it captures. Stopping ends it within 100 ms and closes the connection.
    ///
    /// Errors: Network, Tls, Timeout, Denied (`redirect.*`), Protocol (a bound, a broken answer), what the sink and the body's inspector say, Cancelled.
    [[nodiscard]] Task<Result<Response>> send(Request request, Sink *sink, ProgressFn progress, std::stop_token stop);

    /// Whether `from` may name `to`: the rules of a redirect, addresses looked up, nothing sent. Gives `to` without its fragment.
    [[nodiscard]] Task<Result<QUrl>> checkStep(QUrl from, QUrl to, std::stop_token stop);

    /// Requests on the wire so far, hops included.
    [[nodiscard]] qint64 requestCount() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pd::http
