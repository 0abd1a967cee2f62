// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

class QSyntaxHighlighter;

namespace pd::ui {

enum class Syntax { None, Rego, Json };

/// Source to read: line numbers in a gutter of 40 px, a marked line painted under its text, monospaced and left to right always.
/// Tab moves on: it is a place to read, and in `CodeEdit` a field of a form.
class CodeView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit CodeView(Syntax syntax, const QString &accessibleName, QWidget *parent = nullptr);

    void setSyntax(Syntax syntax);
    /// 1-based; 0: none. Scrolls to it.
    void setMarkedLine(int line);
    [[nodiscard]] int markedLine() const { return m_marked; }
    /// Puts the cursor at a place of a diagnostic (1-based; a column of 0 is the line's beginning) and marks its line.
    void goTo(int line, int column);
    /// Underlines what is wrong at a place, and its number in the gutter; 0 for no problem.
    void setProblem(int line, int column);
    [[nodiscard]] int problemLine() const { return m_problem; }
    [[nodiscard]] int gutterWidth() const;

    /// For the gutter.
    void paintGutter(QPaintEvent *event);

Q_SIGNALS:
    /// F12 or Ctrl+click on a place of the text: where is that defined?
    void definitionWanted(int position);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitGutter();
    [[nodiscard]] QRect rectOfLine(int line) const;

    QWidget *m_gutter;
    QSyntaxHighlighter *m_highlighter = nullptr;
    Syntax m_syntax = Syntax::None;
    int m_marked = 0;
    int m_problem = 0;
};

/// The same to write in: an input, a query of several lines. A new line keeps the indentation of the one before, and one more after a
/// bracket that opens; Ctrl+Enter is `accepted`.
class CodeEdit final : public CodeView {
    Q_OBJECT
public:
    explicit CodeEdit(Syntax syntax, const QString &accessibleName, QWidget *parent = nullptr);

Q_SIGNALS:
    void accepted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace pd::ui
