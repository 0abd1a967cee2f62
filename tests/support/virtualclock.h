// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/completion.h"

#include <mutex>
#include <vector>

namespace pd::test {

/// Time that moves when the test says so. Any thread. Begins at 2026-01-02 03:04:05 UTC, monotonic 1,000,000 ms.
class VirtualClock final : public Clock {
public:
    VirtualClock();
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
    [[nodiscard]] Task<bool> sleep(std::chrono::milliseconds duration, std::stop_token stop) const override;

    /// Moves time and wakes, in the order of their times, those whose sleep is over. They go on in their own event loop, later.
    void advance(std::chrono::milliseconds duration);
    /// Every sleep is over at once and moves time by its length: for retry loops.
    void setAutoAdvance(bool on);
    /// How many sleep now: to wait until a coroutine has come to its sleep.
    [[nodiscard]] int sleepers() const;
    /// Every length that was asked for, in order.
    [[nodiscard]] QList<std::chrono::milliseconds> slept() const;

private:
    struct Sleeper {
        qint64 until;
        quint64 id;
        Resolver<bool> resolver;
    };
    void forget(quint64 id) const;

    mutable std::mutex m_mutex;
    mutable std::vector<Sleeper> m_sleepers;
    mutable QList<std::chrono::milliseconds> m_slept;
    mutable qint64 m_elapsed = 0;
    mutable quint64 m_nextId = 0;
    bool m_autoAdvance = false;
};

} // namespace pd::test
