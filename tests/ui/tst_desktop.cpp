// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"

#include <QGuiApplication>
#include <QLineEdit>
#include <QProcess>
#include <QWindow>

namespace {

/// What support/desktop.py promises to window tests: focus, a keyring and an accessibility bus.
class DesktopTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void windowGetsTheFocus();
    void keyringKeepsASecret();
    void windowIsSeenFromOutside();
};

QByteArray runProgram(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    // The event loop must turn: the accessibility bus asks this very process.
    const bool ended = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 20'000);
    return ended && process.exitCode() == 0 ? process.readAllStandardOutput() : "failed: " + process.readAllStandardError();
}

void DesktopTest::windowGetsTheFocus()
{
    QCOMPARE(QGuiApplication::platformName(), QStringLiteral("xcb"));
    QLineEdit edit;
    edit.show();
    QVERIFY(QTest::qWaitForWindowActive(&edit));
    edit.setFocus();
    QTRY_VERIFY(edit.hasFocus());
    QCOMPARE(runProgram(QStringLiteral("xdotool"), {QStringLiteral("type"), QStringLiteral("typed")}), QByteArray());
    QTRY_COMPARE(edit.text(), QStringLiteral("typed"));
}

void DesktopTest::keyringKeepsASecret()
{
    const QStringList attribute{QStringLiteral("application"), QStringLiteral("policydesk-desktop-test")};
    runProgram(QStringLiteral("secret-tool"), QStringList{QStringLiteral("store"), QStringLiteral("--label=test")} + attribute, "s3cret");
    QCOMPARE(runProgram(QStringLiteral("secret-tool"), QStringList{QStringLiteral("lookup")} + attribute), QByteArray("s3cret"));
}

void DesktopTest::windowIsSeenFromOutside()
{
    QLineEdit edit;
    edit.setAccessibleName(QStringLiteral("Host"));
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit));
    const QString script = QStringLiteral("import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi\n"
                                          "d = Atspi.get_desktop(0)\n"
                                          "for i in range(d.get_child_count()):\n"
                                          "    a = d.get_child_at_index(i)\n"
                                          "    print([a.get_child_at_index(j).get_name() for j in range(a.get_child_count())])\n");
    const QByteArray seen = runProgram(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), script});
    QVERIFY2(seen.contains("'Host'"), seen.constData());
}

} // namespace

PD_TEST(DesktopTest)

#include "tst_desktop.moc"
