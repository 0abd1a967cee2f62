// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_p.h"

#include "oci/mediatypes.h"

namespace pd::store {

namespace {

struct Candidate {
    const IndexEntry *entry;
    bool sameTitle;
};

bool names(const oci::Manifest &manifest, const oci::Digest &digest)
{
    return manifest.config.digest == digest
        || std::ranges::any_of(manifest.layers, [&digest](const oci::Descriptor &layer) { return layer.digest == digest; });
}

/// The one digest that all of them have; null where they differ or there are none.
oci::Digest onlyDigest(const QList<Candidate> &candidates, bool sameTitle)
{
    oci::Digest only;
    for (const Candidate &candidate : candidates) {
        if (sameTitle && !candidate.sameTitle)
            continue;
        if (!only.isNull() && only != candidate.entry->digest)
            return {};
        only = candidate.entry->digest;
    }
    return only;
}

} // namespace

bool isLeftByAFailedPush(const IndexEntry &entry)
{
    if (entry.refName.isEmpty() || !entry.isUnderstood() || isManifestType(entry.mediaType))
        return false;
    // An old store's entry points at a layer too, but says what it is.
    const auto descriptor = oci::parseDescriptor(entry.raw);
    return descriptor && descriptor->annotations.size() == 1
        && (entry.mediaType == oci::mediaTypeLayerTarGzip || entry.mediaType == oci::mediaTypeConfig
            || entry.mediaType == oci::mediaTypeOctetStream);
}

Result<TagChange> Store::repair() const
{
    auto index = StoreIndex::load(d->indexPath());
    if (!index)
        return std::unexpected(std::move(index.error()));
    QMap<QString, oci::Digest> found;
    for (const IndexEntry &broken : std::as_const(index->entries)) {
        const auto reference = oci::Reference::parseStored(broken.refName);
        if (!isLeftByAFailedPush(broken) || !reference)
            continue;
        QList<Candidate> candidates;
        for (const IndexEntry &entry : std::as_const(index->entries)) {
            if (!entry.isUnderstood() || !isManifestType(entry.mediaType))
                continue;
            const auto manifest = d->manifest(entry.digest);
            if (manifest && names(*manifest, broken.digest))
                candidates.append({&entry, manifest->annotations.value(oci::annotationTitle) == reference->name()});
        }
        oci::Digest digest = onlyDigest(candidates, true);
        if (digest.isNull())
            digest = onlyDigest(candidates, false);
        if (!digest.isNull())
            found.insert(broken.refName, digest);
    }
    if (found.isEmpty())
        return TagChange();
    return d->changeTags(QStringLiteral("repair"), found.keys(), [&found](StoreIndex &now) -> Result<void> {
        for (auto it = found.cbegin(); it != found.cend(); ++it) {
            const IndexEntry *current = now.find(it.key());
            const auto target = std::ranges::find(now.entries, it.value(), &IndexEntry::digest);
            if (!current || !isLeftByAFailedPush(*current) || target == now.entries.end())
                return fail(ErrorKind::Conflict, Blame::Computer, QStringLiteral("store.busy"), it.key());
            auto descriptor = oci::parseDescriptor(target->raw);
            if (!descriptor)
                return std::unexpected(std::move(descriptor.error()));
            descriptor->annotations.insert(QString(oci::annotationRefName), it.key());
            auto entry = parseEntry(descriptor->toJson());
            if (!entry)
                return std::unexpected(std::move(entry.error()));
            now.removeAll(it.key());
            now.entries.removeIf([&it](const IndexEntry &other) { return other.refName.isEmpty() && other.digest == it.value(); });
            now.entries.append(std::move(*entry));
        }
        return {};
    });
}

} // namespace pd::store
