// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build.h"

#include <stop_token>

namespace pd::policy {

/// One file of a bundle.
struct BundleFile {
    QString path; ///< Without the leading `/`.
    qint64 size = 0;
    QString package; ///< Of a module.
    friend bool operator==(const BundleFile &, const BundleFile &) = default;
};

/// What a bundle says about itself and holds. A value; text is fit to be shown.
struct BundleInfo {
    QString revision;
    QStringList roots; ///< `[""]` where the manifest names none.
    std::optional<RegoVersion> regoVersion; ///< V1 or V0, as the manifest says; empty where it does not.
    bool mixedVersions = false; ///< `file_rego_versions` is there.
    bool isSigned = false; ///< Carries `.signatures.json`. That it is valid is another question.
    QList<BundleFile> files;
    QStringList packages; ///< Sorted, each once.
    QStringList requiredBuiltins;
    QStringList skipped; ///< Devices and the like, which nobody reads.
    qint64 unpacked = 0; ///< Bytes.
};

/// Reads an untrusted `.tar.gz`. Blocks: for the pool. Errors: those of `archive`, InvalidInput `bundle.manifest` (not JSON),
/// `bundle.empty` (neither modules, data nor a policy.wasm inside); Cancelled.
[[nodiscard]] Result<BundleInfo> inspectBundle(const QString &path, std::stop_token stop = {});

} // namespace pd::policy
