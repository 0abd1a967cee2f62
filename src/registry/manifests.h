// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer.h"
#include "wire.h"

namespace pd::registry {

/// Manifests of a registry, one request each. Namespace of functions on a Wire, which must outlive the tasks.
namespace manifests {

/// The address of `reference`'s manifest.
[[nodiscard]] QByteArray path(const QString &repository, const QString &tagOrDigest);
[[nodiscard]] QString nameOf(const oci::Reference &reference);

[[nodiscard]] Task<Result<ManifestReply>> get(Wire *wire, oci::Reference reference, ActPointer act, std::stop_token stop);
[[nodiscard]] Task<Result<oci::Descriptor>> head(
    Wire *wire, QString host, QString repository, QString name, QStringList scopes, ActPointer act, std::stop_token stop);
/// PUT, and HEAD where the answer was lost or names another digest.
[[nodiscard]] Task<Result<void>> put(
    Wire *wire, QString host, QString repository, QString name, QByteArray bytes, QString mediaType, ActPointer act, std::stop_token stop);
[[nodiscard]] Task<Result<void>> remove(
    Wire *wire, QString host, QString repository, oci::Digest digest, ActPointer act, std::stop_token stop);

} // namespace manifests

} // namespace pd::registry
