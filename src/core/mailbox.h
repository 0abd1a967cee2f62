// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace pd {

/// The one way for values to cross threads: a queue of functions that run, in order, in the event loop of the thread that made
/// the mailbox. One event is posted however many letters wait.
///
/// Made and destroyed in its own thread; `post` from any. What still waits at destruction is dropped, not run: captures must clean up
/// after themselves (a dropped `Resolver` answers "cancelled").
class Mailbox final : public QObject {
    Q_OBJECT
public:
    using Letter = std::move_only_function<void()>;

    Mailbox();
    ~Mailbox() override;

    /// Any thread. The letter runs later in this mailbox's thread, never inside this call.
    void post(Letter letter);

    /// The mailbox of the calling thread, or nullptr where the thread has none. A thread has at most one.
    [[nodiscard]] static Mailbox *current();

protected:
    void customEvent(QEvent *event) override;

private:
    std::mutex m_mutex;
    std::deque<Letter> m_letters;
    bool m_posted = false;
};

} // namespace pd
