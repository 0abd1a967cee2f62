// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions.h"

namespace pd::models {

/// Nothing to show, and why: own text, at most one filled button.
struct EmptyNotice {
    QString icon = {};
    QString title = {};
    QString text = {};
    QList<ActionValue> actions = {};
    friend bool operator==(const EmptyNotice &, const EmptyNotice &) = default;
};

/// One of several possible causes, each with its way on.
struct CauseValue {
    QString icon = {};
    QString title = {};
    QString text = {};
    ActionValue action = {};
    friend bool operator==(const CauseValue &, const CauseValue &) = default;
};

/// What happened, whose doing it is, what to do, a button that does it, and the raw reply.
struct ErrorNotice {
    QString icon = {}; ///< "pd-warning" where it is empty
    QString title = {};
    QString text = {};
    QList<CauseValue> causes = {};
    QList<ActionValue> actions = {};
    QString hint = {}; ///< under the buttons or the field
    QString details = {}; ///< raw, secrets cut out
    friend bool operator==(const ErrorNotice &, const ErrorNotice &) = default;
};

/// What was found on this computer, for the first page.
struct FoundItem {
    QString id = {};
    QString icon = {};
    QString title = {};
    QString text = {};
    ActionValue action = {};
    friend bool operator==(const FoundItem &, const FoundItem &) = default;
};

/// The first page.
struct StartContent {
    QList<FoundItem> found = {};
    ActionValue useAll = {}; ///< "Use all three"; empty id: left out
    QString practiceLabel = {}; ///< "Start it" or "Open it"
    friend bool operator==(const StartContent &, const StartContent &) = default;
};

} // namespace pd::models
