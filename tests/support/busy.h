// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <ctime>

namespace pd::test {

/// Keeps the processor busy until this thread has had so much time on it, however loaded the machine is.
inline void spend(std::chrono::milliseconds processorTime)
{
    const auto used = [] {
        timespec time = {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    };
    for (const auto end = used() + processorTime; used() < end;) { }
}

} // namespace pd::test
