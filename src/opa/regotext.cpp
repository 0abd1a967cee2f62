// SPDX-License-Identifier: GPL-3.0-or-later
#include "regotext.h"

namespace pd::opa {

qsizetype skipOpaque(const QString &text, qsizetype at)
{
    const QChar c = text[at];
    if (c == QLatin1Char('#')) {
        const qsizetype end = text.indexOf(QLatin1Char('\n'), at);
        return end < 0 ? text.size() : end;
    }
    if (c != QLatin1Char('"') && c != QLatin1Char('`'))
        return at;
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('\\') && c == QLatin1Char('"'))
            ++i;
        else if (text[i] == c)
            return i + 1;
    }
    return text.size();
}

} // namespace pd::opa
