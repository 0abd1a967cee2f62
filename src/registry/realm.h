// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "credential.h"

#include <QUrl>

namespace pd::registry {

/// The address of a token server as a challenge names it, after the rules that need no look-up. Denied `auth.realm-*` where an https registry names
/// an http one, `auth.realm` where it is no address.
[[nodiscard]] Result<QUrl> realmAddress(const QUrl &registry, const QByteArray &realm);

/// Whether credentials for `registry` may go to `realm`: its own host or one below it, both on loopback, a known pair (Docker Hub,
/// GitLab, …), or one that the user has agreed to.
[[nodiscard]] bool mayHaveCredentials(const QUrl &registry, const QUrl &realm, const HostSettings &settings);

/// `realm` with `service` and each scope in its query, encoded so that no character of theirs ends a value.
[[nodiscard]] QUrl tokenAddress(const QUrl &realm, const QString &service, const QStringList &scopes);

} // namespace pd::registry
