// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "navigation.h"

#include "desk/rows.h"

#include <QSet>

#include <optional>

namespace pd::models {

/// What the tree is made of, as plain facts; `makeTree` words and orders them.
struct NavigationFacts {
    struct Owner {
        QString name; ///< Empty: a registry without owners has its repositories here.
        bool organisation = false;
        int total = -1; ///< All packages; −1 not read.
        QList<desk::RemotePackage> packages; ///< Those that are read, in the order to show.
    };
    struct Registry {
        QString host;
        QString user; ///< Empty: anonymous.
        bool practice = false;
        bool running = false; ///< The practice registry answers.
        bool reachable = true;
        bool signInNeeded = false; ///< The token is refused or gone.
        bool read = false; ///< Owners are known; else the row can be opened, and asks then.
        QList<Owner> owners;
    };
    struct Folder {
        QString path;
        int changed = 0; ///< Files that differ from git's last revision.
        bool missing = false;
    };
    QList<Registry> registries;
    int localImages = -1; ///< −1 while not read.
    QList<Folder> folders;
    QStringList opened; ///< References and `package:` places without a registry above.
    QSet<QString> wholeOwners; ///< Owner places whose "… more" was chosen: all of their packages show.
};

/// Packages of an owner that show before "… more".
inline constexpr int PackagesShown = 7;

// The words that stand for places, in the tree, the breadcrumb and the history.
[[nodiscard]] QString startPlace();
/// What deleting a version (tag or digest) of `host/repository` would take along; of the whole package where `version` is empty.
[[nodiscard]] QString planPlace(const QString &repository, const QString &version);
[[nodiscard]] QString signInPlace(const QString &host);
[[nodiscard]] QString localPlace();
/// A local image, selected among the others.
[[nodiscard]] QString imagePlace(const QString &reference);
[[nodiscard]] QString registryPlace(const QString &host);
[[nodiscard]] QString ownerPlace(const QString &host, const QString &owner);
[[nodiscard]] QString packagePlace(const QString &host, const QString &repository);
[[nodiscard]] QString morePlace(const QString &host, const QString &owner);
[[nodiscard]] QString folderPlace(const QString &path);
[[nodiscard]] QString openedPlace(const QString &reference);

/// A place taken apart: `kind` is the word before the first colon, `subject` all behind it ("registry", "ghcr.io"); both are empty for a
/// word that is no place.
struct Place {
    QString kind;
    QString subject;
    friend bool operator==(const Place &, const Place &) = default;
};
[[nodiscard]] Place parsePlace(const QString &place);

/// The tree: *Registries*, *On this computer*, *Folders*, and *Opened* where something is opened. Folders of one name are told apart by
/// what stands before it.
[[nodiscard]] TreeSnapshot makeTree(const NavigationFacts &facts);

} // namespace pd::models
