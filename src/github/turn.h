// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/completion.h"

#include <deque>

namespace pd::github {

/// Lets acts that change something pass one at a time, a second apart: GitHub asks for it (secondary rate limits). In one thread.
class TurnGate {
public:
    explicit TurnGate(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// Holds the gate; going away lets the next one in. Movable.
    class Turn {
    public:
        explicit Turn(TurnGate *gate)
            : m_gate(gate)
        {
        }
        Turn(Turn &&other) noexcept
            : m_gate(std::exchange(other.m_gate, nullptr))
        {
        }
        Turn &operator=(Turn &&other) noexcept
        {
            std::swap(m_gate, other.m_gate);
            return *this;
        }
        ~Turn()
        {
            if (m_gate)
                m_gate->leave();
        }

    private:
        TurnGate *m_gate;
    };

    /// Waits for the turn, then for the rest of the second. The gate outlives it.
    [[nodiscard]] Task<Result<Turn>> enter(std::stop_token stop);

private:
    void leave();

    const Clock &m_clock;
    std::deque<Resolver<Result<bool>>> m_waiting;
    bool m_taken = false;
    qint64 m_openAtMs = 0;
};

} // namespace pd::github
