// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>

namespace {

/// The test runner itself: what must turn a class red does.
class RunnerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void failureIsSeen_data();
    void failureIsSeen();
    void quickWindowPasses();
    void homeIsPrivate();
};

struct Outcome {
    int exitCode = -1;
    QString output;
};

Outcome runExample(const QStringList &arguments)
{
    QProcess example;
    example.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    example.setProcessEnvironment(environment);
    example.start(QCoreApplication::applicationDirPath() + QStringLiteral("/tst_examples"), arguments);
    if (!example.waitForFinished(60'000) || example.exitStatus() != QProcess::NormalExit)
        return {};
    return {example.exitCode(), QString::fromUtf8(example.readAll())};
}

void RunnerTest::failureIsSeen_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    QTest::newRow("skipped") << QStringList{QStringLiteral("SkippedExample")} << QStringLiteral("1 functions were skipped");
    QTest::newRow("empty") << QStringList{QStringLiteral("EmptyExample")} << QStringLiteral("has no test function");
    QTest::newRow("orphan") << QStringList{QStringLiteral("LeftoverExample")} << QStringLiteral("left behind: ");
#ifndef PD_SANITIZED
    QTest::newRow("busy") << QStringList{QStringLiteral("BusyWindowExample"), QStringLiteral("click:hangs")}
                          << QStringLiteral("MouseButtonRelease in QPushButton 'pushButton'");
#endif
}

void RunnerTest::failureIsSeen()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const Outcome outcome = runExample(arguments);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.output.contains(message), qPrintable(outcome.output));
}

void RunnerTest::quickWindowPasses()
{
    const Outcome outcome = runExample({QStringLiteral("BusyWindowExample"), QStringLiteral("click:answers")});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.output));
}

void RunnerTest::homeIsPrivate()
{
    const QString home = QDir::homePath();
    QVERIFY(home.startsWith(QStringLiteral("/tmp/pd-")));
    for (const auto location :
        {QStandardPaths::GenericConfigLocation, QStandardPaths::GenericDataLocation, QStandardPaths::GenericCacheLocation,
            QStandardPaths::GenericStateLocation, QStandardPaths::RuntimeLocation, QStandardPaths::TempLocation}) {
        const QString folder = QStandardPaths::writableLocation(location);
        QVERIFY2(folder.startsWith(home + QLatin1Char('/')) && QDir(folder).exists(), qPrintable(folder));
    }
    QVERIFY(!qEnvironmentVariableIsSet("https_proxy") && !qEnvironmentVariableIsSet("POLICYDESK_TOKEN"));
}

} // namespace

PD_TEST(RunnerTest)

#include "tst_runner.moc"
