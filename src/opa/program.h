// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"

#include <QString>
#include <QVersionNumber>

namespace pd::opa {

/// An OPA that was found and asked for its version. A value.
struct OpaProgram {
    enum class Origin { Settings, BesideProgram, Path, DataFolder };
    QString path;
    QVersionNumber version;
    Origin origin = Origin::Path;
    friend bool operator==(const OpaProgram &, const OpaProgram &) = default;
};

/// The oldest that we drive: Rego v1 is the default from there on.
[[nodiscard]] QVersionNumber oldestVersion();

/// Where to look, in this order; empty entries are passed over.
struct OpaSearch {
    QString settingsPath; ///< Typed in the settings: where it is set, nothing else is looked at.
    QString besideProgram; ///< Folder of our own program.
    bool searchPath = true; ///< The PATH of this process.
    QString dataFolder; ///< Where `download` puts it.
    QString cacheFolder = {}; ///< Where the versions that programs said are kept; empty: each is asked every time.
};

/// The first OPA that runs and is new enough. One whose file has not changed since it said its version is not asked again. Engine thread.
///
/// Errors: NotFound `opa.missing`; Unsupported `opa.tooOld` (subject the path, detail its version) where only older ones are there;
/// Protocol `opa.notOpa` where the program of the settings does not say an OPA version.
[[nodiscard]] Task<Result<OpaProgram>> find(OpaSearch search, std::stop_token stop);

/// Asks one program for its version. Errors as `find`, and those of `runProcess`.
[[nodiscard]] Task<Result<OpaProgram>> probe(QString path, OpaProgram::Origin origin, std::stop_token stop);

/// The file below the data folder where a downloaded OPA lies.
[[nodiscard]] QString downloadedPath(const QString &dataFolder);

} // namespace pd::opa
