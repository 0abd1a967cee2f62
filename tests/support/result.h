// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QTest>

namespace pd::test {

/// An error in one line, for the message of a failed test.
[[nodiscard]] QByteArray describe(const Error &error);

/// The error's cause; empty where there is a value, so that comparing it cannot crash.
template <typename T>
[[nodiscard]] QString causeOf(const Result<T> &result)
{
    return result ? QString() : result.error().cause;
}

} // namespace pd::test

/// Fails the test function, with the error in full, unless the `Result` holds a value. Evaluates its argument once.
#define VERIFY_RESULT(expression)                                                                         \
    do {                                                                                                  \
        const auto &pdResult = (expression);                                                              \
        QVERIFY2(pdResult.has_value(), pdResult ? "" : pd::test::describe(pdResult.error()).constData()); \
    } while (false)
