// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualclock.h"

#include <QTimeZone>

#include <algorithm>

namespace pd::test {

namespace {
constexpr qint64 FirstMonotonicMs = 1'000'000;
} // namespace

VirtualClock::VirtualClock() = default;

QDateTime VirtualClock::now() const
{
    const std::scoped_lock lock(m_mutex);
    return QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::UTC).addMSecs(m_elapsed);
}

qint64 VirtualClock::monotonicMs() const
{
    const std::scoped_lock lock(m_mutex);
    return FirstMonotonicMs + m_elapsed;
}

Task<bool> VirtualClock::sleep(std::chrono::milliseconds duration, std::stop_token stop) const
{
    if (stop.stop_requested())
        co_return false;
    const Completion<bool> done;
    const Resolver<bool> resolver = done.resolver();
    quint64 id = 0;
    {
        const std::scoped_lock lock(m_mutex);
        id = m_nextId++;
        m_slept.append(duration);
        if (m_autoAdvance)
            m_elapsed += duration.count();
        if (m_autoAdvance || duration.count() <= 0)
            resolver.resolve(true);
        else
            m_sleepers.push_back({m_elapsed + duration.count(), id, resolver});
    }
    const std::stop_callback onStop(stop, [this, id, resolver] {
        forget(id);
        resolver.resolve(false);
    });
    co_return co_await done;
}

void VirtualClock::advance(std::chrono::milliseconds duration)
{
    const std::scoped_lock lock(m_mutex);
    m_elapsed += duration.count();
    std::ranges::stable_sort(m_sleepers, {}, &Sleeper::until);
    const auto firstLater = std::ranges::find_if(m_sleepers, [this](const Sleeper &s) { return s.until > m_elapsed; });
    for (auto due = m_sleepers.begin(); due != firstLater; ++due)
        due->resolver.resolve(true);
    m_sleepers.erase(m_sleepers.begin(), firstLater);
}

void VirtualClock::setAutoAdvance(bool on)
{
    const std::scoped_lock lock(m_mutex);
    m_autoAdvance = on;
}

int VirtualClock::sleepers() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(m_sleepers.size());
}

QList<std::chrono::milliseconds> VirtualClock::slept() const
{
    const std::scoped_lock lock(m_mutex);
    return m_slept;
}

void VirtualClock::forget(quint64 id) const
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_sleepers, [id](const Sleeper &s) { return s.id == id; });
}

} // namespace pd::test
