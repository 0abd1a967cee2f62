// SPDX-License-Identifier: GPL-3.0-or-later
#include "trysession.h"

#include "opa/server.h"

#include <QJsonDocument>

namespace pd::desk {

namespace {

Task<Result<TryReply>> askThere(std::shared_ptr<opa::Server> server, QString text, QByteArray input, std::stop_token stop)
{
    opa::Query query;
    query.text = text;
    query.input = input;
    query.metrics = true;
    CO_TRY(const opa::QueryReply reply, co_await server->query(query, stop));
    TryReply answer;
    answer.result = reply.json;
    answer.undefined = reply.isUndefined();
    // OPA counts nanoseconds.
    answer.milliseconds = reply.metrics.value(QStringLiteral("timer_server_handler_ns")).toDouble() / 1e6;
    co_return answer;
}

QString wordFor(opa::Suggestion::Kind kind)
{
    switch (kind) {
    case opa::Suggestion::Kind::Keyword: return QStringLiteral("keyword");
    case opa::Suggestion::Kind::Builtin: return QStringLiteral("builtin");
    case opa::Suggestion::Kind::Package: return QStringLiteral("package");
    case opa::Suggestion::Kind::Rule: return QStringLiteral("rule");
    case opa::Suggestion::Kind::Function: return QStringLiteral("function");
    case opa::Suggestion::Kind::Data: return QStringLiteral("data");
    case opa::Suggestion::Kind::Input: return QStringLiteral("input");
    case opa::Suggestion::Kind::Definition: return QStringLiteral("definition");
    }
    return {};
}

/// The word or path before the cursor: what a suggestion replaces.
QString wordBefore(const QString &text, qsizetype position)
{
    qsizetype begin = qBound<qsizetype>(0, position, text.size());
    const qsizetype end = begin;
    while (begin > 0) {
        const QChar c = text.at(begin - 1);
        if (!c.isLetterOrNumber() && c != QLatin1Char('_') && c != QLatin1Char('.'))
            break;
        --begin;
    }
    return text.sliced(begin, end - begin);
}

} // namespace

TrySession::TrySession(Mailbox &engine, std::shared_ptr<opa::Server> server, QString reference, QString isolationProblem)
    : m_engine(engine)
    , m_server(std::move(server))
    , m_reference(std::move(reference))
    , m_isolationProblem(std::move(isolationProblem))
{
}

TrySession::~TrySession()
{
    // OPA's process belongs to the engine thread, and so does its end.
    m_engine.post([server = std::move(m_server)] { });
}

Task<Result<TryReply>> TrySession::ask(QString query, QByteArray input, std::stop_token stop)
{
    return callIn(m_engine, [server = m_server, query, input, stop] { return askThere(server, query, input, stop); });
}

Task<Result<void>> TrySession::define(QString rule, std::stop_token stop)
{
    return callIn(m_engine, [server = m_server, rule, stop] { return server->define(rule, stop); });
}

Task<Result<void>> TrySession::forget(QString name, std::stop_token stop)
{
    return callIn(m_engine, [server = m_server, name, stop] { return server->undefine(name, stop); });
}

Task<Result<QStringList>> TrySession::definitions()
{
    return runIn(m_engine, [server = m_server]() -> Result<QStringList> {
        QStringList texts;
        for (const opa::Definition &definition : server->definitions())
            texts.append(definition.text);
        return texts;
    });
}

Task<Result<QList<TryCompletion>>> TrySession::complete(QString text, int position, QByteArray input)
{
    return runIn(m_engine, [server = m_server, word = wordBefore(text, position), input]() -> Result<QList<TryCompletion>> {
        QList<TryCompletion> completions;
        for (const opa::Suggestion &suggestion : server->complete(word, input))
            completions.append({suggestion.text, wordFor(suggestion.kind), suggestion.detail});
        return completions;
    });
}

} // namespace pd::desk
