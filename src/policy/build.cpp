// SPDX-License-Identifier: GPL-3.0-or-later
#include "build.h"

#include "core/process.h"
#include "opa/capabilities.h"
#include "opa/outputs.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <cerrno>

namespace pd::policy {

namespace {

/// OPA reads everything into memory, several times its size.
constexpr qint64 MaxFile = 256LL << 20;
constexpr qint64 MaxAll = 512LL << 20;
constexpr qint64 MaxMemory = 16LL << 30;

std::unexpected<Error> badInput(const char *cause, const QString &subject, const QString &detail = {})
{
    return fail(ErrorKind::InvalidInput, Blame::You, QString::fromLatin1(cause), subject, detail);
}

Result<void> checkFacts(const FolderFacts &facts, const BuildRequest &request)
{
    if (!facts.escapes.isEmpty())
        return badInput("policy.escape", facts.escapes.first(), facts.escapes.join(QLatin1Char('\n')));
    if (!facts.special.isEmpty())
        return badInput("policy.special", facts.special.first(), facts.special.join(QLatin1Char('\n')));
    if (facts.truncated)
        return badInput("policy.tooMany", request.folder);
    if (facts.largest > MaxFile || facts.bytes > MaxAll)
        return badInput("policy.tooLarge", facts.largestFile, QString::number(facts.largest));
    if (facts.rego.isEmpty())
        return badInput("policy.noRego", request.folder);
    if (!request.includeTests && std::ranges::all_of(facts.rego, &RegoFile::isTest))
        return badInput("policy.onlyTests", request.folder);
    if (request.optimize > 0 && request.entrypoints.isEmpty())
        return badInput("policy.entrypointNeeded", request.folder);
    return {};
}

ProcessSpec opaIn(const opa::OpaProgram &opa, const QString &folder, const QStringList &arguments)
{
    ProcessSpec spec;
    spec.program = opa.path;
    spec.arguments = arguments;
    spec.workingFolder = folder;
    spec.deadline = std::chrono::minutes(5);
    spec.maxMemory = MaxMemory;
    return spec;
}

/// `--ignore` for exactly this name: the flag takes globs, in a list of comma separated values.
QString ignoreName(const QString &name)
{
    QString pattern;
    for (const QChar c : name) {
        if (QStringLiteral("\\*?[]{}!").contains(c))
            pattern += QLatin1Char('\\');
        pattern += c == QLatin1Char('"') ? QStringLiteral("\"\"") : QString(c);
    }
    return QStringLiteral("--ignore=\"") + pattern + QLatin1Char('"');
}

/// What `check` and `build` have in common.
QStringList commonArguments(const BuildRequest &request, const QString &capabilities)
{
    QStringList arguments = {QStringLiteral("--bundle"), QStringLiteral("--ignore=.git")};
    for (const QString &name : request.leaveOut)
        arguments << ignoreName(name);
    if (!request.includeTests)
        arguments << QStringLiteral("--ignore=*_test.rego");
    for (const QString &pattern : request.ignore)
        arguments << QStringLiteral("--ignore=") + pattern;
    if (!capabilities.isEmpty())
        arguments << QStringLiteral("--capabilities=") + capabilities;
    return arguments;
}

QStringList versionArguments(RegoVersion version, bool check)
{
    if (version == RegoVersion::V1)
        return {};
    if (version == RegoVersion::V0V1 && check)
        return {QStringLiteral("--v0-v1")};
    return {QStringLiteral("--v0-compatible")};
}

/// A capabilities file with what `.manifest` says the policy's host will add; empty where it says nothing.
Task<Result<QString>> writeCapabilities(opa::OpaProgram opa, QByteArray manifest, QString workFolder, std::stop_token stop)
{
    const QJsonArray required = opa::requiredBuiltins(manifest);
    if (required.isEmpty())
        co_return QString();
    CO_TRY(const opa::Capabilities known, co_await opa::capabilities(opa, stop));
    const QString path = QDir(workFolder).filePath(QStringLiteral("capabilities.json"));
    QFile file(path);
    const QByteArray json = known.with(required).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.flush())
        co_return std::unexpected(systemError(errno, QStringLiteral("policy.output"), path));
    co_return path;
}

Task<Result<QList<Diagnostic>>> check(opa::OpaProgram opa, BuildRequest request, QString capabilities, std::stop_token stop)
{
    const QStringList arguments = QStringList{QStringLiteral("check"), QStringLiteral("--format=json"), QStringLiteral("--max-errors=1000")}
        + versionArguments(request.regoVersion, true) + commonArguments(request, capabilities) + QStringList{QStringLiteral(".")};
    CO_TRY(const ProcessResult result, co_await runProcess(opaIn(opa, request.folder, arguments), stop));
    if (result.exitCode == 0)
        co_return QList<Diagnostic>();
    QList<Diagnostic> diagnostics = opa::parseErrors(result.err);
    if (diagnostics.isEmpty())
        diagnostics << Diagnostic{{}, 0, 0, {}, opa::plainText(QString::fromUtf8(result.err + result.out))};
    co_return diagnostics;
}

/// The error for what `check` said; asks once more whether the older Rego would do.
Task<Result<void>> explain(
    opa::OpaProgram opa, BuildRequest request, QString capabilities, QList<Diagnostic> diagnostics, std::stop_token stop)
{
    Error error = opa::policyError(diagnostics, request.folder);
    if (error.cause == QStringLiteral("policy.builtin"))
        error.detail = opa::undefinedFunctions(diagnostics).join(QLatin1Char('\n'));
    const bool anyParse
        = std::ranges::any_of(diagnostics, [](const Diagnostic &d) { return d.code == QStringLiteral("rego_parse_error"); });
    if (request.regoVersion == RegoVersion::V1 && anyParse) {
        request.regoVersion = RegoVersion::V0;
        CO_TRY(const QList<Diagnostic> asV0, co_await check(opa, request, capabilities, stop));
        if (asV0.isEmpty())
            error.cause = QStringLiteral("policy.looksV0");
    }
    co_return std::unexpected(std::move(error));
}

QStringList buildArguments(const BuildRequest &request, const QString &capabilities, const QString &output)
{
    QStringList arguments
        = QStringList{QStringLiteral("build")} + versionArguments(request.regoVersion, false) + commonArguments(request, capabilities);
    if (!request.revision.isEmpty())
        arguments << QStringLiteral("--revision=") + request.revision;
    if (request.optimize > 0)
        arguments << QStringLiteral("--optimize=") + QString::number(request.optimize);
    for (const QString &entrypoint : request.entrypoints)
        arguments << QStringLiteral("--entrypoint=") + entrypoint;
    return arguments << QStringLiteral("--output=") + output << QStringLiteral(".");
}

/// What `opa build` said beside its diagnostics: the disk speaks through it in words alone.
Error buildError(const ProcessResult &result, const QString &folder, const QString &output)
{
    const QByteArray said = result.err.toLower();
    if (said.contains("no space left on device") || said.contains("disk quota exceeded"))
        return systemError(ENOSPC, QStringLiteral("policy.output"), output);
    if (said.contains("read-only file system"))
        return systemError(EROFS, QStringLiteral("policy.output"), output);
    if (said.contains("permission denied"))
        return systemError(EACCES, QStringLiteral("policy.output"), folder);
    return opa::policyError(opa::parseErrors(result.err), folder, result.err);
}

} // namespace

QString toString(RegoVersion version)
{
    switch (version) {
    case RegoVersion::V1: return QStringLiteral("rego.v1");
    case RegoVersion::V0: return QStringLiteral("rego.v0");
    case RegoVersion::V0V1: return QStringLiteral("rego.v0v1");
    }
    return QStringLiteral("rego.v1");
}

std::optional<RegoVersion> regoVersionFromString(const QString &text)
{
    for (const RegoVersion version : {RegoVersion::V1, RegoVersion::V0, RegoVersion::V0V1}) {
        if (text.compare(toString(version), Qt::CaseInsensitive) == 0)
            return version;
    }
    return std::nullopt;
}

Task<Result<BuildResult>> build(opa::OpaProgram opa, BuildRequest request, QString workFolder, WorkerPool &pool, std::stop_token stop)
{
    QElapsedTimer timer;
    timer.start();
    BuildResult built;
    CO_TRY(built.folder, co_await inspectFolder(request.folder, pool, stop));
    CO_TRY(checkFacts(built.folder, request));
    request.leaveOut = built.folder.bystanders;
    CO_TRY(const QString capabilities, co_await writeCapabilities(opa, built.folder.manifest, workFolder, stop));
    // `check` first: its errors have columns, those of `build` only rows, and one at a time.
    CO_TRY(const QList<Diagnostic> diagnostics, co_await check(opa, request, capabilities, stop));
    if (!diagnostics.isEmpty()) {
        CO_TRY(co_await explain(opa, request, capabilities, diagnostics, stop));
    }
    built.bundle = QDir(workFolder).absoluteFilePath(QStringLiteral("bundle.tar.gz"));
    CO_TRY(const ProcessResult result,
        co_await runProcess(opaIn(opa, request.folder, buildArguments(request, capabilities, built.bundle)), stop));
    if (result.exitCode != 0)
        co_return std::unexpected(buildError(result, request.folder, built.bundle));
    built.size = QFileInfo(built.bundle).size();
    if (built.size == 0)
        co_return fail(ErrorKind::Protocol, Blame::Opa, QStringLiteral("policy.refused"), request.folder,
            opa::plainText(QString::fromUtf8(result.err)));
    built.milliseconds = timer.elapsed();
    co_return built;
}

} // namespace pd::policy
