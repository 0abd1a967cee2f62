// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace pd::desk {

/// A tag that pointed elsewhere before.
struct MovedTag {
    QString tag;
    QString from; ///< The digest that it pointed to.
    friend bool operator==(const MovedTag &, const MovedTag &) = default;
};

/// Tags of the local store are what they were before: an entry of the store's journal.
struct StoreUndo {
    QString entry;
    friend bool operator==(const StoreUndo &, const StoreUndo &) = default;
};

/// Deleted versions of a registry come back: their manifests were kept in the state file.
struct ManifestsUndo {
    QList<qint64> ids; ///< As `StateDb::keepDeleted` gave them; at least one.
    friend bool operator==(const ManifestsUndo &, const ManifestsUndo &) = default;
};

/// Moved tags of a registry point to what they pointed to before; those that were new stay.
struct TagsUndo {
    QString repository; ///< `host/repository`
    QString now; ///< The digest that the tags point to since.
    QList<MovedTag> moved; ///< At least one.
    friend bool operator==(const TagsUndo &, const TagsUndo &) = default;
};

/// GitHub restores what it deleted, for 30 days.
struct GitHubUndo {
    QString host;
    QString repository;
    QList<qint64> ids; ///< Of versions; empty: the whole package.
    friend bool operator==(const GitHubUndo &, const GitHubUndo &) = default;
};

/// What takes an act back, in the order of its steps. A value; `UndoVerb` does it.
struct Undo {
    using Step = std::variant<StoreUndo, ManifestsUndo, TagsUndo, GitHubUndo>;
    QList<Step> steps;

    /// The act cannot be undone.
    [[nodiscard]] bool isEmpty() const { return steps.isEmpty(); }
    /// As it stands in the history and on command lines, a line a step: `store:ENTRY`, `remote:ID,…`, `tags:HOST/REPOSITORY NOW TAG=BEFORE …`,
    /// `github:HOST/REPOSITORY` or `github:HOST/REPOSITORY@ID,…`. Empty for an empty one.
    [[nodiscard]] QString toString() const;
    /// Nothing where a line is none of these, or holds anything but what belongs there.
    [[nodiscard]] static std::optional<Undo> parse(const QString &text);
    friend bool operator==(const Undo &, const Undo &) = default;
};

} // namespace pd::desk
