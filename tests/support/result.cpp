// SPDX-License-Identifier: GPL-3.0-or-later
#include "result.h"

namespace pd::test {

QByteArray describe(const Error &error)
{
    QStringList words{nameOf(error.kind), nameOf(error.blame), error.cause, error.subject, error.detail};
    if (error.http != 0)
        words << QStringLiteral("HTTP %1").arg(error.http);
    for (const RegistryError &entry : error.registry)
        words << entry.code + QLatin1Char(' ') + entry.message;
    for (const Diagnostic &place : error.diagnostics)
        words << QStringLiteral("%1:%2:%3 %4 %5").arg(place.file).arg(place.row).arg(place.column).arg(place.code, place.message);
    words.removeAll(QString());
    return words.join(QLatin1StringView(" | ")).toUtf8();
}

} // namespace pd::test
