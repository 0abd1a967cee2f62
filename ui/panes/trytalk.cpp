// SPDX-License-Identifier: GPL-3.0-or-later
#include "trytalk.h"

#include "trypane.h"

namespace pd::ui {

TryTalk::TryTalk(TryPane &pane, WorkerPool &pool, QString historyFile)
    : m_pane(pane)
    , m_pool(pool)
    , m_historyFile(std::move(historyFile))
{
    connect(&pane, &TryPane::runRequested, this, &TryTalk::run);
    connect(&pane, &TryPane::cancelRequested, this, &TryTalk::cancel);
    connect(&pane, &TryPane::completionWanted, this, [this](const QString &text, int position, const QByteArray &input) {
        if (m_session)
            complete(this, m_session, text, position, input);
    });
    connect(&pane, &TryPane::definitionWanted, this, [this](const QString &text, int position, const QString &file) {
        if (m_session)
            lookUp(this, m_session, text, position, file);
    });
    connect(&pane, &TryPane::placeWanted, this, [this](const QString &file, int row) {
        if (m_session)
            showPlace(this, m_session, file, row);
    });
    connect(&pane, &TryPane::forgetRequested, this, [this](const QString &name) {
        if (m_session)
            forget(this, m_session, name);
    });
    connect(&pane, &TryPane::triggered, this, [this](const QString &id) {
        if (m_session && id == QLatin1StringView("startAgain"))
            startAgain(this, m_session);
    });
    readHistory(this);
}

TryTalk::~TryTalk()
{
    m_asking.request_stop();
}

void TryTalk::begin(const QString &image)
{
    m_asking.request_stop();
    m_session.reset();
    m_image = image;
    m_pane.setHistory(m_history.of(image));
}

void TryTalk::setSession(std::shared_ptr<desk::TrySession> session)
{
    m_session = std::move(session);
    if (!m_session)
        return;
    watch(this, m_session.get(), m_session->ended());
    showDefinitions(this, m_session);
    m_pane.setReady(m_session->facts());
}

void TryTalk::run(const QString &query, const QByteArray &input)
{
    if (!m_session)
        return;
    m_asking.request_stop();
    m_asking = {};
    m_pane.setRunning(true);
    remember(query);
    if (desk::isTryDefinition(query))
        define(this, m_session, query, m_asking.get_token());
    else
        ask(this, m_session, query, input, m_asking.get_token());
}

void TryTalk::cancel()
{
    m_asking.request_stop();
}

void TryTalk::remember(const QString &query)
{
    m_history.add(m_image, query.trimmed());
    m_pane.setHistory(m_history.of(m_image));
    keepHistory(this);
}

/// The end of a query or a definition, for the session that is still the one on the screen.
void TryTalk::settle(const Session &session, const Error *error)
{
    m_pane.setRunning(false);
    if (!error)
        return;
    if (!error->isCancelled()) {
        m_pane.setError(*error);
        return;
    }
    m_pane.setCancelled();
    // Ending a query ended OPA: the next one shall not wait for it to start.
    startAgain(this, session);
}

Task<void> TryTalk::ask(QPointer<TryTalk> self, Session session, QString query, QByteArray input, std::stop_token stop)
{
    const Result<desk::TryReply> reply = co_await session->ask(query, input, stop);
    if (!self || self->m_session != session)
        co_return;
    self->settle(session, reply ? nullptr : &reply.error());
    if (reply)
        self->m_pane.setReply(*reply);
}

Task<void> TryTalk::define(QPointer<TryTalk> self, Session session, QString rules, std::stop_token stop)
{
    const Result<void> done = co_await session->define(rules, stop);
    if (!self || self->m_session != session)
        co_return;
    self->settle(session, done ? nullptr : &done.error());
    if (!done)
        co_return;
    const auto definitions = co_await session->definitions();
    if (!self || self->m_session != session || !definitions)
        co_return;
    self->m_pane.setDefinitions(*definitions);
    self->m_pane.setDefined(definitions->isEmpty() ? QString() : definitions->last().name);
}

Task<void> TryTalk::forget(QPointer<TryTalk> self, Session session, QString name)
{
    const Result<void> done = co_await session->forget(name, {});
    if (!self || self->m_session != session)
        co_return;
    if (!done)
        self->m_pane.setError(done.error());
    co_await showDefinitions(self, session);
}

Task<void> TryTalk::showDefinitions(QPointer<TryTalk> self, Session session)
{
    const auto definitions = co_await session->definitions();
    if (self && self->m_session == session && definitions)
        self->m_pane.setDefinitions(*definitions);
}

Task<void> TryTalk::complete(QPointer<TryTalk> self, Session session, QString text, int position, QByteArray input)
{
    const auto completions = co_await session->complete(text, position, input);
    if (self && self->m_session == session && completions)
        self->m_pane.setCompletions(*completions);
}

Task<void> TryTalk::lookUp(QPointer<TryTalk> self, Session session, QString text, int position, QString file)
{
    const auto source = co_await session->definitionAt(text, position, file);
    if (!self || self->m_session != session)
        co_return;
    if (source)
        self->m_pane.setSource(*source);
    else
        self->m_pane.setNoDefinition(source.error().subject);
}

Task<void> TryTalk::showPlace(QPointer<TryTalk> self, Session session, QString file, int row)
{
    const auto source = co_await session->file(file, row);
    if (!self || self->m_session != session)
        co_return;
    if (source)
        self->m_pane.setSource(*source);
    else
        self->m_pane.setError(source.error());
}

Task<void> TryTalk::startAgain(QPointer<TryTalk> self, Session session)
{
    const Result<void> started = co_await session->startAgain({});
    if (!self || self->m_session != session)
        co_return;
    if (started)
        self->m_pane.setStarted();
    else if (!started.error().isCancelled())
        self->m_pane.setError(started.error());
}

Task<void> TryTalk::watch(QPointer<TryTalk> self, const desk::TrySession *session, Task<Result<QString>> end)
{
    const Result<QString> lastWords = co_await end;
    if (!self || !lastWords || self->m_session.get() != session)
        co_return;
    self->m_pane.setEnded(*lastWords);
    watch(self, session, self->m_session->ended());
}

Task<void> TryTalk::readHistory(QPointer<TryTalk> self)
{
    const auto history
        = co_await self->m_pool.run([file = self->m_historyFile]() -> Result<desk::TryHistory> { return desk::TryHistory::read(file); });
    if (!self || !history)
        co_return;
    self->m_history = *history;
    self->m_pane.setHistory(self->m_history.of(self->m_image));
}

Task<void> TryTalk::keepHistory(QPointer<TryTalk> self)
{
    self->m_keepAgain = self->m_keeping;
    if (self->m_keeping)
        co_return;
    self->m_keeping = true;
    do {
        self->m_keepAgain = false;
        const auto kept
            = co_await self->m_pool.run([history = self->m_history, file = self->m_historyFile] { return history.write(file); });
        if (!self)
            co_return;
        if (!kept && !kept.error().isCancelled())
            Q_EMIT self->failed(kept.error());
    } while (self->m_keepAgain);
    self->m_keeping = false;
}

} // namespace pd::ui
