// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workerpool.h"
#include "desk/desk.h"
#include "desk/engine.h"
#include "desk/services.h"
#include "store/store.h"
#include "support/await.h"
#include "support/opa.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/servers/registryserver.h"
#include "support/servers/throttleproxy.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace pd;
using namespace pd::desk;
using namespace Qt::StringLiterals;
using pd::test::await;
using pd::test::RegistryServer;
using pd::test::ThrottleProxy;

namespace {

/// The desk as the window has it: the engine in a thread of its own, a store with one large image.
struct Scene {
    QTemporaryDir folder;
    WorkerPool pool;
    EventThread thread{u"engine"_s};
    std::unique_ptr<Engine> engine;
    std::unique_ptr<Desk> desk;

    Scene() { start({}); }
    ~Scene() { stop(); }

    void start(const Settings &settings)
    {
        EngineOptions options;
        options.paths = paths();
        options.store = folder.filePath(u"store"_s);
        options.mayPrompt = false;
        Mailbox *here = Mailbox::current();
        auto made = await(runIn(thread.mailbox(), [options, here, this] { return Engine::make(options, *here, pool); }));
        Q_ASSERT(made);
        engine = *std::move(made);
        desk = std::make_unique<Desk>(thread.mailbox(), *engine, pool, paths(), settings, QString());
    }
    void launchAgain()
    {
        stop();
        start(readSettings(settingsFile()).value());
    }
    void stop()
    {
        desk.reset();
        await(runIn(thread.mailbox(), [this]() -> Result<bool> {
            engine.reset();
            return true;
        }));
    }
    [[nodiscard]] QString settingsFile() const { return paths().config + u"/settings.ini"_s; }
    [[nodiscard]] Paths paths() const
    {
        return {folder.filePath(u"config"_s), folder.filePath(u"data"_s), folder.filePath(u"state"_s), folder.filePath(u"cache"_s),
            folder.filePath(u"runtime"_s), folder.filePath(u"home"_s)};
    }
    /// A bundle with 8 MiB that do not compress.
    [[nodiscard]] Operation *importImage(const QString &reference) const
    {
        QByteArray bytes(8 << 20, Qt::Uninitialized);
        QRandomGenerator(1).fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
        const QString source = folder.filePath(u"bundle"_s);
        pd::test::writeFile(source + u"/data.json"_s, "{\"x\":\"" + bytes.toBase64() + "\"}");
        const QString path = folder.filePath(u"bundle.tar.gz"_s);
        pd::test::run(u"tar"_s, {u"-czf"_s, path, u"-C"_s, source, u"data.json"_s}, folder.path());
        return desk->import({path, reference});
    }
};

class DeskClosingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatMovesGoesOnNextTime_data();
    void whatMovesGoesOnNextTime();
    void whatIsUnderWayEndsBeforeTheEngine();
    void choicesForAHostCountAtOnce();
    void theDefaultRegistryIsTheStores();
    void thePracticeRegistryIsTakenUpAgain();
};

void DeskClosingTest::whatMovesGoesOnNextTime_data()
{
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("close and go on next time") << true;
    QTest::newRow("cancel all") << false;
}

void DeskClosingTest::whatMovesGoesOnNextTime()
{
    QFETCH(bool, goesOn);
    RegistryServer registry;
    ThrottleProxy slow(registry.port(), {.bytesPerSecond = 256 << 10, .delayMs = 0});
    Scene scene;
    const QString target = slow.host() + u"/acme/big:1"_s;
    Operation *imported = scene.importImage(target);
    QTRY_VERIFY_WITH_TIMEOUT(imported->state() != Operation::State::Running, 20'000);
    QVERIFY2(imported->receipt(), imported->error() ? qPrintable(imported->error()->cause) : "");
    QVERIFY(!scene.desk->isBusy());
    Operation *push = scene.desk->push({target, target, {}});
    QVERIFY(scene.desk->isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(slow.taken() > 300 << 10, 20'000);
    if (goesOn)
        scene.desk->suspend();
    else
        scene.desk->cancelAll();
    QTRY_COMPARE_WITH_TIMEOUT(push->state(), Operation::State::Cancelled, 10'000);
    scene.stop();

    scene.start({});
    const auto pending = await(scene.desk->pendingTransfers());
    VERIFY_RESULT(pending);
    QCOMPARE(pending->size(), goesOn ? 1 : 0);
    if (goesOn)
        QCOMPARE(pending->constFirst().verb, u"push"_s);
}

void DeskClosingTest::whatIsUnderWayEndsBeforeTheEngine()
{
    Scene scene;
    for (int i = 0; i < 20; ++i) {
        int answered = 0;
        const auto count = [&answered](const auto &) { ++answered; };
        scene.desk->localImages().then(count);
        scene.desk->inspectFolder(scene.folder.path(), {}).then(count);
        scene.desk->here().then(count);
        scene.desk->accounts().then(count);
        scene.stop();
        QTRY_COMPARE(answered, 4);
        scene.start({});
    }
}

void DeskClosingTest::choicesForAHostCountAtOnce()
{
    Scene scene;
    const auto plainHttp = [&scene](const QString &host) {
        return await(runIn(scene.thread.mailbox(), [&scene, host]() -> Result<bool> {
            return scene.engine->services().hosts.plainHttp(host);
        })).value();
    };
    QVERIFY(!plainHttp(u"registry.acme.example"_s));
    scene.desk->changeSettings([](Settings &settings) {
        settings.registries = {{u"registry.acme.example"_s, {}, {}, true, {}}};
        settings.opaPath = u"/nowhere/opa"_s;
    });
    QVERIFY(plainHttp(u"Registry.acme.example"_s));
    QVERIFY(!plainHttp(u"ghcr.io"_s));
    const auto here = await(scene.desk->here());
    VERIFY_RESULT(here);
    QCOMPARE(here->store, scene.folder.filePath(u"store"_s));
    QVERIFY(here->opaVersion.isEmpty());
    QVERIFY(!here->opaProblem.isEmpty());
    scene.desk->changeSettings([](Settings &settings) {
        settings.registries.clear();
        settings.opaPath.clear();
    });
    QVERIFY(!plainHttp(u"registry.acme.example"_s));
    QVERIFY(!await(scene.desk->here())->opaVersion.isEmpty());
}

void DeskClosingTest::theDefaultRegistryIsTheStores()
{
    Scene scene;
    Operation *made = scene.desk->makeDefault(u"registry.acme.example"_s);
    QTRY_VERIFY(made->receipt());
    QTRY_COMPARE(scene.desk->defaultRegistry(), u"registry.acme.example"_s);
    QCOMPARE(scene.desk->readReference(u"rbac:1"_s).host, u"registry.acme.example"_s);
    Operation *bad = scene.desk->makeDefault(u"no host"_s);
    QTRY_VERIFY(bad->error());
    QCOMPARE(bad->error()->cause, u"reference.host"_s);
    QCOMPARE(scene.desk->defaultRegistry(), u"registry.acme.example"_s);
}

void DeskClosingTest::thePracticeRegistryIsTakenUpAgain()
{
    Scene scene;
    QVERIFY(!scene.desk->takeUpPractice());
    const Operation *first = scene.desk->startPractice(0);
    QTRY_VERIFY_WITH_TIMEOUT(first->receipt(), 20'000);
    const QString host = first->receipt()->reference;
    QTRY_VERIFY(readSettings(scene.settingsFile()).value().practiceRuns);

    scene.launchAgain();
    const Operation *again = scene.desk->takeUpPractice();
    QVERIFY(again);
    QTRY_VERIFY_WITH_TIMEOUT(again->receipt(), 20'000);
    QCOMPARE(again->receipt()->reference, host);
    QVERIFY(await(scene.desk->here())->practiceRunning);

    // Who stopped it does not want it.
    const Operation *stopped = scene.desk->stopPractice();
    QTRY_VERIFY(stopped->receipt());
    QTRY_VERIFY(!readSettings(scene.settingsFile()).value().practiceRuns);
    scene.launchAgain();
    QVERIFY(!scene.desk->takeUpPractice());
}

} // namespace

PD_TEST(DeskClosingTest)
#include "tst_deskclosing.moc"
