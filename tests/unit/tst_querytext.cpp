// SPDX-License-Identifier: GPL-3.0-or-later
#include "opa/completer.h"
#include "opa/definitions.h"
#include "opa/querytext.h"
#include "support/result.h"
#include "support/runner.h"

using namespace pd;
using namespace pd::opa;

namespace {

Diagnostic place(int row, int column)
{
    return {QString(), row, column, QStringLiteral("c"), QStringLiteral("m")};
}

QStringList texts(const QList<Suggestion> &suggestions)
{
    QStringList all;
    for (const Suggestion &suggestion : suggestions)
        all << suggestion.text;
    return all;
}

} // namespace

class TestQueryText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void qualifies_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sent");
        const auto row
            = [](const char *typed, const char *sent) { QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(sent); };
        row("foo", "data.repl.foo");
        row("foo + 1", "data.repl.foo + 1");
        row("f(foo, bar)", "f(data.repl.foo, data.repl.bar)");
        row("data.foo", "data.foo");
        row("data . foo", "data . foo");
        row("food", "food");
        row("\"foo\" == foo", "\"foo\" == data.repl.foo");
        row("`foo` == foo", "`foo` == data.repl.foo");
        row("\"a\\\"foo\" == foo", "\"a\\\"foo\" == data.repl.foo");
        row("bar # foo", "data.repl.bar # foo");
        row("foo := 1; foo", "foo := 1; foo");
        row("some foo in [1]; foo", "some foo in [1]; foo");
        row("\"open foo", "\"open foo");
        row("", "");
    }

    void qualifies()
    {
        QFETCH(QString, typed);
        QFETCH(QString, sent);
        QueryText text(typed);
        text.qualify({QStringLiteral("foo"), QStringLiteral("bar")});
        QCOMPARE(text.text(), sent);
    }

    void knowsOneExpression_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("one");
        const auto row = [](const char *typed, bool one) { QTest::newRow(typed) << QString::fromUtf8(typed) << one; };
        row("data.a", true);
        row("data.a\n", true);
        row("a; b", false);
        row("a\nb", false);
        row("{\n1,\n2\n}", true);
        row("[x | x := 1; true]", true);
        row("\";\"", true);
        row("`a\nb`", true);
        row("", false);
    }

    void knowsOneExpression()
    {
        QFETCH(QString, typed);
        QFETCH(bool, one);
        QCOMPARE(QueryText(typed).isOneExpression(), one);
    }

    void movesPlacesBack()
    {
        QueryText text(QStringLiteral("f(foo, bär)\nfoo ! x"));
        text.qualify({QStringLiteral("foo")});
        text.bindValue(QStringLiteral("v"));
        QCOMPARE(text.text(), QStringLiteral("v := f(data.repl.foo, bär)\ndata.repl.foo ! x"));
        const auto back = text.translate({place(1, 6), place(1, 18), place(1, 23), place(2, 15), place(2, 3), place(0, 0)});
        QCOMPARE(back[0].column, 1);
        QCOMPARE(back[1].column, 3);
        QCOMPARE(back[2].column, 8);
        QCOMPARE(back[3].column, 5);
        QCOMPARE(back[4].column, 1);
        QCOMPARE(back[5].column, 0);
    }
};

class TestDefinitions final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void accumulateAndReplace()
    {
        Definitions all;
        all = all.with(QStringLiteral("x := 1"));
        all = all.with(QStringLiteral("allow if input.a"));
        all = all.with(QStringLiteral("allow if input.b\n"));
        all = all.with(QStringLiteral("import data.lib as l"));
        all = all.with(QStringLiteral("x := 2"));
        all = all.with(QStringLiteral("x := 2"));
        QCOMPARE(all.module(), QStringLiteral("package repl\n\nimport data.lib as l\nallow if input.a\nallow if input.b\nx := 2\n"));
        QCOMPARE(all.names(), (QStringList{QStringLiteral("allow"), QStringLiteral("x")}));
        QCOMPARE(all.without(QStringLiteral("allow")).module(), QStringLiteral("package repl\n\nimport data.lib as l\nx := 2\n"));
        QVERIFY(all.contains(QStringLiteral("x")));
        QVERIFY(!all.contains(QStringLiteral("y")));
    }

    void namesOfSeveralRules()
    {
        const Definitions all = Definitions().with(QStringLiteral(
            "default allow := false\nallow if {\n  input.x\n}\nf(x) := x + 1\nnames contains n if { n := 1 }\np[x] { x := 1 }"));
        QCOMPARE(all.names(), (QStringList{QStringLiteral("allow"), QStringLiteral("f"), QStringLiteral("names"), QStringLiteral("p")}));
    }

    void placesAreThoseOfTheTypedText()
    {
        const Definitions all = Definitions().with(QStringLiteral("a := 1\nb := 2")).with(QStringLiteral("c :=\nd"));
        const auto back = all.translate({place(5, 3), place(6, 1), place(3, 1)});
        QCOMPARE(back[0].row, 1);
        QCOMPARE(back[0].column, 3);
        QCOMPARE(back[1].row, 2);
        QCOMPARE(back[2].row, 0);
        QCOMPARE(back[2].column, 0);
    }
};

class TestCompleter final : public QObject {
    Q_OBJECT
private:
    Completer m_completer;

private Q_SLOTS:
    void initTestCase()
    {
        m_completer.setCapabilities(*Capabilities::parse(R"({"builtins":[{"name":"count","description":"How many."},{"name":"concat"}]})"));
        m_completer.setPolicies(QJsonDocument::fromJson(
            R"([{"ast":{"package":{"path":[{"type":"var","value":"data"},{"type":"string","value":"app"},{"type":"string","value":"a-b"}]},
          "rules":[{"head":{"ref":[{"type":"var","value":"allow"}]}},{"head":{"ref":[{"type":"var","value":"allow"}]}},
          {"head":{"ref":[{"type":"var","value":"f"}],"args":[{"type":"var","value":"x"},{"type":"var","value":"__local1__"}]}},
          {"head":{"ref":[{"type":"var","value":"p"},{"type":"string","value":"q"},{"type":"var","value":"x"}]}}]}},
          {"ast":{"package":{"path":[{"type":"var","value":"data"},{"type":"string","value":"repl"}]},"rules":[{"head":{"ref":[{"type":"var","value":"mine"}]}}]}}])")
                .array());
        m_completer.addData(R"({"users":{"alice":{"role":"admin"}},"odd key":{}})");
        m_completer.addData(R"({"leaf":1})", QStringLiteral("sub.dir"));
    }

    void completes_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QStringList>("expected");
        const auto row
            = [](const char *prefix, const QStringList &expected) { QTest::newRow(prefix) << QString::fromUtf8(prefix) << expected; };
        row("data.app",
            {QStringLiteral("data.app[\"a-b\"]"), QStringLiteral("data.app[\"a-b\"].allow"), QStringLiteral("data.app[\"a-b\"].f"),
                QStringLiteral("data.app[\"a-b\"].p.q")});
        row("data.u", {QStringLiteral("data.users"), QStringLiteral("data.users.alice"), QStringLiteral("data.users.alice.role")});
        row("data[", {QStringLiteral("data[\"odd key\"]")});
        row("data.sub", {QStringLiteral("data.sub.dir.leaf")});
        row("input.", {QStringLiteral("input.user"), QStringLiteral("input.user.name")});
        row("co", {QStringLiteral("concat"), QStringLiteral("contains"), QStringLiteral("count")});
        row("min", {QStringLiteral("mine")});
        row("zzz", {});
    }

    void completes()
    {
        QFETCH(QString, prefix);
        QFETCH(QStringList, expected);
        QCOMPARE(texts(m_completer.complete(prefix, R"({"user":{"name":"a"}})")), expected);
    }

    void kindsAndDetails()
    {
        const auto f = m_completer.complete(QStringLiteral("data.app[\"a-b\"].f"), {});
        QVERIFY(f.isEmpty()); // it is whole already
        const auto functions = m_completer.complete(QStringLiteral("data.app[\"a-b\"]."), {});
        QVERIFY(functions[1].kind == Suggestion::Kind::Function);
        QCOMPARE(functions[1].detail, QStringLiteral("(x, _)"));
        QVERIFY(m_completer.complete(QStringLiteral("mi"), {}).first().kind == Suggestion::Kind::Definition);
        QCOMPARE(m_completer.complete(QStringLiteral("coun"), {}).first().detail, QStringLiteral("How many."));
    }

    void isBounded()
    {
        Completer completer;
        QByteArray wide = "{";
        for (int i = 0; i < 50'000; ++i)
            wide += "\"k" + QByteArray::number(i) + "\":1,";
        wide.chop(1);
        completer.addData(wide + "}");
        QCOMPARE(completer.complete(QStringLiteral("data."), {}, 1'000'000).size(), 20'000);
        Completer deep;
        deep.addData(QByteArray("{\"a\":").repeated(300) + "1" + QByteArray("}").repeated(300));
        QCOMPARE(deep.complete(QStringLiteral("data"), {}).size(), 9);
        deep.setPolicies({QJsonValue(1), QJsonObject{{QStringLiteral("ast"), QStringLiteral("<html>")}}});
    }
};

PD_TEST(TestQueryText)
PD_TEST(TestDefinitions)
PD_TEST(TestCompleter)
#include "tst_querytext.moc"
