// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "folder.h"

#include "opa/program.h"

namespace pd::policy {

/// Which Rego the modules are written in; the words of the Policy CLI are `rego.v1`, `rego.v0` and `rego.v0v1`.
enum class RegoVersion {
    V1,
    V0,
    V0V1, ///< Fit for both: checked under v1's rules, built with v0's.
};
[[nodiscard]] QString toString(RegoVersion version);
[[nodiscard]] std::optional<RegoVersion> regoVersionFromString(const QString &text);

struct BuildRequest {
    QString folder;
    QString revision; ///< `.manifest`'s; empty leaves what the folder's own manifest says.
    RegoVersion regoVersion = RegoVersion::V1;
    bool includeTests = false; ///< `*_test.rego` too.
    QStringList ignore; ///< More names to pass over, as `opa build --ignore` takes them.
    QStringList leaveOut; ///< Exact names to pass over; `build` fills in what is too large to be a policy.
    QStringList entrypoints; ///< `app/rbac/allow`
    int optimize = 0; ///< 0 to 2; above 0 needs an entrypoint.
};

struct BuildResult {
    QString bundle; ///< `bundle.tar.gz` in the work folder; the caller's to move or remove.
    qint64 size = 0; ///< Bytes.
    FolderFacts folder; ///< What was looked at on the way.
    qint64 milliseconds = 0;
};

/// Checks and compiles a folder with `opa build -b .`, run inside it, so that no path of this computer gets into the bundle.
/// `workFolder` exists and is empty: the bundle, and what OPA needs besides, is made there. Engine thread. The same input gives the same bytes.
///
/// Differs from what the Policy CLI 0.4 builds: that one embeds an older OPA, so the order of the tar's entries and the formatting of
/// modules may differ where OPA's own did; it takes `*_test.rego` along unless told otherwise; ours leaves them out.
///
/// Errors: Policy with places, relative to the folder: `policy.looksV0` (v1 was asked for, and it parses as v0), `policy.builtin` (detail names
/// functions that this OPA does not know), `policy.parse`, `policy.type`, `policy.refused`. InvalidInput: `policy.noRego`,
/// `policy.onlyTests`, `policy.escape` (a link that leads out), `policy.special`, `policy.tooLarge` (subject is the file), `policy.tooMany`,
/// `policy.entrypointNeeded`. Storage or DiskFull `policy.output`. Those of `inspectFolder` and `runProcess`.
[[nodiscard]] Task<Result<BuildResult>> build(
    opa::OpaProgram opa, BuildRequest request, QString workFolder, WorkerPool &pool, std::stop_token stop);

} // namespace pd::policy
