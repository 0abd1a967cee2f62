// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <memory>

namespace pd::test {

/// The application object of a test class.
[[nodiscard]] std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool gui);

/// Problems that the application itself saw (events that took too long), printed; their number.
[[nodiscard]] int endApplication();

} // namespace pd::test
