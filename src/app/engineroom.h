// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/task.h"
#include "core/thread.h"
#include "desk/engine.h"

#include <QEventLoop>

#include <memory>
#include <optional>

namespace pd {

/// The engine and its thread: it is made there while the caller goes on, and ends there, children first. GUI thread; making and ending run its event loop.
class EngineRoom final {
public:
    /// `gui` and `pool` outlive it.
    EngineRoom(const desk::EngineOptions &options, Mailbox &gui, WorkerPool &pool);
    ~EngineRoom();
    EngineRoom(const EngineRoom &) = delete;
    EngineRoom &operator=(const EngineRoom &) = delete;

    [[nodiscard]] Mailbox &mailbox() { return m_thread.mailbox(); }
    /// Waits until it is made, or could not be; see `desk::Engine::make` for the errors.
    [[nodiscard]] Result<desk::Engine *> engine();

private:
    Task<void> make(desk::EngineOptions options, Mailbox *gui, WorkerPool *pool);
    Task<void> end(QEventLoop *done);

    EventThread m_thread;
    std::unique_ptr<desk::Engine> m_engine;
    std::optional<Error> m_problem;
    bool m_made = false;
    QEventLoop m_ready;
};

} // namespace pd
