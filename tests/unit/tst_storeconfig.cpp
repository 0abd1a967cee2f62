// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetest.h"
#include "support/runner.h"

#include "store/config.h"

using namespace pd;
using namespace pd::store;
using namespace pd::test::store;
using pd::test::gzipOf;
using pd::test::tarOf;

class TestStoreConfig final : public StoreTest {
    Q_OBJECT
private Q_SLOTS:
    void readsTheCliConfiguration();
    void defaultDomainAsTheCliKeepsIt();
};

void TestStoreConfig::readsTheCliConfiguration()
{
    const QString home = m_temp->filePath(QStringLiteral("home"));
    const auto none = Config::load(home);
    VERIFY_RESULT(none);
    QCOMPARE(none->policiesRoot(), home + QStringLiteral("/.policy/policies-root"));
    QVERIFY(QDir().mkpath(home + QStringLiteral("/.config/policy")) && QDir().mkpath(home + QStringLiteral("/.policy")));
    QVERIFY(write(home + QStringLiteral("/.config/policy/config.yaml"), "default_domain: old.example\n"));
    QCOMPARE(Config::load(home)->defaultDomain, QStringLiteral("old.example"));
    QVERIFY(write(home + QStringLiteral("/.policy/config.yaml"),
        "---\n# mine\nlogging:\n  prod: true\n  default_domain: not this\nfile_store_root: \"/srv/pol icy\" # there\ndefault_domain: "
        "'ghcr.io'\n"
        "ca:\n  - /etc/a.pem\n  - \"/etc/b c.pem\"\ninsecure: false\nplaintext: True\ntoken_defaults:\n  ghcr.io: TOKEN\nunknown_key: "
        "1\n"));
    const auto config = Config::load(home);
    VERIFY_RESULT(config);
    QCOMPARE(config->fileStoreRoot, QStringLiteral("/srv/pol icy"));
    QCOMPARE(config->defaultDomain, QStringLiteral("ghcr.io"));
    QCOMPARE(config->ca, (QStringList{QStringLiteral("/etc/a.pem"), QStringLiteral("/etc/b c.pem")}));
    QVERIFY(!config->insecure && config->plaintext);
    QCOMPARE(Config::parse("ca: [a.pem, 'b.pem']\n", home).ca, (QStringList{QStringLiteral("a.pem"), QStringLiteral("b.pem")}));
    QCOMPARE(Config::parse("\xff\xfe: [\n- x\n\t:", home).ca, QStringList());
}

void TestStoreConfig::defaultDomainAsTheCliKeepsIt()
{
    Config config = Config::parse("default_domain: registry.example\n", m_temp->path());
    QCOMPARE(*config.effectiveDefaultDomain(), QStringLiteral("registry.example"));
    VERIFY_RESULT(config.setDefaultDomain(QStringLiteral("ghcr.io")));
    const QString path = config.fileStoreRoot + QStringLiteral("/default-domain.cfg");
    QCOMPARE(bytesOf(path), QByteArray("ghcr.io"));
    QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(*config.effectiveDefaultDomain(), QStringLiteral("ghcr.io"));
    VERIFY_RESULT(config.setDefaultDomain(QString()));
    QCOMPARE(*config.effectiveDefaultDomain(), QString());
    QVERIFY(!config.setDefaultDomain(QStringLiteral("https://ghcr.io")));
    QVERIFY(!config.setDefaultDomain(QStringLiteral("ghcr.io\n")));
    QCOMPARE(bytesOf(path), QByteArray());
}

PD_TEST(TestStoreConfig)
#include "tst_storeconfig.moc"
