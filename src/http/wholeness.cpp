// SPDX-License-Identifier: GPL-3.0-or-later
#include "wholeness.h"

namespace pd::http {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The place behind the string that begins at `at`; the end where it is not closed.
qsizetype behindString(QByteArrayView body, qsizetype at)
{
    for (++at; at < body.size(); ++at) {
        if (body[at] == '\\')
            ++at;
        else if (body[at] == '"')
            return at + 1;
    }
    return body.size() + 1;
}

} // namespace

bool isCutJson(QByteArrayView body)
{
    qsizetype at = 0;
    while (at < body.size() && isSpace(body[at]))
        ++at;
    if (at == body.size() || (body[at] != '{' && body[at] != '['))
        return false;
    qsizetype open = 0;
    while (at < body.size()) {
        const char c = body[at];
        if (c == '"') {
            at = behindString(body, at);
            continue;
        }
        if (c == '{' || c == '[')
            ++open;
        if ((c == '}' || c == ']') && --open == 0)
            return false;
        ++at;
    }
    return true;
}

} // namespace pd::http
