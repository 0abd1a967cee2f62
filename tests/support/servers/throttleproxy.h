// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <atomic>
#include <thread>
#include <vector>

namespace pd::test {

/// A relay on loopback to another loopback port: slow, late or frozen, as told. Counts what it has read from the clients.
class ThrottleProxy {
public:
    struct Options {
        qint64 bytesPerSecond = 0; ///< From client to server, over all connections; 0 for no limit.
        int delayMs = 0; ///< Held back in each direction.
    };
    ThrottleProxy(int targetPort, Options options);
    ~ThrottleProxy();
    ThrottleProxy(const ThrottleProxy &) = delete;
    ThrottleProxy &operator=(const ThrottleProxy &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString host() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    /// Bytes read from clients so far.
    [[nodiscard]] qint64 taken() const { return m_taken; }
    /// Nothing moves while frozen, in either direction.
    void freeze(bool on) { m_frozen = on; }

private:
    void accept();
    void relay(int client, int server);
    void pump(int from, int to, bool upwards);

    int m_target;
    Options m_options;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<bool> m_stopping = false;
    std::atomic<bool> m_frozen = false;
    std::atomic<qint64> m_taken = 0;
    std::thread m_acceptor;
    std::vector<std::thread> m_threads;
};

} // namespace pd::test
