// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "desk/desk.h"
#include "shell/mainwindow.h"

#include <QObject>

namespace pd::ui {

class Known;

/// What presenters work with: the desk, the window's frame, what was read so far, and how to go elsewhere. Made by `DeskWindow`; outlives its
/// presenters. GUI thread.
class Context final : public QObject {
    Q_OBJECT
public:
    Context(desk::Desk &desk, WorkerPool &pool, const Clock &clock, MainWindow &window, Known &known);

    [[nodiscard]] desk::Desk &desk() const { return m_desk; }
    [[nodiscard]] WorkerPool &pool() const { return m_pool; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] MainWindow &window() const { return m_window; }
    [[nodiscard]] Known &known() const { return m_known; }

    /// Opens a place: a word of models/navigationfacts.h.
    void go(const QString &place) { Q_EMIT goRequested(place); }
    /// Does what the whole window offers, whatever is shown: `openFolder`, `signIn`, …
    void run(const QString &action) { Q_EMIT runRequested(action); }
    /// A folder, a `.tar.gz` or a reference, as the command line, a field and a drop give it.
    void openArgument(const QString &argument) { Q_EMIT argumentGiven(argument); }
    void tell(const QString &icon, const QString &text, const QString &note = {}, const QString &undo = {});
    /// For errors that no card stands for.
    void tellProblem(const Error &error);
    /// `what` says it in words where it is too long to be shown.
    void copy(const QString &text, const QString &what = {});
    /// The registries that the user has here.
    [[nodiscard]] QStringList hosts() const;
    /// A page in the browser.
    void browse(const QString &url);

Q_SIGNALS:
    void goRequested(const QString &place);
    void runRequested(const QString &action);
    void argumentGiven(const QString &argument);

private:
    desk::Desk &m_desk;
    WorkerPool &m_pool;
    const Clock &m_clock;
    MainWindow &m_window;
    Known &m_known;
};

} // namespace pd::ui
