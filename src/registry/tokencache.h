// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/completion.h"
#include "core/secret.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <memory>

namespace pd::registry {

/// A bearer token and until when it may be used (monotonic).
struct Token {
    Secret value;
    qint64 goodUntilMs = 0;
};
using TokenPointer = std::shared_ptr<const Token>;

/// What a token was given for.
struct TokenKey {
    QString host;
    QString service;
    QStringList scopes; ///< Sorted.
    QString account;
    friend bool operator==(const TokenKey &, const TokenKey &) = default;
    friend size_t qHash(const TokenKey &key, size_t seed = 0) { return qHashMulti(seed, key.host, key.service, key.scopes, key.account); }
};

/// Tokens in memory, one request in flight a key. One thread.
class TokenCache final {
public:
    explicit TokenCache(const Clock &clock)
        : m_clock(clock)
    {
    }

    using Fetch = std::function<Task<Result<TokenPointer>>(std::stop_token)>;
    /// The token for `key`: the one we have while it is good for 5 s more, else what `fetch` brings. Others who ask meanwhile wait for that; where
    /// the one who fetches is cancelled, the next takes over.
    [[nodiscard]] Task<Result<TokenPointer>> get(TokenKey key, Fetch fetch, std::stop_token stop);
    /// Drops `token`, unless a newer one took its place.
    void reject(const TokenKey &key, const TokenPointer &token);
    void forget(const QString &host);

private:
    struct Flight {
        QList<Resolver<bool>> waiting;
        std::optional<Error> error;
    };

    const Clock &m_clock;
    QHash<TokenKey, TokenPointer> m_tokens;
    QHash<TokenKey, std::shared_ptr<Flight>> m_flights;
};

} // namespace pd::registry
