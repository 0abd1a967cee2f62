// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/thread.h"
#include "desk/receipt.h"

#include <QObject>

#include <optional>

namespace pd::desk {

/// One act of the window while it runs and after: any verb, seen from the GUI thread, where it lives. The work itself runs in the engine
/// thread. Deleting it asks the work to stop; what the work had begun it undoes by itself.
class Operation final : public QObject {
    Q_OBJECT
public:
    enum class State { Running, Done, Failed, Cancelled };
    /// The act: runs in the engine thread, says how far it is, ends with a receipt.
    using Act = std::function<Task<Result<Receipt>>(ProgressSink &progress, std::stop_token stop)>;

    /// Starts at once. `verb` as in a receipt; `title` is what Activity shows, already worded.
    Operation(Mailbox &engine, QString verb, QString title, Act act, QObject *parent);
    ~Operation() override;

    /// Unique among the operations of this run.
    [[nodiscard]] qint64 id() const { return m_id; }
    [[nodiscard]] QString verb() const { return m_verb; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Progress &progress() const { return m_progress; }
    [[nodiscard]] const std::optional<Receipt> &receipt() const { return m_receipt; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// Bytes a second over the last seconds, 0 while unknown.
    [[nodiscard]] double rate() const { return m_rate; }
    /// Since it began, for the last time.
    [[nodiscard]] double seconds() const;

    /// Asks to stop; `finished` follows.
    void cancel();
    /// Runs a failed or cancelled act once more, from its start. Nothing happens while it runs.
    void retry();

Q_SIGNALS:
    void progressed();
    /// It ended: look at `state`.
    void finished();

private:
    class Sink;
    void start();
    void take(Progress progress);
    void end(Result<Receipt> result);
    static Task<void> follow(QPointer<Operation> self, Mailbox &engine, Act act, std::shared_ptr<Sink> sink, std::stop_token stop);

    Mailbox &m_engine;
    qint64 m_id;
    QString m_verb;
    QString m_title;
    Act m_act;
    State m_state = State::Running;
    Progress m_progress;
    std::optional<Receipt> m_receipt;
    std::optional<Error> m_error;
    std::stop_source m_stop;
    double m_rate = 0;
    qint64 m_rateBytes = 0;
    qint64 m_rateAt = 0;
    qint64 m_beganAt = 0;
};

} // namespace pd::desk
