// SPDX-License-Identifier: GPL-3.0-or-later
#include "buildverb.h"

#include "oci/mediatypes.h"
#include "policy/build.h"

#include <QTemporaryDir>

namespace pd::desk {

namespace {

oci::Annotations annotationsFor(const BuildOptions &options, const policy::GitFacts &git)
{
    oci::Annotations annotations;
    const auto add = [&annotations](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty())
            annotations.insert(QString(key), value);
    };
    if (options.gitAnnotations) {
        add(oci::annotationSource, git.source);
        add(oci::annotationVersion, git.version);
    }
    if (options.gitAnnotations || !options.revision.isEmpty())
        add(oci::annotationRevision, options.revision.isEmpty() ? git.revision : options.revision);
    // What the user typed wins.
    for (const auto &[key, value] : options.annotations.asKeyValueRange())
        annotations.insert(key, value);
    return annotations;
}

struct Adding {
    store::Store store;
    QString bundle;
    QList<oci::Reference> references;
    store::Store::BundleOptions options;
    std::stop_token stop;

    Result<BuildVerb::Built> operator()() const
    {
        auto added = store.addBundle(bundle, references.first(), options, stop);
        if (!added)
            return std::unexpected(added.error());
        for (const oci::Reference &reference : references.sliced(1)) {
            auto descriptor = store.resolve(references.first());
            if (!descriptor)
                return std::unexpected(descriptor.error());
            if (auto tagged = store.tag(reference, *descriptor); !tagged)
                return std::unexpected(tagged.error());
        }
        return BuildVerb::Built{added->image, added->image.bundleSize, added->change.undo};
    }
};

} // namespace

Task<Result<BuildVerb::Built>> BuildVerb::build(
    QString folder, QList<oci::Reference> references, BuildOptions options, std::stop_token stop)
{
    const auto version = policy::regoVersionFromString(options.regoVersion);
    if (!version)
        co_return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("build.regoVersion"), options.regoVersion);
    CO_TRY(const opa::OpaProgram opa, co_await opa::find(m_services.opaSearch, stop));
    CO_TRY(const policy::FolderFacts facts, co_await policy::inspectFolder(folder, m_services.pool, stop));
    const auto work = std::make_shared<QTemporaryDir>();
    if (!work->isValid())
        co_return std::unexpected(systemError(errno, QStringLiteral("build.temporary"), work->path()));

    policy::BuildRequest request;
    request.folder = folder;
    request.revision = options.revision.isEmpty() ? facts.git.revision : options.revision;
    request.regoVersion = *version;
    request.includeTests = options.includeTests;
    request.ignore = options.ignore;
    request.entrypoints = options.entrypoints;
    request.optimize = options.optimize;
    CO_TRY(const policy::BuildResult built, co_await policy::build(opa, request, work->path(), m_services.pool, stop));

    store::Store::BundleOptions bundle;
    bundle.annotations = annotationsFor(options, facts.git);
    bundle.created = m_services.clock.now();
    bundle.regoVersion = options.regoVersion;
    co_return co_await m_services.pool.run(Adding{m_services.store, built.bundle, references, bundle, stop});
}

Task<Result<Receipt>> BuildVerb::run(BuildRequest request, ProgressSink &progress, std::stop_token stop)
{
    const qint64 started = m_services.clock.monotonicMs();
    CO_TRY(const oci::Reference reference, readReference(m_services, request.reference));
    if (request.folders.size() != 1)
        co_return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("build.oneFolder"), request.folders.join(QLatin1Char(' ')));
    progress.report({.phase = Progress::Phase::Building, .what = request.folders.first()});
    CO_TRY(const Built built, co_await build(request.folders.first(), {reference}, request.options, stop));

    Receipt receipt;
    receipt.verb = QStringLiteral("build");
    receipt.reference = reference.toString();
    receipt.digest = built.image.digest.toString();
    receipt.tags = {reference.tag()};
    receipt.path = request.folders.first();
    receipt.bytes = built.size;
    receipt.command
        = {QStringLiteral("policydeskctl"), QStringLiteral("build"), request.folders.first(), QStringLiteral("-t"), reference.toString()};
    receipt.policyCommand
        = {QStringLiteral("policy"), QStringLiteral("build"), request.folders.first(), QStringLiteral("-t"), reference.toString()};
    if (!built.undo.isEmpty())
        receipt.undo.steps = {StoreUndo{built.undo}};
    co_return co_await keepReceipt(m_services, receipt, started);
}

} // namespace pd::desk
