// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest.h"

#include "jsonwriter.h"
#include "mediatypes.h"
#include "strictjson.h"

namespace pd::oci {

namespace {

/// What a manifest and an index have in common.
struct Envelope {
    QString mediaType;
    QString artifactType;
    std::optional<Descriptor> subject;
    Annotations annotations;
};

Result<Envelope> parseEnvelope(simdjson::dom::object object, QStringView contentType, const QList<QLatin1StringView> &allowed)
{
    int64_t version = 0;
    if (object.at_key("schemaVersion").get(version) != simdjson::SUCCESS || version != 2)
        return json::bad(QLatin1StringView("manifest.shape"), QStringLiteral("schemaVersion"));
    auto mediaType = json::string(object, "mediaType");
    auto artifactType = json::string(object, "artifactType");
    if (!mediaType || !artifactType)
        return std::unexpected(std::move(!mediaType ? mediaType.error() : artifactType.error()));
    if (!contentType.isEmpty() && !mediaType->isEmpty() && contentType != *mediaType)
        return json::bad(
            QLatin1StringView("manifest.mediaType"), *mediaType, contentType.first(qMin<qsizetype>(contentType.size(), 256)).toString());
    const QString effective = mediaType->isEmpty() ? contentType.toString() : *mediaType;
    if (!effective.isEmpty() && std::ranges::find(allowed, effective) == allowed.end())
        return json::bad(QLatin1StringView("manifest.mediaType"), effective.first(qMin<qsizetype>(effective.size(), 256)));
    auto subject = json::optionalDescriptor(object, "subject");
    if (!subject)
        return std::unexpected(std::move(subject.error()));
    auto annotations = json::annotations(object, "annotations");
    if (!annotations)
        return std::unexpected(std::move(annotations.error()));
    return Envelope{*mediaType, *artifactType, std::move(*subject), std::move(*annotations)};
}

void appendHead(QByteArray &out, const QString &mediaType, const QString &artifactType)
{
    out += "{\"schemaVersion\":2";
    if (!mediaType.isEmpty()) {
        out += ",\"mediaType\":";
        appendJsonString(out, mediaType);
    }
    if (!artifactType.isEmpty()) {
        out += ",\"artifactType\":";
        appendJsonString(out, artifactType);
    }
}

void appendDescriptors(QByteArray &out, const QList<Descriptor> &list)
{
    out += '[';
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (i > 0)
            out += ',';
        out += list.at(i).toJson();
    }
    out += ']';
}

void appendTail(QByteArray &out, const std::optional<Descriptor> &subject, const Annotations &annotations)
{
    if (subject)
        out += ",\"subject\":" + subject->toJson();
    if (!annotations.isEmpty()) {
        out += ",\"annotations\":";
        appendJsonObject(out, annotations);
    }
    out += '}';
}

} // namespace

Result<Manifest> Manifest::parse(QByteArrayView bytes, QStringView contentType)
{
    simdjson::dom::parser parser;
    auto object = json::parseObject(parser, bytes, maxManifestBytes);
    if (!object)
        return std::unexpected(std::move(object.error()));
    if (json::has(*object, "manifests"))
        return json::bad(
            QLatin1StringView(json::has(*object, "layers") || json::has(*object, "config") ? "manifest.ambiguous" : "manifest.mediaType"));
    auto envelope = parseEnvelope(*object, contentType, {mediaTypeManifest, mediaTypeDockerManifest});
    if (!envelope)
        return std::unexpected(std::move(envelope.error()));
    auto config = json::optionalDescriptor(*object, "config");
    if (!config)
        return std::unexpected(std::move(config.error()));
    if (!*config)
        return json::bad(QLatin1StringView("manifest.shape"), QStringLiteral("config"));
    auto layers = json::descriptors(*object, "layers");
    if (!layers)
        return std::unexpected(std::move(layers.error()));
    return Manifest{envelope->mediaType, envelope->artifactType, std::move(**config), std::move(*layers), std::move(envelope->subject),
        std::move(envelope->annotations), bytes.toByteArray()};
}

QByteArray Manifest::toJson() const
{
    QByteArray out;
    appendHead(out, mediaType, artifactType);
    out += ",\"config\":" + config.toJson() + ",\"layers\":";
    appendDescriptors(out, layers);
    appendTail(out, subject, annotations);
    return out;
}

const Descriptor *Manifest::bundleLayer() const
{
    const auto it = std::ranges::find_if(
        layers, [](const Descriptor &layer) { return layer.mediaType == mediaTypeLayerTarGzip || layer.mediaType == mediaTypeLayerTar; });
    return it == layers.end() ? nullptr : &*it;
}

Result<Index> Index::parse(QByteArrayView bytes, QStringView contentType)
{
    simdjson::dom::parser parser;
    auto object = json::parseObject(parser, bytes, maxManifestBytes);
    if (!object)
        return std::unexpected(std::move(object.error()));
    if (json::has(*object, "layers") || json::has(*object, "config"))
        return json::bad(QLatin1StringView(json::has(*object, "manifests") ? "manifest.ambiguous" : "manifest.mediaType"));
    auto envelope = parseEnvelope(*object, contentType, {mediaTypeIndex, mediaTypeDockerList});
    if (!envelope)
        return std::unexpected(std::move(envelope.error()));
    auto manifests = json::descriptors(*object, "manifests");
    if (!manifests)
        return std::unexpected(std::move(manifests.error()));
    return Index{envelope->mediaType, envelope->artifactType, std::move(*manifests), std::move(envelope->subject),
        std::move(envelope->annotations), bytes.toByteArray()};
}

QByteArray Index::toJson() const
{
    QByteArray out;
    appendHead(out, mediaType, artifactType);
    out += ",\"manifests\":";
    appendDescriptors(out, manifests);
    appendTail(out, subject, annotations);
    return out;
}

Result<Descriptor> parseDescriptor(QByteArrayView bytes)
{
    simdjson::dom::parser parser;
    auto object = json::parseObject(parser, bytes, maxManifestBytes);
    if (!object)
        return std::unexpected(std::move(object.error()));
    return json::descriptor(*object);
}

Result<Annotations> parseAnnotations(QByteArrayView bytes)
{
    simdjson::dom::parser parser;
    auto object = json::parseObject(parser, bytes, maxManifestBytes);
    if (!object)
        return std::unexpected(std::move(object.error()));
    return json::flat(*object);
}

} // namespace pd::oci
