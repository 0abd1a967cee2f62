// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workerpool.h"
#include "desk/tryhistory.h"
#include "desk/trysession.h"

#include <QObject>
#include <QPointer>

namespace pd::ui {

class TryPane;

/// The conversation between the pane and a session: queries, definitions, completions, look-ups, the end of OPA, and the history. Where sessions
/// come from is somebody else's. GUI thread.
class TryTalk final : public QObject {
    Q_OBJECT
public:
    /// `historyFile`: where earlier queries are kept. `pane` outlives this.
    TryTalk(TryPane &pane, WorkerPool &pool, QString historyFile);
    ~TryTalk() override;

    /// Earlier queries are those of `image` from now on; what runs is ended.
    void begin(const QString &image);
    void setSession(std::shared_ptr<desk::TrySession> session);
    [[nodiscard]] const std::shared_ptr<desk::TrySession> &session() const { return m_session; }

Q_SIGNALS:
    /// The history could not be kept.
    void failed(const pd::Error &error);

private:
    using Session = std::shared_ptr<desk::TrySession>;

    void run(const QString &query, const QByteArray &input);
    void cancel();
    void remember(const QString &query);
    void settle(const Session &session, const Error *error);

    static Task<void> ask(QPointer<TryTalk> self, Session session, QString query, QByteArray input, std::stop_token stop);
    static Task<void> define(QPointer<TryTalk> self, Session session, QString rules, std::stop_token stop);
    static Task<void> forget(QPointer<TryTalk> self, Session session, QString name);
    static Task<void> showDefinitions(QPointer<TryTalk> self, Session session);
    static Task<void> complete(QPointer<TryTalk> self, Session session, QString text, int position, QByteArray input);
    static Task<void> lookUp(QPointer<TryTalk> self, Session session, QString text, int position, QString file);
    static Task<void> showPlace(QPointer<TryTalk> self, Session session, QString file, int row);
    static Task<void> startAgain(QPointer<TryTalk> self, Session session);
    static Task<void> watch(QPointer<TryTalk> self, const desk::TrySession *session, Task<Result<QString>> end);
    static Task<void> readHistory(QPointer<TryTalk> self);
    static Task<void> keepHistory(QPointer<TryTalk> self);

    TryPane &m_pane;
    WorkerPool &m_pool;
    QString m_historyFile;
    desk::TryHistory m_history;
    bool m_keeping = false; ///< The history is being written …
    bool m_keepAgain = false; ///< … and changed meanwhile.
    QString m_image;
    Session m_session;
    std::stop_source m_asking;
};

} // namespace pd::ui
