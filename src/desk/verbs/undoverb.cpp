// SPDX-License-Identifier: GPL-3.0-or-later
#include "undoverb.h"

#include "githubverbs.h"

namespace pd::desk {

Task<Result<void>> UndoVerb::restore(qint64 id, Receipt *receipt, std::stop_token stop)
{
    CO_TRY(const DeletedVersion version, co_await m_services.pool.run([state = m_services.state, id] { return state->deleted(id); }));
    CO_TRY(const oci::Reference repository, oci::Reference::parse(QString(version.host + QLatin1Char('/') + version.repository), {}));
    for (const QString &tag : std::as_const(version.tags)) {
        CO_TRY(const oci::Reference tagged, repository.withTag(tag));
        const auto now = co_await m_services.registry.head(tagged, stop);
        if (now && now->digest.toString() != version.digest)
            co_return fail(ErrorKind::Conflict, Blame::You, QStringLiteral("undo.changed"), tagged.toString());
    }
    // Without a tag, the digest is the name.
    const QStringList names = version.tags.isEmpty() ? QStringList{version.digest} : version.tags;
    for (const QString &name : names) {
        CO_TRY(co_await m_services.registry.putManifest(version.host, version.repository, name, version.manifest, version.mediaType, stop));
    }
    CO_TRY(co_await m_services.pool.run([state = m_services.state, id] { return state->forgetDeleted(id); }));
    receipt->reference = repository.name();
    receipt->digest = version.digest;
    receipt->tags += version.tags;
    co_return Result<void>();
}

Task<Result<void>> UndoVerb::putTagsBack(TagsUndo tags, Receipt *receipt, std::stop_token stop)
{
    CO_TRY(const oci::Reference repository, oci::Reference::parse(tags.repository, {}));
    // All are looked at before the first is moved: half an undo helps nobody.
    for (const MovedTag &moved : std::as_const(tags.moved)) {
        CO_TRY(const oci::Reference tagged, repository.withTag(moved.tag));
        CO_TRY(const oci::Descriptor there, co_await m_services.registry.head(tagged, stop));
        if (there.digest.toString() != tags.now)
            co_return fail(ErrorKind::Conflict, Blame::You, QStringLiteral("undo.changed"), tagged.toString());
    }
    for (const MovedTag &moved : std::as_const(tags.moved)) {
        CO_TRY(const oci::Digest digest, oci::Digest::parse(moved.from));
        CO_TRY(const registry::ManifestReply before, co_await m_services.registry.manifest(repository.withDigest(digest), stop));
        CO_TRY(co_await m_services.registry.putManifest(
            repository.host(), repository.repository(), moved.tag, before.bytes, before.mediaType, stop));
        receipt->tags.append(moved.tag);
        receipt->moved.append({moved.tag, tags.now});
        receipt->digest = moved.from;
    }
    receipt->reference = repository.name();
    co_return Result<void>();
}

Task<Result<void>> UndoVerb::restoreOnGitHub(GitHubUndo github, Receipt *receipt, std::stop_token stop)
{
    GitHubRegistry *registry = m_services.github.of(github.host);
    if (!registry)
        co_return fail(ErrorKind::NotFound, Blame::You, QStringLiteral("undo.gone"), github.host);
    CO_TRY(co_await GitHubVerbs(m_services, *registry).restore(github.repository, github.ids, stop));
    receipt->reference = github.host + QLatin1Char('/') + github.repository;
    co_return Result<void>();
}

Task<Result<void>> UndoVerb::one(Undo::Step step, Receipt *receipt, std::stop_token stop)
{
    if (const auto *store = std::get_if<StoreUndo>(&step)) {
        CO_TRY(co_await m_services.pool.run([store = m_services.store, entry = store->entry] { return store.undo(entry); }));
    } else if (const auto *manifests = std::get_if<ManifestsUndo>(&step)) {
        if (!m_services.state)
            co_return fail(ErrorKind::NotFound, Blame::Computer, QStringLiteral("undo.gone"));
        for (const qint64 id : manifests->ids) {
            CO_TRY(co_await restore(id, receipt, stop));
        }
    } else if (const auto *tags = std::get_if<TagsUndo>(&step)) {
        CO_TRY(co_await putTagsBack(*tags, receipt, stop));
    } else {
        CO_TRY(co_await restoreOnGitHub(std::get<GitHubUndo>(step), receipt, stop));
    }
    co_return Result<void>();
}

Task<Result<Receipt>> UndoVerb::run(Undo what, std::stop_token stop)
{
    const qint64 started = m_services.clock.monotonicMs();
    if (what.isEmpty())
        co_return fail(ErrorKind::NotFound, Blame::You, QStringLiteral("undo.gone"));
    Receipt receipt;
    receipt.verb = QStringLiteral("undo");
    receipt.command = {QStringLiteral("policydeskctl"), QStringLiteral("undo"), what.toString()};
    for (const Undo::Step &step : std::as_const(what.steps)) {
        CO_TRY(co_await one(step, &receipt, stop));
    }
    // Its button goes; a state file that cannot be written tells so at the receipt that follows.
    if (m_services.state)
        co_await m_services.pool.run([state = m_services.state, what] { return state->markUndone(what); });
    co_return co_await keepReceipt(m_services, receipt, started);
}

} // namespace pd::desk
