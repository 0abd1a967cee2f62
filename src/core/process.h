// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "completion.h"
#include "task.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace pd {

/// What to start and what it may cost. The environment is built up from nothing: HOME, PATH and TMPDIR as they are here,
/// LANG=C.UTF-8, so that what programs say can be parsed, and then what `environment` adds or replaces.
struct ProcessSpec {
    QString program; ///< Absolute path.
    QStringList arguments; ///< No secret: others can read them.
    QString workingFolder; ///< Empty: `/`.
    QProcessEnvironment environment;
    QByteArray input; ///< Written to its standard input, which is then closed.
    std::chrono::milliseconds deadline{60'000};
    qint64 maxOutput = 16 << 20; ///< Bytes of stdout, and again of stderr; more ends it.
    qint64 maxMemory = 0; ///< Address space in bytes (RLIMIT_AS), 0 for none.
    qint64 maxFileSize = 0; ///< Bytes of any one file that it writes (RLIMIT_FSIZE), 0 for none.
};

struct ProcessResult {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// The only user of QProcess beside `ChildProcess`. Children get a session of their own, closed descriptors and default signal handlers; they
/// die with us (PR_SET_PDEATHSIG, which fires when the starting *thread* ends: start them in the engine thread) and write no core.
/// Ended by TERM to the group, KILL 2 s later; what a child leaves running in its group is killed as well.
///
/// Errors: NotFound `process.missing` (no such program), InvalidInput `process.folder` (no such working folder), Storage
/// `process.start`, Timeout `process.deadline`, Protocol `process.output` (more than `maxOutput`), Internal `process.crashed`; Cancelled.
/// `subject` is the program. A non-zero exit is a result, not an error.
[[nodiscard]] Task<Result<ProcessResult>> runProcess(ProcessSpec spec, std::stop_token stop);

/// A child that stays: a server. Lives and dies in the thread that made it; the destructor ends the whole group and waits for at most 2 s.
class ChildProcess final : public QObject {
    Q_OBJECT
public:
    /// `Result` says whether it could be started. `deadline` of the spec does not count and stdout is dropped.
    [[nodiscard]] static Task<Result<std::unique_ptr<ChildProcess>>> start(ProcessSpec spec, std::stop_token stop);
    ~ChildProcess() override;

    [[nodiscard]] bool isRunning() const;
    /// Waits for its end: its exit code, −1 where a signal ended it or this object went first. At once where it has ended already, so that nobody
    /// can ask too late; any number may wait.
    [[nodiscard]] Task<int> ended();
    /// 0 once it has ended.
    [[nodiscard]] qint64 processId() const;
    /// The last bytes of stderr, at most 64 KiB: for the message when it ended by itself.
    [[nodiscard]] QByteArray errorTail() const;

private:
    explicit ChildProcess(std::unique_ptr<QProcess> process);
    void readErrors();
    void tell(int exitCode);

    std::unique_ptr<QProcess> m_process;
    std::optional<int> m_exitCode;
    std::vector<Resolver<int>> m_waiting;
    QByteArray m_errorTail;
    qint64 m_group = 0;
};

/// The program `name` on the PATH of this process, empty where there is none. Relative folders on PATH are passed over.
[[nodiscard]] QString findProgram(const QString &name);

} // namespace pd
