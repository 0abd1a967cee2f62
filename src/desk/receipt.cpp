// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt.h"

#include <QRegularExpression>

namespace pd::desk {

QString asCommandLine(const QStringList &arguments)
{
    // Everything that a shell could take for something else makes the argument quoted; `~` stays as typed only inside quotes.
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
    QStringList quoted;
    for (const QString &argument : arguments) {
        if (plain.match(argument).hasMatch()) {
            quoted.append(argument);
            continue;
        }
        QString escaped = argument;
        escaped.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
        quoted.append(QLatin1Char('\'') + escaped + QLatin1Char('\''));
    }
    return quoted.join(QLatin1Char(' '));
}

} // namespace pd::desk
