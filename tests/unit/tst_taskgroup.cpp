// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "core/taskgroup.h"
#include "support/await.h"
#include "support/result.h"
#include "support/runner.h"

using namespace pd;
using pd::test::await;
using namespace std::chrono_literals;

namespace {

struct Counts {
    int started = 0;
    int ended = 0;
    int stopped = 0;
    int most = 0;
};

Task<Result<int>> work(std::shared_ptr<Counts> counts, int value, std::chrono::milliseconds time, std::stop_token stop)
{
    ++counts->started;
    counts->most = std::max(counts->most, counts->started - counts->ended);
    const bool slept = co_await SystemClock().sleep(time, stop);
    ++counts->ended;
    if (!slept) {
        ++counts->stopped;
        co_return cancelled();
    }
    if (value < 0)
        co_return fail(ErrorKind::Network, Blame::Network, QStringLiteral("test.broken"));
    co_return value;
}

Task<Result<int>> atOnce(int value)
{
    if (value < 0)
        co_return fail(ErrorKind::Network, Blame::Network, QStringLiteral("test.broken"));
    co_return value;
}

Task<Result<void>> nothing(std::stop_token stop)
{
    if (!co_await SystemClock().sleep(1ms, stop))
        co_return cancelled();
    co_return Result<void>();
}

} // namespace

class TestTaskGroup final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesComeInOrder()
    {
        const auto counts = std::make_shared<Counts>();
        TaskGroup<int> group({});
        for (const int i : {0, 1, 2, 3})
            group.add([=](std::stop_token stop) { return work(counts, i, std::chrono::milliseconds(20 - i * 5), stop); });
        const auto all = await(group.join());
        VERIFY_RESULT(all);
        QCOMPARE(*all, (std::vector<int>{0, 1, 2, 3}));
        QCOMPARE(counts->most, 4);
    }

    void theFirstErrorStopsTheSiblingsAndAllAreAwaited()
    {
        const auto counts = std::make_shared<Counts>();
        TaskGroup<int> group({});
        group.add([=](std::stop_token stop) { return work(counts, 1, 10min, stop); });
        group.add([=](std::stop_token stop) { return work(counts, -1, 5ms, stop); });
        group.add([=](std::stop_token stop) { return work(counts, 2, 10min, stop); });
        const auto all = await(group.join());
        QVERIFY(!all);
        QCOMPARE(all.error().cause, QStringLiteral("test.broken"));
        QCOMPARE(counts->ended, 3);
        QCOMPARE(counts->stopped, 2);
    }

    void noMoreThanTheLimitRun()
    {
        const auto counts = std::make_shared<Counts>();
        TaskGroup<int> group({}, 2);
        for (int i = 0; i < 7; ++i)
            group.add([=](std::stop_token stop) { return work(counts, i, 2ms, stop); });
        const auto all = await(group.join());
        VERIFY_RESULT(all);
        QCOMPARE(all->size(), 7U);
        QCOMPARE(counts->most, 2);
    }

    void whatWaitsIsNotStartedAfterAnError()
    {
        const auto counts = std::make_shared<Counts>();
        TaskGroup<int> group({}, 1);
        group.add([=](std::stop_token stop) { return work(counts, -1, 1ms, stop); });
        group.add([=](std::stop_token stop) { return work(counts, 1, 1ms, stop); });
        const auto all = await(group.join());
        QVERIFY(!all);
        QCOMPARE(all.error().cause, QStringLiteral("test.broken"));
        QCOMPARE(counts->started, 1);
    }

    void theParentStopsAll()
    {
        const auto counts = std::make_shared<Counts>();
        std::stop_source parent;
        TaskGroup<int> group(parent.get_token(), 2);
        for (int i = 0; i < 3; ++i)
            group.add([=](std::stop_token stop) { return work(counts, i, 10min, stop); });
        parent.request_stop();
        const auto all = await(group.join());
        QVERIFY(!all);
        QVERIFY(all.error().isCancelled());
        QCOMPARE(counts->started, 2);
        QCOMPARE(counts->ended, 2);
    }

    void thousandsThatEndAtOnceDoNotEatTheStack()
    {
        TaskGroup<int> group({}, 1);
        for (int i = 0; i < 100'000; ++i)
            group.add([=](std::stop_token) { return atOnce(i); });
        const auto all = await(group.join());
        VERIFY_RESULT(all);
        QCOMPARE(all->back(), 99'999);
    }

    void emptyAndVoid()
    {
        TaskGroup<int> empty({});
        const auto none = await(empty.join());
        VERIFY_RESULT(none);
        QVERIFY(none->empty());
        TaskGroup<void> group({});
        group.add([](std::stop_token stop) { return nothing(stop); });
        VERIFY_RESULT(await(group.join()));
    }

    void dropIsAStop()
    {
        const auto counts = std::make_shared<Counts>();
        {
            TaskGroup<int> group({});
            group.add([=](std::stop_token stop) { return work(counts, 1, 10min, stop); });
        }
        QTRY_COMPARE(counts->stopped, 1);
    }
};

PD_TEST(TestTaskGroup)
#include "tst_taskgroup.moc"
