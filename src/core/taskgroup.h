// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "completion.h"
#include "task.h"

#include <deque>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

namespace pd {

/// The one way to fan out: starts Tasks side by side in the calling thread, at most `limit` at once. The first error stops the
/// siblings by their stop token, those that wait are never started, and `join` returns when *all* that run have come to their end.
///
/// `T` is the value of each Task; `join` gives the values in the order of `add`. Call `join` exactly once. A group that goes without having been
/// joined stops its Tasks and does not wait.
template <typename T>
class TaskGroup {
    static constexpr bool HasValue = !std::is_void_v<T>;
    using Value = std::conditional_t<HasValue, T, std::monostate>;

public:
    using Starter = std::move_only_function<Task<Result<T>>(std::stop_token)>;
    using Joined = Result<std::conditional_t<HasValue, std::vector<Value>, void>>;

    explicit TaskGroup(std::stop_token parent, int limit = std::numeric_limits<int>::max())
        : m_state(std::make_shared<State>(limit))
        , m_onParent(std::move(parent), StopAll{m_state})
    {
    }
    ~TaskGroup() { m_state->stop.request_stop(); }
    TaskGroup(const TaskGroup &) = delete;
    TaskGroup &operator=(const TaskGroup &) = delete;

    /// `start` is called with the group's token, at once or when a place is free. It may capture: it is no coroutine itself.
    void add(Starter start)
    {
        m_state->waiting.emplace_back(m_state->values.size(), std::move(start));
        m_state->values.emplace_back();
        pump(m_state);
    }

    [[nodiscard]] Task<Joined> join() { return await(m_state); }

private:
    struct State {
        explicit State(int most)
            : limit(most)
        {
        }
        std::stop_source stop;
        std::deque<std::pair<size_t, Starter>> waiting;
        std::vector<std::optional<Value>> values;
        std::optional<Error> error;
        int limit;
        int running = 0;
        bool pumping = false;
        std::optional<Resolver<bool>> joiner;
    };
    using Shared = std::shared_ptr<State>;

    struct StopAll {
        Shared state;
        void operator()() const { state->stop.request_stop(); }
    };

    static void pump(const Shared &state)
    {
        if (std::exchange(state->pumping, true))
            return; // a Task that ended at once: the loop below goes on
        while (!state->waiting.empty() && state->running < state->limit && !state->stop.stop_requested()) {
            auto [index, start] = std::move(state->waiting.front());
            state->waiting.pop_front();
            ++state->running;
            watch(state, index, start(state->stop.get_token()));
        }
        state->pumping = false;
        if (state->stop.stop_requested() && !state->waiting.empty()) {
            state->waiting.clear();
            if (!state->error)
                state->error = cancelled().error();
        }
        if (state->running == 0 && state->waiting.empty() && state->joiner)
            state->joiner->resolve(true);
    }

    static Task<void> watch(Shared state, size_t index, Task<Result<T>> task)
    {
        Result<T> result = co_await std::move(task);
        --state->running;
        if (result) {
            if constexpr (HasValue)
                state->values[index] = *std::move(result);
        } else {
            if (!state->error)
                state->error = std::move(result).error();
            state->stop.request_stop();
        }
        pump(state);
    }

    static Task<Joined> await(Shared state)
    {
        const Completion<bool> done;
        state->joiner = done.resolver();
        pump(state);
        co_await done;
        if (state->error)
            co_return std::unexpected(*std::move(state->error));
        if constexpr (HasValue) {
            std::vector<Value> values;
            values.reserve(state->values.size());
            for (std::optional<Value> &value : state->values)
                values.push_back(*std::move(value));
            co_return values;
        } else {
            co_return Joined();
        }
    }

    Shared m_state;
    std::stop_callback<StopAll> m_onParent;
};

} // namespace pd
