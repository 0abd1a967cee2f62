// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <QDateTime>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace pd::registry {

/// What one act may cost in all, and what it has cost. Shared by the tasks of the act; one thread.
struct Act {
    std::shared_ptr<std::atomic<qint64>> requests = std::make_shared<std::atomic<qint64>>(0);
    int retriesLeft = 8;
    std::chrono::milliseconds waitLeft{120'000};
    bool interactive = false;
    QString subject; ///< For errors: the reference or host.
};
using ActPointer = std::shared_ptr<Act>;

/// What may be done when no answer came. `Never`: the request may have been carried out, the caller finds out. `Idempotent`: twice is as once.
enum class Repeat { Never, Idempotent };

constexpr int MaxAttempts = 4;

/// How long to wait before `result` of the `attempt`th try (from 1) is tried again; nullopt to give up. Takes from the act's budget.
/// 429 and 503 say that nothing was done: anything is tried again. 408, 500, 502, 504 and lost connections only where `repeat` allows.
/// A wish to wait for longer than 60 s is the caller's to tell, not ours to sit out.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryDelay(
    const Result<http::Response> &result, Repeat repeat, int attempt, Act &act, const QDateTime &now);

} // namespace pd::registry
