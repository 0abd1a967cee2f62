// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/services.h"

namespace pd::secrets {
struct Account;
}

namespace pd::desk {

/// Who one is where. Errors: those of `registry::Client::checkCredential` and `secrets::CredentialStore`.
class AccountVerbs final {
public:
    explicit AccountVerbs(Services &services)
        : m_services(services)
    {
    }

    /// Checks for real, then keeps. Nothing is stored before the registry has accepted the token. Errors besides: Unsupported `login.closed` (opcr.io),
    /// InvalidInput `login.incomplete`, Denied `login.ignored`.
    [[nodiscard]] Task<Result<Receipt>> signIn(SignInRequest request, std::stop_token stop);
    /// Signs in with what another program has. Checked for real before anything is stored; then kept in the keychain, unless the program's own helper
    /// keeps it already: there it stays, and is asked for each time. Errors besides: those of `secrets::useGitHubCli`, NotFound `found.gone`, Denied
    /// `gh.scopes` (the scopes as subject).
    [[nodiscard]] Task<Result<Receipt>> takeOver(TakeOverRequest request, std::stop_token stop);
    /// Short references are completed by `host` from now on, in the Policy CLI too.
    [[nodiscard]] Task<Result<Receipt>> makeDefault(QString host);
    [[nodiscard]] Task<Result<Receipt>> signOut(QString host, std::stop_token stop);
    [[nodiscard]] Task<Result<QList<AccountRow>>> accounts(std::stop_token stop);
    /// What is on this computer already, OPA included.
    [[nodiscard]] Task<Result<QList<FoundRow>>> foundHere(std::stop_token stop);

private:
    [[nodiscard]] Task<Result<secrets::Account>> accountOf(TakeOverRequest request, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> check(secrets::Account *account, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> checkScopes(const secrets::Account *account, std::stop_token stop);
    Services &m_services;
};

} // namespace pd::desk
