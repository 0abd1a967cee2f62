// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"

#include "blobs.h"
#include "core/taskgroup.h"
#include "lists.h"
#include "manifests.h"
#include "oci/manifest.h"
#include "oci/mediatypes.h"
#include "signin.h"

namespace pd::registry {

using namespace Qt::StringLiterals;

namespace {

ActPointer makeAct(const QString &subject, bool interactive)
{
    auto act = std::make_shared<Act>();
    act->subject = subject;
    act->interactive = interactive;
    return act;
}

bool isIndex(const QString &mediaType)
{
    return mediaType == oci::mediaTypeIndex || mediaType == oci::mediaTypeDockerList;
}

QList<oci::Descriptor> blobsOf(const oci::Manifest &manifest)
{
    QList<oci::Descriptor> blobs;
    QSet<oci::Digest> seen;
    for (const oci::Descriptor &blob : QList<oci::Descriptor>{manifest.config} + manifest.layers) {
        if (!blob.digest.isNull() && !seen.contains(blob.digest)) {
            seen.insert(blob.digest);
            blobs.append(blob);
        }
    }
    return blobs;
}

// `{}` is known by heart: it is written, never fetched.
Task<Result<void>> writeEmpty(BlobTarget *target, oci::Descriptor blob, std::stop_token stop)
{
    CO_TRY(const std::unique_ptr<BlobWriter> writer, target->writer(blob));
    CO_TRY(writer->write(QByteArrayView(oci::emptyJson.data(), oci::emptyJson.size())));
    co_return co_await writer->commit(stop);
}

} // namespace

class Client::Private final {
public:
    Private(http::Transport &transport, CredentialProvider &provider, const Clock &clock, HostSettingsProvider settings)
        : wire(transport, provider, clock, std::move(settings))
    {
    }

    Task<Result<ManifestReply>> imageManifest(oci::Reference reference, ActPointer act, std::stop_token stop);
    Task<Result<void>> fetchOne(oci::Reference reference, oci::Descriptor blob, BlobTarget *target, ProgressMeter *meter, int part,
        ActPointer act, std::stop_token stop);
    Task<Result<bool>> isThere(const PushJob *job, QString digest, ActPointer act, std::stop_token stop);
    Task<Result<void>> pushBlobs(const PushJob *job, ProgressMeter *meter, PushReport *report, ActPointer act, std::stop_token stop);
    Task<Result<void>> pushOne(
        const PushJob *job, BlobSource blob, ProgressMeter *meter, PushReport *report, ActPointer act, std::stop_token stop);

    Wire wire;
};

Client::Client(http::Transport &transport, CredentialProvider &provider, const Clock &clock, HostSettingsProvider settings)
    : d(std::make_unique<Private>(transport, provider, clock, std::move(settings)))
{
}

Client::~Client() = default;

void Client::forget(const QString &host)
{
    d->wire.forget(host);
}

Task<Result<SignInReport>> Client::checkCredential(QString host, Credential credential, std::stop_token stop)
{
    const auto shared = std::make_shared<const Credential>(std::move(credential));
    co_return co_await signin::check(&d->wire, host, shared, makeAct(host, true), stop);
}

Task<Result<TagPage>> Client::tags(QString host, QString repository, QByteArray cursor, std::stop_token stop)
{
    return lists::tags(&d->wire, host, repository, cursor, makeAct(host, true), stop);
}

Task<Result<CatalogPage>> Client::catalog(QString host, QByteArray cursor, std::stop_token stop)
{
    return lists::catalog(&d->wire, host, cursor, makeAct(host, true), stop);
}

Task<Result<ManifestReply>> Client::manifest(oci::Reference reference, std::stop_token stop)
{
    return manifests::get(&d->wire, reference, makeAct(reference.host(), true), stop);
}

Task<Result<oci::Descriptor>> Client::head(oci::Reference reference, std::stop_token stop)
{
    const ActPointer act = makeAct(reference.host(), true);
    const QStringList scopes = pullScope(reference.repository());
    auto found
        = co_await manifests::head(&d->wire, reference.host(), reference.repository(), manifests::nameOf(reference), scopes, act, stop);
    if (found || found.error().kind != ErrorKind::Protocol || found.error().http != 0)
        co_return found;
    CO_TRY(const ManifestReply whole, co_await manifests::get(&d->wire, reference, act, stop));
    co_return whole.descriptor;
}

Task<Result<void>> Client::putManifest(
    QString host, QString repository, QString tag, QByteArray bytes, QString mediaType, std::stop_token stop)
{
    return manifests::put(&d->wire, host, repository, tag, bytes, mediaType, makeAct(host, true), stop);
}

Task<Result<void>> Client::deleteManifest(QString host, QString repository, oci::Digest digest, std::stop_token stop)
{
    return manifests::remove(&d->wire, host, repository, digest, makeAct(host, true), stop);
}

Task<Result<ManifestReply>> Client::Private::imageManifest(oci::Reference reference, ActPointer act, std::stop_token stop)
{
    CO_TRY(ManifestReply reply, co_await manifests::get(&wire, reference, act, stop));
    if (!isIndex(reply.mediaType))
        co_return reply;
    CO_TRY(const oci::Index index, oci::Index::parse(reply.bytes, reply.mediaType));
    // Policies know no platforms: an index with one image is that image, with several it is a choice that is not ours.
    if (index.manifests.size() != 1 || isIndex(index.manifests.first().mediaType))
        co_return fail(
            ErrorKind::Unsupported, Blame::Registry, u"pull.index"_s, reference.toString(), QString::number(index.manifests.size()));
    co_return co_await manifests::get(&wire, reference.withDigest(index.manifests.first().digest), act, stop);
}

Task<Result<void>> Client::Private::fetchOne(oci::Reference reference, oci::Descriptor blob, BlobTarget *target, ProgressMeter *meter,
    int part, ActPointer act, std::stop_token stop)
{
    CO_TRY(const std::unique_ptr<BlobWriter> writer, target->writer(blob));
    co_return co_await blobs::fetch(&wire, reference.host(), reference.repository(), blob, writer.get(), meter, part, act, stop);
}

Task<Result<PullReport>> Client::pull(oci::Reference reference, BlobTarget &target, ProgressSink &progress, std::stop_token stop)
{
    constexpr int AtOnce = 3;
    const ActPointer act = makeAct(reference.toString(), false);
    PullReport report;
    CO_TRY(report.manifest, co_await d->imageManifest(reference, act, stop));
    CO_TRY(const oci::Manifest manifest, oci::Manifest::parse(report.manifest.bytes, report.manifest.mediaType));
    const QString emptyDigest(oci::emptyJsonDigest);
    for (const oci::Descriptor &blob : blobsOf(manifest)) {
        if (target.has(blob))
            continue;
        if (blob.digest.toString() == emptyDigest) {
            if (blob.size != oci::emptyJson.size())
                co_return fail(ErrorKind::Integrity, Blame::Registry, u"blob.long"_s, blob.digest.toString());
            CO_TRY(co_await writeEmpty(&target, blob, stop));
        } else {
            report.fetched.append(blob);
            report.bytes += blob.size;
        }
    }
    ProgressMeter meter(progress, d->wire.clock(), report.bytes + report.manifest.bytes.size());
    meter.set(meter.addPart(report.manifest.descriptor.digest.shortHex()), report.manifest.bytes.size());
    TaskGroup<void> group(stop, AtOnce);
    for (const oci::Descriptor &blob : report.fetched) {
        const int part = meter.addPart(blob.digest.shortHex());
        group.add([this, reference, blob, target = &target, meter = &meter, part, act](
                      std::stop_token inner) { return d->fetchOne(reference, blob, target, meter, part, act, inner); });
    }
    CO_TRY(co_await group.join());
    meter.finish();
    report.requests = *act->requests;
    co_return report;
}

Task<Result<bool>> Client::Private::isThere(const PushJob *job, QString digest, ActPointer act, std::stop_token stop)
{
    for (const QString &name : job->tags.isEmpty() ? QStringList{digest} : job->tags) {
        const auto found = co_await manifests::head(&wire, job->host, job->repository, name, pushScope(job->repository), act, stop);
        if (!found && (found.error().kind == ErrorKind::NotFound || found.error().kind == ErrorKind::Protocol))
            co_return false;
        if (!found)
            co_return fail(found.error());
        if (found->digest.toString() != digest)
            co_return false;
    }
    co_return true;
}

Task<Result<void>> Client::Private::pushOne(
    const PushJob *job, BlobSource blob, ProgressMeter *meter, PushReport *report, ActPointer act, std::stop_token stop)
{
    const int part = meter->addPart(blob.descriptor.digest.shortHex());
    CO_TRY(const blobs::Uploaded how, co_await blobs::upload(&wire, job, blob, meter, part, act, stop));
    if (how == blobs::Uploaded::Sent)
        report->bytes += blob.descriptor.size;
    else
        ++report->skipped;
    co_return Result<void>();
}

Task<Result<void>> Client::Private::pushBlobs(
    const PushJob *job, ProgressMeter *meter, PushReport *report, ActPointer act, std::stop_token stop)
{
    constexpr int AtOnce = 4;
    QSet<oci::Digest> seen;
    TaskGroup<void> group(stop, AtOnce);
    for (const BlobSource &blob : job->blobs) {
        if (seen.contains(blob.descriptor.digest))
            continue;
        seen.insert(blob.descriptor.digest);
        group.add([this, job, blob, meter, report, act](std::stop_token inner) { return pushOne(job, blob, meter, report, act, inner); });
    }
    co_return co_await group.join();
}

Task<Result<PushReport>> Client::push(PushJob job, ProgressSink &progress, std::stop_token stop)
{
    const ActPointer act = makeAct(QString(job.host + u'/' + job.repository), false);
    PushReport report;
    report.digest = oci::Digest::ofSha256(job.manifest);
    qint64 total = job.manifest.size();
    QSet<oci::Digest> seen;
    for (const BlobSource &blob : job.blobs) {
        if (!seen.contains(blob.descriptor.digest))
            total += blob.descriptor.size;
        seen.insert(blob.descriptor.digest);
    }
    ProgressMeter meter(progress, d->wire.clock(), total);
    if (job.expectThere) {
        CO_TRY(report.wasThere, co_await d->isThere(&job, report.digest.toString(), act, stop));
    }
    if (!report.wasThere) {
        CO_TRY(co_await d->pushBlobs(&job, &meter, &report, act, stop));
        meter.phase(Progress::Phase::Finishing);
        for (const QString &name : job.tags.isEmpty() ? QStringList{report.digest.toString()} : job.tags) {
            CO_TRY(co_await manifests::put(&d->wire, job.host, job.repository, name, job.manifest, job.mediaType, act, stop));
        }
    }
    meter.finish();
    report.requests = *act->requests;
    co_return report;
}

} // namespace pd::registry
