// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <stop_token>
#include <thread>

#include <pthread.h>

namespace pd {

/// Looks, from a thread of its own, at how long the thread that made it has been at one event, and has it print its stack to
/// stderr once per event when that is longer than allowed. For diagnosis: at most one at a time in a process.
class StallSampler {
public:
    explicit StallSampler(std::chrono::milliseconds limit);
    ~StallSampler();
    StallSampler(const StallSampler &) = delete;
    StallSampler &operator=(const StallSampler &) = delete;

    /// The watched thread begins an event, or ends it and waits.
    void begin();
    void end();

private:
    void look(const std::stop_token &stop);

    const std::chrono::milliseconds m_limit;
    const pthread_t m_watched;
    std::atomic<std::int64_t> m_since = 0; ///< Steady nanoseconds, 0 between events.
    std::jthread m_looker;
};

} // namespace pd
