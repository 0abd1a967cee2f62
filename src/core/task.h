// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QCoroTask>

#include <stop_token>
#include <utility>

namespace pd {

/// A coroutine that runs in the thread that started it, at once, up to its first wait. Dropping a Task does not stop it:
/// every Task that can take long has a `std::stop_token` as its last parameter, by value. Parameters are values, never references to
/// what may die first; no capturing lambda is a coroutine.
template <typename T>
using Task = QCoro::Task<T>;

} // namespace pd

#define PD_TRY_JOIN2(a, b) a##b
#define PD_TRY_JOIN(a, b) PD_TRY_JOIN2(a, b)
#define PD_TRY_VOID(tmp, expression) \
    auto tmp = (expression);         \
    if (!tmp)                        \
    co_return std::unexpected(std::move(tmp).error())
#define PD_TRY_VALUE(tmp, declaration, expression) \
    PD_TRY_VOID(tmp, expression);                  \
    declaration = *std::move(tmp)
#define PD_TRY_1(expression) PD_TRY_VOID(PD_TRY_JOIN(pdTry, __COUNTER__), expression)
#define PD_TRY_2(declaration, expression) PD_TRY_VALUE(PD_TRY_JOIN(pdTry, __COUNTER__), declaration, expression)
#define PD_TRY_PICK(_1, _2, name, ...) name

/// In a coroutine that returns `Task<Result<…>>`: `CO_TRY(auto x, co_await f())` or `CO_TRY(co_await g())` returns the error
/// to the caller, or goes on with the value.
#define CO_TRY(...) PD_TRY_PICK(__VA_ARGS__, PD_TRY_2, PD_TRY_1)(__VA_ARGS__)
