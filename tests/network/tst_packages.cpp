// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/packages.h"
#include "support/await.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/servers/fakegithub.h"
#include "support/virtualclock.h"

using namespace pd;
using namespace pd::github;
using pd::test::await;
using pd::test::FakeGitHub;
using pd::test::Received;
using namespace Qt::StringLiterals;

namespace {

class OneToken final : public TokenSource {
public:
    QByteArray bytes;
    Task<Result<std::optional<Secret>>> token(std::stop_token) override
    {
        if (bytes.isEmpty())
            co_return std::nullopt;
        co_return std::optional<Secret>(Secret(QByteArray(bytes.constData(), bytes.size())));
    }
};

/// A GitHub with john, who is a member of acme, and his token that may do everything.
struct Scene {
    FakeGitHub github;
    http::Transport transport;
    WorkerPool pool;
    pd::test::VirtualClock clock;
    OneToken tokens;
    Packages packages{transport, pool, clock, tokens, {github.base(), QUrl(u"https://github.com"_s)}};
    const Owner acme{OwnerKind::Organization, u"acme"_s};
    const PackageName rbac{acme, u"team/rbac"_s};

    Scene()
    {
        clock.setAutoAdvance(true);
        github.addUser(u"john"_s);
        github.addUser(u"jane"_s);
        github.addOrganization(u"acme"_s, {u"john"_s});
        use("ghp_all", {u"read:packages"_s, u"write:packages"_s, u"delete:packages"_s});
        github.addPackage(u"acme"_s, rbac.name, u"private"_s, u"acme/policies"_s);
    }
    void use(const QByteArray &token, const QStringList &scopes, bool fineGrained = false)
    {
        github.addToken(token, {u"john"_s, scopes, fineGrained, {}});
        tokens.bytes = token;
    }
    qint64 add(const QString &digest, const QStringList &tags, qint64 downloads = 0)
    {
        return github.addVersion(u"acme"_s, rbac.name, digest, tags, downloads);
    }
    [[nodiscard]] QStringList digests() const
    {
        QStringList result;
        for (const auto &version : github.versions(u"acme"_s, rbac.name))
            result << version.digest;
        return result;
    }
};

class PackagesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsWhatTheTokenMaySee();
    void aSlashIsEncodedOnce();
    void pagesOfAHundred_data();
    void pagesOfAHundred();
    void everyVersionOnce();
    void deletingTakesAllTagsOfTheVersion();
    void theLastTaggedVersionStays();
    void deletesAndRestoresAPackage();
    void errorsHaveCauses_data();
    void errorsHaveCauses();
    void waitsAreRead();
    void changesGoOneAtATimeASecondApart();
    void aWaitingChangeCanBeStopped();
    void tellsWhatTheTokenIs();
    void tellsWhatAnOwnerIs();
    void theTokenStaysAtTheApi();
    void strangeAnswersAreRefused_data();
    void strangeAnswersAreRefused();
};

void PackagesTest::listsWhatTheTokenMaySee()
{
    Scene scene;
    scene.github.addPackage(u"acme"_s, u"open"_s, u"public"_s);
    scene.add(u"sha256:a"_s, {u"1.0.0"_s, u"latest"_s});
    const auto page = await(scene.packages.listPackages(scene.acme, 1, {}));
    VERIFY_RESULT(page);
    QCOMPARE(page->items.size(), 2);
    const Package open = page->items.at(0);
    QCOMPARE(open.name, u"open"_s);
    QVERIFY(open.visibility == Visibility::Public);
    QCOMPARE(open.repository, QString());
    const Package rbac = page->items.at(1);
    QCOMPARE(rbac.name, u"team/rbac"_s);
    QVERIFY(rbac.visibility == Visibility::Private);
    QCOMPARE(rbac.owner, u"acme"_s);
    QCOMPARE(rbac.repository, u"acme/policies"_s);
    QCOMPARE(rbac.versionCount, 1);
    QVERIFY(rbac.updated.isValid());
    QVERIFY(rbac.htmlUrl.isValid());

    scene.github.addToken("ghp_jane", {u"jane"_s, {u"read:packages"_s}, false, {}});
    scene.tokens.bytes = "ghp_jane";
    const auto seen = await(scene.packages.listPackages(scene.acme, 1, {}));
    VERIFY_RESULT(seen);
    QCOMPARE(seen->items.size(), 1);
    QCOMPARE(await(scene.packages.package(scene.rbac, {})).error().cause, u"github.notFoundOrPrivate"_s);
}

void PackagesTest::aSlashIsEncodedOnce()
{
    Scene scene;
    scene.add(u"sha256:a"_s, {u"1.0.0"_s});
    VERIFY_RESULT(await(scene.packages.versions(scene.rbac, Packages::State::Active, 1, {})));
    const Received request = scene.github.server().requests().last();
    QCOMPARE(request.path(), QByteArray("/orgs/acme/packages/container/team%2Frbac/versions"));
    QCOMPARE(request.header("X-GitHub-Api-Version"), QByteArray("2022-11-28"));
    QCOMPARE(request.header("Accept"), QByteArray("application/vnd.github+json"));
}

void PackagesTest::pagesOfAHundred_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("omitLinks");
    QTest::addColumn<int>("calls");
    QTest::newRow("none") << 0 << false << 1;
    QTest::newRow("a single page has no Link, and is full") << 100 << false << 2;
    QTest::newRow("more with Link") << 250 << false << 3;
    QTest::newRow("two full pages with Link") << 200 << false << 2;
    QTest::newRow("a page that is not full, without Link") << 99 << true << 1;
    QTest::newRow("a full page without Link asks for the next") << 100 << true << 2;
    QTest::newRow("more without Link") << 250 << true << 3;
}

void PackagesTest::pagesOfAHundred()
{
    QFETCH(int, count);
    QFETCH(bool, omitLinks);
    Scene scene;
    scene.github.omitLinks(omitLinks);
    for (int i = 0; i < count; ++i)
        scene.github.addPackage(u"john"_s, u"p%1"_s.arg(i), u"private"_s);
    int page = 1;
    QSet<QString> names;
    while (page != 0) {
        const auto rows = await(scene.packages.listPackages({OwnerKind::Self, u"john"_s}, page, {}));
        VERIFY_RESULT(rows);
        for (const Package &row : rows->items)
            names << row.name;
        page = rows->next;
    }
    QCOMPARE(names.size(), count);
    QTEST(scene.github.server().count("GET", "/user/packages?"), "calls");
}

void PackagesTest::everyVersionOnce()
{
    Scene scene;
    for (int i = 0; i < 230; ++i)
        scene.add(u"sha256:%1"_s.arg(i), {u"t%1"_s.arg(i)});
    const auto all = await(scene.packages.allVersions(scene.rbac, Packages::State::Active, {}));
    VERIFY_RESULT(all);
    QCOMPARE(all->items.size(), 230);
    QVERIFY(all->complete);
    QCOMPARE(all->items.first().digest, u"sha256:229"_s);
    QCOMPARE(all->items.first().tags, QStringList{u"t229"_s});
    // A list that moved: the row that slid over to the second page comes twice, and is told once.
    QByteArray full = "[";
    for (int i = 1; i <= 100; ++i)
        full += QByteArray(i == 1 ? "" : ",") + R"({"id":)" + QByteArray::number(i) + R"(,"name":"sha256:x"})";
    scene.github.answerNext(200, full + "]", {"Link: <http://elsewhere.example/?page=7>; rel=\"next\""});
    const auto moved = await(scene.packages.allVersions(scene.rbac, Packages::State::Active, {}));
    VERIFY_RESULT(moved);
    QCOMPARE(moved->items.size(), 100 + 130);
}

void PackagesTest::deletingTakesAllTagsOfTheVersion()
{
    Scene scene;
    scene.add(u"sha256:old"_s, {u"1.0.0"_s});
    const qint64 id = scene.add(u"sha256:new"_s, {u"2.1.0"_s, u"latest"_s});
    QStringList told;
    scene.github.onDeleted([&told](const QString &, const QString &, const QString &digest) { told << digest; });
    VERIFY_RESULT(await(scene.packages.deleteVersion(scene.rbac, id, {})));
    QCOMPARE(scene.digests(), QStringList{u"sha256:old"_s});
    QCOMPARE(told, QStringList{u"sha256:new"_s});
    const auto deleted = await(scene.packages.versions(scene.rbac, Packages::State::Deleted, 1, {}));
    VERIFY_RESULT(deleted);
    QCOMPARE(deleted->items.size(), 1);
    QCOMPARE(deleted->items.first().tags, (QStringList{u"2.1.0"_s, u"latest"_s}));
    QVERIFY(deleted->items.first().deleted.isValid());
    VERIFY_RESULT(await(scene.packages.restoreVersion(scene.rbac, id, {})));
    QCOMPARE(scene.digests(), (QStringList{u"sha256:new"_s, u"sha256:old"_s}));
}

void PackagesTest::theLastTaggedVersionStays()
{
    Scene scene;
    scene.add(u"sha256:untagged"_s, {});
    const qint64 last = scene.add(u"sha256:tagged"_s, {u"1.0.0"_s, u"latest"_s});
    const auto refused = await(scene.packages.deleteVersion(scene.rbac, last, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().cause, u"github.lastTaggedVersion"_s);
    QVERIFY(refused.error().kind == ErrorKind::Conflict);
    QCOMPARE(refused.error().http, 400);
    QCOMPARE(refused.error().subject, u"acme/team/rbac"_s);
    QVERIFY(!refused.error().registry.isEmpty());
    QCOMPARE(scene.digests().size(), 2);
}

void PackagesTest::deletesAndRestoresAPackage()
{
    Scene scene;
    scene.add(u"sha256:a"_s, {u"1"_s});
    VERIFY_RESULT(await(scene.packages.deletePackage(scene.rbac, {})));
    QVERIFY(!scene.github.visibility(u"acme"_s, scene.rbac.name));
    QCOMPARE(await(scene.packages.deletePackage(scene.rbac, {})).error().cause, u"github.notFoundOrPrivate"_s);
    VERIFY_RESULT(await(scene.packages.restorePackage(scene.rbac, {})));
    QCOMPARE(await(scene.packages.package(scene.rbac, {})).value().versionCount, 1);
}

void PackagesTest::errorsHaveCauses_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QList<QByteArray>>("headers");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("detail");
    const QStringList all{u"write:packages"_s, u"delete:packages"_s};
    const auto message = [](const char *words) { return QByteArray(QByteArray(R"({"message":")") + words + R"("})"); };
    using Headers = QList<QByteArray>;
    QTest::newRow("no delete scope") << QByteArray("t") << QStringList{u"write:packages"_s} << 0 << QByteArray() << Headers{}
                                     << "github.scopeMissing" << "delete:packages";
    QTest::newRow("no scope at all") << QByteArray("t") << QStringList() << 0 << QByteArray() << Headers{} << "github.scopeMissing"
                                     << "read:packages, delete:packages";
    QTest::newRow("a scope that hides behind 404") << QByteArray("t") << QStringList{u"read:packages"_s} << 404 << message("Not Found")
                                                   << Headers{} << "github.scopeMissing" << "delete:packages";
    QTest::newRow("no token") << QByteArray() << all << 0 << QByteArray() << Headers{} << "github.signInNeeded"
                              << "Requires authentication";
    QTest::newRow("a token that GitHub does not know") << QByteArray("?") << all << 0 << QByteArray() << Headers{} << "github.badToken"
                                                       << "Bad credentials";
    QTest::newRow("single sign-on") << QByteArray("t") << all << 403 << message("Resource protected by organization SAML enforcement.")
                                    << Headers{"X-GitHub-SSO: required; url=https://github.com/orgs/acme/sso?authorization_request=AB%2F"}
                                    << "github.sso" << "https://github.com/orgs/acme/sso?authorization_request=AB%2F";
    QTest::newRow("single sign-on elsewhere") << QByteArray("t") << all << 403 << message("no")
                                              << Headers{"X-GitHub-SSO: required; url=javascript:alert(1)"} << "github.denied" << "no";
    QTest::newRow("denied") << QByteArray("t") << all << 403 << message("Must have admin rights to Repository.") << Headers{}
                            << "github.denied"
                            << "Must have admin rights to Repository.";
    QTest::newRow("secondary limit") << QByteArray("t") << all << 403 << message("You have exceeded a secondary rate limit.") << Headers{}
                                     << "github.rateLimited" << "You have exceeded a secondary rate limit.";
    QTest::newRow("too many requests") << QByteArray("t") << all << 429 << QByteArray("slow down") << Headers{} << "github.rateLimited"
                                       << "";
    QTest::newRow("downloads") << QByteArray("t") << all << 400
                               << message("Publicly visible package versions with more than 5000 downloads cannot be deleted.") << Headers{}
                               << "github.downloads"
                               << "Publicly visible package versions with more than 5000 downloads cannot be deleted.";
    QTest::newRow("another refusal") << QByteArray("t") << all << 422 << message("Validation failed") << Headers{} << "github.refused"
                                     << "Validation failed";
    QTest::newRow("out of order") << QByteArray("t") << all << 502 << QByteArray("<html>Unicorn!</html>") << Headers{}
                                  << "github.unavailable" << "";
    QTest::newRow("a status nobody sends") << QByteArray("t") << all << 418 << QByteArray() << Headers{} << "github.answer" << "";
    QTest::newRow("a token in the words") << QByteArray("t") << all << 403
                                          << message("denied for Bearer ghp_0123456789abcdefghijklmnopqrstuvwxyz") << Headers{}
                                          << "github.denied" << "*";
}

void PackagesTest::errorsHaveCauses()
{
    QFETCH(QByteArray, token);
    QFETCH(QStringList, scopes);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QList<QByteArray>, headers);
    QFETCH(QString, detail);
    Scene scene;
    scene.add(u"sha256:a"_s, {u"1"_s});
    const qint64 id = scene.add(u"sha256:b"_s, {u"2"_s});
    if (token == "t")
        scene.use(token, scopes);
    scene.tokens.bytes = token;
    if (status != 0)
        scene.github.answerNext(status, body, headers);
    const auto result = await(scene.packages.deleteVersion(scene.rbac, id, {}));
    QVERIFY(!result);
    QTEST(result.error().cause, "cause");
    if (detail == "*"_L1)
        QVERIFY(!result.error().detail.contains(u"ghp_0123456789abcdefghijklmnopqrstuvwxyz"_s));
    else
        QCOMPARE(result.error().detail, detail);
    QCOMPARE(scene.digests().size(), 2);
}

void PackagesTest::waitsAreRead()
{
    Scene scene;
    scene.github.limitNext(1, 42);
    const auto secondary = await(scene.packages.listPackages(scene.acme, 1, {}));
    QVERIFY(secondary.error().kind == ErrorKind::RateLimited);
    QCOMPARE(secondary.error().retryAfterMs, 42'000);
    scene.github.limitNext(1, 1'000'000'000);
    QCOMPARE_LE(await(scene.packages.listPackages(scene.acme, 1, {})).error().retryAfterMs, 15 * 60'000);
    scene.github.exhaust(60);
    const auto primary = await(scene.packages.listPackages(scene.acme, 1, {}));
    QCOMPARE(primary.error().cause, u"github.rateLimited"_s);
    QCOMPARE_GE(primary.error().retryAfterMs, 0);
}

void PackagesTest::changesGoOneAtATimeASecondApart()
{
    Scene scene;
    QList<qint64> ids;
    for (int i = 0; i < 4; ++i)
        ids << scene.add(u"sha256:%1"_s.arg(i), {u"t%1"_s.arg(i)});
    const qint64 before = scene.clock.monotonicMs();
    std::vector<Task<Result<void>>> running;
    for (int i = 0; i < 3; ++i)
        running.push_back(scene.packages.deleteVersion(scene.rbac, ids.at(i), {}));
    for (auto &task : running)
        VERIFY_RESULT(await(std::move(task)));
    QCOMPARE(scene.digests(), QStringList{u"sha256:3"_s});
    QCOMPARE_GE(scene.clock.monotonicMs() - before, 2000);
}

void PackagesTest::aWaitingChangeCanBeStopped()
{
    Scene scene;
    const qint64 first = scene.add(u"sha256:a"_s, {u"1"_s});
    const qint64 second = scene.add(u"sha256:b"_s, {u"2"_s});
    const qint64 third = scene.add(u"sha256:c"_s, {u"3"_s});
    std::stop_source stop;
    auto running = scene.packages.deleteVersion(scene.rbac, first, {});
    auto stopped = scene.packages.deleteVersion(scene.rbac, second, stop.get_token());
    auto after = scene.packages.deleteVersion(scene.rbac, third, {});
    stop.request_stop();
    QVERIFY(await(std::move(stopped)).error().isCancelled());
    VERIFY_RESULT(await(std::move(running)));
    VERIFY_RESULT(await(std::move(after)));
    QCOMPARE(scene.digests(), QStringList{u"sha256:b"_s});
}

void PackagesTest::tellsWhatTheTokenIs()
{
    Scene scene;
    scene.github.addToken("ghp_e", {u"john"_s, {u"repo"_s, u"write:packages"_s}, false, "2026-12-24 10:00:00 UTC"});
    scene.tokens.bytes = "ghp_e";
    const auto classic = await(scene.packages.tokenFacts({}));
    VERIFY_RESULT(classic);
    QCOMPARE(classic->login, u"john"_s);
    QVERIFY(classic->tellsScopes);
    QCOMPARE(classic->scopes, (QStringList{u"repo"_s, u"write:packages"_s}));
    QVERIFY(classic->hasScope(u"read:packages"_s));
    QVERIFY(!classic->hasScope(u"delete:packages"_s));
    QCOMPARE(classic->expires, QDateTime(QDate(2026, 12, 24), QTime(10, 0), QTimeZone::UTC));

    scene.github.addToken("github_pat", {u"john"_s, {}, true, "2026-12-24 11:30:00 +0130"});
    scene.tokens.bytes = "github_pat";
    const auto fine = await(scene.packages.tokenFacts({}));
    VERIFY_RESULT(fine);
    QVERIFY(!fine->tellsScopes);
    QCOMPARE(fine->expires, QDateTime(QDate(2026, 12, 24), QTime(10, 0), QTimeZone::UTC));
}

void PackagesTest::tellsWhatAnOwnerIs()
{
    Scene scene;
    const auto kind = [&scene](const char *login) { return await(scene.packages.owner(QString::fromLatin1(login), {})); };
    QCOMPARE(kind("Acme").value(), (Owner{OwnerKind::Organization, u"acme"_s}));
    QCOMPARE(kind("john").value(), (Owner{OwnerKind::Self, u"john"_s}));
    QCOMPARE(kind("jane").value(), (Owner{OwnerKind::User, u"jane"_s}));
    QCOMPARE(kind("a/../user").error().cause, u"github.notFoundOrPrivate"_s);
    scene.tokens.bytes.clear();
    QCOMPARE(kind("jane").value(), (Owner{OwnerKind::User, u"jane"_s}));
}

void PackagesTest::theTokenStaysAtTheApi()
{
    Scene scene;
    test::ScriptServer other([](const Received &, test::Peer &peer) { peer.reply(200, "[]"); });
    scene.github.answerNext(307, {}, {"Location: " + other.url(u"/orgs/acme/packages"_s).toEncoded()});
    const auto redirected = await(scene.packages.listPackages(scene.acme, 1, {}));
    QVERIFY(!redirected);
    QVERIFY(!other.saw("ghp_all"));
    QCOMPARE(other.requests().size(), 0);
    for (const Received &request : scene.github.server().requests()) {
        QCOMPARE(request.header("Authorization"), QByteArray("Bearer ghp_all"));
        QVERIFY(!request.target.contains("ghp_"));
    }
}

void PackagesTest::strangeAnswersAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("html") << QByteArray("<html>");
    QTest::newRow("an object") << QByteArray("{}");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("rows without a name") << QByteArray(R"([{"id":1}])");
    QTest::newRow("rows of another type") << QByteArray(R"(["a",2,null])");
    QTest::newRow("too many rows") << QByteArray("[" + QByteArray(R"({"name":"a"},)").repeated(1001) + R"({"name":"a"}])");
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void PackagesTest::strangeAnswersAreRefused()
{
    QFETCH(QByteArray, body);
    Scene scene;
    scene.github.answerNext(200, body);
    const auto page = await(scene.packages.listPackages(scene.acme, 1, {}));
    QVERIFY(!page);
    QCOMPARE(page.error().cause, u"github.answer"_s);
    QCOMPARE(page.error().subject, u"acme"_s);
}

} // namespace

PD_TEST(PackagesTest)

#include "tst_packages.moc"
