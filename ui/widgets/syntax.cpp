// SPDX-License-Identifier: GPL-3.0-or-later
#include "syntax.h"

#include "theme.h"

#include <QSet>
#include <QTextBlock>

namespace pd::ui {

namespace {

constexpr QChar Quote(u'"');
constexpr QChar Backtick(u'`');
constexpr QChar Escape(u'\\');

/// A line longer than this is no source that a person reads: it stays plain, so that it cannot stop the window.
constexpr qsizetype LongestLine = 20'000;

QTextCharFormat in(Role role)
{
    QTextCharFormat format;
    format.setForeground(color(role));
    return format;
}

const QSet<QString> &keywords()
{
    static const QSet<QString> words = {QStringLiteral("package"), QStringLiteral("import"), QStringLiteral("as"),
        QStringLiteral("default"), QStringLiteral("not"), QStringLiteral("with"), QStringLiteral("some"), QStringLiteral("every"),
        QStringLiteral("in"), QStringLiteral("if"), QStringLiteral("contains"), QStringLiteral("else")};
    return words;
}

const QSet<QString> &literals()
{
    static const QSet<QString> words = {QStringLiteral("true"), QStringLiteral("false"), QStringLiteral("null")};
    return words;
}

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// Behind the string that begins at `from`; the end of the line where it is not closed.
qsizetype endOfQuoted(const QString &text, qsizetype from)
{
    for (qsizetype at = from + 1; at < text.size(); ++at) {
        if (text[at] == Escape)
            ++at;
        else if (text[at] == Quote)
            return at + 1;
    }
    return text.size();
}

qsizetype endOfNumber(const QString &text, qsizetype from)
{
    qsizetype at = from + 1;
    while (at < text.size()) {
        const QChar c = text[at];
        const bool sign = (c == u'+' || c == u'-') && text[at - 1].toLower() == u'e';
        if (!c.isDigit() && c != u'.' && c.toLower() != u'e' && !sign)
            break;
        ++at;
    }
    return at;
}

qsizetype skipSpace(const QString &text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

int length(qsizetype from, qsizetype to)
{
    return static_cast<int>(to - from);
}

} // namespace

RegoHighlighter::RegoHighlighter(QTextDocument *document, bool heads)
    : QSyntaxHighlighter(document)
    , m_heads(heads)
{
}

void RegoHighlighter::highlightBlock(const QString &text)
{
    qsizetype at = 0;
    setCurrentBlockState(Plain);
    if (text.size() > LongestLine)
        return;
    if (previousBlockState() == InRaw)
        at = raw(text, 0, 0);
    while (at < text.size()) {
        const QChar c = text[at];
        if (c == u'#') {
            setFormat(static_cast<int>(at), length(at, text.size()), in(Role::Text3));
            return;
        }
        if (c == Quote)
            at = quoted(text, at);
        else if (c == Backtick)
            at = raw(text, at + 1, at);
        else if (c.isDigit())
            at = number(text, at);
        else if (isWord(c))
            at = word(text, at);
        else
            ++at;
    }
}

qsizetype RegoHighlighter::quoted(const QString &text, qsizetype from)
{
    const qsizetype end = endOfQuoted(text, from);
    setFormat(static_cast<int>(from), length(from, end), in(Role::JsonString));
    return end;
}

qsizetype RegoHighlighter::raw(const QString &text, qsizetype from, qsizetype begin)
{
    const qsizetype close = text.indexOf(Backtick, from);
    const qsizetype end = close < 0 ? text.size() : close + 1;
    setFormat(static_cast<int>(begin), length(begin, end), in(Role::JsonString));
    if (close < 0)
        setCurrentBlockState(InRaw);
    return end;
}

qsizetype RegoHighlighter::number(const QString &text, qsizetype from)
{
    const qsizetype end = endOfNumber(text, from);
    setFormat(static_cast<int>(from), length(from, end), in(Role::JsonNumber));
    return end;
}

qsizetype RegoHighlighter::word(const QString &text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && isWord(text[end]))
        ++end;
    const QString name = text.mid(from, end - from);
    const bool member = from > 0 && text[from - 1] == u'.';
    if (!member && keywords().contains(name)) {
        setFormat(static_cast<int>(from), length(from, end), in(Role::Keyword));
        return end;
    }
    if (!member && literals().contains(name)) {
        setFormat(static_cast<int>(from), length(from, end), in(Role::JsonNumber));
        return end;
    }
    // A call's name runs over its dots: io.jwt.decode(…).
    qsizetype whole = end;
    while (whole + 1 < text.size() && text[whole] == u'.' && isWord(text[whole + 1])) {
        ++whole;
        while (whole < text.size() && isWord(text[whole]))
            ++whole;
    }
    const bool call = whole < text.size() && text[whole] == u'(';
    if (call || (m_heads && from == 0))
        setFormat(static_cast<int>(from), length(from, call ? whole : end), in(Role::JsonKey));
    return call ? whole : end;
}

JsonHighlighter::JsonHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (text.size() > LongestLine)
        return;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        qsizetype end = at + 1;
        if (c == Quote) {
            end = endOfQuoted(text, at);
            const qsizetype next = skipSpace(text, end);
            const bool name = next < text.size() && text[next] == u':';
            setFormat(static_cast<int>(at), length(at, end), in(name ? Role::JsonKey : Role::JsonString));
        } else if (c.isDigit() || (c == u'-' && end < text.size() && text[end].isDigit())) {
            end = endOfNumber(text, at);
            setFormat(static_cast<int>(at), length(at, end), in(Role::JsonNumber));
        } else if (c.isLetter()) {
            while (end < text.size() && text[end].isLetter())
                ++end;
            if (literals().contains(text.mid(at, end - at)))
                setFormat(static_cast<int>(at), length(at, end), in(Role::JsonNumber));
        }
        at = end;
    }
}

QTextEdit::ExtraSelection problemMark(QTextDocument *document, int row, int column)
{
    QTextEdit::ExtraSelection mark;
    const QTextBlock block = document->findBlockByNumber(row - 1);
    if (row <= 0 || column <= 0 || !block.isValid())
        return mark;
    const QString line = block.text();
    const qsizetype at = std::min<qsizetype>(column - 1, line.size());
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + static_cast<int>(at));
    if (at >= line.size())
        cursor.setPosition(block.position() + static_cast<int>(std::max<qsizetype>(0, at - 1)), QTextCursor::KeepAnchor);
    else if (isWord(line[at]))
        cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
    else
        cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor);
    mark.cursor = cursor;
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    mark.format.setUnderlineColor(color(Role::Err));
    mark.format.setBackground(color(Role::ErrGround));
    return mark;
}

} // namespace pd::ui
