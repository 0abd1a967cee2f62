// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"
#include "oci/descriptor.h"
#include "oci/reference.h"

#include <memory>

namespace pd::registry {

/// A manifest or index as a registry gave it; `descriptor.digest` is computed over `bytes`, whatever the headers said.
struct ManifestReply {
    QByteArray bytes;
    QString mediaType;
    oci::Descriptor descriptor;
};

/// Where one blob goes while it comes. Destroying it before `commit` has succeeded leaves nothing behind.
class BlobWriter {
public:
    virtual ~BlobWriter() = default;
    virtual Result<void> write(QByteArrayView bytes) = 0;
    /// Forgets what was written: the blob begins again.
    virtual Result<void> restart() = 0;
    /// All bytes were written and match digest and size. May leave the thread for the fsync.
    virtual Task<Result<void>> commit(std::stop_token stop) = 0;
};

/// Where blobs are kept: a store, a folder, memory. Used in the engine thread.
class BlobTarget {
public:
    virtual ~BlobTarget() = default;
    /// What is here already, whole, is not fetched again.
    virtual bool has(const oci::Descriptor &blob) = 0;
    virtual Result<std::unique_ptr<BlobWriter>> writer(const oci::Descriptor &blob) = 0;
};

struct PullReport {
    ManifestReply manifest; ///< Of the image; where the reference named an index with one image, of that image.
    qint64 bytes = 0; ///< Of blobs that came over the wire.
    qint64 requests = 0; ///< On the wire, those for tokens included.
    QList<oci::Descriptor> fetched;
};

/// One blob to push: from a file, or from memory where `path` is empty.
struct BlobSource {
    oci::Descriptor descriptor;
    QString path;
    QByteArray bytes;
};

struct PushJob {
    QString host;
    QString repository;
    QStringList tags; ///< Empty: by digest alone.
    QByteArray manifest; ///< Pushed exactly so.
    QString mediaType;
    QList<BlobSource> blobs;
    QString mountFrom; ///< A repository of the same registry that is thought to have the blobs; empty for none.
    bool expectThere = false; ///< We think that the image is there already: asked first, one HEAD a tag.
};

struct PushReport {
    oci::Digest digest;
    qint64 bytes = 0; ///< Of blobs that the registry took.
    qint64 requests = 0;
    int skipped = 0; ///< Blobs that were there or mounted.
    bool wasThere = false; ///< Nothing had to be done.
};

struct TagPage {
    QStringList tags; ///< In the registry's order.
    int dropped = 0; ///< Names that no tag can have.
    QByteArray next; ///< Cursor for the next page, empty at the end.
};

struct CatalogPage {
    QStringList repositories;
    int dropped = 0;
    QByteArray next;
};

/// What a sign-in came to. A refusal is an Error: Unauthenticated or Denied `login.denied`.
struct SignInReport {
    enum class Outcome {
        Accepted, ///< The registry knows this credential and refuses a made-up one.
        Ignored, ///< It lets anybody in: the credential is not looked at (`login.ignored`).
    };
    Outcome outcome = Outcome::Accepted;
    QString scheme; ///< `basic`, `bearer`, or empty where it never asked.
    QString realmHost; ///< Of the token server, where there is one.
};

} // namespace pd::registry
