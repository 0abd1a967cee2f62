// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "desk/trysession.h"

#include <QWidget>

class QStackedWidget;
class QToolButton;

namespace pd::models {
class JsonTreeModel;
}

namespace pd::ui {

class CodeView;
class ElidedLabel;
class EmptyState;
class ErrorCard;
class RowView;

/// What came out: as a tree or as text, how long it took, or in words why there is nothing.
class TryResult final : public QWidget {
    Q_OBJECT
public:
    explicit TryResult(QWidget *parent = nullptr);

    /// Nothing was asked yet.
    void showIdle(const QString &title, const QString &text);
    void showReply(const desk::TryReply &reply, const QString &opaVersion);
    /// The query itself is wrong: its mark and its words stand at the query.
    void showNotRun();
    void showDefined(const QString &name);
    void showError(const Error &error);
    /// How long it has been running; −1: it does not run.
    void setRunning(int seconds);
    [[nodiscard]] QString text() const { return m_text; }

Q_SIGNALS:
    void saveRequested(const QString &text);
    /// `showPlace`, or the act of an error.
    void triggered(const QString &id);

private:
    void makeHead();
    void setAnswer(const QString &words);
    void showMode();
    void showNotice(const QString &icon, const QString &title, const QString &text);

    ElidedLabel *m_words = nullptr;
    QToolButton *m_mode = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_save = nullptr;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    RowView *m_tree;
    models::JsonTreeModel *m_model;
    CodeView *m_view;
    QWidget *m_errorPage;
    ErrorCard *m_error;
    QString m_text;
    QString m_answer; ///< The words at the head while nothing runs.
    bool m_textShown = false; ///< The view holds `m_text`.
};

} // namespace pd::ui
