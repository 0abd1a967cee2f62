// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QStringList>

namespace pd::store {

/// The few keys of the Policy CLI's `config.yaml` that concern Policy Desk. Read only: that program refuses keys that it does not know, and
/// its file is its user's. Blocking.
struct Config {
    QString path; ///< The file that was read; empty where there is none.
    QString fileStoreRoot; ///< `file_store_root`, or `POLICY_FILE_STORE_ROOT`, or `~/.policy`.
    QString defaultDomain; ///< `default_domain`; see effectiveDefaultDomain().
    QStringList ca; ///< Paths of PEM files.
    bool insecure = false;
    bool plaintext = false;

    /// `home/.policy/config.yaml`, else `home/.config/policy/config.yaml` (v0.3.8 and older), else the defaults. Unknown keys are passed over.
    /// Errors: of the system, `config.read`; Integrity `config.tooLarge` above 1 MiB.
    [[nodiscard]] static Result<Config> load(const QString &home);
    /// The same from the text of such a file.
    [[nodiscard]] static Config parse(const QByteArray &yaml, const QString &home);

    [[nodiscard]] QString policiesRoot() const;
    /// `default-domain.cfg` under the root, even when empty; else `default_domain`.
    [[nodiscard]] Result<QString> effectiveDefaultDomain() const;
    /// Writes `default-domain.cfg`: the bare host, no line break, mode 0600, so that the Policy CLI completes short names alike. Empty: docker.io again.
    /// InvalidInput `reference.host` for what is no host.
    [[nodiscard]] Result<void> setDefaultDomain(const QString &host) const;
};

} // namespace pd::store
