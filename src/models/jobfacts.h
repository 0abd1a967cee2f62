// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activity.h"

#include "core/error.h"
#include "core/progress.h"
#include "desk/receipt.h"

#include <QDateTime>

#include <optional>

namespace pd::models {

/// An act as far as Activity tells of it; `makeActivity` words it.
struct JobFacts {
    /// CutOff: the program ended while it ran.
    enum class State { Running, WaitsForNetwork, WaitsForToken, Paused, CutOff, Failed, Cancelled, Done };
    QString id;
    QString verb; ///< As in a receipt: it gives the icon.
    QString title; ///< Already worded: "Publish acme/rbac:2.1.0".
    State state = State::Running;
    Progress progress;
    double rate = 0; ///< Bytes a second, 0 while unknown.
    double seconds = 0; ///< Since it began.
    QString why; ///< What it waits for, or the error in one line.
    bool canPause = false;
    std::optional<desk::Receipt> receipt; ///< When it is done.
};

/// "1.2 of 1.9 MiB, 1.2 MiB/s, 3 s left": what nobody can know yet is left out. The rate shows after 3 s, the rest of the time after as long.
[[nodiscard]] QStringList progressWords(const Progress &progress, double rate, double seconds);

/// "3 s", "4 min", "2 h": rounded up, since a promise is kept rather than broken.
[[nodiscard]] QString durationText(double seconds);

/// One job as a row: running, waiting, failed or done, with the ids of what can be done with it (`cancel`, `pause`, `resume`,
/// `replaceToken`, `retry`, `details`, `receipt`, `undo`).
[[nodiscard]] JobValue makeJob(const JobFacts &job, const QDateTime &now);

/// All of Activity: what runs first, then what waits, failed and is done, each the newest first; the line at the bottom tells of the
/// first that runs, or what was done last. `receipts` are those to show out of `receiptTotal`.
[[nodiscard]] ActivitySnapshot makeActivity(
    const QList<JobFacts> &jobs, const QList<desk::Receipt> &receipts, qint64 receiptTotal, int period, const QDateTime &now);

} // namespace pd::models
