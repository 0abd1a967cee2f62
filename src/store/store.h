// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blobwriter.h"
#include "image.h"

#include <memory>
#include <stop_token>

namespace pd::store {

/// Where a store lies, and where what belongs to Policy Desk alone is kept. Absolute paths.
struct StoreFolders {
    QString root; ///< `…/policies-root`; need not exist.
    QString state; ///< For what may not be lost (undo). Empty: no undo.
    QString cache; ///< For what may be lost. Empty: none.
};

/// The Policy CLI's local store (an OCI image layout; `docs/architecture.md`, "The local store"), shared with that program.
///
/// A handle; copies share one cache. Safe from several threads and processes at once. **Every function blocks (files, hashing, fsync): call them in
/// the WorkerPool.** Nothing is held in memory between calls that the disk could contradict.
///
/// Reading makes nothing. The first write makes the layout. A change of tags is a rename of a whole index: on any error (a full disk, a folder that
/// cannot be written) the store is as it was. Errors: Storage, DiskFull or NotFound of the system with `store.open`, `store.write`, `store.index.read`;
/// Integrity `store.index` (no JSON), `store.link`, `store.missing`, `blob.size`, `blob.digest`; Conflict `store.busy`.
class Store {
public:
    enum class Mode { ReadOnly, ReadWrite };

    /// Errors: InvalidInput `store.layout` where the folder is there and is another layout version, or no folder. Unsupported `store.readOnly`
    /// from every writing function of a ReadOnly one.
    [[nodiscard]] static Result<Store> open(StoreFolders folders, Mode mode);
    [[nodiscard]] static Result<Store> open(const QString &root, Mode mode) { return open(StoreFolders{root, {}, {}}, mode); }

    [[nodiscard]] QString root() const;

    // Images

    /// Every tag, newest first, then by name. A row that cannot be used is marked, and hides no other.
    [[nodiscard]] Result<QList<ImageRow>> images() const;
    /// One. NotFound `store.notFound`.
    [[nodiscard]] Result<ImageRow> image(const oci::Reference &reference) const;
    /// The image whose manifest digest begins with `prefix` (hex). NotFound `store.notFound`, InvalidInput `store.ambiguous`.
    [[nodiscard]] Result<ImageRow> imageById(const QString &prefix) const;
    /// The index entry of a tag, or of a digest.
    [[nodiscard]] Result<oci::Descriptor> resolve(const oci::Reference &reference) const;
    /// Everything that a push needs.
    [[nodiscard]] Result<ImageParts> parts(const oci::Reference &reference) const;

    // Blobs

    /// Verified against the digest. The blob `{}` is there in every store, whatever old versions left out.
    [[nodiscard]] Result<QByteArray> manifestBytes(const oci::Digest &digest) const;
    [[nodiscard]] QString blobPath(const oci::Digest &digest) const;
    /// A regular file of that size lies there; its bytes are not read. `size` −1: any.
    [[nodiscard]] bool hasBlob(const oci::Digest &digest, qint64 size) const;
    /// Reads the file through and compares. `blob.size`, `blob.digest`, `store.link`, `store.missing`.
    [[nodiscard]] Result<void> verifyBlob(const oci::Descriptor &descriptor, std::stop_token stop) const;
    /// `expected` needs its digest and size.
    [[nodiscard]] Result<BlobWriter> writer(const oci::Descriptor &expected) const;
    [[nodiscard]] Result<oci::Descriptor> putBlob(QString mediaType, QByteArrayView bytes) const;
    /// Copies a file in, hashing it on the way.
    [[nodiscard]] Result<oci::Descriptor> putBlobFile(QString mediaType, const QString &path, std::stop_token stop) const;

    // Changes

    /// Points `reference` (which has a tag) at what `descriptor` names, whose blob must be here and, if it is a manifest, must be one.
    [[nodiscard]] Result<TagChange> tag(const oci::Reference &reference, oci::Descriptor descriptor) const;
    /// Takes tags away; all or none. The bytes stay until cleanUp(). NotFound `store.notFound`, the subject names the first that is not there.
    [[nodiscard]] Result<TagChange> remove(const QList<oci::Reference> &references) const;
    /// Takes tags away by their stored name: for rows whose name is no reference.
    [[nodiscard]] Result<TagChange> removeStored(const QStringList &storedNames) const;
    /// Points tags that a failed push of the Policy CLI left at a layer or configuration back at their manifest, where it is certain which that is. An empty
    /// change where there is nothing to do.
    [[nodiscard]] Result<TagChange> repair() const;
    /// Takes a change back, now or after a restart. Conflict `store.undo.changed` where the tags changed again since, NotFound `store.undo.gone` where
    /// the bytes or the record are gone.
    [[nodiscard]] Result<void> undo(const UndoId &id) const;
    /// What can be undone, newest first.
    [[nodiscard]] Result<QList<Undoable>> undoable() const;
    /// Forgets changes made before that time, and deletes the blobs that only these still needed. Returns the bytes that became free.
    [[nodiscard]] Result<qint64> cleanUp(const QDateTime &before) const;

    // Bundles

    struct BundleOptions {
        oci::Annotations annotations; ///< The user's; the four of the Policy CLI's own win.
        QDateTime created; ///< Written in UTC, by seconds.
        QString regoVersion = QStringLiteral("rego.v1");
    };
    struct Added {
        ImageRow image;
        TagChange change;
    };
    /// Stores a bundle that `opa build` made as the Policy CLI's v0.4.0 does, byte for byte, and tags it.
    [[nodiscard]] Result<Added> addBundle(
        const QString &tarGz, const oci::Reference &reference, const BundleOptions &options, std::stop_token stop) const;
    /// The same for a file from anywhere: first unpacked in thought, entry by entry. InvalidInput `bundle.empty` where neither Rego, data nor wasm is inside;
    /// `archive.*`. The Rego version is the bundle's own where it names one.
    [[nodiscard]] Result<Added> importBundle(
        const QString &tarGz, const oci::Reference &reference, BundleOptions options, std::stop_token stop) const;
    /// Writes the bundle, verified, to `out`, replacing a file there; whole or not at all.
    [[nodiscard]] Result<oci::Descriptor> saveBundle(const oci::Reference &reference, const QString &out, std::stop_token stop) const;
    /// The bundle's blob, not verified: blobPath() of its digest is the file.
    [[nodiscard]] Result<oci::Descriptor> bundle(const oci::Reference &reference) const;

private:
    struct Private;
    friend class BlobWriter;
    explicit Store(std::shared_ptr<Private> shared)
        : d(std::move(shared))
    {
    }
    std::shared_ptr<Private> d;
};

/// The manifest that the Policy CLI's v0.4.0 writes for a bundle.
[[nodiscard]] oci::Manifest policyManifest(const oci::Descriptor &bundle, const oci::Annotations &annotations);

} // namespace pd::store
