// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace pd::desk {

/// What a button beside an error does.
enum class Remedy {
    None,
    Retry,
    SignIn, ///< Sign in to `ErrorText::target`, a host.
    OpenPage, ///< Open `ErrorText::target`, a URL.
    GetOpa,
    OpenSettings,
    UnlockKeychain, ///< Let the keychain ask, and try again.
    KeepUntilQuit, ///< With a token that is kept in memory until the program ends, at `ErrorText::target`, a host.
    ChooseFolder,
    ShowPlace, ///< Go to the first diagnostic.
    FreeSpace, ///< Show the folder whose disk is full.
    Reload, ///< Look again: it changed meanwhile.
    StartRegistry, ///< Start the practice registry …
    MoveRegistry, ///< … on another port.
};

/// An error in words: what happened (title), whose doing it is and why (message), what to do (advice), and a button that does it.
struct ErrorText {
    QString title;
    QString message;
    QString advice;
    Remedy remedy = Remedy::None;
    QString button; ///< The button's text, empty for none.
    QString target;
    QString details; ///< The raw reply, secrets cut out; plain text.

    /// Where one answer has several possible causes, or several ways on: a line and a button each, the likeliest first; else empty. The first
    /// one's button is the one above.
    struct Choice {
        QString text; ///< The cause, or what the way on means.
        Remedy remedy = Remedy::None;
        QString button;
        QString target;
        friend bool operator==(const Choice &, const Choice &) = default;
    };
    QList<Choice> choices;
};

/// The words for `error`, in the language of the installed translators. Any thread. The same for the window and `policydeskctl`.
[[nodiscard]] ErrorText describe(const Error &error);

/// One line: message and advice, for where there is no room.
[[nodiscard]] QString oneLine(const Error &error);

} // namespace pd::desk
