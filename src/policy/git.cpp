// SPDX-License-Identifier: GPL-3.0-or-later
#include "folder.h"

#include "core/process.h"
#include "opa/outputs.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>
#include <QVersionNumber>

namespace pd::policy {

namespace {

Task<Result<ProcessResult>> git(QString program, QString folder, QStringList arguments, std::stop_token stop)
{
    ProcessSpec spec;
    spec.program = program;
    // A repository's own settings may name programs; nothing of ours needs them.
    spec.arguments = QStringList{QStringLiteral("-c"), QStringLiteral("core.fsmonitor=false"), QStringLiteral("-c"),
                         QStringLiteral("core.hooksPath=/dev/null"), QStringLiteral("--no-pager")}
        + arguments;
    spec.workingFolder = folder;
    spec.environment.insert(QStringLiteral("GIT_OPTIONAL_LOCKS"), QStringLiteral("0"));
    spec.environment.insert(QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0"));
    spec.deadline = std::chrono::seconds(20);
    spec.maxOutput = 4 << 20;
    return runProcess(std::move(spec), std::move(stop));
}

QString oneLine(const QByteArray &output)
{
    return opa::plainText(QString::fromUtf8(output).trimmed().section(QLatin1Char('\n'), 0, 0));
}

/// `# branch.oid …`, `# branch.head …`, then a line a change.
void readStatus(const QByteArray &output, GitFacts &facts)
{
    bool dirty = false;
    for (const QByteArray &line : output.split('\n')) {
        if (line.startsWith("# branch.oid ") && !line.contains("(initial)"))
            facts.revision = oneLine(line.mid(13));
        else if (line.startsWith("# branch.head ") && !line.contains("(detached)"))
            facts.branch = oneLine(line.mid(14));
        else if (!line.isEmpty() && !line.startsWith('#'))
            dirty = true;
    }
    if (dirty && !facts.revision.isEmpty())
        facts.revision += QStringLiteral("-dirty");
}

QString highestVersion(const QByteArray &tags)
{
    static const QRegularExpression semver(QStringLiteral("^v?(\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}(?:[-+][0-9A-Za-z.+-]{1,64})?)$"));
    QString highest;
    for (const QByteArray &tag : tags.split('\n')) {
        const QString version = semver.match(QString::fromUtf8(tag.trimmed())).captured(1);
        if (version.isEmpty())
            continue;
        const auto order = QVersionNumber::compare(QVersionNumber::fromString(version), QVersionNumber::fromString(highest));
        const bool release = !version.contains(QLatin1Char('-')) && highest.contains(QLatin1Char('-'));
        if (highest.isEmpty() || order > 0 || (order == 0 && release))
            highest = version;
    }
    return highest;
}

/// `origin`, or the first there is.
Task<Result<QString>> remoteOf(QString program, QString folder, std::stop_token stop)
{
    CO_TRY(const ProcessResult names, co_await git(program, folder, {QStringLiteral("remote")}, stop));
    const QStringList remotes = QString::fromUtf8(names.out).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (remotes.isEmpty())
        co_return QString();
    const QString name = remotes.contains(QStringLiteral("origin")) ? QStringLiteral("origin") : remotes.first();
    CO_TRY(const ProcessResult url,
        co_await git(program, folder, {QStringLiteral("remote"), QStringLiteral("get-url"), QStringLiteral("--"), name}, stop));
    co_return url.exitCode == 0 ? publicSource(oneLine(url.out)) : QString();
}

} // namespace

QString publicSource(const QString &remote)
{
    static const QRegularExpression scp(QStringLiteral("^(?:[^@/:\\s]+@)?([A-Za-z0-9.-]+\\.[A-Za-z0-9-]+):(?!//)/?(\\S+)$"));
    QString host;
    QString path;
    if (const auto match = scp.match(remote); match.hasMatch()) {
        host = match.captured(1);
        path = match.captured(2);
    } else {
        const QUrl url(remote, QUrl::StrictMode);
        static const QStringList schemes = {QStringLiteral("https"), QStringLiteral("http"), QStringLiteral("ssh"), QStringLiteral("git"),
            QStringLiteral("git+ssh"), QStringLiteral("git+https")};
        if (!url.isValid() || !schemes.contains(url.scheme()) || url.host().isEmpty())
            return {};
        host = url.host();
        if (url.port() > 0 && url.scheme().endsWith(QStringLiteral("http")))
            host += QLatin1Char(':') + QString::number(url.port());
        else if (url.port() > 0 && url.scheme().endsWith(QStringLiteral("https")))
            host += QLatin1Char(':') + QString::number(url.port());
        path = url.path().mid(1);
    }
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    if (path.endsWith(QStringLiteral(".git")))
        path.chop(4);
    if (path.isEmpty())
        return {};
    return QStringLiteral("https://") + host.toLower() + QLatin1Char('/') + path;
}

Task<Result<GitFacts>> inspectGit(QString path, std::stop_token stop)
{
    GitFacts facts;
    const QString program = findProgram(QStringLiteral("git"));
    if (program.isEmpty()) {
        facts.problem = QStringLiteral("git.missing");
        co_return facts;
    }
    const QStringList status = {QStringLiteral("status"), QStringLiteral("--porcelain=v2"), QStringLiteral("--branch"),
        QStringLiteral("--untracked-files=normal"), QStringLiteral("--"), QStringLiteral(".")};
    Result<ProcessResult> answer = co_await git(program, path, status, stop);
    if (!answer && answer.error().isCancelled())
        co_return std::unexpected(std::move(answer).error());
    if (!answer) {
        facts.problem = answer.error().cause; // a tree with a million changes, a hanging file system: the folder can be used all the same
        co_return facts;
    }
    if (answer->exitCode != 0) {
        const QString said = opa::plainText(QString::fromUtf8(answer->err).trimmed(), 1024);
        if (!said.contains(QStringLiteral("not a git repository")))
            facts.problem = said;
        co_return facts;
    }
    readStatus(answer->out, facts);
    CO_TRY(facts.source, co_await remoteOf(program, path, stop));
    if (!facts.revision.isEmpty() && !facts.revision.endsWith(QStringLiteral("-dirty"))) {
        CO_TRY(const ProcessResult tags,
            co_await git(program, path, {QStringLiteral("tag"), QStringLiteral("--points-at"), QStringLiteral("HEAD")}, stop));
        facts.version = highestVersion(tags.out);
    }
    co_return facts;
}

Task<Result<FolderFacts>> inspectFolder(QString path, WorkerPool &pool, std::stop_token stop)
{
    Task<Result<FolderFacts>> walk = pool.run([path, stop] { return walkFolder(path, stop); });
    Result<GitFacts> git;
    if (QFileInfo(path).isDir())
        git = co_await inspectGit(path, stop);
    CO_TRY(FolderFacts facts, co_await std::move(walk));
    if (!git)
        co_return std::unexpected(std::move(git).error());
    facts.git = *std::move(git);
    co_return facts;
}

} // namespace pd::policy
