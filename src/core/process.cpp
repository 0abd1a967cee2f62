// SPDX-License-Identifier: GPL-3.0-or-later
#include "process.h"

#include "completion.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QTimer>

#include <csignal>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace pd {

namespace {

constexpr std::chrono::milliseconds TermToKill{2'000};
constexpr qsizetype MaxErrorTail = 64 << 10;

enum class End { Finished, FailedToStart, TooMuchOutput, Deadline, Stopped };

void limit(__rlimit_resource what, qint64 value)
{
    const rlimit both{static_cast<rlim_t>(value), static_cast<rlim_t>(value)};
    setrlimit(what, &both);
}

QProcessEnvironment childEnvironment(const QProcessEnvironment &added)
{
    QProcessEnvironment result;
    for (const char *name : {"HOME", "PATH", "TMPDIR"}) {
        if (const QByteArray value = qgetenv(name); !value.isEmpty())
            result.insert(QString::fromLatin1(name), QFile::decodeName(value));
    }
    result.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    if (!added.inheritsFromParent())
        result.insert(added);
    return result;
}

Result<void> checkSpec(const ProcessSpec &spec)
{
    const QFileInfo program(spec.program);
    if (!program.isAbsolute() || !program.isFile())
        return fail(ErrorKind::NotFound, Blame::Computer, QStringLiteral("process.missing"), spec.program);
    if (!spec.workingFolder.isEmpty() && !QFileInfo(spec.workingFolder).isDir())
        return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("process.folder"), spec.workingFolder);
    return {};
}

void prepare(QProcess &process, const ProcessSpec &spec)
{
    process.setProgram(spec.program);
    process.setArguments(spec.arguments);
    process.setWorkingDirectory(spec.workingFolder.isEmpty() ? QStringLiteral("/") : spec.workingFolder);
    process.setProcessEnvironment(childEnvironment(spec.environment));
    using Flag = QProcess::UnixProcessFlag;
    process.setUnixProcessParameters(Flag::ResetSignalHandlers | Flag::CreateNewSession);
    // Runs between fork and exec: system calls alone, nothing that allocates.
    process.setChildProcessModifier([parent = getpid(), memory = spec.maxMemory, file = spec.maxFileSize] {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(127);
        // Not by UnixProcessFlag::CloseFileDescriptors: it closes the pipe too by which Qt hears that exec failed.
        close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
        limit(RLIMIT_CORE, 0);
        if (memory > 0)
            limit(RLIMIT_AS, memory);
        if (file > 0)
            limit(RLIMIT_FSIZE, file);
    });
}

void signalGroup(qint64 group, int signal)
{
    if (group > 1)
        kill(static_cast<pid_t>(-group), signal);
}

Error processError(ErrorKind kind, const char *cause, const ProcessSpec &spec, QString detail = {})
{
    return fail(kind, kind == ErrorKind::Timeout || kind == ErrorKind::Protocol ? Blame::Computer : Blame::PolicyDesk,
        QString::fromLatin1(cause), spec.program, std::move(detail))
        .error();
}

/// One run: the process, what it has said so far, and who waits for its end.
class Run {
public:
    explicit Run(const ProcessSpec &spec)
        : m_limit(spec.maxOutput)
    {
        prepare(process, spec);
        QObject::connect(
            &process, &QProcess::readyReadStandardOutput, &process, [this] { take(result.out, process.readAllStandardOutput()); });
        QObject::connect(
            &process, &QProcess::readyReadStandardError, &process, [this] { take(result.err, process.readAllStandardError()); });
        QObject::connect(&process, &QProcess::errorOccurred, &process, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                end(End::FailedToStart);
        });
        QObject::connect(&process, &QProcess::finished, &process, [this] {
            signalGroup(group, SIGKILL); // what it left behind
            end(End::Finished);
        });
    }

    void start(const QByteArray &input)
    {
        process.start();
        group = process.processId();
        if (!input.isEmpty())
            process.write(input);
        process.closeWriteChannel();
    }

    /// TERM, and KILL after the grace; returns when the child is gone.
    Task<void> endNow()
    {
        if (process.state() == QProcess::NotRunning)
            co_return;
        signalGroup(group, SIGTERM);
        QTimer killer;
        killer.setSingleShot(true);
        QObject::connect(&killer, &QTimer::timeout, &killer, [this] { signalGroup(group, SIGKILL); });
        killer.start(TermToKill);
        co_await m_gone;
    }

    QProcess process;
    ProcessResult result;
    qint64 group = 0;
    Completion<End> ended;
    Resolver<End> resolver = ended.resolver();

private:
    void end(End how)
    {
        resolver.resolve(how);
        m_goneResolver.resolve(true);
    }

    void take(QByteArray &where, const QByteArray &more)
    {
        where += more.left(m_limit - where.size() + 1);
        if (where.size() > m_limit)
            resolver.resolve(End::TooMuchOutput);
    }

    qint64 m_limit;
    Completion<bool> m_gone;
    Resolver<bool> m_goneResolver = m_gone.resolver();
};

} // namespace

Task<Result<ProcessResult>> runProcess(ProcessSpec spec, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return cancelled();
    CO_TRY(checkSpec(spec));
    Run run(spec);
    run.start(spec.input);
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &deadline, [resolver = run.resolver] { resolver.resolve(End::Deadline); });
    deadline.start(spec.deadline);
    End end{};
    {
        const std::stop_callback onStop(stop, [resolver = run.resolver] { resolver.resolve(End::Stopped); });
        end = co_await run.ended;
    }
    co_await run.endNow();
    switch (end) {
    case End::FailedToStart: co_return std::unexpected(processError(ErrorKind::Storage, "process.start", spec, run.process.errorString()));
    case End::TooMuchOutput: co_return std::unexpected(processError(ErrorKind::Protocol, "process.output", spec));
    case End::Deadline: co_return std::unexpected(processError(ErrorKind::Timeout, "process.deadline", spec));
    case End::Stopped: co_return cancelled();
    case End::Finished: break;
    }
    if (run.process.exitStatus() == QProcess::CrashExit) {
        const QString said = QString::fromUtf8(run.result.err.right(4096));
        co_return std::unexpected(processError(ErrorKind::Internal, "process.crashed", spec, said));
    }
    run.result.exitCode = run.process.exitCode();
    co_return std::move(run.result);
}

Task<Result<std::unique_ptr<ChildProcess>>> ChildProcess::start(ProcessSpec spec, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return cancelled();
    CO_TRY(checkSpec(spec));
    auto process = std::make_unique<QProcess>();
    prepare(*process, spec);
    process->setStandardOutputFile(QProcess::nullDevice());
    Completion<bool> started;
    const Resolver<bool> resolver = started.resolver();
    QObject::connect(process.get(), &QProcess::started, process.get(), [resolver] { resolver.resolve(true); });
    QObject::connect(process.get(), &QProcess::errorOccurred, process.get(), [resolver] { resolver.resolve(false); });
    std::unique_ptr<ChildProcess> child(new ChildProcess(std::move(process)));
    child->m_process->start();
    child->m_group = child->m_process->processId();
    if (!spec.input.isEmpty())
        child->m_process->write(spec.input);
    child->m_process->closeWriteChannel();
    if (!co_await started)
        co_return std::unexpected(processError(ErrorKind::Storage, "process.start", spec, child->m_process->errorString()));
    if (stop.stop_requested())
        co_return cancelled();
    co_return child;
}

ChildProcess::ChildProcess(std::unique_ptr<QProcess> process)
    : m_process(std::move(process))
{
    connect(m_process.get(), &QProcess::readyReadStandardError, this, &ChildProcess::readErrors);
    connect(m_process.get(), &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
        readErrors();
        signalGroup(m_group, SIGKILL); // what it left behind
        tell(status == QProcess::NormalExit ? exitCode : -1);
    });
}

void ChildProcess::tell(int exitCode)
{
    m_exitCode = exitCode;
    for (const Resolver<int> &waiting : std::exchange(m_waiting, {}))
        waiting.resolve(exitCode);
}

Task<int> ChildProcess::ended()
{
    if (m_exitCode)
        co_return *m_exitCode;
    const Completion<int> done;
    m_waiting.push_back(done.resolver());
    co_return co_await done;
}

ChildProcess::~ChildProcess()
{
    m_process->disconnect(this);
    tell(m_exitCode.value_or(-1));
    if (m_process->state() == QProcess::NotRunning)
        return;
    signalGroup(m_group, SIGTERM);
    if (m_process->waitForFinished(static_cast<int>(TermToKill.count()))) {
        signalGroup(m_group, SIGKILL);
        return;
    }
    signalGroup(m_group, SIGKILL);
    m_process->waitForFinished(1000);
}

bool ChildProcess::isRunning() const
{
    return m_process->state() != QProcess::NotRunning;
}

qint64 ChildProcess::processId() const
{
    return m_process->processId();
}

QByteArray ChildProcess::errorTail() const
{
    return m_errorTail;
}

void ChildProcess::readErrors()
{
    m_errorTail += m_process->readAllStandardError();
    if (m_errorTail.size() > MaxErrorTail)
        m_errorTail = m_errorTail.right(MaxErrorTail);
}

QString findProgram(const QString &name)
{
    QStringList folders;
    for (const QString &folder : QFile::decodeName(qgetenv("PATH")).split(QLatin1Char(':'), Qt::SkipEmptyParts)) {
        if (folder.startsWith(QLatin1Char('/')))
            folders << folder;
    }
    return folders.isEmpty() ? QString() : QStandardPaths::findExecutable(name, folders);
}

} // namespace pd
