// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/trysession.h"

#include <QPlainTextEdit>

class QTimer;

namespace pd::ui {

class RegoHighlighter;
class TryCompletions;

/// The query of *Try*, a field of one line that grows with its lines: Enter runs it, Shift+Enter begins another line, Up and Down in the first
/// and last line go through earlier queries, Ctrl+Space and typing bring completions (Tab takes one, Enter only after it was chosen), F12 and
/// Ctrl+click ask for the definition of a name, Escape closes the completions.
class TryQueryEdit final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit TryQueryEdit(QWidget *parent = nullptr);

    /// Newest first.
    void setHistory(const QStringList &queries);
    /// The answer to `completionWanted`; one for a text that was edited meanwhile is passed over.
    void setCompletions(const QList<desk::TryCompletion> &completions);
    /// Underlines the word or character at a place (1-based; OPA counts columns in bytes). 0 for either: nothing.
    void setProblem(int row, int byteColumn);
    void clearProblem();
    [[nodiscard]] bool hasProblem() const { return !extraSelections().isEmpty(); }
    [[nodiscard]] bool areCompletionsShown() const;
    /// Room for its lines, at most six of them.
    [[nodiscard]] int wantedHeight() const;

Q_SIGNALS:
    void accepted();
    /// The text is another one.
    void edited();
    void completionWanted(const QString &text, int position);
    void definitionWanted(const QString &text, int position);
    void heightChanged();
    void focusChanged();

protected:
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void askForCompletions(bool asked);
    bool keyForCompletions(QKeyEvent *event);
    bool keyForHistory(const QKeyEvent *event);
    void showEarlier(int by);
    void complete(const QString &text);

    RegoHighlighter *m_highlighter;
    TryCompletions *m_list = nullptr;
    QTimer *m_typing;
    QStringList m_history;
    QString m_text;
    int m_problemRow = 0;
    int m_problemColumn = 0;
    qsizetype m_at = -1; ///< In the history; −1: what is being typed.
    QString m_draft;
    QString m_askedFor; ///< The text that completions were asked for.
    int m_askedAt = -1;
    bool m_explicit = false;
    bool m_changing = false;
};

} // namespace pd::ui
