// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishverb.h"

#include "buildverb.h"
#include "noted.h"
#include "oci/semver.h"
#include "remoteverbs.h"
#include "transferverbs.h"

namespace pd::desk {

namespace {

/// Next versions after the highest that is there; a new repository begins at 0.1.0.
void suggest(PublishPlan &plan)
{
    const auto highest = oci::SemVer::highest(plan.existingTags);
    if (!highest) {
        plan.nextPatch = QStringLiteral("0.1.0");
        plan.nextMinor = plan.nextPatch;
        plan.nextMajor = QStringLiteral("1.0.0");
        return;
    }
    plan.nextPatch = highest->nextPatch().toString();
    plan.nextMinor = highest->nextMinor().toString();
    plan.nextMajor = highest->nextMajor().toString();
}

QStringList commandFor(const PublishRequest &request, const oci::Reference &destination)
{
    QStringList command{QStringLiteral("policydeskctl"), QStringLiteral("publish"), request.folder, destination.name(),
        QStringLiteral("--tag"), request.tags.join(QLatin1Char(','))};
    if (!request.options.revision.isEmpty())
        command << QStringLiteral("--revision") << request.options.revision;
    if (!request.options.gitAnnotations)
        command << QStringLiteral("--no-git");
    if (request.options.includeTests)
        command << QStringLiteral("--include-tests");
    if (request.options.regoVersion != QLatin1StringView("rego.v1"))
        command << QStringLiteral("--rego-version") << request.options.regoVersion;
    return command;
}

} // namespace

Task<Result<PublishPlan>> PublishVerb::plan(PublishRequest request, std::stop_token stop)
{
    PublishPlan plan;
    CO_TRY(const oci::Reference destination, readRepository(m_services, request.destination));
    plan.destination = destination.name();
    RemoteVerbs remote(m_services);
    auto tags = co_await remote.allTags(destination, stop);
    if (!tags && tags.error().kind != ErrorKind::NotFound)
        co_return std::unexpected(tags.error());
    plan.repositoryExists = tags.has_value();
    plan.existingTags = tags.value_or(QStringList());
    suggest(plan);
    for (const QString &tag : std::as_const(request.tags)) {
        if (!plan.existingTags.contains(tag))
            continue;
        CO_TRY(const oci::Reference tagged, destination.withTag(tag));
        CO_TRY(const oci::Descriptor now, co_await m_services.registry.head(tagged, stop));
        plan.moved.append({tag, now.digest.toString()});
    }
    if (plan.repositoryExists)
        plan.visibility = co_await remote.visibility(destination, stop);
    co_return plan;
}

Task<Result<Receipt>> PublishVerb::run(PublishRequest request, ProgressSink &progress, std::stop_token stop)
{
    const qint64 started = m_services.clock.monotonicMs();
    CO_TRY(const oci::Reference destination, readRepository(m_services, request.destination));
    if (request.tags.isEmpty())
        co_return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("publish.noTag"), destination.name());
    QList<oci::Reference> references;
    for (const QString &tag : std::as_const(request.tags)) {
        CO_TRY(const oci::Reference reference, destination.withTag(tag));
        references.append(reference);
    }
    progress.report({.phase = Progress::Phase::Building, .what = request.folder});
    CO_TRY(const BuildVerb::Built built, co_await BuildVerb(m_services).build(request.folder, references, request.options, stop));
    // What was planned may be a while ago: the receipt tells what was really moved.
    Noted noted = co_await Noted::begin(m_services, QStringLiteral("publish"), toJson(request));
    const QList<MovedTag> before = co_await whereTagsPoint(&m_services.registry, destination, request.tags, stop);
    auto sent = co_await TransferVerbs(m_services).send(references.first(), references.first(), request.tags, progress, stop);
    co_await noted.end(wasCancelled(sent));
    CO_TRY(const registry::PushReport report, std::move(sent));

    Receipt receipt;
    receipt.verb = QStringLiteral("publish");
    receipt.reference = references.first().toString();
    receipt.digest = report.digest.toString();
    receipt.tags = request.tags;
    receipt.moved = movedTo(receipt.digest, before);
    receipt.path = request.folder;
    receipt.bytes = report.bytes;
    receipt.requests = report.requests + request.tags.size();
    receipt.command = commandFor(request, destination);
    if (!receipt.moved.isEmpty())
        receipt.undo.steps = {TagsUndo{destination.name(), receipt.digest, receipt.moved}};
    co_return co_await keepReceipt(m_services, receipt, started);
}

} // namespace pd::desk
