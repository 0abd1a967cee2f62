// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/tryhistory.h"
#include "desk/trysession.h"
#include "models/jsonproblem.h"
#include "opa/server.h"
#include "opa/sources.h"
#include "support/runner.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace pd;
using namespace Qt::StringLiterals;

namespace {

QJsonObject term(const QString &type, const QString &value)
{
    return {{u"type"_s, type}, {u"value"_s, value}};
}

QJsonArray path(const QString &dotted)
{
    QJsonArray terms;
    for (const QString &part : dotted.split(u'.'))
        terms.append(term(terms.isEmpty() ? u"var"_s : u"string"_s, part));
    return terms;
}

/// A module as `GET /v1/policies` lists it.
QJsonObject policy(const QString &id, const QString &package, const QStringList &rules, const QString &raw)
{
    QJsonArray heads;
    for (const QString &rule : rules)
        heads.append(QJsonObject{{u"head"_s, QJsonObject{{u"ref"_s, path(rule)}}}});
    return {{u"id"_s, id}, {u"raw"_s, raw},
        {u"ast"_s, QJsonObject{{u"package"_s, QJsonObject{{u"path"_s, path(package)}}}, {u"rules"_s, heads}}}};
}

} // namespace

class TestTrySources final : public QObject {
    Q_OBJECT

    opa::Sources m_sources;

private Q_SLOTS:
    void initTestCase()
    {
        const QString rbac = u"# package of nothing\npackage app.rbac\n\nimport data.app.lib as l\nimport data.app.names\n\n"
                             "default allow := false\n\nallow if {\n    # allow if\n    x := `\nallow if\n`\n    l.known\n}\n\n"
                             "labels.color := 1\n"_s;
        const QString more = u"package app.rbac\n\n  allow if input.more\n\nf(x) := y if {\n    y := x\n}\n"_s;
        m_sources.setPolicies({policy(u"/image/rbac.rego"_s, u"data.app.rbac"_s, {u"allow"_s, u"labels.color"_s}, rbac),
                                  policy(u"/image/more.rego"_s, u"data.app.rbac"_s, {u"allow"_s, u"f"_s}, more),
                                  policy(u"/image/lib.rego"_s, u"data.app.lib"_s, {u"known"_s}, u"package app.lib\nknown := true\n"_s),
                                  policy(u"repl.rego"_s, u"data.repl"_s, {u"mine"_s}, u"package repl\n\nmine := 1\n"_s)},
            [](const QString &id) { return QString(id).remove(u"/image/"_s); });
    }

    void findsPlaces_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QStringList>("places");
        QTest::newRow("rule in two files") << u"data.app.rbac.allow"_s << QString()
                                           << QStringList{u"more.rego:3"_s, u"rbac.rego:7"_s, u"rbac.rego:9"_s};
        QTest::newRow("below a rule") << u"data.app.lib.known.x.y"_s << QString() << QStringList{u"lib.rego:2"_s};
        QTest::newRow("rule of two names") << u"data.app.rbac.labels"_s << QString() << QStringList{u"rbac.rego:17"_s};
        QTest::newRow("package") << u"data.app.lib"_s << QString() << QStringList{u"lib.rego:1"_s};
        QTest::newRow("function") << u"data.app.rbac.f"_s << QString() << QStringList{u"more.rego:5"_s};
        QTest::newRow("typed") << u"mine"_s << QString() << QStringList{u"repl.rego:3"_s};
        QTest::newRow("own package") << u"f"_s << u"rbac.rego"_s << QStringList{u"more.rego:5"_s};
        QTest::newRow("by an import") << u"l.known"_s << u"rbac.rego"_s << QStringList{u"lib.rego:2"_s};
        QTest::newRow("builtin") << u"count"_s << QString() << QStringList();
        QTest::newRow("input") << u"input.user"_s << QString() << QStringList();
        QTest::newRow("no such rule") << u"data.nothing.here"_s << QString() << QStringList();
    }

    void findsPlaces()
    {
        QFETCH(QString, name);
        QFETCH(QString, from);
        QFETCH(QStringList, places);
        QStringList found;
        for (const opa::Place &place : m_sources.find(name, from))
            found << u"%1:%2"_s.arg(place.file).arg(place.row);
        QCOMPARE(found, places);
    }

    void textIsKept()
    {
        QCOMPARE(m_sources.text(u"lib.rego"_s), u"package app.lib\nknown := true\n"_s);
        QVERIFY(!m_sources.text(u"none.rego"_s));
        opa::Sources odd;
        odd.setPolicies({QJsonValue(1), QJsonObject{{u"ast"_s, u"x"_s}, {u"raw"_s, QString(u'[').repeated(100'000)}}},
            [](const QString &id) { return id; });
        QVERIFY(odd.find(u"data.x"_s).isEmpty());
    }

    void wordsAtACursor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::newRow("whole") << u"data.app.rbac.al|low"_s << u"data.app.rbac.allow"_s;
        QTest::newRow("a segment in between") << u"x == data.ap|p.rbac"_s << u"data.app"_s;
        QTest::newRow("at its end") << u"count(data.users|)"_s << u"data.users"_s;
        QTest::newRow("a number") << u"12|3"_s << QString();
        QTest::newRow("nothing") << u"a == | b"_s << QString();
        QTest::newRow("at a dot") << u"data|.x"_s << u"data"_s;
    }

    void wordsAtACursor()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        const qsizetype position = text.indexOf(u'|');
        QCOMPARE(opa::wordAt(text.remove(u'|'), position), word);
        QCOMPARE(desk::tryWordBefore(u"x == data.ap"_s, 12), u"data.ap"_s);
    }

    void tellsDefinitionsFromQueries_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("kept");
        for (const char *text : {"x := 1", "import data.app.rbac as r", "allow if input.x", "default allow := false", "f(x) := x + 1",
                 "f(x) if x > 1", "deny contains msg if {\n  msg := \"no\"\n}", "p[x] if x == 1", "a := [\n  1\n]"})
            QTest::newRow(text) << QString::fromUtf8(text) << true;
        for (const char *text : {"data.app.rbac.allow", "x := 1; y := x", "x = 1", "f(1) == 2", "some x in data.users", "count(data.users)",
                 "x := 1\ny := 2", "not data.x", "input", "notif", "x.contains", "[x | x := data.a[_]]"})
            QTest::newRow(text) << QString::fromUtf8(text) << false;
    }

    void tellsDefinitionsFromQueries()
    {
        QFETCH(QString, text);
        QFETCH(bool, kept);
        QCOMPARE(opa::isDefinition(text), kept);
    }
};

class TestJsonProblem final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hasAPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::newRow("empty") << u"  \n"_s << 0 << 0;
        QTest::newRow("object") << u"{\"a\": [1, true, null]}"_s << 0 << 0;
        QTest::newRow("scalar") << u" \"text\" "_s << 0 << 0;
        QTest::newRow("open object") << u"{\n  \"a\": 1\n"_s << 3 << 1;
        QTest::newRow("no colon") << u"{\n  \"ü\" 1\n}"_s << 2 << 7;
        QTest::newRow("no colon, first line") << u"{\"user\" 1}"_s << 1 << 9;
        QTest::newRow("no value") << u"{\n  \"a\": ,\n}"_s << 2 << 8;
        QTest::newRow("two values") << u"1, 2"_s << 1 << 2;
        QTest::newRow("open string") << u"\"abc"_s << 1 << 5;
        QTest::newRow("breaks out") << u"1],\"query\":[1"_s << 1 << 3;
        QTest::newRow("word") << u"nope"_s << 1 << 1;
    }

    void hasAPlace()
    {
        QFETCH(QString, text);
        QFETCH(int, row);
        QFETCH(int, column);
        const auto problem = models::jsonProblem(text);
        QCOMPARE(problem.has_value(), row > 0);
        if (!problem)
            return;
        QVERIFY(!problem->message.isEmpty());
        QCOMPARE(problem->row, row);
        QCOMPARE(problem->column, column);
    }
};

class TestTryHistory final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void newestFirstAndEachOnce()
    {
        desk::TryHistory history;
        history.add(u"ghcr.io/a/b"_s, u"data"_s);
        history.add(u"ghcr.io/a/b"_s, u"input"_s);
        history.add(u"ghcr.io/a/b"_s, u"data"_s);
        history.add(u"other"_s, u"1"_s);
        history.add(u"other"_s, u"  "_s);
        history.add(u"other"_s, QString(u'x').repeated(desk::TryHistory::MaxLength + 1));
        QCOMPARE(history.of(u"ghcr.io/a/b"_s), (QStringList{u"data"_s, u"input"_s}));
        QCOMPARE(history.of(u"other"_s), QStringList{u"1"_s});
    }

    void staysInItsFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"deep/try.json"_s);
        desk::TryHistory history;
        for (int i = 0; i < 2 * desk::TryHistory::MaxImages; ++i) {
            for (int query = 0; query < 3; ++query)
                history.add(u"image %1"_s.arg(i), u"query %1 ü"_s.arg(query));
        }
        QVERIFY(history.write(file));
        QCOMPARE(
            QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        const desk::TryHistory again = desk::TryHistory::read(file);
        QCOMPARE(again.of(u"image 99"_s), (QStringList{u"query 2 ü"_s, u"query 1 ü"_s, u"query 0 ü"_s}));
        QVERIFY(again.of(u"image 0"_s).isEmpty()); // the oldest went
        QVERIFY(!again.of(u"image 50"_s).isEmpty());
    }

    void aDamagedFileIsAnEmptyOne()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"try.json"_s);
        QVERIFY(desk::TryHistory::read(file).of(u"x"_s).isEmpty());
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("[{\"image\":1,\"queries\":{}},7,{\"image\":\"a\",\"queries\":[\"q\",4]}");
        damaged.close();
        QVERIFY(desk::TryHistory::read(file).of(u"a"_s).isEmpty());
        const auto refused = desk::TryHistory().write(u"/proc/none/try.json"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().cause, u"state.write"_s);
    }
};

PD_TEST(TestTrySources)
PD_TEST(TestJsonProblem)
PD_TEST(TestTryHistory)
#include "tst_trysources.moc"
