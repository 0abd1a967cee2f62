// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/accountbook.h"
#include "secrets/environment.h"
#include "support/result.h"
#include "support/runner.h"

#include <QFile>
#include <QTemporaryDir>

#include <thread>

using namespace pd;
using namespace pd::secrets;

namespace {

class AccountBookTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsOneAccountAHost();
    void losesNothingBetweenWriters();
    void leavesALaterSchemaAlone();
    void saysThatItCannotRead();
    void bindsTheEnvironmentToOneHost_data();
    void bindsTheEnvironmentToOneHost();
    void findsTheUsualPlaces();
};

AccountBook::Line line(const char *host, const char *user)
{
    return {QString::fromLatin1(host), QString::fromLatin1(user), false};
}

void AccountBookTest::keepsOneAccountAHost()
{
    const QTemporaryDir folder;
    const AccountBook book(folder.filePath(QStringLiteral("new/accounts.json")));
    QCOMPARE(book.lines().value(), QList<AccountBook::Line>());
    VERIFY_RESULT(book.put(line("ghcr.io", "john")));
    VERIFY_RESULT(book.put({QStringLiteral("a.example"), {}, true}));
    VERIFY_RESULT(book.put(line("ghcr.io", "jane")));
    QCOMPARE(book.lines().value(), (QList<AccountBook::Line>{{QStringLiteral("a.example"), {}, true}, line("ghcr.io", "jane")}));
    VERIFY_RESULT(book.remove(QStringLiteral("a.example")));
    VERIFY_RESULT(book.remove(QStringLiteral("unknown.example")));
    QCOMPARE(book.lines().value(), QList<AccountBook::Line>{line("ghcr.io", "jane")});
    QCOMPARE(AccountBook::key(line("ghcr.io", "jane")), QStringLiteral("jane@ghcr.io"));
}

void AccountBookTest::losesNothingBetweenWriters()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("accounts.json"));
    {
        std::vector<std::jthread> writers;
        for (int writer = 0; writer < 4; ++writer) {
            writers.emplace_back([path, writer] {
                for (int i = 0; i < 10; ++i)
                    std::ignore = AccountBook(path).put({QStringLiteral("h%1-%2.example").arg(writer).arg(i), {}, false});
            });
        }
    }
    QCOMPARE(AccountBook(path).lines().value().size(), 40);
}

void AccountBookTest::leavesALaterSchemaAlone()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"schema":2,"people":[]})");
    file.close();
    const AccountBook book(file.fileName());
    const auto put = book.put(line("ghcr.io", "john"));
    QVERIFY(!put);
    QCOMPARE(put.error().cause, QStringLiteral("accounts.newer"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(R"({"schema":2,"people":[]})"));
}

void AccountBookTest::saysThatItCannotRead()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("half a fi");
    file.close();
    const auto lines = AccountBook(file.fileName()).lines();
    QVERIFY(!lines);
    QCOMPARE(lines.error().cause, QStringLiteral("accounts.unreadable"));
}

void AccountBookTest::bindsTheEnvironmentToOneHost_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QStringList>("named");
    QTest::addColumn<QString>("defaultRegistry");
    QTest::addColumn<QString>("host");
    QTest::newRow("the variable decides") << "https://GHCR.io" << QStringList{QStringLiteral("other.example")} << "a.example" << "ghcr.io";
    QTest::newRow("else the host that is named") << "" << QStringList{QStringLiteral("localhost:5000")} << "ghcr.io" << "localhost:5000";
    QTest::newRow("named twice is once") << "" << QStringList{QStringLiteral("ghcr.io"), QStringLiteral("GHCR.IO")} << "" << "ghcr.io";
    QTest::newRow("two hosts are none") << "" << QStringList{QStringLiteral("ghcr.io"), QStringLiteral("evil.example")} << "ghcr.io" << "";
    QTest::newRow("else the default registry") << "" << QStringList() << "ghcr.io" << "ghcr.io";
    QTest::newRow("else none") << "" << QStringList() << "" << "";
}

void AccountBookTest::bindsTheEnvironmentToOneHost()
{
    QFETCH(QString, variable);
    QFETCH(QStringList, named);
    QFETCH(QString, defaultRegistry);
    QProcessEnvironment environment;
    if (!variable.isEmpty())
        environment.insert(QStringLiteral("POLICYDESK_HOST"), variable);
    QTEST(environmentHost(environment, named, defaultRegistry), "host");
}

void AccountBookTest::findsTheUsualPlaces()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/home/j"));
    const QString policy = QStringLiteral("/home/j/.policy");
    const auto usual = CredentialPlaces::standard(environment, QStringLiteral("/c"), policy);
    QCOMPARE(usual.accountBook, QStringLiteral("/c/accounts.json"));
    QCOMPARE(usual.dockerConfig, QStringLiteral("/home/j/.docker/config.json"));
    QCOMPARE(usual.policyConfig, QStringLiteral("/home/j/.policy/config.json"));
    QCOMPARE(usual.githubCliHosts, QStringLiteral("/home/j/.config/gh/hosts.yml"));
    environment.insert(QStringLiteral("DOCKER_CONFIG"), QStringLiteral("/d"));
    environment.insert(QStringLiteral("GH_CONFIG_DIR"), QStringLiteral("/g"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), QStringLiteral("relative"));
    const auto moved = CredentialPlaces::standard(environment, QStringLiteral("/c"), policy);
    QCOMPARE(moved.dockerConfig, QStringLiteral("/d/config.json"));
    QCOMPARE(moved.githubCliHosts, QStringLiteral("/g/hosts.yml"));
}

} // namespace

PD_TEST(AccountBookTest)

#include "tst_accountbook.moc"
