// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions.h"
#include "rows.h"
#include "sentence.h"

namespace pd::models {

/// A check and, where it can be made or mended from here, how.
struct CheckValue {
    CheckState state = CheckState::NotChecked;
    QString words = {}; ///< "48 tests pass"
    QString note = {}; ///< "91 % covered"
    QString icon = {}; ///< instead of the state's own: what waits has a clock
    ActionValue action = {};
    friend bool operator==(const CheckValue &, const CheckValue &) = default;
};

/// A block between two lines of the inspector. What is empty is left out.
struct InspectorSection {
    QString title = {};
    QString text = {}; ///< a paragraph
    QList<FactValue> facts = {};
    QList<CheckValue> checks = {};
    QString command = {}; ///< "Same as"
    friend bool operator==(const InspectorSection &, const InspectorSection &) = default;
};

/// A box that can be ticked: "Keep a copy on this computer".
struct OptionValue {
    QString id = {};
    QString label = {};
    bool checked = false;
    friend bool operator==(const OptionValue &, const OptionValue &) = default;
};

/// A tinted card: "Undo until 24 December 2026".
struct PromiseValue {
    QString icon = {};
    QString title = {};
    QString text = {};
    friend bool operator==(const PromiseValue &, const PromiseValue &) = default;
};

/// All that the inspector shows of what is selected. An empty title: nothing is selected.
struct InspectorContent {
    QString title = {};
    QList<BadgeValue> badges = {};
    QString kind = {}; ///< "policy-rebac", "Package", "Folder", "Plan"
    QString digest = {}; ///< or a path: monospaced, can be copied
    QString digestToolTip = {}; ///< the whole digest
    Sentence sentence = {}; ///< a plan: what goes, what stays
    PromiseValue promise = {};
    QList<OptionValue> options = {};
    QList<ActionValue> buttons = {}; ///< the first one takes the free width
    QList<ActionValue> more = {}; ///< behind the three dots
    QString note = {}; ///< under the buttons
    QList<InspectorSection> sections = {};
    QList<ActionValue> verbs = {}; ///< danger last, whatever the order given
    friend bool operator==(const InspectorContent &, const InspectorContent &) = default;
};

} // namespace pd::models
