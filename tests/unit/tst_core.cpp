// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "core/secret.h"
#include "core/workerpool.h"
#include "support/await.h"
#include "support/result.h"
#include "support/runner.h"

#include <atomic>
#include <latch>

using namespace pd;
using pd::test::await;
using namespace std::chrono_literals;

namespace {

Task<Result<int>> failing(int value)
{
    if (value < 0)
        co_return fail(ErrorKind::NotFound, Blame::You, QStringLiteral("test.negative"));
    co_return value;
}

Task<Result<int>> tried(int value)
{
    CO_TRY(const int got, co_await failing(value));
    co_return got + 1;
}

Task<Result<Qt::HANDLE>> threadOf()
{
    co_return QThread::currentThreadId();
}

Task<Result<bool>> returnsHome(Mailbox *there)
{
    const Qt::HANDLE home = QThread::currentThreadId();
    CO_TRY(const Qt::HANDLE other, co_await callIn(*there, [] { return threadOf(); }));
    co_return home == QThread::currentThreadId() && home != other;
}

Task<Result<int>> waitFor(Completion<Result<int>> done)
{
    co_return co_await done;
}

} // namespace

class TestMailbox final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lettersRunInOrderAndNeverInsidePost()
    {
        QList<int> seen;
        for (int i = 0; i < 3; ++i) {
            Mailbox::current()->post([&seen, i] {
                seen << i;
                if (i == 1)
                    Mailbox::current()->post([&seen] { seen << 9; });
            });
        }
        QVERIFY(seen.isEmpty());
        QTRY_COMPARE(seen, (QList<int>{0, 1, 2, 9}));
    }

    void manyThreadsPost()
    {
        int sum = 0; // touched in this thread alone
        {
            std::vector<std::jthread> threads;
            Mailbox *home = Mailbox::current();
            for (int t = 0; t < 4; ++t) {
                threads.emplace_back([home, &sum] {
                    for (int i = 0; i < 1000; ++i)
                        home->post([&sum] { ++sum; });
                });
            }
        }
        QTRY_COMPARE(sum, 4000);
    }

    void whatWaitsAtTheEndIsDroppedNotRun()
    {
        std::atomic_bool ran = false;
        Completion<Result<int>> done;
        {
            EventThread thread(QStringLiteral("test"));
            std::latch busy(1);
            thread.mailbox().post([&busy] { busy.wait(); });
            // The second letter is in a later batch than the one that ends the loop.
            thread.mailbox().post([&] {
                thread.mailbox().setObjectName(QStringLiteral("end"));
                thread.mailbox().post([&ran, keep = done.resolver()] { ran = true; });
            });
            busy.count_down();
        }
        QVERIFY(!ran);
        const auto result = await(waitFor(done));
        QVERIFY(!result);
        QVERIFY(result.error().isCancelled());
    }
};

class TestCompletion final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstWins()
    {
        Completion<Result<int>> done;
        const auto resolver = done.resolver();
        QVERIFY(resolver.resolve(1));
        QVERIFY(!resolver.resolve(2));
        QCOMPARE(await(waitFor(done)).value(), 1);
    }

    void aDroppedResolverAnswersCancelled()
    {
        Completion<Result<int>> done;
        {
            const auto first = done.resolver();
            [[maybe_unused]] const auto second = first;
        }
        QVERIFY(await(waitFor(done)).error().isCancelled());
    }

    void resolvedFromAnotherThread()
    {
        Completion<Result<int>> done;
        auto task = waitFor(done);
        const std::jthread other([resolver = done.resolver()] { resolver.resolve(7); });
        QCOMPARE(await(std::move(task)).value(), 7);
    }

    void neverResumedInsideResolve()
    {
        Completion<Result<int>> done;
        auto task = waitFor(done);
        const auto resolver = done.resolver();
        resolver.resolve(1);
        QVERIFY(!task.isReady());
        QTRY_VERIFY(task.isReady());
    }

    void tryPassesErrorsOn()
    {
        QCOMPARE(await(tried(1)).value(), 2);
        QCOMPARE(await(tried(-1)).error().cause, QStringLiteral("test.negative"));
    }
};

class TestThread final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCoroutineComesBackToItsThread()
    {
        const EventThread thread(QStringLiteral("a name that is too long"));
        const auto home = await(returnsHome(&thread.mailbox()));
        VERIFY_RESULT(home);
        QVERIFY(*home);
    }

    void runInGivesValuesAndErrors()
    {
        const EventThread thread(QStringLiteral("test"));
        QCOMPARE(await(runIn(thread.mailbox(), [] { return Result<int>(5); })).value(), 5);
        const auto failed
            = await(runIn(thread.mailbox(), [] { return Result<int>(fail(ErrorKind::Storage, Blame::Computer, QStringLiteral("x"))); }));
        QVERIFY(failed.error().kind == ErrorKind::Storage);
    }

    void startsAndEndsOften()
    {
        for (int i = 0; i < 200; ++i)
            const EventThread thread(QStringLiteral("test"));
    }
};

class TestWorkerPool final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runsInAnotherThreadAndComesBack()
    {
        WorkerPool pool;
        const Qt::HANDLE home = QThread::currentThreadId();
        const auto there = await(pool.run([] { return Result<Qt::HANDLE>(QThread::currentThreadId()); }));
        VERIFY_RESULT(there);
        QVERIFY(*there != home);
    }

    void whatWaitsAtTheEndIsCancelledAndWhatRunsIsAwaited()
    {
        std::atomic_int ran = 0;
        std::latch running(1);
        auto pool = std::make_unique<WorkerPool>(1);
        auto first = pool->run([&] {
            running.count_down();
            std::this_thread::sleep_for(20ms);
            ++ran;
            return Result<int>(1);
        });
        auto second = pool->run([&] { return Result<int>(++ran); });
        running.wait();
        pool.reset();
        QCOMPARE(ran.load(), 1);
        QCOMPARE(await(std::move(first)).value(), 1);
        QVERIFY(await(std::move(second)).error().isCancelled());
    }
};

class TestSecret final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesOverAndWipes()
    {
        QByteArray bytes("hunter2-hunter2-hunter2");
        const char *where = bytes.constData();
        const QByteArray kept = QByteArray(where, bytes.size());
        Secret secret(std::move(bytes));
        QVERIFY(bytes.isEmpty()); // NOLINT(bugprone-use-after-move): that is the promise
        QCOMPARE(secret.expose(), kept);
        QVERIFY(secret.expose().constData() != where);
    }

    void movesAndClones()
    {
        Secret first(QByteArray("abc"));
        const Secret clone = first.clone();
        Secret second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move)
        QCOMPARE(second.expose(), QByteArray("abc"));
        QVERIFY(clone.equals(second));
        QVERIFY(clone.expose().constData() != second.expose().constData());
        second = Secret(QByteArray("abd"));
        QVERIFY(!clone.equals(second));
        QVERIFY(!clone.equals(Secret(QByteArray("abcd"))));
        QVERIFY(Secret().equals(Secret()));
    }

    void cannotBeCopiedOrCompared()
    {
        static_assert(!std::is_copy_constructible_v<Secret>);
        static_assert(!std::is_copy_assignable_v<Secret>);
        static_assert(!std::equality_comparable<Secret>);
        QByteArray shared("shared");
        const QByteArray other = shared;
        wipe(shared);
        QVERIFY(shared.isEmpty());
        QCOMPARE(other, QByteArray("shared"));
    }
};

class TestClock final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sleepsAndCanBeWoken()
    {
        const SystemClock clock;
        const qint64 before = clock.monotonicMs();
        QVERIFY(await(clock.sleep(30ms, {})));
        QVERIFY(clock.monotonicMs() - before >= 29);
        std::stop_source source;
        auto task = clock.sleep(10min, source.get_token());
        source.request_stop();
        QVERIFY(!await(std::move(task)));
        QVERIFY(!await(clock.sleep(10min, source.get_token())));
    }

    void nowIsUtc() { QCOMPARE(SystemClock().now().timeSpec(), Qt::UTC); }
};

PD_TEST(TestMailbox)
PD_TEST(TestCompletion)
PD_TEST(TestThread)
PD_TEST(TestWorkerPool)
PD_TEST(TestSecret)
PD_TEST(TestClock)
#include "tst_core.moc"
