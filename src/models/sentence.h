// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace pd::models {

/// A part of a sentence and how it stands out.
struct SentencePart {
    enum class Style { Plain, Bold, Mono };
    QString text = {};
    Style style = Style::Plain;
    friend bool operator==(const SentencePart &, const SentencePart &) = default;
};

/// The live sentence: what an act will do. Made of a translated pattern and values, so that no value can be taken for markup.
class Sentence {
public:
    Sentence() = default;

    /// `pattern` holds %1 to %9; `values` take their places. A value that is a name, a digest or a host is isolated (U+2068, U+2069), so
    /// that it stays left to right inside a right-to-left sentence. A place without a value stays as it is.
    [[nodiscard]] static Sentence of(QStringView pattern, const QList<SentencePart> &values);

    [[nodiscard]] static SentencePart plain(const QString &text) { return {text, SentencePart::Style::Plain}; }
    [[nodiscard]] static SentencePart bold(const QString &text) { return {text, SentencePart::Style::Bold}; }
    [[nodiscard]] static SentencePart mono(const QString &text) { return {text, SentencePart::Style::Mono}; }

    /// Another sentence after this one, with a space between.
    Sentence &append(const Sentence &other);

    [[nodiscard]] const QList<SentencePart> &parts() const { return m_parts; }
    [[nodiscard]] bool isEmpty() const { return m_parts.isEmpty(); }
    /// Without style and without isolates: for screen readers and for copying.
    [[nodiscard]] QString toPlainText() const;

    friend bool operator==(const Sentence &, const Sentence &) = default;

private:
    QList<SentencePart> m_parts;
};

} // namespace pd::models
