// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message.h"

namespace pd::http {

/// The page that `Link: <…>; rel="next"` (RFC 8288) names, resolved against where the answer came from. Empty where there is none.
/// Another origin is Denied (`link.foreign`), the page itself Protocol (`link.loop`): a list is asked of one registry, and ends.
[[nodiscard]] Result<QUrl> nextPage(const Response &response);

} // namespace pd::http
