// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"

namespace pd::desk {

/// One line of an htpasswd file, `user:$2b$…`, as docker-registry reads it. Cost 5, the least: the password is random and the
/// file private, while the registry hashes once a request. Takes some milliseconds.
[[nodiscard]] Result<QByteArray> htpasswdLine(const QByteArray &user, const Secret &password);

} // namespace pd::desk
