// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message.h"

#include <QDateTime>

namespace pd::http {

constexpr qint64 MaxRetryAfterMs = 15 * 60 * 1000;

/// Milliseconds that an answer asks to wait: `Retry-After` as seconds or a date (RFC 9110, 10.2.3), `X-RateLimit-Reset`, or GHCR's
/// `retry-after: 880.092µs` inside the body. Clamped to 0…15 min; −1 where it does not say.
[[nodiscard]] qint64 retryAfterMs(const Response &response, const QDateTime &now);

} // namespace pd::http
