// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watchdog.h"
#include "support/busy.h"
#include "support/runner.h"

#include <QEventLoop>
#include <QThread>
#include <QTimer>

using namespace std::chrono_literals;
using pd::test::spend;

namespace {

/// Limits far apart, so that a loaded machine does not blur them.
class WatchdogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void busyEventIsReported();
    void sleepingEventIsReported();
    void quickEventIsNot();
    void nothingBeforeFirstPaint();
    void innerEventCountsForOuter();
    void nestedLoopIsJudgedAlone();
    void receiverMayDie();
    void limitsComeFromTheEnvironment();

private:
    bool deliver(QObject *receiver, QEvent::Type type, const std::function<void()> &work)
    {
        QEvent event(type);
        return m_watchdog->watch(receiver, &event, [&] {
            work();
            return true;
        });
    }
    std::unique_ptr<pd::Watchdog> m_watchdog;
    QList<pd::SlowEvent> m_slow;
};

void WatchdogTest::init()
{
    m_slow.clear();
    m_watchdog
        = std::make_unique<pd::Watchdog>(pd::Watchdog::Limits{50ms, 250ms}, [this](const pd::SlowEvent &slow) { m_slow.append(slow); });
}

void WatchdogTest::busyEventIsReported()
{
    m_watchdog->arm();
    QTimer timer(this);
    timer.setObjectName(QStringLiteral("pollTimer"));
    setObjectName(QStringLiteral("pane"));
    QVERIFY(deliver(&timer, QEvent::Timer, [] { spend(120ms); }));
    QCOMPARE(m_slow.size(), 1);
    QCOMPARE(m_slow[0].receiver, QStringLiteral("QTimer 'pollTimer' of WatchdogTest 'pane'"));
    QCOMPARE(m_slow[0].event, QStringLiteral("Timer"));
    QCOMPARE_GT(m_slow[0].cpu, 50ms);
}

void WatchdogTest::sleepingEventIsReported()
{
    m_watchdog->arm();
    deliver(this, QEvent::Timer, [] { QThread::sleep(300ms); });
    QCOMPARE(m_slow.size(), 1);
    QCOMPARE_LT(m_slow[0].cpu, 50ms);
    QCOMPARE_GT(m_slow[0].wall, 250ms);
}

void WatchdogTest::quickEventIsNot()
{
    m_watchdog->arm();
    deliver(this, QEvent::Timer, [] { spend(2ms); });
    deliver(this, QEvent::Timer, [] { QThread::sleep(60ms); });
    QCOMPARE(m_slow.size(), 0);
}

void WatchdogTest::nothingBeforeFirstPaint()
{
    deliver(this, QEvent::Show, [] { spend(80ms); });
    deliver(this, QEvent::Expose, [this] { deliver(this, QEvent::Paint, [] { spend(80ms); }); });
    QCOMPARE(m_slow.size(), 0);
    deliver(this, QEvent::Show, [] { spend(120ms); });
    QCOMPARE(m_slow.size(), 1);
}

void WatchdogTest::innerEventCountsForOuter()
{
    m_watchdog->arm();
    deliver(this, QEvent::MouseButtonRelease, [this] {
        for (int i = 0; i < 4; ++i)
            deliver(this, QEvent::FocusIn, [] { spend(30ms); });
    });
    QCOMPARE(m_slow.size(), 1);
    QCOMPARE(m_slow[0].event, QStringLiteral("MouseButtonRelease"));
}

void WatchdogTest::nestedLoopIsJudgedAlone()
{
    m_watchdog->arm();
    deliver(this, QEvent::MouseButtonRelease, [this] {
        QEventLoop dialog;
        for (int i = 0; i < 10; ++i)
            QTimer::singleShot(40 * i, this, [this] { deliver(this, QEvent::Paint, [] { spend(10ms); }); });
        QTimer::singleShot(450, &dialog, &QEventLoop::quit);
        dialog.exec();
    });
    QCOMPARE(m_slow.size(), 0);
}

void WatchdogTest::receiverMayDie()
{
    m_watchdog->arm();
    auto *dies = new QObject;
    dies->setObjectName(QStringLiteral("row"));
    deliver(dies, QEvent::DeferredDelete, [dies] {
        delete dies;
        spend(120ms);
    });
    QCOMPARE(m_slow.size(), 1);
    QCOMPARE(m_slow[0].receiver, QStringLiteral("QObject 'row'"));
}

void WatchdogTest::limitsComeFromTheEnvironment()
{
    QVERIFY(!pd::Watchdog::limitsFromEnvironment());
    qputenv("POLICYDESK_WATCHDOG", "50");
    QCOMPARE(pd::Watchdog::limitsFromEnvironment()->cpu, 50ms);
    QCOMPARE(pd::Watchdog::limitsFromEnvironment()->wall, 250ms);
    qputenv("POLICYDESK_WATCHDOG", "soon");
    QVERIFY(!pd::Watchdog::limitsFromEnvironment());
    qunsetenv("POLICYDESK_WATCHDOG");
}

} // namespace

PD_TEST(WatchdogTest)

#include "tst_watchdog.moc"
