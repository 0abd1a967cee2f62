// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspection.h"

#include "desk/requests.h"

#include <QDateTime>

namespace pd::models {

// What the inspector says of things, and what can be done with them. Facts that are not known are left out.

/// Local images that are chosen: none, one or several. Acts: `push`, `try`, `save`, `tag`, `copyReference`, `remove`.
[[nodiscard]] InspectorContent inspectImages(const QList<desk::LocalImage> &chosen, const QDateTime &now);

/// A tag in a registry. Acts: `pull`, `try`, `copyReference`, `delete` (makes a plan).
[[nodiscard]] InspectorContent inspectRemoteTag(const desk::RemoteTag &tag, const QString &repository, const QDateTime &now);

/// A package when no tag of it is chosen. Acts: `openPage`, `visibility`, `copyReference`, `delete` (makes a plan).
[[nodiscard]] InspectorContent inspectPackage(const desk::RemotePackage &package, const QDateTime &now);

/// A package chosen in a table of packages: as `inspectPackage`, with *Show tags* first. Acts besides: `showTags`.
[[nodiscard]] InspectorContent inspectListedPackage(const desk::RemotePackage &package, const QDateTime &now);

/// A registry, or an owner there: who one is to it, and what follows (`signIn`, `signOut`, `openPage`, `refresh`).
struct RegistryFacts {
    QString host;
    QString owner; ///< Empty: the registry itself.
    QString user; ///< Empty: seen without an account.
    QString page; ///< On the web; empty without one.
    bool practice = false; ///< Its account is Policy Desk's own affair.
    qsizetype packages = -1; ///< Below 0: not known.
};
[[nodiscard]] InspectorContent inspectRegistry(const RegistryFacts &registry);

/// What a delete would do: the promise, the sentence and the one filled button. Acts: `accept` (deletes), `cancel`.
[[nodiscard]] InspectorContent inspectPlan(const desk::DeletePlan &plan);

/// A folder. Acts: `forgetFolder`, `openFolderOutside`.
[[nodiscard]] InspectorContent inspectFolder(const desk::FolderRow &folder, const QString &home);

/// "rbac-1.0.0.tar.gz": what *Save* offers.
[[nodiscard]] QString bundleFileName(const QString &reference);

} // namespace pd::models
