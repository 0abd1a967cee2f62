// SPDX-License-Identifier: GPL-3.0-or-later
#include "codeview.h"

#include "painting.h"
#include "syntax.h"
#include "theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>

namespace pd::ui {

namespace {

constexpr int Gutter = 40;

class GutterView final : public QWidget {
public:
    explicit GutterView(CodeView *view)
        : QWidget(view)
        , m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintGutter(event); }

private:
    CodeView *m_view;
};

} // namespace

CodeView::CodeView(Syntax syntax, const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new GutterView(this))
{
    setAccessibleName(accessibleName);
    setFrameShape(NoFrame);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    setLayoutDirection(Qt::LeftToRight);
    dress(this, Type::Mono, Role::Text);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(px(8));
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    setSyntax(syntax);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::fitGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, area.y(), m_gutter->width(), area.height());
    });
    fitGutter();
}

void CodeView::setSyntax(Syntax syntax)
{
    m_syntax = syntax;
    delete m_highlighter;
    m_highlighter = nullptr;
    if (syntax == Syntax::Rego)
        m_highlighter = new RegoHighlighter(document());
    else if (syntax == Syntax::Json)
        m_highlighter = new JsonHighlighter(document());
}

int CodeView::gutterWidth() const
{
    const QFontMetrics metrics(ui::font(Type::MonoSmall));
    const qsizetype digits = QString::number(std::max(1, blockCount())).size();
    return std::max(px(Gutter), static_cast<int>(digits) * metrics.horizontalAdvance(QLatin1Char('0')) + px(20));
}

void CodeView::fitGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitGutter();
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        m_highlighter->rehighlight();
}

QRect CodeView::rectOfLine(int line) const
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return {};
    const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
    return {0, qRound(area.top()), viewport()->width(), qRound(area.height())};
}

void CodeView::setMarkedLine(int line)
{
    m_marked = line;
    if (line > 0)
        goTo(line, 0);
    viewport()->update();
    m_gutter->update();
}

void CodeView::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, std::clamp(column - 1, 0, std::max(0, block.length() - 1)));
    setTextCursor(cursor);
    centerCursor();
    m_marked = line;
    viewport()->update();
    m_gutter->update();
}

void CodeView::setProblem(int line, int column)
{
    m_problem = line;
    const QTextEdit::ExtraSelection mark = problemMark(document(), line, column);
    setExtraSelections(mark.cursor.isNull() ? QList<QTextEdit::ExtraSelection>() : QList{mark});
    m_gutter->update();
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F12 && event->modifiers() == Qt::NoModifier)
        Q_EMIT definitionWanted(textCursor().position());
    else
        QPlainTextEdit::keyPressEvent(event);
}

void CodeView::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ControlModifier))
        Q_EMIT definitionWanted(cursorForPosition(event->position().toPoint()).position());
}

void CodeView::paintEvent(QPaintEvent *event)
{
    // Under the text and over the whole width; an extra selection would leave gaps.
    if (m_marked > 0) {
        QPainter painter(viewport());
        painter.fillRect(rectOfLine(m_marked), color(Role::Marked));
    }
    QPlainTextEdit::paintEvent(event);
}

void CodeView::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    const QFont face = ui::font(Type::MonoSmall);
    const QFontMetrics metrics(ui::font(Type::Mono));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom())
            break;
        if (!block.isVisible() || area.bottom() < event->rect().top())
            continue;
        const int line = block.blockNumber() + 1;
        const bool marked = line == m_marked;
        if (marked)
            painter.fillRect(QRectF(0, area.top(), m_gutter->width(), area.height()), color(Role::Marked));
        const QString number = QString::number(line);
        const int width = textWidth(number, face);
        // On the tint the faintest text would fall under 4.5 : 1.
        paintText(&painter, m_gutter->width() - px(12) - width, qRound(area.top()) + metrics.ascent(), width, number, face,
            color(line == m_problem ? Role::Err
                    : marked        ? Role::Text2
                                    : Role::Text3));
    }
}

CodeEdit::CodeEdit(Syntax syntax, const QString &accessibleName, QWidget *parent)
    : CodeView(syntax, accessibleName, parent)
{
    setReadOnly(false);
    setTextInteractionFlags(Qt::TextEditorInteraction);
}

void CodeEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT accepted();
        return;
    }
    if (!enter || event->modifiers() != Qt::NoModifier) {
        CodeView::keyPressEvent(event);
        return;
    }
    const QString before = textCursor().block().text().left(textCursor().positionInBlock());
    QString indent;
    for (const QChar c : before) {
        if (!c.isSpace())
            break;
        indent.append(c);
    }
    const QString trimmed = before.trimmed();
    if (trimmed.endsWith(u'{') || trimmed.endsWith(u'[') || trimmed.endsWith(u'('))
        indent.append(QStringLiteral("  "));
    textCursor().insertText(QLatin1Char('\n') + indent);
    ensureCursorVisible();
}

} // namespace pd::ui
