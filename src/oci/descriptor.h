// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "digest.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace pd::oci {

/// Untrusted text by untrusted keys. Show it as plain text, never as a path, URL or markup.
using Annotations = QMap<QString, QString>;

/// image-spec 1.1, "Image Index Property Descriptions", `platform`.
struct Platform {
    QString architecture;
    QString os;
    QString osVersion;
    QStringList osFeatures;
    QString variant;
    friend bool operator==(const Platform &, const Platform &) = default;
};

/// Points at bytes by digest and size (image-spec 1.1, "Descriptor"). A value.
struct Descriptor {
    QString mediaType;
    Digest digest;
    qint64 size = 0; ///< Bytes, never negative.
    Annotations annotations;
    QString artifactType;
    std::optional<Platform> platform;
    QStringList urls; ///< Kept; never fetched.
    QByteArray data; ///< Base64, as it came; never trusted in the blob's place.

    /// Compact JSON, members in the order of image-spec's Go structures, keys of annotations sorted: what the Policy CLI's library writes.
    [[nodiscard]] QByteArray toJson() const;
    friend bool operator==(const Descriptor &, const Descriptor &) = default;
};

/// The descriptor of `bytes`.
[[nodiscard]] Descriptor describe(QString mediaType, QByteArrayView bytes);
/// The descriptor of the blob `{}`, without annotations.
[[nodiscard]] Descriptor emptyDescriptor();

} // namespace pd::oci
