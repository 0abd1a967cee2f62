// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchdog.h"

#include "stallsampler.h"

#include <QMetaEnum>
#include <QObject>
#include <QThread>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>

#include <fcntl.h>
#include <unistd.h>

namespace pd {

using std::chrono::microseconds;

namespace {

microseconds clockNow(clockid_t clock)
{
    timespec time = {};
    clock_gettime(clock, &time);
    return std::chrono::duration_cast<microseconds>(std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
}

/// How long the calling thread was ready to run and did not; nothing where the kernel does not count it.
microseconds waitedForProcessor()
{
    thread_local const int file = open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    std::array<char, 96> text{};
    if (file < 0 || pread(file, text.data(), text.size() - 1, 0) <= 0)
        return {};
    char *rest = nullptr;
    std::strtoll(text.data(), &rest, 10); // time on the processor
    return std::chrono::duration_cast<microseconds>(std::chrono::nanoseconds(std::strtoll(rest, nullptr, 10)));
}

struct Times {
    microseconds cpu = clockNow(CLOCK_THREAD_CPUTIME_ID);
    microseconds wall = clockNow(CLOCK_MONOTONIC) - waitedForProcessor();
};

QString named(const char *className, const QString &name)
{
    QString text = QString::fromLatin1(className);
    if (!name.isEmpty())
        text += QStringLiteral(" '%1'").arg(name);
    return text;
}

} // namespace

/// What is known about the event in delivery; the receiver may die in it, so nothing points to that.
struct Watchdog::Frame {
    Frame *outer = nullptr;
    Times begin;
    const char *className = nullptr;
    QString name;
    const char *parentClass = nullptr;
    QString parentName;
    QEvent::Type type = QEvent::None;
    int loopLevel = 0;
    microseconds longestCpu{0}; ///< Of the stretches between events of a nested loop.
    bool hadLoop = false; ///< Wall time says nothing then: the nested loop waits for the user.
};

Watchdog::Span::Span(Watchdog &watchdog, QObject *receiver, QEvent *event)
    : m_watchdog(watchdog)
{
    ++m_watchdog.m_depth;
    m_watchdog.m_painted |= event->type() == QEvent::Paint;
    if (!m_watchdog.judgesAlone())
        return;
    m_frame = std::make_unique<Frame>();
    m_watchdog.begin(*m_frame, receiver, event->type());
}

Watchdog::Span::~Span()
{
    if (m_frame)
        m_watchdog.end(*m_frame);
    --m_watchdog.m_depth;
    // What belongs to the first paint itself is start-up.
    if (m_watchdog.m_depth == 0 && m_watchdog.m_painted)
        m_watchdog.m_armed = true;
}

Watchdog::Watchdog(Limits limits, Report report, Stacks stacks)
    : m_limits(limits)
    , m_report(std::move(report))
    , m_thread(std::this_thread::get_id())
    , m_sampler(stacks == Stacks::Print ? std::make_unique<StallSampler>(limits.cpu) : nullptr)
{
}

Watchdog::~Watchdog() = default;

std::optional<Watchdog::Limits> Watchdog::limitsFromEnvironment()
{
    bool isNumber = false;
    const int milliseconds = qEnvironmentVariable("POLICYDESK_WATCHDOG").toInt(&isNumber);
    if (!isNumber || milliseconds < 1 || milliseconds > 10'000)
        return std::nullopt;
    return Limits{.cpu = std::chrono::milliseconds(milliseconds), .wall = std::chrono::milliseconds(5LL * milliseconds)};
}

bool Watchdog::judgesAlone() const
{
    return m_armed && (!m_innermost || QThread::currentThread()->loopLevel() > m_innermost->loopLevel);
}

void Watchdog::begin(Frame &frame, QObject *receiver, QEvent::Type type)
{
    frame.className = receiver->metaObject()->className();
    frame.name = receiver->objectName();
    if (const QObject *parent = receiver->parent()) {
        frame.parentClass = parent->metaObject()->className();
        frame.parentName = parent->objectName();
    }
    frame.type = type;
    frame.loopLevel = QThread::currentThread()->loopLevel();
    frame.outer = std::exchange(m_innermost, &frame);
    if (Frame *outer = frame.outer) {
        outer->longestCpu = std::max(outer->longestCpu, frame.begin.cpu - outer->begin.cpu);
        outer->hadLoop = true;
    }
    if (m_sampler)
        m_sampler->begin();
}

void Watchdog::end(Frame &frame)
{
    if (m_sampler)
        m_sampler->end();
    const Times now;
    const microseconds cpu = std::max(frame.longestCpu, now.cpu - frame.begin.cpu);
    const microseconds wall = frame.hadLoop ? microseconds(0) : now.wall - frame.begin.wall;
    m_innermost = frame.outer;
    if (cpu > m_limits.cpu || wall > m_limits.wall) {
        SlowEvent slow;
        slow.receiver = named(frame.className, frame.name);
        if (frame.parentClass)
            slow.receiver += QStringLiteral(" of ") + named(frame.parentClass, frame.parentName);
        const char *type = QMetaEnum::fromType<QEvent::Type>().valueToKey(frame.type);
        slow.event = type ? QString::fromLatin1(type) : QString::number(frame.type);
        slow.cpu = cpu;
        slow.wall = wall;
        m_report(slow);
    }
    if (frame.outer)
        frame.outer->begin = Times();
}

} // namespace pd
