// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/dockerconfig.h"
#include "support/result.h"
#include "support/runner.h"

#include <QFile>
#include <QTemporaryDir>

using namespace pd;
using namespace pd::secrets;

namespace {

class DockerConfigTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hostsAreComparedByName_data();
    void hostsAreComparedByName();
    void readsClearText_data();
    void readsClearText();
    void aBrokenEntryIsSaid_data();
    void aBrokenEntryIsSaid();
    void refusesWhatIsNoConfig_data();
    void refusesWhatIsNoConfig();
    void choosesTheHelper();
    void listsWithoutSecrets();
    void aMissingFileIsEmpty();
    void aHugeFileIsRefused();
};

void DockerConfigTest::hostsAreComparedByName_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("host");
    QTest::newRow("plain") << "ghcr.io" << "ghcr.io";
    QTest::newRow("capitals") << "GHCR.io" << "ghcr.io";
    QTest::newRow("address") << "https://ghcr.io/v2/" << "ghcr.io";
    QTest::newRow("http and port") << "HTTP://localhost:5000/" << "localhost:5000";
    QTest::newRow("hub by its old name") << "https://index.docker.io/v1/" << "docker.io";
    QTest::newRow("hub by its registry") << "registry-1.docker.io" << "docker.io";
    QTest::newRow("a longer name is another host") << "ghcr.io.evil.example" << "ghcr.io.evil.example";
    QTest::newRow("spaces around") << " ghcr.io " << "ghcr.io";
}

void DockerConfigTest::hostsAreComparedByName()
{
    QFETCH(QString, typed);
    QTEST(registryHost(typed), "host");
}

void DockerConfigTest::readsClearText_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("identity");
    const auto entry = [](const QByteArray &inner) { return QByteArray(R"({"auths":{"ghcr.io":{)" + inner + "}}}"); };
    const auto auth = [&entry](const QByteArray &plain) { return entry(R"("auth":")" + plain.toBase64() + '"'); };
    QTest::newRow("auth") << auth("john:ghp_1") << "john" << QByteArray("ghp_1") << false;
    QTest::newRow("cut at the first colon") << auth("john:a:b:c") << "john" << QByteArray("a:b:c") << false;
    QTest::newRow("padded with NUL") << auth(QByteArray("john:ghp_1\0\0", 12)) << "john" << QByteArray("ghp_1") << false;
    QTest::newRow("not ASCII") << auth("jörg:pässword") << "jörg" << QByteArray("pässword") << false;
    QTest::newRow("username and password") << entry(R"("username":"john","password":"p")") << "john" << QByteArray("p") << false;
    QTest::newRow("identity token") << entry(R"("auth":"am9objo=","identitytoken":"refresh")") << "john" << QByteArray("refresh") << true;
    QTest::newRow("under an address") << QByteArray(R"({"auths":{"https://ghcr.io/v2/":{"auth":"am9objpw"}}})") << "john" << QByteArray("p")
                                      << false;
    QTest::newRow("the name wins over the address")
        << QByteArray(R"({"auths":{"https://ghcr.io":{"auth":"YTp4"},"ghcr.io":{"auth":"am9objpw"}}})") << "john" << QByteArray("p")
        << false;
    QTest::newRow("empty beside a helper") << entry("") << "" << QByteArray() << false;
    QTest::newRow("another host") << QByteArray(R"({"auths":{"ghcr.io.evil.example":{"auth":"am9objpw"}}})") << "" << QByteArray() << false;
    QTest::newRow("of another type") << QByteArray(R"({"auths":[1,2],"credHelpers":7,"credsStore":{}})") << "" << QByteArray() << false;
}

void DockerConfigTest::readsClearText()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, user);
    QFETCH(QByteArray, secret);
    const auto config = DockerConfig::parse(json, QStringLiteral("/c"));
    VERIFY_RESULT(config);
    const auto login = config->login(QStringLiteral("ghcr.io"), Source::Docker);
    VERIFY_RESULT(login);
    QCOMPARE(login->has_value(), !secret.isEmpty());
    if (secret.isEmpty())
        return;
    QCOMPARE((*login)->user, user);
    QCOMPARE((*login)->token.expose(), secret);
    QTEST((*login)->identityToken, "identity");
    QCOMPARE((*login)->place, QStringLiteral("/c"));
}

void DockerConfigTest::aBrokenEntryIsSaid_data()
{
    QTest::addColumn<QByteArray>("auth");
    QTest::newRow("not base64") << QByteArray("!!!");
    QTest::newRow("no colon") << QByteArray("am9obg==");
}

void DockerConfigTest::aBrokenEntryIsSaid()
{
    QFETCH(QByteArray, auth);
    const auto config = DockerConfig::parse(QByteArray(R"({"auths":{"ghcr.io":{"auth":")" + auth + R"("}}})"), QStringLiteral("/c"));
    VERIFY_RESULT(config);
    const auto login = config->login(QStringLiteral("ghcr.io"), Source::Docker);
    QVERIFY(!login);
    QCOMPARE(login.error().cause, QStringLiteral("config.badAuth"));
    QVERIFY(!login.error().detail.contains(QString::fromLatin1(auth)));
}

void DockerConfigTest::refusesWhatIsNoConfig_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("cut") << QByteArray(R"({"auths":{)");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("html") << QByteArray("<html>");
    QTest::newRow("deep") << QByteArray(R"({"auths":)" + QByteArray(100'000, '['));
}

void DockerConfigTest::refusesWhatIsNoConfig()
{
    QFETCH(QByteArray, json);
    const auto config = DockerConfig::parse(json, QStringLiteral("/c"));
    QVERIFY(!config);
    QCOMPARE(config.error().cause, QStringLiteral("config.notJson"));
    QCOMPARE(config.error().subject, QStringLiteral("/c"));
}

void DockerConfigTest::choosesTheHelper()
{
    const auto config = DockerConfig::parse(
        R"({"credsStore":"secretservice","credHelpers":{"gcr.io":"gcloud","plain.example":"","https://Quay.io":"pass"},)"
        R"("auths":{"https://index.docker.io/v1/":{},"ghcr.io":{}}})",
        {});
    VERIFY_RESULT(config);
    QCOMPARE(config->helperFor(QStringLiteral("gcr.io")), QStringLiteral("gcloud"));
    QCOMPARE(config->helperFor(QStringLiteral("quay.io")), QStringLiteral("pass"));
    QCOMPARE(config->helperFor(QStringLiteral("plain.example")), QStringLiteral("secretservice"));
    QCOMPARE(config->helperFor(QStringLiteral("other.example")), QStringLiteral("secretservice"));
    QCOMPARE(config->serverFor(QStringLiteral("docker.io")), QStringLiteral("https://index.docker.io/v1/"));
    QCOMPARE(config->serverFor(QStringLiteral("ghcr.io")), QStringLiteral("ghcr.io"));
    const auto empty = DockerConfig::parse("{}", {});
    VERIFY_RESULT(empty);
    QVERIFY(empty->isEmpty());
    QCOMPARE(empty->helperFor(QStringLiteral("ghcr.io")), QString());
    QCOMPARE(empty->serverFor(QStringLiteral("docker.io")), QStringLiteral("https://index.docker.io/v1/"));
}

void DockerConfigTest::listsWithoutSecrets()
{
    const auto config = DockerConfig::parse(
        R"({"credHelpers":{"gcr.io":"gcloud"},"auths":{"ghcr.io":{"auth":"am9objpw"},"empty.example":{}}})", QStringLiteral("/c"));
    VERIFY_RESULT(config);
    const QList<AccountInfo> expected{
        {QStringLiteral("gcr.io"), {}, Source::Docker, Keeping::Helper, QStringLiteral("gcloud"), QStringLiteral("/c")},
        {QStringLiteral("ghcr.io"), QStringLiteral("john"), Source::Docker, Keeping::ClearText, {}, QStringLiteral("/c")},
    };
    QCOMPARE(config->accounts(Source::Docker), expected);
}

void DockerConfigTest::aMissingFileIsEmpty()
{
    const auto config = DockerConfig::read(QStringLiteral("/nonexistent/config.json"));
    VERIFY_RESULT(config);
    QVERIFY(config->isEmpty());
}

void DockerConfigTest::aHugeFileIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("config.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(DockerConfig::MaxBytes + 1));
    file.close();
    const auto config = DockerConfig::read(path);
    QVERIFY(!config);
    QCOMPARE(config.error().cause, QStringLiteral("config.tooBig"));
}

} // namespace

PD_TEST(DockerConfigTest)

#include "tst_dockerconfig.moc"
