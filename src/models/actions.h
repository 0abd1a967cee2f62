// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace pd::models {

enum class ActionRank {
    Primary, ///< the one filled button of a screen
    Normal,
    Danger, ///< deletes; stands last, never the default
    Filled, ///< danger as a filled red button, in a plan alone
};

/// Something that can be done, as a button, a menu row or a verb. Chosen, the widget gives back `id`.
struct ActionValue {
    QString id = {}; ///< stable word: "pull"; the button's object name is `id` + "Button"
    QString label = {}; ///< translated, sentence case
    QString icon = {}; ///< icon name or empty
    QString shortcut = {}; ///< as shown: "Ctrl S"
    QString toolTip = {};
    bool enabled = true;
    QString reason = {}; ///< why it is disabled, or what it would wait for: "needs the network"
    ActionRank rank = ActionRank::Normal;
    QString subject = {}; ///< what it is about where the place does not say: a host, a page; an error's button gives back `id:subject`
    friend bool operator==(const ActionValue &, const ActionValue &) = default;
};

/// A label and its value. `mono` values are digests, paths, commands: left to right always.
struct FactValue {
    QString label = {};
    QString value = {};
    QString toolTip = {};
    bool mono = false;
    friend bool operator==(const FactValue &, const FactValue &) = default;
};

} // namespace pd::models
