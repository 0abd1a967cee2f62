// SPDX-License-Identifier: GPL-3.0-or-later
#include "querytext.h"

#include "regotext.h"

#include <QRegularExpression>

namespace pd::opa {

namespace {

struct Word {
    qsizetype at = 0;
    QString text;
    bool afterDot = false;
};

bool beginsWord(QChar c)
{
    return c == QLatin1Char('_') || (c.unicode() < 0x80 && c.isLetter());
}

bool continuesWord(QChar c)
{
    return beginsWord(c) || (c.unicode() < 0x80 && c.isDigit());
}

struct Scan {
    QList<Word> words;
    bool oneExpression = true;
};

Scan scan(const QString &text)
{
    Scan result;
    int depth = 0;
    QChar before; // the last character that is no space
    for (qsizetype i = 0; i < text.size();) {
        if (const qsizetype after = skipOpaque(text, i); after != i) {
            before = QLatin1Char('"');
            i = after;
            continue;
        }
        const QChar c = text[i];
        if (beginsWord(c)) {
            qsizetype end = i;
            while (end < text.size() && continuesWord(text[end]))
                ++end;
            result.words << Word{i, text.mid(i, end - i), before == QLatin1Char('.')};
            before = c;
            i = end;
            continue;
        }
        if (QStringLiteral("([{").contains(c))
            ++depth;
        else if (QStringLiteral(")]}").contains(c))
            --depth;
        else if (depth <= 0 && (c == QLatin1Char(';') || c == QLatin1Char('\n')))
            result.oneExpression = false;
        if (!c.isSpace())
            before = c;
        ++i;
    }
    return result;
}

} // namespace

QueryText::QueryText(QString typed)
    : m_text(std::move(typed))
{
    while (!m_text.isEmpty() && m_text.back().isSpace())
        m_text.chop(1);
    m_oneExpression = !m_text.isEmpty() && scan(m_text).oneExpression;
}

void QueryText::insert(qsizetype at, const QString &what)
{
    const QStringView before = QStringView(m_text).first(at);
    const auto row = static_cast<int>(before.count(QLatin1Char('\n'))) + 1;
    const qsizetype lineStart = before.lastIndexOf(QLatin1Char('\n')) + 1;
    const auto column = static_cast<int>(before.sliced(lineStart).toUtf8().size()) + 1;
    const auto grown = static_cast<int>(what.toUtf8().size());
    for (Edit &edit : m_edits) {
        if (edit.row == row && edit.column >= column)
            edit.column += grown;
    }
    m_edits << Edit{row, column, grown};
    m_text.insert(at, what);
}

void QueryText::qualify(const QStringList &names)
{
    const QList<Word> words = scan(m_text).words;
    QStringList own;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QStringView rest = QStringView(m_text).sliced(words[i].at + words[i].text.size()).trimmed();
        const bool declared = rest.startsWith(QStringLiteral(":=")) || (i > 0 && words[i - 1].text == QStringLiteral("some"));
        if (declared)
            own << words[i].text;
    }
    for (qsizetype i = words.size() - 1; i >= 0; --i) { // from the end: earlier places stay where they are
        if (!words[i].afterDot && names.contains(words[i].text) && !own.contains(words[i].text))
            insert(words[i].at, QStringLiteral("data.repl."));
    }
}

void QueryText::bindValue(const QString &variable)
{
    insert(0, variable + QStringLiteral(" := "));
}

QList<Diagnostic> QueryText::translate(QList<Diagnostic> diagnostics) const
{
    for (Diagnostic &diagnostic : diagnostics) {
        if (!diagnostic.file.isEmpty()) // a place in the image, found while evaluating
            continue;
        int grown = 0;
        for (const Edit &edit : m_edits) {
            if (edit.row == diagnostic.row && edit.column < diagnostic.column)
                grown += std::min(edit.grown, diagnostic.column - edit.column);
        }
        diagnostic.column = diagnostic.column > 0 ? std::max(1, diagnostic.column - grown) : 0;
    }
    return diagnostics;
}

} // namespace pd::opa
