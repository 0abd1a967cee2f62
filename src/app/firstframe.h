// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mailbox.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <memory>
#include <semaphore>
#include <tuple>

namespace pd {

/// Keeps the engine from its work until the window was painted for the first time: on a computer with two processors it would be painted later.
class FirstFrame final : public QObject {
public:
    explicit FirstFrame(Mailbox &engine)
        : m_painted(std::make_shared<std::counting_semaphore<>>(0))
    {
        // A window that is never seen is no reason to wait for ever.
        engine.post([painted = m_painted] { std::ignore = painted->try_acquire_for(std::chrono::seconds(1)); });
    }
    ~FirstFrame() override { m_painted->release(); }
    void of(QWidget &window) { window.installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // By then it is on the screen.
            QTimer::singleShot(0, this, [painted = m_painted] { painted->release(); });
        }
        return false;
    }

private:
    std::shared_ptr<std::counting_semaphore<>> m_painted;
};

} // namespace pd
