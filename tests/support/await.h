// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/completion.h"
#include "core/task.h"

#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <optional>

namespace pd::test {

namespace detail {

template <typename T>
struct Awaited {
    std::optional<T> value;
    QEventLoop *loop = nullptr;
};

template <typename T>
Task<void> collect(Task<T> task, std::shared_ptr<Awaited<T>> awaited)
{
    awaited->value.emplace(co_await std::move(task));
    if (awaited->loop)
        awaited->loop->quit();
}

/// Spins until the value is there; false at the deadline.
template <typename T>
bool spin(Awaited<T> &awaited, std::chrono::milliseconds deadline)
{
    if (awaited.value)
        return true;
    QEventLoop loop;
    QTimer::singleShot(deadline, &loop, &QEventLoop::quit);
    awaited.loop = &loop;
    loop.exec();
    awaited.loop = nullptr;
    return awaited.value.has_value();
}

} // namespace detail

/// Runs the event loop of this thread until the task is done. At the deadline a `Result` is the error "test.deadline"; any other type
/// ends the program.
template <typename T>
T await(Task<T> task, std::chrono::milliseconds deadline = std::chrono::seconds(20))
{
    const auto awaited = std::make_shared<detail::Awaited<T>>();
    detail::collect(std::move(task), awaited);
    if (!detail::spin(*awaited, deadline)) {
        if constexpr (pd::detail::IsResult<T>::value)
            return fail(ErrorKind::Timeout, Blame::PolicyDesk, QStringLiteral("test.deadline"));
        else
            qFatal("a task did not end within %lld ms", static_cast<long long>(deadline.count()));
    }
    return *std::move(awaited->value);
}

} // namespace pd::test
