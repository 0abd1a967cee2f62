// SPDX-License-Identifier: GPL-3.0-or-later
#include "server.h"

#include "cell.h"
#include "core/completion.h"
#include "definitions.h"
#include "outputs.h"
#include "querytext.h"

#include <QJsonDocument>

namespace pd::opa {

namespace {

using namespace std::chrono_literals;

const QString ReplPath = QStringLiteral("/v1/policies/repl.rego");
const QString Value = QStringLiteral("pd_value");
constexpr qsizetype LargeJson = 64 << 10;

Result<QByteArray> requestBody(const QString &text, const QByteArray &input)
{
    QJsonObject body{{QStringLiteral("query"), text}};
    if (input.trimmed().isEmpty())
        return QJsonDocument(body).toJson(QJsonDocument::Compact);
    // A wrapping array takes scalars too; the text itself is passed on, so that no number is rounded.
    QJsonParseError error{};
    const QJsonDocument wrapped = QJsonDocument::fromJson("[" + input + "]", &error);
    if (error.error != QJsonParseError::NoError || wrapped.array().size() != 1)
        return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("opa.input"), {}, error.errorString());
    QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    json.chop(1);
    return QByteArray(json + ",\"input\":" + input + "}");
}

QString queryPath(const Query &query)
{
    QString path = QStringLiteral("/v1/query?metrics=") + (query.metrics ? QStringLiteral("true") : QStringLiteral("false"));
    if (query.explain == Query::Explain::Notes)
        path += QStringLiteral("&explain=notes");
    else if (query.explain == Query::Explain::Full)
        path += QStringLiteral("&explain=full");
    return path;
}

QueryReply parseReply(const QByteArray &body, bool bound)
{
    const QJsonObject document = QJsonDocument::fromJson(body).object();
    QueryReply reply;
    reply.metrics = document.value(QStringLiteral("metrics")).toObject();
    reply.explanation = document.value(QStringLiteral("explanation")).toArray();
    const QJsonArray results = document.value(QStringLiteral("result")).toArray();
    for (const QJsonValue &result : results) {
        QJsonObject bindings = result.toObject();
        if (bound) {
            const QJsonValue value = bindings.take(Value);
            if (results.size() == 1)
                reply.value = value;
            else
                bindings.insert(QStringLiteral("="), value);
        }
        reply.bindings << bindings;
    }
    if (!results.isEmpty()) {
        const QJsonValue shown = reply.value ? QJsonValue(QJsonArray{*reply.value}) : QJsonValue(results);
        reply.json = QJsonDocument(shown.toArray()).toJson(QJsonDocument::Indented);
    }
    return reply;
}

Error objectionError(const QList<Diagnostic> &objections, QList<Diagnostic> placed)
{
    Error error = namesDangerous(objections) ? restrictedError(objections) : policyError(objections, {});
    error.diagnostics = std::move(placed);
    return error;
}

/// OPA says of the same expression that "_" is unsafe as well: nobody wrote that.
QList<Diagnostic> withoutNoise(QList<Diagnostic> diagnostics)
{
    const auto isNoise = [](const Diagnostic &diagnostic) { return diagnostic.message == QStringLiteral("var _ is unsafe"); };
    if (!std::ranges::all_of(diagnostics, isNoise))
        diagnostics.removeIf(isNoise);
    return diagnostics;
}

Error refused(const SocketClient::Reply &reply, const QString &subject, const FileNames &names)
{
    QList<Diagnostic> diagnostics = withoutNoise(names.translate(parseErrors(reply.body)));
    if (reply.status == 400 && reply.body.contains("all paths owned"))
        return fail(ErrorKind::Unsupported, Blame::Opa, QStringLiteral("opa.ownedRoots"), subject).error();
    Error error = policyError(std::move(diagnostics), subject, reply.body);
    error.http = reply.status;
    return error;
}

} // namespace

struct Server::State {
    /// What is known of the modules.
    struct Known {
        Completer completer;
        Sources sources;
    };

    WorkerPool *pool = nullptr;
    QVersionNumber version;
    std::unique_ptr<Cell> cell;
    Definitions definitions;
    Known known;
    QList<Resolver<Result<QString>>> waiting; ///< For the end of the process.
    std::stop_source closing;
    std::chrono::milliseconds deadline{};
    /// Definitions are put into the server that has process id `loadedInto`.
    qint64 loadedInto = 0;

    static Task<Result<SocketClient::Reply>> send(
        std::shared_ptr<State> state, QByteArray method, QString path, QByteArray body, std::stop_token stop);
    static Task<Result<void>> prepare(std::shared_ptr<State> state, std::stop_token stop);
    static Task<Result<void>> put(std::shared_ptr<State> state, Definitions next, std::stop_token stop);
    static Task<Result<QueryReply>> ask(std::shared_ptr<State> state, Query query, QueryText text, bool bound, std::stop_token stop);
    static Task<Result<QueryReply>> query(std::shared_ptr<State> state, Query query, std::stop_token stop);
    static Task<Result<void>> change(std::shared_ptr<State> state, Definitions next, std::stop_token stop);
    static Task<Result<void>> guardQuery(std::shared_ptr<State> state, QueryText text, std::stop_token stop);
    static Task<Result<void>> learn(std::shared_ptr<State> state, std::stop_token stop);
    static Known understand(const QByteArray &policies, Known known, const FileNames &names);
    static Task<Result<QString>> waitForEnd(std::shared_ptr<State> state);
};

/// One request. What does not answer in time, or is no longer wanted, is ended with its process: a query in Go cannot be stopped
/// otherwise for sure.
Task<Result<SocketClient::Reply>> Server::State::send(
    std::shared_ptr<State> state, QByteArray method, QString path, QByteArray body, std::stop_token stop)
{
    const std::shared_ptr<SocketClient> client = state->cell->client();
    Result<SocketClient::Reply> reply = co_await client->send(method, path, body, state->deadline, stop);
    if (state->closing.stop_requested())
        co_return cancelled();
    if (!reply)
        state->cell->end();
    co_return reply;
}

/// Starts the server again where it has ended, and gives it what was typed.
Task<Result<void>> Server::State::prepare(std::shared_ptr<State> state, std::stop_token stop)
{
    CO_TRY(co_await state->cell->ensureRunning(stop));
    if (state->closing.stop_requested())
        co_return cancelled();
    if (state->loadedInto == state->cell->processId() || state->definitions.isEmpty())
        co_return Result<void>();
    CO_TRY(co_await put(state, state->definitions, stop));
    state->loadedInto = state->cell->processId();
    co_return Result<void>();
}

Task<Result<void>> Server::State::put(std::shared_ptr<State> state, Definitions next, std::stop_token stop)
{
    CO_TRY(const SocketClient::Reply reply, co_await send(state, QByteArrayLiteral("PUT"), ReplPath, next.module().toUtf8(), stop));
    if (reply.status == 200)
        co_return Result<void>();
    Error error = refused(reply, QStringLiteral("repl"), state->cell->fileNames());
    error.diagnostics = next.translate(std::move(error.diagnostics));
    co_return std::unexpected(std::move(error));
}

Task<Result<QueryReply>> Server::State::ask(std::shared_ptr<State> state, Query query, QueryText text, bool bound, std::stop_token stop)
{
    Result<QByteArray> body = requestBody(text.text(), query.input);
    if (!body)
        co_return std::unexpected(std::move(body).error());
    CO_TRY(const SocketClient::Reply reply, co_await send(state, QByteArrayLiteral("POST"), queryPath(query), *std::move(body), stop));
    if (reply.status == 200 && reply.body.size() < LargeJson)
        co_return parseReply(reply.body, bound);
    if (reply.status == 200)
        co_return co_await state->pool->run([body = reply.body, bound]() -> Result<QueryReply> { return parseReply(body, bound); });
    Error error = refused(reply, {}, state->cell->fileNames());
    error.diagnostics = text.translate(std::move(error.diagnostics));
    co_return std::unexpected(std::move(error));
}

Task<Result<QueryReply>> Server::State::query(std::shared_ptr<State> state, Query query, std::stop_token stop)
{
    if (query.text.trimmed().isEmpty())
        co_return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("opa.emptyQuery"));
    QueryText text(query.text);
    text.qualify(state->definitions.names());
    CO_TRY(co_await guardQuery(state, text, stop));
    CO_TRY(co_await prepare(state, stop));
    if (text.isOneExpression()) {
        QueryText bound = text;
        bound.bindValue(Value);
        Result<QueryReply> reply = co_await ask(state, query, bound, true, stop);
        // `x := 1`, `some x in …`, `not p` are no values: OPA refuses to bind them, and the text goes as it is.
        if (reply || reply.error().http != 400)
            co_return reply;
    }
    co_return co_await ask(state, query, text, false, stop);
}

Task<Result<void>> Server::State::guardQuery(std::shared_ptr<State> state, QueryText text, std::stop_token stop)
{
    if (state->cell->isolation().level == Isolation::Level::Full)
        co_return Result<void>();
    const QString head = QStringLiteral("package pd_guard\n\nguarded ") + (state->cell->image().v0 ? QString() : QStringLiteral("if "))
        + QStringLiteral("{\n");
    CO_TRY(const QList<Diagnostic> objections, co_await state->cell->objections(head + text.text() + QStringLiteral("\n}\n"), stop));
    if (objections.isEmpty())
        co_return Result<void>();
    QList<Diagnostic> placed = objections;
    for (Diagnostic &diagnostic : placed)
        diagnostic.row = std::max(0, diagnostic.row - static_cast<int>(head.count(QLatin1Char('\n'))));
    co_return std::unexpected(objectionError(objections, text.translate(std::move(placed))));
}

Task<Result<void>> Server::State::change(std::shared_ptr<State> state, Definitions next, std::stop_token stop)
{
    CO_TRY(const QList<Diagnostic> objections, co_await state->cell->objections(next.module(), stop));
    if (!objections.isEmpty())
        co_return std::unexpected(objectionError(objections, next.translate(objections)));
    CO_TRY(co_await prepare(state, stop));
    CO_TRY(co_await put(state, next, stop));
    state->definitions = next;
    state->loadedInto = state->cell->processId();
    co_return co_await learn(state, stop);
}

Server::State::Known Server::State::understand(const QByteArray &policies, Known known, const FileNames &names)
{
    const QJsonArray list = QJsonDocument::fromJson(policies).object().value(QStringLiteral("result")).toArray();
    known.completer.setPolicies(list);
    known.sources.setPolicies(list, [&names](const QString &id) { return names.fileOf(id); });
    return known;
}

/// Asks for the modules, for completion and to show where rules stand.
Task<Result<void>> Server::State::learn(std::shared_ptr<State> state, std::stop_token stop)
{
    const Result<SocketClient::Reply> reply = co_await send(state, QByteArrayLiteral("GET"), QStringLiteral("/v1/policies"), {}, stop);
    if (!reply && reply.error().cause == QStringLiteral("opa.tooMuch")) // too large to complete: the rest works
        co_return Result<void>();
    if (!reply)
        co_return std::unexpected(reply.error());
    const auto read = [body = reply->body, known = state->known, names = state->cell->fileNames()]() -> Result<Known> {
        return understand(body, known, names);
    };
    CO_TRY(state->known, co_await state->pool->run(read));
    co_return Result<void>();
}

Task<Result<QString>> Server::State::waitForEnd(std::shared_ptr<State> state)
{
    const Completion<Result<QString>> end;
    state->waiting << end.resolver();
    state.reset(); // whoever waits does not keep it
    co_return co_await end;
}

Server::Server(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
}

Server::~Server()
{
    m_state->closing.request_stop();
    m_state->waiting.clear();
    m_state->cell->end();
}

Task<Result<std::unique_ptr<Server>>> Server::start(ServerOptions options, WorkerPool &pool, std::stop_token stop)
{
    const auto state = std::make_shared<State>();
    state->pool = &pool;
    state->version = options.opa.version;
    state->deadline = options.queryDeadline;
    CO_TRY(const Capabilities known, co_await capabilities(options.opa, stop));
    state->known.completer.setCapabilities(known);
    CO_TRY(state->cell, co_await Cell::make(options, known, pool, stop));
    for (const auto &[under, json] : state->cell->image().data)
        state->known.completer.addData(json, under);
    state->cell->setOnEnded([s = state.get()](const QString &lastWords) {
        for (const Resolver<Result<QString>> &resolver : std::exchange(s->waiting, {}))
            resolver.resolve(lastWords);
    });
    CO_TRY(co_await state->cell->ensureRunning(stop));
    CO_TRY(co_await State::learn(state, stop));
    co_return std::unique_ptr<Server>(new Server(state));
}

QVersionNumber Server::version() const
{
    return m_state->version;
}

Isolation Server::isolation() const
{
    return m_state->cell->isolation();
}

QStringList Server::restricted() const
{
    return m_state->cell->restricted();
}

Task<Result<QueryReply>> Server::query(Query query, std::stop_token stop)
{
    return State::query(m_state, std::move(query), std::move(stop));
}

Task<Result<void>> Server::define(QString rules, std::stop_token stop)
{
    return State::change(m_state, m_state->definitions.with(rules), std::move(stop));
}

static Task<Result<void>> noDefinition(QString name)
{
    co_return fail(ErrorKind::NotFound, Blame::You, QStringLiteral("opa.noDefinition"), name);
}

Task<Result<void>> Server::undefine(QString name, std::stop_token stop)
{
    if (!m_state->definitions.contains(name))
        return noDefinition(name);
    return State::change(m_state, m_state->definitions.without(name), std::move(stop));
}

QList<Definition> Server::definitions() const
{
    return m_state->definitions.all();
}

QList<Suggestion> Server::complete(const QString &prefix, const QByteArray &input) const
{
    return m_state->known.completer.complete(prefix, input);
}

const Sources &Server::sources() const
{
    return m_state->known.sources;
}

Task<Result<void>> Server::wake(std::stop_token stop)
{
    return State::prepare(m_state, std::move(stop));
}

Task<Result<QString>> Server::ended()
{
    return State::waitForEnd(m_state);
}

qint64 Server::processId() const
{
    return m_state->cell->processId();
}

} // namespace pd::opa
