// SPDX-License-Identifier: GPL-3.0-or-later
#include "workerpool.h"

#include <chrono>
#include <malloc.h>
#include <pthread.h>

namespace pd {

namespace {

/// Jobs come in bursts.
constexpr std::chrono::milliseconds Pause{300};

} // namespace

WorkerPool::WorkerPool(int threads)
{
    m_threads.reserve(static_cast<size_t>(threads));
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool()
{
    std::deque<Job> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        m_closing = true;
        dropped.swap(m_jobs);
    }
    m_wake.notify_all();
    m_threads.clear();
}

void WorkerPool::push(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_closing)
            return;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void WorkerPool::work()
{
    pthread_setname_np(pthread_self(), "pd-worker");
    bool worked = false;
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            const auto wanted = [this] { return m_closing || !m_jobs.empty(); };
            if (!m_wake.wait_for(lock, Pause, wanted)) {
                // A job over a large file leaves holes behind that the system can use.
                if (std::exchange(worked, false)) {
                    lock.unlock();
                    malloc_trim(0);
                    lock.lock();
                }
                m_wake.wait(lock, wanted);
            }
            if (m_closing)
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
            worked = true;
        }
        job();
    }
}

} // namespace pd
