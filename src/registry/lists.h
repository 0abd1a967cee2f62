// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer.h"
#include "wire.h"

namespace pd::registry::lists {

/// See Client::tags and Client::catalog. The cursor is the path and query of the next page, as the registry's Link gave it.
[[nodiscard]] Task<Result<TagPage>> tags(
    Wire *wire, QString host, QString repository, QByteArray cursor, ActPointer act, std::stop_token stop);
[[nodiscard]] Task<Result<CatalogPage>> catalog(Wire *wire, QString host, QByteArray cursor, ActPointer act, std::stop_token stop);

} // namespace pd::registry::lists
