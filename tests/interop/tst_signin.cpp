// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/credentialstore.h"
#include "support/await.h"
#include "support/result.h"
#include "support/runner.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

using namespace pd;
using namespace pd::secrets;
using pd::test::await;

namespace {

const QString Ghcr = QStringLiteral("ghcr.io");

/// The credential store in the engine's thread, over the desktop's unlocked keyring.
class SignInTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signInAndOut();
    void anotherUserReplacesTheFirst();
    void theKeychainComesBeforeFiles();
    void aTokenRemovedElsewhereIsTold();
    void anUnwritableBookLeavesNoToken();
};

struct Desk {
    QTemporaryDir folder;
    WorkerPool pool;
    Keychain keychain{*Mailbox::current()};
    CredentialStore store{keychain, pool, CredentialPlaces::standard(environment(), folder.path(), folder.path())};
    EventThread engine{QStringLiteral("engine")};

    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment result;
        result.insert(QStringLiteral("HOME"), folder.path());
        result.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
        return result;
    }
    [[nodiscard]] Result<void> signIn(const QString &user, const QByteArray &token)
    {
        return await(callIn(engine.mailbox(), [this, user, token] {
            Account account;
            account.host = Ghcr;
            account.user = user;
            account.token = Secret(QByteArray(token.constData(), token.size()));
            return store.signIn(std::move(account), CredentialStore::Keep::Keychain, {});
        }));
    }
    [[nodiscard]] Result<void> signOut()
    {
        return await(callIn(engine.mailbox(), [this] { return store.signOut(Ghcr, {}); }));
    }
    [[nodiscard]] Result<CredentialStore::Lookup> lookUp()
    {
        return await(callIn(engine.mailbox(), [this] { return store.lookUp(Ghcr, Ask::User, {}); }));
    }
};

QByteArray secretTool(const QString &verb, const QString &user)
{
    QProcess tool;
    tool.start(QStringLiteral("secret-tool"),
        {verb, QStringLiteral("server"), QStringLiteral("policydesk"), QStringLiteral("user"), user + QStringLiteral("@ghcr.io")});
    tool.waitForFinished();
    return tool.readAllStandardOutput();
}

void SignInTest::signInAndOut()
{
    Desk desk;
    VERIFY_RESULT(desk.signIn(QStringLiteral("john"), "ghp_in"));
    QCOMPARE(secretTool(QStringLiteral("lookup"), QStringLiteral("john")), QByteArray("ghp_in"));
    const auto found = desk.lookUp();
    VERIFY_RESULT(found);
    QVERIFY(found->account.has_value());
    QCOMPARE(found->account->user, QStringLiteral("john"));
    QCOMPARE(found->account->token.expose(), QByteArray("ghp_in"));
    QCOMPARE(found->account->source, Source::Keychain);
    VERIFY_RESULT(desk.signOut());
    QCOMPARE(secretTool(QStringLiteral("lookup"), QStringLiteral("john")), QByteArray());
    QVERIFY(!desk.lookUp()->account);
}

void SignInTest::anotherUserReplacesTheFirst()
{
    Desk desk;
    VERIFY_RESULT(desk.signIn(QStringLiteral("john"), "ghp_old"));
    VERIFY_RESULT(desk.signIn(QStringLiteral("jane@example.org"), "ghp_new"));
    QCOMPARE(secretTool(QStringLiteral("lookup"), QStringLiteral("john")), QByteArray());
    QCOMPARE(secretTool(QStringLiteral("lookup"), QStringLiteral("jane@example.org")), QByteArray("ghp_new"));
    QCOMPARE(desk.lookUp()->account->user, QStringLiteral("jane@example.org"));
    VERIFY_RESULT(desk.signOut());
}

void SignInTest::theKeychainComesBeforeFiles()
{
    Desk desk;
    QDir(desk.folder.path()).mkdir(QStringLiteral(".docker"));
    QFile config(desk.folder.filePath(QStringLiteral(".docker/config.json")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(R"({"auths":{"ghcr.io":{"auth":"ZG9ja2VyOmQ="}}})");
    config.close();
    QCOMPARE(desk.lookUp()->account->user, QStringLiteral("docker"));
    VERIFY_RESULT(desk.signIn(QStringLiteral("john"), "ghp_first"));
    QCOMPARE(desk.lookUp()->account->user, QStringLiteral("john"));
    VERIFY_RESULT(desk.signOut());
    QCOMPARE(desk.lookUp()->account->user, QStringLiteral("docker"));
}

void SignInTest::aTokenRemovedElsewhereIsTold()
{
    Desk desk;
    VERIFY_RESULT(desk.signIn(QStringLiteral("john"), "ghp_gone"));
    std::ignore = secretTool(QStringLiteral("clear"), QStringLiteral("john"));
    const auto found = desk.lookUp();
    VERIFY_RESULT(found);
    QVERIFY(!found->account);
    QCOMPARE(found->troubles.size(), 1);
    QCOMPARE(found->troubles.first().cause, QStringLiteral("keychain.gone"));
}

void SignInTest::anUnwritableBookLeavesNoToken()
{
    Desk desk;
    QVERIFY(QDir(desk.folder.path()).mkdir(QStringLiteral("accounts.json"))); // a folder where the file should be
    const auto signedIn = desk.signIn(QStringLiteral("john"), "ghp_lost");
    QVERIFY(!signedIn);
    QVERIFY(signedIn.error().cause.startsWith(QStringLiteral("accounts.")));
    QCOMPARE(secretTool(QStringLiteral("lookup"), QStringLiteral("john")), QByteArray());
}

} // namespace

PD_TEST(SignInTest)

#include "tst_signin.moc"
