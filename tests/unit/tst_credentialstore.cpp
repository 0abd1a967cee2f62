// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/credentialstore.h"
#include "secrets/dockerhelper.h"
#include "secrets/foundtools.h"
#include "support/await.h"
#include "support/result.h"
#include "support/runner.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace pd;
using namespace pd::secrets;
using pd::test::await;

namespace {

const QString Ghcr = QStringLiteral("ghcr.io");

/// A home with configuration files and helpers that are shell scripts. There is no session bus, and so no keychain.
struct Home {
    QTemporaryDir folder;
    WorkerPool pool;
    Keychain keychain{*Mailbox::current()};
    QProcessEnvironment environment;
    QString environmentHost;

    Home()
    {
        QDir(folder.path()).mkpath(QStringLiteral("bin"));
        environment.insert(QStringLiteral("HOME"), folder.path());
        environment.insert(QStringLiteral("PATH"), folder.filePath(QStringLiteral("bin")) + QStringLiteral(":/usr/bin:/bin"));
    }
    [[nodiscard]] QString write(const char *name, const QByteArray &bytes) const
    {
        const QString path = folder.filePath(QString::fromLatin1(name));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
        return path;
    }
    void docker(const QByteArray &json) const { std::ignore = write(".docker/config.json", json); }
    void policy(const QByteArray &json) const { std::ignore = write(".policy/config.json", json); }
    void program(const char *name, const QByteArray &script) const
    {
        QFile::setPermissions(write(name, "#!/bin/sh\n" + script), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    [[nodiscard]] CredentialPlaces places() const
    {
        auto result
            = CredentialPlaces::standard(environment, folder.filePath(QStringLiteral("ours")), folder.filePath(QStringLiteral(".policy")));
        result.environmentHost = environmentHost;
        return result;
    }
    [[nodiscard]] CredentialStore store() { return {keychain, pool, places()}; }
    /// "user:secret" for `host`, "none", or the cause of the error.
    [[nodiscard]] QByteArray ask(const QString &host = Ghcr)
    {
        CredentialStore asked = store();
        const auto found = await(asked.credential(host, {}));
        if (!found)
            return found.error().cause.toUtf8();
        return *found ? QByteArray((*found)->user.toUtf8() + ':' + (*found)->token.expose()) : QByteArrayLiteral("none");
    }
};

QByteArray auth(const QByteArray &host, const QByteArray &login)
{
    return R"({"auths":{")" + host + R"(":{"auth":")" + login.toBase64() + R"("}}})";
}

Account account(const QString &host, const char *user, const QByteArray &token)
{
    Account result;
    result.host = host;
    result.user = QString::fromLatin1(user);
    result.token = Secret(QByteArray(token.constData(), token.size()));
    return result;
}

class CredentialStoreTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksTheSourcesInOrder();
    void aSimilarHostGetsNothing();
    void theEnvironmentIsForItsHostAlone();
    void keepsUntilQuitInMemoryAlone();
    void anAbsentKeychainIsAnErrorNotAFile();
    void aHelperAnswers_data();
    void aHelperAnswers();
    void aHelperGetsTheServerOnStandardInput();
    void aRelativePathIsNotSearched();
    void aSlowHelperCanBeStopped();
    void brokenPlacesAreToldNotSwallowed();
    void listsAccounts();
    void findsToolsOnThisComputer();
    void nothingHereFindsNothing();
    void usesTheGitHubCliOnlyWhenTold();
};

void CredentialStoreTest::asksTheSourcesInOrder()
{
    Home home;
    home.environment.insert(QStringLiteral("POLICYDESK_USER"), QStringLiteral("env"));
    home.environment.insert(QStringLiteral("POLICYDESK_TOKEN"), QStringLiteral("e"));
    home.environmentHost = Ghcr;
    QCOMPARE(home.ask(), QByteArray("env:e"));
    home.policy(auth("ghcr.io", "policy:p"));
    QCOMPARE(home.ask(), QByteArray("policy:p"));
    home.docker(auth("ghcr.io", "docker:d"));
    QCOMPARE(home.ask(), QByteArray("docker:d"));
    home.program("bin/docker-credential-store", R"(echo '{"Username":"general","Secret":"g"}')");
    home.docker(auth("ghcr.io", "docker:d").replace("{\"auths\"", "{\"credsStore\":\"store\",\"auths\""));
    QCOMPARE(home.ask(), QByteArray("general:g"));
    home.program("bin/docker-credential-own", R"(echo '{"Username":"own","Secret":"o"}')");
    home.docker(R"({"credsStore":"store","credHelpers":{"ghcr.io":"own"}})");
    QCOMPARE(home.ask(), QByteArray("own:o"));
    home.program("bin/docker-credential-own", "echo 'credentials not found in native keychain'; exit 1");
    QCOMPARE(home.ask(), QByteArray("general:g"));
    home.environment.insert(QStringLiteral("DOCKER_AUTH_CONFIG"), QString::fromLatin1(auth("ghcr.io", "variable:v")));
    QCOMPARE(home.ask(), QByteArray("variable:v"));
}

void CredentialStoreTest::aSimilarHostGetsNothing()
{
    Home home;
    home.docker(auth("ghcr.io", "john:secret"));
    home.policy(auth("ghcr.io", "john:secret"));
    for (const char *host : {"ghcr.io.evil.example", "evil.example/ghcr.io", "ghcr.io:8443", "hcr.io", "xghcr.io", ""})
        QCOMPARE(home.ask(QString::fromLatin1(host)), QByteArray("none"));
    QCOMPARE(home.ask(QStringLiteral("GHCR.IO")), QByteArray("john:secret"));
}

void CredentialStoreTest::theEnvironmentIsForItsHostAlone()
{
    Home home;
    home.environment.insert(QStringLiteral("POLICYDESK_USER"), QStringLiteral("env"));
    home.environment.insert(QStringLiteral("POLICYDESK_TOKEN"), QStringLiteral("e"));
    QCOMPARE(home.ask(), QByteArray("none"));
    home.environmentHost = QStringLiteral("other.example");
    QCOMPARE(home.ask(), QByteArray("none"));
    QCOMPARE(home.ask(QStringLiteral("other.example")), QByteArray("env:e"));
}

void CredentialStoreTest::keepsUntilQuitInMemoryAlone()
{
    Home home;
    CredentialStore store = home.store();
    VERIFY_RESULT(await(store.signIn(account(Ghcr, "john", "ghp_until"), CredentialStore::Keep::UntilQuit, {})));
    const auto found = await(store.lookUp(Ghcr, Ask::Nobody, {}));
    VERIFY_RESULT(found);
    QVERIFY(found->account.has_value());
    QCOMPARE(found->account->source, Source::UntilQuit);
    QCOMPARE(found->account->token.expose(), QByteArray("ghp_until"));
    QVERIFY(QDir(home.folder.path()).entryList({QStringLiteral("ours")}).isEmpty());
    QCOMPARE(home.ask(), QByteArray("none")); // another program run
    VERIFY_RESULT(await(store.signOut(Ghcr, {})));
    QVERIFY(!await(store.credential(Ghcr, {})).value().has_value());
}

void CredentialStoreTest::anAbsentKeychainIsAnErrorNotAFile()
{
    Home home;
    CredentialStore store = home.store();
    const auto signedIn = await(store.signIn(account(Ghcr, "john", "ghp_absent"), CredentialStore::Keep::Keychain, {}));
    QVERIFY(!signedIn);
    QVERIFY(signedIn.error().kind == ErrorKind::Keychain);
    QCOMPARE(signedIn.error().cause, QStringLiteral("keychain.absent"));
    QVERIFY(await(store.accounts({})).value().isEmpty());

    // An account that is listed is in the keychain: nobody else's credential takes its place.
    VERIFY_RESULT(AccountBook(home.places().accountBook).put({Ghcr, QStringLiteral("john"), false}));
    home.docker(auth("ghcr.io", "docker:d"));
    QCOMPARE(home.ask(), QByteArray("keychain.absent"));
    QCOMPARE(await(store.signOut(Ghcr, {})).error().cause, QStringLiteral("keychain.absent"));
    QCOMPARE(await(store.accounts({})).value().first().source, Source::Keychain);
}

void CredentialStoreTest::aHelperAnswers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("expected");
    const QString plain = QStringLiteral("x");
    QTest::newRow("a login") << plain << QByteArray(R"(echo '{"ServerURL":"ghcr.io","Username":"john","Secret":"s:1"}')")
                             << QByteArray("john:s:1");
    QTest::newRow("an identity token") << plain << QByteArray(R"(echo '{"Username":"<token>","Secret":"r"}')") << QByteArray("identity:r");
    QTest::newRow("none") << plain << QByteArray("echo credentials not found in native keychain; exit 1") << QByteArray("none");
    QTest::newRow("an empty secret") << plain << QByteArray(R"(echo '{"Username":"","Secret":""}')") << QByteArray("none");
    QTest::newRow("its own error on standard output")
        << plain << QByteArray("echo pass not initialized; exit 1") << QByteArray("helper.failed");
    QTest::newRow("no JSON") << plain << QByteArray("echo hello") << QByteArray("helper.badAnswer");
    QTest::newRow("without end") << plain << QByteArray("exec yes") << QByteArray("helper.badAnswer");
    QTest::newRow("killed") << plain << QByteArray("kill -9 $$") << QByteArray("helper.failed");
    QTest::newRow("missing") << QStringLiteral("missing") << QByteArray() << QByteArray("helper.missing");
    QTest::newRow("a path") << QStringLiteral("../x") << QByteArray() << QByteArray("helper.badName");
    QTest::newRow("an absolute path") << QStringLiteral("/bin/sh") << QByteArray() << QByteArray("helper.badName");
    QTest::newRow("an option") << QStringLiteral("-x") << QByteArray() << QByteArray("helper.badName");
    QTest::newRow("a second line") << QStringLiteral("x\n") << QByteArray() << QByteArray("helper.badName");
}

void CredentialStoreTest::aHelperAnswers()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, script);
    const Home home;
    home.program("bin/docker-credential-x", script);
    home.program("docker-credential-x", "echo '{\"Username\":\"reached\",\"Secret\":\"by path\"}'");
    const auto got = await(DockerHelper(name, home.environment).get(Ghcr, {}));
    QByteArray answer = got ? QByteArrayLiteral("none") : got.error().cause.toUtf8();
    if (got && *got)
        answer = ((*got)->identityToken ? QByteArrayLiteral("identity") : (*got)->user.toUtf8()) + ':' + (*got)->token.expose();
    QTEST(answer, "expected");
    if (!got && got.error().cause == QStringLiteral("helper.failed") && script.contains("pass"))
        QCOMPARE(got.error().detail, QStringLiteral("pass not initialized"));
}

void CredentialStoreTest::aHelperGetsTheServerOnStandardInput()
{
    Home home;
    home.environment.insert(QStringLiteral("POLICYDESK_TOKEN"), QStringLiteral("ours"));
    home.environment.insert(QStringLiteral("AWS_PROFILE"), QStringLiteral("work"));
    home.program("bin/docker-credential-x",
        "read server\nprintf '{\"Username\":\"%s|%s|%s\",\"Secret\":\"%s\"}' \"$*\" \"$AWS_PROFILE\" \"$POLICYDESK_TOKEN\" \"$server\"");
    const auto got = await(DockerHelper(QStringLiteral("x"), home.environment).get(QStringLiteral("https://index.docker.io/v1/"), {}));
    VERIFY_RESULT(got);
    QCOMPARE((*got)->user, QStringLiteral("get|work|"));
    QCOMPARE((*got)->token.expose(), QByteArray("https://index.docker.io/v1/"));
}

void CredentialStoreTest::aRelativePathIsNotSearched()
{
    Home home;
    home.program("docker-credential-x", "echo '{\"Username\":\"a\",\"Secret\":\"b\"}'");
    QVERIFY(QDir::setCurrent(home.folder.path()));
    for (const char *path : {".", "", "bin/.."}) {
        home.environment.insert(QStringLiteral("PATH"), QString::fromLatin1(path));
        const auto got = await(DockerHelper(QStringLiteral("x"), home.environment).get(Ghcr, {}));
        QVERIFY(!got);
        QCOMPARE(got.error().cause, QStringLiteral("helper.missing"));
    }
    QVERIFY(QDir::setCurrent(QStringLiteral("/")));
}

void CredentialStoreTest::aSlowHelperCanBeStopped()
{
    Home home;
    home.docker(R"({"credsStore":"x"})");
    home.program("bin/docker-credential-x", "exec sleep 60");
    CredentialStore store = home.store();
    std::stop_source stop;
    auto asking = store.credential(Ghcr, stop.get_token());
    QElapsedTimer timer;
    timer.start();
    stop.request_stop();
    const auto got = await(std::move(asking));
    QVERIFY(!got);
    QVERIFY(got.error().isCancelled());
    QCOMPARE_LT(timer.elapsed(), 5000);
}

void CredentialStoreTest::brokenPlacesAreToldNotSwallowed()
{
    Home home;
    home.docker(R"({"credsStore":"desktop","auths":{"ghcr.io":{"auth":"!!"}}})");
    home.policy("no json");
    CredentialStore store = home.store();
    const auto found = await(store.lookUp(Ghcr, Ask::User, {}));
    VERIFY_RESULT(found);
    QVERIFY(!found->account);
    QStringList causes;
    for (const Error &trouble : found->troubles)
        causes << trouble.cause;
    QCOMPARE(causes, (QStringList{QStringLiteral("helper.missing"), QStringLiteral("config.badAuth"), QStringLiteral("config.notJson")}));
}

void CredentialStoreTest::listsAccounts()
{
    Home home;
    home.docker(R"({"credHelpers":{"gcr.io":"gcloud"},"auths":{"ghcr.io":{"auth":"am9objpw"}}})");
    home.environment.insert(QStringLiteral("POLICYDESK_USER"), QStringLiteral("env"));
    home.environment.insert(QStringLiteral("POLICYDESK_TOKEN"), QStringLiteral("e"));
    home.environmentHost = QStringLiteral("ci.example");
    VERIFY_RESULT(AccountBook(home.places().accountBook).put({QStringLiteral("mine.example"), QStringLiteral("me"), false}));
    CredentialStore store = home.store();
    VERIFY_RESULT(await(store.signIn(account(QStringLiteral("a.example"), "m", "t"), CredentialStore::Keep::UntilQuit, {})));
    const auto all = await(store.accounts({}));
    VERIFY_RESULT(all);
    QStringList lines;
    for (const AccountInfo &info : *all)
        lines << QStringLiteral("%1 %2 %3 %4").arg(info.host, info.user).arg(int(info.source)).arg(int(info.keeping));
    const QStringList expected{
        QStringLiteral("a.example m 0 1"),
        QStringLiteral("mine.example me 1 0"),
        QStringLiteral("gcr.io  2 2"),
        QStringLiteral("ghcr.io john 2 3"),
        QStringLiteral("ci.example env 4 4"),
    };
    QCOMPARE(lines, expected);
}

void CredentialStoreTest::findsToolsOnThisComputer()
{
    Home home;
    home.policy(auth("ghcr.io", "john:p"));
    home.docker(R"({"credsStore":"x","credHelpers":{"gcr.io":"gone"},"auths":{"ghcr.io":{}}})");
    home.program("bin/docker-credential-x",
        R"(if [ "$1" = list ]; then echo '{"https://index.docker.io/v1/":"hub","ghcr.io":"jane"}'; else touch "$HOME/asked"; fi)");
    std::ignore = home.write(".config/gh/hosts.yml",
        "github.com:\n    users:\n        john:\n            oauth_token: gho_secret\n    oauth_token: gho_secret\n"
        "    git_protocol: https\n    user: john\nghe.example:\n    user: worker\n");
    const auto found = await(findTools(home.places(), &home.pool, {}));
    VERIFY_RESULT(found);
    QCOMPARE(found->size(), 3);
    const FoundTool policy = found->at(0);
    QCOMPARE(policy.kind, FoundTool::Kind::PolicyCli);
    QCOMPARE(
        policy.accounts, (QList<AccountInfo>{{Ghcr, QStringLiteral("john"), Source::PolicyCli, Keeping::ClearText, {}, policy.place}}));
    const FoundTool docker = found->at(1);
    const QList<AccountInfo> expected{
        {QStringLiteral("gcr.io"), {}, Source::Docker, Keeping::Helper, QStringLiteral("gone"), docker.place},
        {Ghcr, QStringLiteral("jane"), Source::Docker, Keeping::Helper, QStringLiteral("x"), docker.place},
        {QStringLiteral("docker.io"), QStringLiteral("hub"), Source::Docker, Keeping::Helper, QStringLiteral("x"), docker.place},
    };
    QCOMPARE(docker.accounts, expected);
    QCOMPARE(docker.missingHelpers, QStringList{QStringLiteral("gone")});
    QVERIFY(!QFile::exists(home.folder.filePath(QStringLiteral("asked"))));
    const FoundTool github = found->at(2);
    QCOMPARE(github.accounts.size(), 2);
    QCOMPARE(github.accounts.at(0).user, QStringLiteral("john"));
    QCOMPARE(github.accounts.at(0).keeping, Keeping::ClearText);
    QCOMPARE(github.accounts.at(1).host, QStringLiteral("ghe.example"));
    QCOMPARE(github.accounts.at(1).keeping, Keeping::Helper);
}

void CredentialStoreTest::nothingHereFindsNothing()
{
    Home home;
    QCOMPARE(await(findTools(home.places(), &home.pool, {})).value().size(), 0);
    std::ignore = home.write(".config/gh/hosts.yml", "github.com: [gho_secret\n");
    const auto found = await(findTools(home.places(), &home.pool, {}));
    VERIFY_RESULT(found);
    QCOMPARE(found->first().troubles.first().cause, QStringLiteral("config.notYaml"));
    QVERIFY(!found->first().troubles.first().detail.contains(QStringLiteral("gho_secret")));
}

void CredentialStoreTest::usesTheGitHubCliOnlyWhenTold()
{
    Home home;
    QCOMPARE(await(useGitHubCli(QStringLiteral("github.com"), {}, home.environment, {})).error().cause, QStringLiteral("gh.missing"));
    home.program(
        "bin/gh", R"([ "$*" = "auth token --hostname github.com --user john" ] && echo gho_1 && exit; echo "no oauth token" >&2; exit 1)");
    const auto got = await(useGitHubCli(QStringLiteral("github.com"), QStringLiteral("john"), home.environment, {}));
    VERIFY_RESULT(got);
    QCOMPARE(got->host, Ghcr);
    QCOMPARE(got->token.expose(), QByteArray("gho_1"));
    const auto other = await(useGitHubCli(QStringLiteral("ghe.example"), QStringLiteral("john"), home.environment, {}));
    QCOMPARE(other.error().cause, QStringLiteral("gh.signedOut"));
    QCOMPARE(other.error().detail, QStringLiteral("no oauth token"));
    QCOMPARE(containerRegistry(QStringLiteral("acme.ghe.com")), QStringLiteral("containers.acme.ghe.com"));
}

} // namespace

PD_TEST(CredentialStoreTest)

#include "tst_credentialstore.moc"
