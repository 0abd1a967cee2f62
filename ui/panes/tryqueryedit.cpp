// SPDX-License-Identifier: GPL-3.0-or-later
#include "tryqueryedit.h"

#include "trycompletions.h"
#include "widgets/syntax.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QTextBlock>
#include <QTimer>

namespace pd::ui {

namespace {

constexpr int MostLines = 6;
constexpr auto TypingPause = std::chrono::milliseconds(120);
constexpr qsizetype ShortestWord = 2;

bool isPlainKey(const QKeyEvent *event)
{
    return (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

} // namespace

TryQueryEdit::TryQueryEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new RegoHighlighter(document(), false))
    , m_typing(new QTimer(this))
{
    setObjectName(QStringLiteral("queryEdit"));
    setAccessibleName(tr("Query"));
    setAccessibleDescription(tr("Enter runs it, Shift+Enter begins another line, Ctrl+Space completes, F12 shows the rule"));
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLayoutDirection(Qt::LeftToRight);
    setPlaceholderText(tr("Ask something, such as data or count(data)"));
    dress(this, Type::Mono, Role::Text);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    setMouseTracking(true);
    m_typing->setSingleShot(true);
    m_typing->setInterval(TypingPause);
    connect(m_typing, &QTimer::timeout, this, [this] { askForCompletions(false); });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        // New colours of the same text count as a change, too.
        if (toPlainText() == m_text)
            return;
        m_text = toPlainText();
        clearProblem();
        Q_EMIT edited();
        if (!m_changing)
            m_at = -1;
        Q_EMIT heightChanged();
    });
}

void TryQueryEdit::setHistory(const QStringList &queries)
{
    m_history = queries;
    m_at = -1;
}

bool TryQueryEdit::areCompletionsShown() const
{
    return m_list && m_list->isVisible();
}

int TryQueryEdit::wantedHeight() const
{
    const int lines = std::clamp(blockCount(), 1, MostLines);
    return lines * QFontMetrics(ui::font(Type::Mono)).lineSpacing() + 2;
}

void TryQueryEdit::setProblem(int row, int byteColumn)
{
    const QTextBlock block = document()->findBlockByNumber(row - 1);
    if (row <= 0 || byteColumn <= 0 || !block.isValid()) {
        clearProblem();
        return;
    }
    const qsizetype column = QString::fromUtf8(block.text().toUtf8().left(byteColumn - 1)).size() + 1;
    m_problemRow = row;
    m_problemColumn = byteColumn;
    setExtraSelections({problemMark(document(), row, static_cast<int>(column))});
}

void TryQueryEdit::clearProblem()
{
    setExtraSelections({});
}

void TryQueryEdit::askForCompletions(bool asked)
{
    const int position = textCursor().position();
    const QString word = desk::tryWordBefore(toPlainText(), position);
    if (!asked && (word.size() < ShortestWord || word.front().isDigit())) {
        setCompletions({});
        return;
    }
    m_askedFor = toPlainText();
    m_askedAt = position;
    m_explicit = asked;
    Q_EMIT completionWanted(m_askedFor, position);
}

void TryQueryEdit::setCompletions(const QList<desk::TryCompletion> &completions)
{
    const bool current = m_askedFor == toPlainText() && m_askedAt == textCursor().position();
    if (completions.isEmpty() || !current || !hasFocus()) {
        if (m_list)
            m_list->hide();
        return;
    }
    if (m_explicit && completions.size() == 1) {
        complete(completions.first().text);
        return;
    }
    if (!m_list) {
        m_list = new TryCompletions(this);
        connect(m_list, &TryCompletions::accepted, this, &TryQueryEdit::complete);
    }
    QTextCursor begin = textCursor();
    begin.setPosition(m_askedAt - static_cast<int>(desk::tryWordBefore(m_askedFor, m_askedAt).size()));
    const QRect at = cursorRect(begin);
    const QPoint below = viewport()->mapTo(window(), QPoint(at.left() - px(16), at.bottom() + px(8)));
    m_list->offer(completions, below, m_explicit);
}

void TryQueryEdit::complete(const QString &text)
{
    QTextCursor cursor = textCursor();
    const auto length = static_cast<int>(desk::tryWordBefore(toPlainText(), cursor.position()).size());
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, length);
    cursor.insertText(text);
    setTextCursor(cursor);
    m_typing->stop();
    if (m_list)
        m_list->hide();
}

bool TryQueryEdit::keyForCompletions(QKeyEvent *event)
{
    if (!areCompletionsShown())
        return false;
    switch (event->key()) {
    case Qt::Key_Escape: m_list->hide(); return true;
    case Qt::Key_Down: m_list->step(1); return true;
    case Qt::Key_PageDown: m_list->step(8); return true;
    case Qt::Key_Up:
        // Nothing was chosen: the key means the history.
        if (m_list->chosen().isEmpty()) {
            m_list->hide();
            return false;
        }
        m_list->step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->chosen().isEmpty() || !isPlainKey(event)) {
            m_list->hide();
            return false;
        }
        complete(m_list->chosen());
        return true;
    default: return false;
    }
}

bool TryQueryEdit::keyForHistory(const QKeyEvent *event)
{
    if (!isPlainKey(event) || m_history.isEmpty())
        return false;
    if (event->key() == Qt::Key_Up && textCursor().blockNumber() == 0) {
        showEarlier(1);
        return true;
    }
    if (event->key() == Qt::Key_Down && textCursor().blockNumber() == blockCount() - 1 && m_at >= 0) {
        showEarlier(-1);
        return true;
    }
    return false;
}

void TryQueryEdit::showEarlier(int by)
{
    if (m_at < 0)
        m_draft = toPlainText();
    qsizetype at = std::clamp<qsizetype>(m_at + by, -1, m_history.size() - 1);
    if (by > 0 && m_at < 0 && m_history.first() == m_draft && m_history.size() > 1)
        at = 1; // what stands there was run last: the one before is meant
    if (at == m_at)
        return;
    m_changing = true;
    setPlainText(at < 0 ? m_draft : m_history[at]);
    m_changing = false;
    m_at = at;
    moveCursor(QTextCursor::End);
}

bool TryQueryEdit::focusNextPrevChild(bool next)
{
    // Tab never comes as a key to a field that it leaves.
    if (!next || !areCompletionsShown())
        return QPlainTextEdit::focusNextPrevChild(next);
    complete(m_list->chosen().isEmpty() ? m_list->first() : m_list->chosen());
    return true;
}

void TryQueryEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (keyForCompletions(event) || keyForHistory(event))
        return;
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        askForCompletions(true);
        return;
    }
    if (event->key() == Qt::Key_F12 && event->modifiers() == Qt::NoModifier) {
        Q_EMIT definitionWanted(toPlainText(), textCursor().position());
        return;
    }
    if (enter && event->modifiers().testFlag(Qt::ShiftModifier)) {
        textCursor().insertText(QStringLiteral("\n"));
        ensureCursorVisible();
        return;
    }
    if (enter) {
        m_typing->stop();
        Q_EMIT accepted();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    const bool typed = !event->text().isEmpty() && event->text().front().isPrint();
    if (typed || event->key() == Qt::Key_Backspace)
        m_typing->start();
    else if (m_list && event->key() != Qt::Key_Shift && event->key() != Qt::Key_Control)
        m_list->hide();
}

void TryQueryEdit::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (m_list)
        m_list->hide();
    if (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ControlModifier))
        Q_EMIT definitionWanted(toPlainText(), cursorForPosition(event->position().toPoint()).position());
}

void TryQueryEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focusChanged();
}

void TryQueryEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    m_typing->stop();
    if (m_list)
        m_list->hide();
    Q_EMIT focusChanged();
}

void TryQueryEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->rehighlight();
        // The mark stays where it is, in the colours of the new look.
        if (hasProblem())
            setProblem(m_problemRow, m_problemColumn);
    }
}

} // namespace pd::ui
