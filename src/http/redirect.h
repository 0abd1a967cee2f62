// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "message.h"

namespace pd::http {

constexpr int MaxRedirects = 10;

/// Whether this status, with a Location, sends us on. 300, 304 and 305 do not.
[[nodiscard]] bool isRedirect(int status);

/// The address that `location`, given by `from`, means, after the rules that need no look-up: http or https, no user info, no step from
/// https to http, the port allowed. Protocol or Denied (`redirect.*`) otherwise. The fragment is dropped.
[[nodiscard]] Result<QUrl> stepTarget(const QUrl &from, const QByteArray &location);

/// The fields that may go to another origin.
[[nodiscard]] Headers forForeignOrigin(const Headers &headers);

} // namespace pd::http
