// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace pd::desk {

/// A registry that the user added, with the account in use there. The token lies in the keychain, never here.
struct RegistryEntry {
    QString host; ///< With its port; lower case.
    QString user; ///< Empty: anonymous.
    QStringList owners; ///< Owners (GHCR) that the tree shows.
    bool plainHttp = false;
    QString caFile;
    friend bool operator==(const RegistryEntry &, const RegistryEntry &) = default;
};

/// A folder with Rego that the user opened.
struct FolderEntry {
    QString path;
    QString destination; ///< `host/owner/name` of the last publish, empty before the first.
    friend bool operator==(const FolderEntry &, const FolderEntry &) = default;
};

/// What the user chose, typed; every key stands in settings.cpp alone. A value.
struct Settings {
    enum class Scheme { System, Light, Dark };
    enum class Contrast { System, Normal, High };

    QList<RegistryEntry> registries;
    QList<FolderEntry> folders;
    QStringList opened; ///< References opened without belonging to a registry or folder above.
    Scheme scheme = Scheme::System;
    Contrast contrast = Contrast::System;
    QString language; ///< Empty: the system's.
    QString opaPath; ///< Empty: found.
    QString editor; ///< Command for *Open in editor*; empty: the system's.
    quint16 practicePort = 0; ///< The practice registry's port, 0 before its first start.
    bool practiceRuns = false; ///< It was started and not stopped since: started again at the next launch.
    bool readOnly = false; ///< Written by a newer Policy Desk: shown, never overwritten.

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// Reads `file` (INI); a missing one gives the defaults. Blocking: run it in the worker pool.
/// Errors: Storage. A file with a newer schema number is read as far as it is understood, with `readOnly`.
[[nodiscard]] Result<Settings> readSettings(const QString &file);

/// Writes by temporary file and rename, mode 0600. Blocking: run it in the worker pool. Errors: Storage, DiskFull; Conflict
/// ("settings.newer") for a value that is `readOnly`.
[[nodiscard]] Result<void> writeSettings(const QString &file, const Settings &settings);

} // namespace pd::desk
