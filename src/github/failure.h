// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "rows.h"

namespace pd::github {

/// What GitHub's headers say about the token. `login` stays empty.
[[nodiscard]] TokenFacts factsOf(const http::Headers &headers);

/// Why GitHub did not do it. `needs`: the scopes of a classic token that the act takes. `signedIn`: whether a token was sent.
///
/// - Unauthenticated `github.signInNeeded`, `github.badToken`
/// - Denied `github.scopeMissing` (detail: the missing scopes, joined by ", "), `github.sso` (detail: the address to open),
///   `github.downloads` (a public version with too many downloads), `github.denied`
/// - RateLimited `github.rateLimited` (primary or secondary; `retryAfterMs`)
/// - Conflict `github.lastTaggedVersion`, `github.refused`
/// - NotFound `github.notFoundOrPrivate` (GitHub answers both alike)
/// - Protocol `github.answer`, Network `github.unavailable`
[[nodiscard]] Error failureOf(
    const http::Response &response, const QString &subject, const QStringList &needs, bool signedIn, const QDateTime &now);

} // namespace pd::github
