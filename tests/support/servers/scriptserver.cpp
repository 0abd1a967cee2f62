// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptserver.h"

#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace pd::test {

QByteArray Received::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Peer::Peer(int socket, ssl_st *tls, int number, const std::atomic<bool> &stopping)
    : m_socket(socket)
    , m_tls(tls)
    , m_number(number)
    , m_stopping(stopping)
{
}

Peer::~Peer()
{
    if (m_tls) {
        if (m_open)
            SSL_shutdown(m_tls);
        SSL_free(m_tls);
    }
    ::close(m_socket);
}

bool Peer::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size() && !m_stopping) {
        pollfd waiting{m_socket, POLLOUT, 0};
        if (poll(&waiting, 1, 100) == 0)
            continue;
        const qint64 n = m_tls
            ? SSL_write(m_tls, bytes.constData() + sent, static_cast<int>(bytes.size() - sent))
            : ::send(m_socket, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n < 0 && !m_tls && (errno == EAGAIN || errno == EINTR))
            continue;
        if (n <= 0) {
            m_open = false;
            return false;
        }
        sent += n;
    }
    return sent == bytes.size();
}

bool Peer::reply(int status, const QByteArray &body, const QList<QByteArray> &headers)
{
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " X\r\n";
    for (const QByteArray &header : headers)
        answer += QByteArray(header + "\r\n");
    if (status != 204 && status != 304)
        answer += QByteArray("Content-Length: " + QByteArray::number(body.size()) + "\r\n");
    return send(QByteArray(answer + "\r\n" + body));
}

void Peer::close()
{
    if (m_tls && m_open)
        SSL_shutdown(m_tls);
    shutdown(m_socket, SHUT_RDWR);
    m_open = false;
}

void Peer::reset()
{
    const linger hard{1, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    m_open = false;
}

bool Peer::waitReadable(int ms) const
{
    for (int waited = 0; waited < ms && !m_stopping; waited += 50) {
        pollfd waiting{m_socket, POLLIN, 0};
        if (poll(&waiting, 1, 50) > 0)
            return true;
    }
    return false;
}

bool Peer::waitClosed(int ms)
{
    std::array<char, 4096> dropped{};
    while (waitReadable(ms)) {
        if (readSome(dropped.data(), dropped.size()) <= 0) {
            m_open = false;
            return true;
        }
    }
    m_open = false;
    return m_stopping;
}

void Peer::pause(int ms) const
{
    for (int slept = 0; slept < ms && !m_stopping; slept += 10)
        usleep(10'000);
}

qint64 Peer::readSome(char *data, qint64 size)
{
    return m_tls ? SSL_read(m_tls, data, static_cast<int>(size)) : recv(m_socket, data, static_cast<size_t>(size), 0);
}

bool Peer::fill()
{
    if (!(m_tls && SSL_pending(m_tls) > 0) && !waitReadable(60'000))
        return false;
    std::array<char, 64 << 10> piece; // NOLINT: filled by recv
    const qint64 got = readSome(piece.data(), piece.size());
    if (got <= 0)
        return false;
    m_buffer.append(piece.data(), got);
    return true;
}

bool Peer::readHead(Received &request)
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!fill())
            return false;
    }
    const QList<QByteArray> lines = m_buffer.left(end).split('\n');
    m_buffer.remove(0, end + 4);
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    request.connection = m_number;
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return true;
}

bool Peer::readBody(Received &request)
{
    constexpr qint64 Keep = 256 << 10;
    const qint64 length = request.header("content-length").toLongLong();
    while (request.bodyBytes < length) {
        if (m_buffer.isEmpty() && !fill())
            return false;
        const qint64 take = std::min<qint64>(m_buffer.size(), length - request.bodyBytes);
        if (request.body.size() < Keep)
            request.body.append(m_buffer.left(std::min<qint64>(take, Keep - request.body.size())));
        m_buffer.remove(0, take);
        request.bodyBytes += take;
    }
    return true;
}

ScriptServer::ScriptServer(Handler handler)
    : ScriptServer(std::move(handler), Options())
{
}

ScriptServer::ScriptServer(Handler handler, Options options)
    : m_handler(std::move(handler))
    , m_options(std::move(options))
{
    std::signal(SIGPIPE, SIG_IGN); // SSL_write has no MSG_NOSIGNAL
    if (!m_options.tls.certificate.isEmpty()) {
        m_tlsContext = SSL_CTX_new(TLS_server_method());
        SSL_CTX_use_certificate_chain_file(m_tlsContext, m_options.tls.certificate.toLocal8Bit().constData());
        SSL_CTX_use_PrivateKey_file(m_tlsContext, m_options.tls.key.toLocal8Bit().constData(), SSL_FILETYPE_PEM);
    }
    listen();
    m_acceptor = std::thread([this] { accept(); });
}

ScriptServer::~ScriptServer()
{
    m_stopping = true;
    shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    ::close(m_listener);
    for (std::thread &thread : m_threads)
        thread.join();
    SSL_CTX_free(m_tlsContext);
}

void ScriptServer::listen()
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    inet_aton(m_options.address.constData(), &address.sin_addr);
    socklen_t size = sizeof address;
    auto *raw = reinterpret_cast<sockaddr *>(&address); // NOLINT: the socket API
    if (bind(m_listener, raw, size) != 0 || ::listen(m_listener, 64) != 0 || getsockname(m_listener, raw, &size) != 0)
        qFatal("no loopback socket");
    m_port = ntohs(address.sin_port);
}

void ScriptServer::accept()
{
    for (int number = 1; !m_stopping; ++number) {
        const int socket = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            return;
        m_threads.emplace_back([this, socket, number] { serve(socket, number); });
    }
}

void ScriptServer::serve(int socket, int number)
{
    ++m_open;
    ssl_st *tls = nullptr;
    if (m_tlsContext) {
        const timeval patience{10, 0};
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        tls = SSL_new(m_tlsContext);
        SSL_set_fd(tls, socket);
    }
    {
        Peer peer(socket, tls, number, m_stopping);
        peer.m_open = !tls || SSL_accept(tls) == 1;
        Received request;
        while (peer.isOpen() && !m_stopping && peer.readHead(request)) {
            const bool whole = !m_options.readBodies || peer.readBody(request);
            {
                const std::scoped_lock lock(m_mutex);
                m_requests.append(request);
            }
            if (!whole)
                break;
            m_handler(request, peer);
            request = {};
        }
    }
    --m_open;
}

QString ScriptServer::host() const
{
    return QString::fromLatin1(m_options.address) + u':' + QString::number(m_port);
}

QUrl ScriptServer::url(const QString &pathAndQuery) const
{
    return QUrl(QString((m_tlsContext ? QLatin1StringView("https://") : QLatin1StringView("http://")) + host() + pathAndQuery));
}

QList<Received> ScriptServer::requests() const
{
    const std::scoped_lock lock(m_mutex);
    return m_requests;
}

int ScriptServer::count(QByteArrayView method, QByteArrayView prefix) const
{
    const QList<Received> all = requests();
    return static_cast<int>(std::ranges::count_if(
        all, [&](const Received &r) { return (method.isEmpty() || r.method == method) && r.target.startsWith(prefix); }));
}

bool ScriptServer::saw(const QByteArray &needle) const
{
    return std::ranges::any_of(requests(), [&needle](const Received &request) {
        return request.target.contains(needle) || request.body.contains(needle)
            || std::ranges::any_of(request.headers, [&needle](const auto &header) { return header.second.contains(needle); });
    });
}

} // namespace pd::test
