// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "factscache.h"
#include "files.h"
#include "indexfile.h"
#include "store.h"

namespace pd::store {

/// Blobs that an act put in place; they go again unless it succeeds.
class NewBlobs {
public:
    NewBlobs() = default;
    ~NewBlobs();
    Q_DISABLE_COPY_MOVE(NewBlobs)
    void add(const QString &path) { m_paths.append(path); }
    void keep() { m_paths.clear(); }

private:
    QStringList m_paths;
};

/// Private to src/store: what the handles share.
struct Store::Private {
    StoreFolders folders;
    Mode mode = Mode::ReadOnly;
    FactsCache cache;

    [[nodiscard]] QString indexPath() const { return folders.root + QStringLiteral("/index.json"); }
    [[nodiscard]] QString blobPath(const oci::Digest &digest) const;
    [[nodiscard]] QString ingestFolder() const { return folders.root + QStringLiteral("/ingest"); }

    /// Makes the folders that a write needs. Unsupported `store.readOnly`.
    [[nodiscard]] Result<void> prepare() const;
    /// The layout file, written last before the index so that a write that failed left no file.
    [[nodiscard]] Result<void> ensureLayout() const;
    /// Moves a sealed file to where its digest says; tells `created`, if it was not there, of it.
    [[nodiscard]] Result<void> place(TempFile &file, const oci::Digest &digest, NewBlobs *created) const;
    [[nodiscard]] Result<oci::Descriptor> put(QString mediaType, QByteArrayView bytes, NewBlobs *created) const;
    [[nodiscard]] Result<oci::Descriptor> putFile(QString mediaType, const QString &path, NewBlobs *created, std::stop_token stop) const;

    [[nodiscard]] bool hasBlob(const oci::Digest &digest, qint64 size) const;
    /// At most maxManifestBytes, verified.
    [[nodiscard]] Result<QByteArray> smallBlob(const oci::Digest &digest) const;
    [[nodiscard]] Result<oci::Manifest> manifest(const oci::Digest &digest) const;
    [[nodiscard]] Result<void> requireParts(const oci::Descriptor &descriptor) const;

    [[nodiscard]] Result<IndexEntry> entry(const oci::Reference &reference) const;
    [[nodiscard]] ImageRow row(const IndexEntry &entry);
    void describe(ImageRow &row, const IndexEntry &entry);
    [[nodiscard]] Result<ManifestFacts> facts(const oci::Digest &digest);

    /// `change` edits the index; what the named references pointed at before and after is journalled first.
    [[nodiscard]] Result<TagChange> changeTags(
        const QString &verb, const QStringList &names, const std::function<Result<void>(StoreIndex &)> &change) const;
    [[nodiscard]] Result<TagChange> removeNames(const QStringList &names) const;
    [[nodiscard]] Result<TagChange> setTag(const QString &verb, const oci::Reference &reference, oci::Descriptor descriptor) const;
    [[nodiscard]] QString journalFolder() const;
};

inline constexpr qint64 copyChunk = 256 * 1024;
inline constexpr mode_t blobMode = 0444;

/// Streams a regular file through `take`, never through a link. `store.link`, `store.missing` (NotFound).
[[nodiscard]] Result<void> streamFile(const QString &path, const std::function<Result<void>(QByteArrayView)> &take, std::stop_token stop);

/// The layer that holds the bundle: by media type, or the only one.
[[nodiscard]] const oci::Descriptor *bundleOf(const oci::Manifest &manifest);
[[nodiscard]] bool isManifestType(const QString &mediaType);
/// The Policy CLI's push points the tag at the layer, then at the configuration, then back at the manifest; one that failed leaves it there.
[[nodiscard]] bool isLeftByAFailedPush(const IndexEntry &entry);

} // namespace pd::store
