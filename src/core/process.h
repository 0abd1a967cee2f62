// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "task.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

#include <chrono>

namespace pd {

/// What to start and what it may cost. The environment is built up from nothing: HOME, PATH, LANG and what `environment` adds.
struct ProcessSpec {
    QString program;              ///< Absolute path.
    QStringList arguments;        ///< No secret: others can read them.
    QString workingFolder;        ///< Empty: `/`.
    QProcessEnvironment environment = QProcessEnvironment(QProcessEnvironment::InheritFromParent); ///< Inherit = the minimal one.
    QByteArray input;             ///< Written to its standard input, which is then closed.
    std::chrono::milliseconds deadline{60'000};
    qint64 maxOutput = 16 << 20;  ///< Bytes of stdout, and again of stderr; more ends it.
    qint64 maxMemory = 0;         ///< Address space in bytes (RLIMIT_AS), 0 for none.
};

struct ProcessResult {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// The only users of QProcess. Children get a session of their own and closed descriptors, and die with us (PR_SET_PDEATHSIG, which fires when
/// the starting *thread* ends: start them in the engine thread). Ended by TERM to the group, KILL 2 s later.
///
/// Errors: NotFound (no such program), Timeout, Protocol (too much output), Internal (crashed); Cancelled. A non-zero exit is a result, not an error.
[[nodiscard]] Task<Result<ProcessResult>> runProcess(ProcessSpec spec, std::stop_token stop);

/// A child that stays: a server. Lives and dies in the thread that made it; the destructor ends the whole group and waits for at most 2 s.
class ChildProcess final : public QObject {
    Q_OBJECT
public:
    /// Starts at once; `Result` says whether it could. `deadline` and `input` of the spec do not count; output beyond the cap is dropped.
    [[nodiscard]] static Task<Result<std::unique_ptr<ChildProcess>>> start(ProcessSpec spec, std::stop_token stop);
    ~ChildProcess() override;

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] qint64 processId() const;
    /// The last bytes of stderr, at most 64 KiB: for the message when it ended by itself.
    [[nodiscard]] QByteArray errorTail() const;

Q_SIGNALS:
    /// It ended, by itself or by a signal.
    void finished(int exitCode);

private:
    explicit ChildProcess(std::unique_ptr<QProcess> process);
    std::unique_ptr<QProcess> m_process;
    QByteArray m_errorTail;
};

} // namespace pd
