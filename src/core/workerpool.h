// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread.h"

#include <condition_variable>
#include <vector>

namespace pd {

/// Threads without an event loop for what takes long: fsync, index, JSON over 64 kB, archives, sorting, hashing. First in, first out.
/// Made once, in the composition root. What still waits at destruction is dropped and answers "cancelled"; what runs is awaited.
class WorkerPool {
public:
    explicit WorkerPool(int threads = 2);
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// Runs `work`, which returns `Result<T>`, in a worker; the result comes in the calling thread, which needs a `Mailbox`. `work` gets no
    /// stop token of its own: capture one where it can take long.
    template <typename F, typename R = std::invoke_result_t<F &>>
    Task<R> run(F work)
    {
        const Completion<R> done;
        push([work = std::move(work), resolver = done.resolver()]() mutable { resolver.resolve(work()); });
        co_return co_await done;
    }

private:
    using Job = std::move_only_function<void()>;
    void push(Job job);
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_closing = false;
    std::vector<std::jthread> m_threads;
};

} // namespace pd
