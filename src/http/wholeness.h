// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace pd::http {

/// Whether `body` begins as a JSON object or array and ends before that is closed. An answer without a `Content-Length` that does so was
/// cut, whatever QtNetwork says (docs/decisions/010-a-cut-answer-is-not-whole.md). Only brackets and strings are looked at: what is no JSON is left to
/// whoever reads it.
[[nodiscard]] bool isCutJson(QByteArrayView body);

} // namespace pd::http
