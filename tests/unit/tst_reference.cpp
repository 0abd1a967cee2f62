// SPDX-License-Identifier: GPL-3.0-or-later
#include "oci/reference.h"
#include "oci/semver.h"
#include "support/result.h"
#include "support/runner.h"

using namespace pd;
using namespace pd::oci;

class TestReference final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void completesAsThePolicyCliDoes_data();
    void completesAsThePolicyCliDoes();
    void saysWhatItCompleted();
    void digestWinsOverTag();
    void lowersAGitHubOwnerAndSaysSo_data();
    void lowersAGitHubOwnerAndSaysSo();
    void namesThePartThatIsWrong_data();
    void namesThePartThatIsWrong();
    void storedTextComesBackUnchanged();
    void storedTextMustBeComplete_data();
    void storedTextMustBeComplete();
    void familiarIsShort_data();
    void familiarIsShort();
    void digestsAreStrict_data();
    void digestsAreStrict();
    void hashesWhatItIsGiven();
    void versionsAreOrdered();
    void nextVersions_data();
    void nextVersions();
    void notAVersion_data();
    void notAVersion();
};

namespace {
const QString hex64 = QStringLiteral("4f2c9a18d0b34f2c9a18d0b34f2c9a18d0b34f2c9a18d0b34f2c9a18d0b31234");
}

void TestReference::completesAsThePolicyCliDoes_data()
{
    // The rows of the CLI's own parser test, for the default registries "", docker.io and ghcr.io.
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected"); // $ stands for the default registry
    const std::pair<const char *, const char *> rows[] = {
        {"foo/bar:baz", "$/foo/bar:baz"},
        {"foo/bar", "$/foo/bar:latest"},
        {"foo", "$/library/foo:latest"},
        {"default:0.0.1", "$/library/default:0.0.1"},
        {"library/default", "$/library/default:latest"},
        {"john/myapp:rbac", "$/john/myapp:rbac"},
        {"invalid__domain/image:latest", "$/invalid__domain/image:latest"},
        {"docker.io/default", "docker.io/library/default:latest"},
        {"docker.io/foo/bar:baz", "docker.io/foo/bar:baz"},
        {"docker.io/test:0.0.2", "docker.io/library/test:0.0.2"},
        {"index.docker.io/test", "docker.io/library/test:latest"},
        {"ghcr.io/default", "ghcr.io/default:latest"},
        {"ghcr.io/foo", "ghcr.io/foo:latest"},
        {"ghcr.io/library/default:latest", "ghcr.io/library/default:latest"},
        {"ghcr.io/org/deep/img", "ghcr.io/org/deep/img:latest"},
        {"mycompany.registry:5000/myapp", "mycompany.registry:5000/myapp:latest"},
        {"localhost:5000/foo", "localhost:5000/foo:latest"},
        {"localhost/foo", "localhost/foo:latest"},
        {"localhost:5000", "$/library/localhost:5000"},
        {"127.0.0.1:5000/a/b:c", "127.0.0.1:5000/a/b:c"},
        {"[::1]:5000/a/b:c", "[::1]:5000/a/b:c"},
        {"  foo/bar:baz \n", "$/foo/bar:baz"},
    };
    for (const auto &[typed, expected] : rows)
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(expected);
}

void TestReference::completesAsThePolicyCliDoes()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, expected);
    for (const QString &domain : {QString(), QStringLiteral("docker.io"), QStringLiteral("ghcr.io")}) {
        const auto reference = Reference::parse(typed, domain);
        VERIFY_RESULT(reference);
        const QString whole = domain.isEmpty() ? QStringLiteral("docker.io") : domain;
        QCOMPARE(reference->toString(), QString(expected).replace(QLatin1Char('$'), whole));
        const auto again = Reference::parse(reference->toString(), QStringLiteral("registry.example"));
        VERIFY_RESULT(again);
        QCOMPARE(*again, *reference);
        QVERIFY(again->completion().isEmpty());
    }
}

void TestReference::saysWhatItCompleted()
{
    const auto bare = Reference::parse(u"foo", u"ghcr.io");
    VERIFY_RESULT(bare);
    QVERIFY(bare->completion().hostAdded && bare->completion().libraryAdded && bare->completion().tagAdded);
    const auto url = Reference::parse(u"https://GHCR.io/acme/rbac:1.0", u"");
    VERIFY_RESULT(url);
    QCOMPARE(url->toString(), QStringLiteral("ghcr.io/acme/rbac:1.0"));
    QVERIFY(url->completion().schemeDropped);
    QCOMPARE(url->completion().hostLowered, QStringLiteral("GHCR.io"));
    QVERIFY(!url->completion().hostAdded && !url->completion().tagAdded);
}

void TestReference::digestWinsOverTag()
{
    const auto reference = Reference::parse(QString(QStringLiteral("acme/rbac:1.0@sha256:") + hex64), u"ghcr.io");
    VERIFY_RESULT(reference);
    QCOMPARE(reference->toString(), QString(QStringLiteral("ghcr.io/acme/rbac@sha256:") + hex64));
    QCOMPARE(reference->tag(), QString());
    QCOMPARE(reference->completion().tagDropped, QStringLiteral("1.0"));
    QCOMPARE(reference->digest()->shortHex(), hex64.left(12));
}

void TestReference::lowersAGitHubOwnerAndSaysSo_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("owner");
    QTest::newRow("owner") << "ghcr.io/Acme/rbac:1.0" << "" << "ghcr.io/acme/rbac:1.0" << "Acme";
    QTest::newRow("owner and package") << "ghcr.io/Acme/RBAC:V1" << "" << "ghcr.io/acme/rbac:V1" << "Acme";
    QTest::newRow("by the default registry") << "Acme/rbac" << "ghcr.io" << "ghcr.io/acme/rbac:latest" << "Acme";
    QTest::newRow("enterprise") << "containers.github.acme.com/Acme/x:1" << "" << "containers.github.acme.com/acme/x:1" << "Acme";
    QTest::newRow("elsewhere a capital makes a host") << "Acme/rbac" << "registry.example" << "Acme/rbac:latest" << "";
}

void TestReference::lowersAGitHubOwnerAndSaysSo()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, domain);
    const auto reference = Reference::parse(typed, domain);
    VERIFY_RESULT(reference);
    QTEST(reference->toString(), "expected");
    QTEST(reference->completion().ownerLowered, "owner");
}

void TestReference::namesThePartThatIsWrong_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("cause");
    const auto row
        = [](const char *name, const QString &typed, const char *cause) { QTest::newRow(name) << typed << QString::fromLatin1(cause); };
    row("empty", QString(), "reference.empty");
    row("blank", QStringLiteral("  "), "reference.empty");
    row("scheme alone", QStringLiteral("https://"), "reference.empty");
    row("identifier", hex64, "reference.identifier");
    row("capital", QStringLiteral("docker.io/Foo:1"), "reference.repository.case");
    row("space", QStringLiteral("foo bar"), "reference.repository");
    row("empty segment", QStringLiteral("ghcr.io/a//b"), "reference.repository");
    row("dots", QStringLiteral("ghcr.io/../x"), "reference.repository");
    row("three underscores", QStringLiteral("ghcr.io/a___b"), "reference.repository");
    row("two dots", QStringLiteral("ghcr.io/a..b"), "reference.repository");
    row("ends with dash", QStringLiteral("ghcr.io/a-"), "reference.repository");
    row("umlaut", QStringLiteral("ghcr.io/äcme/x"), "reference.repository");
    row("no repository", QStringLiteral("ghcr.io/"), "reference.repository");
    row("empty tag", QStringLiteral("ghcr.io/a/b:"), "reference.tag");
    row("tag with slash", QStringLiteral("ghcr.io/a/b:c/d"), "reference.tag");
    row("tag with dash first", QStringLiteral("ghcr.io/a/b:-c"), "reference.tag");
    row("long tag", QString(QStringLiteral("ghcr.io/a/b:") + QString(129, QLatin1Char('x'))), "reference.tag");
    row("bidi in tag", QStringLiteral("ghcr.io/a/b:1\u202e0"), "reference.tag");
    row("short digest", QStringLiteral("ghcr.io/a/b@sha256:abcd"), "reference.digest");
    row("digest with a path", QStringLiteral("ghcr.io/a/b@sha256:../../etc/passwd"), "reference.digest");
    row("upper-case digest", QString(QStringLiteral("ghcr.io/a/b@sha256:") + hex64.toUpper()), "reference.digest");
    row("host with user", QStringLiteral("me@ghcr.io/a/b"), "reference.host");
    row("host with dash", QStringLiteral("-x.io/a/b"), "reference.host");
    row("empty host", QStringLiteral(":5000/a/b"), "reference.host");
    row("port without number", QStringLiteral("a.b:/c"), "reference.host");
    row("port too high", QStringLiteral("a.b:99999/c"), "reference.host");
    row("host in unicode", QStringLiteral("ghсr.io/a/b"), "reference.host");
    row("long repository", QString(QStringLiteral("ghcr.io/") + QString(256, QLatin1Char('x'))), "reference.length");
    row("endless", QString(100000, QLatin1Char('x')), "reference.length");
}

void TestReference::namesThePartThatIsWrong()
{
    QFETCH(const QString, typed);
    const auto reference = Reference::parse(typed, u"");
    QVERIFY(!reference);
    QTEST(reference.error().cause, "cause");
    QVERIFY(reference.error().kind == ErrorKind::InvalidInput);
    QVERIFY(reference.error().subject.size() <= 256);
}

void TestReference::storedTextComesBackUnchanged()
{
    for (const QString &text :
        {QStringLiteral("GHCR.io/acme/x:1"), QStringLiteral("docker.io/library/foo:latest"), QStringLiteral("ghcr.io/foo:latest"),
            QStringLiteral("John/myapp:1"), QStringLiteral("localhost/x:y"), QString(QStringLiteral("ghcr.io/a/b@sha256:") + hex64)}) {
        const auto reference = Reference::parseStored(text);
        VERIFY_RESULT(reference);
        QCOMPARE(reference->toString(), text);
    }
}

void TestReference::storedTextMustBeComplete_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
        {"foo", "foo:1", "acme/foo:1", "ghcr.io/foo", "ghcr.io/Foo:1", "", "/x:1", "ghcr.io/a:1@sha256:aa", "ghcr.io/a b:1"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestReference::storedTextMustBeComplete()
{
    QFETCH(const QString, text);
    QVERIFY(!Reference::parseStored(text));
}

void TestReference::familiarIsShort_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("familiar");
    QTest::newRow("library") << "docker.io/library/foo:1" << "foo:1";
    QTest::newRow("owner") << "docker.io/a/foo:1" << "a/foo:1";
    QTest::newRow("nested library") << "docker.io/library/a/foo:1" << "library/a/foo:1";
    QTest::newRow("elsewhere") << "ghcr.io/library/foo:1" << "ghcr.io/library/foo:1";
}

void TestReference::familiarIsShort()
{
    QFETCH(const QString, typed);
    const auto reference = Reference::parse(typed, u"");
    VERIFY_RESULT(reference);
    QTEST(reference->familiar(), "familiar");
}

void TestReference::digestsAreStrict_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cause");
    QTest::newRow("empty") << "" << "digest.syntax";
    QTest::newRow("no algorithm") << hex64 << "digest.syntax";
    QTest::newRow("path") << "sha256:../../../../../../../../../../../../../../../../../../etc/passwd" << "digest.syntax";
    QTest::newRow("upper case") << QString(QStringLiteral("sha256:") + hex64.toUpper()) << "digest.syntax";
    QTest::newRow("short") << QString(QStringLiteral("sha256:") + hex64.left(63)) << "digest.syntax";
    QTest::newRow("long") << QString(QStringLiteral("sha256:") + hex64 + QLatin1Char('0')) << "digest.syntax";
    QTest::newRow("algorithm with a path") << QString(QStringLiteral("../sha256:") + hex64) << "digest.syntax";
    QTest::newRow("wide digit") << QString(QStringLiteral("sha256:") + hex64.left(63) + QChar(0xff11)) << "digest.syntax";
    QTest::newRow("md5") << "md5:d41d8cd98f00b204e9800998ecf8427e" << "digest.algorithm";
    QTest::newRow("sha512 short") << QString(QStringLiteral("sha512:") + hex64) << "digest.syntax";
}

void TestReference::digestsAreStrict()
{
    QFETCH(const QString, text);
    const auto digest = Digest::parse(text);
    QVERIFY(!digest);
    QTEST(digest.error().cause, "cause");
}

void TestReference::hashesWhatItIsGiven()
{
    QCOMPARE(Digest::ofSha256("").toString(), QStringLiteral("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    Hasher hasher(Digest::Algorithm::Sha512);
    hasher.add("a");
    hasher.add("bc");
    const Digest digest = hasher.finish();
    QVERIFY(digest.toString().startsWith(QLatin1StringView("sha512:ddaf35a193617abacc417349ae204131")));
    QVERIFY(digest.matches("abc"));
    QVERIFY(!digest.matches("abd"));
    QVERIFY(!Digest().matches(""));
    QCOMPARE(*Digest::parse(digest.toString()), digest);
}

void TestReference::versionsAreOrdered()
{
    const QStringList ascending{QStringLiteral("1.0.0-alpha"), QStringLiteral("1.0.0-alpha.1"), QStringLiteral("1.0.0-alpha.beta"),
        QStringLiteral("1.0.0-beta"), QStringLiteral("1.0.0-beta.2"), QStringLiteral("1.0.0-beta.11"), QStringLiteral("1.0.0-rc.1"),
        QStringLiteral("1.0.0"), QStringLiteral("v1.0.1"), QStringLiteral("1.2.0"), QStringLiteral("1.10.0"), QStringLiteral("2.0.0")};
    for (qsizetype i = 1; i < ascending.size(); ++i) {
        QVERIFY2(*SemVer::parse(ascending.at(i - 1)) < *SemVer::parse(ascending.at(i)), qPrintable(ascending.at(i)));
        QVERIFY(!(*SemVer::parse(ascending.at(i)) < *SemVer::parse(ascending.at(i - 1))));
    }
    QVERIFY(*SemVer::parse(u"1.0.0+a") == *SemVer::parse(u"v1.0.0+b"));
    QCOMPARE(SemVer::highest({QStringLiteral("latest"), QStringLiteral("1.9.0"), QStringLiteral("2.0.0-rc.1"), QStringLiteral("1.10.0")})
                 ->toString(),
        QStringLiteral("1.10.0"));
    QCOMPARE(SemVer::highest({QStringLiteral("0.1.0-a"), QStringLiteral("0.1.0-b")})->toString(), QStringLiteral("0.1.0-b"));
    QVERIFY(!SemVer::highest({QStringLiteral("latest")}));
}

void TestReference::nextVersions_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("next");
    QTest::newRow("release") << "1.2.3" << "1.2.4 1.3.0 2.0.0";
    QTest::newRow("v") << "v0.9.9" << "v0.9.10 v0.10.0 v1.0.0";
    QTest::newRow("pre-release") << "1.2.0-rc.1" << "1.2.0 1.2.0 2.0.0";
    QTest::newRow("pre-release of a major") << "2.0.0-rc.1" << "2.0.0 2.0.0 2.0.0";
}

void TestReference::nextVersions()
{
    QFETCH(const QString, version);
    const auto parsed = SemVer::parse(version);
    QVERIFY(parsed);
    const QStringList next{parsed->nextPatch().toString(), parsed->nextMinor().toString(), parsed->nextMajor().toString()};
    QTEST(next.join(QLatin1Char(' ')), "next");
}

void TestReference::notAVersion_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "v", "1", "1.0", "1.0.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0-a..b", "1.0.0+", "latest", "1.0.x",
             "-1.0.0", "9999999999.0.0"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestReference::notAVersion()
{
    QFETCH(const QString, text);
    QVERIFY(!SemVer::parse(text));
}

PD_TEST(TestReference)
#include "tst_reference.moc"
