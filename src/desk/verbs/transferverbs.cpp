// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferverbs.h"

#include "noted.h"
#include "storetarget.h"

#include <QJsonArray>

namespace pd::desk {

namespace {

/// A pull by digest has no tag to be kept under: the digest's beginning serves.
Result<oci::Reference> nameFor(const oci::Reference &reference)
{
    return reference.digest() ? reference.withTag(reference.digest()->shortHex()) : Result<oci::Reference>(reference);
}

struct Keeping {
    store::Store store;
    oci::Reference name;
    registry::ManifestReply manifest;

    Result<store::TagChange> operator()() const
    {
        auto blob = store.putBlob(manifest.mediaType, manifest.bytes);
        return blob ? store.tag(name, *blob) : Result<store::TagChange>(std::unexpected(blob.error()));
    }
};

} // namespace

Task<Result<registry::PushReport>> TransferVerbs::send(
    oci::Reference source, oci::Reference target, QStringList tags, ProgressSink &progress, std::stop_token stop)
{
    CO_TRY(store::ImageParts parts, co_await m_services.pool.run([store = m_services.store, source] { return store.parts(source); }));
    registry::PushJob job;
    job.host = target.host();
    job.repository = target.repository();
    job.tags = tags;
    job.manifest = parts.manifest;
    job.mediaType = parts.mediaType;
    for (const store::ImagePart &part : std::as_const(parts.parts))
        job.blobs.append({part.descriptor, part.path, part.bytes});
    co_return co_await m_services.registry.push(job, progress, stop);
}

Task<Result<Receipt>> TransferVerbs::push(PushRequest request, ProgressSink &progress, std::stop_token stop)
{
    const qint64 started = m_services.clock.monotonicMs();
    CO_TRY(const oci::Reference source, readReference(m_services, request.source));
    CO_TRY(const oci::Reference target, readReference(m_services, request.target.isEmpty() ? request.source : request.target));
    const QStringList tags = QStringList{target.tag()} + request.moreTags;

    Noted noted = co_await Noted::begin(m_services, QStringLiteral("push"), toJson(request));
    const QList<MovedTag> before = co_await whereTagsPoint(&m_services.registry, target, tags, stop);
    auto pushed = co_await send(source, target, tags, progress, stop);
    co_await noted.end(wasCancelled(pushed));
    CO_TRY(const registry::PushReport report, std::move(pushed));

    Receipt receipt;
    receipt.digest = report.digest.toString();
    receipt.moved = movedTo(receipt.digest, before);
    if (!receipt.moved.isEmpty())
        receipt.undo.steps = {TagsUndo{target.name(), receipt.digest, receipt.moved}};
    if (target != source) {
        // The pushed name is kept here too, as after `tag` and `push` of the Policy CLI.
        CO_TRY(const store::TagChange change,
            co_await m_services.pool.run([store = m_services.store, source, target]() -> Result<store::TagChange> {
                auto descriptor = store.resolve(source);
                return descriptor ? store.tag(target, *descriptor) : Result<store::TagChange>(std::unexpected(descriptor.error()));
            }));
        if (!receipt.undo.isEmpty() && !change.undo.isEmpty())
            receipt.undo.steps.append(StoreUndo{change.undo});
    }
    receipt.verb = QStringLiteral("push");
    receipt.reference = target.toString();
    receipt.tags = tags;
    receipt.bytes = report.bytes;
    receipt.requests = report.requests + tags.size();
    receipt.command = {QStringLiteral("policydeskctl"), QStringLiteral("push"), target.toString()};
    receipt.policyCommand = {QStringLiteral("policy"), QStringLiteral("push"), target.toString()};
    co_return co_await keepReceipt(m_services, receipt, started);
}

Task<Result<Receipt>> TransferVerbs::pull(PullRequest request, ProgressSink &progress, std::stop_token stop)
{
    const qint64 started = m_services.clock.monotonicMs();
    CO_TRY(const oci::Reference reference, readReference(m_services, request.reference));
    CO_TRY(const oci::Reference name, nameFor(reference));

    Noted noted = co_await Noted::begin(m_services, QStringLiteral("pull"), toJson(request));
    StoreTarget target(m_services.store, m_services.pool);
    auto pulled = co_await m_services.registry.pull(reference, target, progress, stop);
    co_await noted.end(wasCancelled(pulled));
    CO_TRY(const registry::PullReport report, std::move(pulled));
    CO_TRY(const store::TagChange change, co_await m_services.pool.run(Keeping{m_services.store, name, report.manifest}));

    Receipt receipt;
    receipt.verb = QStringLiteral("pull");
    receipt.reference = name.toString();
    receipt.digest = report.manifest.descriptor.digest.toString();
    receipt.tags = {name.tag()};
    if (!change.previous.isEmpty() && !change.previous.first().isNull() && change.previous.first().toString() != receipt.digest)
        receipt.moved = {{name.tag(), change.previous.first().toString()}};
    receipt.bytes = report.bytes;
    receipt.requests = report.requests;
    receipt.command = {QStringLiteral("policydeskctl"), QStringLiteral("pull"), reference.toString()};
    receipt.policyCommand = {QStringLiteral("policy"), QStringLiteral("pull"), reference.toString()};
    if (!change.undo.isEmpty())
        receipt.undo.steps = {StoreUndo{change.undo}};
    co_return co_await keepReceipt(m_services, receipt, started);
}

QJsonObject toJson(const PushRequest &request)
{
    return {{QStringLiteral("source"), request.source}, {QStringLiteral("target"), request.target},
        {QStringLiteral("tags"), QJsonArray::fromStringList(request.moreTags)}};
}

QJsonObject toJson(const PullRequest &request)
{
    return {{QStringLiteral("reference"), request.reference}};
}

PushRequest pushRequestFrom(const QJsonObject &json)
{
    PushRequest request;
    request.source = json.value(QStringLiteral("source")).toString();
    request.target = json.value(QStringLiteral("target")).toString();
    for (const auto &tag : json.value(QStringLiteral("tags")).toArray())
        request.moreTags.append(tag.toString());
    return request;
}

PullRequest pullRequestFrom(const QJsonObject &json)
{
    return {json.value(QStringLiteral("reference")).toString()};
}

} // namespace pd::desk
