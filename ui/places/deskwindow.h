// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "known.h"
#include "models/navigationfacts.h"

#include <memory>
#include <vector>

namespace pd::ui {

class ActivityPresenter;
class GlobalActions;
class Presenter;
class TreePresenter;
class TryPresenter;

/// The window joined to the desk: it makes the presenters, opens places, and hands what is chosen to the one that is current.
class DeskWindow final : public QObject {
    Q_OBJECT
public:
    DeskWindow(desk::Desk &desk, WorkerPool &pool, const Clock &clock);
    ~DeskWindow() override;

    [[nodiscard]] MainWindow &window() { return m_window; }
    /// A place (models/navigationfacts.h); one that nobody handles opens the first page.
    void open(const QString &place);
    /// A folder, a `.tar.gz` or a reference, as the command line gives it.
    void openArgument(const QString &argument);
    /// An act on what is shown, or one of the whole window.
    void run(const QString &action);

Q_SIGNALS:
    /// The window is to go, now: nothing moves any more, or whoever was asked said so.
    void closed();

private:
    /// A presenter and the places that are its own.
    struct Seat {
        bool (*handles)(const models::Place &);
        std::unique_ptr<Presenter> (*make)(Context &);
        std::unique_ptr<Presenter> presenter;
    };

    void askToClose();
    void close();
    [[nodiscard]] QString layoutFile() const;
    void makeSeats();
    void wire();
    /// What can be done with what is chosen, then what can be done everywhere.
    [[nodiscard]] QList<models::ActionValue> menu() const;
    [[nodiscard]] Presenter *presenterFor(const models::Place &place);
    TryPresenter &tryPlace();

    MainWindow m_window;
    Known m_known;
    Context m_context;
    std::unique_ptr<GlobalActions> m_actions;
    std::vector<Seat> m_seats; ///< The first is for places that are nobody's.
    std::unique_ptr<TreePresenter> m_tree;
    std::unique_ptr<ActivityPresenter> m_activity;
    std::unique_ptr<TryPresenter> m_try; ///< Null until something is tried.
    Presenter *m_current = nullptr;
};

} // namespace pd::ui
