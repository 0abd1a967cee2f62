// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_p.h"

#include "archive/tarball.h"
#include "oci/mediatypes.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace pd::store {

namespace {

constexpr qint64 maxBundleManifest = 4 * 1024 * 1024;

QString regoVersionOf(const QByteArray &bundleManifest, const QString &otherwise)
{
    const QJsonValue version = QJsonDocument::fromJson(bundleManifest).object().value(QLatin1StringView("rego_version"));
    if (!version.isDouble())
        return otherwise;
    return version.toInt() == 0 ? QStringLiteral("rego.v0") : QStringLiteral("rego.v1");
}

bool isBundleFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    return name.endsWith(QLatin1StringView(".rego")) || name == QLatin1StringView("data.json") || name == QLatin1StringView("data.yaml")
        || name == QLatin1StringView("data.yml") || name.endsWith(QLatin1StringView(".wasm"));
}

oci::Annotations policyAnnotations(const oci::Reference &reference, const Store::BundleOptions &options)
{
    oci::Annotations annotations = options.annotations;
    annotations.remove(oci::annotationRefName); // the index's own: in it, the Policy CLI reads a tag
    annotations.insert(QString(oci::annotationTitle), reference.name());
    annotations.insert(QString(oci::annotationRegistryType), QStringLiteral("policy"));
    annotations.insert(QString(oci::annotationCreated), options.created.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")));
    annotations.insert(QString(oci::annotationRegoVersion), options.regoVersion);
    return annotations;
}

std::unexpected<Error> noBundle(QLatin1StringView cause, const QString &path)
{
    return fail(ErrorKind::InvalidInput, Blame::You, QString(cause), path);
}

/// A gzip that is a regular file: what the layer's media type promises.
Result<void> checkGzip(const QString &path)
{
    QByteArray head;
    auto read = streamFile(path,
        [&head](QByteArrayView bytes) -> Result<void> {
            head = bytes.first(qMin<qsizetype>(bytes.size(), 2)).toByteArray();
            return fail(ErrorKind::Cancelled, Blame::PolicyDesk, {}); // enough
        },
        {});
    if (!read && !read.error().isCancelled())
        return read;
    return head == QByteArray("\x1f\x8b") ? Result<void>() : noBundle(QLatin1StringView("bundle.format"), path);
}

} // namespace

oci::Manifest policyManifest(const oci::Descriptor &bundle, const oci::Annotations &annotations)
{
    oci::Manifest manifest;
    manifest.mediaType = oci::mediaTypeManifest;
    manifest.artifactType = oci::mediaTypeManifest; // sic
    manifest.config = oci::emptyDescriptor();
    manifest.config.annotations.insert(QString(oci::annotationCreated), annotations.value(oci::annotationCreated));
    manifest.layers = {bundle};
    manifest.layers.first().annotations = annotations;
    manifest.annotations = annotations;
    return manifest;
}

Result<Store::Added> Store::addBundle(
    const QString &tarGz, const oci::Reference &reference, const BundleOptions &options, std::stop_token stop) const
{
    if (reference.isNull() || reference.tag().isEmpty())
        return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("reference.tag"), reference.toString());
    if (auto gzip = checkGzip(tarGz); !gzip)
        return std::unexpected(std::move(gzip.error()));
    NewBlobs created;
    auto bundle = d->putFile(QString(oci::mediaTypeLayerTarGzip), tarGz, &created, stop);
    if (!bundle)
        return std::unexpected(std::move(bundle.error()));
    const oci::Annotations annotations = policyAnnotations(reference, options);
    const oci::Manifest manifest = policyManifest(*bundle, annotations);
    if (auto config = d->put(QString(oci::mediaTypeEmpty), QByteArrayView(oci::emptyJson.data(), oci::emptyJson.size()), &created); !config)
        return std::unexpected(std::move(config.error()));
    auto descriptor = d->put(manifest.mediaType, manifest.toJson(), &created);
    if (!descriptor)
        return std::unexpected(std::move(descriptor.error()));
    if (stop.stop_requested())
        return cancelled();
    descriptor->annotations = annotations;
    descriptor->artifactType = manifest.artifactType;
    auto change = d->setTag(QStringLiteral("add"), reference, *descriptor);
    if (!change)
        return std::unexpected(std::move(change.error()));
    created.keep();
    auto row = image(reference);
    if (!row)
        return std::unexpected(std::move(row.error()));
    return Added{std::move(*row), std::move(*change)};
}

Result<Store::Added> Store::importBundle(
    const QString &tarGz, const oci::Reference &reference, BundleOptions options, std::stop_token stop) const
{
    if (auto gzip = checkGzip(tarGz); !gzip)
        return std::unexpected(std::move(gzip.error()));
    QByteArray bundleManifest;
    auto listing = archive::walk(
        tarGz, {},
        [&](const archive::Entry &entry, const archive::ReadFn &read) -> Result<void> {
            if (entry.path != QLatin1StringView(".manifest") || entry.size > maxBundleManifest)
                return {};
            bundleManifest.resize(entry.size);
            for (qint64 filled = 0; filled < entry.size;) {
                const auto got = read(bundleManifest.data() + filled, entry.size - filled);
                if (!got)
                    return std::unexpected(got.error());
                if (*got == 0)
                    break;
                filled += *got;
            }
            return {};
        },
        stop);
    if (!listing)
        return std::unexpected(std::move(listing.error()));
    if (std::ranges::none_of(listing->entries, isBundleFile, &archive::Entry::path))
        return noBundle(QLatin1StringView("bundle.empty"), tarGz);
    options.regoVersion = regoVersionOf(bundleManifest, options.regoVersion);
    return addBundle(tarGz, reference, options, std::move(stop));
}

Result<oci::Descriptor> Store::saveBundle(const oci::Reference &reference, const QString &out, std::stop_token stop) const
{
    auto descriptor = bundle(reference);
    if (!descriptor)
        return descriptor;
    auto file = TempFile::create(QFileInfo(out).absolutePath(), QStringLiteral(".policydesk-"));
    if (!file)
        return std::unexpected(std::move(file.error()));
    oci::Hasher hasher(descriptor->digest.algorithmId());
    auto copied = streamFile(
        blobPath(descriptor->digest),
        [&](QByteArrayView bytes) {
            hasher.add(bytes);
            return file->write(bytes);
        },
        std::move(stop));
    if (!copied)
        return std::unexpected(std::move(copied.error()));
    if (hasher.finish() != descriptor->digest)
        return fail(ErrorKind::Integrity, Blame::Computer, QStringLiteral("blob.digest"), reference.toString());
    if (auto committed = file->commit(out, 0644); !committed)
        return std::unexpected(std::move(committed.error()));
    return descriptor;
}

} // namespace pd::store
