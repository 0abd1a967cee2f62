// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/progress.h"

#include <QObject>
#include <QTimer>

namespace pd::registry {

/// Adds up the parts of a transfer and tells a sink: at most 30 times a second, never a smaller number than before, "stalled" when
/// nothing has moved for a while, and the whole only when `finish` says so. Lives in the engine thread.
class ProgressMeter final : public QObject {
    Q_OBJECT
public:
    /// `total` bytes in all, of which the last one is kept back until `finish`.
    ProgressMeter(ProgressSink &sink, const Clock &clock, qint64 total);

    /// A new part; what is told of it by `set`.
    [[nodiscard]] int addPart(const QString &name);
    /// Bytes of this part so far. A part that starts over may say less: what is told then waits until it is past the old mark.
    void set(int part, qint64 done);
    void phase(Progress::Phase phase);
    void setTotal(qint64 total);
    /// All is done: 100 %.
    void finish();

private:
    void tick();
    void tell(bool now);
    [[nodiscard]] qint64 sum() const;

    struct Part {
        QString name;
        qint64 done = 0;
    };
    ProgressSink &m_sink;
    const Clock &m_clock;
    QTimer m_timer;
    QList<Part> m_parts;
    Progress m_progress;
    Progress m_told;
    qint64 m_lastMove;
    qint64 m_lastTold = -1000;
    bool m_finished = false;
};

} // namespace pd::registry
