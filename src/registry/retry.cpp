// SPDX-License-Identifier: GPL-3.0-or-later
#include "retry.h"

#include "http/retryafter.h"

#include <QRandomGenerator>

namespace pd::registry {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

bool mayRepeat(const Result<http::Response> &result, Repeat repeat)
{
    const bool idempotent = repeat == Repeat::Idempotent;
    if (result) {
        switch (result->status) {
        case 429:
        case 503: return true;
        case 408:
        case 500:
        case 502:
        case 504: return idempotent;
        default: return false;
        }
    }
    // A name that is not there or a port that is closed is not there a second later either: let the user know at once.
    static const QStringList passing{QStringLiteral("network.closed"), QStringLiteral("network.failed"), QStringLiteral("upload.closed")};
    return idempotent && passing.contains(result.error().cause);
}

milliseconds backoff(int attempt)
{
    const qint64 base = 200LL << std::min(attempt - 1, 6);
    return milliseconds(base + QRandomGenerator::global()->bounded(base));
}

} // namespace

std::optional<milliseconds> retryDelay(const Result<http::Response> &result, Repeat repeat, int attempt, Act &act, const QDateTime &now)
{
    constexpr milliseconds Patience = 60s;
    if (attempt >= MaxAttempts || act.retriesLeft <= 0 || !mayRepeat(result, repeat))
        return std::nullopt;
    milliseconds delay = backoff(attempt);
    if (result) {
        if (const qint64 asked = http::retryAfterMs(*result, now); asked >= 0)
            delay = std::max(milliseconds(asked), 10ms);
    }
    if (delay > Patience || delay > act.waitLeft)
        return std::nullopt;
    --act.retriesLeft;
    act.waitLeft -= delay;
    return delay;
}

} // namespace pd::registry
