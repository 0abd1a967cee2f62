// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/services.h"

namespace pd::desk {

/// *Start a practice registry*: a real one on loopback, with its password in the keychain, so that pushing there needs nothing typed.
class PracticeVerb final {
public:
    explicit PracticeVerb(Services &services)
        : m_services(services)
    {
    }

    /// `port` is that of the first start, 0 for a free one; the receipt's reference is its host. Errors: those of `PracticeRegistry::start` and of the
    /// keychain; with no keychain the password lives until quit, since it opens nothing but this registry.
    [[nodiscard]] Task<Result<Receipt>> start(quint16 port, std::stop_token stop);

    /// Ends it; its images stay. Nothing happens where it does not run. `host` is what it was started as, for the receipt.
    [[nodiscard]] Task<Result<Receipt>> stop(QString host);

private:
    Services &m_services;
};

} // namespace pd::desk
