// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process.h"
#include "support/await.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/servers/registryserver.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace pd;
using namespace Qt::StringLiterals;
using pd::test::await;
using pd::test::RegistryServer;

/// The real policydeskctl, a process of its own, with a real OPA and a real registry.
class TestCtl final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void buildsAndLists();
    void aPolicyThatDoesNotCompileLeavesTheStore();
    void publishesPullsAndTries();
    void removalsAreUndone();
    void deletingTakesAllTagsAndIsUndone();
    void movedTagsArePutBack();
    void aWrongPasswordIsNotKept();
    void whatIsRefusedAtOnceEnds_data();
    void whatIsRefusedAtOnceEnds();
    void itSpeaksTheLanguageOfTheSystem();
    void misuseIsTwo_data();
    void misuseIsTwo();

private:
    struct Said {
        int exitCode = -1;
        QJsonDocument out;
        QJsonObject error;
        QByteArray raw;
    };
    static Said ctl(QStringList arguments, const QByteArray &input = {});
    static QString hello() { return QStringLiteral(PD_TEST_DATA "/policies/hello"); }
    static QStringList tags(const QString &repository);
};

TestCtl::Said TestCtl::ctl(QStringList arguments, const QByteArray &input)
{
    arguments.prepend(u"--json"_s);
    ProcessSpec spec;
    spec.program = QCoreApplication::applicationDirPath() + u"/policydeskctl"_s;
    spec.arguments = arguments;
    spec.input = input;
    spec.environment = QProcessEnvironment::systemEnvironment();
    const auto ran = await(runProcess(spec, {}));
    if (!ran)
        return {-1, {}, {}, pd::test::describe(ran.error())};
    const QByteArray lastLine = ran->err.trimmed().split('\n').last();
    return {ran->exitCode, QJsonDocument::fromJson(ran->out), QJsonDocument::fromJson(lastLine).object()["error"_L1].toObject(),
        ran->out + ran->err};
}

QStringList TestCtl::tags(const QString &repository)
{
    QStringList tags;
    for (const auto &tag : ctl({u"remote"_s, u"tags"_s, repository}).out.array())
        tags.append(tag.toString());
    tags.sort();
    return tags;
}

void TestCtl::buildsAndLists()
{
    const Said built = ctl({u"build"_s, hello(), u"-t"_s, u"ghcr.io/Acme/hello:0.1.0"_s});
    QVERIFY2(built.exitCode == 0, built.raw.constData());
    const Said listed = ctl({u"images"_s});
    QCOMPARE(listed.exitCode, 0);
    QCOMPARE(listed.out.array().size(), 1);
    const QJsonObject image = listed.out.array().first().toObject();
    QCOMPARE(image["repository"_L1].toString(), u"ghcr.io/acme/hello"_s);
    QCOMPARE(image["tag"_L1].toString(), u"0.1.0"_s);
    QCOMPARE(image["digest"_L1].toString(), built.out.object()["digest"_L1].toString());
    QCOMPARE(image["annotations"_L1].toObject()["rego.version"_L1].toString(), u"rego.v1"_s);
    QVERIFY(image["size"_L1].toInteger() > 100);
}

void TestCtl::aPolicyThatDoesNotCompileLeavesTheStore()
{
    const QByteArray before = ctl({u"images"_s}).raw;
    QTemporaryDir folder;
    QFile file(folder.filePath(u"bad ü.rego"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("package bad\n\nallow if { x := }\n");
    file.close();
    const Said built = ctl({u"build"_s, folder.path(), u"-t"_s, u"bad:1"_s});
    QCOMPARE(built.exitCode, 1);
    QVERIFY2(built.out.isNull(), built.raw.constData());
    QCOMPARE(built.error["kind"_L1].toString(), u"policy"_s);
    const QJsonObject place = built.error["places"_L1].toArray().first().toObject();
    QCOMPARE(place["file"_L1].toString(), u"bad ü.rego"_s);
    QCOMPARE(place["row"_L1].toInt(), 3);
    QCOMPARE(ctl({u"images"_s}).raw, before);
}

void TestCtl::publishesPullsAndTries()
{
    RegistryServer registry;
    const QString repository = registry.host() + u"/acme/hello"_s;
    const Said first = ctl({u"publish"_s, hello(), repository});
    QVERIFY2(first.exitCode == 0, first.raw.constData());
    QCOMPARE(tags(repository), QStringList{u"0.1.0"_s});
    const Said second = ctl({u"publish"_s, hello(), repository, u"--tag"_s, u"0.2.0,latest"_s, u"--revision"_s, u"abc"_s});
    QVERIFY2(second.exitCode == 0, second.raw.constData());
    QCOMPARE(tags(repository), QStringList({u"0.1.0"_s, u"0.2.0"_s, u"latest"_s}));

    QVERIFY(ctl({u"rm"_s, repository + u":latest"_s, repository + u":0.2.0"_s}).exitCode == 0);
    const Said pulled = ctl({u"pull"_s, repository + u":latest"_s});
    QVERIFY2(pulled.exitCode == 0, pulled.raw.constData());
    QCOMPARE(pulled.out.array().first().toObject()["digest"_L1].toString(), second.out.object()["digest"_L1].toString());

    const Said asked
        = ctl({u"eval"_s, repository + u":latest"_s, u"data.hello.allow"_s, u"--input"_s, u"-"_s}, R"({"user":"ada","action":"greet"})");
    QVERIFY2(asked.exitCode == 0, asked.raw.constData());
    QCOMPARE(asked.out.object()["result"_L1].toArray().isEmpty(), false);
    const Said wrong = ctl({u"eval"_s, repository + u":latest"_s, u"data.hello.allow +"_s});
    QCOMPARE(wrong.exitCode, 1);
    QCOMPARE(wrong.error["kind"_L1].toString(), u"policy"_s);
}

void TestCtl::removalsAreUndone()
{
    QVERIFY(ctl({u"build"_s, hello(), u"-t"_s, u"undo:1"_s}).exitCode == 0);
    const auto before = ctl({u"images"_s}).out.array();
    QVERIFY(ctl({u"rm"_s, u"undo:1"_s}).exitCode == 0);
    QCOMPARE(ctl({u"images"_s}).out.array().size(), before.size() - 1);
    // Each call is a process of its own: what is undone here has survived a restart.
    const Said undone = ctl({u"undo"_s});
    QVERIFY2(undone.exitCode == 0, undone.raw.constData());
    QCOMPARE(ctl({u"images"_s}).out.array(), before);
}

void TestCtl::deletingTakesAllTagsAndIsUndone()
{
    RegistryServer registry;
    const QString repository = registry.host() + u"/acme/gone"_s;
    QVERIFY(ctl({u"publish"_s, hello(), repository, u"--tag"_s, u"1.0.0,latest"_s}).exitCode == 0);
    QVERIFY(ctl({u"publish"_s, hello(), repository, u"--tag"_s, u"0.9.0"_s, u"--revision"_s, u"other"_s}).exitCode == 0);
    const Said unasked = ctl({u"remote"_s, u"rm"_s, repository + u":latest"_s});
    QCOMPARE(unasked.exitCode, 130); // nobody is at a terminal to say yes
    QCOMPARE(tags(repository).size(), 3);
    const Said deleted = ctl({u"remote"_s, u"rm"_s, u"--yes"_s, repository + u":latest"_s});
    QVERIFY2(deleted.exitCode == 0, deleted.raw.constData());
    const QJsonArray gone = deleted.out.array().first().toObject()["tags"_L1].toArray();
    QCOMPARE(gone.size(), 2);
    QCOMPARE(tags(repository), QStringList{u"0.9.0"_s});
    const Said undone = ctl({u"undo"_s});
    QVERIFY2(undone.exitCode == 0, undone.raw.constData());
    QCOMPARE(tags(repository), QStringList({u"0.9.0"_s, u"1.0.0"_s, u"latest"_s}));
}

void TestCtl::movedTagsArePutBack()
{
    RegistryServer registry;
    const QString repository = registry.host() + u"/acme/moved"_s;
    const auto digestOf = [&](const QString &tag) {
        return ctl({u"pull"_s, repository + u':' + tag}).out.array().first().toObject()["digest"_L1].toString();
    };
    QVERIFY(ctl({u"publish"_s, hello(), repository, u"--tag"_s, u"1.0.0,latest"_s}).exitCode == 0);
    const QString before = digestOf(u"latest"_s);
    const Said second = ctl({u"publish"_s, hello(), repository, u"--tag"_s, u"1.1.0,latest"_s, u"--revision"_s, u"other"_s});
    QVERIFY2(second.exitCode == 0, second.raw.constData());
    QVERIFY(digestOf(u"latest"_s) != before);
    // The pulls above stand in the history, too: the receipt of the publication is named.
    const QString undo = u"tags:%1 %2 latest=%3"_s.arg(repository, second.out.object()["digest"_L1].toString(), before);
    const Said undone = ctl({u"undo"_s, undo});
    QVERIFY2(undone.exitCode == 0, undone.raw.constData());
    QCOMPARE(digestOf(u"latest"_s), before);
    QCOMPARE(digestOf(u"1.1.0"_s), second.out.object()["digest"_L1].toString());
    // Once it points elsewhere, undoing would take that away.
    const Said again = ctl({u"undo"_s, undo});
    QCOMPARE(again.exitCode, 1);
    QCOMPARE(digestOf(u"latest"_s), before);
}

void TestCtl::aWrongPasswordIsNotKept()
{
    RegistryServer::Options options;
    options.htpasswdUser = u"me"_s;
    options.htpasswdPassword = u"s3cret"_s;
    RegistryServer registry(options);
    const Said refused = ctl({u"login"_s, registry.host(), u"-u"_s, u"me"_s, u"--password-stdin"_s}, "wrong\n");
    QCOMPARE(refused.exitCode, 1);
    const Said blind = ctl({u"publish"_s, hello(), registry.host() + u"/a/b"_s, u"--tag"_s, u"1"_s});
    QCOMPARE(blind.exitCode, 1);
    const Said accepted = ctl({u"login"_s, registry.host(), u"-u"_s, u"me"_s, u"--password-stdin"_s}, "s3cret\n");
    QVERIFY2(accepted.exitCode == 0, accepted.raw.constData());
    QVERIFY(!accepted.raw.contains("s3cret"));
    const Said published = ctl({u"publish"_s, hello(), registry.host() + u"/a/b"_s, u"--tag"_s, u"1"_s});
    QVERIFY2(published.exitCode == 0, published.raw.constData());
    QVERIFY(ctl({u"logout"_s, registry.host()}).exitCode == 0);
    QCOMPARE(ctl({u"publish"_s, hello(), registry.host() + u"/a/b"_s, u"--tag"_s, u"2"_s}).exitCode, 1);
}

void TestCtl::whatIsRefusedAtOnceEnds_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("publish") << QStringList{u"publish"_s, hello(), u"localhost:1/Acme/hello"_s};
    QTest::newRow("build") << QStringList{u"build"_s, u"/nowhere"_s, u"-t"_s, u"a b"_s};
    QTest::newRow("tag") << QStringList{u"tag"_s, u"A B"_s, u"b:1"_s};
    QTest::newRow("push") << QStringList{u"push"_s, u"localhost:1/Acme/hello:1"_s};
    QTest::newRow("pull") << QStringList{u"pull"_s, u"localhost:1/Acme/hello:1"_s};
    QTest::newRow("rm") << QStringList{u"rm"_s, u"A B"_s};
    QTest::newRow("save") << QStringList{u"save"_s, u"A B"_s, u"-o"_s, u"/nowhere/x.tar.gz"_s};
    QTest::newRow("import") << QStringList{u"import"_s, u"/nowhere/x.tar.gz"_s, u"A B"_s};
    QTest::newRow("inspect") << QStringList{u"inspect"_s, u"A B"_s};
    QTest::newRow("eval") << QStringList{u"eval"_s, u"A B"_s, u"data"_s};
    QTest::newRow("remote ls") << QStringList{u"remote"_s, u"ls"_s, u"not a host"_s};
    QTest::newRow("remote tags") << QStringList{u"remote"_s, u"tags"_s, u"localhost:1/Acme/hello"_s};
    QTest::newRow("remote rm") << QStringList{u"remote"_s, u"rm"_s, u"--yes"_s, u"localhost:1/Acme/hello:1"_s};
    QTest::newRow("login") << QStringList{u"login"_s, u"not a host"_s, u"-u"_s, u"me"_s, u"--password-stdin"_s};
    QTest::newRow("undo") << QStringList{u"undo"_s, u"nothing"_s};
}

/// Some are refused before anything was awaited: the program must end all the same, and tell one document.
void TestCtl::whatIsRefusedAtOnceEnds()
{
    QFETCH(const QStringList, arguments);
    const Said said = ctl(arguments, "secret\n");
    QVERIFY2(said.exitCode == 1, said.raw.constData());
    QVERIFY2(said.out.isNull(), said.raw.constData());
    QVERIFY(!said.error["kind"_L1].toString().isEmpty());
    QVERIFY2(!said.error["message"_L1].toString().isEmpty(), said.raw.constData());
}

void TestCtl::itSpeaksTheLanguageOfTheSystem()
{
    const auto back = qScopeGuard([] { qunsetenv("LANGUAGE"); });
    qputenv("LANGUAGE", "fr:de_AT:en");
    QCOMPARE(ctl({u"tag"_s}).error["message"_L1].toString().section(u'.', 0, 0), u"tag braucht mehr Argumente"_s);
    qputenv("LANGUAGE", "en_XA");
    QVERIFY(ctl({u"tag"_s}).error["message"_L1].toString().startsWith(QChar(0x27E6)));
    qputenv("LANGUAGE", "en_GB:de");
    QCOMPARE(ctl({u"tag"_s}).error["message"_L1].toString().section(u'.', 0, 0), u"tag needs more arguments"_s);
    // Words for programs stay as they are.
    qputenv("LANGUAGE", "de");
    QCOMPARE(ctl({u"tag"_s}).error["kind"_L1].toString(), u"invalid-input"_s);
}

void TestCtl::misuseIsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown verb") << QStringList{u"fly"_s};
    QTest::newRow("unknown option") << QStringList{u"images"_s, u"--sideways"_s};
    QTest::newRow("too few") << QStringList{u"tag"_s, u"a"_s};
    QTest::newRow("too many") << QStringList{u"version"_s, u"a"_s};
    QTest::newRow("no value") << QStringList{u"images"_s, u"--store"_s};
    QTest::newRow("old spelling") << QStringList{u"remote"_s, u"images"_s};
}

void TestCtl::misuseIsTwo()
{
    QFETCH(const QStringList, arguments);
    const Said said = ctl(arguments);
    QCOMPARE(said.exitCode, 2);
    QVERIFY(!said.error["message"_L1].toString().isEmpty());
}

PD_TEST(TestCtl)
#include "tst_ctl.moc"
