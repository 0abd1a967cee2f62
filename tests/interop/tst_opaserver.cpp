// SPDX-License-Identifier: GPL-3.0-or-later
#include "opa/server.h"
#include "policy/build.h"
#include "support/await.h"
#include "support/opa.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/servers/scriptserver.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLocalServer>
#include <QTcpServer>
#include <QTemporaryDir>

#include <csignal>

using namespace pd;
using namespace pd::opa;
using pd::test::await;
using pd::test::writeFile;
using namespace std::chrono_literals;

namespace {

using Files = QMap<QString, QByteArray>;
using ServerResult = Result<std::unique_ptr<Server>>;

const QByteArray Rbac = "package app.rbac\n\ndefault allow := false\n\nallow if input.user == data.users[_].name\n\nf(x) := x + 1\n";
const QByteArray Users = R"({"users":[{"name":"a"},{"name":"b"}]})";

QByteArray quoted(const QString &text)
{
    QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return json.mid(1, json.size() - 2);
}

} // namespace

class TestOpaServer final : public QObject {
    Q_OBJECT
private:
    OpaProgram m_opa;
    WorkerPool m_pool{1};
    QTemporaryDir m_folder;
    int m_number = 0;

    /// A tarball of these files, as a stranger may have made it.
    QString tarball(const Files &files)
    {
        const QString folder = m_folder.filePath(QStringLiteral("b%1").arg(++m_number));
        QDir().mkpath(folder);
        for (const auto &[path, bytes] : files.asKeyValueRange())
            writeFile(folder + QLatin1Char('/') + path, bytes);
        const QString tar = folder + QStringLiteral(".tar.gz");
        return test::run(QStringLiteral("tar"), {QStringLiteral("-czf"), tar, QStringLiteral("-C"), folder, QStringLiteral(".")}, {}) == 0
            ? tar
            : QString();
    }
    ServerOptions options(const Files &files)
    {
        ServerOptions options;
        options.opa = m_opa;
        options.bundle = tarball(files);
        return options;
    }
    ServerResult start(const ServerOptions &options) { return await(Server::start(options, m_pool, {}), 40s); }
    ServerResult start(const Files &files) { return start(options(files)); }
    static Result<QueryReply> ask(Server &server, const QString &text, const QByteArray &input = {})
    {
        Query query;
        query.text = text;
        query.input = input;
        return await(server.query(query, {}), 40s);
    }
    static Result<void> define(Server &server, const char *rules) { return await(server.define(QString::fromUtf8(rules), {}), 40s); }

private Q_SLOTS:
    void initTestCase()
    {
        const auto found = test::realOpa();
        VERIFY_RESULT(found);
        m_opa = *found;
        QVERIFY(m_opa.version >= oldestVersion());
    }

    void answersQueries()
    {
        auto server = start(Files{{QStringLiteral("rbac.rego"), Rbac}, {QStringLiteral("data.json"), Users}});
        VERIFY_RESULT(server);
        QVERIFY2((*server)->isolation().level == Isolation::Level::Full, qPrintable((*server)->isolation().why));
        Server &s = **server;
        const auto yes = ask(s, QStringLiteral("data.app.rbac.allow"), R"({"user":"b"})");
        VERIFY_RESULT(yes);
        QCOMPARE(yes->value, QJsonValue(true));
        QCOMPARE(ask(s, QStringLiteral("data.app.rbac.allow"))->value, QJsonValue(false));
        QCOMPARE(ask(s, QStringLiteral("data.app.rbac.f(41)"))->value, QJsonValue(42));
        QCOMPARE(ask(s, QStringLiteral("x := 1; y := x + 1"))->bindings,
            (QList<QJsonObject>{{{QStringLiteral("x"), 1}, {QStringLiteral("y"), 2}}}));
        QCOMPARE(ask(s, QStringLiteral("some u in data.users"))->bindings.size(), 2);
        QCOMPARE(ask(s, QStringLiteral("data.users[i].name"))->bindings.size(), 2);
        QVERIFY(ask(s, QStringLiteral("data.nothing"))->isUndefined());
        QVERIFY(!ask(s, QStringLiteral("not data.nothing"))->isUndefined());
        QCOMPARE(ask(s, QStringLiteral("input"), "12345678901234567")->json.trimmed().contains("12345678901234567"), true);
        Query query;
        query.text = QStringLiteral("data.app.rbac.allow");
        query.metrics = true;
        query.explain = Query::Explain::Full;
        const auto told = await(s.query(query, {}));
        VERIFY_RESULT(told);
        QVERIFY(told->metrics.contains(QStringLiteral("timer_rego_query_eval_ns")));
        QVERIFY(!told->explanation.isEmpty());
    }

    void errorsHavePlaces_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::newRow("syntax") << QStringLiteral("1 + ") << QByteArray() << QStringLiteral("policy.parse") << 1 << 3;
        QTest::newRow("second row") << QStringLiteral("x := 1\ny := nope(x)") << QByteArray() << QStringLiteral("policy.builtin") << 2 << 6;
        QTest::newRow("behind a definition") << QStringLiteral("count(mine) + nope(1)") << QByteArray() << QStringLiteral("policy.builtin")
                                             << 1 << 15;
        QTest::newRow("unsafe") << QStringLiteral("x == 1; y") << QByteArray() << QStringLiteral("policy.type") << 1 << 1;
        QTest::newRow("empty") << QStringLiteral("  ") << QByteArray() << QStringLiteral("opa.emptyQuery") << 0 << 0;
        QTest::newRow("input") << QStringLiteral("input") << QByteArray("{") << QStringLiteral("opa.input") << 0 << 0;
        QTest::newRow("input that breaks out") << QStringLiteral("input") << QByteArray("1],\"query\":\"2\",\"x\":[1")
                                               << QStringLiteral("opa.input") << 0 << 0;
    }

    void errorsHavePlaces()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, input);
        QFETCH(QString, cause);
        QFETCH(int, row);
        QFETCH(int, column);
        auto server = start(Files{{QStringLiteral("rbac.rego"), Rbac}});
        VERIFY_RESULT(server);
        VERIFY_RESULT(define(**server, "mine := [1]"));
        const auto reply = ask(**server, text, input);
        QVERIFY(!reply);
        QVERIFY2(reply.error().cause == cause, test::describe(reply.error()).constData());
        if (row == 0)
            return;
        QVERIFY(!reply.error().diagnostics.isEmpty());
        QCOMPARE(reply.error().diagnostics.first().row, row);
        QCOMPARE(reply.error().diagnostics.first().column, column);
    }

    void definitionsStay()
    {
        auto server = start(Files{
            {QStringLiteral("rbac.rego"), Rbac}, {QStringLiteral("data.json"), Users}, {QStringLiteral(".manifest"), R"({"roots":[""]})"}});
        VERIFY_RESULT(server);
        Server &s = **server;
        VERIFY_RESULT(define(s, "base := 40"));
        VERIFY_RESULT(define(s, "g(x) := base + x"));
        QCOMPARE(ask(s, QStringLiteral("g(2)"))->value, QJsonValue(42));
        VERIFY_RESULT(define(s, "base := 50"));
        QCOMPARE(ask(s, QStringLiteral("g(2)"))->value, QJsonValue(52));
        VERIFY_RESULT(define(s, "import data.app.rbac as r"));
        VERIFY_RESULT(define(s, "ok if r.allow"));
        QCOMPARE(ask(s, QStringLiteral("ok"), R"({"user":"a"})")->value, QJsonValue(true));
        const auto bad = define(s, "h(x) :=\n  x +");
        QVERIFY(!bad);
        QCOMPARE(bad.error().cause, QStringLiteral("policy.parse"));
        QCOMPARE(bad.error().diagnostics.first().row, 2);
        QCOMPARE(bad.error().diagnostics.first().column, 6);
        QCOMPARE(s.definitions().size(), 4); // as before
        QCOMPARE(ask(s, QStringLiteral("g(2)"))->value, QJsonValue(52));
        QCOMPARE(s.complete(QStringLiteral("bas")).first().text, QStringLiteral("base"));
        QVERIFY(!s.complete(QStringLiteral("data.app.rbac.al")).isEmpty());
        QVERIFY(!s.complete(QStringLiteral("json.pa")).isEmpty());
        VERIFY_RESULT(await(s.undefine(QStringLiteral("ok"), {})));
        QVERIFY(!ask(s, QStringLiteral("ok")));
        QCOMPARE(await(s.undefine(QStringLiteral("ok"), {})).error().cause, QStringLiteral("opa.noDefinition"));
        // A server that was killed comes back with all of it.
        const qint64 before = s.processId();
        ::kill(static_cast<pid_t>(before), SIGKILL);
        QTRY_COMPARE(s.processId(), 0);
        QCOMPARE(ask(s, QStringLiteral("g(2)"))->value, QJsonValue(52));
        QVERIFY(s.processId() != before);
    }

    void aRunawayQueryIsEnded()
    {
        ServerOptions given = options({{QStringLiteral("rbac.rego"), Rbac}});
        given.queryDeadline = 500ms;
        auto server = start(given);
        VERIFY_RESULT(server);
        Server &s = **server;
        VERIFY_RESULT(define(s, "mine := 7"));
        const QString runaway
            = QStringLiteral("count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a == b + 200000])");
        QElapsedTimer timer;
        timer.start();
        const auto ended = ask(s, runaway);
        QVERIFY(!ended);
        QCOMPARE(ended.error().cause, QStringLiteral("opa.deadline"));
        QVERIFY(timer.elapsed() < 5'000);
        QCOMPARE(s.processId(), 0);
        QCOMPARE(ask(s, QStringLiteral("mine"))->value, QJsonValue(7));
        std::stop_source source;
        Query query;
        query.text = runaway;
        auto task = s.query(query, source.get_token());
        source.request_stop();
        QVERIFY(await(std::move(task)).error().isCancelled());
        QCOMPARE(ask(s, QStringLiteral("mine"))->value, QJsonValue(7));
    }

    void goesWhileAQueryRuns()
    {
        auto server = start(Files{{QStringLiteral("rbac.rego"), Rbac}});
        VERIFY_RESULT(server);
        Query query;
        query.text = QStringLiteral("count(numbers.range(1, 3000000))");
        auto task = (*server)->query(query, {});
        server->reset();
        const auto reply = await(std::move(task));
        QVERIFY(!reply);
        QVERIFY(reply.error().isCancelled());
    }

    void oldRegoIsServed()
    {
        auto server = start(
            Files{{QStringLiteral("a.rego"), "package a\n\nallow { input.x }\n"}, {QStringLiteral(".manifest"), R"({"rego_version":0})"}});
        VERIFY_RESULT(server);
        QCOMPARE(ask(**server, QStringLiteral("data.a.allow"), R"({"x":true})")->value, QJsonValue(true));
        VERIFY_RESULT(define(**server, "mine { data.a.allow }"));
        QCOMPARE(ask(**server, QStringLiteral("mine"), R"({"x":true})")->value, QJsonValue(true));
    }

    void mixedRegoIsServedAsABundle()
    {
        auto server = start(Files{{QStringLiteral("old.rego"), "package old\n\nallow { input.x }\n"},
            {QStringLiteral("new.rego"), "package new\n\nallow if input.x\n"},
            {QStringLiteral(".manifest"), R"({"rego_version":1,"file_rego_versions":{"/old.rego":0}})"}});
        VERIFY_RESULT(server);
        QCOMPARE(ask(**server, QStringLiteral("data.old.allow == data.new.allow"), R"({"x":true})")->value, QJsonValue(true));
        QCOMPARE(define(**server, "mine := 1").error().cause, QStringLiteral("opa.ownedRoots"));
    }

    void planAndSignatureAreNoData()
    {
        auto server = start(Files{{QStringLiteral("a.rego"), Rbac}, {QStringLiteral("plan.json"), R"({"planned":1})"},
            {QStringLiteral(".signatures.json"), R"({"signed":1})"}, {QStringLiteral("sub/data.json"), R"({"leaf":3})"},
            {QStringLiteral("sub/other.json"), R"({"other":4})"}});
        VERIFY_RESULT(server);
        QVERIFY(ask(**server, QStringLiteral("data.planned"))->isUndefined());
        QVERIFY(ask(**server, QStringLiteral("data.signed"))->isUndefined());
        QVERIFY(ask(**server, QStringLiteral("data.sub.other"))->isUndefined());
        QCOMPARE(ask(**server, QStringLiteral("data.sub.leaf"))->value, QJsonValue(3));
    }

    void whatDoesNotCompileIsSaid()
    {
        const auto server = start(Files{{QStringLiteral("d/a.rego"), "package a\n\nx := ds.check({})\n"}});
        QVERIFY(!server);
        QVERIFY2(server.error().cause == QStringLiteral("policy.builtin"), test::describe(server.error()).constData());
        QCOMPARE(server.error().diagnostics.first().file, QStringLiteral("d/a.rego"));
        QCOMPARE(server.error().diagnostics.first().row, 3);
        ServerOptions given = options({});
        given.bundle = m_folder.filePath(QStringLiteral("none.tar.gz"));
        QVERIFY(!start(given));
        writeFile(given.bundle, "no tarball");
        QVERIFY(!start(given));
    }

    // What a stranger's rule, or a query that somebody was talked into pasting, can reach: nothing. Each way, from both.
    void nothingIsReached_data()
    {
        QTest::addColumn<QString>("way");
        for (const char *way : {"loopback", "loopback, IPv6", "unix socket", "file by tls_ca_cert_file", "name look-up", "environment"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }

    void nothingIsReached()
    {
        QFETCH(QString, way);
        std::atomic_int heard = 0;
        const auto answer = [&heard](const test::Received &, test::Peer &peer) {
            ++heard;
            peer.reply(200, "secret-of-the-listener");
        };
        test::ScriptServer listener(answer);
        QTcpServer six;
        QVERIFY(six.listen(QHostAddress::LocalHostIPv6));
        QString call;
        QLocalServer socket;
        const QString socketPath = m_folder.filePath(QStringLiteral("other.sock"));
        const QString secretFile = m_folder.filePath(QStringLiteral("secret.pem"));
        QVERIFY(writeFile(secretFile, "secret-of-the-file"));
        qputenv("PD_TEST_PLANTED", "secret-of-the-environment");
        if (way == QStringLiteral("loopback")) {
            call = QStringLiteral("http.send({\"method\":\"GET\",\"url\":%1,\"raise_error\":false,\"timeout\":\"2s\"})")
                       .arg(QString::fromUtf8(quoted(listener.url(QStringLiteral("/")).toString())));
        } else if (way == QStringLiteral("loopback, IPv6")) {
            call = QStringLiteral("http.send({\"method\":\"GET\",\"url\":\"http://[::1]:%1/\",\"raise_error\":false,\"timeout\":\"2s\"})")
                       .arg(six.serverPort());
        } else if (way == QStringLiteral("unix socket")) {
            QVERIFY(socket.listen(socketPath));
            const QString escaped = QString::fromUtf8(QUrl::toPercentEncoding(socketPath));
            call = QStringLiteral(
                "http.send({\"method\":\"GET\",\"url\":\"unix://localhost/x?socket=%1\",\"raise_error\":false,\"timeout\":\"2s\"})")
                       .arg(escaped);
        } else if (way == QStringLiteral("file by tls_ca_cert_file")) {
            call = QStringLiteral("http.send({\"method\":\"GET\",\"url\":\"https://127.0.0.1:1/"
                                  "\",\"tls_ca_cert_file\":%1,\"raise_error\":false,\"timeout\":\"2s\"})")
                       .arg(QString::fromUtf8(quoted(secretFile)));
        } else if (way == QStringLiteral("name look-up")) {
            call = QStringLiteral("net.lookup_ip_addr(\"localhost.localdomain\")");
        } else {
            call = QStringLiteral("opa.runtime()");
        }
        const QByteArray rule = "package evil\n\nout := " + call.toUtf8() + "\n";
        auto server = start(Files{{QStringLiteral("evil.rego"), rule}, {QStringLiteral("a.rego"), Rbac}});
        VERIFY_RESULT(server);
        Server &s = **server;
        QVERIFY(s.isolation().level == Isolation::Level::Full);
        QVERIFY(!s.restricted().isEmpty());
        QByteArray all;
        const auto collect = [&all](const Result<QueryReply> &reply) {
            all += reply ? reply->json : test::describe(reply.error());
            all += '\n';
        };
        collect(ask(s, QStringLiteral("data.evil.out"))); // a rule of the image
        collect(ask(s, call)); // typed
        if (define(s, QByteArray("typed := " + call.toUtf8()).constData()))
            collect(ask(s, QStringLiteral("typed"))); // typed, as a rule
        qunsetenv("PD_TEST_PLANTED");
        QVERIFY2(!all.contains("secret-of-the"), all.constData());
        QCOMPARE(heard.load(), 0);
        QCOMPARE(listener.requests().size(), 0);
        QVERIFY(!socket.hasPendingConnections());
        QVERIFY(!six.hasPendingConnections());
        if (way == QStringLiteral("environment"))
            QVERIFY2(!all.contains("PATH") && !all.contains("HOME"), all.constData());
        if (way.startsWith(QStringLiteral("file")) || way.startsWith(QStringLiteral("unix"))) // it did try, and there was no such file
            QVERIFY2(all.contains("no such file"), all.constData());
        else if (way.startsWith(QStringLiteral("loopback")))
            QVERIFY2(all.contains("refused") || all.contains("unreachable"), all.constData());
        QVERIFY(ask(s, QStringLiteral("data.app.rbac.allow")));
    }

    void withoutACellTheCallerDecides_data()
    {
        QTest::addColumn<QString>("bwrap");
        QTest::newRow("missing") << QStringLiteral("/no/such/bwrap");
        QTest::newRow("refused") << m_folder.filePath(QStringLiteral("bwrap"));
    }

    void withoutACellTheCallerDecides()
    {
        QFETCH(QString, bwrap);
        const QString fake = m_folder.filePath(QStringLiteral("bwrap"));
        QVERIFY(writeFile(fake, "#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n"));
        QVERIFY(QFile::setPermissions(fake, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        ServerOptions given = options({{QStringLiteral("rbac.rego"), Rbac}});
        given.bwrap = bwrap;
        const auto refused = start(given);
        QVERIFY(!refused);
        QCOMPARE(refused.error().cause, QStringLiteral("opa.notIsolated"));
        QVERIFY(!refused.error().detail.isEmpty());
        given.withoutIsolation = true;
        auto server = start(given);
        VERIFY_RESULT(server);
        Server &s = **server;
        QVERIFY(s.isolation().level == Isolation::Level::None);
        QVERIFY(!s.isolation().why.isEmpty());
        QCOMPARE(ask(s, QStringLiteral("data.app.rbac.f(1)"))->value, QJsonValue(2));
        VERIFY_RESULT(define(s, "mine := data.app.rbac.f(2)"));
        QCOMPARE(ask(s, QStringLiteral("mine"))->value, QJsonValue(3));
    }

    void withoutACellNothingDangerousIsAsked_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"opa.runtime()", "opa[\"runtime\"]()", "x := opa . runtime()", "net.lookup_ip_addr(\"localhost\")",
                 "http.send({\"method\":\"GET\",\"url\":\"http://127.0.0.1\"})", "[x | x := opa.runtime()]",
                 "true\n}\n\nx := opa.runtime()\n\ny if {\ntrue", "data.app.rbac.f(opa.runtime())", "y; opa.runtime()"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void withoutACellNothingDangerousIsAsked()
    {
        QFETCH(QString, text);
        ServerOptions given = options({{QStringLiteral("rbac.rego"), Rbac}});
        given.bwrap = QStringLiteral("/no/such/bwrap");
        given.withoutIsolation = true;
        auto server = start(given);
        VERIFY_RESULT(server);
        const auto reply = ask(**server, text);
        QVERIFY2(!reply, reply ? reply->json.constData() : "");
        QVERIFY(reply.error().kind == ErrorKind::Policy);
        const auto defined = define(**server, QByteArray("r if {\n" + text.toUtf8() + "\n}").constData());
        QVERIFY(!defined);
    }

    void withoutACellDangerousRulesAreRefused()
    {
        ServerOptions given = options({{QStringLiteral("a.rego"), "package a\n\nx := opa.runtime()\n"}});
        given.bwrap = QStringLiteral("/no/such/bwrap");
        given.withoutIsolation = true;
        const auto server = start(given);
        QVERIFY(!server);
        QCOMPARE(server.error().cause, QStringLiteral("opa.restricted"));
        QCOMPARE(server.error().subject, QStringLiteral("opa.runtime"));
        QCOMPARE(server.error().diagnostics.first().file, QStringLiteral("a.rego"));
    }

    // A file beside the image is no data and no rule, however it is named.
    void nothingIsImported()
    {
        const QString planted = m_folder.filePath(QStringLiteral("secret.rego"));
        QVERIFY(writeFile(planted, "package secret\n\nvalue := \"secret-of-the-file\"\n"));
        auto server = start(Files{{QStringLiteral("evil.rego"), "package evil\n\nimport data.secret\n\nout := secret.value\n"}});
        VERIFY_RESULT(server);
        Server &s = **server;
        QVERIFY(ask(s, QStringLiteral("data.evil.out"))->isUndefined());
        QVERIFY(ask(s, QStringLiteral("data.secret"))->isUndefined());
        VERIFY_RESULT(define(s, "import data.secret as found"));
        VERIFY_RESULT(define(s, "typed := found.value"));
        QVERIFY(ask(s, QStringLiteral("typed"))->isUndefined());
        // Nor does a link in the tarball lead to it.
        const QString folder = m_folder.filePath(QStringLiteral("linked"));
        QVERIFY(writeFile(folder + QStringLiteral("/a.rego"), "package a\n\nx := 1\n"));
        QVERIFY(QFile::link(planted, folder + QStringLiteral("/link.rego")));
        ServerOptions given = options({});
        given.bundle = folder + QStringLiteral(".tar.gz");
        QCOMPARE(
            test::run(QStringLiteral("tar"), {QStringLiteral("-czf"), given.bundle, QStringLiteral("-C"), folder, QStringLiteral(".")}, {}),
            0);
        const auto linked = start(given);
        QVERIFY(!linked || ask(**linked, QStringLiteral("data.secret"))->isUndefined());
    }

    void whoeverComesWhileItStartsWaitsForTheSameStart()
    {
        auto server = start(Files{{QStringLiteral("rbac.rego"), Rbac}});
        VERIFY_RESULT(server);
        Server &s = **server;
        ::kill(static_cast<pid_t>(s.processId()), SIGKILL);
        QTRY_COMPARE(s.processId(), 0);
        auto waking = s.wake({});
        Query query;
        query.text = QStringLiteral("data.app.rbac.f(1)");
        auto first = s.query(query, {});
        auto second = s.query(query, {});
        const auto firstReply = await(std::move(first));
        VERIFY_RESULT(firstReply);
        QCOMPARE(firstReply->value, QJsonValue(2));
        const auto secondReply = await(std::move(second));
        VERIFY_RESULT(secondReply);
        VERIFY_RESULT(await(std::move(waking)));
    }

    void itsEndIsTold()
    {
        auto server = start(Files{{QStringLiteral("rbac.rego"), Rbac}});
        VERIFY_RESULT(server);
        auto ended = (*server)->ended();
        ::kill(static_cast<pid_t>((*server)->processId()), SIGKILL);
        VERIFY_RESULT(await(std::move(ended)));
        // Whoever still waits when it goes is told so.
        auto left = (*server)->ended();
        server->reset();
        const auto gone = await(std::move(left));
        QVERIFY(!gone);
        QVERIFY(gone.error().isCancelled());
    }

    void rulesThatFailHaveAPlaceInTheImage()
    {
        auto server = start(Files{{QStringLiteral("image/c.rego"), "package c\n\nx := 1 if input.a\n\nx := 2 if input.b\n"}});
        VERIFY_RESULT(server);
        const auto failed = ask(**server, QStringLiteral("data.c.x"), R"({"a":true,"b":true})");
        QVERIFY(!failed);
        const Diagnostic place = failed.error().diagnostics.value(0);
        QCOMPARE(place.file, QStringLiteral("image/c.rego"));
        QVERIFY(place.row == 3 || place.row == 5);
        QVERIFY2(place.message.contains(QStringLiteral("at image/c.rego:")), qPrintable(place.message));
        const QList<Place> places = (*server)->sources().find(QStringLiteral("data.c.x"));
        QCOMPARE(places.size(), 2);
        QCOMPARE(places.first().file, QStringLiteral("image/c.rego"));
        QVERIFY((*server)->sources().text(QStringLiteral("image/c.rego")));
    }

    void leavesNothingBehind()
    {
        const QTemporaryDir runtime(QStringLiteral("/tmp/pdr-XXXXXX"));
        ServerOptions given = options({{QStringLiteral("rbac.rego"), Rbac}});
        given.runtimeFolder = runtime.path();
        auto server = start(given);
        VERIFY_RESULT(server);
        const QStringList inside = QDir(runtime.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        QCOMPARE(inside.size(), 1);
        const QFileInfo folder(runtime.path() + QLatin1Char('/') + inside.first());
        QCOMPARE(folder.permissions() & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther), QFile::Permissions());
        const qint64 pid = (*server)->processId();
        QVERIFY(pid > 1);
        server->reset();
        QTRY_VERIFY(QDir(runtime.path()).isEmpty());
        QTRY_VERIFY(!QFileInfo::exists(QStringLiteral("/proc/%1").arg(pid)));
    }
};

PD_TEST(TestOpaServer)
#include "tst_opaserver.moc"
