// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rows.h"

#include <QList>

namespace pd::models {

/// A place in the tree: a registry, an owner, a package, a folder.
struct TreeNode {
    QString id = {}; ///< place id; unique in the tree
    QString label = {};
    QString icon = {};
    QString trailing = {}; ///< account, count or state in words: "@mira", "37", "running"
    QString stateIcon = {}; ///< e.g. a warning after the trailing words
    Tone stateTone = Tone::Warn;
    QString toolTip = {};
    bool more = false; ///< stands for others: "30 more…"
    bool expandable = false; ///< has children that are not read yet
    QList<TreeNode> children = {};
    /// Not defaulted: a type that holds itself in a list cannot be asked whether it compares.
    friend bool operator==(const TreeNode &a, const TreeNode &b);
};

/// A head of the tree and what stands under it.
struct TreeSection {
    QString id = {}; ///< "registries", "computer", "folders", "opened"
    QString title = {};
    QString addToolTip = {}; ///< what its plus does; empty: no plus
    QString emptyText = {}; ///< "None yet"
    QList<TreeNode> nodes = {};
    friend bool operator==(const TreeSection &, const TreeSection &) = default;
};

/// All of the tree at one moment.
struct TreeSnapshot {
    QList<TreeSection> sections = {};
    friend bool operator==(const TreeSnapshot &, const TreeSnapshot &) = default;
};

/// One step of the breadcrumb.
struct Crumb {
    QString id = {}; ///< place id
    QString label = {};
    friend bool operator==(const Crumb &, const Crumb &) = default;
};

} // namespace pd::models
