// SPDX-License-Identifier: GPL-3.0-or-later
#include "cell.h"

#include "core/clock.h"
#include "outputs.h"

#include <QDir>
#include <QFile>

#include <cerrno>

namespace pd::opa {

namespace {

using namespace std::chrono_literals;

constexpr auto StartDeadline = 20s;
/// sun_path holds 108 bytes, and OPA and Qt each want a little room.
constexpr qsizetype MaxSocketPath = 100;

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return std::unexpected(systemError(errno, QStringLiteral("opa.folder"), path));
    return {};
}

std::unique_ptr<QTemporaryDir> privateFolder(const QString &wanted)
{
    const QString name = QStringLiteral("/policydesk-opa-XXXXXX");
    const qsizetype rest = name.size() + QStringLiteral("/socket/s").size();
    for (const QString &parent : {wanted, QDir::tempPath(), QStringLiteral("/tmp")}) {
        if (parent.isEmpty() || QFile::encodeName(parent).size() + rest > MaxSocketPath)
            continue;
        auto folder = std::make_unique<QTemporaryDir>(parent + name); // mode 0700
        if (folder->isValid())
            return folder;
    }
    return nullptr;
}

} // namespace

Error restrictedError(const QList<Diagnostic> &diagnostics)
{
    Error error = policyError(diagnostics, undefinedFunctions(diagnostics).join(QStringLiteral(", ")));
    error.cause = QStringLiteral("opa.restricted");
    return error;
}

bool namesDangerous(const QList<Diagnostic> &diagnostics)
{
    return std::ranges::any_of(undefinedFunctions(diagnostics), [](const QString &name) { return dangerousBuiltins().contains(name); });
}

QString FileNames::fileOf(QString path) const
{
    // As a bundle, the folder stands in front twice.
    for (int times = asBundle ? 2 : 1; times > 0; --times) {
        // One of them alone: the image may have a folder of that name itself.
        for (const QString &start : {folder, folder.mid(1)}) {
            if (path.startsWith(start)) {
                path.remove(0, start.size());
                break;
            }
        }
    }
    return path;
}

QList<Diagnostic> FileNames::translate(QList<Diagnostic> diagnostics) const
{
    for (Diagnostic &diagnostic : diagnostics) {
        diagnostic.file = fileOf(diagnostic.file);
        diagnostic.message.remove(folder);
    }
    return diagnostics;
}

Cell::Cell(ServerOptions options)
    : m_options(std::move(options))
    , m_sandbox(m_options.opa, m_options.bwrap)
{
}

Result<void> Cell::makeFolders()
{
    m_folder = privateFolder(m_options.runtimeFolder);
    if (!m_folder)
        return std::unexpected(systemError(errno, QStringLiteral("opa.folder"), m_options.runtimeFolder));
    for (const char *name : {"image", "control", "socket"}) {
        if (!QDir(m_folder->path()).mkdir(QString::fromLatin1(name)))
            return std::unexpected(systemError(errno, QStringLiteral("opa.folder"), m_folder->path()));
    }
    m_sandbox.show(m_folder->filePath(QStringLiteral("image")), QStringLiteral("/image"));
    m_sandbox.show(m_folder->filePath(QStringLiteral("control")), QStringLiteral("/control"));
    m_sandbox.share(m_folder->filePath(QStringLiteral("socket")), QStringLiteral("/socket"));
    return {};
}

QString Cell::seen(const char *folder) const
{
    const QString name = QString::fromLatin1(folder);
    return m_isolation.level == Isolation::Level::Full ? QLatin1Char('/') + name : m_folder->filePath(name);
}

ProcessSpec Cell::command(const QStringList &arguments) const
{
    return m_isolation.level == Isolation::Level::Full ? m_sandbox.command(arguments) : m_sandbox.bareCommand(arguments);
}

Task<Result<std::unique_ptr<Cell>>> Cell::make(ServerOptions options, Capabilities known, WorkerPool &pool, std::stop_token stop)
{
    std::unique_ptr<Cell> cell(new Cell(options));
    CO_TRY(cell->makeFolders());
    CO_TRY(cell->m_isolation, co_await cell->m_sandbox.probe(stop));
    if (cell->m_isolation.level == Isolation::Level::None && !options.withoutIsolation) {
        co_return fail(ErrorKind::Unsupported, Blame::Computer, QStringLiteral("opa.notIsolated"), options.bundle, cell->m_isolation.why);
    }
    const QString target = cell->m_folder->filePath(QStringLiteral("image"));
    CO_TRY(cell->m_image, co_await pool.run([bundle = options.bundle, target, stop] { return unpackImage(bundle, target, stop); }));
    CO_TRY(co_await cell->checkImage(known, stop));
    co_return cell;
}

/// What `opa check` says about `what` under one of the capability files in the control folder.
Task<Result<QList<Diagnostic>>> Cell::check(QString capabilitiesName, QString what, std::stop_token stop)
{
    QStringList arguments = {QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--max-errors"),
        QStringLiteral("1000"), QStringLiteral("--capabilities"), seen("control") + QLatin1Char('/') + capabilitiesName};
    if (m_image.v0)
        arguments << QStringLiteral("--v0-compatible");
    if (m_image.asBundle && what == seen("image"))
        arguments << QStringLiteral("--bundle");
    arguments << what;
    ProcessSpec spec = command(arguments);
    spec.deadline = 60s;
    CO_TRY(const ProcessResult result, co_await runProcess(spec, stop));
    if (result.exitCode == 0)
        co_return QList<Diagnostic>();
    QList<Diagnostic> diagnostics = fileNames().translate(parseErrors(result.err));
    if (diagnostics.isEmpty())
        diagnostics << Diagnostic{{}, 0, 0, {}, plainText(QString::fromUtf8(result.err + result.out))};
    co_return diagnostics;
}

Task<Result<void>> Cell::checkImage(Capabilities known, std::stop_token stop)
{
    CO_TRY(writeFile(m_folder->filePath(QStringLiteral("control/restricted.json")), known.restricted().toJson()));
    CO_TRY(writeFile(m_folder->filePath(QStringLiteral("control/all.json")), known.toJson()));
    CO_TRY(QList<Diagnostic> diagnostics, co_await check(QStringLiteral("restricted.json"), seen("image"), stop));
    if (diagnostics.isEmpty())
        co_return Result<void>();
    if (namesDangerous(diagnostics)) {
        if (m_isolation.level == Isolation::Level::None)
            co_return std::unexpected(restrictedError(diagnostics));
        m_restricted = undefinedFunctions(diagnostics);
        m_restricted.removeIf([](const QString &name) { return !dangerousBuiltins().contains(name); });
        CO_TRY(diagnostics, co_await check(QStringLiteral("all.json"), seen("image"), stop));
        if (diagnostics.isEmpty())
            co_return Result<void>();
    }
    co_return std::unexpected(policyError(diagnostics, m_options.bundle));
}

Task<Result<QList<Diagnostic>>> Cell::objections(QString module, std::stop_token stop)
{
    if (m_isolation.level == Isolation::Level::Full)
        co_return QList<Diagnostic>();
    const QString path = m_folder->filePath(QStringLiteral("control/guard.rego"));
    CO_TRY(writeFile(path, module.toUtf8()));
    CO_TRY(QList<Diagnostic> diagnostics, co_await check(QStringLiteral("restricted.json"), path, stop));
    // Whatever else stands in the way is an objection too: behind an earlier error the compiler may not have come to the functions.
    diagnostics.removeIf(
        [](const Diagnostic &diagnostic) { return diagnostic.message.startsWith(QStringLiteral("undefined function data.")); });
    for (Diagnostic &diagnostic : diagnostics)
        diagnostic.file.clear(); // the guard is what was typed
    co_return diagnostics;
}

Task<Result<void>> Cell::ensureRunning(std::stop_token stop)
{
    while (m_starting) {
        const Completion<Result<void>> started;
        m_waiting << started.resolver();
        const Result<void> result = co_await started;
        if (stop.stop_requested())
            co_return cancelled();
        // Whoever began it may have given up; this one has not.
        if (result || !result.error().isCancelled())
            co_return result;
    }
    if (m_child && m_child->isRunning())
        co_return Result<void>();
    m_starting = true;
    const Result<void> result = co_await startNow(stop);
    m_starting = false;
    for (const Resolver<Result<void>> &resolver : std::exchange(m_waiting, {}))
        resolver.resolve(result);
    co_return result;
}

Task<Result<void>> Cell::startNow(std::stop_token stop)
{
    end();
    QFile::remove(m_folder->filePath(QStringLiteral("socket/s")));
    QStringList arguments = {QStringLiteral("run"), QStringLiteral("--server"), QStringLiteral("--addr"),
        QStringLiteral("unix://") + seen("socket") + QStringLiteral("/s"), QStringLiteral("--unix-socket-perm"), QStringLiteral("600"),
        QStringLiteral("--skip-version-check"), QStringLiteral("--log-level"), QStringLiteral("error"),
        QStringLiteral("--shutdown-grace-period"), QStringLiteral("0")};
    if (m_image.v0)
        arguments << QStringLiteral("--v0-compatible");
    if (m_image.asBundle)
        arguments << QStringLiteral("--bundle");
    arguments << seen("image");
    CO_TRY(m_child, co_await ChildProcess::start(command(arguments), stop));
    CO_TRY(co_await waitUntilReady(stop));
    tellWhenEnded(m_child.get());
    co_return Result<void>();
}

Task<void> Cell::tellWhenEnded(QPointer<ChildProcess> child)
{
    co_await child->ended();
    // Gone: it was ended by us, and the cell may have gone with it.
    if (child && m_ended)
        m_ended(plainText(QString::fromUtf8(child->errorTail().right(4096))));
}

Task<Result<void>> Cell::waitUntilReady(std::stop_token stop)
{
    const SystemClock clock;
    const QString socket = m_folder->filePath(QStringLiteral("socket/s"));
    const qint64 begin = clock.monotonicMs();
    while (m_child && m_child->isRunning() && clock.monotonicMs() - begin < std::chrono::milliseconds(StartDeadline).count()) {
        if (!co_await clock.sleep(5ms, stop))
            break;
        if (!QFile::exists(socket))
            continue;
        // A manager anew each time: QNetworkAccessManager never again uses a channel that could not connect, and has six.
        m_client = std::make_shared<SocketClient>(socket);
        const auto reply = co_await m_client->send(QByteArrayLiteral("GET"), QStringLiteral("/health"), {}, 2s, stop);
        if (reply && reply->status == 200)
            co_return Result<void>();
    }
    const QByteArray said = m_child ? m_child->errorTail() : QByteArray();
    end();
    if (stop.stop_requested())
        co_return cancelled();
    co_return fail(ErrorKind::Internal, Blame::Opa, QStringLiteral("opa.serverStart"), m_options.bundle,
        plainText(QString::fromUtf8(said.right(4096))));
}

void Cell::end()
{
    m_child.reset();
}

} // namespace pd::opa
