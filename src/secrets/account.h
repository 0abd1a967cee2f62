// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QString>

namespace pd::secrets {

/// Where a credential comes from, in the order in which it is looked for.
enum class Source {
    UntilQuit, ///< This process's memory: the user chose not to store it.
    Keychain, ///< The system's keychain, put there by Policy Desk.
    Docker, ///< Docker's configuration or one of its helpers, `DOCKER_AUTH_CONFIG` included.
    PolicyCli, ///< The Policy CLI's `config.json` or a helper that it names.
    Environment, ///< `POLICYDESK_USER` and `POLICYDESK_TOKEN`.
    GitHubCli, ///< `gh`, when the user chose to use it; never looked for by itself.
};

/// How a found account keeps its secret.
enum class Keeping {
    Keychain,
    Memory,
    Helper, ///< A program `docker-credential-X`, or the GitHub CLI's own keyring.
    ClearText, ///< A file that anybody with the disk can read.
    Environment,
};

/// A credential in hand. Move-only.
struct Account {
    QString host;
    QString user; ///< May be empty for an identity token.
    Secret token; ///< Token or password.
    bool identityToken = false; ///< `token` is an OAuth2 refresh token: for the token endpoint alone.
    Source source = Source::Keychain;
    QString place; ///< File or variable that it came from; empty for keychain and memory.
    Keeping keeping = Keeping::Keychain; ///< Who keeps it.
};

/// An account without its secret: for lists.
struct AccountInfo {
    QString host;
    QString user; ///< Empty where only the secret's keeper knows it.
    Source source = Source::Keychain;
    Keeping keeping = Keeping::Keychain;
    QString helper; ///< `docker-credential-X` without the prefix; empty for none.
    QString place;
    friend bool operator==(const AccountInfo &, const AccountInfo &) = default;
};

/// The name under which a registry's credentials are kept: no scheme, no path, lower case, and `docker.io` for Docker Hub's many names.
[[nodiscard]] QString registryHost(QStringView typed);

} // namespace pd::secrets
