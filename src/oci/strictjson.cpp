// SPDX-License-Identifier: GPL-3.0-or-later
#include "strictjson.h"

#include <unordered_set>

namespace pd::oci::json {

namespace dom = simdjson::dom;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

std::unexpected<Error> shape(std::string_view key)
{
    return bad(QLatin1StringView("manifest.shape"), text(key.substr(0, 128)));
}

/// Go, and so the Policy CLI, reads `Layers` as `layers`: two members that differ in case alone mean different things to different readers.
std::string folded(std::string_view key)
{
    std::string lower(key);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

bool isFreeForm(std::string_view key)
{
    return key == "annotations" || key == "labels";
}

/// The first key that an object holds twice. Depth is bounded by the parser.
std::optional<QString> duplicateKey(dom::element element, bool foldCase)
{
    if (element.is_array()) {
        for (const dom::element child : dom::array(element)) {
            if (auto found = duplicateKey(child, foldCase))
                return found;
        }
    }
    if (!element.is_object())
        return std::nullopt;
    std::unordered_set<std::string> seen;
    for (const dom::key_value_pair member : dom::object(element)) {
        if (!seen.insert(foldCase ? folded(member.key) : std::string(member.key)).second)
            return text(member.key.substr(0, 128));
        if (auto found = duplicateKey(member.value, foldCase && !isFreeForm(member.key)))
            return found;
    }
    return std::nullopt;
}

std::optional<dom::element> member(dom::object object, std::string_view key)
{
    dom::element element;
    if (object.at_key(key).get(element) != simdjson::SUCCESS || element.is_null())
        return std::nullopt;
    return element;
}

Result<std::optional<Platform>> platform(dom::object object)
{
    const auto element = member(object, "platform");
    if (!element)
        return std::nullopt;
    dom::object inner;
    if (element->get(inner) != simdjson::SUCCESS)
        return shape("platform");
    auto architecture = string(inner, "architecture");
    auto os = string(inner, "os");
    auto osVersion = string(inner, "os.version");
    auto osFeatures = strings(inner, "os.features");
    auto variant = string(inner, "variant");
    if (!architecture || !os || !osVersion || !osFeatures || !variant)
        return shape("platform");
    return Platform{*architecture, *os, *osVersion, *osFeatures, *variant};
}

} // namespace

std::unexpected<Error> bad(QLatin1StringView cause, QString subject, QString detail)
{
    return fail(ErrorKind::Protocol, Blame::Registry, QString(cause), std::move(subject), std::move(detail));
}

Result<dom::object> parseObject(dom::parser &parser, QByteArrayView bytes, qint64 limit)
{
    if (bytes.size() > limit)
        return bad(QLatin1StringView("manifest.tooLarge"), QString::number(bytes.size()));
    const auto length = static_cast<size_t>(bytes.size());
    if (parser.allocate(std::max<size_t>(length, 64), maxDepth) != simdjson::SUCCESS)
        return bad(QLatin1StringView("manifest.tooLarge"), QString::number(bytes.size()));
    dom::element root;
    if (const auto error = parser.parse(bytes.data(), length, true).get(root); error != simdjson::SUCCESS) {
        const QString detail = QString::fromUtf8(simdjson::error_message(error));
        if (error == simdjson::UTF8_ERROR)
            return bad(QLatin1StringView("manifest.utf8"), {}, detail);
        if (error == simdjson::DEPTH_ERROR)
            return bad(QLatin1StringView("manifest.depth"), {}, detail);
        return bad(QLatin1StringView("manifest.json"), {}, detail);
    }
    dom::object object;
    if (root.get(object) != simdjson::SUCCESS)
        return bad(QLatin1StringView("manifest.shape"));
    if (auto key = duplicateKey(root, true))
        return bad(QLatin1StringView("manifest.duplicateKey"), *key);
    return object;
}

bool has(dom::object object, std::string_view key)
{
    return member(object, key).has_value();
}

Result<QString> string(dom::object object, std::string_view key)
{
    const auto element = member(object, key);
    if (!element)
        return QString();
    std::string_view view;
    if (element->get(view) != simdjson::SUCCESS)
        return shape(key);
    return text(view);
}

Result<QStringList> strings(dom::object object, std::string_view key)
{
    const auto element = member(object, key);
    if (!element)
        return QStringList();
    dom::array array;
    if (element->get(array) != simdjson::SUCCESS)
        return shape(key);
    QStringList list;
    for (const dom::element item : array) {
        std::string_view view;
        if (item.get(view) != simdjson::SUCCESS)
            return shape(key);
        list.append(text(view));
    }
    return list;
}

Result<Annotations> flat(dom::object object)
{
    Annotations annotations;
    for (const dom::key_value_pair item : object) {
        std::string_view view;
        if (item.value.get(view) != simdjson::SUCCESS)
            return shape(item.key);
        annotations.insert(text(item.key), text(view));
    }
    return annotations;
}

Result<Annotations> annotations(dom::object object, std::string_view key)
{
    const auto element = member(object, key);
    if (!element)
        return Annotations();
    dom::object inner;
    if (element->get(inner) != simdjson::SUCCESS)
        return shape(key);
    return flat(inner);
}

Result<Descriptor> descriptor(dom::object object)
{
    Descriptor result;
    auto mediaType = string(object, "mediaType");
    if (!mediaType || mediaType->isEmpty())
        return shape("mediaType");
    std::string_view digestText;
    if (object.at_key("digest").get(digestText) != simdjson::SUCCESS)
        return shape("digest");
    auto digest = Digest::parse(QString::fromUtf8(digestText.data(), static_cast<qsizetype>(digestText.size())));
    if (!digest)
        return std::unexpected(std::move(digest.error()));
    int64_t size = -1;
    if (object.at_key("size").get(size) != simdjson::SUCCESS || size < 0)
        return shape("size");
    auto notes = annotations(object, "annotations");
    auto artifactType = string(object, "artifactType");
    auto urls = strings(object, "urls");
    auto data = string(object, "data");
    auto where = platform(object);
    if (!notes)
        return std::unexpected(std::move(notes.error()));
    if (!artifactType || !urls || !data)
        return shape(!artifactType ? "artifactType" : !urls ? "urls" : "data");
    if (!where)
        return std::unexpected(std::move(where.error()));
    return Descriptor{*mediaType, *digest, size, *notes, *artifactType, *where, *urls, data->toLatin1()};
}

Result<QList<Descriptor>> descriptors(dom::object object, std::string_view key)
{
    const auto element = member(object, key);
    if (!element)
        return QList<Descriptor>();
    dom::array array;
    if (element->get(array) != simdjson::SUCCESS)
        return shape(key);
    QList<Descriptor> list;
    for (const dom::element item : array) {
        dom::object inner;
        if (item.get(inner) != simdjson::SUCCESS)
            return shape(key);
        auto one = descriptor(inner);
        if (!one)
            return std::unexpected(std::move(one.error()));
        list.append(std::move(*one));
    }
    return list;
}

Result<std::optional<Descriptor>> optionalDescriptor(dom::object object, std::string_view key)
{
    const auto element = member(object, key);
    if (!element)
        return std::nullopt;
    dom::object inner;
    if (element->get(inner) != simdjson::SUCCESS)
        return shape(key);
    auto one = descriptor(inner);
    if (!one)
        return std::unexpected(std::move(one.error()));
    return std::optional<Descriptor>(std::move(*one));
}

} // namespace pd::oci::json
