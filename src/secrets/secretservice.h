// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"

#include <QMap>
#include <QString>

namespace pd::secrets {

/// What QtKeychain cannot tell: whether there is a keychain at all, whether it is locked, and where an entry lies, asked of the freedesktop
/// Secret Service (specification 0.2) over D-Bus without a prompt and without reading a secret. In the GUI thread.
class SecretService {
public:
    enum class Backend { None, SecretService, KWallet };
    /// Which keychain answers, or could be started, on the session bus.
    [[nodiscard]] static Task<Result<Backend>> backend(std::stop_token stop);

    /// How many entries carry these attributes.
    struct Found {
        int open = 0;
        int locked = 0;
    };
    [[nodiscard]] static Task<Result<Found>> search(QMap<QString, QString> attributes, std::stop_token stop);

    /// True where the default collection is locked or does not exist yet: a write would prompt.
    [[nodiscard]] static Task<Result<bool>> isDefaultLocked(std::stop_token stop);
};

} // namespace pd::secrets
