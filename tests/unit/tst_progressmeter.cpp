// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/progressmeter.h"
#include "support/runner.h"
#include "support/servers/images.h"
#include "support/virtualclock.h"

using namespace pd;
using namespace pd::registry;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is told of a transfer, by a clock that the test moves.
class TestProgressMeter final : public QObject {
    Q_OBJECT

    test::VirtualClock m_clock;
    test::Reports m_reports;

private Q_SLOTS:
    void init() { m_reports.all.clear(); }

    void aStallIsToldInTime()
    {
        ProgressMeter meter(m_reports, m_clock, 1000);
        const int part = meter.addPart(u"a"_s);
        m_clock.advance(50ms);
        meter.set(part, 10);
        QTRY_COMPARE(m_reports.all.size(), 1);
        m_clock.advance(1900ms);
        QTest::qWait(250); // two looks of the meter
        QVERIFY(!m_reports.all.last().stalled);
        // The rest of the 5 s that are promised is for buffers that fill after the other side has stopped.
        m_clock.advance(100ms);
        QTRY_VERIFY(m_reports.all.last().stalled);
        QCOMPARE(m_reports.all.last().done, 10);
        m_clock.advance(50ms);
        meter.set(part, 20);
        QVERIFY(!m_reports.all.last().stalled);
        QCOMPARE(m_reports.all.last().done, 20);
    }

    void theWholeIsToldByTheEndAlone()
    {
        ProgressMeter meter(m_reports, m_clock, 100);
        const int part = meter.addPart(u"a"_s);
        m_clock.advance(50ms);
        meter.set(part, 60);
        m_clock.advance(50ms);
        meter.set(part, 20); // begins again
        m_clock.advance(50ms);
        meter.set(part, 100);
        QCOMPARE(m_reports.all.last().done, 99);
        meter.finish();
        QCOMPARE(m_reports.all.last().done, 100);
        for (qsizetype i = 1; i < m_reports.all.size(); ++i)
            QVERIFY(m_reports.all.at(i).done >= m_reports.all.at(i - 1).done);
    }
};

PD_TEST(TestProgressMeter)
#include "tst_progressmeter.moc"
