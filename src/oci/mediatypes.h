// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

/// Media types and annotation keys (image-spec 1.1, "Media Types" and "Annotations"; docker/distribution's schema 2).
namespace pd::oci {

inline constexpr QLatin1StringView mediaTypeManifest("application/vnd.oci.image.manifest.v1+json");
inline constexpr QLatin1StringView mediaTypeIndex("application/vnd.oci.image.index.v1+json");
inline constexpr QLatin1StringView mediaTypeDockerManifest("application/vnd.docker.distribution.manifest.v2+json");
inline constexpr QLatin1StringView mediaTypeDockerList("application/vnd.docker.distribution.manifest.list.v2+json");
inline constexpr QLatin1StringView mediaTypeConfig("application/vnd.oci.image.config.v1+json");
inline constexpr QLatin1StringView mediaTypeEmpty("application/vnd.oci.empty.v1+json");
inline constexpr QLatin1StringView mediaTypeUnknownConfig("application/vnd.unknown.config.v1+json");
inline constexpr QLatin1StringView mediaTypeLayerTar("application/vnd.oci.image.layer.v1.tar");
inline constexpr QLatin1StringView mediaTypeLayerTarGzip("application/vnd.oci.image.layer.v1.tar+gzip");
inline constexpr QLatin1StringView mediaTypeOctetStream("application/octet-stream");

inline constexpr QLatin1StringView annotationCreated("org.opencontainers.image.created");
inline constexpr QLatin1StringView annotationTitle("org.opencontainers.image.title");
inline constexpr QLatin1StringView annotationSource("org.opencontainers.image.source");
inline constexpr QLatin1StringView annotationRevision("org.opencontainers.image.revision");
inline constexpr QLatin1StringView annotationVersion("org.opencontainers.image.version");
inline constexpr QLatin1StringView annotationRefName("org.opencontainers.image.ref.name");
/// The Policy CLI's own: `policy`, and `rego.v0 | rego.v0v1 | rego.v1`.
inline constexpr QLatin1StringView annotationRegistryType("org.openpolicyregistry.type");
inline constexpr QLatin1StringView annotationRegoVersion("rego.version");

/// The empty descriptor's blob, `{}`, and its digest (image-spec 1.1, "Guidance for an Empty Descriptor").
inline constexpr QLatin1StringView emptyJson("{}");
inline constexpr QLatin1StringView emptyJsonDigest("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");

/// No manifest or index from outside may be larger (distribution-spec 1.1, "Pushing Manifests").
inline constexpr qint64 maxManifestBytes = 4 * 1024 * 1024;

} // namespace pd::oci
