// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jsonproblem.h"

#include <QWidget>

class QLabel;
class QTimer;
class QToolButton;

namespace pd::ui {

class CodeEdit;
class ElidedLabel;

/// The input document of *Try*: JSON to write, looked over while it is typed.
class TryInput final : public QWidget {
    Q_OBJECT
public:
    explicit TryInput(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    /// `name`: of the file it came from, empty for one that was typed.
    void setText(const QString &text, const QString &name);
    [[nodiscard]] QString name() const { return m_name; }
    /// Looks at it now; true where it can be sent. What cannot is marked, and has the focus.
    bool check();
    /// It was sent: it can be had again from the clock, until the window closes.
    void remember();
    void focusEdit();

Q_SIGNALS:
    void openRequested();
    /// Ctrl+Enter.
    void accepted();

private:
    void look();
    void showEarlier();
    void showProblem(const std::optional<models::JsonProblem> &problem);

    struct Earlier {
        QString name;
        QString text;
    };

    CodeEdit *m_edit;
    ElidedLabel *m_words;
    QToolButton *m_clock;
    QLabel *m_problem;
    QTimer *m_typing;
    QString m_filled; ///< the text that came with the name
    QString m_name;
    QList<Earlier> m_earlier;
    bool m_filling = false;
};

} // namespace pd::ui
