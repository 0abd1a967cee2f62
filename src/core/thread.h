// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "completion.h"
#include "task.h"

#include <thread>
#include <type_traits>

namespace pd {

namespace detail {

template <typename F, typename T>
Task<void> runAndResolve(F work, Resolver<T> resolver)
{
    resolver.resolve(co_await work());
}

} // namespace detail

/// Runs `work`, which returns `Task<Result<T>>`, in the thread of `there`, and gives its result in the calling thread. `work`
/// moves over: what it captures must be values or outlive it. Where `there` goes first the answer is "cancelled".
template <typename F, typename R = typename std::invoke_result_t<F &>::value_type>
Task<R> callIn(Mailbox &there, F work)
{
    const Completion<R> done;
    there.post(
        [work = std::move(work), resolver = done.resolver()]() mutable { detail::runAndResolve(std::move(work), std::move(resolver)); });
    co_return co_await done;
}

/// Runs the plain function `work`, which returns `Result<T>`, in the thread of `there`.
template <typename F, typename R = std::invoke_result_t<F &>>
Task<R> runIn(Mailbox &there, F work)
{
    const Completion<R> done;
    there.post([work = std::move(work), resolver = done.resolver()]() mutable { resolver.resolve(work()); });
    co_return co_await done;
}

/// A thread with an event loop and a mailbox. The engine's home: transport, coroutines and child processes live in one of it.
class EventThread {
public:
    /// Starts the thread and waits until its mailbox is there.
    explicit EventThread(const QString &name);
    /// Quits the event loop after the letter that runs now, and joins.
    ~EventThread();
    EventThread(const EventThread &) = delete;
    EventThread &operator=(const EventThread &) = delete;

    /// Valid as long as this object.
    [[nodiscard]] Mailbox &mailbox() const { return *m_mailbox; }

private:
    Mailbox *m_mailbox = nullptr;
    std::thread m_thread;
};

} // namespace pd
