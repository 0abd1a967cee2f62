// SPDX-License-Identifier: GPL-3.0-or-later
#include "opa/capabilities.h"
#include "opa/outputs.h"
#include "support/result.h"
#include "support/runner.h"

#include <QElapsedTimer>
#include <QJsonDocument>

using namespace pd;
using namespace pd::opa;

namespace {

Diagnostic at(const char *file, int row, int column, const char *code, const char *message)
{
    return {QString::fromUtf8(file), row, column, QString::fromUtf8(code), QString::fromUtf8(message)};
}

const QByteArray SomeCapabilities
    = R"({"builtins":[{"name":"http.send","decl":{"type":"function"}},{"name":"opa.runtime","decl":{"type":"function"}},
 {"name":"net.lookup_ip_addr","decl":{"type":"function"}},{"name":"abs","description":"Without its sign.","decl":{"type":"function"}}],"features":["rego_v1"]})";

} // namespace

class TestOpaOutputs final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void errors_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QList<Diagnostic>>("expected");
        using List = QList<Diagnostic>;
        QTest::newRow("json") << QByteArray(
            R"({"errors":[{"message":"m","code":"rego_parse_error","location":{"file":"./a.rego","row":2,"col":3},"details":{}}]})")
                              << List{at("a.rego", 2, 3, "rego_parse_error", "m")};
        QTest::newRow("json without place") << QByteArray(R"({"errors":[{"message":"bundle .: bundle load failed on data.json: EOF"}]})")
                                            << List{at("data.json", 0, 0, "", "EOF")};
        QTest::newRow("json, broken manifest") << QByteArray(
            R"({"errors":[{"message":"bundle .: bundle load failed on manifest decode: unexpected EOF"}]})")
                                               << List{at(".manifest", 0, 0, "", "unexpected EOF")};
        QTest::newRow("rest api") << QByteArray(R"({"code":"invalid_parameter","message":"all paths owned by bundle"})")
                                  << List{at("", 0, 0, "invalid_parameter", "all paths owned by bundle")};
        QTest::newRow("rest api with places") << QByteArray(
            R"({"code":"invalid_parameter","message":"x","errors":[{"code":"rego_type_error","message":"y","location":{"file":"","row":1,"col":6}}]})")
                                              << List{at("", 1, 6, "rego_type_error", "y")};
        QTest::newRow("plain, one") << QByteArray(
            "error: load error: bundle .: 1 error occurred: v0.rego:2: rego_parse_error: `if` keyword is required before rule body\n")
                                    << List{at("v0.rego", 2, 0, "rego_parse_error", "`if` keyword is required before rule body")};
        QTest::newRow("plain, two") << QByteArray("error: 2 errors occurred:\nv.rego:2: rego_type_error: undefined function "
                                                  "ds.check\nlib/ünï c.rego:3: rego_type_error: undefined function ext.foo\n")
                                    << List{at("v.rego", 2, 0, "rego_type_error", "undefined function ds.check"),
                                           at("lib/ünï c.rego", 3, 0, "rego_type_error", "undefined function ext.foo")};
        QTest::newRow("plain, goes on") << QByteArray(
            "error: 1 error occurred: v.rego:2: rego_type_error: ds.check: arity mismatch\n\thave: (a)\n\twant: (b)\n")
                                        << List{at("v.rego", 2, 0, "rego_type_error", "ds.check: arity mismatch\nhave: (a)\nwant: (b)")};
        QTest::newRow("plain, roots") << QByteArray(
            "error: load error: bundle .: manifest roots [foo] do not permit 'package x' in module 'x.rego'\n")
                                      << List{at("", 0, 0, "", "manifest roots [foo] do not permit 'package x' in module 'x.rego'")};
        QTest::newRow("escape codes and bidi") << QByteArray("\x1b[31mbad\xe2\x80\xae\n") << List{at("", 0, 0, "", "[31mbad")};
        QTest::newRow("empty") << QByteArray() << List{};
        QTest::newRow("success") << QByteArray("{}") << List{};
    }

    void errors()
    {
        QFETCH(QByteArray, output);
        QFETCH(QList<Diagnostic>, expected);
        const QList<Diagnostic> got = parseErrors(output);
        QCOMPARE(got.size(), expected.size());
        for (qsizetype i = 0; i < got.size(); ++i) {
            QCOMPARE(got[i].file, expected[i].file);
            QCOMPARE(got[i].row, expected[i].row);
            QCOMPARE(got[i].column, expected[i].column);
            QCOMPARE(got[i].code, expected[i].code);
            QCOMPARE(got[i].message, expected[i].message);
        }
    }

    void errorsAreBounded()
    {
        QByteArray many = "{\"errors\":[";
        for (int i = 0; i < 5000; ++i)
            many += R"({"message":"m","code":"rego_type_error","location":{"file":"a","row":1,"col":1}},)";
        many.chop(1);
        QCOMPARE(parseErrors(many + "]}").size(), 1000);
        QCOMPARE(parseErrors(QByteArray("x\n").repeated(5000)).size(), 1000);
        QCOMPARE(parseErrors(QByteArray(1'000'000, 'x')).first().message.size(), 4096);
        QByteArray deep = QByteArray("[").repeated(100'000);
        QVERIFY(!parseErrors(deep).isEmpty());
    }

    void hostilePatternsEndSoon()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!parseErrors(QByteArray(": ").repeated(20'000)).isEmpty());
        QVERIFY(!parseErrors(QByteArray("a:1").repeated(20'000) + ": rego_").isEmpty());
        QVERIFY2(timer.elapsed() < 5'000, QByteArray::number(timer.elapsed()).constData());
    }

    void causes()
    {
        const auto parse = at("a", 1, 1, "rego_parse_error", "x");
        const auto type = at("a", 1, 1, "rego_type_error", "x");
        const auto missing = at("a", 1, 1, "rego_type_error", "undefined function ds.check");
        QCOMPARE(policyError({parse, parse}, {}).cause, QStringLiteral("policy.parse"));
        QCOMPARE(policyError({parse, type}, {}).cause, QStringLiteral("policy.type"));
        QCOMPARE(policyError({missing}, {}).cause, QStringLiteral("policy.builtin"));
        QCOMPARE(policyError({missing, type}, {}).cause, QStringLiteral("policy.type"));
        QCOMPARE(policyError({at("", 0, 0, "", "x")}, {}).cause, QStringLiteral("policy.refused"));
        QCOMPARE(undefinedFunctions({missing, type, missing}), QStringList{QStringLiteral("ds.check")});
    }

    void versions_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QString>("version");
        QTest::newRow("release") << QByteArray("Version: 1.22.2\nBuild Commit: \nGo Version: go1.26.11\n") << QStringLiteral("1.22.2");
        QTest::newRow("development") << QByteArray("Version: 1.23.0-dev\n") << QStringLiteral("1.23.0");
        QTest::newRow("later line") << QByteArray("warning\nVersion: 0.70.0\n") << QStringLiteral("0.70.0");
        QTest::newRow("other program") << QByteArray("opa 3.1\n") << QString();
        QTest::newRow("go version alone") << QByteArray("Go Version: 1.2.3\n") << QString();
        QTest::newRow("nonsense") << QByteArray("Version: 1.2.3.4.5\n") << QString();
        QTest::newRow("empty") << QByteArray() << QString();
    }

    void versions()
    {
        QFETCH(QByteArray, output);
        QFETCH(QString, version);
        QCOMPARE(parseVersion(output).toString(), version);
    }

    void tests()
    {
        const auto cases
            = parseTests(R"([{"location":{"file":"a_test.rego","row":2,"col":1},"package":"data.a","name":"test_x","duration":372760},
          {"location":{"file":"a_test.rego","row":3},"package":"data.a","name":"test_y","fail":true,"output":"aGkK"},
          {"package":"data.a","name":"test_z","error":{"code":"eval"}},{"package":"data.a","name":"todo_test","skip":true}])");
        VERIFY_RESULT(cases);
        QCOMPARE(cases->size(), 4);
        QVERIFY(cases->at(0).outcome == TestCase::Outcome::Passed);
        QCOMPARE(cases->at(0).nanoseconds, 372760);
        QVERIFY(cases->at(1).outcome == TestCase::Outcome::Failed);
        QCOMPARE(cases->at(1).output, QStringLiteral("hi\n"));
        QVERIFY(cases->at(2).outcome == TestCase::Outcome::Errored);
        QVERIFY(cases->at(3).outcome == TestCase::Outcome::Skipped);
        QCOMPARE(parseTests("1 error occurred: a.rego:1: x").error().cause, QStringLiteral("opa.output"));
    }

    void evaluations()
    {
        const auto value = parseEvaluation(R"({"result":[{"expressions":[{"value":false,"text":"data.a"}]}]})");
        VERIFY_RESULT(value);
        QCOMPARE(value->results, (QList<QList<QJsonValue>>{{QJsonValue(false)}}));
        const auto undefined = parseEvaluation("{}");
        VERIFY_RESULT(undefined);
        QVERIFY(undefined->isUndefined());
        const auto failed = parseEvaluation(
            R"({"errors":[{"message":"unexpected eof","code":"rego_parse_error","location":{"file":"","row":1,"col":5}}]})");
        QVERIFY(failed.error().kind == ErrorKind::Policy);
        QCOMPARE(failed.error().diagnostics.first().column, 5);
        QCOMPARE(parseEvaluation("<html>").error().cause, QStringLiteral("opa.output"));
    }

    void capabilitiesAreRestricted()
    {
        const auto all = Capabilities::parse(SomeCapabilities);
        VERIFY_RESULT(all);
        QCOMPARE(all->names().size(), 4);
        const QJsonObject restricted = QJsonDocument::fromJson(all->restricted().toJson()).object();
        QCOMPARE(Capabilities::parse(all->restricted().toJson())->names(), QStringList{QStringLiteral("abs")});
        QVERIFY(restricted.value(QStringLiteral("allow_net")).isArray());
        QVERIFY(restricted.value(QStringLiteral("allow_net")).toArray().isEmpty());
        QCOMPARE(restricted.value(QStringLiteral("features")).toArray().size(), 1);
        QVERIFY(!Capabilities::parse("{}"));
    }

    void requiredBuiltinsAreFound()
    {
        const QByteArray manifest
            = R"({"metadata":{"required_builtins":{"builtin1":[{"name":"ds.check","decl":{"type":"function","args":[]}}],
          "builtin2":[{"name":"ds.check","decl":{"type":"function"}},{"name":"bad"},{"decl":{"type":"function"}},{"name":"no","decl":{"type":"any"}},7]}}})";
        const QJsonArray found = requiredBuiltins(manifest);
        QCOMPARE(found.size(), 2);
        const auto all = Capabilities::parse(SomeCapabilities)->with(found);
        QCOMPARE(all.names().count(QStringLiteral("ds.check")), 1);
        QVERIFY(requiredBuiltins("{").isEmpty());
        QVERIFY(requiredBuiltins(
            QByteArray("{\"metadata\":{\"required_builtins\":") + QByteArray("[").repeated(500) + QByteArray("]").repeated(500) + "}}")
                .isEmpty());
    }
};

PD_TEST(TestOpaOutputs)
#include "tst_opaoutputs.moc"
