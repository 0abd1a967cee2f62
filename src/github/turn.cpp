// SPDX-License-Identifier: GPL-3.0-or-later
#include "turn.h"

namespace pd::github {

namespace {
constexpr qint64 BetweenMs = 1000;
}

Task<Result<TurnGate::Turn>> TurnGate::enter(std::stop_token stop)
{
    if (m_taken) {
        const Completion<Result<bool>> called;
        m_waiting.push_back(called.resolver());
        const std::stop_callback onStop(stop, [resolver = called.resolver()] { resolver.resolve(cancelled()); });
        CO_TRY(co_await called);
    }
    m_taken = true;
    Turn turn(this);
    if (const qint64 wait = m_openAtMs - m_clock.monotonicMs(); wait > 0) {
        if (!co_await m_clock.sleep(std::chrono::milliseconds(wait), stop))
            co_return cancelled();
    }
    if (stop.stop_requested())
        co_return cancelled();
    co_return std::move(turn);
}

void TurnGate::leave()
{
    m_openAtMs = m_clock.monotonicMs() + BetweenMs;
    while (!m_waiting.empty()) {
        const Resolver<Result<bool>> next = std::move(m_waiting.front());
        m_waiting.pop_front();
        // False: it was stopped meanwhile. The gate stays taken for the one that was called.
        if (next.resolve(true))
            return;
    }
    m_taken = false;
}

} // namespace pd::github
