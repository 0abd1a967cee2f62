// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/busy.h"
#include "support/runner.h"

#include <QPushButton>

#include <unistd.h>

// Classes that must not pass, run by tst_runner.

namespace {

class SkippedExample final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void skipped() { QSKIP("must turn red"); }
};

class EmptyExample final : public QObject {
    Q_OBJECT
};

class LeftoverExample final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void leavesAnOrphan()
    {
        // The middle process ends at once, so that the sleeper is nobody's child any more.
        if (fork() == 0) {
            if (fork() == 0)
                execlp("sleep", "sleep", "1000", nullptr);
            _exit(0);
        }
    }
};

class BusyWindowExample final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void click_data()
    {
        QTest::addColumn<int>("busyMs");
        QTest::newRow("answers") << 1;
        QTest::newRow("hangs") << 60;
    }

    void click()
    {
        QFETCH(int, busyMs);
        QPushButton button(QStringLiteral("Push"));
        button.setObjectName(QStringLiteral("pushButton"));
        connect(&button, &QPushButton::clicked, &button, [busyMs] { pd::test::spend(std::chrono::milliseconds(busyMs)); });
        button.show();
        QVERIFY(QTest::qWaitForWindowExposed(&button));
        QTest::mouseClick(&button, Qt::LeftButton);
    }
};

} // namespace

PD_TEST(SkippedExample)
PD_TEST(EmptyExample)
PD_TEST(LeftoverExample)
PD_TEST(BusyWindowExample)

#include "failures.moc"
