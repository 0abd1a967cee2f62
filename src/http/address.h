// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"

#include <QHostAddress>
#include <QUrl>

#include <optional>

namespace pd::http {

/// How far an address reaches. `Local` is this machine (127/8, ::1, 0.0.0.0), `Link` its wire (169.254/16, fe80::/10: cloud metadata lives
/// there), `Private` the site (RFC 1918, 100.64/10, fc00::/7).
enum class Reach { Local, Link, Private, Public };

/// IPv4-mapped, NAT64 and 6to4 addresses count as the IPv4 address inside.
[[nodiscard]] Reach reachOf(const QHostAddress &address);

/// The address that `host` spells out, if it is one: dotted, `[::1]`, `0x7f.1`, `2130706433`, and `localhost`, which never leaves.
[[nodiscard]] std::optional<QHostAddress> literalAddress(const QString &host);

/// True for `localhost`, `*.localhost` and loopback literals: what defaults to http and never meets a proxy.
[[nodiscard]] bool isLoopbackHost(const QString &host);

/// Whether an answer from `from` may send us to `to`: outwards and sideways, never inwards.
[[nodiscard]] bool mayStep(Reach from, Reach to);

/// Scheme, host (lower case) and port with its default: what RFC 6454 compares.
[[nodiscard]] QString originOf(const QUrl &url);

/// Asks the system's resolver without blocking; at least one address, or NotFound → `network.name`. The calling thread needs a mailbox.
[[nodiscard]] Task<Result<QList<QHostAddress>>> resolve(QString host, std::stop_token stop);

} // namespace pd::http
