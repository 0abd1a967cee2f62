// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files.h"
#include "oci/descriptor.h"

#include <functional>

/// Private to src/store: `index.json`, whose entries and members are kept byte for byte unless they are changed on purpose.
namespace pd::store {

struct IndexEntry {
    QByteArray raw; ///< The JSON as it stands in the file.
    QString refName; ///< `org.opencontainers.image.ref.name`; empty for an untagged entry.
    QString mediaType;
    oci::Digest digest; ///< Null where the entry is not understood; then only `raw` and maybe `refName` count.
    qint64 size = -1;

    [[nodiscard]] bool isUnderstood() const { return !digest.isNull(); }
};

struct StoreIndex {
    QList<std::pair<QByteArray, QByteArray>> before; ///< Members in front of `manifests`: key as JSON, value as JSON.
    QList<IndexEntry> entries;
    QList<std::pair<QByteArray, QByteArray>> after;
    FileState state;

    /// Errors: Integrity `store.index`, the detail says where.
    [[nodiscard]] static Result<StoreIndex> parse(const QByteArray &bytes);
    /// An index that is not there reads as an empty one. A file caught while the Policy CLI rewrites it is read again, for up to a second.
    [[nodiscard]] static Result<StoreIndex> load(const QString &path);
    [[nodiscard]] QByteArray toJson() const;

    /// The last entry of that name, as in the Policy CLI; a host's case does not matter. Null when there is none.
    [[nodiscard]] const IndexEntry *find(const QString &refName) const;
    void removeAll(const QString &refName);
};

/// Index of the key that two spellings of one reference share.
[[nodiscard]] QString refKey(const QString &refName);
[[nodiscard]] Result<IndexEntry> parseEntry(const QByteArray &raw);

/// Changes the index: loads it, lets `change` work on it (false: nothing to do), and puts it in place by rename, unless the file became
/// another meanwhile; then all of that again. The caller holds the FolderLock. Errors: Conflict `store.busy` when it never stands still.
[[nodiscard]] Result<void> updateIndex(const QString &path, const std::function<Result<bool>(StoreIndex &)> &change);

} // namespace pd::store
