// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include "core/process.h"
#include "outputs.h"
#include "versioncache.h"

#include <QDir>
#include <QFileInfo>

namespace pd::opa {

namespace {

using Origin = OpaProgram::Origin;

struct Candidate {
    QString path;
    Origin origin;
};

QList<Candidate> candidates(const OpaSearch &search)
{
    if (!search.settingsPath.isEmpty())
        return {{search.settingsPath, Origin::Settings}};
    QList<Candidate> all;
    if (!search.besideProgram.isEmpty())
        all << Candidate{QDir(search.besideProgram).filePath(QStringLiteral("opa")), Origin::BesideProgram};
    if (search.searchPath)
        all << Candidate{findProgram(QStringLiteral("opa")), Origin::Path};
    if (!search.dataFolder.isEmpty())
        all << Candidate{downloadedPath(search.dataFolder), Origin::DataFolder};
    return all;
}

/// `probe`, unless the very same file was asked before.
Task<Result<OpaProgram>> ask(Candidate candidate, QString cacheFile, std::stop_token stop)
{
    const VersionCache cache(cacheFile);
    const auto before = cacheFile.isEmpty() ? std::nullopt : identityOf(candidate.path);
    if (before) {
        if (const auto version = cache.find(*before))
            co_return OpaProgram{candidate.path, *version, candidate.origin};
    }
    CO_TRY(const OpaProgram program, co_await probe(candidate.path, candidate.origin, stop));
    if (before && identityOf(candidate.path) == before)
        cache.insert(*before, program.version);
    co_return program;
}

} // namespace

QVersionNumber oldestVersion()
{
    return {1, 0};
}

QString downloadedPath(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(QStringLiteral("opa/opa"));
}

Task<Result<OpaProgram>> probe(QString path, OpaProgram::Origin origin, std::stop_token stop)
{
    ProcessSpec spec;
    spec.program = path;
    spec.arguments = {QStringLiteral("version")};
    spec.deadline = std::chrono::seconds(10);
    spec.maxOutput = 64 << 10;
    CO_TRY(const ProcessResult result, co_await runProcess(spec, stop));
    const QVersionNumber version = parseVersion(result.out);
    if (result.exitCode != 0 || version.isNull()) {
        co_return fail(ErrorKind::Protocol, Blame::Computer, QStringLiteral("opa.notOpa"), path,
            plainText(QString::fromUtf8(result.out.left(1024) + result.err.left(1024))));
    }
    if (version < oldestVersion())
        co_return fail(ErrorKind::Unsupported, Blame::Computer, QStringLiteral("opa.tooOld"), path, version.toString());
    co_return OpaProgram{path, version, origin};
}

Task<Result<OpaProgram>> find(OpaSearch search, std::stop_token stop)
{
    std::optional<Error> tooOld;
    const QString cacheFile
        = search.cacheFolder.isEmpty() ? QString() : QDir(search.cacheFolder).filePath(QStringLiteral("opa-versions.json"));
    for (const Candidate &candidate : candidates(search)) {
        if (candidate.path.isEmpty())
            continue;
        Result<OpaProgram> found = co_await ask(candidate, cacheFile, stop);
        if (found)
            co_return found;
        const Error &error = found.error();
        if (error.isCancelled())
            co_return found;
        if (candidate.origin == Origin::Settings && error.cause != QStringLiteral("process.missing"))
            co_return found; // what was typed is there, and why it does not serve matters more than that nothing was found
        if (error.cause == QStringLiteral("opa.tooOld") && !tooOld)
            tooOld = error;
    }
    if (tooOld)
        co_return std::unexpected(*std::move(tooOld));
    co_return fail(ErrorKind::NotFound, Blame::Computer, QStringLiteral("opa.missing"), search.settingsPath);
}

} // namespace pd::opa
