// SPDX-License-Identifier: GPL-3.0-or-later
#include "remoteverbs.h"

#include "core/taskgroup.h"
#include "githubverbs.h"
#include "oci/mediatypes.h"
#include "oci/semver.h"
#include "secrets/credentialstore.h"

namespace pd::desk {

namespace {

constexpr qsizetype MaxTags = 10'000;
constexpr int AtOnce = 4;

RemoteTag unread(const QString &tag)
{
    RemoteTag row;
    row.tag = tag;
    return row;
}

Task<Result<std::pair<QString, oci::Descriptor>>> headOf(registry::Client *client, oci::Reference reference, std::stop_token stop)
{
    CO_TRY(oci::Descriptor descriptor, co_await client->head(reference, stop));
    co_return std::pair(reference.tag(), std::move(descriptor));
}

/// Tags by digest, of all tags of a repository: who goes with whom.
Task<Result<QMap<oci::Digest, QStringList>>> tagsByDigest(
    registry::Client *client, oci::Reference repository, QStringList tags, std::stop_token stop)
{
    TaskGroup<std::pair<QString, oci::Descriptor>> group(stop, AtOnce);
    for (const QString &tag : std::as_const(tags)) {
        CO_TRY(const oci::Reference reference, repository.withTag(tag));
        group.add([client, reference](std::stop_token each) { return headOf(client, reference, each); });
    }
    CO_TRY(const auto heads, co_await group.join());
    QMap<oci::Digest, QStringList> byDigest;
    for (const auto &[tag, descriptor] : heads)
        byDigest[descriptor.digest].append(tag);
    co_return byDigest;
}

void fillFromManifest(RemoteTag &row, const registry::ManifestReply &reply)
{
    row.digest = reply.descriptor.digest.toString();
    row.read = true;
    const auto manifest = oci::Manifest::parse(reply.bytes);
    if (!manifest)
        return; // an index: its digest is all that a row shows
    row.published = QDateTime::fromString(manifest->annotations.value(QString(oci::annotationCreated)), Qt::ISODate).toUTC();
    row.revision = manifest->annotations.value(QString(oci::annotationRevision));
    qint64 size = 0;
    for (const oci::Descriptor &layer : manifest->layers)
        size += layer.size;
    row.size = size;
}

/// Whether the registry itself may still tell what GitHub's API did not: an image that anybody may pull is read without an account.
bool mayAskRegistry(const Error &error)
{
    static const QStringList causes{QStringLiteral("github.signInNeeded"), QStringLiteral("github.scopeMissing"),
        QStringLiteral("github.notFoundOrPrivate"), QStringLiteral("github.denied"), QStringLiteral("github.unavailable")};
    return causes.contains(error.cause);
}

/// Why a plan is not carried out, as GitHub would say it.
Error refusalOf(const DeletePlan &plan)
{
    const bool scope = plan.refusal == QLatin1StringView("github.scopeMissing");
    const ErrorKind kind = scope ? ErrorKind::Denied : ErrorKind::Conflict;
    const QString subject = scope ? plan.missingScope : plan.request.repository;
    return fail(kind, scope ? Blame::You : Blame::Registry, plan.refusal, subject, scope ? plan.page : QString()).error();
}

/// A cursor of the registry's own list is an address; a page of GitHub's has a number.
bool isRegistryCursor(const QString &page)
{
    return page.startsWith(QLatin1Char('/'));
}

QString mostTelling(const QStringList &tags)
{
    const auto highest = oci::SemVer::highest(tags);
    const auto found = std::ranges::find_if(tags, [&highest](const QString &tag) {
        const auto read = oci::SemVer::parse(tag);
        return highest && read && *read == *highest;
    });
    return found == tags.end() ? tags.value(0) : *found;
}

} // namespace

Task<Result<QString>> RemoteVerbs::ownLogin(QString host, std::stop_token stop)
{
    GitHubRegistry *github = m_services.github.of(host);
    if (!github)
        co_return QString();
    CO_TRY(const bool known, co_await github->hasAccount(stop));
    if (!known)
        co_return QString();
    auto facts = co_await github->facts(stop);
    if (facts)
        co_return facts->login;
    if (facts.error().isCancelled())
        co_return std::unexpected(facts.error());
    CO_TRY(const auto accounts, co_await m_services.credentials.accounts(stop));
    const auto found = std::ranges::find(accounts, secrets::registryHost(host), &secrets::AccountInfo::host);
    co_return found == accounts.end() ? QString() : found->user;
}

Task<Result<Page<RemotePackage>>> RemoteVerbs::packages(QString host, QString owner, QString page, std::stop_token stop)
{
    if (GitHubRegistry *github = m_services.github.of(host))
        co_return co_await GitHubVerbs(m_services, *github).packages(owner, page, stop);
    co_return co_await catalog(host, owner, page, stop);
}

Task<Result<RemotePackage>> RemoteVerbs::package(QString host, QString repository, std::stop_token stop)
{
    if (GitHubRegistry *github = m_services.github.of(host))
        co_return co_await GitHubVerbs(m_services, *github).package(repository, stop);
    RemotePackage row;
    row.host = host;
    row.repository = repository;
    co_return row;
}

Task<Result<QString>> RemoteVerbs::newestTag(QString host, QString repository, std::stop_token stop)
{
    CO_TRY(const Page<RemoteTag> page, co_await tags(host, repository, {}, stop));
    QStringList names;
    for (const RemoteTag &row : page.rows)
        names.append(row.tag);
    co_return mostTelling(names);
}

Task<Result<Page<DeleteItem>>> RemoteVerbs::versions(QString host, QString repository, QString page, std::stop_token stop)
{
    if (GitHubRegistry *github = m_services.github.of(host))
        co_return co_await GitHubVerbs(m_services, *github).versions(repository, page, stop);
    co_return fail(ErrorKind::Unsupported, Blame::Registry, QStringLiteral("versions.unsupported"), host);
}

Task<Result<Page<RemotePackage>>> RemoteVerbs::catalog(QString host, QString owner, QString page, std::stop_token stop)
{
    auto catalog = co_await m_services.registry.catalog(host, page.toUtf8(), stop);
    if (!catalog) {
        Error error = std::move(catalog).error();
        // Docker Hub, GHCR and many others have none, and say so in every way that there is.
        if (error.kind == ErrorKind::Unsupported || error.kind == ErrorKind::NotFound
            || (error.kind == ErrorKind::Denied && error.http != 401)) {
            error.kind = ErrorKind::Unsupported;
            error.cause = QStringLiteral("catalog.unsupported");
        }
        co_return std::unexpected(std::move(error));
    }
    Page<RemotePackage> rows;
    rows.next = QString::fromUtf8(catalog->next);
    for (const QString &repository : std::as_const(catalog->repositories)) {
        if (!owner.isEmpty() && repository != owner && !repository.startsWith(owner + QLatin1Char('/')))
            continue;
        RemotePackage row;
        row.host = host;
        row.repository = repository;
        rows.rows.append(row);
    }
    co_return rows;
}

Task<Result<Page<RemoteTag>>> RemoteVerbs::tags(QString host, QString repository, QString page, std::stop_token stop)
{
    GitHubRegistry *github = m_services.github.of(host);
    if (!github || isRegistryCursor(page))
        co_return co_await plainTags(host, repository, page, stop);
    auto rows = co_await GitHubVerbs(m_services, *github).tags(repository, page, stop);
    if (rows || !page.isEmpty() || !mayAskRegistry(rows.error()))
        co_return rows;
    auto plain = co_await plainTags(host, repository, {}, stop);
    if (plain || plain.error().isCancelled())
        co_return plain;
    co_return rows; // GitHub's own words tell more than the registry's "denied"
}

Task<Result<Page<RemoteTag>>> RemoteVerbs::plainTags(QString host, QString repository, QString page, std::stop_token stop)
{
    CO_TRY(const registry::TagPage tags, co_await m_services.registry.tags(host, repository, page.toUtf8(), stop));
    Page<RemoteTag> rows;
    rows.next = QString::fromUtf8(tags.next);
    for (const QString &tag : tags.tags)
        rows.rows.append(unread(tag));
    co_return rows;
}

Task<Result<RemoteTag>> RemoteVerbs::details(QString host, QString repository, QString tag, std::stop_token stop)
{
    CO_TRY(
        const oci::Reference reference, oci::Reference::parse(QString(host + QLatin1Char('/') + repository + QLatin1Char(':') + tag), {}));
    CO_TRY(const registry::ManifestReply reply, co_await m_services.registry.manifest(reference, stop));
    RemoteTag row = unread(tag);
    fillFromManifest(row, reply);
    if (const GitHubRegistry *github = m_services.github.of(host)) {
        const GitHubRegistry::Seen seen = github->seen(repository, tag);
        if (seen.digest == row.digest) {
            row.published = seen.published;
            row.versionId = seen.id;
        }
    }
    co_return row;
}

Task<Result<QStringList>> RemoteVerbs::allTags(oci::Reference repository, std::stop_token stop)
{
    std::optional<Error> why;
    if (GitHubRegistry *github = m_services.github.of(repository.host())) {
        auto tags = co_await GitHubVerbs(m_services, *github).allTags(repository.repository(), stop);
        if (tags || !mayAskRegistry(tags.error()))
            co_return tags;
        why = std::move(tags).error();
    }
    QStringList all;
    QByteArray cursor;
    do {
        const auto page = co_await m_services.registry.tags(repository.host(), repository.repository(), cursor, stop);
        if (!page)
            co_return std::unexpected(why && !page.error().isCancelled() ? *why : page.error());
        all += page->tags;
        cursor = page->next;
        if (all.size() > MaxTags)
            co_return fail(ErrorKind::Protocol, Blame::Registry, QStringLiteral("tags.tooMany"), repository.name());
    } while (!cursor.isEmpty());
    co_return all;
}

Task<RemotePackage::Visibility> RemoteVerbs::visibility(oci::Reference repository, std::stop_token stop)
{
    const auto found = co_await package(repository.host(), repository.repository(), stop);
    co_return found ? found->visibility : RemotePackage::Visibility::Unknown;
}

Task<Result<QList<DeleteItem>>> RemoteVerbs::versionsOf(oci::Reference repository, DeleteRequest request, std::stop_token stop)
{
    CO_TRY(const QStringList tags, co_await allTags(repository, stop));
    CO_TRY(const auto byDigest, co_await tagsByDigest(&m_services.registry, repository, tags, stop));
    QSet<oci::Digest> chosen;
    for (const QString &version : std::as_const(request.versions)) {
        if (auto digest = oci::Digest::parse(version)) {
            chosen.insert(*digest);
            continue;
        }
        const auto holder = std::ranges::find_if(byDigest, [&version](const QStringList &names) { return names.contains(version); });
        if (holder == byDigest.end())
            co_return fail(ErrorKind::NotFound, Blame::Registry, QStringLiteral("registry.not-found"),
                QString(repository.name() + QLatin1Char(':') + version));
        chosen.insert(holder.key());
    }
    QList<DeleteItem> items;
    for (const auto &[digest, names] : byDigest.asKeyValueRange()) {
        if (!request.versions.isEmpty() && !chosen.remove(digest))
            continue;
        DeleteItem item;
        item.digest = digest.toString();
        item.tags = names;
        items.append(item);
    }
    for (const oci::Digest &digest : std::as_const(chosen)) {
        DeleteItem item; // a version without a tag
        item.digest = digest.toString();
        items.append(item);
    }
    co_return items;
}

Task<Result<DeletePlan>> RemoteVerbs::planDelete(DeleteRequest request, std::stop_token stop)
{
    CO_TRY(const oci::Reference repository, readRepository(m_services, request.repository));
    DeletePlan plan;
    plan.request = request;
    plan.request.repository = repository.name();
    plan.wholePackage = request.versions.isEmpty();
    plan.command = {QStringLiteral("policydeskctl"), QStringLiteral("remote"), QStringLiteral("rm"), QStringLiteral("--yes")};
    if (plan.wholePackage)
        plan.command << repository.name();
    for (const QString &version : std::as_const(request.versions))
        plan.command << QString(repository.name() + (version.contains(QLatin1Char(':')) ? QLatin1Char('@') : QLatin1Char(':')) + version);
    if (GitHubRegistry *github = m_services.github.of(repository.host()))
        co_return co_await GitHubVerbs(m_services, *github).planDelete(repository.repository(), plan, stop);
    CO_TRY(plan.items, co_await versionsOf(repository, plan.request, stop));
    // What cannot be kept on this computer cannot be put back.
    if (m_services.state)
        plan.undoUntil = m_services.clock.now().addDays(30);
    co_return plan;
}

Task<Result<void>> RemoteVerbs::deleteOne(oci::Reference repository, DeleteItem item, QList<qint64> *undo, std::stop_token stop)
{
    CO_TRY(const oci::Digest digest, oci::Digest::parse(item.digest));
    CO_TRY(const registry::ManifestReply kept, co_await m_services.registry.manifest(repository.withDigest(digest), stop));
    const DeletedVersion version{
        0, repository.host(), repository.repository(), item.digest, kept.mediaType, kept.bytes, item.tags, m_services.clock.now()};
    if (m_services.state) {
        CO_TRY(const qint64 id, co_await m_services.pool.run([state = m_services.state, version] { return state->keepDeleted(version); }));
        undo->append(id);
    }
    co_return co_await m_services.registry.deleteManifest(repository.host(), repository.repository(), digest, stop);
}

Task<Result<Receipt>> RemoteVerbs::runDelete(DeletePlan plan, ProgressSink &progress, std::stop_token stop)
{
    const qint64 started = m_services.clock.monotonicMs();
    CO_TRY(const oci::Reference repository, readRepository(m_services, plan.request.repository));
    if (!plan.refusal.isEmpty())
        co_return fail(refusalOf(plan));
    if (GitHubRegistry *github = m_services.github.of(repository.host()))
        co_return co_await GitHubVerbs(m_services, *github).runDelete(repository.repository(), plan, progress, stop);
    Receipt receipt;
    receipt.verb = QStringLiteral("delete");
    receipt.reference = repository.name();
    receipt.digest = plan.items.size() == 1 ? plan.items.first().digest : QString();
    receipt.command = plan.command;
    QList<qint64> undo;
    Result<void> gone;
    qint64 done = 0;
    for (const DeleteItem &item : std::as_const(plan.items)) {
        progress.report({.phase = Progress::Phase::Finishing, .what = item.digest.mid(7, 12), .done = done, .total = plan.items.size()});
        gone = co_await deleteOne(repository, item, &undo, stop);
        if (!gone)
            break;
        ++done;
        receipt.tags += item.tags;
    }
    if (!gone && done == 0)
        co_return std::unexpected(gone.error());
    // What went before it stopped has its receipt too: it can be undone. The one that did not go is not to come back.
    undo.resize(std::min<qsizetype>(undo.size(), done));
    if (!undo.isEmpty())
        receipt.undo.steps = {ManifestsUndo{undo}};
    Result<Receipt> kept = co_await keepReceipt(m_services, receipt, started);
    if (!gone) {
        gone.error().detail += QStringLiteral("\n%1 / %2").arg(done).arg(plan.items.size());
        co_return std::unexpected(gone.error());
    }
    co_return kept;
}

} // namespace pd::desk
