// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette.h"

#include <QSyntaxHighlighter>
#include <QTextEdit>

namespace pd::ui {

/// Rego: keywords, names of rules and calls, strings (raw ones over several lines), numbers, comments. By the look of the text alone: it
/// colours what does not compile as well. Follows the palette.
class RegoHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    /// `heads`: a name at the beginning of a line is that of a rule. Not so in a query.
    explicit RegoHighlighter(QTextDocument *document, bool heads = true);

protected:
    void highlightBlock(const QString &text) override;

private:
    enum State { Plain = 0, InRaw = 1 };
    bool m_heads;
    [[nodiscard]] qsizetype word(const QString &text, qsizetype from);
    [[nodiscard]] qsizetype quoted(const QString &text, qsizetype from);
    [[nodiscard]] qsizetype raw(const QString &text, qsizetype from, qsizetype begin);
    [[nodiscard]] qsizetype number(const QString &text, qsizetype from);
};

/// JSON: names, strings, numbers and literals.
class JsonHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit JsonHighlighter(QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;
};

/// The mark of an error: a wave under the word or character at a place (1-based, in characters), under the last character of the line where the
/// place is behind its end. A null cursor where there is no such line.
[[nodiscard]] QTextEdit::ExtraSelection problemMark(QTextDocument *document, int row, int column);

} // namespace pd::ui
