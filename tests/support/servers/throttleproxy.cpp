// SPDX-License-Identifier: GPL-3.0-or-later
#include "throttleproxy.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <deque>

namespace pd::test {

namespace {

using Clock = std::chrono::steady_clock;

int loopbackSocket(int port, bool listening)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto *raw = reinterpret_cast<const sockaddr *>(&address); // NOLINT: the socket API
    const bool good
        = listening ? bind(socket, raw, sizeof address) == 0 && listen(socket, 64) == 0 : connect(socket, raw, sizeof address) == 0;
    if (good)
        return socket;
    close(socket);
    return -1;
}

int portOf(int socket)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size); // NOLINT: the socket API
    return ntohs(address.sin_port);
}

bool sendAll(int socket, const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t n = send(socket, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        sent += n;
    }
    return true;
}

} // namespace

ThrottleProxy::ThrottleProxy(int targetPort, Options options)
    : m_target(targetPort)
    , m_options(options)
{
    m_listener = loopbackSocket(0, true);
    if (m_listener < 0)
        qFatal("no loopback socket");
    // A line has no room for the 6 MiB that loopback lets wait: what is written was nearly taken.
    const int room = 256 << 10;
    setsockopt(m_listener, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    m_port = portOf(m_listener);
    m_acceptor = std::thread([this] { accept(); });
}

ThrottleProxy::~ThrottleProxy()
{
    m_stopping = true;
    shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    close(m_listener);
    for (std::thread &thread : m_threads)
        thread.join();
}

void ThrottleProxy::accept()
{
    while (!m_stopping) {
        const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            return;
        m_threads.emplace_back([this, client] { relay(client, loopbackSocket(m_target, false)); });
    }
}

void ThrottleProxy::relay(int client, int server)
{
    if (server >= 0) {
        const int on = 1;
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        setsockopt(server, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        std::thread upwards([this, client, server] { pump(client, server, true); });
        pump(server, client, false);
        upwards.join();
        close(server);
    }
    close(client);
}

void ThrottleProxy::pump(int from, int to, bool upwards)
{
    struct Held {
        Clock::time_point due;
        QByteArray bytes;
    };
    std::deque<Held> held;
    QByteArray piece(64 << 10, Qt::Uninitialized);
    bool open = true;
    while (!m_stopping && (open || !held.empty())) {
        while (!held.empty() && held.front().due <= Clock::now() && !m_frozen) {
            if (!sendAll(to, held.front().bytes))
                open = false;
            held.pop_front();
        }
        pollfd waiting{from, POLLIN, 0};
        const bool ready = open && !m_frozen && poll(&waiting, 1, held.empty() ? 20 : 1) > 0;
        if (!ready) {
            if (m_frozen || !open)
                usleep(1000);
            continue;
        }
        const ssize_t got = recv(from, piece.data(), static_cast<size_t>(piece.size()), 0);
        if (got <= 0) {
            open = false;
            continue;
        }
        if (upwards) {
            m_taken += got;
            if (m_options.bytesPerSecond > 0)
                usleep(static_cast<useconds_t>(got * 1'000'000 / m_options.bytesPerSecond));
        }
        held.push_back({Clock::now() + std::chrono::milliseconds(m_options.delayMs), piece.first(got)});
    }
    // Either side's end is the end of both.
    shutdown(to, SHUT_RDWR);
    shutdown(from, SHUT_RDWR);
}

} // namespace pd::test
