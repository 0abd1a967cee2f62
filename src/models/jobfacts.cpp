// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobfacts.h"

#include "format.h"
#include "receipttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace pd::models {

namespace {

struct Activity {
    Q_DECLARE_TR_FUNCTIONS(pd::models::Activity)
};

using State = JobFacts::State;

/// Before that nobody can tell how fast it goes.
constexpr double SecondsToRate = 3;

ActionValue button(const char *id, const QString &label)
{
    return {.id = QString::fromLatin1(id), .label = label};
}

QString between(qint64 done, qint64 total)
{
    QString left = sizeText(done);
    const QString right = sizeText(total);
    // "1.2 of 1.9 MiB": a unit that both have stands once.
    const qsizetype unit = left.lastIndexOf(u' ');
    if (unit >= 0 && right.endsWith(QStringView(left).sliced(unit)))
        left.truncate(unit);
    return Activity::tr("%1 of %2", "1.2 of 1.9 MiB").arg(left, right);
}

QString phaseText(const Progress &progress)
{
    switch (progress.phase) {
    case Progress::Phase::Preparing: return Activity::tr("Preparing");
    case Progress::Phase::Building: return Activity::tr("Building");
    case Progress::Phase::Transferring: return Activity::tr("Transferring");
    case Progress::Phase::Finishing: return Activity::tr("Finishing");
    case Progress::Phase::Waiting: return Activity::tr("Waiting");
    case Progress::Phase::Done: break;
    }
    return Activity::tr("Done");
}

double fraction(const Progress &progress)
{
    if (progress.total <= 0)
        return -1;
    return std::clamp(static_cast<double>(progress.done) / static_cast<double>(progress.total), 0.0, 1.0);
}

bool movesBytes(const Progress &progress)
{
    return progress.phase == Progress::Phase::Transferring && progress.total > 0;
}

/// Rate and rest of the time, as far as anybody can know.
QStringList paceWords(const Progress &progress, double rate, double seconds)
{
    if (progress.stalled)
        return {Activity::tr("stalled")};
    if (seconds < SecondsToRate || rate <= 0)
        return {};
    QStringList words{Activity::tr("%1/s", "a size a second").arg(sizeText(static_cast<qint64>(rate)))};
    if (progress.total > progress.done)
        words.append(Activity::tr("%1 left", "3 s left").arg(durationText(static_cast<double>(progress.total - progress.done) / rate)));
    return words;
}

JobState stateOf(State state)
{
    switch (state) {
    case State::Running: return JobState::Running;
    case State::WaitsForNetwork:
    case State::WaitsForToken:
    case State::Paused:
    case State::CutOff: return JobState::Waiting;
    case State::Failed: return JobState::Failed;
    case State::Cancelled:
    case State::Done: break;
    }
    return JobState::Done;
}

/// The icon says what it waits for; otherwise the act's own, until it is known how it ended.
QString iconOf(const JobFacts &job)
{
    switch (job.state) {
    case State::WaitsForNetwork: return QStringLiteral("pd-offline");
    case State::WaitsForToken: return QStringLiteral("pd-key");
    case State::Paused:
    case State::CutOff: return QStringLiteral("pd-pause");
    case State::Failed: return QStringLiteral("window-close");
    case State::Cancelled: return QStringLiteral("pd-minus");
    case State::Done: return QStringLiteral("checkmark");
    case State::Running: break;
    }
    return verbIcon(job.verb);
}

QString wordsOf(const JobFacts &job, const QDateTime &now)
{
    switch (job.state) {
    case State::Running: return progressWords(job.progress, job.rate, job.seconds).join(QLatin1StringView(", "));
    case State::Paused:
        if (job.progress.total > 0)
            return Activity::tr("Paused by you, %1 are here").arg(between(job.progress.done, job.progress.total));
        return Activity::tr("Paused by you");
    case State::CutOff: return Activity::tr("Cut off when the program ended; what had arrived is kept");
    case State::WaitsForNetwork:
        return job.why.isEmpty() ? Activity::tr("For the network") : Activity::tr("For the network: %1").arg(job.why);
    case State::WaitsForToken: return job.why.isEmpty() ? Activity::tr("For a token") : job.why;
    case State::Failed: return job.why;
    case State::Cancelled: return Activity::tr("Cancelled");
    case State::Done: break;
    }
    return job.receipt ? receiptSummary(*job.receipt, now) : Activity::tr("Done");
}

QList<ActionValue> actionsOf(const JobFacts &job)
{
    const ActionValue cancel = button("cancel", Activity::tr("Cancel"));
    switch (job.state) {
    case State::Running:
        if (job.canPause)
            return {button("pause", Activity::tr("Pause")), cancel};
        return {cancel};
    case State::WaitsForNetwork: return {cancel};
    case State::WaitsForToken: return {button("replaceToken", Activity::tr("Replace token…")), cancel};
    case State::CutOff: return {button("resume", Activity::tr("Go on")), button("cancel", Activity::tr("Forget"))};
    case State::Paused: return {button("resume", Activity::tr("Resume")), cancel};
    case State::Failed: return {button("retry", Activity::tr("Retry")), button("details", Activity::tr("Details"))};
    case State::Cancelled: return {button("retry", Activity::tr("Retry"))};
    case State::Done: break;
    }
    QList<ActionValue> actions;
    if (job.receipt && !job.receipt->undo.isEmpty())
        actions.append(button("undo", Activity::tr("Undo")));
    if (job.receipt)
        actions.append(button("receipt", Activity::tr("Receipt")));
    return actions;
}

struct Counts {
    int running = 0;
    int waiting = 0;
    int failed = 0;
};

QString summaryOf(const Counts &counts)
{
    QStringList words;
    if (counts.running > 0)
        words.append(Activity::tr("%Ln running", nullptr, counts.running));
    if (counts.waiting > 0)
        words.append(Activity::tr("%Ln waiting", nullptr, counts.waiting));
    if (counts.failed > 0)
        words.append(Activity::tr("%Ln failed", nullptr, counts.failed));
    return words.isEmpty() ? Activity::tr("Nothing runs") : words.join(QLatin1StringView(", "));
}

/// What of the counts the line itself does not tell already.
QString othersOf(Counts counts)
{
    counts.running = std::max(0, counts.running - 1);
    return counts.running + counts.waiting + counts.failed == 0 ? QString() : summaryOf(counts);
}

ActivityLine lineOf(const QList<JobFacts> &jobs, const Counts &counts, const QList<desk::Receipt> &receipts, const QDateTime &now)
{
    ActivityLine line;
    line.trailing = othersOf(counts);
    const auto running = std::ranges::find(jobs.crbegin(), jobs.crend(), State::Running, &JobFacts::state);
    if (running != jobs.crend()) {
        line.icon = verbIcon(running->verb);
        line.text = running->title;
        line.progress = movesBytes(running->progress) ? fraction(running->progress) : -1;
        line.waits = running->progress.stalled;
        line.cancelId = running->id;
        if (line.progress >= 0)
            line.words = {Activity::tr("%1 %", "percent").arg(std::floor(line.progress * 100))};
        else
            line.words = {phaseText(running->progress)};
        line.words += paceWords(running->progress, running->rate, running->seconds);
        return line;
    }
    if (!receipts.isEmpty()) {
        line.icon = QStringLiteral("checkmark");
        line.text = Activity::tr("%1, %2", "Published acme/rbac:2.1.0, 2 h ago")
                        .arg(receiptTitle(receipts.front()), relativeTime(receipts.front().at, now));
        line.digest = shortDigest(receipts.front().digest);
        line.receipt = receiptLine(receipts.front());
    }
    return line;
}

} // namespace

QString durationText(double seconds)
{
    const auto whole = static_cast<qint64>(std::ceil(std::clamp(seconds, 0.0, 100.0 * 86400)));
    if (whole < 100)
        return Activity::tr("%Ln s", "seconds", static_cast<int>(std::max<qint64>(1, whole)));
    if (whole <= 100 * 60)
        return Activity::tr("%Ln min", "minutes", static_cast<int>((whole + 59) / 60));
    return Activity::tr("%Ln h", "hours", static_cast<int>((whole + 3599) / 3600));
}

QStringList progressWords(const Progress &progress, double rate, double seconds)
{
    if (!movesBytes(progress)) {
        QStringList words{phaseText(progress)};
        if (progress.stalled)
            words.append(Activity::tr("stalled"));
        return words;
    }
    return QStringList{between(progress.done, progress.total)} + paceWords(progress, rate, seconds);
}

JobValue makeJob(const JobFacts &job, const QDateTime &now)
{
    JobValue made;
    made.id = job.id;
    made.icon = iconOf(job);
    made.title = job.title;
    made.state = stateOf(job.state);
    if (job.state == State::Running && movesBytes(job.progress))
        made.progress = fraction(job.progress);
    made.words = wordsOf(job, now);
    made.actions = actionsOf(job);
    return made;
}

ActivitySnapshot makeActivity(
    const QList<JobFacts> &jobs, const QList<desk::Receipt> &receipts, qint64 receiptTotal, int period, const QDateTime &now)
{
    ActivitySnapshot made;
    Counts counts;
    for (auto job = jobs.crbegin(); job != jobs.crend(); ++job) {
        made.jobs.append(makeJob(*job, now));
        const JobState state = made.jobs.constLast().state;
        counts.running += state == JobState::Running ? 1 : 0;
        counts.waiting += state == JobState::Waiting ? 1 : 0;
        counts.failed += state == JobState::Failed ? 1 : 0;
    }
    std::ranges::stable_sort(made.jobs, {}, &JobValue::state);
    made.summary = summaryOf(counts);
    made.line = lineOf(jobs, counts, receipts, now);
    for (const desk::Receipt &receipt : receipts)
        made.receipts.append(makeReceipt(receipt, now));
    made.receiptCount = receipts.size() == receiptTotal
        ? numberText(receiptTotal)
        : Activity::tr("%1 of %2", "9 of 214 receipts").arg(numberText(receipts.size()), numberText(receiptTotal));
    made.periods = receiptPeriods();
    made.period = period;
    return made;
}

} // namespace pd::models
