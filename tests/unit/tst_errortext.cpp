// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/errortext.h"
#include "support/runner.h"

#include <QDirIterator>
#include <QRegularExpression>

#include <cerrno>

using namespace pd;
using namespace pd::desk;

/// Errors in words.
class TestErrorText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindHasWords();
    void aKnownCauseNamesItsRemedy();
    void everyCauseInTheSourcesHasWords();
    void aFullDiskIsSaidWhateverWasWritten();
    void aLockedKeychainIsAChoice_data();
    void aLockedKeychainIsAChoice();
    void everyChoiceLeadsSomewhere();
    void whatOthersSayIsPlainAndBounded();
    void detailsHoldTheRawReply();
    void oneLineReadsAsSentences();
};

void TestErrorText::everyKindHasWords()
{
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
        Error error;
        error.kind = static_cast<ErrorKind>(kind);
        error.subject = QStringLiteral("ghcr.io/acme/rbac");
        const ErrorText text = describe(error);
        QVERIFY2(!text.title.isEmpty(), qPrintable(nameOf(error.kind)));
        QVERIFY2(!text.title.contains(QLatin1StringView("%1")), qPrintable(text.title));
        QVERIFY2(!text.title.endsWith(QLatin1Char('.')) && !text.title.contains(QLatin1Char('!')), qPrintable(text.title));
        QCOMPARE(text.button.isEmpty(), text.remedy == Remedy::None);
    }
}

void TestErrorText::aKnownCauseNamesItsRemedy()
{
    const ErrorText text = describe(fail(ErrorKind::NotFound, Blame::Computer, QStringLiteral("opa.missing")).error());
    QCOMPARE(text.title, QStringLiteral("OPA was not found"));
    QCOMPARE(text.remedy, Remedy::GetOpa);
    const ErrorText closed
        = describe(fail(ErrorKind::Unsupported, Blame::Registry, QStringLiteral("login.closed"), QStringLiteral("opcr.io")).error());
    QCOMPARE(closed.target, QStringLiteral("ghcr.io"));
}

void TestErrorText::everyCauseInTheSourcesHasWords()
{
    // Names of OPA's functions and facts that are no errors look alike.
    const QSet<QString> noCauses{
        QStringLiteral("http.send"), QStringLiteral("opa.runtime"), QStringLiteral("policy.wasm"), QStringLiteral("upload.read")};
    static const QRegularExpression literal(
        QStringLiteral("\"((?:network|http|registry|blob|manifest|list|link|redirect|auth|login|tls|proxy|"
                       "upload|store|archive|opa|policy|github|keychain|practice|reference|delete|undo|"
                       "versions|catalog|tags|push|pull|process|bundle|helper|digest|config)\\."
                       "[a-zA-Z][a-zA-Z.-]*)\""));
    int seen = 0;
    QDirIterator files(QStringLiteral(PD_TEST_DATA "/../../src"), {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QByteArray &line : file.readAll().split('\n')) {
            // What the system says is told by its kind: no room, no permission, not there.
            if (line.startsWith("#include") || line.contains("systemError("))
                continue;
            for (auto found = literal.globalMatch(QString::fromUtf8(line)); found.hasNext();) {
                const QString cause = found.next().captured(1);
                static const QRegularExpression others(QStringLiteral("\\.(?:json|rego|gz|h|cfg|read|open|write|output|com|io)$"));
                if (noCauses.contains(cause) || cause.contains(others))
                    continue;
                ++seen;
                const ErrorText words = describe(fail(ErrorKind::Internal, Blame::PolicyDesk, cause).error());
                QVERIFY2(words.title != QStringLiteral("Something went wrong in Policy Desk"), qPrintable(cause));
            }
        }
    }
    QVERIFY2(seen > 150, qPrintable(QString::number(seen)));
}

void TestErrorText::aFullDiskIsSaidWhateverWasWritten()
{
    for (const char *cause : {"store.write", "archive.write", "practice.write"}) {
        const ErrorText text = describe(systemError(ENOSPC, QString::fromLatin1(cause), QStringLiteral("/a/b")));
        QCOMPARE(text.title, QStringLiteral("The disk is full"));
        QCOMPARE(text.remedy, Remedy::FreeSpace);
    }
    const ErrorText gone = describe(systemError(ENOENT, QStringLiteral("archive.open"), QStringLiteral("/a/b")));
    QCOMPARE(gone.title, QStringLiteral("/a/b was not found"));
}

void TestErrorText::aLockedKeychainIsAChoice_data()
{
    QTest::addColumn<QString>("cause");
    QTest::addColumn<int>("first");
    QTest::newRow("locked") << QStringLiteral("keychain.locked") << static_cast<int>(Remedy::UnlockKeychain);
    QTest::newRow("dismissed") << QStringLiteral("keychain.dismissed") << static_cast<int>(Remedy::UnlockKeychain);
    QTest::newRow("absent") << QStringLiteral("keychain.absent") << static_cast<int>(Remedy::Retry);
}

void TestErrorText::aLockedKeychainIsAChoice()
{
    QFETCH(const QString, cause);
    QFETCH(const int, first);
    const ErrorText text = describe(fail(ErrorKind::Keychain, Blame::Keychain, cause, QStringLiteral("me@example.org@ghcr.io")).error());
    QCOMPARE(text.choices.size(), 2);
    QCOMPARE(static_cast<int>(text.choices.at(0).remedy), first);
    QCOMPARE(text.choices.at(0).remedy, text.remedy);
    QCOMPARE(text.choices.at(1).remedy, Remedy::KeepUntilQuit);
    QCOMPARE(text.choices.at(1).target, QStringLiteral("ghcr.io"));
}

void TestErrorText::everyChoiceLeadsSomewhere()
{
    for (const char *cause : {"github.notFoundOrPrivate", "registry.denied", "keychain.locked", "keychain.dismissed", "keychain.absent",
             "gh.signedOut", "gh.scopes", "practice.portTaken"}) {
        const ErrorText text
            = describe(fail(ErrorKind::Denied, Blame::You, QString::fromLatin1(cause), QStringLiteral("ghcr.io/a/b")).error());
        QVERIFY2(text.choices.size() > 1, cause);
        for (const ErrorText::Choice &choice : text.choices) {
            QVERIFY2(!choice.text.isEmpty() && !choice.button.isEmpty(), cause);
            QVERIFY2(choice.remedy != Remedy::None, cause);
        }
    }
    const auto words
        = describe(fail(ErrorKind::Unauthenticated, Blame::Computer, QStringLiteral("gh.signedOut"), QStringLiteral("github.com")).error());
    QCOMPARE(words.choices.at(1).target, QStringLiteral("ghcr.io")); // the GitHub is no registry
}

void TestErrorText::whatOthersSayIsPlainAndBounded()
{
    QString hostile(5000, QLatin1Char('x'));
    hostile.prepend(QStringLiteral("a\u202Eb\u0007\nc"));
    const ErrorText text = describe(fail(ErrorKind::NotFound, Blame::Registry, QStringLiteral("unheard.of"), hostile).error());
    QVERIFY(text.title.size() < 300);
    QVERIFY(text.title.startsWith(QStringLiteral("abc")));
}

void TestErrorText::detailsHoldTheRawReply()
{
    Error error;
    error.kind = ErrorKind::Denied;
    error.http = 403;
    error.registry = {{QStringLiteral("DENIED"), QStringLiteral("permission_denied: write_package")}};
    QCOMPARE(describe(error).details, QStringLiteral("HTTP 403\nDENIED: permission_denied: write_package"));
}

void TestErrorText::oneLineReadsAsSentences()
{
    const QString line
        = oneLine(fail(ErrorKind::Network, Blame::Network, QStringLiteral("network.refused"), QStringLiteral("localhost:1")).error());
    QCOMPARE(line, QStringLiteral("localhost:1 does not answer. Nothing listens there. Is it running? Is the port right?"));
}

PD_TEST(TestErrorText)
#include "tst_errortext.moc"
