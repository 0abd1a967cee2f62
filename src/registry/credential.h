// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "core/task.h"

#include <QSet>
#include <QString>

#include <functional>
#include <optional>

namespace pd::registry {

/// Who we are at a registry. Move-only.
struct Credential {
    QString user;
    Secret secret;
    bool identityToken = false; ///< The secret is a refresh token (Docker's `identitytoken`): it goes to the token server alone.

    [[nodiscard]] Credential clone() const { return {user, secret.clone(), identityToken}; }
};

/// Where credentials come from (keychain, Docker's files, environment). Called in the engine thread, only after a registry has asked and its
/// realm has passed the rules.
class CredentialProvider {
public:
    virtual ~CredentialProvider() = default;
    /// Nothing is an answer: anonymous.
    virtual Task<Result<std::optional<Credential>>> credential(QString host, std::stop_token stop) = 0;
};

/// Nobody, anywhere.
class Anonymous final : public CredentialProvider {
public:
    Task<Result<std::optional<Credential>>> credential(QString, std::stop_token) override { co_return std::optional<Credential>(); }
};

/// What the user has set for one registry.
struct HostSettings {
    std::optional<bool> plainHttp; ///< Unset: http for loopback, https for everything else.
    QSet<QString> trustedRealms; ///< Hosts of token servers elsewhere that the user has agreed to send this registry's credentials to.
};
using HostSettingsProvider = std::function<HostSettings(const QString &host)>;

} // namespace pd::registry
