// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "descriptor.h"

#include <simdjson.h>

/// Private to src/oci: untrusted JSON, strictly. Nothing outside includes this (simdjson is heavy).
namespace pd::oci::json {

/// Deeper nesting than any manifest has.
inline constexpr size_t maxDepth = 64;

[[nodiscard]] std::unexpected<Error> bad(QLatin1StringView cause, QString subject = {}, QString detail = {});

/// Parses bounded bytes and checks the whole of them: UTF-8, depth, no key twice in any object. The element lives as long as `parser`.
[[nodiscard]] Result<simdjson::dom::object> parseObject(simdjson::dom::parser &parser, QByteArrayView bytes, qint64 limit);

/// Members of an object that must be of one type; missing and `null` give the empty value. The error's subject is the member's name.
[[nodiscard]] Result<QString> string(simdjson::dom::object object, std::string_view key);
[[nodiscard]] Result<QStringList> strings(simdjson::dom::object object, std::string_view key);
[[nodiscard]] Result<Annotations> annotations(simdjson::dom::object object, std::string_view key);
[[nodiscard]] Result<Annotations> flat(simdjson::dom::object object);
[[nodiscard]] Result<Descriptor> descriptor(simdjson::dom::object object);
[[nodiscard]] Result<QList<Descriptor>> descriptors(simdjson::dom::object object, std::string_view key);
[[nodiscard]] Result<std::optional<Descriptor>> optionalDescriptor(simdjson::dom::object object, std::string_view key);
[[nodiscard]] bool has(simdjson::dom::object object, std::string_view key);

} // namespace pd::oci::json
