// SPDX-License-Identifier: GPL-3.0-or-later
#include "store.h"

#include "oci/mediatypes.h"
#include "store_p.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace pd::store {

namespace {

constexpr qint64 maxLayoutBytes = 64 * 1024;
const QByteArray layoutJson("{\"imageLayoutVersion\":\"1.0.0\"}");

std::unexpected<Error> notFound(const QString &subject)
{
    return fail(ErrorKind::NotFound, Blame::You, QStringLiteral("store.notFound"), subject);
}

oci::Descriptor descriptorOf(const IndexEntry &entry)
{
    if (auto parsed = oci::parseDescriptor(entry.raw))
        return *parsed;
    oci::Descriptor descriptor;
    descriptor.mediaType = entry.mediaType;
    descriptor.digest = entry.digest;
    descriptor.size = entry.size;
    return descriptor;
}

QDateTime timeOf(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text.left(64), Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC() : QDateTime();
}

void breakRow(ImageRow &row, QString cause)
{
    row.broken = true;
    row.brokenCause = std::move(cause);
}

bool isBundleType(const QString &mediaType)
{
    return mediaType == oci::mediaTypeLayerTarGzip || mediaType == oci::mediaTypeLayerTar;
}

/// What v0.1.51 of the Policy CLI made of such an entry when it pushed it.
oci::Manifest legacyManifest(oci::Descriptor bundle)
{
    bundle.annotations.remove(oci::annotationRefName);
    oci::Manifest manifest;
    manifest.mediaType = oci::mediaTypeManifest;
    manifest.config = oci::emptyDescriptor();
    manifest.config.mediaType = oci::mediaTypeConfig;
    manifest.annotations = bundle.annotations;
    manifest.layers = {std::move(bundle)};
    return manifest;
}

} // namespace

bool isManifestType(const QString &mediaType)
{
    return mediaType == oci::mediaTypeManifest || mediaType == oci::mediaTypeDockerManifest;
}

const oci::Descriptor *bundleOf(const oci::Manifest &manifest)
{
    if (const oci::Descriptor *layer = manifest.bundleLayer())
        return layer;
    return manifest.layers.size() == 1 ? &manifest.layers.constFirst() : nullptr;
}

Result<Store> Store::open(StoreFolders folders, Mode mode)
{
    folders.root = QDir::cleanPath(folders.root);
    const QFileInfo root(folders.root);
    if (folders.root.isEmpty() || !root.isAbsolute() || (root.exists() && !root.isDir()))
        return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("store.layout"), folders.root);
    const QString layoutPath = folders.root + QStringLiteral("/oci-layout");
    if (auto layout = readFile(layoutPath, maxLayoutBytes, QStringLiteral("store.open")); layout) {
        const QString version = QJsonDocument::fromJson(*layout).object().value(QLatin1StringView("imageLayoutVersion")).toString();
        if (version != QLatin1StringView("1.0.0"))
            return fail(ErrorKind::InvalidInput, Blame::Computer, QStringLiteral("store.layout"), folders.root, version.left(64));
    } else if (layout.error().kind != ErrorKind::NotFound) {
        return std::unexpected(std::move(layout.error()));
    }
    auto shared = std::make_shared<Private>();
    if (!folders.cache.isEmpty()) {
        const QString key = oci::Digest::ofSha256(folders.root.toUtf8()).shortHex();
        shared->cache.setFile(QString(folders.cache + QStringLiteral("/manifests-") + key + QStringLiteral(".bin")));
    }
    shared->folders = std::move(folders);
    shared->mode = mode;
    return Store(std::move(shared));
}

QString Store::root() const
{
    return d->folders.root;
}

Result<void> Store::Private::ensureLayout() const
{
    const QString path = folders.root + QStringLiteral("/oci-layout");
    return FileState::of(path).exists ? Result<void>() : writeWhole(path, layoutJson, 0644);
}

Result<ManifestFacts> Store::Private::facts(const oci::Digest &digest)
{
    if (auto known = cache.find(digest))
        return *known;
    auto parsed = manifest(digest);
    if (!parsed)
        return std::unexpected(std::move(parsed.error()));
    ManifestFacts facts;
    if (const oci::Descriptor *bundle = bundleOf(*parsed)) {
        facts.bundleSize = bundle->size;
        facts.bundleDigest = bundle->digest;
    }
    facts.annotations = parsed->annotations;
    facts.created = facts.annotations.value(oci::annotationCreated);
    if (facts.created.isEmpty())
        facts.created = parsed->config.annotations.value(oci::annotationCreated);
    cache.insert(digest, facts);
    return facts;
}

void Store::Private::describe(ImageRow &row, const IndexEntry &entry)
{
    if (!isManifestType(entry.mediaType)) {
        const oci::Descriptor descriptor = descriptorOf(entry);
        row.legacy = isBundleType(descriptor.mediaType);
        row.annotations = descriptor.annotations;
        row.annotations.remove(oci::annotationRefName);
        row.created = timeOf(row.annotations.value(oci::annotationCreated));
        if (isLeftByAFailedPush(entry))
            return breakRow(row, QStringLiteral("store.failedPush"));
        if (!row.legacy)
            return breakRow(row, QStringLiteral("manifest.mediaType"));
        row.bundleSize = descriptor.size;
        row.bundleDigest = descriptor.digest;
    } else {
        auto known = facts(entry.digest);
        if (!known)
            return breakRow(row, known.error().cause);
        row.bundleSize = known->bundleSize;
        row.bundleDigest = known->bundleDigest;
        row.annotations = known->annotations;
        row.created = timeOf(known->created);
        if (!hasBlob(entry.digest, entry.size))
            return breakRow(row, hasBlob(entry.digest, -1) ? QStringLiteral("blob.size") : QStringLiteral("store.missing"));
    }
    if (row.bundleDigest.isNull())
        return breakRow(row, QStringLiteral("manifest.shape"));
    if (!hasBlob(row.bundleDigest, row.bundleSize)) {
        const bool link = QFileInfo(blobPath(row.bundleDigest)).isSymLink();
        breakRow(row,
            link                                ? QStringLiteral("store.link")
                : hasBlob(row.bundleDigest, -1) ? QStringLiteral("blob.size")
                                                : QStringLiteral("store.missing"));
    }
}

ImageRow Store::Private::row(const IndexEntry &entry)
{
    ImageRow row;
    row.storedName = entry.refName;
    row.digest = entry.digest;
    row.manifestSize = qMax<qint64>(entry.size, 0);
    if (!entry.isUnderstood())
        breakRow(row, QStringLiteral("manifest.shape"));
    else
        describe(row, entry);
    if (auto reference = oci::Reference::parseStored(entry.refName))
        row.reference = std::move(*reference);
    else
        breakRow(row, QStringLiteral("store.name"));
    return row;
}

Result<QList<ImageRow>> Store::images() const
{
    auto index = StoreIndex::load(d->indexPath());
    if (!index)
        return std::unexpected(std::move(index.error()));
    QHash<QString, qsizetype> last; // of two entries with one name the Policy CLI takes the later
    for (qsizetype i = 0; i < index->entries.size(); ++i) {
        if (!index->entries.at(i).refName.isEmpty())
            last.insert(index->entries.at(i).refName, i);
    }
    QList<ImageRow> rows;
    rows.reserve(last.size());
    QHash<oci::Digest, qsizetype> first;
    QSet<oci::Digest> used;
    d->cache.open();
    for (qsizetype i = 0; i < index->entries.size(); ++i) {
        const IndexEntry &entry = index->entries.at(i);
        if (entry.refName.isEmpty() || last.value(entry.refName) != i)
            continue;
        const auto same = entry.isUnderstood() && isManifestType(entry.mediaType) ? first.constFind(entry.digest) : first.cend();
        if (same != first.cend() && rows.at(*same).manifestSize == entry.size && !rows.at(*same).reference.isNull()) {
            ImageRow copy = rows.at(*same);
            copy.storedName = entry.refName;
            auto reference = oci::Reference::parseStored(entry.refName);
            copy.reference = reference ? *reference : oci::Reference();
            if (!reference)
                breakRow(copy, QStringLiteral("store.name"));
            rows.append(std::move(copy));
            continue;
        }
        rows.append(d->row(entry));
        first.insert(entry.digest, rows.size() - 1);
        used.insert(entry.digest);
    }
    d->cache.close(used);
    std::ranges::sort(rows,
        [](const ImageRow &a, const ImageRow &b) { return a.created != b.created ? a.created > b.created : a.storedName < b.storedName; });
    return rows;
}

Result<IndexEntry> Store::Private::entry(const oci::Reference &reference) const
{
    auto index = StoreIndex::load(indexPath());
    if (!index)
        return std::unexpected(std::move(index.error()));
    const IndexEntry *found = index->find(reference.toString());
    if (!found && reference.digest()) {
        const auto it = std::ranges::find(index->entries, *reference.digest(), &IndexEntry::digest);
        found = it == index->entries.end() ? nullptr : &*it;
    }
    if (!found || !found->isUnderstood())
        return notFound(reference.toString());
    return *found;
}

Result<ImageRow> Store::image(const oci::Reference &reference) const
{
    auto entry = d->entry(reference);
    if (!entry)
        return std::unexpected(std::move(entry.error()));
    ImageRow row = d->row(*entry);
    if (entry->refName.isEmpty()) { // found by its digest
        row.reference = reference;
        row.broken = row.broken && row.brokenCause != QLatin1StringView("store.name");
    }
    return row;
}

Result<ImageRow> Store::imageById(const QString &prefix) const
{
    auto index = StoreIndex::load(d->indexPath());
    if (!index)
        return std::unexpected(std::move(index.error()));
    const IndexEntry *found = nullptr;
    for (const IndexEntry &entry : std::as_const(index->entries)) {
        if (prefix.isEmpty() || !entry.isUnderstood() || entry.refName.isEmpty() || !entry.digest.hex().startsWith(prefix))
            continue;
        if (found && found->digest != entry.digest)
            return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("store.ambiguous"), prefix);
        found = &entry;
    }
    if (!found)
        return notFound(prefix);
    return d->row(*found);
}

Result<oci::Descriptor> Store::resolve(const oci::Reference &reference) const
{
    auto entry = d->entry(reference);
    if (!entry)
        return std::unexpected(std::move(entry.error()));
    return descriptorOf(*entry);
}

Result<oci::Descriptor> Store::bundle(const oci::Reference &reference) const
{
    auto descriptor = resolve(reference);
    if (!descriptor || isBundleType(descriptor->mediaType))
        return descriptor;
    if (!isManifestType(descriptor->mediaType))
        return fail(ErrorKind::Integrity, Blame::Computer, QStringLiteral("manifest.mediaType"), reference.toString(),
            descriptor->mediaType.left(256));
    auto manifest = d->manifest(descriptor->digest);
    if (!manifest)
        return std::unexpected(std::move(manifest.error()));
    if (const oci::Descriptor *layer = bundleOf(*manifest))
        return *layer;
    return fail(ErrorKind::Integrity, Blame::Computer, QStringLiteral("manifest.shape"), reference.toString());
}

Result<ImageParts> Store::parts(const oci::Reference &reference) const
{
    auto descriptor = resolve(reference);
    if (!descriptor)
        return std::unexpected(std::move(descriptor.error()));
    oci::Manifest manifest;
    ImageParts image;
    if (isManifestType(descriptor->mediaType)) {
        auto parsed = d->manifest(descriptor->digest);
        if (!parsed)
            return std::unexpected(std::move(parsed.error()));
        manifest = std::move(*parsed);
        image.manifest = manifest.bytes;
        image.mediaType = descriptor->mediaType;
    } else if (!isBundleType(descriptor->mediaType)) {
        return fail(ErrorKind::Integrity, Blame::Computer, QStringLiteral("manifest.mediaType"), reference.toString(),
            descriptor->mediaType.left(256));
    } else {
        manifest = legacyManifest(*descriptor);
        image.manifest = manifest.toJson();
        image.mediaType = manifest.mediaType;
    }
    image.digest = oci::Digest::ofSha256(image.manifest);
    for (const oci::Descriptor &part : QList<oci::Descriptor>{manifest.config} + manifest.layers) {
        if (d->hasBlob(part.digest, part.size))
            image.parts.append({part, d->blobPath(part.digest), {}});
        else if (part.digest.toString() == oci::emptyJsonDigest)
            image.parts.append({part, {}, QByteArray(oci::emptyJson.data(), oci::emptyJson.size())});
        else
            return fail(ErrorKind::NotFound, Blame::Computer, QStringLiteral("store.missing"), part.digest.toString());
    }
    return image;
}

} // namespace pd::store
