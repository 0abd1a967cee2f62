// SPDX-License-Identifier: GPL-3.0-or-later
#include "operation.h"

#include <QElapsedTimer>
#include <QPointer>

namespace pd::desk {

namespace {

qint64 nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// Operations are made in the GUI thread alone.
qint64 nextId()
{
    static qint64 last = 0;
    return ++last;
}

} // namespace

/// Lives in both threads: the engine reports into it, the GUI thread takes the newest value. However fast the engine reports, at most one letter is under way.
class Operation::Sink final : public ProgressSink, public std::enable_shared_from_this<Sink> {
public:
    Sink(Mailbox &home, QPointer<Operation> operation)
        : m_home(home)
        , m_operation(std::move(operation))
    {
    }

    void report(const Progress &progress) override
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_newest = progress;
            if (std::exchange(m_underWay, true))
                return;
        }
        m_home.post([self = shared_from_this()] {
            Progress newest;
            {
                const std::scoped_lock lock(self->m_mutex);
                newest = self->m_newest;
                self->m_underWay = false;
            }
            if (self->m_operation)
                self->m_operation->take(newest);
        });
    }

private:
    Mailbox &m_home;
    QPointer<Operation> m_operation; ///< Looked at in the GUI thread alone.
    std::mutex m_mutex;
    Progress m_newest;
    bool m_underWay = false;
};

Operation::Operation(Mailbox &engine, QString verb, QString title, Act act, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_id(nextId())
    , m_verb(std::move(verb))
    , m_title(std::move(title))
    , m_act(std::move(act))
{
    start();
}

Operation::~Operation()
{
    m_stop.request_stop();
}

double Operation::seconds() const
{
    return static_cast<double>(nowMs() - m_beganAt) / 1000.0;
}

void Operation::cancel()
{
    m_stop.request_stop();
}

void Operation::retry()
{
    if (m_state != State::Running)
        start();
}

void Operation::start()
{
    m_state = State::Running;
    m_error.reset();
    m_progress = {};
    m_rate = 0;
    m_rateBytes = 0;
    m_rateAt = nowMs();
    m_beganAt = m_rateAt;
    m_stop = {};
    follow(QPointer(this), m_engine, m_act, std::make_shared<Sink>(*Mailbox::current(), QPointer(this)), m_stop.get_token());
}

Task<void> Operation::follow(QPointer<Operation> self, Mailbox &engine, Act act, std::shared_ptr<Sink> sink, std::stop_token stop)
{
    auto result = co_await callIn(engine, [act = std::move(act), sink, stop] { return act(*sink, stop); });
    if (self)
        self->end(std::move(result));
}

void Operation::take(Progress progress)
{
    if (m_state != State::Running)
        return;
    const qint64 now = nowMs();
    if (now - m_rateAt >= 1000) {
        const double fresh = 1000.0 * static_cast<double>(progress.done - m_rateBytes) / static_cast<double>(now - m_rateAt);
        m_rate = m_rate > 0 ? 0.6 * m_rate + 0.4 * fresh : fresh;
        m_rateBytes = progress.done;
        m_rateAt = now;
    }
    m_progress = std::move(progress);
    Q_EMIT progressed();
}

void Operation::end(Result<Receipt> result)
{
    if (result) {
        m_receipt = *std::move(result);
        m_state = State::Done;
    } else if (result.error().isCancelled()) {
        m_state = State::Cancelled;
    } else {
        m_error = std::move(result).error();
        m_state = State::Failed;
    }
    Q_EMIT finished();
}

} // namespace pd::desk
