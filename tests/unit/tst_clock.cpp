// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "support/await.h"
#include "support/runner.h"
#include "support/virtualclock.h"

using namespace std::chrono_literals;

namespace {

/// The system's clock and the one that stands in for it in other tests keep the same promises.
class ClockTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sleepEndsWhenTimeIsOver();
    void sleepEndsWhenStopped();
    void stoppedBeforeItBegins();
    void virtualTimeWakesTheDueOnes();
    void virtualTimeCanRunByItself();
};

void ClockTest::sleepEndsWhenTimeIsOver()
{
    const pd::SystemClock clock;
    const qint64 before = clock.monotonicMs();
    QVERIFY(pd::test::await(clock.sleep(20ms, {})));
    QCOMPARE_GE(clock.monotonicMs() - before, 20);
}

void ClockTest::sleepEndsWhenStopped()
{
    const pd::SystemClock system;
    const pd::test::VirtualClock made;
    for (const pd::Clock *clock : {static_cast<const pd::Clock *>(&system), static_cast<const pd::Clock *>(&made)}) {
        std::stop_source stop;
        auto sleeping = clock->sleep(1h, stop.get_token());
        QVERIFY(!sleeping.isReady());
        stop.request_stop();
        QVERIFY(!pd::test::await(std::move(sleeping)));
    }
    QCOMPARE(made.sleepers(), 0);
}

void ClockTest::stoppedBeforeItBegins()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!pd::test::await(pd::SystemClock().sleep(1h, stop.get_token())));
    QVERIFY(!pd::test::await(pd::test::VirtualClock().sleep(1h, stop.get_token())));
}

void ClockTest::virtualTimeWakesTheDueOnes()
{
    pd::test::VirtualClock clock;
    const QDateTime begin = clock.now();
    auto longer = clock.sleep(2s, {});
    auto shorter = clock.sleep(1s, {});
    clock.advance(999ms);
    QCOMPARE(clock.sleepers(), 2);
    clock.advance(1ms);
    QVERIFY(pd::test::await(std::move(shorter)));
    QVERIFY(!longer.isReady());
    clock.advance(1h);
    QVERIFY(pd::test::await(std::move(longer)));
    QCOMPARE(begin.msecsTo(clock.now()), 3'601'000);
}

void ClockTest::virtualTimeCanRunByItself()
{
    pd::test::VirtualClock clock;
    clock.setAutoAdvance(true);
    const qint64 before = clock.monotonicMs();
    QVERIFY(pd::test::await(clock.sleep(24h, {})));
    QCOMPARE(clock.monotonicMs() - before, 86'400'000);
    QCOMPARE(clock.slept(), QList<std::chrono::milliseconds>{24h});
}

} // namespace

PD_TEST(ClockTest)

#include "tst_clock.moc"
