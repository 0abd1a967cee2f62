// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <stop_token>

namespace pd::opa {

/// An image's bundle, unpacked for `opa run`. A value.
struct UnpackedImage {
    /// Load the folder as a bundle (`-b`): needed where its files have different Rego versions. Else as plain files, which leaves room for
    /// definitions beside rules that own all roots.
    bool asBundle = false;
    bool v0 = false; ///< Needs `--v0-compatible`.
    QByteArray manifest;
    /// Data documents with the path where they lie ("" or "app.users").
    QList<std::pair<QString, QByteArray>> data;
    int files = 0;
};

/// Unpacks what OPA reads (modules, data documents; for `asBundle` the manifest) of an untrusted tarball into the empty folder
/// `target`. Blocks: for the worker pool. Errors: those of `archive`; Cancelled.
[[nodiscard]] Result<UnpackedImage> unpackImage(const QString &bundle, const QString &target, std::stop_token stop);

} // namespace pd::opa
