// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "program.h"

#include "http/transport.h"

#include <QUrl>

namespace pd::opa {

/// What *Get OPA* fetches: one file, known by its digest. A value.
struct GetOpa {
    QUrl url;
    QByteArray sha256; ///< Lower-case hex.
    QVersionNumber version;
    QString dataFolder; ///< See `downloadedPath`.
};

/// The project's static release for this processor, pinned in packaging/opa-version; Unsupported `opa.noRelease` where there is none.
/// `architecture` as QSysInfo names it.
[[nodiscard]] Result<GetOpa> pinnedRelease(const QString &dataFolder, const QString &architecture);

/// Streams it beside its place, checks the digest, tries it and puts it there in one step. Whatever goes wrong leaves no file, and an older
/// OPA as it was. `transport` and `progress` must outlive the Task. Engine thread.
///
/// Errors: Integrity `opa.checksum`; Protocol `http.tooLarge` over 256 MiB; NotFound `opa.noRelease` or Network for another status (`http`
/// set); Storage or DiskFull `opa.folder`; those of the transport and of `probe`.
[[nodiscard]] Task<Result<OpaProgram>> download(GetOpa what, http::Transport &transport, ProgressSink &progress, std::stop_token stop);

} // namespace pd::opa
