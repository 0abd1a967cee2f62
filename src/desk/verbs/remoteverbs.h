// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "desk/services.h"

namespace pd::desk {

/// What lies in a registry: lists, details, and deleting by plan. On GitHub's registries by REST where there is an account for them, elsewhere by the
/// distribution API. Errors: those of `registry::Client` and `github::Packages` (the subject with the host in front).
class RemoteVerbs final {
public:
    explicit RemoteVerbs(Services &services)
        : m_services(services)
    {
    }

    /// The login that the account at a GitHub registry belongs to; the account's user where the API cannot be asked; empty without an account and
    /// for other registries.
    [[nodiscard]] Task<Result<QString>> ownLogin(QString host, std::stop_token stop);
    /// The packages of `owner` (GitHub; empty: the account's own), or a page of the catalog, `owner` a prefix of its names. Errors besides: Unsupported
    /// `catalog.unsupported` where the registry has no list: name a repository then. Unauthenticated `github.signInNeeded`: GitHub lists nothing to strangers.
    [[nodiscard]] Task<Result<Page<RemotePackage>>> packages(QString host, QString owner, QString page, std::stop_token stop);
    /// One package: visibility and pages on GitHub; elsewhere its name alone, unasked.
    [[nodiscard]] Task<Result<RemotePackage>> package(QString host, QString repository, std::stop_token stop);
    /// The highest version among the newest tags, else the newest tag; empty where there is none. One request or two.
    [[nodiscard]] Task<Result<QString>> newestTag(QString host, QString repository, std::stop_token stop);
    /// A page of tags. On GitHub with digest and date, newest version first; elsewhere, and for a public image without an account, names alone, in the
    /// registry's order.
    [[nodiscard]] Task<Result<Page<RemoteTag>>> tags(QString host, QString repository, QString page, std::stop_token stop);
    /// A page of versions, those without a tag as well. Unsupported `versions.unsupported` where no API lists them (all but GitHub's).
    [[nodiscard]] Task<Result<Page<DeleteItem>>> versions(QString host, QString repository, QString page, std::stop_token stop);
    /// What a row lacks: digest, size, date, revision. One or two requests.
    [[nodiscard]] Task<Result<RemoteTag>> details(QString host, QString repository, QString tag, std::stop_token stop);
    /// All tags, at most 10,000; more is Protocol `tags.tooMany`.
    [[nodiscard]] Task<Result<QStringList>> allTags(oci::Reference repository, std::stop_token stop);
    [[nodiscard]] Task<RemotePackage::Visibility> visibility(oci::Reference repository, std::stop_token stop);

    /// What deleting these versions would take along: every tag of each digest.
    [[nodiscard]] Task<Result<DeletePlan>> planDelete(DeleteRequest request, std::stop_token stop);
    /// Does exactly that, and can be undone: GitHub keeps what it deleted for 30 days, elsewhere the manifests' bytes are kept first. A registry that
    /// stops midway leaves the rest of the plan undone; what went has its receipt in the history, and the error's detail says how many of how many.
    /// Errors besides: the plan's refusal; Conflict `delete.changed` where GitHub's versions are no longer those of the plan.
    [[nodiscard]] Task<Result<Receipt>> runDelete(DeletePlan plan, ProgressSink &progress, std::stop_token stop);

private:
    [[nodiscard]] Task<Result<Page<RemotePackage>>> catalog(QString host, QString owner, QString page, std::stop_token stop);
    [[nodiscard]] Task<Result<Page<RemoteTag>>> plainTags(QString host, QString repository, QString page, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> deleteOne(oci::Reference repository, DeleteItem item, QList<qint64> *undo, std::stop_token stop);
    [[nodiscard]] Task<Result<QList<DeleteItem>>> versionsOf(oci::Reference repository, DeleteRequest request, std::stop_token stop);
    Services &m_services;
};

} // namespace pd::desk
