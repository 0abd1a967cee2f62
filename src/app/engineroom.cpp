// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineroom.h"

namespace pd {

EngineRoom::EngineRoom(const desk::EngineOptions &options, Mailbox &gui, WorkerPool &pool)
    : m_thread(QStringLiteral("engine"))
{
    make(options, &gui, &pool);
}

EngineRoom::~EngineRoom()
{
    QEventLoop done;
    end(&done);
    done.exec();
}

Result<desk::Engine *> EngineRoom::engine()
{
    if (!m_made)
        m_ready.exec();
    return m_problem ? Result<desk::Engine *>(std::unexpected(*m_problem)) : m_engine.get();
}

Task<void> EngineRoom::make(desk::EngineOptions options, Mailbox *gui, WorkerPool *pool)
{
    auto made = co_await runIn(m_thread.mailbox(), [options, gui, pool] { return desk::Engine::make(options, *gui, *pool); });
    made ? void(m_engine = *std::move(made)) : void(m_problem = made.error());
    m_made = true;
    m_ready.quit();
}

Task<void> EngineRoom::end(QEventLoop *done)
{
    co_await desk::Engine::end(m_thread.mailbox(), m_engine);
    done->quit();
}

} // namespace pd
