// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account.h"
#include "core/workerpool.h"
#include "environment.h"

namespace pd::secrets {

/// A program of others on this computer that knows registries: for the first page. A value.
struct FoundTool {
    enum class Kind { PolicyCli, Docker, GitHubCli };
    Kind kind = Kind::Docker;
    QString place; ///< Its configuration.
    QList<AccountInfo> accounts; ///< Hosts it is signed in to; the user is empty where only a helper knows it.
    QStringList missingHelpers; ///< Helpers that it names and that are not installed.
    QList<Error> troubles; ///< What could not be read.
};

/// The Policy CLI, Docker and the GitHub CLI, those that are here, in this order. Reads no secret: users come from the files and from the helpers'
/// `list`. In the engine thread; `pool` outlives the task.
[[nodiscard]] Task<Result<QList<FoundTool>>> findTools(CredentialPlaces places, WorkerPool *pool, std::stop_token stop);

/// The GitHub CLI's token for `host` (`github.com`), by `gh auth token`: only after the user chose *Use*. It signs in to `ghcr.io`, or to
/// `containers.HOST` of GitHub Enterprise. Errors: NotFound `gh.missing`, Unauthenticated `gh.signedOut`.
[[nodiscard]] Task<Result<Account>> useGitHubCli(QString host, QString user, QProcessEnvironment environment, std::stop_token stop);

/// The container registry of a GitHub: `ghcr.io` for `github.com`, `containers.SUB.ghe.com` and `containers.HOST` for the others.
[[nodiscard]] QString containerRegistry(const QString &githubHost);

} // namespace pd::secrets
