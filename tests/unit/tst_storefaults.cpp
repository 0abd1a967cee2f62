// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetest.h"
#include "support/runner.h"

#include "oci/mediatypes.h"
#include "store/indexfile.h"

#include <atomic>
#include <thread>

#include <linux/capability.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pd;
using namespace pd::store;
using namespace pd::test::store;
using pd::test::causeOf;
using pd::test::gzipOf;
using pd::test::tarOf;

class TestStoreFaults final : public StoreTest {
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatItDoesNotUnderstand();
    void brokenRowsHideNoOthers();
    void aLinkIsNoBlob();
    void damageIsFound();
    void savesOnlySoundBytes();
    void aDamagedCacheIsIgnored_data();
    void aDamagedCacheIsIgnored();
    void readersNeverSeeHalfAnIndex();
    void writersLoseNothing();
    void seesAWriterThatTakesNoLock();
    void waitsForAHalfWrittenIndex();
    void readOnlyFolderLeavesItAsItWas();
    void aFullDiskLeavesItAsItWas_data();
    void aFullDiskLeavesItAsItWas();
    void aReadOnlyStoreRefuses();
    void layoutOfAnotherVersion();
    void cleanUpDeletesNothingWhenUnsure();

private:
    int onAFullDisk(const QString &disk, const QString &other, int spare);
};

/// In a child: 0 when all went as it should, else the number of what did not.
int TestStoreFaults::onAFullDisk(const QString &disk, const QString &other, int spare)
{
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0 || !write(QStringLiteral("/proc/self/setgroups"), "deny")
        || !write(QStringLiteral("/proc/self/uid_map"), "0 " + QByteArray::number(user) + " 1")
        || !write(QStringLiteral("/proc/self/gid_map"), "0 " + QByteArray::number(group) + " 1"))
        return 90;
    if (::mount("tmpfs", QFile::encodeName(disk).constData(), "tmpfs", 0, "size=512k") != 0)
        return 91;
    m_root = disk + QStringLiteral("/policies-root");
    const auto store = Store::open(m_root, Store::Mode::ReadWrite);
    const auto first = add(*store, QStringLiteral("acme/rbac:1"));
    const auto second = add(*store, QStringLiteral("acme/rbac:2"), QByteArray(3000, 'x'));
    if (!first || !second || !write(disk + QStringLiteral("/spare"), QByteArray(spare, 's')))
        return 92;
    QFile filler(disk + QStringLiteral("/filler"));
    if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 93;
    while (filler.write(QByteArray(4096, 'f')) == 4096) { }
    QFile::remove(disk + QStringLiteral("/spare"));
    const QByteArray before = treeHash(m_root);
    const auto put = store->addBundle(other, ref(QStringLiteral("acme/rbac:3")), {.annotations = {}, .created = m_when}, {});
    if (put)
        return 0; // enough room after all: the largest of the rows
    if (put.error().kind != ErrorKind::DiskFull)
        return 94;
    if (treeHash(m_root) != before || names(*store).size() != 2)
        return 95;
    if (spare == 0 && store->remove({first->image.reference}).error().kind != ErrorKind::DiskFull)
        return 96;
    return treeHash(m_root) == before ? 0 : 97;
}

void TestStoreFaults::keepsWhatItDoesNotUnderstand()
{
    const Store store = open();
    VERIFY_RESULT(add(store, QStringLiteral("acme/rbac:1")));
    const QByteArray entry = bytesOf(indexPath());
    const QByteArray known = entry.sliced(entry.indexOf('[') + 1, entry.lastIndexOf(']') - entry.indexOf('[') - 1);
    const QByteArray unknown = R"({ "mediaType":"x/y", "digest":"blake3:00", "size":1.50, "new":[1, {"a":null}] })";
    const QByteArray untagged
        = R"({"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8b","size":280})";
    QVERIFY(write(indexPath(),
        "{\"future\":1e2 ,\"schemaVersion\":2,\"manifests\":[" + unknown + " ,\n" + known + "," + untagged
            + ",null],\"annotations\":{\"z\":\"\\u00fc\"}}"));
    VERIFY_RESULT(store.tag(ref(QStringLiteral("acme/rbac:2")), *store.resolve(ref(QStringLiteral("acme/rbac:1")))));
    VERIFY_RESULT(store.remove({ref(QStringLiteral("acme/rbac:2"))}));
    QCOMPARE(bytesOf(indexPath()),
        QByteArray("{\"future\":1e2,\"schemaVersion\":2,\"manifests\":[" + unknown + "," + known + "," + untagged
            + ",null],\"annotations\":{\"z\":\"\\u00fc\"}}"));
}

void TestStoreFaults::brokenRowsHideNoOthers()
{
    const Store store = open();
    for (const char *tag : {"1", "2", "3", "4", "5", "6", "7"})
        VERIFY_RESULT(add(store, QStringLiteral("acme/rbac:") + QLatin1StringView(tag), tag));
    const auto image = [&store](const char *tag) { return *store.image(ref(QStringLiteral("acme/rbac:") + QLatin1StringView(tag))); };
    const auto overwrite = [](const QString &path, const QByteArray &bytes) {
        QFile::remove(path);
        return write(path, bytes);
    };
    QVERIFY(QFile::remove(store.blobPath(image("1").digest)));
    QVERIFY(QFile::remove(store.blobPath(image("2").bundleDigest)));
    QVERIFY(overwrite(store.blobPath(image("3").bundleDigest), "short"));
    QVERIFY(overwrite(store.blobPath(image("4").digest), QByteArray(image("4").manifestSize, 'x')));
    QByteArray index = bytesOf(indexPath());
    index.replace("ghcr.io/acme/rbac:5", "not a reference").replace("ghcr.io/acme/rbac:6", "");
    QVERIFY(write(indexPath(), index));
    QDir(m_temp->filePath(QStringLiteral("cache"))).removeRecursively();
    const auto rows = open().images();
    VERIFY_RESULT(rows);
    QMap<QString, QString> causes;
    for (const ImageRow &row : *rows)
        causes.insert(row.storedName.section(QLatin1Char(':'), -1), row.broken ? row.brokenCause : QString());
    QCOMPARE(causes,
        (QMap<QString, QString>{{QStringLiteral("1"), QStringLiteral("store.missing")},
            {QStringLiteral("2"), QStringLiteral("store.missing")}, {QStringLiteral("3"), QStringLiteral("blob.size")},
            {QStringLiteral("4"), QStringLiteral("blob.digest")}, {QStringLiteral("not a reference"), QStringLiteral("store.name")},
            {QStringLiteral("7"), QString()}}));
    VERIFY_RESULT(store.removeStored({QStringLiteral("not a reference")}));
    QCOMPARE(names(store).size(), 5);
}

void TestStoreFaults::aLinkIsNoBlob()
{
    const Store store = open();
    const auto added = add(store, QStringLiteral("acme/rbac:1"));
    VERIFY_RESULT(added);
    for (const oci::Digest &digest : {added->image.digest, added->image.bundleDigest}) {
        const QString path = store.blobPath(digest);
        const QString elsewhere = m_temp->filePath(digest.shortHex());
        QVERIFY(QFile::rename(path, elsewhere) && QFile::link(elsewhere, path));
    }
    QVERIFY(!store.hasBlob(added->image.digest, -1));
    QCOMPARE(causeOf(store.manifestBytes(added->image.digest)), QStringLiteral("store.link"));
    QCOMPARE(causeOf(store.verifyBlob({{}, added->image.bundleDigest, added->image.bundleSize, {}, {}, {}, {}, {}}, {})),
        QStringLiteral("store.link"));
    QVERIFY(!store.saveBundle(added->image.reference, m_temp->filePath(QStringLiteral("out")), {}));
    const auto rows = open().images();
    QVERIFY(rows->first().broken);
    // A sound copy takes the link's place.
    VERIFY_RESULT(store.putBlobFile(QString(oci::mediaTypeLayerTarGzip), m_temp->filePath(QStringLiteral("bundle.tar.gz")), {}));
    QVERIFY(store.hasBlob(added->image.bundleDigest, -1));
}

void TestStoreFaults::damageIsFound()
{
    const Store store = open();
    const auto added = add(store, QStringLiteral("acme/rbac:1"));
    VERIFY_RESULT(added);
    const oci::Descriptor bundle = *store.bundle(added->image.reference);
    VERIFY_RESULT(store.verifyBlob(bundle, {}));
    const QString path = store.blobPath(bundle.digest);
    QByteArray bytes = bytesOf(path);
    bytes[bytes.size() / 2] = static_cast<char>(bytes.at(bytes.size() / 2) ^ 1);
    QFile::remove(path);
    QVERIFY(write(path, bytes));
    QCOMPARE(causeOf(store.verifyBlob(bundle, {})), QStringLiteral("blob.digest"));
    QFile::remove(path);
    QVERIFY(write(path, bytes.chopped(1)));
    QCOMPARE(causeOf(store.verifyBlob(bundle, {})), QStringLiteral("blob.size"));
    const QString manifest = store.blobPath(added->image.digest);
    bytes = bytesOf(manifest).replace("policy", "police");
    QFile::remove(manifest);
    QVERIFY(write(manifest, bytes));
    QCOMPARE(causeOf(store.manifestBytes(added->image.digest)), QStringLiteral("blob.digest"));
    QVERIFY(!store.parts(added->image.reference));
}

void TestStoreFaults::savesOnlySoundBytes()
{
    const Store store = open();
    const auto added = add(store, QStringLiteral("acme/rbac:1"));
    const QString path = store.blobPath(added->image.bundleDigest);
    const QByteArray bytes = bytesOf(path);
    QFile::remove(path);
    QVERIFY(write(path, QByteArray(bytes).replace(12, 1, "?")));
    const QString out = m_temp->filePath(QStringLiteral("out.tar.gz"));
    QVERIFY(write(out, "what was there"));
    const auto saved = store.saveBundle(added->image.reference, out, {});
    QVERIFY(!saved);
    QCOMPARE(causeOf(saved), QStringLiteral("blob.digest"));
    QCOMPARE(bytesOf(out), QByteArray("what was there"));
    QCOMPARE(QDir(m_temp->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

void TestStoreFaults::aDamagedCacheIsIgnored_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("flipped") << 0;
    QTest::newRow("cut") << 1;
    QTest::newRow("empty") << 2;
    QTest::newRow("garbage") << 3;
}

void TestStoreFaults::aDamagedCacheIsIgnored()
{
    QFETCH(const int, how);
    VERIFY_RESULT(add(open(), QStringLiteral("acme/rbac:1")));
    VERIFY_RESULT(open().images());
    const QDir cache(m_temp->filePath(QStringLiteral("cache")));
    QCOMPARE(cache.entryList(QDir::Files).size(), 1);
    const QString path = cache.filePath(cache.entryList(QDir::Files).first());
    QByteArray bytes = bytesOf(path);
    bytes[30] = static_cast<char>(bytes.at(30) ^ 1);
    const QByteArray damaged[] = {bytes, bytes.chopped(20), QByteArray(), QByteArray(1000, '\xff')};
    QVERIFY(write(path, damaged[how]));
    const auto rows = open().images();
    VERIFY_RESULT(rows);
    QVERIFY(!rows->first().broken);
    QCOMPARE(rows->first().created, m_when);
}

void TestStoreFaults::readersNeverSeeHalfAnIndex()
{
    const Store store = open();
    const auto added = add(store, QStringLiteral("acme/rbac:0"));
    VERIFY_RESULT(added);
    const oci::Descriptor descriptor = *store.resolve(added->image.reference);
    std::atomic<bool> stop = false;
    std::atomic<int> bad = 0;
    std::atomic<int> seen = 0;
    // Reads as a stranger does: once, without a second try.
    std::jthread reader([&] {
        while (!stop) {
            const QByteArray bytes = bytesOf(indexPath());
            bad += oci::Index::parse(bytes) ? 0 : 1;
            ++seen;
        }
    });
    for (int i = 0; i < 150; ++i)
        VERIFY_RESULT(store.tag(ref(QStringLiteral("acme/rbac:") + QString::number(i)), descriptor));
    stop = true;
    reader.join();
    QVERIFY(seen > 50);
    QCOMPARE(bad.load(), 0);
}

void TestStoreFaults::writersLoseNothing()
{
    const auto added = add(open(), QStringLiteral("acme/rbac:0"));
    VERIFY_RESULT(added);
    const oci::Descriptor descriptor = *open().resolve(added->image.reference);
    std::vector<std::jthread> threads;
    std::atomic<int> failed = 0;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            const Store mine = open(); // as another process has it
            for (int i = 0; i < 25; ++i)
                failed += mine.tag(ref(QStringLiteral("acme/t%1:%2").arg(t).arg(i)), descriptor) ? 0 : 1;
        });
    }
    threads.clear();
    QCOMPARE(failed.load(), 0);
    QCOMPARE(names(open()).size(), 101);
}

void TestStoreFaults::seesAWriterThatTakesNoLock()
{
    // The Policy CLI's way: truncate and write all, at any time. What it wrote between our reading and our writing must not go.
    const Store store = open();
    VERIFY_RESULT(add(store, QStringLiteral("acme/rbac:1")));
    const QByteArray index = bytesOf(indexPath());
    const QByteArray entry = index.sliced(index.indexOf('[') + 1, index.lastIndexOf(']') - index.indexOf('[') - 1);
    int calls = 0;
    const auto updated = updateIndex(indexPath(), [&](StoreIndex &loaded) -> Result<bool> {
        if (++calls <= 2) {
            const QByteArray theirs = QByteArray(entry).replace("rbac:1", QByteArray("stranger:" + QByteArray::number(calls)));
            QByteArray next = bytesOf(indexPath());
            next.insert(next.lastIndexOf(']'), "," + theirs);
            if (!write(indexPath(), next))
                return fail(ErrorKind::Storage, Blame::Computer, QStringLiteral("test"));
        }
        loaded.entries.append(*parseEntry(QByteArray(entry).replace("rbac:1", "ours:1")));
        return true;
    });
    VERIFY_RESULT(updated);
    QCOMPARE(calls, 3);
    QCOMPARE(names(store),
        (QStringList{QStringLiteral("ghcr.io/acme/ours:1"), QStringLiteral("ghcr.io/acme/rbac:1"),
            QStringLiteral("ghcr.io/acme/stranger:1"), QStringLiteral("ghcr.io/acme/stranger:2")}));
    QCOMPARE(QDir(m_root).entryList(QDir::Files | QDir::Hidden).size(), 2); // no temporary file of a try that was given up
}

void TestStoreFaults::waitsForAHalfWrittenIndex()
{
    const Store store = open();
    VERIFY_RESULT(add(store, QStringLiteral("acme/rbac:1")));
    const QByteArray whole = bytesOf(indexPath());
    QVERIFY(write(indexPath(), whole.first(whole.size() / 2)));
    std::jthread cli([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(120));
        QVERIFY(write(indexPath(), whole));
    });
    QCOMPARE(names(store), QStringList{QStringLiteral("ghcr.io/acme/rbac:1")});
    cli.join();
    QVERIFY(write(indexPath(), "<html>"));
    const auto rows = store.images();
    QVERIFY(!rows);
    QCOMPARE(causeOf(rows), QStringLiteral("store.index"));
    QVERIFY(!store.remove({ref(QStringLiteral("acme/rbac:1"))}));
    QCOMPARE(bytesOf(indexPath()), QByteArray("<html>"));
}

void TestStoreFaults::readOnlyFolderLeavesItAsItWas()
{
    const Store store = open();
    const auto added = add(store, QStringLiteral("acme/rbac:1"));
    VERIFY_RESULT(added);
    const QByteArray before = treeHash(m_root);
    // Root may write anywhere: a child gives that up for this.
    const QStringList folders{
        m_root, m_root + QStringLiteral("/blobs"), m_root + QStringLiteral("/blobs/sha256"), m_root + QStringLiteral("/ingest")};
    for (const QString &folder : folders)
        QVERIFY(::chmod(QFile::encodeName(folder).constData(), 0555) == 0);
    const QString other = bundle("package b");
    const pid_t child = ::fork();
    if (child == 0) {
        __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
        __user_cap_data_struct nothing[_LINUX_CAPABILITY_U32S_3]{};
        if (::syscall(SYS_capset, &header, nothing) != 0)
            ::_exit(90);
        // Without a state folder: that it may not write there is another matter.
        const auto mine = Store::open(m_root, Store::Mode::ReadWrite);
        if (!mine)
            ::_exit(93);
        const auto put = mine->addBundle(other, ref(QStringLiteral("acme/rbac:2")), {.annotations = {}, .created = m_when}, {});
        const auto gone = mine->remove({added->image.reference});
        const auto moved = mine->tag(ref(QStringLiteral("acme/x:1")), oci::Descriptor());
        ::_exit(put || gone || moved ? 91 : put.error().kind == ErrorKind::Storage && gone.error().kind == ErrorKind::Storage ? 0 : 92);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    for (const QString &folder : folders)
        ::chmod(QFile::encodeName(folder).constData(), 0755);
    QCOMPARE(WEXITSTATUS(status), 0);
    QCOMPARE(treeHash(m_root), before);
}

void TestStoreFaults::aFullDiskLeavesItAsItWas_data()
{
    QTest::addColumn<int>("spare"); // bytes that are left when the act begins
    for (const int spare : {0, 4096, 8192, 12288, 16384, 20480})
        QTest::addRow("%d", spare) << spare;
}

void TestStoreFaults::aFullDiskLeavesItAsItWas()
{
    // A real one: a tmpfs of 512 kB, in a mount namespace of a child's own.
    QFETCH(const int, spare);
    const QString disk = m_temp->filePath(QStringLiteral("disk"));
    QVERIFY(QDir().mkpath(disk));
    const QString other = bundle("package b");
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(onAFullDisk(disk, other, spare));
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void TestStoreFaults::aReadOnlyStoreRefuses()
{
    VERIFY_RESULT(add(open(), QStringLiteral("acme/rbac:1")));
    const QByteArray before = treeHash(m_root);
    const Store store = open(Store::Mode::ReadOnly);
    QCOMPARE(causeOf(add(store, QStringLiteral("acme/rbac:2"))), QStringLiteral("store.readOnly"));
    QCOMPARE(causeOf(store.remove({ref(QStringLiteral("acme/rbac:1"))})), QStringLiteral("store.readOnly"));
    QCOMPARE(causeOf(store.cleanUp(m_when)), QStringLiteral("store.readOnly"));
    QCOMPARE(treeHash(m_root), before);
}

void TestStoreFaults::layoutOfAnotherVersion()
{
    QVERIFY(QDir().mkpath(m_root));
    QVERIFY(write(m_root + QStringLiteral("/oci-layout"), "{\"imageLayoutVersion\":\"2.0.0\"}"));
    QCOMPARE(causeOf(Store::open(m_root, Store::Mode::ReadOnly)), QStringLiteral("store.layout"));
    QCOMPARE(causeOf(Store::open(QStringLiteral("relative"), Store::Mode::ReadOnly)), QStringLiteral("store.layout"));
    QVERIFY(write(m_temp->filePath(QStringLiteral("file")), "x"));
    QCOMPARE(causeOf(Store::open(m_temp->filePath(QStringLiteral("file")), Store::Mode::ReadOnly)), QStringLiteral("store.layout"));
}

void TestStoreFaults::cleanUpDeletesNothingWhenUnsure()
{
    const Store store = open();
    const auto one = add(store, QStringLiteral("acme/rbac:1"));
    const auto two = add(store, QStringLiteral("acme/rbac:2"), "package b");
    VERIFY_RESULT(store.remove({one->image.reference}));
    QVERIFY(QFile::remove(store.blobPath(two->image.digest))); // what it needed nobody knows
    QCOMPARE(*store.cleanUp(QDateTime::currentDateTimeUtc().addDays(1)), 0);
    QVERIFY(store.hasBlob(one->image.bundleDigest, -1));
}

PD_TEST(TestStoreFaults)
#include "tst_storefaults.moc"
