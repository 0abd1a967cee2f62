// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process.h"
#include "core/secret.h"
#include "core/workerpool.h"

namespace pd {
class Clock;
}

namespace pd::desk {

/// A real registry (docker-registry) on loopback, started by us: to publish and delete without risk. Its images lie in `dataFolder`; it
/// asks for a user and a random password. Engine thread.
class PracticeRegistry final {
public:
    struct Options {
        QString dataFolder; ///< Images, kept between starts.
        QString runtimeFolder; ///< Configuration and password file, 0700, made anew at every start.
        QString program; ///< Absolute path of docker-registry; empty: looked for on PATH.
        quint16 port = 0; ///< The same for ever; 0 takes a free one and tells it.
    };
    struct Running {
        QString host; ///< `localhost:PORT`
        quint16 port = 0;
        QString user;
    };

    PracticeRegistry(WorkerPool &pool, const Clock &clock)
        : m_pool(pool)
        , m_clock(clock)
    {
    }

    /// Starts it and waits until it answers. Errors: NotFound ("practice.missing": no docker-registry), Conflict
    /// ("practice.portTaken", the port as subject), Timeout ("practice.silent"), Internal ("practice.ended", with its last words).
    [[nodiscard]] Task<Result<Running>> start(Options options, QByteArray password, std::stop_token stop);
    void stop() { m_child.reset(); }
    [[nodiscard]] bool isRunning() const { return m_child && m_child->isRunning(); }

    [[nodiscard]] static QString findProgram();
    static constexpr auto User = "practice";

private:
    WorkerPool &m_pool;
    const Clock &m_clock;
    std::unique_ptr<ChildProcess> m_child;
};

/// The configuration for `docker-registry serve`, YAML. Pure.
[[nodiscard]] QByteArray practiceConfiguration(
    const QString &dataFolder, const QString &passwordFile, quint16 port, const QByteArray &secret);

} // namespace pd::desk
