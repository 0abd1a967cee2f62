// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>

#include <chrono>

namespace pd::secrets {

/// How long a credential helper may take: some ask the user for a password.
inline constexpr std::chrono::milliseconds HelperDeadline{30'000};

/// `name` in the absolute folders of `environment`'s PATH, executable; empty where there is none. A relative folder in PATH would let the
/// working folder decide which program sees a secret.
[[nodiscard]] QString findProgram(const QString &name, const QProcessEnvironment &environment);

/// `environment` for programs of others: without what is ours alone.
[[nodiscard]] QProcessEnvironment childEnvironment(QProcessEnvironment environment);

} // namespace pd::secrets
