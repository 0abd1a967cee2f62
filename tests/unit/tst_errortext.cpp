// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/errortext.h"
#include "support/runner.h"

using namespace pd;
using namespace pd::desk;

/// Errors in words.
class TestErrorText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindHasWords();
    void aKnownCauseNamesItsRemedy();
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
