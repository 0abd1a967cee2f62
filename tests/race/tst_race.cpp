// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"

#include <QCoreApplication>
#include <QProcess>

namespace {

/// ThreadSanitizer sees what it should, with a Qt that is not instrumented: built with -fsanitize=thread only.
class RaceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seededRaceIsReported();
    void handOffIsNot();
};

struct Outcome {
    int exitCode = -1;
    QByteArray output;
};

Outcome runExample(const QString &name)
{
    QProcess example;
    example.setProcessChannelMode(QProcess::MergedChannels);
    example.start(QCoreApplication::applicationDirPath() + QStringLiteral("/tst_examples"), {name});
    if (!example.waitForFinished(120'000))
        return {};
    return {example.exitCode(), example.readAll()};
}

void RaceTest::seededRaceIsReported()
{
    const Outcome outcome = runExample(QStringLiteral("RaceExample"));
    QVERIFY2(outcome.output.contains("WARNING: ThreadSanitizer: data race"), outcome.output.constData());
    QVERIFY(outcome.output.contains("race.cpp"));
    QVERIFY(outcome.exitCode != 0);
}

void RaceTest::handOffIsNot()
{
    const Outcome outcome = runExample(QStringLiteral("HandOffExample"));
    QVERIFY2(outcome.exitCode == 0, outcome.output.constData());
    QVERIFY2(!outcome.output.contains("ThreadSanitizer"), outcome.output.constData());
}

} // namespace

PD_TEST(RaceTest)

#include "tst_race.moc"
