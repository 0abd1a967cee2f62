// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

class QObject;

namespace pd {

class StallSampler;

/// An event that kept its thread from answering.
struct SlowEvent {
    QString receiver; ///< Class and object name, and those of the parent: "QTimer of PushPane 'pushPane'".
    QString event; ///< The type's name: "Timer".
    std::chrono::microseconds cpu{0}; ///< CPU time of this thread alone.
    std::chrono::microseconds wall{0}; ///< Without the time that the thread was ready and others had the processor.
};

/// Measures each event of the thread that made it, from the first paint on. An application calls `watch` in its `notify`.
///
/// An event inside another counts for the outer one, unless a nested event loop delivers it (a dialog's exec): then each is judged alone.
class Watchdog {
public:
    struct Limits {
        std::chrono::milliseconds cpu{50};
        std::chrono::milliseconds wall{250};
    };
    using Report = std::function<void(const SlowEvent &)>;
    enum class Stacks { None, Print };

    /// `Stacks::Print` writes to stderr, while an event is still too slow, what the thread is doing.
    Watchdog(Limits limits, Report report, Stacks stacks = Stacks::None);
    ~Watchdog();
    Watchdog(const Watchdog &) = delete;
    Watchdog &operator=(const Watchdog &) = delete;

    /// What POLICYDESK_WATCHDOG asks for: milliseconds of CPU time; nothing where it is not set or no number from 1 to 10,000.
    [[nodiscard]] static std::optional<Limits> limitsFromEnvironment();

    /// Begins to judge now, without waiting for a paint.
    void arm() { m_armed = true; }

    /// `return watchdog.watch(receiver, event, [&] { return QApplication::notify(receiver, event); });` Events of other threads pass unseen.
    template <typename F>
    bool watch(QObject *receiver, QEvent *event, F deliver)
    {
        if (std::this_thread::get_id() != m_thread)
            return deliver();
        const Span span(*this, receiver, event);
        return deliver();
    }

private:
    struct Frame;
    /// One delivery.
    class Span {
    public:
        Span(Watchdog &watchdog, QObject *receiver, QEvent *event);
        ~Span();
        Span(const Span &) = delete;
        Span &operator=(const Span &) = delete;

    private:
        Watchdog &m_watchdog;
        std::unique_ptr<Frame> m_frame;
    };

    [[nodiscard]] bool judgesAlone() const;
    void begin(Frame &frame, QObject *receiver, QEvent::Type type);
    void end(Frame &frame);

    const Limits m_limits;
    const Report m_report;
    const std::thread::id m_thread;
    std::unique_ptr<StallSampler> m_sampler;
    Frame *m_innermost = nullptr;
    bool m_armed = false;
    bool m_painted = false;
    int m_depth = 0;
};

} // namespace pd
