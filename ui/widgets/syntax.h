// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette.h"

#include <QSyntaxHighlighter>

namespace pd::ui {

/// Rego: keywords, names of rules and calls, strings (raw ones over several lines), numbers, comments. By the look of the text alone: it
/// colours what does not compile as well. Follows the palette.
class RegoHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit RegoHighlighter(QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    enum State { Plain = 0, InRaw = 1 };
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

} // namespace pd::ui
