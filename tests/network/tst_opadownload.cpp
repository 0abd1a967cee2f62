// SPDX-License-Identifier: GPL-3.0-or-later
#include "opa/download.h"
#include "support/await.h"
#include "support/opa.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/servers/scriptserver.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace pd;
using namespace pd::opa;
using pd::test::await;

namespace {

/// Says that it is OPA, and is large enough to come in pieces.
QByteArray program(const QByteArray &version)
{
    return "#!/bin/sh\necho 'Version: " + version + "'\nexit 0\n" + QByteArray(300'000, '#') + "\n";
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

class TestOpaDownload final : public QObject {
    Q_OBJECT
private:
    static Result<OpaProgram> get(const QUrl &url, const QByteArray &sum, const QString &folder, std::stop_token stop = {})
    {
        http::TransportOptions options;
        options.useProxies = false;
        http::Transport transport(options);
        NoProgress progress;
        return await(download(GetOpa{url, sum, {1, 22, 2}, folder}, transport, progress, stop));
    }
    static QStringList filesIn(const QString &folder)
    {
        return QDir(folder + QStringLiteral("/opa")).entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void putsACheckedProgramInPlace()
    {
        const QByteArray bytes = program("1.22.2");
        const test::ScriptServer server([&](const test::Received &, test::Peer &peer) { peer.reply(200, bytes); });
        const QTemporaryDir folder;
        const auto got = get(server.url(QStringLiteral("/opa")), sha256(bytes), folder.path());
        VERIFY_RESULT(got);
        QCOMPARE(got->path, downloadedPath(folder.path()));
        QCOMPARE(got->version, QVersionNumber(1, 22, 2));
        QCOMPARE(test::readFile(got->path), bytes);
        QCOMPARE(filesIn(folder.path()), QStringList{QStringLiteral("opa")});
        OpaSearch search;
        search.searchPath = false;
        search.dataFolder = folder.path();
        const auto found = await(find(search, {}));
        VERIFY_RESULT(found);
        QVERIFY(found->origin == OpaProgram::Origin::DataFolder);
    }

    void whatIsWrongLeavesNothing_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("sum");
        QTest::addColumn<QString>("cause");
        const QByteArray good = program("1.22.2");
        QByteArray changed = good;
        changed[changed.size() - 5] = '!';
        QTest::newRow("wrong sum") << 200 << changed << sha256(good) << QStringLiteral("opa.checksum");
        QTest::newRow("cut") << 200 << good.chopped(1) << sha256(good) << QStringLiteral("opa.checksum");
        QTest::newRow("a page") << 200 << QByteArray("<html>") << sha256(good) << QStringLiteral("opa.checksum");
        QTest::newRow("empty") << 200 << QByteArray() << sha256(good) << QStringLiteral("opa.checksum");
        QTest::newRow("gone") << 404 << QByteArray("no") << sha256(good) << QStringLiteral("opa.noRelease");
        QTest::newRow("too old") << 200 << program("0.70.0") << sha256(program("0.70.0")) << QStringLiteral("opa.tooOld");
        QTest::newRow("no OPA") << 200 << QByteArray("#!/bin/sh\necho hello\n") << sha256("#!/bin/sh\necho hello\n")
                                << QStringLiteral("opa.notOpa");
    }

    void whatIsWrongLeavesNothing()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, sum);
        QFETCH(QString, cause);
        const test::ScriptServer server([&](const test::Received &, test::Peer &peer) { peer.reply(status, body); });
        const QTemporaryDir folder;
        const auto got = get(server.url(QStringLiteral("/opa")), sum, folder.path());
        QVERIFY(!got);
        QVERIFY2(got.error().cause == cause, test::describe(got.error()).constData());
        QVERIFY(filesIn(folder.path()).isEmpty());
        // One that was there before stays.
        QVERIFY(test::writeFile(downloadedPath(folder.path()), "before"));
        QVERIFY(!get(server.url(QStringLiteral("/opa")), sum, folder.path()));
        QCOMPARE(test::readFile(downloadedPath(folder.path())), QByteArray("before"));
        QCOMPARE(filesIn(folder.path()), QStringList{QStringLiteral("opa")});
    }

    void anEndlessBodyIsCut()
    {
        const test::ScriptServer server([&](const test::Received &, test::Peer &peer) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n");
            peer.waitClosed();
        });
        const QTemporaryDir folder;
        const auto got = get(server.url(QStringLiteral("/opa")), sha256("x"), folder.path());
        QVERIFY(!got);
        QVERIFY(got.error().kind == ErrorKind::Protocol);
        QVERIFY(filesIn(folder.path()).isEmpty());
    }

    void stops()
    {
        std::stop_source source;
        const test::ScriptServer server([&](const test::Received &, test::Peer &peer) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nabc");
            source.request_stop();
            peer.waitClosed();
        });
        const QTemporaryDir folder;
        const auto got = get(server.url(QStringLiteral("/opa")), sha256("x"), folder.path(), source.get_token());
        QVERIFY(!got);
        QVERIFY(got.error().isCancelled());
        QVERIFY(filesIn(folder.path()).isEmpty());
    }

    void aFolderThatRefusesIsSaid()
    {
        const QTemporaryDir folder;
        QVERIFY(test::writeFile(folder.filePath(QStringLiteral("opa")), "a file in the way"));
        const auto got = get(QUrl(QStringLiteral("http://127.0.0.1:1/")), sha256("x"), folder.path());
        QVERIFY(!got);
        QCOMPARE(got.error().cause, QStringLiteral("opa.folder"));
    }

    void thePinIsWellFormed()
    {
        const QByteArray named = test::readFile(QStringLiteral(PD_TEST_DATA "/../../packaging/opa-version"));
        for (const char *architecture : {"x86_64", "arm64"}) {
            const auto pin = pinnedRelease(QStringLiteral("/x"), QString::fromLatin1(architecture));
            VERIFY_RESULT(pin);
            QCOMPARE(pin->url.scheme(), QStringLiteral("https"));
            QVERIFY(pin->url.isValid());
            QVERIFY(pin->url.path().endsWith(QStringLiteral("_static")));
            QCOMPARE(QByteArray::fromHex(pin->sha256).toHex(), pin->sha256);
            QCOMPARE(pin->sha256.size(), 64);
            QVERIFY(pin->version >= oldestVersion());
            QVERIFY(named.contains(QByteArray("\ndownload_version=" + pin->version.toString().toLatin1() + '\n')));
            QVERIFY(named.contains(QByteArray('=' + pin->sha256 + '\n')));
        }
        QCOMPARE(pinnedRelease({}, QStringLiteral("mips")).error().cause, QStringLiteral("opa.noRelease"));
    }
};

class TestOpaSearch final : public QObject {
    Q_OBJECT
private:
    static bool plant(const QString &path, const QByteArray &version)
    {
        return test::writeFile(path, "#!/bin/sh\necho 'Version: " + version + "'\n")
            && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

private Q_SLOTS:
    void order()
    {
        const QTemporaryDir folder;
        const auto in = [&](const char *name) { return folder.filePath(QString::fromLatin1(name)); };
        QVERIFY(plant(in("typed/opa"), "1.1.0"));
        QVERIFY(plant(in("beside/opa"), "1.2.0"));
        QVERIFY(plant(in("path/opa"), "1.3.0"));
        QVERIFY(plant(in("data/opa/opa"), "1.4.0"));
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(in("path")));
        OpaSearch search{in("typed/opa"), in("beside"), true, in("data")};
        const auto minor = [&] { return await(find(search, {})).value_or(OpaProgram()).version.minorVersion(); };
        QCOMPARE(minor(), 1);
        search.settingsPath.clear();
        QCOMPARE(minor(), 2);
        QVERIFY(plant(in("beside/opa"), "0.9.0")); // too old: on to the next
        QCOMPARE(minor(), 3);
        QVERIFY(QFile::remove(in("path/opa")));
        QCOMPARE(minor(), 4);
        QVERIFY(QFile::remove(in("data/opa/opa")));
        QCOMPARE(await(find(search, {})).error().cause, QStringLiteral("opa.tooOld"));
        QCOMPARE(await(find(search, {})).error().detail, QStringLiteral("0.9.0"));
        QVERIFY(QFile::remove(in("beside/opa")));
        QCOMPARE(await(find(search, {})).error().cause, QStringLiteral("opa.missing"));
        search.settingsPath = in("typed/none");
        QCOMPARE(await(find(search, {})).error().cause, QStringLiteral("opa.missing"));
        search.settingsPath = QStringLiteral("/bin/true");
        QCOMPARE(await(find(search, {})).error().cause, QStringLiteral("opa.notOpa"));
        qputenv("PATH", path);
    }
};

PD_TEST(TestOpaDownload)
PD_TEST(TestOpaSearch)
#include "tst_opadownload.moc"
