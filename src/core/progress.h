// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pd {

/// How far an act is. A value, sent at most 30 times a second.
struct Progress {
    enum class Phase { Preparing, Building, Transferring, Finishing, Waiting, Done };
    Phase phase = Phase::Preparing;
    QString what; ///< What moves now: a short digest, a file name. Data, not prose.
    qint64 done = 0; ///< Bytes that the other side took (push) or that lie on our disk (pull). Never falls within one act.
    qint64 total = -1; ///< Bytes in all, −1 while unknown.
    bool stalled = false; ///< Nothing moved for 5 s.
    friend bool operator==(const Progress &, const Progress &) = default;
};

/// Where an act tells how far it is. Called in the thread of the act (the engine's).
class ProgressSink {
public:
    virtual ~ProgressSink() = default;
    virtual void report(const Progress &progress) = 0;
};

/// For callers who do not look.
class NoProgress final : public ProgressSink {
public:
    void report(const Progress &) override { }
};

} // namespace pd
