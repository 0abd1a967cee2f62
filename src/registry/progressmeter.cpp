// SPDX-License-Identifier: GPL-3.0-or-later
#include "progressmeter.h"

namespace pd::registry {

namespace {

using namespace std::chrono_literals;

// To be said within 5 s of the moment when the other side stopped. What the buffers on the way still take counts as movement, and on a
// busy computer that alone has lasted 2 s: so much is left for it.
constexpr qint64 StallMs = 2000;
constexpr qint64 TellMs = 34;

} // namespace

ProgressMeter::ProgressMeter(ProgressSink &sink, const Clock &clock, qint64 total)
    : m_sink(sink)
    , m_clock(clock)
    , m_lastMove(clock.monotonicMs())
{
    m_progress.total = total;
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ProgressMeter::tick);
    m_timer.start(100ms);
}

int ProgressMeter::addPart(const QString &name)
{
    m_parts.append({name, 0});
    return static_cast<int>(m_parts.size()) - 1;
}

qint64 ProgressMeter::sum() const
{
    qint64 bytes = 0;
    for (const Part &part : m_parts)
        bytes += part.done;
    return bytes;
}

void ProgressMeter::set(int part, qint64 done)
{
    if (m_finished || done == m_parts[part].done)
        return;
    m_parts[part].done = done;
    m_lastMove = m_clock.monotonicMs();
    m_progress.stalled = false;
    m_progress.what = m_parts[part].name;
    m_progress.phase = Progress::Phase::Transferring;
    m_progress.done = std::max(m_progress.done, std::min(sum(), m_progress.total - 1));
    tell(false);
}

void ProgressMeter::phase(Progress::Phase phase)
{
    m_progress.phase = phase;
    tell(true);
}

void ProgressMeter::setTotal(qint64 total)
{
    m_progress.total = total;
}

void ProgressMeter::finish()
{
    m_finished = true;
    m_timer.stop();
    m_progress.done = m_progress.total;
    m_progress.phase = Progress::Phase::Done;
    m_progress.stalled = false;
    tell(true);
}

void ProgressMeter::tick()
{
    if (!m_progress.stalled && m_clock.monotonicMs() - m_lastMove >= StallMs) {
        m_progress.stalled = true;
        tell(true);
    } else {
        tell(false);
    }
}

void ProgressMeter::tell(bool now)
{
    const qint64 time = m_clock.monotonicMs();
    if (m_progress == m_told || (!now && time - m_lastTold < TellMs))
        return;
    m_lastTold = time;
    m_told = m_progress;
    m_sink.report(m_progress);
}

} // namespace pd::registry
