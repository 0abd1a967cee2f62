// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

struct ssl_st;
struct ssl_ctx_st;

namespace pd::test {

/// One request as it came in.
struct Received {
    QByteArray method;
    QByteArray target;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< The first 256 KiB.
    qint64 bodyBytes = 0; ///< All that came.
    int connection = 0; ///< Which connection of the server, from 1.

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] QByteArray path() const { return target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?')); }
};

/// One connection, in a thread of its own. Blocking calls end when the server goes.
class Peer {
public:
    Peer(int socket, ssl_st *tls, int number, const std::atomic<bool> &stopping);
    ~Peer();
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;

    /// Raw bytes; false when the other side has gone.
    bool send(const QByteArray &bytes);
    /// A whole answer with Content-Length. `headers`: lines "Name: value" without line ends.
    bool reply(int status, const QByteArray &body = {}, const QList<QByteArray> &headers = {});
    /// Ends the connection after this request.
    void close();
    /// Ends it without a farewell (RST).
    void reset();
    /// Waits until the other side closes, or the server goes; false after `ms`.
    bool waitClosed(int ms = 60'000);
    /// Sleeps, unless the server goes.
    void pause(int ms) const;

    bool readHead(Received &request);
    bool readBody(Received &request);
    [[nodiscard]] bool isOpen() const { return m_open; }

private:
    qint64 readSome(char *data, qint64 size);
    bool waitReadable(int ms) const;
    bool fill();

    int m_socket;
    ssl_st *m_tls;
    int m_number;
    const std::atomic<bool> &m_stopping;
    QByteArray m_buffer;
    bool m_open = true;
    friend class ScriptServer;
};

/// An HTTP server on raw sockets that does what the test tells it to, lies included: it can cut, stall, answer in mid-body and break every
/// rule of the protocol. Serves from threads of its own. Loopback, a free port.
class ScriptServer {
public:
    using Handler = std::function<void(const Received &, Peer &)>;
    struct Tls {
        QString certificate; ///< PEM file
        QString key;
    };
    struct Options {
        Tls tls;
        bool readBodies = true; ///< False: the handler is called when the head is there, and the body is left on the wire.
        QByteArray address = QByteArrayLiteral("127.0.0.1");
    };

    explicit ScriptServer(Handler handler);
    ScriptServer(Handler handler, Options options);
    ~ScriptServer();
    ScriptServer(const ScriptServer &) = delete;
    ScriptServer &operator=(const ScriptServer &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    /// `127.0.0.1:port`
    [[nodiscard]] QString host() const;
    [[nodiscard]] QUrl url(const QString &pathAndQuery) const;
    [[nodiscard]] QList<Received> requests() const;
    /// Requests of that method whose target begins so; an empty method counts all.
    [[nodiscard]] int count(QByteArrayView method, QByteArrayView prefix = "/") const;
    [[nodiscard]] int openConnections() const { return m_open; }
    /// Whether `needle` was in any header or body that came.
    [[nodiscard]] bool saw(const QByteArray &needle) const;

private:
    void listen();
    void accept();
    void serve(int socket, int number);

    Handler m_handler;
    Options m_options;
    int m_listener = -1;
    int m_port = 0;
    ssl_ctx_st *m_tlsContext = nullptr;
    std::atomic<bool> m_stopping = false;
    std::atomic<int> m_open = 0;
    mutable std::mutex m_mutex;
    QList<Received> m_requests;
    std::vector<std::thread> m_threads;
    std::thread m_acceptor;
};

} // namespace pd::test
