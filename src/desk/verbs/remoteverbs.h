// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "desk/services.h"

namespace pd::desk {

/// What lies in a registry: lists, details, and deleting by plan. On GitHub's registries by REST where the account has a token, elsewhere by
/// the distribution API. Errors: those of `registry::Client` and `github::Packages`.
class RemoteVerbs final {
public:
    explicit RemoteVerbs(Services &services)
        : m_services(services)
    {
    }

    /// The packages of `owner` (GitHub), or a page of the catalog, `owner` a prefix of its names. Errors besides: Unsupported `catalog.unsupported` where
    /// the registry has no list: name a repository then.
    [[nodiscard]] Task<Result<Page<RemotePackage>>> packages(QString host, QString owner, QString page, std::stop_token stop);
    /// A page of tags, newest version first as far as names tell. On GitHub with digest and date; elsewhere names alone.
    [[nodiscard]] Task<Result<Page<RemoteTag>>> tags(QString host, QString repository, QString page, std::stop_token stop);
    /// What a row lacks: digest, size, date, revision. One or two requests.
    [[nodiscard]] Task<Result<RemoteTag>> details(QString host, QString repository, QString tag, std::stop_token stop);
    /// All tags, at most 10,000; more is Protocol `tags.tooMany`.
    [[nodiscard]] Task<Result<QStringList>> allTags(oci::Reference repository, std::stop_token stop);
    [[nodiscard]] Task<RemotePackage::Visibility> visibility(oci::Reference repository, std::stop_token stop);

    /// What deleting these versions would take along: every tag of each digest.
    [[nodiscard]] Task<Result<DeletePlan>> planDelete(DeleteRequest request, std::stop_token stop);
    /// Does exactly that. The manifests' bytes are kept first, so that it can be undone. A registry that stops midway leaves the rest of the plan undone;
    /// the error's detail says how many went.
    [[nodiscard]] Task<Result<Receipt>> runDelete(DeletePlan plan, ProgressSink &progress, std::stop_token stop);

private:
    [[nodiscard]] Task<Result<QList<DeleteItem>>> versionsOf(oci::Reference repository, DeleteRequest request, std::stop_token stop);
    Services &m_services;
};

} // namespace pd::desk
