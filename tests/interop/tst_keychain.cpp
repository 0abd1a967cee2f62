// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyringsession.h"
#include "support/runner.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>

using pd::test::KeyringSession;

namespace {

const QString Key = QStringLiteral("john@ghcr.io");
const QByteArray Token = QByteArrayLiteral("ghp_NobodyMayReadThis0123456789");

/// The product's keychain, in a program of its own, against the real gnome-keyring.
class KeychainTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secretToolFindsExactlyTheToken();
    void removalLeavesNothing();
    void writingReplaces();
    void keepsWhateverIsText_data();
    void keepsWhateverIsText();
    void withoutABusItIsAbsent_data();
    void withoutABusItIsAbsent();
    void lockedIsSaidWithoutAPrompt();
    void theRealPromptDismissed_data();
    void theRealPromptDismissed();
    void theRealPromptAnswered();
    void theTokenIsNowhereElse();
};

QString probeProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/keychainprobe");
}

QByteArray probe(const KeyringSession &session, const QStringList &arguments, const QByteArray &input = {})
{
    return session.run(probeProgram(), arguments, input).out;
}

KeyringSession::Ran lookUp(const KeyringSession &session)
{
    return session.run(QStringLiteral("secret-tool"),
        {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("policydesk"), QStringLiteral("user"), Key});
}

bool logIn(KeyringSession &session, KeyringSession::Lock lock)
{
    return session.startBus(KeyringSession::Services::Usual) && session.startKeyring(lock);
}

/// A session whose keyring holds the token under Key and is locked now.
bool logInLocked(KeyringSession &session)
{
    if (!logIn(session, KeyringSession::Lock::Unlocked) || probe(session, {QStringLiteral("write"), Key}, Token) != "done")
        return false;
    session.logOut();
    return logIn(session, KeyringSession::Lock::Locked);
}

/// Waits for the keyring's window, gives it the keys, again where they came too early, until the program ends.
KeyringSession::Ran answerPrompt(const KeyringSession &session, QProcess &asking, const QList<QStringList> &steps)
{
    const QString xdotool = QStringLiteral("xdotool");
    const QStringList find{QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--class"),
        QStringLiteral("gcr-prompter"), QStringLiteral("windowfocus"), QStringLiteral("--sync")};
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 20'000 && asking.state() != QProcess::NotRunning) {
        const bool isThere = session.run(xdotool, find).status == 0;
        for (const QStringList &step : isThere ? steps : QList<QStringList>())
            std::ignore = session.run(xdotool, step);
        asking.waitForFinished(isThere ? 2'000 : 100);
    }
    return KeyringSession::finish(asking);
}

QStringList key(const char *name)
{
    return {QStringLiteral("key"), QString::fromLatin1(name)};
}

void KeychainTest::secretToolFindsExactlyTheToken()
{
    KeyringSession session;
    QVERIFY(logIn(session, KeyringSession::Lock::Unlocked));
    QCOMPARE(probe(session, {QStringLiteral("state")}), QByteArray("open"));
    QCOMPARE(probe(session, {QStringLiteral("read"), Key}), QByteArray("none"));
    QCOMPARE(probe(session, {QStringLiteral("write"), Key}, Token), QByteArray("done"));
    QCOMPARE(lookUp(session).out, Token);
    QCOMPARE(probe(session, {QStringLiteral("read"), Key}), Token);
    QCOMPARE(probe(session, {QStringLiteral("read"), QStringLiteral("jane@ghcr.io")}), QByteArray("none"));
}

void KeychainTest::removalLeavesNothing()
{
    KeyringSession session;
    QVERIFY(logIn(session, KeyringSession::Lock::Unlocked));
    QCOMPARE(probe(session, {QStringLiteral("write"), Key}, Token), QByteArray("done"));
    QCOMPARE(probe(session, {QStringLiteral("remove"), Key}), QByteArray("done"));
    const auto found = lookUp(session);
    QCOMPARE(found.status, 1);
    QCOMPARE(found.out, QByteArray());
    QCOMPARE(probe(session, {QStringLiteral("read"), Key}), QByteArray("none"));
    QCOMPARE(probe(session, {QStringLiteral("remove"), Key}), QByteArray("done"));
}

void KeychainTest::writingReplaces()
{
    KeyringSession session;
    QVERIFY(logIn(session, KeyringSession::Lock::Unlocked));
    QCOMPARE(probe(session, {QStringLiteral("write"), Key}, "older"), QByteArray("done"));
    QCOMPARE(probe(session, {QStringLiteral("write"), Key}, Token), QByteArray("done"));
    const auto all = session.run(QStringLiteral("secret-tool"),
        {QStringLiteral("search"), QStringLiteral("--all"), QStringLiteral("server"), QStringLiteral("policydesk")});
    QCOMPARE(all.out.count("secret = "), 1);
    QVERIFY(all.out.contains(QByteArray("secret = " + Token)));
}

void KeychainTest::keepsWhateverIsText_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("not ASCII") << QByteArray("pässwörd €") << QByteArray("done");
    QTest::newRow("long") << QByteArray(6000, 'x') << QByteArray("done");
    QTest::newRow("quotes and blanks") << QByteArray("a \"b\" 'c' $d `e`") << QByteArray("done");
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe") << QByteArray("keychain.notText");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("keychain.notText");
    QTest::newRow("nothing") << QByteArray() << QByteArray("keychain.notText");
}

void KeychainTest::keepsWhateverIsText()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, answer);
    KeyringSession session;
    QVERIFY(logIn(session, KeyringSession::Lock::Unlocked));
    QCOMPARE(probe(session, {QStringLiteral("write"), Key}, secret), answer);
    if (answer == "done")
        QCOMPARE(lookUp(session).out, secret);
    else
        QCOMPARE(lookUp(session).status, 1);
}

void KeychainTest::withoutABusItIsAbsent_data()
{
    QTest::addColumn<bool>("bus");
    QTest::newRow("no bus") << false;
    QTest::newRow("a bus without a keychain") << true;
}

void KeychainTest::withoutABusItIsAbsent()
{
    QFETCH(bool, bus);
    KeyringSession session;
    if (bus)
        QVERIFY(session.startBus(KeyringSession::Services::None));
    QCOMPARE(probe(session, {QStringLiteral("state")}), QByteArray("absent"));
    QCOMPARE(probe(session, {QStringLiteral("read"), Key}), QByteArray("keychain.absent"));
    QCOMPARE(probe(session, {QStringLiteral("write"), Key}, Token), QByteArray("keychain.absent"));
    QCOMPARE(probe(session, {QStringLiteral("remove"), Key}), QByteArray("keychain.absent"));
}

void KeychainTest::lockedIsSaidWithoutAPrompt()
{
    KeyringSession session;
    QVERIFY(logInLocked(session));
    QCOMPARE(probe(session, {QStringLiteral("state")}), QByteArray("locked"));
    const QString nobody = QStringLiteral("--nobody");
    QCOMPARE(probe(session, {nobody, QStringLiteral("read"), Key}), QByteArray("keychain.locked"));
    QCOMPARE(probe(session, {nobody, QStringLiteral("write"), Key}, Token), QByteArray("keychain.locked"));
    QCOMPARE(probe(session, {nobody, QStringLiteral("remove"), Key}), QByteArray("keychain.locked"));
    // What is not there is found out without unlocking.
    QCOMPARE(probe(session, {QStringLiteral("read"), QStringLiteral("jane@ghcr.io")}), QByteArray("none"));
}

void KeychainTest::theRealPromptDismissed_data()
{
    QTest::addColumn<QString>("verb");
    for (const char *verb : {"read", "write", "remove"})
        QTest::newRow(verb) << QString::fromLatin1(verb);
}

void KeychainTest::theRealPromptDismissed()
{
    QFETCH(QString, verb);
    KeyringSession session;
    QVERIFY(logInLocked(session));
    const auto asking = session.start(probeProgram(), {verb, Key});
    asking->write("another\n");
    const auto ended = answerPrompt(session, *asking, {key("Escape")});
    QCOMPARE(ended.out, QByteArray("keychain.dismissed"));
    QCOMPARE(probe(session, {QStringLiteral("state")}), QByteArray("locked"));
}

void KeychainTest::theRealPromptAnswered()
{
    KeyringSession session;
    QVERIFY(logInLocked(session));
    const auto asking = session.start(probeProgram(), {QStringLiteral("read"), Key});
    const QStringList password{
        QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("30"), QString::fromLatin1(KeyringSession::Password)};
    const auto ended = answerPrompt(session, *asking, {key("ctrl+a"), password, key("Return")});
    QCOMPARE(ended.out, Token);
    QCOMPARE(probe(session, {QStringLiteral("state")}), QByteArray("open"));
}

bool contains(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.readAll().contains(Token);
}

/// Files below the home (the temporary folder lies there), and what any process shows of itself.
QStringList placesWithTheToken(const QString &home)
{
    QStringList found;
    QDirIterator files(home, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo info = files.nextFileInfo();
        if (info.isFile() && contains(info.filePath()))
            found << info.filePath();
    }
    for (const QString &process : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const char *part : {"cmdline", "environ"}) {
            const QString path = QStringLiteral("/proc/%1/%2").arg(process, QLatin1StringView(part));
            if (contains(path))
                found << path;
        }
    }
    return found;
}

void KeychainTest::theTokenIsNowhereElse()
{
    KeyringSession session;
    QVERIFY(logIn(session, KeyringSession::Lock::Unlocked));
    QCOMPARE(probe(session, {QStringLiteral("write"), Key}, Token), QByteArray("done"));
    const auto holding = session.start(probeProgram(), {QStringLiteral("hold"), Key});
    QVERIFY(holding->waitForReadyRead(20'000));
    QCOMPARE(holding->readAllStandardOutput().trimmed(), QByteArray("held"));
    QCOMPARE(placesWithTheToken(session.home()), QStringList());
    holding->write("\n");
    QCOMPARE(KeyringSession::finish(*holding).out, QByteArray("done"));

    // The search itself can find.
    const QString planted = session.environment().value(QStringLiteral("TMPDIR")) + QStringLiteral("/.core");
    QFile file(planted);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x" + Token);
    file.close();
    QCOMPARE(placesWithTheToken(session.home()), QStringList{planted});
}

} // namespace

PD_TEST(KeychainTest)

#include "tst_keychain.moc"
