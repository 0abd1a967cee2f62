// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokencache.h"

namespace pd::registry {

Task<Result<TokenPointer>> TokenCache::get(TokenKey key, Fetch fetch, std::stop_token stop)
{
    constexpr qint64 EarlyMs = 5000;
    for (;;) {
        if (stop.stop_requested())
            co_return cancelled();
        if (const TokenPointer known = m_tokens.value(key); known && m_clock.monotonicMs() + EarlyMs < known->goodUntilMs)
            co_return known;
        if (const auto flight = m_flights.value(key)) {
            const Completion<bool> woken;
            const Resolver<bool> resolver = woken.resolver();
            flight->waiting.append(resolver);
            const std::stop_callback onStop(stop, [resolver] { resolver.resolve(false); });
            co_await woken;
            if (flight->error && !flight->error->isCancelled())
                co_return fail(*flight->error);
            continue;
        }
        const auto flight = std::make_shared<Flight>();
        m_flights.insert(key, flight);
        Result<TokenPointer> fetched = co_await fetch(stop);
        m_flights.remove(key);
        if (fetched)
            m_tokens.insert(key, *fetched);
        else
            flight->error = fetched.error();
        for (const Resolver<bool> &waiting : flight->waiting)
            waiting.resolve(true);
        co_return fetched;
    }
}

void TokenCache::reject(const TokenKey &key, const TokenPointer &token)
{
    if (m_tokens.value(key) == token)
        m_tokens.remove(key);
}

void TokenCache::forget(const QString &host)
{
    m_tokens.removeIf([&host](const auto &entry) { return entry.key().host == host; });
}

} // namespace pd::registry
