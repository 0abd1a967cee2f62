// SPDX-License-Identifier: GPL-3.0-or-later
#include "descriptor.h"

#include "jsonwriter.h"
#include "mediatypes.h"

namespace pd::oci {

namespace {

void appendList(QByteArray &out, const QStringList &list)
{
    out += '[';
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (i > 0)
            out += ',';
        appendJsonString(out, list.at(i));
    }
    out += ']';
}

void appendPlatform(QByteArray &out, const Platform &platform)
{
    out += "{\"architecture\":";
    appendJsonString(out, platform.architecture);
    out += ",\"os\":";
    appendJsonString(out, platform.os);
    if (!platform.osVersion.isEmpty()) {
        out += ",\"os.version\":";
        appendJsonString(out, platform.osVersion);
    }
    if (!platform.osFeatures.isEmpty()) {
        out += ",\"os.features\":";
        appendList(out, platform.osFeatures);
    }
    if (!platform.variant.isEmpty()) {
        out += ",\"variant\":";
        appendJsonString(out, platform.variant);
    }
    out += '}';
}

} // namespace

QByteArray Descriptor::toJson() const
{
    QByteArray out("{\"mediaType\":");
    appendJsonString(out, mediaType);
    out += ",\"digest\":";
    appendJsonString(out, digest.toString());
    out += ",\"size\":" + QByteArray::number(size);
    if (!urls.isEmpty()) {
        out += ",\"urls\":";
        appendList(out, urls);
    }
    if (!annotations.isEmpty()) {
        out += ",\"annotations\":";
        appendJsonObject(out, annotations);
    }
    if (!data.isEmpty()) {
        out += ",\"data\":";
        appendJsonString(out, QString::fromLatin1(data));
    }
    if (platform) {
        out += ",\"platform\":";
        appendPlatform(out, *platform);
    }
    if (!artifactType.isEmpty()) {
        out += ",\"artifactType\":";
        appendJsonString(out, artifactType);
    }
    out += '}';
    return out;
}

Descriptor describe(QString mediaType, QByteArrayView bytes)
{
    Descriptor descriptor;
    descriptor.mediaType = std::move(mediaType);
    descriptor.digest = Digest::ofSha256(bytes);
    descriptor.size = bytes.size();
    return descriptor;
}

Descriptor emptyDescriptor()
{
    return describe(QString(mediaTypeEmpty), QByteArrayView(emptyJson.data(), emptyJson.size()));
}

} // namespace pd::oci
