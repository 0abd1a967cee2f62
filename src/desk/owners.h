// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rows.h"
#include "desk/state/settings.h"

/// Whose packages the tree shows under a registry. Pure; owners are compared without regard to capitals, as GitHub does.
namespace pd::desk {

/// Those that the user opened there: kept in the registry's entry, then the owners of opened references and of the folders' destinations.
[[nodiscard]] QList<OwnerRow> knownOwners(const Settings &settings, const QString &host);
/// With the account's own login in front; the same where `login` is empty.
[[nodiscard]] QList<OwnerRow> withOwn(QList<OwnerRow> owners, const QString &login);

/// Adds the registry as well where it is not there yet.
void keepOwner(Settings &settings, const QString &host, const QString &owner);
void dropOwner(Settings &settings, const QString &host, const QString &owner);

} // namespace pd::desk
