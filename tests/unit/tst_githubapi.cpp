// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/api.h"
#include "github/rows.h"
#include "support/result.h"
#include "support/runner.h"

using namespace pd;
using namespace pd::github;
using namespace Qt::StringLiterals;

namespace {

class GitHubApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheApiOfARegistry_data();
    void findsTheApiOfARegistry();
    void readsTheOverride_data();
    void readsTheOverride();
    void makesAddresses();
    void readsRows();
};

void GitHubApiTest::findsTheApiOfARegistry_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("web");
    QTest::newRow("github.com") << "ghcr.io" << "https://api.github.com" << "https://github.com";
    QTest::newRow("ghe.com") << "containers.acme.ghe.com" << "https://api.acme.ghe.com" << "https://acme.ghe.com";
    QTest::newRow("enterprise server") << "containers.git.example" << "https://git.example/api/v3" << "https://git.example";
    QTest::newRow("another registry") << "quay.io" << "" << "";
    QTest::newRow("a name that only begins so") << "containers." << "" << "";
    QTest::newRow("a name that only ends so") << "ghcr.io.evil.example" << "" << "";
}

void GitHubApiTest::findsTheApiOfARegistry()
{
    QFETCH(QString, registry);
    QFETCH(QString, rest);
    const auto api = Api::ofRegistry(registry);
    QCOMPARE(api.has_value(), !rest.isEmpty());
    if (!api)
        return;
    QCOMPARE(api->rest.toString(), rest);
    QTEST(api->web.toString(), "web");
}

void GitHubApiTest::readsTheOverride_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("rest");
    QTest::newRow("loopback") << "ghcr.io=http://127.0.0.1:8080/" << "http://127.0.0.1:8080";
    QTest::newRow("enterprise") << "GHCR.io=https://git.example/api/v3" << "https://git.example/api/v3";
    QTest::newRow("http elsewhere") << "ghcr.io=http://git.example" << "";
    QTest::newRow("no host") << "=https://git.example" << "";
    QTest::newRow("no address") << "ghcr.io=" << "";
    QTest::newRow("no equals sign") << "https://git.example" << "";
    QTest::newRow("user info") << "ghcr.io=https://u:p@git.example" << "";
    QTest::newRow("a file") << "ghcr.io=file:///etc/passwd" << "";
    QTest::newRow("a query") << "ghcr.io=https://git.example?x=" << "";
}

void GitHubApiTest::readsTheOverride()
{
    QFETCH(QString, option);
    QFETCH(QString, rest);
    const auto read = Api::parseOverride(option);
    QCOMPARE(read.has_value(), !rest.isEmpty());
    if (!read) {
        QCOMPARE(read.error().cause, u"github.apiOption"_s);
        return;
    }
    QCOMPARE(read->registryHost, u"ghcr.io"_s);
    QCOMPARE(read->rest.toString(), rest);
}

void GitHubApiTest::makesAddresses()
{
    const Api api = *Api::ofRegistry(u"ghcr.io"_s);
    const PackageName orgs{{OwnerKind::Organization, u"acme"_s}, u"team/rbac"_s};
    const PackageName mine{{OwnerKind::Self, u"john"_s}, u"rbac"_s};
    QCOMPARE(api.packageAddress(orgs, u"/versions/7"_s).toEncoded(),
        QByteArray("https://api.github.com/orgs/acme/packages/container/team%2Frbac/versions/7"));
    QCOMPARE(api.packageAddress(mine).toEncoded(), QByteArray("https://api.github.com/user/packages/container/rbac"));
    QCOMPARE(api.packagesAddress({OwnerKind::User, u"a/../b?c#d"_s}).toEncoded(),
        QByteArray("https://api.github.com/users/a%2F..%2Fb%3Fc%23d/packages"));
    QCOMPARE(api.settingsUrl(orgs).toEncoded(), QByteArray("https://github.com/orgs/acme/packages/container/team%2Frbac/settings"));
    QCOMPARE(api.settingsUrl(mine).toEncoded(), QByteArray("https://github.com/users/john/packages/container/rbac/settings"));
    QCOMPARE(api.packageUrl(orgs).toEncoded(), QByteArray("https://github.com/orgs/acme/packages/container/package/team%2Frbac"));
    QCOMPARE(api.newTokenUrl({u"write:packages"_s, u"delete:packages"_s}, u"Policy Desk"_s).toEncoded(),
        QByteArray("https://github.com/settings/tokens/new?scopes=write:packages,delete:packages&description=Policy%20Desk"));
}

void GitHubApiTest::readsRows()
{
    const auto versions = parseVersions(R"J([{"id":245301,"name":"sha256:08a4","created_at":"2026-11-05T22:48:14Z",
        "updated_at":"2026-11-06T22:48:14Z","html_url":"javascript:alert(1)","metadata":{"package_type":"container",
        "container":{"tags":["1.13.6",7,"latest"]}}},{"id":9007199254740993,"name":"sha256:77","metadata":null}])J");
    VERIFY_RESULT(versions);
    QCOMPARE(versions->size(), 2);
    QCOMPARE(versions->at(0).tags, (QStringList{u"1.13.6"_s, u"latest"_s}));
    QCOMPARE(versions->at(0).created, QDateTime(QDate(2026, 11, 5), QTime(22, 48, 14), QTimeZone::UTC));
    QVERIFY(versions->at(0).htmlUrl.isEmpty());
    QVERIFY(versions->at(0).deleted.isNull());
    QCOMPARE(versions->at(1).id, Q_INT64_C(9007199254740993));
    QVERIFY(versions->at(1).tags.isEmpty());

    const auto package = parsePackage(R"({"name":"a","visibility":"secret","repository":null,"owner":null,"version_count":-3})");
    VERIFY_RESULT(package);
    QVERIFY(package->visibility == Visibility::Unknown);
    QCOMPARE(package->versionCount, 0);
    QVERIFY(package->repository.isEmpty());
}

} // namespace

PD_TEST(GitHubApiTest)

#include "tst_githubapi.moc"
