// SPDX-License-Identifier: GPL-3.0-or-later
#include "dockerhelper.h"

#include "core/process.h"
#include "programs.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace pd::secrets {

namespace {

constexpr qint64 MaxAnswer = 256 << 10;
constexpr qsizetype MaxDetail = 4096;
constexpr std::chrono::milliseconds ListDeadline{5'000}; // never asks the user

std::unexpected<Error> helperError(ErrorKind kind, const char *cause, const QString &name, QByteArrayView words = {})
{
    return fail(kind, Blame::Computer, QString::fromLatin1(cause), QStringLiteral("docker-credential-") + name,
        QString::fromUtf8(words.left(MaxDetail)).trimmed());
}

/// The reference helpers print these, with exit status 1.
bool meansNone(QByteArrayView words)
{
    return words.contains("credentials not found") || words.contains("no credentials server URL");
}

/// Static, with values alone: a coroutine must not depend on the helper object's life.
Task<Result<ProcessResult>> ask(Result<QString> program, QString name, QString verb, QByteArray input, QProcessEnvironment environment,
    std::chrono::milliseconds deadline, std::stop_token stop)
{
    CO_TRY(const QString path, std::move(program));
    ProcessSpec spec;
    spec.program = path;
    spec.arguments = {std::move(verb)};
    spec.environment = std::move(environment);
    spec.input = std::move(input);
    spec.deadline = deadline;
    spec.maxOutput = MaxAnswer;
    auto result = co_await runProcess(std::move(spec), stop);
    if (result || result.error().isCancelled())
        co_return result;
    switch (result.error().kind) {
    case ErrorKind::Timeout: co_return helperError(ErrorKind::Timeout, "helper.slow", name);
    case ErrorKind::NotFound: co_return helperError(ErrorKind::NotFound, "helper.missing", name);
    case ErrorKind::Protocol: co_return helperError(ErrorKind::Protocol, "helper.badAnswer", name);
    default: co_return helperError(ErrorKind::Protocol, "helper.failed", name, result.error().detail.toUtf8());
    }
}

Task<Result<std::optional<Account>>> getFrom(
    Result<QString> program, QString name, QString server, QProcessEnvironment environment, std::stop_token stop)
{
    CO_TRY(ProcessResult answer,
        co_await ask(std::move(program), name, QStringLiteral("get"), server.toUtf8() + '\n', environment, HelperDeadline, stop));
    if (answer.exitCode != 0) {
        // Errors come on standard output: that is the protocol.
        if (meansNone(answer.out))
            co_return std::nullopt;
        co_return helperError(ErrorKind::Protocol, "helper.failed", name, answer.out.isEmpty() ? answer.err : answer.out);
    }
    const QJsonObject object = QJsonDocument::fromJson(answer.out).object();
    wipe(answer.out);
    Account account;
    account.user = object.value(QLatin1StringView("Username")).toString();
    account.token = Secret(object.value(QLatin1StringView("Secret")).toString().toUtf8());
    if (account.user.isEmpty() && account.token.isEmpty() && object.isEmpty())
        co_return helperError(ErrorKind::Protocol, "helper.badAnswer", name);
    if (account.token.isEmpty())
        co_return std::nullopt;
    if (account.user == QLatin1StringView("<token>")) {
        account.user.clear();
        account.identityToken = true;
    }
    co_return std::optional<Account>(std::move(account));
}

Task<Result<QMap<QString, QString>>> listFrom(Result<QString> program, QString name, QProcessEnvironment environment, std::stop_token stop)
{
    CO_TRY(const ProcessResult answer, co_await ask(std::move(program), name, QStringLiteral("list"), {}, environment, ListDeadline, stop));
    if (answer.exitCode != 0)
        co_return helperError(ErrorKind::Protocol, "helper.failed", name, answer.out.isEmpty() ? answer.err : answer.out);
    const QJsonDocument document = QJsonDocument::fromJson(answer.out);
    if (!document.isObject())
        co_return helperError(ErrorKind::Protocol, "helper.badAnswer", name);
    QMap<QString, QString> all;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it)
        all.insert(it.key(), it.value().toString());
    co_return all;
}

} // namespace

DockerHelper::DockerHelper(QString name, QProcessEnvironment environment)
    : m_name(std::move(name))
    , m_environment(childEnvironment(std::move(environment)))
{
}

Result<QString> DockerHelper::program() const
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"));
    if (!plain.match(m_name).hasMatch())
        return helperError(ErrorKind::InvalidInput, "helper.badName", m_name.left(100));
    const QString path = findProgram(QStringLiteral("docker-credential-") + m_name, m_environment);
    if (path.isEmpty())
        return helperError(ErrorKind::NotFound, "helper.missing", m_name);
    return path;
}

Task<Result<std::optional<Account>>> DockerHelper::get(QString server, std::stop_token stop) const
{
    return getFrom(program(), m_name, std::move(server), m_environment, stop);
}

Task<Result<QMap<QString, QString>>> DockerHelper::list(std::stop_token stop) const
{
    return listFrom(program(), m_name, m_environment, stop);
}

} // namespace pd::secrets
