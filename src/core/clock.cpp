// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"

#include "completion.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace pd {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

qint64 SystemClock::monotonicMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

Task<bool> SystemClock::sleep(std::chrono::milliseconds duration, std::stop_token stop) const
{
    if (stop.stop_requested())
        co_return false;
    Completion<bool> done;
    const Resolver<bool> resolver = done.resolver();
    QTimer timer;
    timer.setSingleShot(true);
    timer.setTimerType(duration < std::chrono::seconds(2) ? Qt::PreciseTimer : Qt::CoarseTimer);
    QObject::connect(&timer, &QTimer::timeout, &timer, [resolver] { resolver.resolve(true); });
    timer.start(duration);
    const std::stop_callback onStop(stop, [resolver] { resolver.resolve(false); });
    co_return co_await done;
}

} // namespace pd
