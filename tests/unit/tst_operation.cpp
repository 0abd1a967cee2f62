// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "desk/operations/operation.h"
#include "support/runner.h"

#include <QSignalSpy>

using namespace pd;
using namespace pd::desk;

namespace {

Task<Result<Receipt>> countTo(int last, ProgressSink &progress, std::stop_token stop)
{
    const SystemClock clock;
    for (int i = 1; i <= last; ++i) {
        progress.report({.phase = Progress::Phase::Transferring, .what = {}, .done = i, .total = last});
        if (!co_await clock.sleep(std::chrono::milliseconds(1), stop))
            co_return cancelled();
    }
    Receipt receipt;
    receipt.verb = QStringLiteral("count");
    receipt.bytes = last;
    co_return receipt;
}

Task<Result<Receipt>> refuse(std::shared_ptr<std::atomic<int>> attempts)
{
    if (++*attempts < 2)
        co_return fail(ErrorKind::Network, Blame::Network, QStringLiteral("network.refused"), QStringLiteral("host"));
    co_return Receipt{};
}

} // namespace

/// An act in another thread, seen from the GUI thread.
class TestOperation final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void progressNeverFallsAndEndsWithTheReceipt();
    void cancellingIsNoError();
    void aFailedActCanBeTriedAgain();
    void deletingStopsTheWork();
};

void TestOperation::progressNeverFallsAndEndsWithTheReceipt()
{
    EventThread engine(QStringLiteral("engine"));
    Operation operation(
        engine.mailbox(), QStringLiteral("test"), QStringLiteral("Count"),
        [](ProgressSink &sink, std::stop_token stop) { return countTo(50, sink, stop); }, nullptr);
    QList<qint64> seen;
    connect(&operation, &Operation::progressed, this, [&] { seen.append(operation.progress().done); });
    QSignalSpy finished(&operation, &Operation::finished);
    QVERIFY(finished.wait(5000));
    QCOMPARE(operation.state(), Operation::State::Done);
    QCOMPARE(operation.receipt()->bytes, 50);
    QVERIFY(!seen.isEmpty());
    QVERIFY(std::ranges::is_sorted(seen));
}

void TestOperation::cancellingIsNoError()
{
    EventThread engine(QStringLiteral("engine"));
    Operation operation(
        engine.mailbox(), QStringLiteral("test"), QStringLiteral("Count"),
        [](ProgressSink &sink, std::stop_token stop) { return countTo(1'000'000, sink, stop); }, nullptr);
    QSignalSpy progressed(&operation, &Operation::progressed);
    QVERIFY(progressed.wait(5000));
    QSignalSpy finished(&operation, &Operation::finished);
    operation.cancel();
    QVERIFY(finished.wait(5000));
    QCOMPARE(operation.state(), Operation::State::Cancelled);
    QVERIFY(!operation.error());
    QVERIFY(!operation.receipt());
}

void TestOperation::aFailedActCanBeTriedAgain()
{
    EventThread engine(QStringLiteral("engine"));
    auto attempts = std::make_shared<std::atomic<int>>(0);
    Operation operation(
        engine.mailbox(), QStringLiteral("test"), QStringLiteral("Refuse"),
        [attempts](ProgressSink &, std::stop_token) { return refuse(attempts); }, nullptr);
    QSignalSpy finished(&operation, &Operation::finished);
    QVERIFY(finished.wait(5000));
    QCOMPARE(operation.state(), Operation::State::Failed);
    QCOMPARE(operation.error()->cause, QStringLiteral("network.refused"));
    operation.retry();
    QCOMPARE(operation.state(), Operation::State::Running);
    QVERIFY(finished.wait(5000));
    QCOMPARE(operation.state(), Operation::State::Done);
    QCOMPARE(attempts->load(), 2);
}

void TestOperation::deletingStopsTheWork()
{
    EventThread engine(QStringLiteral("engine"));
    auto ended = std::make_shared<std::atomic<bool>>(false);
    {
        Operation operation(
            engine.mailbox(), QStringLiteral("test"), QStringLiteral("Count"),
            [ended](ProgressSink &sink, std::stop_token stop) {
                return countTo(1'000'000, sink, stop).then([ended](Result<Receipt> result) {
                    *ended = true;
                    return result;
                });
            },
            nullptr);
        QSignalSpy progressed(&operation, &Operation::progressed);
        QVERIFY(progressed.wait(5000));
    }
    QTRY_VERIFY(ended->load());
}

PD_TEST(TestOperation)
#include "tst_operation.moc"
