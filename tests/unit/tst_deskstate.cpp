// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/receipt.h"
#include "desk/state/settings.h"
#include "desk/state/statedb.h"
#include "support/result.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace pd;
using namespace pd::desk;

/// Settings, history and transfers: what survives a restart.
class TestDeskState final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void settingsComeBack();
    void settingsOfANewerProgramAreReadAndNotOverwritten();
    void settingsThatCannotBeWrittenLeaveTheOldOnes();
    void receiptsComeBackNewestFirst();
    void receiptsAreFoundByWhatTheySay();
    void aPercentSignIsNoWildcard();
    void whatWasUndoneOffersNoUndo();
    void transfersAreThereUntilTheyEnd();
    void aNewerHistoryIsReadAndNotWritten();
    void commandLinesAreQuotedForAShell_data();
    void commandLinesAreQuotedForAShell();

private:
    static Receipt receipt(const QString &verb, const QString &reference, qint64 at);
};

Receipt TestDeskState::receipt(const QString &verb, const QString &reference, qint64 at)
{
    Receipt receipt;
    receipt.verb = verb;
    receipt.reference = reference;
    receipt.digest = QStringLiteral("sha256:4f2c9a18d0b3");
    receipt.tags = {QStringLiteral("1.0.1"), QStringLiteral("latest")};
    receipt.moved = {{QStringLiteral("latest"), QStringLiteral("sha256:91bb07c2ee41")}};
    receipt.bytes = 18022;
    receipt.requests = 6;
    receipt.seconds = 0.25;
    receipt.at = QDateTime::fromMSecsSinceEpoch(at, QTimeZone::UTC);
    receipt.command = {QStringLiteral("policydeskctl"), QStringLiteral("push"), reference};
    return receipt;
}

void TestDeskState::settingsComeBack()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a/b/settings.ini"));
    VERIFY_RESULT(readSettings(file));
    Settings settings;
    settings.registries
        = {{QStringLiteral("localhost:5000"), QStringLiteral("mira"), {QStringLiteral("acme")}, true, QStringLiteral("/ca ü.pem")}};
    settings.folders = {{QStringLiteral("/tmp/ä b,c"), QStringLiteral("ghcr.io/acme/rbac")}};
    settings.opened = {QStringLiteral("ghcr.io/x/y:1")};
    settings.scheme = Settings::Scheme::Dark;
    settings.contrast = Settings::Contrast::High;
    settings.practicePort = 40001;
    settings.practiceRuns = true;
    VERIFY_RESULT(writeSettings(file, settings));
    const auto read = readSettings(file);
    VERIFY_RESULT(read);
    QCOMPARE(*read, settings);
    QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(QDir(QFileInfo(file).path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestDeskState::settingsOfANewerProgramAreReadAndNotOverwritten()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.ini"));
    const QByteArray text = "[General]\nschema=99\nfuture=yes\n[look]\nscheme=dark\n";
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    const auto read = readSettings(path);
    VERIFY_RESULT(read);
    QVERIFY(read->readOnly);
    QCOMPARE(read->scheme, Settings::Scheme::Dark);
    const auto written = writeSettings(path, *read);
    QVERIFY(!written);
    QCOMPARE(written.error().cause, QStringLiteral("settings.newer"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

void TestDeskState::settingsThatCannotBeWrittenLeaveTheOldOnes()
{
    QTemporaryDir folder;
    // A folder stands where the file should: root may write anywhere, but not this.
    const QString path = folder.filePath(QStringLiteral("settings.ini"));
    QVERIFY(QDir().mkpath(path + QStringLiteral("/inside")));
    const auto written = writeSettings(path, {});
    QVERIFY(!written);
    QCOMPARE(written.error().blame, Blame::Computer);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
}

void TestDeskState::receiptsComeBackNewestFirst()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("state/state.sqlite"));
    qint64 id = 0;
    {
        auto state = StateDb::open(file);
        VERIFY_RESULT(state);
        VERIFY_RESULT((*state)->addReceipt(receipt(QStringLiteral("push"), QStringLiteral("ghcr.io/acme/a:1"), 1000)));
        const auto kept = (*state)->addReceipt(receipt(QStringLiteral("pull"), QStringLiteral("ghcr.io/acme/b:1"), 2000));
        VERIFY_RESULT(kept);
        id = *kept;
    }
    auto state = StateDb::open(file);
    VERIFY_RESULT(state);
    const auto receipts = (*state)->receipts({}, 10);
    VERIFY_RESULT(receipts);
    QCOMPARE(receipts->size(), 2);
    Receipt expected = receipt(QStringLiteral("pull"), QStringLiteral("ghcr.io/acme/b:1"), 2000);
    expected.id = id;
    QCOMPARE(receipts->first(), expected);
    QCOMPARE((*state)->receipts({}, 1)->size(), 1);
    VERIFY_RESULT((*state)->clearReceipts());
    QCOMPARE((*state)->receipts({}, 10)->size(), 0);
}

void TestDeskState::receiptsAreFoundByWhatTheySay()
{
    QTemporaryDir folder;
    auto state = StateDb::open(folder.filePath(QStringLiteral("s.sqlite")));
    VERIFY_RESULT(state);
    VERIFY_RESULT((*state)->addReceipt(receipt(QStringLiteral("push"), QStringLiteral("ghcr.io/acme/rbac:1"), 1000)));
    VERIFY_RESULT((*state)->addReceipt(receipt(QStringLiteral("pull"), QStringLiteral("ghcr.io/acme/abac:1"), 2000)));
    QCOMPARE((*state)->receipts(QStringLiteral("RBAC"), 10)->size(), 1);
    QCOMPARE((*state)->receipts(QStringLiteral("pull"), 10)->size(), 1);
    QCOMPARE((*state)->receipts(QStringLiteral("4f2c9a"), 10)->size(), 2);
    QCOMPARE((*state)->receipts(QStringLiteral("nothing"), 10)->size(), 0);
}

void TestDeskState::aPercentSignIsNoWildcard()
{
    QTemporaryDir folder;
    auto state = StateDb::open(folder.filePath(QStringLiteral("s.sqlite")));
    VERIFY_RESULT(state);
    VERIFY_RESULT((*state)->addReceipt(receipt(QStringLiteral("push"), QStringLiteral("ghcr.io/acme/rbac:1"), 1000)));
    QCOMPARE((*state)->receipts(QStringLiteral("ac%rb"), 10)->size(), 0);
    QCOMPARE((*state)->receipts(QStringLiteral("rba_:1"), 10)->size(), 0);
}

void TestDeskState::whatWasUndoneOffersNoUndo()
{
    QTemporaryDir folder;
    auto state = StateDb::open(folder.filePath(QStringLiteral("s.sqlite")));
    VERIFY_RESULT(state);
    Receipt undone = receipt(QStringLiteral("push"), QStringLiteral("ghcr.io/acme/a:1"), 2000);
    undone.undo.steps = {StoreUndo{QStringLiteral("7")}};
    Receipt other = receipt(QStringLiteral("pull"), QStringLiteral("ghcr.io/acme/b:1"), 1000);
    other.undo.steps = {StoreUndo{QStringLiteral("77")}};
    VERIFY_RESULT((*state)->addReceipt(undone));
    VERIFY_RESULT((*state)->addReceipt(other));
    VERIFY_RESULT((*state)->markUndone(undone.undo));
    const auto receipts = (*state)->receipts({}, 10);
    VERIFY_RESULT(receipts);
    QVERIFY(receipts->at(0).undo.isEmpty());
    QCOMPARE(receipts->at(0).moved, undone.moved);
    QVERIFY(receipts->at(1).undo == other.undo);
    VERIFY_RESULT((*state)->markUndone({{StoreUndo{QStringLiteral("999")}}}));
}

void TestDeskState::transfersAreThereUntilTheyEnd()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("s.sqlite"));
    const QJsonObject request{{QStringLiteral("reference"), QStringLiteral("ghcr.io/acme/rbac:1")}};
    auto state = StateDb::open(file);
    VERIFY_RESULT(state);
    const auto first = (*state)->beginTransfer(QStringLiteral("pull"), request, QDateTime::fromMSecsSinceEpoch(5, QTimeZone::UTC));
    VERIFY_RESULT(first);
    VERIFY_RESULT((*state)->beginTransfer(QStringLiteral("push"), {}, QDateTime::fromMSecsSinceEpoch(6, QTimeZone::UTC)));
    auto again = StateDb::open(file);
    VERIFY_RESULT(again);
    auto pending = (*again)->pendingTransfers();
    VERIFY_RESULT(pending);
    QCOMPARE(pending->size(), 2);
    QCOMPARE(pending->first().request, request);
    QCOMPARE(pending->first().since.toMSecsSinceEpoch(), 5);
    VERIFY_RESULT((*again)->endTransfer(*first));
    pending = (*again)->pendingTransfers();
    QCOMPARE(pending->size(), 1);
    QCOMPARE(pending->first().verb, QStringLiteral("push"));
}

void TestDeskState::aNewerHistoryIsReadAndNotWritten()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("s.sqlite"));
    VERIFY_RESULT((*StateDb::open(file))->addReceipt(receipt(QStringLiteral("push"), QStringLiteral("a/b:1"), 1)));
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("future"));
        db.setDatabaseName(file);
        QVERIFY(db.open());
        QVERIFY(QSqlQuery(db).exec(QStringLiteral("PRAGMA user_version = 99")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("future"));
    auto state = StateDb::open(file);
    VERIFY_RESULT(state);
    QCOMPARE((*state)->receipts({}, 10)->size(), 1);
    const auto added = (*state)->addReceipt(receipt(QStringLiteral("push"), QStringLiteral("a/b:2"), 2));
    QVERIFY(!added);
    QCOMPARE(added.error().cause, QStringLiteral("state.newer"));
    QCOMPARE((*state)->receipts({}, 10)->size(), 1);
}

void TestDeskState::commandLinesAreQuotedForAShell_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("line");
    QTest::newRow("plain") << QStringList{QStringLiteral("policydeskctl"), QStringLiteral("push"), QStringLiteral("ghcr.io/a/b:1.0")}
                           << QStringLiteral("policydeskctl push ghcr.io/a/b:1.0");
    QTest::newRow("space") << QStringList{QStringLiteral("x"), QStringLiteral("a b")} << QStringLiteral("x 'a b'");
    QTest::newRow("quote") << QStringList{QStringLiteral("it's")} << QStringLiteral("'it'\\''s'");
    QTest::newRow("empty") << QStringList{QStringLiteral("x"), QString()} << QStringLiteral("x ''");
    QTest::newRow("command") << QStringList{QStringLiteral("$(rm)"), QStringLiteral("a;b"), QStringLiteral("line\nbreak")}
                             << QStringLiteral("'$(rm)' 'a;b' 'line\nbreak'");
}

void TestDeskState::commandLinesAreQuotedForAShell()
{
    QFETCH(const QStringList, arguments);
    QTEST(asCommandLine(arguments), "line");
}

PD_TEST(TestDeskState)
#include "tst_deskstate.moc"
