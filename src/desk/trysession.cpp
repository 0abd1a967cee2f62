// SPDX-License-Identifier: GPL-3.0-or-later
#include "trysession.h"

#include "opa/server.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pd::desk {

namespace {

constexpr qsizetype LargeJson = 64 << 10;

/// The lines of a list with one element, without the list.
QString withoutList(const QByteArray &json)
{
    QStringList lines = QString::fromUtf8(json).trimmed().split(QLatin1Char('\n'));
    if (lines.size() < 3)
        return QString::fromUtf8(json).trimmed();
    lines = lines.sliced(1, lines.size() - 2);
    for (QString &line : lines)
        line.remove(0, std::min<qsizetype>(4, line.size()));
    return lines.join(QLatin1Char('\n'));
}

Result<TryReply> toReply(const opa::QueryReply &reply)
{
    TryReply answer;
    answer.undefined = reply.isUndefined();
    answer.bindings = !answer.undefined && !reply.value;
    if (reply.value) {
        answer.value = *reply.value;
        answer.text = withoutList(reply.json);
    } else if (answer.bindings) {
        QJsonArray all;
        for (const QJsonObject &bindings : reply.bindings)
            all.append(bindings);
        answer.value = all;
        answer.text = QString::fromUtf8(reply.json).trimmed();
    } else {
        answer.value = QJsonValue(QJsonValue::Undefined);
    }
    // OPA counts nanoseconds.
    answer.milliseconds = reply.metrics.value(QStringLiteral("timer_server_handler_ns")).toDouble() / 1e6;
    return answer;
}

Task<Result<TryReply>> askThere(std::shared_ptr<opa::Server> server, WorkerPool *pool, QString text, QByteArray input, std::stop_token stop)
{
    opa::Query query;
    query.text = text;
    query.input = input;
    query.metrics = true;
    CO_TRY(const opa::QueryReply reply, co_await server->query(query, stop));
    if (reply.json.size() < LargeJson)
        co_return toReply(reply);
    co_return co_await pool->run([reply] { return toReply(reply); });
}

Result<TrySource> sourceOf(const opa::Server &server, const QList<opa::Place> &places)
{
    TrySource source;
    source.file = places.first().file;
    source.name = places.first().name;
    source.text = server.sources().text(source.file).value_or(QString());
    for (const opa::Place &place : places) {
        if (place.file == source.file)
            source.rows << place.row;
        else
            ++source.elsewhere;
    }
    return source;
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

Task<Result<QString>> nothing()
{
    co_return cancelled();
}

Task<Result<QString>> endOf(const std::shared_ptr<opa::Server> &server)
{
    return server ? server->ended() : nothing();
}

} // namespace

TrySession::TrySession(Mailbox &engine, WorkerPool &pool, std::shared_ptr<opa::Server> server, TryFacts facts)
    : m_engine(engine)
    , m_pool(pool)
    , m_server(std::move(server))
    , m_facts(std::move(facts))
{
}

TrySession::~TrySession()
{
    // OPA's process belongs to the engine thread, and so does its end.
    m_engine.post([server = std::move(m_server)] { });
}

Task<Result<TryReply>> TrySession::ask(QString query, QByteArray input, std::stop_token stop)
{
    return callIn(m_engine, [server = m_server, pool = &m_pool, query, input, stop] { return askThere(server, pool, query, input, stop); });
}

Task<Result<void>> TrySession::define(QString rule, std::stop_token stop)
{
    return callIn(m_engine, [server = m_server, rule, stop] { return server->define(rule, stop); });
}

Task<Result<void>> TrySession::forget(QString name, std::stop_token stop)
{
    return callIn(m_engine, [server = m_server, name, stop] { return server->undefine(name, stop); });
}

Task<Result<QList<TryDefinition>>> TrySession::definitions()
{
    return runIn(m_engine, [server = m_server]() -> Result<QList<TryDefinition>> {
        QList<TryDefinition> all;
        for (const opa::Definition &definition : server->definitions())
            all.append({definition.name, definition.text});
        return all;
    });
}

Task<Result<QList<TryCompletion>>> TrySession::complete(QString text, int position, QByteArray input)
{
    return runIn(m_engine, [server = m_server, word = tryWordBefore(text, position), input]() -> Result<QList<TryCompletion>> {
        QList<TryCompletion> completions;
        for (const opa::Suggestion &suggestion : server->complete(word, input))
            completions.append({suggestion.text, wordFor(suggestion.kind), suggestion.detail});
        return completions;
    });
}

Task<Result<TrySource>> TrySession::definitionAt(QString text, int position, QString from)
{
    return runIn(m_engine, [server = m_server, word = opa::wordAt(text, position), from]() -> Result<TrySource> {
        if (word.isEmpty())
            return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("opa.noWord"));
        const QList<opa::Place> places = server->sources().find(word, from);
        if (places.isEmpty())
            return fail(ErrorKind::NotFound, Blame::You, QStringLiteral("opa.noRule"), word);
        return sourceOf(*server, places);
    });
}

Task<Result<TrySource>> TrySession::file(QString path, int row)
{
    return runIn(m_engine, [server = m_server, path, row]() -> Result<TrySource> {
        if (!server->sources().text(path))
            return fail(ErrorKind::NotFound, Blame::You, QStringLiteral("opa.noFile"), path);
        return sourceOf(*server, {opa::Place{path, row, {}}});
    });
}

Task<Result<QString>> TrySession::ended()
{
    // Whoever waits for its end must not keep it.
    return callIn(m_engine, [weak = std::weak_ptr(m_server)] { return endOf(weak.lock()); });
}

Task<Result<void>> TrySession::startAgain(std::stop_token stop)
{
    return callIn(m_engine, [server = m_server, stop] { return server->wake(stop); });
}

bool isTryDefinition(const QString &text)
{
    return opa::isDefinition(text);
}

QString tryWordBefore(const QString &text, qsizetype position)
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

} // namespace pd::desk
