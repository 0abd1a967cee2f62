// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"
#include "mailbox.h"

#include <coroutine>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace pd {

namespace detail {

template <typename T>
struct CompletionState {
    std::mutex mutex;
    std::optional<T> value;
    std::coroutine_handle<> waiter;
    Mailbox *home = nullptr;
    bool resolved = false;

    bool resolve(T result)
    {
        const std::scoped_lock lock(mutex);
        if (std::exchange(resolved, true))
            return false;
        value.emplace(std::move(result));
        // Posted under the lock: the waiter cannot have run, and so its mailbox cannot have died, in between.
        if (waiter)
            home->post([handle = std::exchange(waiter, nullptr)] { handle.resume(); });
        return true;
    }
};

template <typename T>
struct IsResult : std::false_type { };
template <typename T>
struct IsResult<Result<T>> : std::true_type { };

} // namespace detail

/// The giving end of a `Completion`: copyable, usable from any thread. The first `resolve` wins. When the last copy goes without
/// having been resolved, a `Result` completion answers "cancelled", so that no coroutine waits for ever.
template <typename T>
class Resolver {
public:
    Resolver() = default;
    explicit Resolver(std::shared_ptr<detail::CompletionState<T>> state)
        : m_guard(std::make_shared<Guard>(std::move(state)))
    {
    }

    /// Any thread. False when somebody was first.
    bool resolve(T value) const { return m_guard->state->resolve(std::move(value)); }

private:
    struct Guard {
        explicit Guard(std::shared_ptr<detail::CompletionState<T>> s)
            : state(std::move(s))
        {
        }
        Guard(const Guard &) = delete;
        Guard &operator=(const Guard &) = delete;
        ~Guard()
        {
            if constexpr (detail::IsResult<T>::value)
                state->resolve(T(cancelled()));
        }
        std::shared_ptr<detail::CompletionState<T>> state;
    };
    std::shared_ptr<Guard> m_guard;
};

/// A value that arrives once, from any thread, awaited once: `co_await completion`. The coroutine goes on in the event loop of
/// the thread that awaits, which needs a `Mailbox`; never inside `resolve`, and never before the awaiting call has returned.
template <typename T>
class Completion {
public:
    Completion()
        : m_state(std::make_shared<detail::CompletionState<T>>())
    {
    }

    /// Take exactly one; copies of it share the duty to resolve.
    [[nodiscard]] Resolver<T> resolver() const { return Resolver<T>(m_state); }

    auto operator co_await() const
    {
        struct Awaiter {
            std::shared_ptr<detail::CompletionState<T>> state;
            bool await_ready() const noexcept { return false; }
            void await_suspend(std::coroutine_handle<> handle) const
            {
                const std::scoped_lock lock(state->mutex);
                Q_ASSERT(Mailbox::current());
                state->home = Mailbox::current();
                // Even a value that is here already comes by the mailbox: whether a call returns before its answer must not depend on
                // which thread was faster.
                if (state->value)
                    state->home->post([handle] { handle.resume(); });
                else
                    state->waiter = handle;
            }
            T await_resume() const
            {
                const std::scoped_lock lock(state->mutex);
                return *std::move(state->value);
            }
        };
        return Awaiter{m_state};
    }

private:
    std::shared_ptr<detail::CompletionState<T>> m_state;
};

} // namespace pd
