// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "descriptor.h"

namespace pd::oci {

/// Appends `text` as a JSON string, escaped as Go's encoding/json does (`<`, `>`, `&`, U+2028 and U+2029 too), so that equal
/// contents give equal digests here and there.
void appendJsonString(QByteArray &out, QStringView text);
/// Appends an object of strings, keys sorted by their UTF-8 bytes as Go does.
void appendJsonObject(QByteArray &out, const Annotations &annotations);

} // namespace pd::oci
