// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "task.h"

#include <QDateTime>

#include <chrono>

namespace pd {

/// Time, injected: tests run in virtual time.
class Clock {
public:
    virtual ~Clock() = default;
    /// Wall time, UTC. Any thread.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Milliseconds that never run backwards. Any thread.
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;
    /// Waits in the calling thread's event loop; false when it was stopped before the time was over.
    [[nodiscard]] virtual Task<bool> sleep(std::chrono::milliseconds duration, std::stop_token stop) const = 0;
};

/// The system's time. Stateless.
class SystemClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
    [[nodiscard]] Task<bool> sleep(std::chrono::milliseconds duration, std::stop_token stop) const override;
};

} // namespace pd
