// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "progressmeter.h"
#include "transfer.h"
#include "wire.h"

namespace pd::registry::blobs {

[[nodiscard]] QByteArray path(const QString &repository, const oci::Digest &digest);

/// Whether the registry has the blob, in its full size.
[[nodiscard]] Task<Result<bool>> exists(
    Wire *wire, QString host, QString repository, oci::Descriptor blob, ActPointer act, std::stop_token stop);

/// Fetches one blob into `writer` and commits it. `part` of `meter` tells how far it is. A cut is resumed by Range as long as each attempt
/// brings something; Integrity `blob.digest`, `blob.short`, `blob.long` where the bytes are not what the descriptor says.
[[nodiscard]] Task<Result<void>> fetch(Wire *wire, QString host, QString repository, oci::Descriptor blob, BlobWriter *writer,
    ProgressMeter *meter, int part, ActPointer act, std::stop_token stop);

enum class Uploaded { Sent, Mounted, WasThere };

/// Uploads one blob: HEAD first from 1 MiB on, a mount where a source is thought of, small ones in a single POST where the registry takes that, else
/// POST and one PUT. A lost answer is followed by HEAD, never by a second POST alone. Conflict `upload.changed` where the file is not what was hashed.
[[nodiscard]] Task<Result<Uploaded>> upload(
    Wire *wire, const PushJob *job, BlobSource blob, ProgressMeter *meter, int part, ActPointer act, std::stop_token stop);

} // namespace pd::registry::blobs
