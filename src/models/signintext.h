// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sentence.h"

#include <QStringList>

namespace pd::models {

/// What is typed in the form, as far as its words depend on it.
struct SignInFacts {
    QString host = {};
    QString user = {};
    bool hasToken = false;
    bool untilQuit = false;
};

struct SignInWords {
    Sentence sentence = {};
    QString button = {};
    QString hint = {}; ///< Under the host: that opcr.io has closed.
    bool ready = false; ///< It can be tried.
    bool github = false; ///< Tokens have scopes there.
};

[[nodiscard]] SignInWords signInWords(const SignInFacts &facts);

/// A scope of GitHub's classic tokens.
struct ScopeValue {
    QString id; ///< "readPackages"
    QString name; ///< "read:packages"
    QString words; ///< "list and pull"
    bool wanted = false; ///< Ticked at first.
};
[[nodiscard]] QList<ScopeValue> tokenScopes();

/// GitHub's page for a new classic token with these scopes ticked. GitHub Packages takes classic tokens alone.
[[nodiscard]] QString tokenPage(const QStringList &scopes);

} // namespace pd::models
