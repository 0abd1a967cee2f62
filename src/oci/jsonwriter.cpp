// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonwriter.h"

namespace pd::oci {

namespace {

void appendEscaped(QByteArray &out, unsigned char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    out += "\\u00";
    out += digits[c >> 4];
    out += digits[c & 0xf];
}

} // namespace

void appendJsonString(QByteArray &out, QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    out += '"';
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8.at(i));
        const bool separator
            = c == 0xe2 && i + 2 < utf8.size() && utf8.at(i + 1) == '\x80' && (utf8.at(i + 2) == '\xa8' || utf8.at(i + 2) == '\xa9');
        if (separator) {
            out += utf8.at(i + 2) == '\xa8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else if (c < 0x20 || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&') {
            appendEscaped(out, c);
        } else {
            out += static_cast<char>(c);
        }
    }
    out += '"';
}

void appendJsonObject(QByteArray &out, const Annotations &annotations)
{
    // QMap sorts by UTF-16 units, Go by UTF-8 bytes: they differ above U+FFFF.
    std::vector<std::pair<QByteArray, QString>> sorted;
    sorted.reserve(static_cast<size_t>(annotations.size()));
    for (auto it = annotations.cbegin(); it != annotations.cend(); ++it)
        sorted.emplace_back(it.key().toUtf8(), it.value());
    std::ranges::sort(sorted, {}, &std::pair<QByteArray, QString>::first);
    out += '{';
    for (bool first = true; const auto &[key, value] : sorted) {
        if (!std::exchange(first, false))
            out += ',';
        appendJsonString(out, QString::fromUtf8(key));
        out += ':';
        appendJsonString(out, value);
    }
    out += '}';
}

} // namespace pd::oci
