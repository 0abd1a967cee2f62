// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "desk/githubs.h"
#include "desk/services.h"

namespace pd::desk {

/// What lies in a registry of GitHub's, by its REST API: `RemoteVerbs` and `UndoVerb` hand over to it.
///
/// Errors: those of `github::Packages`, the subject beginning with the registry's host; `github.signInNeeded` without an account.
class GitHubVerbs final {
public:
    GitHubVerbs(Services &services, GitHubRegistry &github)
        : m_services(services)
        , m_github(github)
    {
    }

    /// A page of an owner's packages; an empty owner is the account itself.
    [[nodiscard]] Task<Result<Page<RemotePackage>>> packages(QString owner, QString page, std::stop_token stop);
    [[nodiscard]] Task<Result<RemotePackage>> package(QString repository, std::stop_token stop);
    /// A page of versions, the newest first, those without a tag as well.
    [[nodiscard]] Task<Result<Page<DeleteItem>>> versions(QString repository, QString page, std::stop_token stop);
    [[nodiscard]] Task<Result<Page<RemoteTag>>> tags(QString repository, QString page, std::stop_token stop);
    [[nodiscard]] Task<Result<QStringList>> allTags(QString repository, std::stop_token stop);

    /// Fills in items, what GitHub would refuse, and the page that helps.
    [[nodiscard]] Task<Result<DeletePlan>> planDelete(QString repository, DeletePlan plan, std::stop_token stop);
    /// Errors besides: Conflict `delete.changed` where the versions or their tags are no longer those of the plan; nothing was deleted then.
    [[nodiscard]] Task<Result<Receipt>> runDelete(QString repository, DeletePlan plan, ProgressSink &progress, std::stop_token stop);

    /// Takes a delete back: the whole package where `ids` is empty. NotFound `undo.gone` after 30 days, or where the name is taken.
    [[nodiscard]] Task<Result<void>> restore(QString repository, QList<qint64> ids, std::stop_token stop);

private:
    [[nodiscard]] Task<Result<void>> checkUnchanged(github::PackageName name, DeletePlan plan, std::stop_token stop);
    [[nodiscard]] std::unexpected<Error> explained(Error error) const { return fail(m_github.explained(std::move(error))); }
    Services &m_services;
    GitHubRegistry &m_github;
};

} // namespace pd::desk
