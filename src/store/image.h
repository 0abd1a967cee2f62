// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oci/manifest.h"
#include "oci/reference.h"

#include <QDateTime>
#include <QList>

namespace pd::store {

/// One tag of the local store. A value; rows of one image share their annotations.
struct ImageRow {
    oci::Reference reference; ///< Null where the stored name is no reference; see `storedName`.
    QString storedName; ///< As it stands in the index.
    oci::Digest digest; ///< Of the manifest; of the bundle itself in a store of v0.1.51 and older.
    qint64 manifestSize = 0; ///< Bytes; what the Policy CLI shows as size.
    qint64 bundleSize = -1; ///< Bytes; −1 where it is not known.
    oci::Digest bundleDigest;
    QDateTime created; ///< UTC, as annotated; invalid where it is not.
    oci::Annotations annotations;
    bool legacy = false; ///< The index points straight at the bundle.
    bool broken = false; ///< Cannot be used; `brokenCause` says why.
    QString brokenCause; ///< `store.name`, `store.missing` (a blob), `store.link`, `blob.digest`, `blob.size`,
        ///< `store.failedPush` (see Store::repair), or the manifest's own.
};

/// Names one removal or move that can be taken back. Never empty where undo is possible.
using UndoId = QString;

/// What a change of tags did.
struct TagChange {
    UndoId undo; ///< Empty where the store has no state folder.
    QStringList references; ///< The names that changed.
    QList<oci::Digest> previous; ///< What they pointed at before; null where they were new. One each.
};

/// A change that can be undone still.
struct Undoable {
    UndoId id;
    QDateTime when; ///< UTC
    QString verb; ///< `remove`, `tag`, `add`, `repair`
    QStringList references;
};

/// A part of an image, for whoever sends it: a file, or the bytes where there is no file.
struct ImagePart {
    oci::Descriptor descriptor;
    QString path;
    QByteArray bytes;
};

/// An image whole. For old stores the manifest is made here as the Policy CLI made it at push.
struct ImageParts {
    QByteArray manifest;
    QString mediaType;
    oci::Digest digest; ///< Of `manifest`.
    QList<ImagePart> parts; ///< Configuration first, then layers.
};

} // namespace pd::store
