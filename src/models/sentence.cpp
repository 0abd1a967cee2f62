// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentence.h"

namespace pd::models {

namespace {

constexpr QChar FirstStrongIsolate(0x2068);
constexpr QChar PopIsolate(0x2069);

} // namespace

Sentence Sentence::of(QStringView pattern, const QList<SentencePart> &values)
{
    Sentence made;
    QString plain;
    const auto flush = [&] {
        if (!plain.isEmpty())
            made.m_parts.append({plain, SentencePart::Style::Plain});
        plain.clear();
    };
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int place = i + 1 < pattern.size() && pattern[i] == u'%' ? pattern[i + 1].digitValue() : -1;
        if (place < 1 || place > values.size()) {
            plain.append(pattern[i]);
            continue;
        }
        flush();
        SentencePart part = values[place - 1];
        part.text = FirstStrongIsolate + part.text + PopIsolate;
        made.m_parts.append(part);
        ++i;
    }
    flush();
    return made;
}

Sentence &Sentence::append(const Sentence &other)
{
    if (!m_parts.isEmpty() && !other.isEmpty())
        m_parts.append({QStringLiteral(" "), SentencePart::Style::Plain});
    m_parts.append(other.m_parts);
    return *this;
}

QString Sentence::toPlainText() const
{
    QString text;
    for (const SentencePart &part : m_parts)
        text.append(part.text);
    return text.remove(FirstStrongIsolate).remove(PopIsolate);
}

} // namespace pd::models
