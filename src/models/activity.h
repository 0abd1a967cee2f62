// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions.h"
#include "rows.h"

namespace pd::models {

enum class JobState { Running, Waiting, Failed, Done };

/// Something that runs, waits, failed or is done.
struct JobValue {
    QString id = {};
    QString icon = {};
    QString title = {};
    JobState state = JobState::Running;
    double progress = -1; ///< 0 to 1; below 0: not known, no bar
    QString words = {}; ///< "1.2 of 1.9 MiB, 1.2 MiB/s, 3 s left" or what it waits for
    QList<ActionValue> actions = {};
    friend bool operator==(const JobValue &, const JobValue &) = default;
};

/// What an act left behind.
struct ReceiptValue {
    QString id = {};
    QString icon = {};
    QString title = {};
    QString note = {};
    QString digest = {};
    QString when = {};
    QList<FactValue> facts = {};
    QString whole = {}; ///< All of it in one line, for those who cannot see it.
    QString command = {};
    QList<ActionValue> actions = {};
    friend bool operator==(const ReceiptValue &, const ReceiptValue &) = default;
};

/// The one line at the bottom of the window.
struct ActivityLine {
    QString icon = {};
    Tone tone = Tone::Quiet;
    QString text = {};
    double progress = -1; ///< 0 to 1; below 0: no bar
    bool waits = false; ///< the bar is grey: nothing moves
    QStringList words = {}; ///< "64 %", "1.2 MiB/s", "3 s left"
    QString cancelId = {}; ///< job that *Cancel* stops; empty: no button
    QString trailing = {}; ///< "2 waiting"
    QString digest = {}; ///< what the last act made or moved, short
    QString receipt = {}; ///< the last act's whole receipt in one line; empty while something runs
    friend bool operator==(const ActivityLine &, const ActivityLine &) = default;
};

/// All of Activity at one moment.
struct ActivitySnapshot {
    ActivityLine line = {};
    QString summary = {}; ///< "1 running, 3 waiting, 1 failed"
    QList<JobValue> jobs = {};
    QList<ReceiptValue> receipts = {};
    QString receiptCount = {}; ///< "9 of 214"
    QStringList periods = {}; ///< "last 7 days", …
    int period = 0;
    friend bool operator==(const ActivitySnapshot &, const ActivitySnapshot &) = default;
};

} // namespace pd::models
