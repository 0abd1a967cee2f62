// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QMap>

namespace pd::registry {

/// One challenge of `WWW-Authenticate` (RFC 9110, 11.6.1).
struct Challenge {
    QByteArray scheme; ///< Lower case.
    QByteArray token68;
    QMap<QByteArray, QByteArray>
        parameters; ///< Names in lower case, values without quotes and escapes. Of a name given twice the first counts.
};

constexpr qsizetype MaxChallengeBytes = 16 << 10;

/// All challenges of all header fields, in their order. Protocol `auth.challenge` where the grammar is broken or the whole is
/// longer than 16 KiB: at once, without guessing.
[[nodiscard]] Result<QList<Challenge>> parseChallenges(const QList<QByteArray> &fields);

} // namespace pd::registry
