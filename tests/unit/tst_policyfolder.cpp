// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/folder.h"
#include "support/await.h"
#include "support/opa.h"
#include "support/result.h"
#include "support/runner.h"

#include <QTemporaryDir>

#include <sys/stat.h>

using namespace pd;
using namespace pd::policy;
using pd::test::await;
using pd::test::writeFile;

class TestPolicyFolder final : public QObject {
    Q_OBJECT
private:
    static bool git(const QString &folder, const QStringList &arguments)
    {
        const QStringList who = {QStringLiteral("-c"), QStringLiteral("user.name=t"), QStringLiteral("-c"),
            QStringLiteral("user.email=t@example.org"), QStringLiteral("-c"), QStringLiteral("init.defaultBranch=main"),
            QStringLiteral("-c"), QStringLiteral("commit.gpgSign=false")};
        return test::run(QStringLiteral("git"), who + arguments, folder) == 0;
    }

private Q_SLOTS:
    void findsWhatOpaReads()
    {
        const QTemporaryDir folder;
        const auto in = [&](const char *path) { return folder.filePath(QString::fromUtf8(path)); };
        QVERIFY(writeFile(in("a.rego"), "# comment\npackage app.rbac\n"));
        QVERIFY(writeFile(in("a_test.rego"), "package app.rbac_test\n"));
        QVERIFY(writeFile(in("lib/ü é.rego"), "package app[\"odd-name\"].x\n"));
        QVERIFY(writeFile(in("none.rego"), ""));
        QVERIFY(writeFile(in("lib/data.yaml"), "a: 1\n"));
        QVERIFY(writeFile(in(".hidden/data.json"), "{}"));
        QVERIFY(writeFile(in("other.json"), "{}"));
        QVERIFY(writeFile(in(".git/x.rego"), "package git\n"));
        QVERIFY(writeFile(
            in(".manifest"), R"({"roots":["app"],"metadata":{"required_builtins":[{"name":"ds.check","decl":{"type":"function"}}]}})"));
        const auto facts = walkFolder(folder.path(), {});
        VERIFY_RESULT(facts);
        QCOMPARE(facts->rego.size(), 4);
        QCOMPARE(facts->rego[0].path, QStringLiteral("a.rego"));
        QVERIFY(facts->rego[1].isTest);
        QCOMPARE(facts->rego[2].path, QStringLiteral("lib/ü é.rego"));
        QCOMPARE(facts->packages, (QStringList{QStringLiteral("app.rbac"), QStringLiteral("app[\"odd-name\"].x")}));
        QCOMPARE(facts->dataFiles, (QStringList{QStringLiteral(".hidden/data.json"), QStringLiteral("lib/data.yaml")}));
        QCOMPARE(facts->roots, QStringList{QStringLiteral("app")});
        QCOMPARE(facts->requiredBuiltins, QStringList{QStringLiteral("ds.check")});
        QVERIFY(!facts->truncated);
    }

    void neverLeavesTheFolder()
    {
        const QTemporaryDir outer;
        const QString folder = outer.filePath(QStringLiteral("in"));
        QVERIFY(writeFile(outer.filePath(QStringLiteral("out/secret.rego")), "package secret\n"));
        QVERIFY(writeFile(folder + QStringLiteral("/a.rego"), "package a\n"));
        QVERIFY(QFile::link(outer.filePath(QStringLiteral("out")), folder + QStringLiteral("/linked")));
        QVERIFY(QFile::link(outer.filePath(QStringLiteral("out/secret.rego")), folder + QStringLiteral("/s.rego")));
        QVERIFY(QFile::link(folder, folder + QStringLiteral("/loop")));
        QVERIFY(QFile::link(folder + QStringLiteral("/a.rego"), folder + QStringLiteral("/b.rego")));
        QVERIFY(QFile::link(QStringLiteral("/no/where"), folder + QStringLiteral("/c.rego")));
        QCOMPARE(::mkfifo(QFile::encodeName(folder + QStringLiteral("/data.json")).constData(), 0600), 0);
        const auto facts = walkFolder(folder, {});
        VERIFY_RESULT(facts);
        QCOMPARE(facts->packages, QStringList{QStringLiteral("a")});
        QCOMPARE(facts->rego.size(), 1);
        QCOMPARE(facts->escapes, (QStringList{QStringLiteral("c.rego"), QStringLiteral("s.rego")}));
        QCOMPARE(facts->special, QStringList{QStringLiteral("data.json")});
    }

    void isBoundedAndStops()
    {
        const QTemporaryDir folder;
        QString deep = folder.path();
        for (int i = 0; i < 100; ++i)
            deep += QStringLiteral("/d");
        QVERIFY(writeFile(deep + QStringLiteral("/a.rego"), "package a\n"));
        const auto facts = walkFolder(folder.path(), {});
        VERIFY_RESULT(facts);
        QVERIFY(facts->truncated);
        std::stop_source source;
        source.request_stop();
        QVERIFY(walkFolder(folder.path(), source.get_token()).error().isCancelled());
        QVERIFY(walkFolder(QStringLiteral("/no/such"), {}).error().kind == ErrorKind::NotFound);
        QVERIFY(!walkFolder(deep + QStringLiteral("/a.rego"), {}));
    }

    void packages_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("package");
        QTest::newRow("plain") << QByteArray("package a.b\n") << QStringLiteral("a.b");
        QTest::newRow("after comments") << QByteArray("# package x\n\n  package y # z\n") << QStringLiteral("y");
        QTest::newRow("bracket") << QByteArray("package a[\"b-c\"].d\r\n") << QStringLiteral("a[\"b-c\"].d");
        QTest::newRow("none") << QByteArray("allow := true") << QString();
        QTest::newRow("bytes") << QByteArray("\0\xff\xfe", 3) << QString();
    }

    void packages()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, package);
        QCOMPARE(packageOf(text), package);
    }

    void sources_data()
    {
        QTest::addColumn<QString>("remote");
        QTest::addColumn<QString>("source");
        const auto row = [](const char *remote, const char *source) {
            QTest::newRow(remote) << QString::fromUtf8(remote) << QString::fromUtf8(source);
        };
        row("git@github.com:acme/rbac.git", "https://github.com/acme/rbac");
        row("github.com:acme/rbac", "https://github.com/acme/rbac");
        row("ssh://git@github.com:22/acme/rbac.git", "https://github.com/acme/rbac");
        row("https://user:ghp_token@github.com/acme/rbac.git", "https://github.com/acme/rbac");
        row("https://ghp_token@GitHub.com/acme/rbac/", "https://github.com/acme/rbac");
        row("https://git.example.org:8443/a/b.git?token=x#y", "https://git.example.org:8443/a/b");
        row("git://example.org/a", "https://example.org/a");
        row("http://example.org/a", "https://example.org/a");
        row("/srv/git/a.git", "");
        row("../a.git", "");
        row("file:///srv/a.git", "");
        row("C:\\repo", "");
        row("ext::sh -c evil", "");
        row("", "");
    }

    void sources()
    {
        QFETCH(QString, remote);
        QFETCH(QString, source);
        QCOMPARE(publicSource(remote), source);
    }

    void gitTells()
    {
        const QTemporaryDir outer;
        const QString folder = outer.filePath(QStringLiteral("re pö"));
        QVERIFY(writeFile(folder + QStringLiteral("/policy/a.rego"), "package a\n"));
        const auto none = await(inspectGit(folder, {}));
        VERIFY_RESULT(none);
        QCOMPARE(*none, GitFacts());
        QVERIFY(git(folder, {QStringLiteral("init"), QStringLiteral("-q")}));
        const auto empty = await(inspectGit(folder, {}));
        VERIFY_RESULT(empty);
        QCOMPARE(empty->branch, QStringLiteral("main"));
        QVERIFY(empty->revision.isEmpty());
        QVERIFY(git(folder, {QStringLiteral("add"), QStringLiteral(".")}));
        QVERIFY(git(folder, {QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("x")}));
        QVERIFY(git(folder,
            {QStringLiteral("remote"), QStringLiteral("add"), QStringLiteral("origin"),
                QStringLiteral("https://u:t0ken@example.org/acme/rbac.git")}));
        for (const char *tag : {"v1.2.0", "v1.10.0", "v1.10.0-rc.1", "other"})
            QVERIFY(git(folder, {QStringLiteral("tag"), QString::fromLatin1(tag)}));
        WorkerPool pool(1);
        const auto clean = await(inspectFolder(folder + QStringLiteral("/policy"), pool, {}));
        VERIFY_RESULT(clean);
        QCOMPARE(clean->git.revision.size(), 40);
        QCOMPARE(clean->git.branch, QStringLiteral("main"));
        QCOMPARE(clean->git.source, QStringLiteral("https://example.org/acme/rbac"));
        QCOMPARE(clean->git.version, QStringLiteral("1.10.0"));
        QCOMPARE(clean->packages, QStringList{QStringLiteral("a")});
        // A change beside the folder is none of its business; one below it is.
        QVERIFY(writeFile(folder + QStringLiteral("/other"), "x"));
        QCOMPARE(await(inspectGit(folder + QStringLiteral("/policy"), {}))->revision, clean->git.revision);
        QVERIFY(writeFile(folder + QStringLiteral("/policy/new.rego"), "package b\n"));
        const auto dirty = await(inspectGit(folder + QStringLiteral("/policy"), {}));
        VERIFY_RESULT(dirty);
        QCOMPARE(dirty->revision, clean->git.revision + QStringLiteral("-dirty"));
        QVERIFY(dirty->version.isEmpty());
    }

    void aRepositorysProgramsDoNotRun()
    {
        const QTemporaryDir folder;
        QVERIFY(writeFile(folder.filePath(QStringLiteral("a.rego")), "package a\n"));
        QVERIFY(git(folder.path(), {QStringLiteral("init"), QStringLiteral("-q")}));
        QVERIFY(git(folder.path(),
            {QStringLiteral("config"), QStringLiteral("core.fsmonitor"),
                QStringLiteral("touch %1; false").arg(folder.filePath(QStringLiteral("ran")))}));
        VERIFY_RESULT(await(inspectGit(folder.path(), {})));
        QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("ran"))));
    }

    void noFolder()
    {
        WorkerPool pool(1);
        const auto facts = await(inspectFolder(QStringLiteral("/no/such"), pool, {}));
        QVERIFY(!facts);
        QVERIFY(facts.error().kind == ErrorKind::NotFound);
    }
};

PD_TEST(TestPolicyFolder)
#include "tst_policyfolder.moc"
