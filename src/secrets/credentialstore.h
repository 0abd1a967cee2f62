// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account.h"
#include "accountbook.h"
#include "core/workerpool.h"
#include "environment.h"
#include "keychain.h"

#include <map>
#include <memory>

namespace pd::secrets {

class DockerConfig;

/// Which credential a registry gets. Looked for in this order, the first wins: what the user keeps until quit, the keychain, Docker's
/// configuration (`DOCKER_AUTH_CONFIG`, then `credHelpers`, `credsStore`, `auths`), the Policy CLI's `config.json` in the same way, the environment
/// (for one host: see `environmentHost`), nothing. Hosts are compared by `registryHost`: `ghcr.io.evil.example` gets nothing of ghcr.io's.
///
/// Lives in the engine thread. The keychain, the pool and this object outlive every task.
class CredentialStore {
public:
    CredentialStore(const Keychain &keychain, WorkerPool &pool, CredentialPlaces places);
    ~CredentialStore();
    CredentialStore(const CredentialStore &) = delete;
    CredentialStore &operator=(const CredentialStore &) = delete;

    /// `troubles` are places that could not be read (a helper that is missing, a broken file): the search goes on past them, as Docker's own does,
    /// and they explain a later refusal.
    struct Lookup {
        std::optional<Account> account;
        QList<Error> troubles;
    };
    /// An account in the keychain that cannot be read is an error (`keychain.*`), not a reason to go on with another one.
    [[nodiscard]] Task<Result<Lookup>> lookUp(QString host, Ask ask, std::stop_token stop);
    /// The account of `lookUp`; may prompt: see `setPrompting`.
    [[nodiscard]] Task<Result<std::optional<Account>>> credential(QString host, std::stop_token stop);
    /// Whether the keychain may prompt. At first Ask::User, or Ask::Nobody where the environment names no display.
    void setPrompting(Ask ask) { m_ask = ask; }
    /// A prompt that was dismissed is not put again by what only reads in the background; this lets the next one that needs it ask.
    void askAgain();

    /// The credential that another program keeps for `host`: Docker or the Policy CLI (`source`), whatever we hold ourselves. Errors: NotFound
    /// `found.gone`; what kept it from being read.
    [[nodiscard]] Task<Result<Account>> keptElsewhere(QString host, Source source, std::stop_token stop);

    enum class Keep { Keychain, UntilQuit };
    /// Signs in, once the registry has accepted `account` (`source` and `place` do not count). Replaces the host's former account, whose token
    /// goes. With Keep::UntilQuit nothing is written, and a keychain that cannot be reached does not matter.
    [[nodiscard]] Task<Result<void>> signIn(Account account, Keep keep, std::stop_token stop);
    /// Forgets our account for `host`. Where the keychain still holds the token afterwards it is an error and the account stays listed. The files
    /// of other programs are left alone: `accounts` tells whether one of them still knows the host.
    [[nodiscard]] Task<Result<void>> signOut(QString host, std::stop_token stop);

    /// Everyone known, best source first, without reading a secret, asking a helper or opening the keychain.
    [[nodiscard]] Task<Result<QList<AccountInfo>>> accounts(std::stop_token stop);

private:
    struct Prompt;
    /// From the keychain; however many ask at once, its window comes up once.
    [[nodiscard]] Task<Result<std::optional<Secret>>> readToken(QString key, Ask ask, std::stop_token stop);
    static Task<void> prompt(const Keychain *keychain, QString key, std::shared_ptr<Prompt> prompt);
    [[nodiscard]] Task<Result<std::optional<AccountBook::Line>>> lineOf(QString host);
    [[nodiscard]] Task<Result<std::optional<Account>>> fromConfig(
        DockerConfig config, QString host, Source source, QList<Error> *troubles, std::stop_token stop);
    [[nodiscard]] Task<Result<std::optional<Account>>> fromFiles(QString host, QList<Error> *troubles, std::stop_token stop);
    [[nodiscard]] std::optional<Account> fromEnvironment(const QString &host) const;

    const Keychain &m_keychain;
    WorkerPool &m_pool;
    CredentialPlaces m_places;
    AccountBook m_book;
    std::map<QString, Account> m_untilQuit;
    std::shared_ptr<Prompt> m_prompt;
    Ask m_ask;
};

} // namespace pd::secrets
