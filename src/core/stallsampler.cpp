// SPDX-License-Identifier: GPL-3.0-or-later
#include "stallsampler.h"

#include <array>
#include <csignal>

#include <execinfo.h>
#include <unistd.h>

namespace pd {

namespace {

int stackSignal()
{
    return SIGRTMIN + 5;
}

void printStack(int)
{
    constexpr char Title[] = "policydesk: watchdog: the stack of the window's thread\n";
    std::array<void *, 64> frames{};
    const int count = backtrace(frames.data(), static_cast<int>(frames.size()));
    [[maybe_unused]] const auto written = write(STDERR_FILENO, Title, sizeof Title - 1);
    backtrace_symbols_fd(frames.data(), count, STDERR_FILENO);
}

std::int64_t steadyNow()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

StallSampler::StallSampler(std::chrono::milliseconds limit)
    : m_limit(limit)
    , m_watched(pthread_self())
{
    // The first call loads libgcc and allocates, which a signal handler must not.
    std::array<void *, 4> frames{};
    backtrace(frames.data(), static_cast<int>(frames.size()));

    struct sigaction action = {};
    action.sa_handler = &printStack;
    action.sa_flags = SA_RESTART;
    sigaction(stackSignal(), &action, nullptr);
    m_looker = std::jthread([this](const std::stop_token &stop) { look(stop); });
}

StallSampler::~StallSampler() = default;

void StallSampler::begin()
{
    m_since = steadyNow();
}

void StallSampler::end()
{
    m_since = 0;
}

void StallSampler::look(const std::stop_token &stop)
{
    pthread_setname_np(pthread_self(), "pd-watchdog");
    std::int64_t printedFor = 0;
    while (!stop.stop_requested()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        const std::int64_t since = m_since;
        if (since == 0 || since == printedFor || std::chrono::nanoseconds(steadyNow() - since) < m_limit)
            continue;
        printedFor = since;
        pthread_kill(m_watched, stackSignal());
    }
}

} // namespace pd
