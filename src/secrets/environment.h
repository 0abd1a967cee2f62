// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QStringList>

namespace pd::secrets {

/// The one host that `POLICYDESK_USER` and `POLICYDESK_TOKEN` are for: `POLICYDESK_HOST`, else the host that the command names where it names
/// exactly one (`namedHosts`, for policydeskctl), else the default registry. Empty: they go nowhere. So a token that was meant for one registry is
/// never offered to another that an image, a redirect or a second argument brings up.
[[nodiscard]] QString environmentHost(
    const QProcessEnvironment &environment, const QStringList &namedHosts, const QString &defaultRegistry);

/// Files and variables that credentials may come from besides the keychain. A value.
struct CredentialPlaces {
    QString accountBook; ///< Our `accounts.json`.
    QString dockerConfig; ///< `$DOCKER_CONFIG/config.json`, else `~/.docker/config.json`.
    QString policyConfig; ///< `config.json` in the Policy CLI's `file_store_root`.
    QString githubCliHosts; ///< `hosts.yml` of the GitHub CLI.
    QProcessEnvironment environment;
    QString environmentHost; ///< See above.

    /// The usual places. `configFolder` is ours, `policyFolder` the Policy CLI's `file_store_root` (`~/.policy`).
    [[nodiscard]] static CredentialPlaces standard(
        QProcessEnvironment environment, const QString &configFolder, const QString &policyFolder);
};

} // namespace pd::secrets
