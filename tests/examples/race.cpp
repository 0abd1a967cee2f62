// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/thread.h"
#include "support/await.h"
#include "support/runner.h"

#include <QTimer>

// What ThreadSanitizer must report, and what it must not; run by tst_race.

namespace {

class RaceExample final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void slotAndThreadWriteTheSame()
    {
        // A slot of this thread and a letter in another count without a lock, and nothing orders them.
        int counter = 0;
        const pd::EventThread other(QStringLiteral("other"));
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&counter] { ++counter; });
        timer.start(1);
        for (int i = 0; i < 50; ++i) {
            other.mailbox().post([&counter] { ++counter; });
            QTest::qWait(1);
        }
        QVERIFY(counter > 0);
    }
};

class HandOffExample final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesGoThroughTheMailbox()
    {
        const pd::EventThread other(QStringLiteral("other"));
        for (int i = 0; i < 200; ++i) {
            auto work = [list = QStringList{QString::number(i)}]() mutable -> pd::Result<QStringList> {
                list.append(QStringLiteral("seen"));
                return list;
            };
            const auto back = pd::test::await(pd::runIn(other.mailbox(), std::move(work)));
            QVERIFY(back.has_value());
            QCOMPARE(back->size(), 2);
        }
    }
};

} // namespace

PD_TEST(RaceExample)
PD_TEST(HandOffExample)

#include "race.moc"
