// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/tarball.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/tarfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <clocale>

using namespace pd;
using namespace pd::archive;
using pd::test::causeOf;
using pd::test::gzipOf;
using pd::test::TarEntry;
using pd::test::tarOf;

namespace {

TarEntry file(const QByteArray &name, const QByteArray &data = "x")
{
    return {name, data, '0', 0600, {}, {}};
}

TarEntry special(const QByteArray &name, char type, int mode = 0600, const QByteArray &link = {})
{
    return {name, {}, type, mode, link, {}};
}

} // namespace

class TestTarball final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void readsABundle_data();
    void readsABundle();
    void readsNamesInAnyLocale();
    void refuses_data();
    void refuses();
    void refusesDamage_data();
    void refusesDamage();
    void skipsDevices();
    void capsTheOutput();
    void capsTheEntries();
    void capsASparseFile();
    void extractsWhole();
    void extractsNothingOrAll_data();
    void extractsNothingOrAll();
    void stops();
    void gunzipsUnderACap();

private:
    QString save(const QByteArray &bytes)
    {
        QFile out(m_folder->filePath(QStringLiteral("a.tar.gz")));
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? out.fileName() : QString();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTarball::readsABundle_data()
{
    QTest::addColumn<bool>("gzip");
    QTest::newRow("tar.gz") << true;
    QTest::newRow("tar") << false;
}

void TestTarball::readsABundle()
{
    QFETCH(const bool, gzip);
    const QByteArray tar = tarOf(
        {special("roles", '5'), file("/data.json", "{}"), file("/roles/a.rego", "package a"), file("./.manifest", "{\"revision\":\"1\"}")});
    const QString path = save(gzip ? gzipOf(tar) : tar);
    const auto listing = list(path, {}, {});
    VERIFY_RESULT(listing);
    QCOMPARE(listing->entries,
        (QList<Entry>{{QStringLiteral("data.json"), 2}, {QStringLiteral("roles/a.rego"), 9}, {QStringLiteral(".manifest"), 16}}));
    QCOMPARE(listing->unpacked, tar.size());
    const auto manifest = readEntry(path, QStringLiteral(".manifest"), 1024, {});
    VERIFY_RESULT(manifest);
    QCOMPARE(*manifest, QByteArray("{\"revision\":\"1\"}"));
    QCOMPARE(causeOf(readEntry(path, QStringLiteral("none"), 1024, {})), QStringLiteral("archive.noEntry"));
    QCOMPARE(causeOf(readEntry(path, QStringLiteral(".manifest"), 15, {})), QStringLiteral("archive.tooLarge"));
}

void TestTarball::readsNamesInAnyLocale()
{
    const QByteArray name("ü/é名.rego");
    const QByteArray longName = "名/" + QByteArray(200, 'l') + ".rego";
    const QString path = save(gzipOf(tarOf({file(name), {"short", "y", '0', 0600, {}, longName}})));
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const char *locale : {"C", "C.UTF-8"}) {
        QVERIFY(std::setlocale(LC_ALL, locale));
        const auto listing = list(path, {}, {});
        std::setlocale(LC_ALL, before.c_str());
        VERIFY_RESULT(listing);
        QCOMPARE(listing->entries, (QList<Entry>{{QString::fromUtf8(name), 1}, {QString::fromUtf8(longName), 1}}));
    }
}

void TestTarball::refuses_data()
{
    QTest::addColumn<QList<TarEntry>>("entries");
    QTest::addColumn<QString>("cause");
    const auto name = [](const char *label, const QByteArray &path) {
        QTest::newRow(label) << QList<TarEntry>{file("ok"), file(path)} << QStringLiteral("archive.path");
    };
    name("parent", "../x");
    name("parent in the middle", "/abs/../x");
    name("parent at the end", "a/..");
    name("drive", "C:\\x");
    name("drive, slash", "C:/x");
    name("share", "\\\\srv\\x");
    name("backslash parent", "a\\..\\..\\x");
    name("device name", "a/CON");
    name("device name with extension", "nul.rego");
    name("COM1", "com1");
    name("stream", "a:ads");
    name("control character", "a\nb");
    name("escape", "a\x1b[31m");
    name("no UTF-8", "a\xff");
    name("dot at the end", "a./b");
    name("blank at the end", "a ");
    QTest::newRow("long part by PAX") << QList<TarEntry>{{"s", "", '0', 0600, {}, QByteArray(256, 'x')}} << QStringLiteral("archive.path");
    QTest::newRow("long PAX") << QList<TarEntry>{{"s", "", '0', 0600, {}, QByteArray("abcdefg/").repeated(1000) + "x"}}
                              << QStringLiteral("archive.path");
    QTest::newRow("parent by PAX") << QList<TarEntry>{{"s", "", '0', 0600, {}, "../x"}} << QStringLiteral("archive.path");
    QTest::newRow("folder outside") << QList<TarEntry>{special("../x/", '5')} << QStringLiteral("archive.path");
    QTest::newRow("hard link") << QList<TarEntry>{file("a"), special("b", '1', 0600, "a")} << QStringLiteral("archive.link");
    QTest::newRow("hard link outside") << QList<TarEntry>{special("b", '1', 0600, "/etc/passwd")} << QStringLiteral("archive.link");
    QTest::newRow("symbolic link") << QList<TarEntry>{special("b", '2', 0777, "..")} << QStringLiteral("archive.link");
    const auto twice = [](const char *label, const QByteArray &a, const QByteArray &b) {
        QTest::newRow(label) << QList<TarEntry>{file(a), file("m"), file(b)} << QStringLiteral("archive.duplicate");
    };
    twice("twice", "a", "a");
    twice("twice, spelled otherwise", "a/b", "/a/./b");
    twice("case", "a/b.rego", "a/B.rego");
    twice("case of a folder", "A/b", "a/c");
    twice("case beyond ASCII", "übung", "ÜBUNG");
    twice("composed and decomposed", "\xc3\xa9", "e\xcc\x81");
    twice("file and folder", "a", "a/b");
    twice("folder and file", "a/b", "a");
}

void TestTarball::refuses()
{
    QFETCH(const QList<TarEntry>, entries);
    const QString path = save(gzipOf(tarOf(entries)));
    const auto listing = list(path, {}, {});
    QVERIFY(!listing);
    QTEST(listing.error().cause, "cause");
    QVERIFY(!extractTo(path, m_folder->filePath(QStringLiteral("out")), {}, {}));
    QCOMPARE(
        QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{QStringLiteral("a.tar.gz")});
}

void TestTarball::refusesDamage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cause");
    QByteArray noise(300000, Qt::Uninitialized);
    quint32 state = 1;
    for (char &c : noise)
        c = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
    const QByteArray tar = tarOf({file("a", noise), file("b")});
    const QByteArray gz = gzipOf(tar);
    const auto row
        = [](const char *name, const QByteArray &bytes, const char *cause) { QTest::newRow(name) << bytes << QString::fromLatin1(cause); };
    row("nothing", "", "archive.format");
    row("text", QByteArray("hello world\n").repeated(200), "archive.format");
    row("gzip of text", gzipOf(QByteArray("hello world\n").repeated(200)), "archive.format");
    row("cut in half", gz.first(gz.size() / 2), "archive.corrupt");
    row("cut before the checksum", gz.chopped(8), "archive.corrupt");
    row("cut in the length", gz.chopped(2), "archive.corrupt");
    row("checksum", QByteArray(gz).replace(gz.size() - 8, 1, QByteArray(1, static_cast<char>(gz.at(gz.size() - 8) ^ 1))),
        "archive.corrupt");
    row("a bit in the middle", QByteArray(gz).replace(gz.size() / 2, 1, QByteArray(1, static_cast<char>(gz.at(gz.size() / 2) ^ 1))),
        "archive.corrupt");
    row("garbage behind", gz + QByteArray("garbage").repeated(10), "archive.corrupt");
    row("tar cut", gzipOf(tar.first(2000)), "archive.corrupt");
    QByteArray header = tar;
    header[5] = 'z';
    row("tar header", gzipOf(header), "archive.format");
}

void TestTarball::refusesDamage()
{
    QFETCH(const QByteArray, bytes);
    const QString path = save(bytes);
    const auto read = readEntries(path, {QStringLiteral("a")}, 1 << 20, {});
    QVERIFY(!read);
    QTEST(read.error().cause, "cause");
    QCOMPARE(read.error().subject.isEmpty(), false);
}

void TestTarball::skipsDevices()
{
    const QString path = save(
        gzipOf(tarOf({special("dev", '3'), special("blk", '4'), special("fifo", '6'), {"suid", "x", '0', 04755, {}, {}}, file("a")})));
    const QString out = m_folder->filePath(QStringLiteral("out"));
    const auto listing = extractTo(path, out, {}, {});
    VERIFY_RESULT(listing);
    QCOMPARE(listing->skipped, (QStringList{QStringLiteral("dev"), QStringLiteral("blk"), QStringLiteral("fifo"), QStringLiteral("suid")}));
    QCOMPARE(QDir(out).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot), QStringList{QStringLiteral("a")});
}

void TestTarball::capsTheOutput()
{
    const QByteArray gz = gzipOf(tarOf({file("zeros", QByteArray(32 << 20, '\0'))}));
    QVERIFY(gz.size() < 100000);
    const QString path = save(gz);
    Limits limits;
    limits.maxOutput = 1 << 20;
    QCOMPARE(causeOf(list(path, limits, {})), QStringLiteral("archive.tooLarge"));
    QCOMPARE(causeOf(extractTo(path, m_folder->filePath(QStringLiteral("out")), limits, {})), QStringLiteral("archive.tooLarge"));
    // What follows the end of the tar is unpacked too, and counts.
    QCOMPARE(causeOf(list(save(gzipOf(tarOf({file("a")}) + QByteArray(32 << 20, '\0'))), limits, {})), QStringLiteral("archive.tooLarge"));
}

void TestTarball::capsTheEntries()
{
    QList<TarEntry> entries;
    for (int i = 0; i < 50; ++i)
        entries << special(QByteArray::number(i), i % 2 ? '5' : '6');
    const QString path = save(gzipOf(tarOf(entries)));
    Limits limits;
    limits.maxEntries = 49;
    QCOMPARE(causeOf(list(path, limits, {})), QStringLiteral("archive.tooMany"));
    limits.maxEntries = 50;
    VERIFY_RESULT(list(path, limits, {}));
}

void TestTarball::capsASparseFile()
{
    // GNU sparse 1.0 by PAX: a terabyte in 1.5 kB.
    const auto record = [](const QByteArray &text) {
        qsizetype length = text.size() + 3;
        while (QByteArray::number(length).size() + 2 + text.size() != length)
            ++length;
        return QByteArray(QByteArray::number(length) + ' ' + text + '\n');
    };
    const QByteArray pax = record("GNU.sparse.major=1") + record("GNU.sparse.minor=0") + record("GNU.sparse.name=big")
        + record("GNU.sparse.realsize=1099511627776");
    const QString path
        = save(gzipOf(tarOf({{"pax", pax, 'x', 0600, {}, {}}, file("GNUSparseFile.0/big", "1\n0\n0\n" + QByteArray(506, '\0'))})));
    const auto listing = extractTo(path, m_folder->filePath(QStringLiteral("out")), {}, {});
    QVERIFY(!listing);
    QCOMPARE(causeOf(listing), QStringLiteral("archive.tooLarge"));
}

void TestTarball::extractsWhole()
{
    const QString path = save(gzipOf(tarOf({file("/a/b/c.rego", "package c"), file("/data.json", "{}")})));
    const QString out = m_folder->filePath(QStringLiteral("out"));
    VERIFY_RESULT(extractTo(path, out, {}, {}));
    QFile c(out + QStringLiteral("/a/b/c.rego"));
    QVERIFY(c.open(QIODevice::ReadOnly));
    QCOMPARE(c.readAll(), QByteArray("package c"));
    QCOMPARE(c.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther | QFile::ExeOwner),
        QFile::Permissions());
    QCOMPARE(causeOf(extractTo(path, out, {}, {})), QStringLiteral("archive.exists"));
}

void TestTarball::extractsNothingOrAll_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("bad entry last") << gzipOf(tarOf({file("a"), file("../b")}));
    QTest::newRow("checksum") << gzipOf(tarOf({file("a")})).chopped(8) + QByteArray(8, '\0');
}

void TestTarball::extractsNothingOrAll()
{
    QFETCH(const QByteArray, bytes);
    const QString path = save(bytes);
    QVERIFY(!extractTo(path, m_folder->filePath(QStringLiteral("out")), {}, {}));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
}

void TestTarball::stops()
{
    std::stop_source source;
    source.request_stop();
    const auto listing = list(save(gzipOf(tarOf({file("a")}))), {}, source.get_token());
    QVERIFY(!listing);
    QVERIFY(listing.error().isCancelled());
}

void TestTarball::gunzipsUnderACap()
{
    const QByteArray zeros(100000, '\0');
    QCOMPARE(*gunzip(gzipOf(zeros), 100000), zeros);
    QCOMPARE(*gunzip(gzipOf("a") + gzipOf("b"), 2), QByteArray("ab"));
    QCOMPARE(causeOf(gunzip(gzipOf(zeros), 99999)), QStringLiteral("archive.tooLarge"));
    QCOMPARE(causeOf(gunzip("plain", 10)), QStringLiteral("archive.format"));
}

PD_TEST(TestTarball)
#include "tst_tarball.moc"
