// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/tarball.h"
#include "oci/mediatypes.h"
#include "store/store.h"
#include "support/result.h"
#include "support/runner.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

using namespace pd;
using namespace pd::store;

namespace {

QString dataPath(const QString &name)
{
    return QStringLiteral(PD_TEST_DATA "/policy-cli/") + name;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

oci::Reference ref(const QString &text)
{
    return *oci::Reference::parse(text, u"");
}

QStringList builds()
{
    return {QStringLiteral("plain"), QStringLiteral("dataonly"), QStringLiteral("unicode"), QStringLiteral("several"),
        QStringLiteral("rego-v0"), QStringLiteral("rego-v0v1"), QStringLiteral("optimized"), QStringLiteral("annotations"),
        QStringLiteral("default-domain"), QStringLiteral("no-domain"), QStringLiteral("tags")};
}

/// The index's bytes with its entries in the order of their text: the Policy CLI's own order is random.
QByteArray sortedIndex(const QByteArray &bytes)
{
    auto index = oci::Index::parse(bytes);
    if (!index)
        return bytes;
    std::ranges::sort(index->manifests, {}, [](const oci::Descriptor &d) { return d.toJson(); });
    return index->toJson();
}

} // namespace

/// Against what the Policy CLI itself wrote: tests/data/policy-cli.
class TestPolicyCli final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesItsManifest_data();
    void writesItsManifest();
    void writesItsIndex_data();
    void writesItsIndex();
    void readsItsStores_data();
    void readsItsStores();
    void readsEveryIndexOfAStore_data();
    void readsEveryIndexOfAStore();
    void readsItsOldStore();
    void readsAStoreAfterAPush();
    void readsTheGenerationsBetween_data();
    void readsTheGenerationsBetween();
    void repairsAFailedPush();
    void readsItsBundles();
    void emptyIndexStaysItsKind();
};

void TestPolicyCli::writesItsManifest_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("digest");
    for (const QString &name : builds()) {
        const auto index = oci::Index::parse(bytesOf(dataPath(name + QStringLiteral("/index.json"))));
        QVERIFY(index && !index->manifests.isEmpty());
        for (const oci::Descriptor &entry : index->manifests)
            QTest::addRow("%s %s", qPrintable(name), qPrintable(entry.digest.shortHex())) << name << entry.digest.toString();
    }
}

void TestPolicyCli::writesItsManifest()
{
    QFETCH(const QString, folder);
    QFETCH(const QString, digest);
    const QByteArray theirs = bytesOf(dataPath(folder + QStringLiteral("/blobs/sha256/") + digest.mid(7)));
    const auto parsed = oci::Manifest::parse(theirs);
    VERIFY_RESULT(parsed);
    QCOMPARE(parsed->layers.size(), 1);
    oci::Descriptor bundle = parsed->layers.first();
    bundle.annotations.clear();
    QCOMPARE(policyManifest(bundle, parsed->annotations).toJson(), theirs);
}

void TestPolicyCli::writesItsIndex_data()
{
    QTest::addColumn<QString>("folder");
    for (const QString &name : builds())
        QTest::newRow(qPrintable(name)) << name;
}

void TestPolicyCli::writesItsIndex()
{
    // The same bundles, names, annotations and times, added by us: the same index, byte for byte, and the same blobs.
    QFETCH(const QString, folder);
    const QByteArray theirs = bytesOf(dataPath(folder + QStringLiteral("/index.json")));
    const auto index = oci::Index::parse(theirs);
    VERIFY_RESULT(index);
    QTemporaryDir temp;
    const QString root = temp.filePath(QStringLiteral("policies-root"));
    const auto ours = Store::open(root, Store::Mode::ReadWrite);
    VERIFY_RESULT(ours);
    for (const oci::Descriptor &entry : index->manifests) {
        const auto manifest = oci::Manifest::parse(bytesOf(dataPath(folder + QStringLiteral("/blobs/sha256/") + entry.digest.hex())));
        VERIFY_RESULT(manifest);
        Store::BundleOptions options;
        options.annotations = manifest->annotations;
        options.created = QDateTime::fromString(manifest->annotations.value(oci::annotationCreated), Qt::ISODate);
        options.regoVersion = manifest->annotations.value(oci::annotationRegoVersion);
        const QString bundle = dataPath(folder + QStringLiteral("/blobs/sha256/") + manifest->layers.first().digest.hex());
        const auto added = ours->addBundle(bundle, ref(entry.annotations.value(oci::annotationRefName)), options, {});
        VERIFY_RESULT(added);
        QCOMPARE(added->image.digest, entry.digest);
        QVERIFY(!added->image.broken);
    }
    QCOMPARE(sortedIndex(bytesOf(root + QStringLiteral("/index.json"))), sortedIndex(theirs));
    QCOMPARE(bytesOf(root + QStringLiteral("/oci-layout")), bytesOf(dataPath(folder + QStringLiteral("/oci-layout"))));
    QDirIterator blobs(root + QStringLiteral("/blobs/sha256"), QDir::Files);
    while (blobs.hasNext()) {
        const QFileInfo blob = blobs.nextFileInfo();
        QCOMPARE(bytesOf(blob.filePath()), bytesOf(dataPath(folder + QStringLiteral("/blobs/sha256/") + blob.fileName())));
        QCOMPARE(blob.permissions() & (QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther | QFile::WriteOwner | QFile::ExeOwner),
            QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    }
}

void TestPolicyCli::readsItsStores_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QStringList>("references");
    QTest::newRow("plain") << "plain" << QStringList{QStringLiteral("ghcr.io/acme/rbac:1.0.0")};
    QTest::newRow("unicode") << "unicode" << QStringList{QStringLiteral("ghcr.io/acme/unicode:1")};
    QTest::newRow("default-domain") << "default-domain"
                                    << QStringList{QStringLiteral("ghcr.io/acme/foo:2"), QStringLiteral("ghcr.io/library/default:latest"),
                                           QStringLiteral("ghcr.io/library/foo:latest")};
    QTest::newRow("no-domain") << "no-domain" << QStringList{QStringLiteral("docker.io/library/foo:latest")};
    QTest::newRow("pulled") << "pulled" << QStringList{QStringLiteral("127.0.0.1:5997/acme/rbac:1.0.0")};
    QTest::newRow("tags") << "tags" << QStringList{QStringLiteral("localhost:5000/acme/rbac:1.0.1")};
}

void TestPolicyCli::readsItsStores()
{
    QFETCH(const QString, folder);
    const auto theirs = Store::open(dataPath(folder), Store::Mode::ReadOnly);
    VERIFY_RESULT(theirs);
    const auto rows = theirs->images();
    VERIFY_RESULT(rows);
    QStringList names;
    for (const ImageRow &row : *rows) {
        names << row.reference.toString();
        QVERIFY2(!row.broken, qPrintable(row.brokenCause));
        QVERIFY(row.created.isValid() && row.bundleSize > 0 && row.manifestSize > 500);
        QCOMPARE(row.annotations.value(oci::annotationRegistryType), QStringLiteral("policy"));
        VERIFY_RESULT(theirs->verifyBlob(*theirs->bundle(row.reference), {}));
        const auto parts = theirs->parts(row.reference);
        VERIFY_RESULT(parts);
        QCOMPARE(parts->digest, row.digest);
        QCOMPARE(parts->parts.size(), 2);
    }
    names.sort();
    QTEST(names, "references");
}

void TestPolicyCli::readsEveryIndexOfAStore_data()
{
    QTest::addColumn<int>("tags");
    const std::pair<const char *, int> rows[] = {{"index-1-built", 1}, {"index-2-tagged", 2}, {"index-3-by-id", 3}, {"index-4-moved", 3},
        {"index-5-rebuilt", 3}, {"index-6-removed", 2}, {"index-7-empty", 0}, {"index-8-again", 1}};
    for (const auto &[name, tags] : rows)
        QTest::newRow(name) << tags;
}

void TestPolicyCli::readsEveryIndexOfAStore()
{
    QTemporaryDir temp;
    QVERIFY(QFile::copy(dataPath(QStringLiteral("tags/%1.json").arg(QLatin1StringView(QTest::currentDataTag()))),
        temp.filePath(QStringLiteral("index.json"))));
    const auto rows = Store::open(temp.path(), Store::Mode::ReadOnly)->images();
    VERIFY_RESULT(rows);
    QTEST(int(rows->size()), "tags");
}

void TestPolicyCli::readsItsOldStore()
{
    const auto old = Store::open(dataPath(QStringLiteral("v0.1.51")), Store::Mode::ReadOnly);
    const auto rows = old->images();
    VERIFY_RESULT(rows);
    QCOMPARE(rows->size(), 3);
    for (const ImageRow &row : *rows) {
        QVERIFY2(!row.broken && row.legacy, qPrintable(row.brokenCause));
        QVERIFY(row.created.isValid());
        QVERIFY(!row.annotations.contains(oci::annotationRefName));
        VERIFY_RESULT(archive::list(old->blobPath(row.bundleDigest), {}, {}));
    }
    const auto parts = old->parts(ref(QStringLiteral("ghcr.io/acme/old:2")));
    VERIFY_RESULT(parts);
    const auto manifest = oci::Manifest::parse(parts->manifest);
    VERIFY_RESULT(manifest);
    QCOMPARE(manifest->annotations.value(QStringLiteral("k")), QStringLiteral("v"));
    QCOMPARE(manifest->config.mediaType, QString(oci::mediaTypeConfig));
    QCOMPARE(parts->parts.first().bytes, QByteArray("{}")); // the blob that old versions never stored
}

void TestPolicyCli::readsAStoreAfterAPush()
{
    QTemporaryDir temp;
    QVERIFY(QFile::copy(dataPath(QStringLiteral("pulled/index-1-pushed.json")), temp.filePath(QStringLiteral("index.json"))));
    const auto rows = Store::open(temp.path(), Store::Mode::ReadOnly)->images();
    VERIFY_RESULT(rows);
    QCOMPARE(rows->size(), 1); // layer and configuration stand there too, without a tag
    QVERIFY(rows->first().broken);
    QCOMPARE(rows->first().brokenCause, QStringLiteral("store.missing"));
}

void TestPolicyCli::readsTheGenerationsBetween_data()
{
    // v0.2.0 to v0.3.5 wrote a configuration with the time, no artifactType, and the Rego version in capitals; v0.3.6 to v0.3.8 the blob {} never.
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("configType");
    QTest::addColumn<bool>("stored");
    QTest::newRow("v0.2.0 to v0.3.5") << QByteArray("{\"created\":\"2024-05-01T10:00:00Z\"}") << QString(oci::mediaTypeConfig) << true;
    QTest::newRow("v0.3.6 to v0.3.8") << QByteArray("{}") << QString(oci::mediaTypeConfig) << false;
    QTest::newRow("unknown configuration") << QByteArray("{}") << QString(oci::mediaTypeUnknownConfig) << true;
}

void TestPolicyCli::readsTheGenerationsBetween()
{
    QFETCH(const QByteArray, config);
    QFETCH(const QString, configType);
    QFETCH(const bool, stored);
    QTemporaryDir temp;
    const auto store = Store::open(temp.path(), Store::Mode::ReadWrite);
    VERIFY_RESULT(store);
    const auto bundle = store->putBlob(QString(oci::mediaTypeLayerTarGzip), "a bundle");
    VERIFY_RESULT(bundle);
    if (stored)
        VERIFY_RESULT(store->putBlob(configType, config));
    oci::Manifest manifest;
    manifest.config = oci::describe(configType, config);
    manifest.annotations = {{QString(oci::annotationCreated), QStringLiteral("2024-05-01T10:00:00Z")},
        {QString(oci::annotationRegoVersion), QStringLiteral("rego.V1")}};
    manifest.layers = {*bundle};
    manifest.layers.first().annotations = manifest.annotations;
    oci::Descriptor descriptor = *store->putBlob(QString(oci::mediaTypeManifest), manifest.toJson());
    descriptor.annotations.insert(QString(oci::annotationRefName), QStringLiteral("ghcr.io/foo:latest"));
    QFile index(temp.filePath(QStringLiteral("index.json")));
    QVERIFY(index.open(QIODevice::WriteOnly));
    index.write("{\"schemaVersion\":2,\"manifests\":[" + descriptor.toJson() + "]}");
    index.close();
    const auto row = store->image(ref(QStringLiteral("ghcr.io/foo")));
    VERIFY_RESULT(row);
    QVERIFY2(!row->broken, qPrintable(row->brokenCause));
    QCOMPARE(row->created, QDateTime::fromString(QStringLiteral("2024-05-01T10:00:00Z"), Qt::ISODate));
    const auto parts = store->parts(row->reference);
    VERIFY_RESULT(parts);
    QCOMPARE(parts->manifest, manifest.toJson());
    QCOMPARE(parts->parts.first().path.isEmpty(), !stored);
    VERIFY_RESULT(store->tag(ref(QStringLiteral("ghcr.io/foo:2")), *store->resolve(row->reference)));
}

void TestPolicyCli::repairsAFailedPush()
{
    QTemporaryDir temp;
    const QString root = temp.filePath(QStringLiteral("store"));
    const QString theirs = dataPath(QStringLiteral("failed-push"));
    QVERIFY(QDir().mkpath(root + QStringLiteral("/blobs/sha256")));
    QDirIterator it(theirs, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        QVERIFY(QFile::copy(path, root + path.sliced(theirs.size())));
    }
    const auto store = Store::open({root, temp.filePath(QStringLiteral("state")), {}}, Store::Mode::ReadWrite);
    const auto reference = ref(QStringLiteral("127.0.0.1:1/acme/rbac:1"));
    QCOMPARE(store->image(reference)->brokenCause, QStringLiteral("store.failedPush"));
    const auto repaired = store->repair();
    VERIFY_RESULT(repaired);
    QCOMPARE(repaired->references, QStringList{reference.toString()});
    const auto row = store->image(reference);
    QVERIFY2(!row->broken && !row->legacy, qPrintable(row->brokenCause));
    const auto built = oci::Manifest::parse(*store->manifestBytes(row->digest));
    VERIFY_RESULT(built);
    QCOMPARE(built->annotations.value(oci::annotationTitle), reference.name());
    QVERIFY(store->repair()->references.isEmpty());
    VERIFY_RESULT(store->undo(repaired->undo));
    QVERIFY(store->image(reference)->broken);
}

void TestPolicyCli::readsItsBundles()
{
    const auto store = Store::open(dataPath(QStringLiteral("unicode")), Store::Mode::ReadOnly);
    const auto listing = archive::list(store->blobPath(store->bundle(ref(QStringLiteral("ghcr.io/acme/unicode:1")))->digest), {}, {});
    VERIFY_RESULT(listing);
    QStringList names;
    for (const archive::Entry &entry : listing->entries)
        names << entry.path;
    QVERIFY2(std::ranges::any_of(names, [](const QString &name) { return name.endsWith(QStringLiteral("ü/é.rego")); }),
        qPrintable(names.join(QLatin1Char(' '))));
    QVERIFY(std::ranges::any_of(
        names, [](const QString &name) { return name.contains(QStringLiteral("名/long-long-")) && name.size() > 200; }));
}

void TestPolicyCli::emptyIndexStaysItsKind()
{
    QTemporaryDir temp;
    const QString path = temp.filePath(QStringLiteral("index.json"));
    QVERIFY(QFile::copy(dataPath(QStringLiteral("tags/index-7-empty.json")), path));
    const auto store = Store::open(temp.path(), Store::Mode::ReadWrite);
    const QString bundle = dataPath(QStringLiteral("plain/blobs/sha256/"))
        + Store::open(dataPath(QStringLiteral("plain")), Store::Mode::ReadOnly)->images()->first().bundleDigest.hex();
    const auto added = store->addBundle(
        bundle, ref(QStringLiteral("ghcr.io/a/b:1")), {.annotations = {}, .created = QDateTime::currentDateTimeUtc()}, {});
    VERIFY_RESULT(added);
    QVERIFY(bytesOf(path).startsWith("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":[{"));
    VERIFY_RESULT(store->remove({added->image.reference}));
    QVERIFY(store->images()->isEmpty());
}

PD_TEST(TestPolicyCli)
#include "tst_policycli.moc"
