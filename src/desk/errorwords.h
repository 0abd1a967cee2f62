// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errortext.h"

#include <span>

namespace pd::desk {

/// The words for a cause, marked for translation in the context `pd::desk`. `%1` is the subject. A cause that ends with a dot stands for
/// all that begin so and have no words of their own.
struct Words {
    const char *cause;
    const char *title;
    const char *message;
    const char *advice;
    Remedy remedy;
    const char *button;
};

/// References, settings, OPA, policies, the store, files, the command line.
[[nodiscard]] std::span<const Words> wordsOfThisComputer();
/// Network, TLS, registries, GitHub, the keychain.
[[nodiscard]] std::span<const Words> wordsOfTheWire();

} // namespace pd::desk
