// SPDX-License-Identifier: GPL-3.0-or-later
#include "githubverbs.h"

#include "oci/semver.h"

namespace pd::desk {

namespace {

constexpr int DaysToRestore = 30;

RemotePackage::Visibility toVisibility(github::Visibility visibility)
{
    switch (visibility) {
    case github::Visibility::Private: return RemotePackage::Visibility::Private;
    case github::Visibility::Public: return RemotePackage::Visibility::Public;
    case github::Visibility::Internal: return RemotePackage::Visibility::Internal;
    case github::Visibility::Unknown: break;
    }
    return RemotePackage::Visibility::Unknown;
}

RemotePackage toRow(const github::Package &package, const github::Owner &owner, const GitHubRegistry &registry)
{
    const github::PackageName name{owner, package.name};
    RemotePackage row;
    row.host = registry.host();
    row.repository = owner.login.toLower() + QLatin1Char('/') + package.name;
    row.visibility = toVisibility(package.visibility);
    row.versions = static_cast<int>(package.versionCount);
    row.updated = package.updated;
    row.sourceRepository = package.repository;
    row.url = (package.htmlUrl.isEmpty() ? registry.api().packageUrl(name) : package.htmlUrl).toString(QUrl::FullyEncoded);
    row.settingsUrl = registry.api().settingsUrl(name).toString(QUrl::FullyEncoded);
    return row;
}

DeleteItem toItem(const github::Version &version)
{
    DeleteItem item;
    item.digest = version.digest;
    item.tags = version.tags;
    item.versionId = version.id;
    item.published = version.created;
    return item;
}

/// Of the other tags of a version the one that tells most: a version number, else the first.
QString tellingBeside(const QString &tag, const QStringList &tags)
{
    QStringList others = tags;
    others.removeAll(tag);
    const auto highest = oci::SemVer::highest(others);
    const auto named = std::ranges::find_if(others, [&highest](const QString &other) {
        const auto read = oci::SemVer::parse(other);
        return highest && read && *read == *highest;
    });
    return named == others.end() ? others.value(0) : *named;
}

int pageNumber(const QString &page)
{
    return page.isEmpty() ? 1 : page.toInt();
}

QString nextPage(int next)
{
    return next > 0 ? QString::number(next) : QString();
}

/// The versions that were asked for, by tag or digest; all of them where none was named.
Result<QList<DeleteItem>> chosen(const QList<github::Version> &versions, const DeleteRequest &request)
{
    QList<DeleteItem> items;
    QSet<qint64> taken;
    for (const QString &wanted : request.versions) {
        const auto found = std::ranges::find_if(
            versions, [&wanted](const github::Version &version) { return version.digest == wanted || version.tags.contains(wanted); });
        if (found == versions.end())
            return fail(ErrorKind::NotFound, Blame::Registry, QStringLiteral("registry.not-found"),
                QString(request.repository + (wanted.contains(QLatin1Char(':')) ? QLatin1Char('@') : QLatin1Char(':')) + wanted));
        if (!taken.contains(found->id)) {
            taken.insert(found->id);
            items.append(toItem(*found));
        }
    }
    if (request.versions.isEmpty())
        std::ranges::transform(versions, std::back_inserter(items), toItem);
    return items;
}

qsizetype tagged(const auto &versions)
{
    return std::ranges::count_if(versions, [](const auto &version) { return !version.tags.isEmpty(); });
}

} // namespace

Task<Result<Page<RemotePackage>>> GitHubVerbs::packages(QString owner, QString page, std::stop_token stop)
{
    CO_TRY(const github::Owner known, co_await m_github.owner(owner, stop));
    auto found = co_await m_github.packages().listPackages(known, pageNumber(page), stop);
    if (!found)
        co_return explained(std::move(found).error());
    Page<RemotePackage> rows;
    rows.next = nextPage(found->next);
    for (const github::Package &package : std::as_const(found->items))
        rows.rows.append(toRow(package, known, m_github));
    co_return rows;
}

Task<Result<RemotePackage>> GitHubVerbs::package(QString repository, std::stop_token stop)
{
    CO_TRY(const github::PackageName name, co_await m_github.find(repository, stop));
    auto found = co_await m_github.packages().package(name, stop);
    if (!found)
        co_return explained(std::move(found).error());
    co_return toRow(*found, name.owner, m_github);
}

Task<Result<Page<DeleteItem>>> GitHubVerbs::versions(QString repository, QString page, std::stop_token stop)
{
    CO_TRY(const github::PackageName name, co_await m_github.find(repository, stop));
    auto found = co_await m_github.packages().versions(name, github::Packages::State::Active, pageNumber(page), stop);
    if (!found)
        co_return explained(std::move(found).error());
    m_github.remember(repository, found->items);
    Page<DeleteItem> rows;
    rows.next = nextPage(found->next);
    std::ranges::transform(std::as_const(found->items), std::back_inserter(rows.rows), toItem);
    co_return rows;
}

Task<Result<Page<RemoteTag>>> GitHubVerbs::tags(QString repository, QString page, std::stop_token stop)
{
    CO_TRY(const Page<DeleteItem> found, co_await versions(repository, page, stop));
    Page<RemoteTag> rows;
    rows.next = found.next;
    for (const DeleteItem &version : found.rows) {
        for (const QString &tag : version.tags) {
            RemoteTag row;
            row.tag = tag;
            row.digest = version.digest;
            row.sameAs = tellingBeside(tag, version.tags);
            row.published = version.published;
            row.versionId = version.versionId;
            rows.rows.append(row);
        }
    }
    co_return rows;
}

Task<Result<QStringList>> GitHubVerbs::allTags(QString repository, std::stop_token stop)
{
    CO_TRY(const github::PackageName name, co_await m_github.find(repository, stop));
    auto all = co_await m_github.packages().allVersions(name, github::Packages::State::Active, stop);
    if (!all)
        co_return explained(std::move(all).error());
    QStringList tags;
    for (const github::Version &version : std::as_const(all->items))
        tags += version.tags;
    co_return tags;
}

Task<Result<DeletePlan>> GitHubVerbs::planDelete(QString repository, DeletePlan plan, std::stop_token stop)
{
    CO_TRY(const github::PackageName name, co_await m_github.find(repository, stop));
    CO_TRY(const github::TokenFacts facts, co_await m_github.facts(stop));
    auto all = co_await m_github.packages().allVersions(name, github::Packages::State::Active, stop);
    if (!all)
        co_return explained(std::move(all).error());
    CO_TRY(plan.items, chosen(all->items, plan.request));
    const qsizetype going = tagged(plan.items);
    plan.lastTagged = !plan.wholePackage && going > 0 && going == tagged(all->items);
    plan.undoUntil = m_services.clock.now().addDays(DaysToRestore);
    plan.page = m_github.api().settingsUrl(name).toString(QUrl::FullyEncoded);
    if (plan.lastTagged)
        plan.refusal = QStringLiteral("github.lastTaggedVersion");
    if (const QString scope = QStringLiteral("delete:packages"); facts.tellsScopes && !facts.hasScope(scope)) {
        plan.missingScope = scope;
        plan.page = m_github.tokenPage();
        if (plan.refusal.isEmpty())
            plan.refusal = QStringLiteral("github.scopeMissing");
    }
    co_return plan;
}

Task<Result<void>> GitHubVerbs::checkUnchanged(github::PackageName name, DeletePlan plan, std::stop_token stop)
{
    auto all = co_await m_github.packages().allVersions(name, github::Packages::State::Active, stop);
    if (!all)
        co_return explained(std::move(all).error());
    QHash<qint64, QStringList> now;
    for (const github::Version &version : std::as_const(all->items))
        now.insert(version.id, version.tags);
    bool same = !plan.wholePackage || now.size() == plan.items.size();
    for (const DeleteItem &item : std::as_const(plan.items)) {
        const auto found = now.constFind(item.versionId);
        same = same && found != now.constEnd() && QSet(found->begin(), found->end()) == QSet(item.tags.begin(), item.tags.end());
    }
    if (!same)
        co_return fail(ErrorKind::Conflict, Blame::Registry, QStringLiteral("delete.changed"), plan.request.repository);
    co_return {};
}

Task<Result<Receipt>> GitHubVerbs::runDelete(QString repository, DeletePlan plan, ProgressSink &progress, std::stop_token stop)
{
    const qint64 started = m_services.clock.monotonicMs();
    CO_TRY(const github::PackageName name, co_await m_github.find(repository, stop));
    CO_TRY(co_await checkUnchanged(name, plan, stop));
    Receipt receipt;
    receipt.verb = QStringLiteral("delete");
    receipt.reference = plan.request.repository;
    receipt.digest = plan.items.size() == 1 ? plan.items.first().digest : QString();
    receipt.command = plan.command;
    GitHubUndo undo{m_github.host(), repository, {}};
    Result<void> gone;
    if (plan.wholePackage) {
        progress.report({.phase = Progress::Phase::Finishing, .what = repository, .done = 0, .total = 1});
        gone = co_await m_github.packages().deletePackage(name, stop);
        if (!gone)
            co_return explained(std::move(gone).error());
        for (const DeleteItem &item : std::as_const(plan.items))
            receipt.tags += item.tags;
    }
    for (const DeleteItem &item : plan.wholePackage ? QList<DeleteItem>() : plan.items) {
        progress.report(
            {.phase = Progress::Phase::Finishing, .what = item.digest.mid(7, 12), .done = undo.ids.size(), .total = plan.items.size()});
        gone = co_await m_github.packages().deleteVersion(name, item.versionId, stop);
        if (!gone)
            break;
        undo.ids.append(item.versionId);
        receipt.tags += item.tags;
    }
    if (!gone && undo.ids.isEmpty())
        co_return explained(std::move(gone).error());
    // What went before it stopped has its receipt too: it can be undone.
    receipt.undo.steps = {undo};
    Result<Receipt> kept = co_await keepReceipt(m_services, receipt, started);
    if (!gone) {
        Error error = m_github.explained(std::move(gone).error());
        error.detail += QStringLiteral("\n%1 / %2").arg(undo.ids.size()).arg(plan.items.size());
        co_return fail(std::move(error));
    }
    co_return kept;
}

Task<Result<void>> GitHubVerbs::restore(QString repository, QList<qint64> ids, std::stop_token stop)
{
    CO_TRY(const github::PackageName name, co_await m_github.find(repository, stop));
    Result<void> done;
    if (ids.isEmpty())
        done = co_await m_github.packages().restorePackage(name, stop);
    for (const qint64 id : std::as_const(ids)) {
        done = co_await m_github.packages().restoreVersion(name, id, stop);
        if (!done)
            break;
    }
    if (done)
        co_return {};
    Error error = m_github.explained(std::move(done).error());
    if (error.kind == ErrorKind::NotFound)
        error.cause = QStringLiteral("undo.gone");
    co_return fail(std::move(error));
}

} // namespace pd::desk
