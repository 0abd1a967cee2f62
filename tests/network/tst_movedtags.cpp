// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workerpool.h"
#include "desk/engine.h"
#include "desk/services.h"
#include "desk/verbs/localverbs.h"
#include "desk/verbs/noted.h"
#include "desk/verbs/publishverb.h"
#include "desk/verbs/remoteverbs.h"
#include "desk/verbs/transferverbs.h"
#include "desk/verbs/undoverb.h"
#include "support/await.h"
#include "support/opa.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/servers/registryserver.h"

#include <QTemporaryDir>

using namespace pd;
using namespace pd::desk;
using namespace Qt::StringLiterals;
using pd::test::await;
using pd::test::RegistryServer;

namespace {

/// A store, and a real registry.
struct Scene {
    QTemporaryDir folder;
    WorkerPool pool;
    RegistryServer registry;
    std::unique_ptr<Engine> engine;
    NoProgress quiet;

    Scene()
    {
        EngineOptions options;
        options.paths = {folder.filePath(u"config"_s), folder.filePath(u"data"_s), folder.filePath(u"state"_s), folder.filePath(u"cache"_s),
            folder.filePath(u"runtime"_s), folder.filePath(u"home"_s)};
        options.store = folder.filePath(u"store"_s);
        options.mayPrompt = false;
        engine = std::move(Engine::make(options, *Mailbox::current(), pool)).value();
    }
    Services &services() { return engine->services(); }
    [[nodiscard]] QString repository() const { return registry.host() + u"/acme/rbac"_s; }
    [[nodiscard]] QString policies(const QByteArray &value) const
    {
        const QString path = folder.filePath(u"policies"_s);
        pd::test::writeFile(path + u"/data.json"_s, "{\"x\":" + value + '}');
        pd::test::writeFile(path + u"/a.rego"_s, "package a\n\nallow := data.x\n");
        return path;
    }
    PublishRequest request(const QByteArray &value, const QStringList &tags) const
    {
        PublishRequest request;
        request.folder = policies(value);
        request.destination = repository();
        request.tags = tags;
        return request;
    }
    Result<Receipt> publish(const QByteArray &value, const QStringList &tags)
    {
        return await(PublishVerb(services()).run(request(value, tags), quiet, {}));
    }
    [[nodiscard]] QString pointsTo(const QString &tag)
    {
        const auto tagged = oci::Reference::parse(QString(repository() + u':' + tag), {});
        const auto there = await(services().registry.head(*tagged, {}));
        return there ? there->digest.toString() : there.error().cause;
    }
    [[nodiscard]] Receipt newest() { return services().state->receipts({}, 1)->first(); }
};

class MovedTagsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPublicationTellsWhatMovedAndIsUndone();
    void aPushTellsWhatMovedAndIsUndone();
    void nothingMovedIsNothingToUndo();
    void whatMovedSinceIsLeftAlone();
    void aDeletionNamesEveryTagAndIsUndone();
    void aPublicationIsNotedWhileItRuns();
    void aPublicationComesBackFromItsNote();
};

void MovedTagsTest::aPublicationTellsWhatMovedAndIsUndone()
{
    Scene scene;
    const auto first = scene.publish("1", {u"1.0.0"_s, u"latest"_s});
    VERIFY_RESULT(first);
    QVERIFY(first->moved.isEmpty());
    const auto second = scene.publish("2", {u"1.1.0"_s, u"latest"_s});
    VERIFY_RESULT(second);
    QCOMPARE(second->moved, (QList<MovedTag>{{u"latest"_s, first->digest}}));
    QCOMPARE(scene.pointsTo(u"latest"_s), second->digest);

    const Undo undo = scene.newest().undo;
    QVERIFY(!undo.isEmpty());
    QVERIFY(undo == second->undo);
    VERIFY_RESULT(await(UndoVerb(scene.services()).run(undo, {})));
    QCOMPARE(scene.pointsTo(u"latest"_s), first->digest);
    QCOMPARE(scene.pointsTo(u"1.1.0"_s), second->digest);
    const auto history = scene.services().state->receipts({}, 10);
    VERIFY_RESULT(history);
    QVERIFY(std::ranges::none_of(*history, [&](const Receipt &receipt) { return receipt.undo == undo; }));
}

void MovedTagsTest::aPushTellsWhatMovedAndIsUndone()
{
    Scene scene;
    const auto first = scene.publish("1", {u"1"_s, u"latest"_s});
    VERIFY_RESULT(first);
    const auto second = scene.publish("2", {u"2"_s});
    VERIFY_RESULT(second);
    const QString source = scene.repository() + u":2"_s;
    const QString target = scene.repository() + u":latest"_s;
    const auto pushed = await(TransferVerbs(scene.services()).push({source, target, {u"1"_s}}, scene.quiet, {}));
    VERIFY_RESULT(pushed);
    QCOMPARE(pushed->moved.size(), 2);
    QCOMPARE(scene.pointsTo(u"latest"_s), second->digest);

    VERIFY_RESULT(await(UndoVerb(scene.services()).run(pushed->undo, {})));
    QCOMPARE(scene.pointsTo(u"latest"_s), first->digest);
    QCOMPARE(scene.pointsTo(u"1"_s), first->digest);
    // The name that the push moved in the store is back as well.
    const auto local = await(LocalVerbs(scene.services()).inspect(target));
    VERIFY_RESULT(local);
    QCOMPARE(local->image.digest, first->digest);
}

void MovedTagsTest::nothingMovedIsNothingToUndo()
{
    Scene scene;
    VERIFY_RESULT(scene.publish("1", {u"1"_s}));
    const QString name = scene.repository() + u":1"_s;
    const auto again = await(TransferVerbs(scene.services()).push({name, name, {}}, scene.quiet, {}));
    VERIFY_RESULT(again);
    QVERIFY(again->moved.isEmpty());
    QVERIFY(again->undo.isEmpty());
}

void MovedTagsTest::whatMovedSinceIsLeftAlone()
{
    Scene scene;
    VERIFY_RESULT(scene.publish("1", {u"latest"_s}));
    const auto second = scene.publish("2", {u"latest"_s});
    VERIFY_RESULT(second);
    const auto third = scene.publish("3", {u"latest"_s});
    VERIFY_RESULT(third);
    const auto refused = await(UndoVerb(scene.services()).run(second->undo, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().cause, u"undo.changed"_s);
    QCOMPARE(scene.pointsTo(u"latest"_s), third->digest);
}

void MovedTagsTest::aDeletionNamesEveryTagAndIsUndone()
{
    Scene scene;
    const auto first = scene.publish("1", {u"1.0.0"_s});
    VERIFY_RESULT(first);
    const auto second = scene.publish("2", {u"1.1.0"_s, u"latest"_s});
    VERIFY_RESULT(second);
    RemoteVerbs remote(scene.services());
    const auto plan = await(remote.planDelete({scene.repository(), {u"latest"_s}}, {}));
    VERIFY_RESULT(plan);
    QCOMPARE(plan->items.size(), 1);
    QCOMPARE(plan->items.first().digest, second->digest);
    QCOMPARE(QSet(plan->items.first().tags.begin(), plan->items.first().tags.end()), (QSet<QString>{u"1.1.0"_s, u"latest"_s}));

    const auto gone = await(remote.runDelete(*plan, scene.quiet, {}));
    VERIFY_RESULT(gone);
    QCOMPARE(scene.pointsTo(u"1.1.0"_s), u"registry.not-found"_s);
    QCOMPARE(scene.pointsTo(u"1.0.0"_s), first->digest);
    VERIFY_RESULT(await(UndoVerb(scene.services()).run(gone->undo, {})));
    QCOMPARE(scene.pointsTo(u"1.1.0"_s), second->digest);
    QCOMPARE(scene.pointsTo(u"latest"_s), second->digest);
}

void MovedTagsTest::aPublicationIsNotedWhileItRuns()
{
    Scene scene;
    /// Looks into the state file when the first byte moves.
    struct Looking final : ProgressSink {
        explicit Looking(Services &s)
            : services(s)
        {
        }
        void report(const Progress &progress) override
        {
            if (progress.phase != Progress::Phase::Building && noted.isEmpty())
                noted = services.state->pendingTransfers().value_or(QList<PendingTransfer>());
        }
        Services &services;
        QList<PendingTransfer> noted;
    } looking(scene.services());
    const PublishRequest request = scene.request("1", {u"1"_s});
    VERIFY_RESULT(await(PublishVerb(scene.services()).run(request, looking, {})));
    QCOMPARE(looking.noted.size(), 1);
    QCOMPARE(looking.noted.first().verb, u"publish"_s);
    QCOMPARE(looking.noted.first().request, toJson(request));
    QCOMPARE(scene.services().state->pendingTransfers()->size(), 0);
}

void MovedTagsTest::aPublicationComesBackFromItsNote()
{
    PublishRequest request;
    request.folder = u"/tmp/ä b"_s;
    request.destination = u"ghcr.io/acme/rbac"_s;
    request.tags = {u"1"_s, u"latest"_s};
    request.options.revision = u"abc"_s;
    request.options.regoVersion = u"rego.v0"_s;
    request.options.optimize = 2;
    request.options.entrypoints = {u"a/allow"_s};
    request.options.ignore = {u"*.md"_s};
    request.options.includeTests = true;
    request.options.annotations.insert(u"k"_s, u"v=1"_s);
    request.options.gitAnnotations = false;
    const PublishRequest back = publishRequestFrom(toJson(request));
    QCOMPARE(back.folder, request.folder);
    QCOMPARE(back.destination, request.destination);
    QCOMPARE(back.tags, request.tags);
    QCOMPARE(toJson(back), toJson(request));
    QCOMPARE(back.options.regoVersion, request.options.regoVersion);
    QCOMPARE(back.options.optimize, 2);
    QVERIFY(back.options.includeTests);
    QVERIFY(!back.options.gitAnnotations);
    QCOMPARE(back.options.annotations, request.options.annotations);
}

} // namespace

PD_TEST(MovedTagsTest)
#include "tst_movedtags.moc"
