// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/engine.h"
#include "desk/errortext.h"
#include "desk/githubs.h"
#include "desk/verbs/publishverb.h"
#include "desk/verbs/remoteverbs.h"
#include "desk/verbs/undoverb.h"
#include "secrets/credentialstore.h"
#include "support/await.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/servers/fakegithub.h"
#include "support/servers/images.h"
#include "support/servers/registryserver.h"

#include <QTemporaryDir>

using namespace pd;
using namespace pd::desk;
using namespace Qt::StringLiterals;
using pd::test::await;
using pd::test::causeOf;
using pd::test::FakeGitHub;
using pd::test::RegistryServer;

namespace {

QString digestOf(char letter)
{
    return u"sha256:"_s + QString(64, QLatin1Char(letter));
}

/// GitHub's API in memory beside a real registry, and the services that the window and policydeskctl use.
struct Scene {
    RegistryServer registry;
    FakeGitHub github;
    QTemporaryDir folder;
    WorkerPool pool;
    std::unique_ptr<Engine> engine;
    NoProgress quiet;
    const QString host = registry.host();
    const QString rbac = host + u"/acme/team/rbac"_s;

    Scene()
    {
        github.addUser(u"john"_s);
        github.addUser(u"jane"_s);
        github.addOrganization(u"Acme"_s, {u"john"_s});
        github.addPackage(u"Acme"_s, u"team/rbac"_s, u"private"_s, u"Acme/policies"_s);
        restart();
        signIn("ghp_all", {u"read:packages"_s, u"write:packages"_s, u"delete:packages"_s});
    }
    void restart()
    {
        EngineOptions options;
        options.paths = {folder.filePath(u"config"_s), folder.filePath(u"data"_s), folder.filePath(u"state"_s), folder.filePath(u"cache"_s),
            folder.filePath(u"runtime"_s), folder.filePath(u"home"_s)};
        options.githubApi = {{host, github.base().toString()}};
        options.mayPrompt = false;
        engine.reset();
        engine = std::move(Engine::make(options, *Mailbox::current(), pool)).value();
    }
    void signIn(const QByteArray &token, const QStringList &scopes, const QString &login = u"john"_s)
    {
        github.addToken(token, {login, scopes, false, {}});
        secrets::Account account;
        account.host = host;
        account.user = login;
        account.token = Secret(QByteArray(token.constData(), token.size()));
        const auto kept = await(services().credentials.signIn(std::move(account), secrets::CredentialStore::Keep::UntilQuit, {}));
        Q_ASSERT(kept);
        services().forget(host);
    }
    void signOut()
    {
        Q_ASSERT(await(services().credentials.signOut(host, {})));
        services().forget(host);
    }
    Services &services() { return engine->services(); }
    RemoteVerbs remote() { return RemoteVerbs(services()); }
    qint64 add(char digest, const QStringList &tags, qint64 downloads = 0)
    {
        return github.addVersion(u"Acme"_s, u"team/rbac"_s, digestOf(digest), tags, downloads);
    }
    [[nodiscard]] QStringList tagsLeft() const
    {
        QStringList tags;
        for (const auto &version : github.versions(u"Acme"_s, u"team/rbac"_s))
            tags += version.tags;
        tags.sort();
        return tags;
    }
};

} // namespace

/// A GitHub registry as window and command line see it: lists by REST, deletes by plan, with undo.
class TestGitHubDesk final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anOwnersPackagesComeWithoutARequestEach();
    void withoutAnOwnerItIsTheAccount();
    void tagsHaveDigestAndDate();
    void versionsWithoutATagAreListed();
    void aPublicImageNeedsNoAccount();
    void aPackageThatIsNotThereCanBePublished();
    void privateAndMissingKeepBothCauses();
    void limitsAndSingleSignOnAreTold();
    void aVersionGoesWithAllItsTagsAndComesBack();
    void theLastTaggedVersionGoesWithThePackageAlone();
    void aMissingScopeIsNamedWithItsPage();
    void aPlanThatIsNoLongerTrueDeletesNothing();
    void whatWentBeforeAFailureComesBack();
    void theTokenGoesToItsRegistrysApiAlone();
    void anApiThatIsNoAddressIsRefused();
};

void TestGitHubDesk::anOwnersPackagesComeWithoutARequestEach()
{
    Scene scene;
    scene.add('a', {u"1.0.0"_s});
    scene.add('b', {u"1.1.0"_s, u"latest"_s});
    scene.github.addPackage(u"Acme"_s, u"open"_s, u"public"_s);
    const auto page = await(scene.remote().packages(scene.host, u"acme"_s, {}, {}));
    VERIFY_RESULT(page);
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->next, QString());
    QCOMPARE(page->rows.at(0).repository, u"acme/open"_s);
    QCOMPARE(page->rows.at(0).visibility, RemotePackage::Visibility::Public);
    const RemotePackage row = page->rows.at(1);
    QCOMPARE(row.repository, u"acme/team/rbac"_s);
    QCOMPARE(row.host, scene.host);
    QCOMPARE(row.visibility, RemotePackage::Visibility::Private);
    QCOMPARE(row.versions, 2);
    QVERIFY(row.updated.isValid());
    QCOMPARE(row.sourceRepository, u"Acme/policies"_s);
    QVERIFY(!row.url.isEmpty());
    QVERIFY2(row.settingsUrl.endsWith(u"/orgs/Acme/packages/container/team%2Frbac/settings"_s), qPrintable(row.settingsUrl));
    // Whose the token is, what the owner is, the list.
    QCOMPARE(scene.github.server().requests().size(), 3);
    VERIFY_RESULT(await(scene.remote().packages(scene.host, u"acme"_s, {}, {})));
    QCOMPARE(scene.github.server().requests().size(), 4);
    QCOMPARE(*await(scene.remote().newestTag(scene.host, u"acme/team/rbac"_s, {})), u"1.1.0"_s);
}

void TestGitHubDesk::withoutAnOwnerItIsTheAccount()
{
    Scene scene;
    scene.github.addPackage(u"john"_s, u"mine"_s, u"private"_s);
    const auto page = await(scene.remote().packages(scene.host, {}, {}, {}));
    VERIFY_RESULT(page);
    QCOMPARE(page->rows.size(), 1);
    QCOMPARE(page->rows.first().repository, u"john/mine"_s);
    QVERIFY(page->rows.first().settingsUrl.endsWith(u"/users/john/packages/container/mine/settings"_s));
    QCOMPARE(*await(scene.remote().ownLogin(scene.host, {})), u"john"_s);
    scene.signOut();
    QCOMPARE(*await(scene.remote().ownLogin(scene.host, {})), QString());
    QCOMPARE(causeOf(await(scene.remote().packages(scene.host, {}, {}, {}))), u"github.signInNeeded"_s);
}

void TestGitHubDesk::tagsHaveDigestAndDate()
{
    Scene scene;
    scene.add('a', {u"1.0.0"_s});
    const qint64 id = scene.add('b', {u"latest"_s, u"stable"_s, u"1.1.0"_s});
    const auto page = await(scene.remote().tags(scene.host, u"acme/team/rbac"_s, {}, {}));
    VERIFY_RESULT(page);
    QCOMPARE(page->rows.size(), 4);
    const RemoteTag latest = page->rows.first();
    QCOMPARE(latest.tag, u"latest"_s);
    QCOMPARE(latest.digest, digestOf('b'));
    QCOMPARE(latest.versionId, id);
    QCOMPARE(latest.sameAs, u"1.1.0"_s);
    QVERIFY(latest.published.isValid());
    QVERIFY(!latest.read);
    QCOMPARE(page->rows.last().sameAs, QString());
    const QStringList all = *await(scene.remote().allTags(*oci::Reference::parse(scene.rbac, {}), {}));
    QCOMPARE(all.size(), 4);
}

void TestGitHubDesk::versionsWithoutATagAreListed()
{
    Scene scene;
    scene.add('a', {});
    scene.add('b', {u"1"_s});
    const auto page = await(scene.remote().versions(scene.host, u"acme/team/rbac"_s, {}, {}));
    VERIFY_RESULT(page);
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->rows.last().digest, digestOf('a'));
    QVERIFY(page->rows.last().tags.isEmpty());
    QCOMPARE(causeOf(await(scene.remote().versions(u"localhost:1"_s, u"a/b"_s, {}, {}))), u"versions.unsupported"_s);
}

void TestGitHubDesk::aPublicImageNeedsNoAccount()
{
    Scene scene;
    scene.signOut();
    VERIFY_RESULT(
        await(scene.services().registry.push(pd::test::imageJob(scene.host, u"acme/open"_s, {u"1"_s, u"2"_s}, "bundle"), scene.quiet, {})));
    const qsizetype before = scene.github.server().requests().size();
    const auto page = await(scene.remote().tags(scene.host, u"acme/open"_s, {}, {}));
    VERIFY_RESULT(page);
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->rows.first().digest, QString()); // the registry lists names alone
    const auto tag = await(scene.remote().details(scene.host, u"acme/open"_s, u"2"_s, {}));
    VERIFY_RESULT(tag);
    QVERIFY(tag->read);
    QCOMPARE(await(scene.remote().allTags(*oci::Reference::parse(QString(scene.host + u"/acme/open"_s), {}), {}))->size(), 2);
    QCOMPARE(scene.github.server().requests().size(), before); // strangers have 60 requests an hour: none is spent
}

void TestGitHubDesk::aPackageThatIsNotThereCanBePublished()
{
    Scene scene;
    PublishRequest request;
    request.destination = scene.host + u"/acme/fresh"_s;
    request.tags = {u"1.0.0"_s};
    const auto plan = await(PublishVerb(scene.services()).plan(request, {}));
    VERIFY_RESULT(plan);
    QVERIFY(!plan->repositoryExists);
    QCOMPARE(plan->nextPatch, u"0.1.0"_s);
}

void TestGitHubDesk::privateAndMissingKeepBothCauses()
{
    Scene scene;
    scene.signIn("ghp_jane", {u"read:packages"_s}, u"jane"_s);
    for (const QString &repository : {u"acme/team/rbac"_s, u"acme/nothing"_s}) {
        const auto page = await(scene.remote().tags(scene.host, repository, {}, {}));
        QCOMPARE(causeOf(page), u"github.notFoundOrPrivate"_s);
        QCOMPARE(page.error().subject.toLower(), QString(scene.host + u'/' + repository));
        const ErrorText words = describe(page.error());
        QCOMPARE(words.choices.size(), 2);
        QCOMPARE(words.choices.first().remedy, Remedy::SignIn);
        QCOMPARE(words.choices.first().target, scene.host);
        QCOMPARE(words.choices.last().remedy, Remedy::Retry);
    }
}

void TestGitHubDesk::limitsAndSingleSignOnAreTold()
{
    Scene scene;
    scene.add('a', {u"1"_s});
    VERIFY_RESULT(await(scene.remote().tags(scene.host, u"acme/team/rbac"_s, {}, {})));
    scene.github.limitNext(1, 7);
    const auto limited = await(scene.remote().tags(scene.host, u"acme/team/rbac"_s, {}, {}));
    QCOMPARE(causeOf(limited), u"github.rateLimited"_s);
    QCOMPARE(limited.error().retryAfterMs, 7000);
    scene.github.requireSso(u"Acme"_s, "https://github.com/orgs/acme/sso?authorization_request=x");
    const auto sso = await(scene.remote().packages(scene.host, u"acme"_s, {}, {}));
    QCOMPARE(causeOf(sso), u"github.sso"_s);
    const ErrorText words = describe(sso.error());
    QCOMPARE(words.remedy, Remedy::OpenPage);
    QCOMPARE(words.target, u"https://github.com/orgs/acme/sso?authorization_request=x"_s);
}

void TestGitHubDesk::aVersionGoesWithAllItsTagsAndComesBack()
{
    Scene scene;
    scene.add('a', {u"1.0.0"_s});
    const qint64 id = scene.add('b', {u"1.1.0"_s, u"latest"_s});
    const auto plan = await(scene.remote().planDelete({scene.rbac, {u"latest"_s}}, {}));
    VERIFY_RESULT(plan);
    QCOMPARE(plan->items.size(), 1);
    QCOMPARE(plan->items.first().tags, QStringList({u"1.1.0"_s, u"latest"_s}));
    QCOMPARE(plan->items.first().versionId, id);
    QVERIFY(plan->undoUntil.isValid());
    QCOMPARE(plan->refusal, QString());
    const auto receipt = await(scene.remote().runDelete(*plan, scene.quiet, {}));
    VERIFY_RESULT(receipt);
    QCOMPARE(scene.tagsLeft(), QStringList{u"1.0.0"_s});
    QCOMPARE(receipt->tags, QStringList({u"1.1.0"_s, u"latest"_s}));

    // After a restart the history is all that is left of it.
    scene.restart();
    scene.signIn("ghp_all", {u"read:packages"_s, u"write:packages"_s, u"delete:packages"_s});
    const auto history = scene.services().state->receipts({}, 10);
    VERIFY_RESULT(history);
    VERIFY_RESULT(await(UndoVerb(scene.services()).run(history->first().undo, {})));
    QCOMPARE(scene.tagsLeft(), QStringList({u"1.0.0"_s, u"1.1.0"_s, u"latest"_s}));
    QCOMPARE(causeOf(await(UndoVerb(scene.services()).run(history->first().undo, {}))), u"undo.gone"_s);
}

void TestGitHubDesk::theLastTaggedVersionGoesWithThePackageAlone()
{
    Scene scene;
    scene.add('a', {});
    scene.add('b', {u"1"_s, u"latest"_s});
    const auto plan = await(scene.remote().planDelete({scene.rbac, {digestOf('b')}}, {}));
    VERIFY_RESULT(plan);
    QVERIFY(plan->lastTagged);
    QCOMPARE(plan->refusal, u"github.lastTaggedVersion"_s);
    QCOMPARE(causeOf(await(scene.remote().runDelete(*plan, scene.quiet, {}))), u"github.lastTaggedVersion"_s);
    QCOMPARE(scene.github.server().count("DELETE"), 0);

    const auto whole = await(scene.remote().planDelete({scene.rbac, {}}, {}));
    VERIFY_RESULT(whole);
    QVERIFY(whole->wholePackage);
    QCOMPARE(whole->items.size(), 2);
    QCOMPARE(whole->refusal, QString());
    const auto receipt = await(scene.remote().runDelete(*whole, scene.quiet, {}));
    VERIFY_RESULT(receipt);
    QVERIFY(!scene.github.visibility(u"Acme"_s, u"team/rbac"_s));
    VERIFY_RESULT(await(UndoVerb(scene.services()).run(receipt->undo, {})));
    QVERIFY(scene.github.visibility(u"Acme"_s, u"team/rbac"_s));
}

void TestGitHubDesk::aMissingScopeIsNamedWithItsPage()
{
    Scene scene;
    scene.add('a', {u"1"_s});
    scene.add('b', {u"2"_s});
    scene.signIn("ghp_less", {u"read:packages"_s, u"write:packages"_s});
    const auto plan = await(scene.remote().planDelete({scene.rbac, {u"1"_s}}, {}));
    VERIFY_RESULT(plan);
    QCOMPARE(plan->missingScope, u"delete:packages"_s);
    QCOMPARE(plan->refusal, u"github.scopeMissing"_s);
    QVERIFY2(plan->page.contains(u"/settings/tokens/new?scopes="_s) && plan->page.contains(u"delete:packages"_s), qPrintable(plan->page));
    const auto refused = await(scene.remote().runDelete(*plan, scene.quiet, {}));
    QCOMPARE(causeOf(refused), u"github.scopeMissing"_s);
    const ErrorText words = describe(refused.error());
    QCOMPARE(words.remedy, Remedy::OpenPage);
    QCOMPARE(words.target, plan->page);
    QVERIFY(words.message.contains(u"delete:packages"_s));
    QCOMPARE(scene.github.server().count("DELETE"), 0);
}

void TestGitHubDesk::aPlanThatIsNoLongerTrueDeletesNothing()
{
    Scene scene;
    scene.add('a', {u"1"_s});
    scene.add('b', {u"2"_s});
    const auto plan = await(scene.remote().planDelete({scene.rbac, {u"2"_s}}, {}));
    const auto whole = await(scene.remote().planDelete({scene.rbac, {}}, {}));
    VERIFY_RESULT(plan);
    VERIFY_RESULT(whole);
    scene.add('c', {u"2"_s, u"3"_s}); // somebody publishes meanwhile
    QCOMPARE(causeOf(await(scene.remote().runDelete(*plan, scene.quiet, {}))), u"delete.changed"_s);
    QCOMPARE(causeOf(await(scene.remote().runDelete(*whole, scene.quiet, {}))), u"delete.changed"_s);
    QCOMPARE(scene.github.server().count("DELETE"), 0);
}

void TestGitHubDesk::whatWentBeforeAFailureComesBack()
{
    Scene scene;
    scene.github.addPackage(u"Acme"_s, u"team/rbac"_s, u"public"_s);
    scene.add('a', {u"1"_s});
    scene.add('b', {u"2"_s}, 6000); // downloaded too often to go
    scene.add('c', {u"3"_s});
    const auto plan = await(scene.remote().planDelete({scene.rbac, {u"1"_s, u"2"_s}}, {}));
    VERIFY_RESULT(plan);
    QCOMPARE(causeOf(await(scene.remote().runDelete(*plan, scene.quiet, {}))), u"github.downloads"_s);
    QCOMPARE(scene.tagsLeft(), QStringList({u"2"_s, u"3"_s}));
    const auto history = scene.services().state->receipts({}, 10);
    VERIFY_RESULT(history);
    QCOMPARE(history->size(), 1);
    QCOMPARE(history->first().tags, QStringList{u"1"_s});
    VERIFY_RESULT(await(UndoVerb(scene.services()).run(history->first().undo, {})));
    QCOMPARE(scene.tagsLeft(), QStringList({u"1"_s, u"2"_s, u"3"_s}));
}

void TestGitHubDesk::theTokenGoesToItsRegistrysApiAlone()
{
    Scene scene;
    FakeGitHub other;
    GitHubs githubs({{scene.host, scene.github.base()}, {u"containers.other.example"_s, other.base()}}, scene.services().transport,
        scene.pool, scene.services().clock, scene.services().credentials);
    VERIFY_RESULT(await(githubs.of(scene.host)->facts({})));
    QCOMPARE(causeOf(await(githubs.of(u"containers.other.example"_s)->facts({}))), u"github.signInNeeded"_s);
    QVERIFY(scene.github.server().saw("ghp_all"));
    QVERIFY(!other.server().requests().isEmpty());
    QVERIFY(!other.server().saw("ghp_all"));
    QVERIFY(!githubs.of(u"localhost:5000"_s));
    QCOMPARE(githubs.of(u"ghcr.io"_s)->api().rest, QUrl(u"https://api.github.com"_s));
}

void TestGitHubDesk::anApiThatIsNoAddressIsRefused()
{
    WorkerPool pool;
    EngineOptions options;
    options.githubApi = {{u"ghcr.io"_s, u"http://api.example"_s}};
    QCOMPARE(Engine::make(options, *Mailbox::current(), pool).error().cause, u"github.apiOption"_s);
}

PD_TEST(TestGitHubDesk)
#include "tst_githubdesk.moc"
