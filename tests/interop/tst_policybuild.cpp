// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/bundle.h"
#include "support/await.h"
#include "support/opa.h"
#include "support/result.h"
#include "support/runner.h"

#include <QJsonDocument>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace pd;
using namespace pd::policy;
using pd::test::await;
using pd::test::writeFile;

namespace {

using Files = QMap<QString, QByteArray>;

const QByteArray Allow = "package app.rbac\n\nallow if input.user == data.users[_].name\n";
const QByteArray Old = "package app.old\n\nallow {\n  input.x\n}\n";

/// A folder of policies and a place to build.
struct Bench {
    explicit Bench(const Files &files, const QString &name = QStringLiteral("policy"))
        : folder(outer.filePath(name))
    {
        QDir().mkpath(folder);
        for (const auto &[path, bytes] : files.asKeyValueRange())
            written = writeFile(folder + QLatin1Char('/') + path, bytes) && written;
        request.folder = folder;
    }
    Result<BuildResult> build(const opa::OpaProgram &program)
    {
        const QString work = outer.filePath(QStringLiteral("work%1").arg(++builds));
        QDir().mkpath(work);
        return await(policy::build(program, request, work, pool, {}), std::chrono::seconds(60));
    }

    WorkerPool pool{1};
    QTemporaryDir outer;
    QString folder;
    BuildRequest request;
    bool written = true;
    int builds = 0;
};

QStringList paths(const BundleInfo &info)
{
    QStringList all;
    for (const BundleFile &file : info.files)
        all << file.path;
    return all;
}

} // namespace

class TestPolicyBuild final : public QObject {
    Q_OBJECT
private:
    opa::OpaProgram m_opa;

private Q_SLOTS:
    void initTestCase()
    {
        const auto found = test::realOpa();
        VERIFY_RESULT(found);
        m_opa = *found;
    }

    void buildsWhatIsThere()
    {
        Bench bench({{QStringLiteral("rbac.rego"), Allow}, {QStringLiteral("lib/ünï c.rego"), "package app.lib\n\nf(x) := x + 1\n"},
                        {QStringLiteral("data.json"), R"({"users":[{"name":"a"}]})"},
                        {QStringLiteral("rbac_test.rego"), "package app.rbac_test\n\ntest_a if true\n"},
                        {QStringLiteral("notes.json"), "no JSON at all"}, {QStringLiteral("ci/settings.yaml"), ": no YAML"}},
            QStringLiteral("my pölicy folder"));
        QVERIFY(bench.written);
        bench.request.revision = QStringLiteral("abc-dirty");
        const auto built = bench.build(m_opa);
        VERIFY_RESULT(built);
        QCOMPARE(built->size, QFileInfo(built->bundle).size());
        const auto info = inspectBundle(built->bundle);
        VERIFY_RESULT(info);
        QCOMPARE(info->revision, QStringLiteral("abc-dirty"));
        QVERIFY(info->regoVersion == RegoVersion::V1);
        QCOMPARE(paths(*info),
            (QStringList{
                QStringLiteral("data.json"), QStringLiteral("lib/ünï c.rego"), QStringLiteral("rbac.rego"), QStringLiteral(".manifest")}));
        QCOMPARE(info->packages, (QStringList{QStringLiteral("app.lib"), QStringLiteral("app.rbac")}));
        QCOMPARE(info->roots, QStringList{QString()});
        QVERIFY(!test::readFile(built->bundle).isEmpty());
    }

    void noPathOfThisComputerGetsIn()
    {
        Bench bench({{QStringLiteral("rbac.rego"), Allow}});
        const auto built = bench.build(m_opa);
        VERIFY_RESULT(built);
        QByteArray tar;
        QCOMPARE(test::run(QStringLiteral("gzip"), {QStringLiteral("-dc"), built->bundle}, {}, &tar), 0);
        QVERIFY(tar.contains("rbac.rego"));
        QVERIFY(!tar.contains(bench.outer.path().toUtf8()));
    }

    void theSameInputGivesTheSameBytes()
    {
        const Files files = {{QStringLiteral("rbac.rego"), Allow}, {QStringLiteral("data.json"), R"({"b":1,"a":[2]})"}};
        Bench one(files);
        Bench other(files, QStringLiteral("elsewhere"));
        const auto first = one.build(m_opa);
        const auto second = other.build(m_opa);
        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        QCOMPARE(test::readFile(first->bundle), test::readFile(second->bundle));
    }

    void refuses_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<Diagnostic>("first");
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        const auto place
            = [&](const char *file, int row, int column, const char *code) { return Diagnostic{s(file), row, column, s(code), {}}; };
        QTest::newRow("empty") << Files{} << s("policy.noRego") << Diagnostic();
        QTest::newRow("data alone") << Files{{s("data.json"), "{}"}} << s("policy.noRego") << Diagnostic();
        QTest::newRow("tests alone") << Files{{s("a_test.rego"), "package a_test\n"}} << s("policy.onlyTests") << Diagnostic();
        QTest::newRow("0 bytes") << Files{{s("a.rego"), ""}} << s("policy.parse") << place("a.rego", 0, 0, "rego_parse_error");
        QTest::newRow("0 bytes of data") << Files{{s("a.rego"), Allow}, {s("data.json"), ""}} << s("policy.refused")
                                         << place("data.json", 0, 0, "");
        QTest::newRow("syntax") << Files{{s("d ir/ä.rego"), "package a\n\nallow if {\n"}} << s("policy.parse")
                                << place("d ir/ä.rego", 4, 0, "rego_parse_error");
        QTest::newRow("old rego") << Files{{s("old.rego"), Old}} << s("policy.looksV0") << place("old.rego", 3, 1, "rego_parse_error");
        QTest::newRow("type") << Files{{s("a.rego"), "package a\n\nx := 1 + \"a\"\n"}} << s("policy.type")
                              << place("a.rego", 3, 6, "rego_type_error");
        QTest::newRow("builtin") << Files{{s("a.rego"), "package a\n\nx := ds.check({})\n"}} << s("policy.builtin")
                                 << place("a.rego", 3, 6, "rego_type_error");
        QTest::newRow("roots") << Files{{s("a.rego"), Allow}, {s(".manifest"), R"({"roots":["foo"]})"}} << s("policy.refused")
                               << Diagnostic();
        QTest::newRow("manifest") << Files{{s("a.rego"), Allow}, {s(".manifest"), "{"}} << s("policy.refused")
                                  << place(".manifest", 0, 0, "");
        QTest::newRow("binary") << Files{{s("a.rego"),
            QByteArray("\x7f"
                       "ELF\0\1\2",
                7)}} << s("policy.parse")
                                << place("a.rego", 1, 1, "rego_parse_error");
    }

    void refuses()
    {
        QFETCH(Files, files);
        QFETCH(QString, cause);
        QFETCH(Diagnostic, first);
        Bench bench(files);
        const auto built = bench.build(m_opa);
        QVERIFY(!built);
        QVERIFY2(built.error().cause == cause, test::describe(built.error()).constData());
        QVERIFY(!QFileInfo::exists(bench.outer.filePath(QStringLiteral("work1/bundle.tar.gz"))));
        if (!first.file.isEmpty()) {
            QVERIFY(!built.error().diagnostics.isEmpty());
            QCOMPARE(built.error().diagnostics.first().file, first.file);
            QCOMPARE(built.error().diagnostics.first().row, first.row);
            QCOMPARE(built.error().diagnostics.first().column, first.column);
            QCOMPARE(built.error().diagnostics.first().code, first.code);
        }
    }

    void allDiagnosticsCome()
    {
        QByteArray text = "package a\n\n";
        for (int i = 0; i < 40; ++i)
            text += "x" + QByteArray::number(i) + " := nope" + QByteArray::number(i) + ".f(1)\n";
        Bench bench({{QStringLiteral("a.rego"), text}});
        const auto built = bench.build(m_opa);
        QVERIFY(!built);
        QCOMPARE(built.error().diagnostics.size(), 40);
        QCOMPARE(built.error().detail.split(QLatin1Char('\n')).size(), 40);
    }

    void oldRegoBuildsAsOldRego()
    {
        Bench bench({{QStringLiteral("old.rego"), Old}});
        bench.request.regoVersion = RegoVersion::V0;
        const auto built = bench.build(m_opa);
        VERIFY_RESULT(built);
        QVERIFY(inspectBundle(built->bundle)->regoVersion == RegoVersion::V0);
        bench.request.regoVersion = RegoVersion::V0V1;
        const auto both = bench.build(m_opa);
        QVERIFY(!both);
        QVERIFY(both.error().kind == ErrorKind::Policy);
    }

    void fitForBothBuilds()
    {
        Bench bench({{QStringLiteral("both.rego"), "package a\n\nimport rego.v1\n\nallow if input.x\n"}});
        for (const RegoVersion version : {RegoVersion::V0V1, RegoVersion::V1, RegoVersion::V0}) {
            bench.request.regoVersion = version;
            VERIFY_RESULT(bench.build(m_opa));
        }
    }

    void testsCanBeTakenAlong()
    {
        Bench bench({{QStringLiteral("a.rego"), Allow}, {QStringLiteral("a_test.rego"), "package a_test\n\ntest_a if true\n"},
            {QStringLiteral("draft.rego"), "package draft\n\nx :="}});
        bench.request.includeTests = true;
        QVERIFY(!bench.build(m_opa));
        bench.request.ignore = {QStringLiteral("draft.rego")};
        const auto built = bench.build(m_opa);
        VERIFY_RESULT(built);
        QCOMPARE(paths(*inspectBundle(built->bundle)),
            (QStringList{
                QStringLiteral("data.json"), QStringLiteral("a.rego"), QStringLiteral("a_test.rego"), QStringLiteral(".manifest")}));
    }

    void builtinsOfTheHostAreDeclaredByTheManifest()
    {
        Bench bench({{QStringLiteral("a.rego"), "package a\n\nallow := ds.check({\"a\": 1})\n"},
            {QStringLiteral(".manifest"), R"({"roots":["a"],"metadata":{"required_builtins":{"builtin1":[{"name":"ds.check",
                        "decl":{"type":"function","args":[{"type":"any"}],"result":{"type":"any"}}}]}}})"}});
        const auto built = bench.build(m_opa);
        VERIFY_RESULT(built);
        const auto info = inspectBundle(built->bundle);
        VERIFY_RESULT(info);
        QCOMPARE(info->requiredBuiltins, QStringList{QStringLiteral("ds.check")});
        QCOMPARE(info->roots, QStringList{QStringLiteral("a")});
    }

    void optimizes()
    {
        Bench bench({{QStringLiteral("a.rego"), "package a\n\nallow if {\n\tsome x in [1, 2]\n\tx == input.x\n}\n"}});
        bench.request.optimize = 1;
        QCOMPARE(bench.build(m_opa).error().cause, QStringLiteral("policy.entrypointNeeded"));
        bench.request.entrypoints = {QStringLiteral("a/allow")};
        VERIFY_RESULT(bench.build(m_opa));
        bench.request.entrypoints = {QStringLiteral("a/nothing")};
        const auto wrong = bench.build(m_opa);
        QVERIFY(!wrong);
        QVERIFY(wrong.error().kind == ErrorKind::Policy);
    }

    void neverReadsOutsideTheFolder()
    {
        Bench bench({{QStringLiteral("a.rego"), Allow}});
        QVERIFY(writeFile(bench.outer.filePath(QStringLiteral("secret.json")), R"({"token":"s3cret"})"));
        QVERIFY(QFile::link(bench.outer.filePath(QStringLiteral("secret.json")), bench.folder + QStringLiteral("/data.json")));
        const auto built = bench.build(m_opa);
        QVERIFY(!built);
        QCOMPARE(built.error().cause, QStringLiteral("policy.escape"));
        QCOMPARE(built.error().subject, QStringLiteral("data.json"));
        QVERIFY(QFile::remove(bench.folder + QStringLiteral("/data.json")));
        QCOMPARE(::mkfifo(QFile::encodeName(bench.folder + QStringLiteral("/data.yaml")).constData(), 0600), 0);
        QCOMPARE(bench.build(m_opa).error().cause, QStringLiteral("policy.special"));
    }

    void hugeFiles()
    {
        Bench bench({{QStringLiteral("a.rego"), Allow}});
        QFile picture(bench.folder + QStringLiteral("/disk [1], \"{x}\" é*.img"));
        QVERIFY(picture.open(QIODevice::WriteOnly));
        QVERIFY(picture.resize(2LL << 30)); // sparse
        VERIFY_RESULT(bench.build(m_opa)); // nobody reads that
        QFile data(bench.folder + QStringLiteral("/data.json"));
        QVERIFY(data.open(QIODevice::WriteOnly));
        QVERIFY(data.resize(2LL << 30));
        const auto built = bench.build(m_opa);
        QVERIFY(!built);
        QCOMPARE(built.error().cause, QStringLiteral("policy.tooLarge"));
        QCOMPARE(built.error().subject, QStringLiteral("data.json"));
    }

    void stops()
    {
        Bench bench({{QStringLiteral("a.rego"), Allow}});
        std::stop_source source;
        const QString work = bench.outer.filePath(QStringLiteral("work"));
        QVERIFY(QDir().mkpath(work));
        auto task = policy::build(m_opa, bench.request, work, bench.pool, source.get_token());
        source.request_stop();
        const auto built = await(std::move(task));
        QVERIFY(!built);
        QVERIFY(built.error().isCancelled());
    }

    void exitStatusCounts()
    {
        // A program that says it is OPA, checks anything, and then fails with a bundle half written.
        const QTemporaryDir folder;
        const QString fake = folder.filePath(QStringLiteral("opa"));
        QVERIFY(writeFile(fake,
            "#!/bin/sh\ncase $1 in\ncheck) exit 0;;\nbuild) for a; do case $a in --output=*) echo half > \"${a#--output=}\";; esac; done\n"
            "echo 'error: a.rego:3: rego_type_error: late' >&2; exit 1;;\nesac\n"));
        QVERIFY(QFile::setPermissions(fake, QFile::ReadOwner | QFile::ExeOwner));
        Bench bench({{QStringLiteral("a.rego"), Allow}});
        const auto built = bench.build(opa::OpaProgram{fake, {1, 22, 2}, opa::OpaProgram::Origin::Settings});
        QVERIFY(!built);
        QVERIFY(built.error().kind == ErrorKind::Policy);
        QCOMPARE(built.error().diagnostics.first().row, 3);
        QVERIFY(writeFile(fake, "#!/bin/sh\n[ $1 = check ] && exit 0\necho 'error: write x: no space left on device' >&2\nexit 1\n"));
        QVERIFY(bench.build(opa::OpaProgram{fake, {1, 22, 2}, opa::OpaProgram::Origin::Settings}).error().kind == ErrorKind::DiskFull);
    }
};

PD_TEST(TestPolicyBuild)
#include "tst_policybuild.moc"
