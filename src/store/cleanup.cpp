// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal.h"
#include "store_p.h"

#include <QFile>
#include <QFileInfo>

namespace pd::store {

namespace {

/// Adds what `entry` names, and what its manifest names. False where that cannot be told: then nothing may be deleted.
bool addReachable(const Store &store, const IndexEntry &entry, QSet<oci::Digest> &digests)
{
    if (!entry.isUnderstood())
        return false;
    digests.insert(entry.digest);
    if (!isManifestType(entry.mediaType))
        return !entry.mediaType.contains(QLatin1StringView("index")) && !entry.mediaType.contains(QLatin1StringView("list"));
    const auto bytes = store.manifestBytes(entry.digest);
    const auto manifest = bytes ? oci::Manifest::parse(*bytes) : std::unexpected(bytes.error());
    if (!manifest)
        return false;
    digests.insert(manifest->config.digest);
    for (const oci::Descriptor &layer : manifest->layers)
        digests.insert(layer.digest);
    if (manifest->subject)
        digests.insert(manifest->subject->digest);
    return true;
}

bool addReachable(const Store &store, const QList<QByteArray> &entries, QSet<oci::Digest> &digests)
{
    bool known = true;
    for (const QByteArray &raw : entries) {
        const auto entry = parseEntry(raw);
        known = entry && addReachable(store, *entry, digests) && known;
    }
    return known;
}

} // namespace

Result<qint64> Store::cleanUp(const QDateTime &before) const
{
    if (auto prepared = d->prepare(); !prepared)
        return std::unexpected(std::move(prepared.error()));
    auto lock = FolderLock::take(d->folders.root);
    if (!lock)
        return std::unexpected(std::move(lock.error()));
    auto index = StoreIndex::load(d->indexPath());
    if (!index)
        return std::unexpected(std::move(index.error()));

    const Journal journal(d->journalFolder());
    QSet<oci::Digest> candidates;
    QSet<oci::Digest> needed;
    bool certain = true;
    for (const JournalRecord &record : journal.all()) {
        const bool old = record.when < before;
        // What an expired record cannot name for sure is not deleted, and needs no certainty.
        const bool known = addReachable(*this, record.before + record.after, old ? candidates : needed);
        certain = certain && (old || known);
        if (old)
            journal.forget(record.id);
    }
    for (const IndexEntry &entry : std::as_const(index->entries))
        certain = addReachable(*this, entry, needed) && certain;
    if (!certain)
        return 0;
    qint64 freed = 0;
    for (const oci::Digest &digest : std::as_const(candidates)) {
        const QString path = d->blobPath(digest);
        const qint64 size = QFileInfo(path).size();
        if (!needed.contains(digest) && QFile::remove(path))
            freed += size;
    }
    return freed;
}

} // namespace pd::store
