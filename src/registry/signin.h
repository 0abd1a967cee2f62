// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer.h"
#include "wire.h"

namespace pd::registry::signin {

/// See Client::checkCredential.
[[nodiscard]] Task<Result<SignInReport>> check(
    Wire *wire, QString host, CredentialPointer credential, ActPointer act, std::stop_token stop);

} // namespace pd::registry::signin
