// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetest.h"
#include "support/runner.h"

#include "oci/mediatypes.h"

#include <QJsonDocument>

#include <ctime>

using namespace pd;
using namespace pd::store;
using namespace pd::test::store;
using pd::test::causeOf;
using pd::test::gzipOf;
using pd::test::tarOf;

class TestStore final : public StoreTest {
    Q_OBJECT
private Q_SLOTS:
    void readingMakesNothing();
    void addsListsAndSaves();
    void addRefuses_data();
    void addRefuses();
    void importChecksFirst_data();
    void importChecksFirst();
    void importTakesTheBundlesRegoVersion();
    void tagsAndMoves();
    void tagNeedsItsManifest();
    void removesAndUndoes();
    void undoAfterARestart();
    void undoRefusesWhenTagsChanged();
    void undoOfAMoveAfterTheCliRewroteTheIndex();
    void cleanUpKeepsWhatIsNeeded();
    void removeIsAllOrNothing();
    void hostCaseDoesNotMatter();
    void writerTakesOnlyWhatWasAnnounced_data();
    void writerTakesOnlyWhatWasAnnounced();
    void secondListReadsNoManifest();
    void findsByImageId();
    void suppliesTheEmptyBlob();
    void tenThousandTags();
};

void TestStore::readingMakesNothing()
{
    const Store store = open(Store::Mode::ReadOnly);
    QVERIFY(store.images()->isEmpty());
    QVERIFY(!store.resolve(ref(QStringLiteral("a/b:1"))));
    QVERIFY(!QFileInfo::exists(m_root));
}

void TestStore::addsListsAndSaves()
{
    const Store store = open();
    const auto added = add(store, QStringLiteral("acme/rbac:1.0"));
    VERIFY_RESULT(added);
    const auto rows = store.images();
    VERIFY_RESULT(rows);
    QCOMPARE(rows->size(), 1);
    const ImageRow row = rows->first();
    QCOMPARE(row.reference.toString(), QStringLiteral("ghcr.io/acme/rbac:1.0"));
    QCOMPARE(row.created, m_when);
    QCOMPARE(row.bundleSize, QFileInfo(m_temp->filePath(QStringLiteral("bundle.tar.gz"))).size());
    QCOMPARE(row.annotations.value(QStringLiteral("k")), QStringLiteral("v"));
    QCOMPARE(row.annotations.value(oci::annotationTitle), QStringLiteral("ghcr.io/acme/rbac"));
    QVERIFY(!row.broken && !row.legacy);
    const QString out = m_temp->filePath(QStringLiteral("out ü.tar.gz"));
    VERIFY_RESULT(store.saveBundle(row.reference, out, {}));
    QCOMPARE(bytesOf(out), bytesOf(m_temp->filePath(QStringLiteral("bundle.tar.gz"))));
    QVERIFY(QDir(m_root + QStringLiteral("/ingest")).isEmpty());
}

void TestStore::addRefuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("cause");
    const QByteArray good = gzipOf(tarOf({{"a.rego", "x", '0', 0600, {}, {}}}));
    QTest::newRow("0 bytes") << QByteArray() << "a/b:1" << "bundle.format";
    QTest::newRow("text") << QByteArray("package a") << "a/b:1" << "bundle.format";
    QTest::newRow("by digest") << good << "a/b@sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" << "reference.tag";
}

void TestStore::addRefuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, reference);
    const Store store = open();
    VERIFY_RESULT(add(store, QStringLiteral("acme/rbac:1.0")));
    const QByteArray before = treeHash(m_root);
    const QString path = m_temp->filePath(QStringLiteral("x"));
    QVERIFY(write(path, bytes));
    const auto added = store.addBundle(path, ref(reference), {.annotations = {}, .created = m_when}, {});
    QVERIFY(!added);
    QTEST(added.error().cause, "cause");
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(store.addBundle(bundle(), ref(QStringLiteral("a/b:1")), {.annotations = {}, .created = m_when}, stop.get_token())
            .error()
            .isCancelled());
    QCOMPARE(treeHash(m_root), before);
}

void TestStore::importChecksFirst_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cause");
    QTest::newRow("0 bytes") << QByteArray() << "bundle.format";
    QTest::newRow("no tar") << gzipOf("hello") << "archive.format";
    QTest::newRow("cut") << gzipOf(tarOf({{"a.rego", QByteArray(5000, 'x'), '0', 0600, {}, {}}})).chopped(9) << "archive.corrupt";
    QTest::newRow("leads outside") << gzipOf(tarOf({{"a.rego", "x", '0', 0600, {}, {}}, {"../b.rego", "x", '0', 0600, {}, {}}}))
                                   << "archive.path";
    QTest::newRow("link") << gzipOf(tarOf({{"a.rego", "", '2', 0600, "/etc/passwd", {}}})) << "archive.link";
    QTest::newRow("nothing of a policy") << gzipOf(tarOf({{"readme.md", "x", '0', 0600, {}, {}}})) << "bundle.empty";
    QTest::newRow("no entry") << gzipOf(tarOf({})) << "bundle.empty";
}

void TestStore::importChecksFirst()
{
    QFETCH(const QByteArray, bytes);
    const Store store = open();
    VERIFY_RESULT(add(store, QStringLiteral("acme/rbac:1.0")));
    const QByteArray before = treeHash(m_root);
    const QString path = m_temp->filePath(QStringLiteral("x"));
    QVERIFY(write(path, bytes));
    const auto added = store.importBundle(path, ref(QStringLiteral("a/b:1")), {.annotations = {}, .created = m_when}, {});
    QVERIFY(!added);
    QTEST(added.error().cause, "cause");
    QCOMPARE(treeHash(m_root), before);
}

void TestStore::importTakesTheBundlesRegoVersion()
{
    const Store store = open();
    const QString path = m_temp->filePath(QStringLiteral("x"));
    QVERIFY(write(path, gzipOf(tarOf({{"data.json", "{}", '0', 0600, {}, {}}, {".manifest", "{\"rego_version\":0}", '0', 0600, {}, {}}}))));
    const auto added = store.importBundle(path, ref(QStringLiteral("a/b:1")), {.annotations = {}, .created = m_when}, {});
    VERIFY_RESULT(added);
    QCOMPARE(added->image.annotations.value(oci::annotationRegoVersion), QStringLiteral("rego.v0"));
}

void TestStore::tagsAndMoves()
{
    const Store store = open();
    const auto one = add(store, QStringLiteral("acme/rbac:1"));
    const auto two = add(store, QStringLiteral("acme/rbac:2"), "package b");
    VERIFY_RESULT(one);
    VERIFY_RESULT(two);
    const auto fresh = store.tag(ref(QStringLiteral("acme/rbac:latest")), *store.resolve(one->image.reference));
    VERIFY_RESULT(fresh);
    QVERIFY(fresh->previous.first().isNull());
    const auto moved = store.tag(ref(QStringLiteral("acme/rbac:latest")), *store.resolve(two->image.reference));
    VERIFY_RESULT(moved);
    QCOMPARE(moved->previous.first(), one->image.digest);
    QCOMPARE(store.resolve(ref(QStringLiteral("acme/rbac:latest")))->digest, two->image.digest);
    QCOMPARE(names(store).size(), 3);
    VERIFY_RESULT(store.undo(moved->undo));
    QCOMPARE(store.resolve(ref(QStringLiteral("acme/rbac:latest")))->digest, one->image.digest);
    VERIFY_RESULT(store.undo(fresh->undo));
    QCOMPARE(names(store), (QStringList{QStringLiteral("ghcr.io/acme/rbac:1"), QStringLiteral("ghcr.io/acme/rbac:2")}));
}

void TestStore::tagNeedsItsManifest()
{
    const Store store = open();
    const auto added = add(store, QStringLiteral("acme/rbac:1"));
    VERIFY_RESULT(added);
    const QByteArray before = treeHash(m_root);
    oci::Descriptor missing = *store.resolve(added->image.reference);
    missing.digest = oci::Digest::ofSha256("nowhere");
    QCOMPARE(causeOf(store.tag(ref(QStringLiteral("a/b:1")), missing)), QStringLiteral("store.missing"));
    oci::Descriptor noManifest = *store.bundle(added->image.reference);
    noManifest.mediaType = oci::mediaTypeManifest;
    QVERIFY(!store.tag(ref(QStringLiteral("a/b:1")), noManifest));
    oci::Descriptor otherSize = *store.resolve(added->image.reference);
    ++otherSize.size;
    QCOMPARE(causeOf(store.tag(ref(QStringLiteral("a/b:1")), otherSize)), QStringLiteral("blob.size"));
    QVERIFY(QFile::remove(store.blobPath(added->image.bundleDigest)));
    QCOMPARE(causeOf(store.tag(ref(QStringLiteral("a/b:1")), *store.resolve(added->image.reference))), QStringLiteral("store.missing"));
    VERIFY_RESULT(store.putBlobFile(QString(oci::mediaTypeLayerTarGzip), m_temp->filePath(QStringLiteral("bundle.tar.gz")), {}));
    QCOMPARE(treeHash(m_root), before);
}

void TestStore::removesAndUndoes()
{
    const Store store = open();
    VERIFY_RESULT(add(store, QStringLiteral("acme/rbac:1")));
    VERIFY_RESULT(add(store, QStringLiteral("acme/rbac:2"), "package b"));
    const QByteArray before = treeHash(m_root);
    const auto removed = store.remove({ref(QStringLiteral("acme/rbac:1")), ref(QStringLiteral("acme/rbac:2"))});
    VERIFY_RESULT(removed);
    QVERIFY(names(store).isEmpty());
    VERIFY_RESULT(store.undo(removed->undo));
    QCOMPARE(treeHash(m_root), before);
    QCOMPARE(causeOf(store.undo(removed->undo)), QStringLiteral("store.undo.gone"));
    QCOMPARE(causeOf(store.undo(QStringLiteral("../../index"))), QStringLiteral("store.undo.gone"));
}

void TestStore::undoAfterARestart()
{
    UndoId id;
    {
        const Store store = open();
        VERIFY_RESULT(add(store, QStringLiteral("acme/rbac:1")));
        id = store.remove({ref(QStringLiteral("acme/rbac:1"))})->undo;
    }
    const Store store = open();
    const auto undoable = store.undoable();
    VERIFY_RESULT(undoable);
    QCOMPARE(undoable->size(), 2);
    QCOMPARE(undoable->first().id, id);
    QCOMPARE(undoable->first().verb, QStringLiteral("remove"));
    QCOMPARE(undoable->first().references, QStringList{QStringLiteral("ghcr.io/acme/rbac:1")});
    VERIFY_RESULT(store.undo(id));
    QVERIFY(!store.image(ref(QStringLiteral("acme/rbac:1")))->broken);
}

void TestStore::undoRefusesWhenTagsChanged()
{
    const Store store = open();
    VERIFY_RESULT(add(store, QStringLiteral("acme/rbac:1")));
    const auto removed = store.remove({ref(QStringLiteral("acme/rbac:1"))});
    VERIFY_RESULT(removed);
    const auto other = add(store, QStringLiteral("acme/rbac:1"), "package other");
    VERIFY_RESULT(other);
    const auto undone = store.undo(removed->undo);
    QVERIFY(!undone);
    QCOMPARE(causeOf(undone), QStringLiteral("store.undo.changed"));
    QCOMPARE(store.resolve(ref(QStringLiteral("acme/rbac:1")))->digest, other->image.digest);
}

void TestStore::undoOfAMoveAfterTheCliRewroteTheIndex()
{
    const Store store = open();
    const auto one = add(store, QStringLiteral("acme/rbac:1"));
    VERIFY_RESULT(add(store, QStringLiteral("acme/rbac:2"), "package b"));
    const auto moved = store.tag(ref(QStringLiteral("acme/rbac:2")), *store.resolve(ref(QStringLiteral("acme/rbac:1"))));
    VERIFY_RESULT(moved);
    // It reads all and writes all, in another order and in its own spelling.
    QVERIFY(write(indexPath(), QJsonDocument::fromJson(bytesOf(indexPath())).toJson(QJsonDocument::Indented)));
    VERIFY_RESULT(store.undo(moved->undo));
    QVERIFY(store.resolve(ref(QStringLiteral("acme/rbac:2")))->digest != one->image.digest);
}

void TestStore::cleanUpKeepsWhatIsNeeded()
{
    const Store store = open();
    const auto one = add(store, QStringLiteral("acme/rbac:1"));
    const auto shared = add(store, QStringLiteral("acme/other:1")); // the same bundle, another manifest
    const auto two = add(store, QStringLiteral("acme/rbac:2"), "package b");
    VERIFY_RESULT(store.remove({one->image.reference, two->image.reference}));
    QCOMPARE(*store.cleanUp(QDateTime::currentDateTimeUtc().addDays(-1)), 0);
    QVERIFY(store.hasBlob(two->image.bundleDigest, -1));
    const auto freed = store.cleanUp(QDateTime::currentDateTimeUtc().addDays(1));
    VERIFY_RESULT(freed);
    QCOMPARE(*freed, one->image.manifestSize + two->image.manifestSize + two->image.bundleSize);
    QVERIFY(!store.hasBlob(two->image.bundleDigest, -1));
    QVERIFY(store.undoable()->isEmpty());
    QVERIFY(!store.image(shared->image.reference)->broken);
}

void TestStore::removeIsAllOrNothing()
{
    const Store store = open();
    VERIFY_RESULT(add(store, QStringLiteral("acme/rbac:1")));
    const QByteArray before = treeHash(m_root);
    const auto removed = store.remove({ref(QStringLiteral("acme/rbac:1")), ref(QStringLiteral("acme/rbac:1.0"))});
    QVERIFY(!removed);
    QCOMPARE(removed.error().subject, QStringLiteral("ghcr.io/acme/rbac:1.0"));
    QCOMPARE(treeHash(m_root), before);
    QCOMPARE(store.undoable()->size(), 1);
}

void TestStore::hostCaseDoesNotMatter()
{
    const Store store = open();
    VERIFY_RESULT(add(store, QStringLiteral("acme/rbac:1")));
    QByteArray index = bytesOf(indexPath());
    QVERIFY(write(indexPath(), index.replace("ghcr.io/acme/rbac:1", "GHCR.io/acme/rbac:1")));
    QCOMPARE(names(store), QStringList{QStringLiteral("GHCR.io/acme/rbac:1")});
    VERIFY_RESULT(store.resolve(ref(QStringLiteral("GHCR.io/acme/rbac:1"))));
    VERIFY_RESULT(store.remove({ref(QStringLiteral("acme/rbac:1"))}));
    QVERIFY(names(store).isEmpty());
}

void TestStore::writerTakesOnlyWhatWasAnnounced_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("cause");
    QTest::newRow("whole") << QByteArray("hello") << "";
    QTest::newRow("short") << QByteArray("hell") << "blob.size";
    QTest::newRow("long") << QByteArray("hello!") << "blob.size";
    QTest::newRow("other bytes") << QByteArray("hallo") << "blob.digest";
}

void TestStore::writerTakesOnlyWhatWasAnnounced()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QString, cause);
    const Store store = open();
    const oci::Descriptor expected = oci::describe(QStringLiteral("x/y"), "hello");
    {
        auto writer = store.writer(expected);
        VERIFY_RESULT(writer);
        auto result = writer->write(QByteArrayView(sent).first(2));
        if (result)
            result = writer->write(QByteArrayView(sent).sliced(2));
        const auto committed = result ? writer->commit() : std::unexpected(result.error());
        QCOMPARE(causeOf(committed), cause);
    }
    QCOMPARE(store.hasBlob(expected.digest, 5), cause.isEmpty());
    QVERIFY(QDir(m_root + QStringLiteral("/ingest")).isEmpty());
    QVERIFY(cause.isEmpty() || QDir(m_root + QStringLiteral("/blobs/sha256")).isEmpty());
}

void TestStore::secondListReadsNoManifest()
{
    const auto added = add(open(), QStringLiteral("acme/rbac:1"));
    VERIFY_RESULT(added);
    VERIFY_RESULT(open().images());
    // Same length and place, but no longer a manifest: only who reads it notices.
    const QString path = open().blobPath(added->image.digest);
    QFile::remove(path);
    QVERIFY(write(path, QByteArray(added->image.manifestSize, ' ')));
    const auto rows = open().images();
    VERIFY_RESULT(rows);
    QVERIFY(!rows->first().broken);
    QCOMPARE(rows->first().bundleSize, added->image.bundleSize);
    QCOMPARE(rows->first().created, m_when);
    QCOMPARE(rows->first().annotations, added->image.annotations);
    // Use hashes again.
    QVERIFY(!open().parts(added->image.reference));
}

void TestStore::findsByImageId()
{
    const Store store = open();
    const auto one = add(store, QStringLiteral("acme/rbac:1"));
    VERIFY_RESULT(store.tag(ref(QStringLiteral("acme/rbac:latest")), *store.resolve(one->image.reference)));
    QCOMPARE(store.imageById(one->image.digest.shortHex())->digest, one->image.digest);
    QCOMPARE(causeOf(store.imageById(QStringLiteral("zz"))), QStringLiteral("store.notFound"));
    QCOMPARE(causeOf(store.imageById(QString())), QStringLiteral("store.notFound"));
    for (int i = 0; i < 17; ++i)
        VERIFY_RESULT(add(store, QStringLiteral("acme/rbac:%1").arg(i), QByteArray::number(i)));
    bool ambiguous = false;
    for (const char c : QByteArray("0123456789abcdef")) {
        const auto found = store.imageById(QString(QLatin1Char(c)));
        ambiguous = ambiguous || (!found && found.error().cause == QLatin1StringView("store.ambiguous"));
    }
    QVERIFY(ambiguous);
    QCOMPARE(store.image(one->image.reference.withDigest(one->image.digest))->digest, one->image.digest);
}

void TestStore::suppliesTheEmptyBlob()
{
    const Store store = open();
    const auto added = add(store, QStringLiteral("acme/rbac:1"));
    const oci::Digest empty = *oci::Digest::parse(oci::emptyJsonDigest);
    QVERIFY(QFile::remove(store.blobPath(empty)));
    QCOMPARE(*store.manifestBytes(empty), QByteArray("{}"));
    const auto parts = store.parts(added->image.reference);
    VERIFY_RESULT(parts);
    QCOMPARE(parts->parts.first().bytes, QByteArray("{}"));
    QVERIFY(!store.image(added->image.reference)->broken);
}

void TestStore::tenThousandTags()
{
    const Store store = open();
    const auto added = add(store, QStringLiteral("acme/rbac:0"));
    VERIFY_RESULT(added);
    const QByteArray manifest = *store.manifestBytes(added->image.digest);
    QByteArray entries;
    for (int i = 0; i < 10000; ++i) {
        const QByteArray title = "ghcr.io/acme/p" + QByteArray::number(i % 500);
        const QByteArray bytes
            = QByteArray(manifest).replace("ghcr.io/acme/rbac", title).replace("\"v\"", QByteArray("\"" + QByteArray::number(i) + "\""));
        oci::Descriptor descriptor = oci::describe(QString(oci::mediaTypeManifest), bytes);
        QVERIFY(write(store.blobPath(descriptor.digest), bytes));
        descriptor.annotations = added->image.annotations;
        descriptor.annotations.insert(QString(oci::annotationRefName), QString::fromLatin1(title + ":" + QByteArray::number(i)));
        entries += (entries.isEmpty() ? "" : ",") + descriptor.toJson();
    }
    QVERIFY(write(indexPath(), "{\"schemaVersion\":2,\"manifests\":[" + entries + "]}"));
    for (const char *pass : {"cold", "warm"}) {
        const Store fresh = open();
        const std::clock_t start = std::clock();
        const auto rows = fresh.images();
        const qint64 elapsed = qint64(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
        VERIFY_RESULT(rows);
        QCOMPARE(rows->size(), 10000);
        QVERIFY(std::ranges::none_of(*rows, &ImageRow::broken));
        qInfo("%s: %lld ms of CPU", pass, static_cast<long long>(elapsed));
    }
    VERIFY_RESULT(store.remove({ref(QStringLiteral("acme/p7:7"))}));
    QCOMPARE(store.images()->size(), 9999);
}

PD_TEST(TestStore)
#include "tst_store.moc"
