// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "descriptor.h"

#include <QList>

namespace pd::oci {

/// An image manifest (image-spec 1.1, or Docker's schema 2, which differs in its media types). A value.
struct Manifest {
    QString mediaType; ///< May be empty in a parsed one: old OCI manifests have none.
    QString artifactType;
    Descriptor config;
    QList<Descriptor> layers;
    std::optional<Descriptor> subject;
    Annotations annotations;
    QByteArray bytes; ///< Exactly what was parsed; empty for one made here. Its digest is over these.

    /// Parses untrusted bytes. `contentType`, where given, is what the sender called them; it must equal `mediaType`.
    ///
    /// Errors, all Protocol and blamed on the registry: `manifest.tooLarge` (over maxManifestBytes), `manifest.utf8`, `manifest.depth`,
    /// `manifest.json`, `manifest.duplicateKey`, `manifest.mediaType` (not a manifest's, or not `contentType`), `manifest.ambiguous` (both
    /// `layers` and `manifests`), `manifest.shape` (a member missing, of a wrong type or out of range; the subject names it). A digest that is none:
    /// `digest.syntax`, `digest.algorithm`.
    [[nodiscard]] static Result<Manifest> parse(QByteArrayView bytes, QStringView contentType = {});
    /// Compact JSON; see Descriptor::toJson().
    [[nodiscard]] QByteArray toJson() const;
    /// The first layer that is a bundle: media type tar+gzip or tar. Null when there is none.
    [[nodiscard]] const Descriptor *bundleLayer() const;
};

/// An image index, or Docker's manifest list. A value.
struct Index {
    QString mediaType;
    QString artifactType;
    QList<Descriptor> manifests; ///< `null` and missing read as none.
    std::optional<Descriptor> subject;
    Annotations annotations;
    QByteArray bytes; ///< As in Manifest.

    /// Errors as Manifest::parse.
    [[nodiscard]] static Result<Index> parse(QByteArrayView bytes, QStringView contentType = {});
    [[nodiscard]] QByteArray toJson() const;
};

/// One descriptor alone: an entry of a store's index. Errors as Manifest::parse.
[[nodiscard]] Result<Descriptor> parseDescriptor(QByteArrayView json);

/// A flat object of strings. Errors as Manifest::parse.
[[nodiscard]] Result<Annotations> parseAnnotations(QByteArrayView json);

} // namespace pd::oci
