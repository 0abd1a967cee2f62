// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages.h"

#include "failure.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUrlQuery>

namespace pd::github {

namespace {

constexpr int PerPage = 100;
constexpr int MaxPage = 100; // GitHub answers 400 beyond 10,000 rows
constexpr qint64 MaxAnswer = 16 << 20;

const QString ReadPackages = QStringLiteral("read:packages");
const QString WritePackages = QStringLiteral("write:packages");
const QString DeletePackages = QStringLiteral("delete:packages");

QUrl paged(QUrl url, int page, const QList<std::pair<QString, QString>> &items)
{
    QUrlQuery query;
    query.setQueryItems(items);
    query.addQueryItem(QStringLiteral("per_page"), QString::number(PerPage));
    query.addQueryItem(QStringLiteral("page"), QString::number(page));
    url.setQuery(query);
    return url;
}

/// Some lists have no Link: there a full page means that there may be another. The number counts, never the address in the Link.
int nextPage(const http::Response &response, qsizetype rows, int page)
{
    if (page >= MaxPage)
        return 0;
    if (response.headers.contains("Link"))
        return response.headers.value("Link").contains("rel=\"next\"") ? page + 1 : 0;
    return rows >= PerPage ? page + 1 : 0;
}

QString subjectOf(const PackageName &name)
{
    return name.owner.login + QLatin1Char('/') + name.name;
}

QString versionTail(qint64 id)
{
    return QLatin1StringView("/versions/") + QString::number(id);
}

std::unexpected<Error> withSubject(Error error, const QString &subject)
{
    error.subject = subject;
    return fail(std::move(error));
}

} // namespace

Packages::Packages(http::Transport &transport, WorkerPool &pool, const Clock &clock, TokenSource &tokens, Api api)
    : m_transport(transport)
    , m_pool(pool)
    , m_clock(clock)
    , m_tokens(tokens)
    , m_api(std::move(api))
    , m_gate(clock)
{
}

QStringList Packages::scopesToList()
{
    return {ReadPackages};
}

QStringList Packages::scopesToPush()
{
    return {ReadPackages, WritePackages};
}

QStringList Packages::scopesToDelete()
{
    return {ReadPackages, DeletePackages};
}

QStringList Packages::scopesToRestore()
{
    return {ReadPackages, WritePackages};
}

Task<Result<http::Response>> Packages::send(QByteArray method, QUrl url, QString subject, QStringList needs, std::stop_token stop)
{
    CO_TRY(const auto token, co_await m_tokens.token(stop));
    http::Request request;
    request.method = std::move(method);
    request.url = std::move(url);
    request.headers = {{"Accept", "application/vnd.github+json"}, {"X-GitHub-Api-Version", "2022-11-28"}};
    if (token)
        request.authorization = Secret(QByteArray("Bearer " + token->expose()));
    request.limits.maxBody = MaxAnswer;
    request.interactive = true;
    request.redirects = http::Redirects::SameOrigin;
    CO_TRY(http::Response response, co_await m_transport.send(std::move(request), nullptr, {}, stop));
    if (!response.isSuccess())
        co_return fail(failureOf(response, subject, needs, token.has_value(), m_clock.now()));
    co_return response;
}

Task<Result<void>> Packages::change(QByteArray method, QUrl url, QString subject, QStringList needs, std::stop_token stop)
{
    CO_TRY(const auto turn, co_await m_gate.enter(stop));
    CO_TRY(co_await send(std::move(method), std::move(url), std::move(subject), std::move(needs), stop));
    co_return {};
}

Task<Result<TokenFacts>> Packages::tokenFacts(std::stop_token stop)
{
    CO_TRY(const http::Response response, co_await send(QByteArrayLiteral("GET"), m_api.address(QStringLiteral("/user")), {}, {}, stop));
    TokenFacts facts = factsOf(response.headers);
    facts.login = QJsonDocument::fromJson(response.body).object().value(QLatin1StringView("login")).toString().left(100);
    if (facts.login.isEmpty())
        co_return fail(ErrorKind::Protocol, Blame::Registry, QStringLiteral("github.answer"), m_api.rest.host());
    co_return facts;
}

Task<Result<Owner>> Packages::owner(QString login, std::stop_token stop)
{
    const QString path = QLatin1StringView("/users/") + QString::fromLatin1(QUrl::toPercentEncoding(login));
    CO_TRY(const http::Response response, co_await send(QByteArrayLiteral("GET"), m_api.address(path), login, {}, stop));
    const QJsonObject object = QJsonDocument::fromJson(response.body).object();
    Owner owner{OwnerKind::User, object.value(QLatin1StringView("login")).toString().left(100)};
    if (owner.login.isEmpty())
        co_return fail(ErrorKind::Protocol, Blame::Registry, QStringLiteral("github.answer"), login);
    if (object.value(QLatin1StringView("type")).toString() == QLatin1StringView("Organization")) {
        owner.kind = OwnerKind::Organization;
        co_return owner;
    }
    const auto facts = co_await tokenFacts(stop);
    if (facts && facts->login.compare(owner.login, Qt::CaseInsensitive) == 0)
        owner.kind = OwnerKind::Self;
    else if (!facts && facts.error().kind != ErrorKind::Unauthenticated)
        co_return std::unexpected(facts.error());
    co_return owner;
}

Task<Result<Page<Package>>> Packages::listPackages(Owner owner, int page, std::stop_token stop)
{
    const QUrl url = paged(m_api.packagesAddress(owner), page, {{QStringLiteral("package_type"), QStringLiteral("container")}});
    CO_TRY(http::Response response, co_await send(QByteArrayLiteral("GET"), url, owner.login, scopesToList(), stop));
    auto rows = co_await m_pool.run([body = std::move(response.body)] { return parsePackages(body); });
    if (!rows)
        co_return withSubject(std::move(rows).error(), owner.login);
    const int next = nextPage(response, rows->size(), page);
    co_return Page<Package>{*std::move(rows), next};
}

Task<Result<Package>> Packages::package(PackageName name, std::stop_token stop)
{
    CO_TRY(http::Response response,
        co_await send(QByteArrayLiteral("GET"), m_api.packageAddress(name), subjectOf(name), scopesToList(), stop));
    auto parsed = co_await m_pool.run([body = std::move(response.body)] { return parsePackage(body); });
    if (!parsed)
        co_return withSubject(std::move(parsed).error(), subjectOf(name));
    co_return parsed;
}

Task<Result<Page<Version>>> Packages::versions(PackageName name, State state, int page, std::stop_token stop)
{
    const QString word = state == State::Active ? QStringLiteral("active") : QStringLiteral("deleted");
    const QUrl url = paged(m_api.packageAddress(name, QStringLiteral("/versions")), page, {{QStringLiteral("state"), word}});
    CO_TRY(http::Response response, co_await send(QByteArrayLiteral("GET"), url, subjectOf(name), scopesToList(), stop));
    auto rows = co_await m_pool.run([body = std::move(response.body)] { return parseVersions(body); });
    if (!rows)
        co_return withSubject(std::move(rows).error(), subjectOf(name));
    const int next = nextPage(response, rows->size(), page);
    co_return Page<Version>{*std::move(rows), next};
}

Task<Result<Packages::AllVersions>> Packages::allVersions(PackageName name, State state, std::stop_token stop)
{
    AllVersions all;
    QSet<qint64> seen;
    int page = 1;
    while (page != 0) {
        CO_TRY(Page<Version> rows, co_await versions(name, state, page, stop));
        const bool full = rows.items.size() >= PerPage;
        for (Version &version : rows.items) {
            if (seen.contains(version.id))
                continue;
            seen.insert(version.id);
            all.items << std::move(version);
        }
        all.complete = !(page == MaxPage && full);
        page = rows.next;
    }
    co_return all;
}

Task<Result<void>> Packages::deleteVersion(PackageName name, qint64 id, std::stop_token stop)
{
    return change(QByteArrayLiteral("DELETE"), m_api.packageAddress(name, versionTail(id)), subjectOf(name), scopesToDelete(), stop);
}

Task<Result<void>> Packages::deletePackage(PackageName name, std::stop_token stop)
{
    return change(QByteArrayLiteral("DELETE"), m_api.packageAddress(name), subjectOf(name), scopesToDelete(), stop);
}

Task<Result<void>> Packages::restoreVersion(PackageName name, qint64 id, std::stop_token stop)
{
    const QString tail = versionTail(id) + QLatin1StringView("/restore");
    return change(QByteArrayLiteral("POST"), m_api.packageAddress(name, tail), subjectOf(name), scopesToRestore(), stop);
}

Task<Result<void>> Packages::restorePackage(PackageName name, std::stop_token stop)
{
    return change(
        QByteArrayLiteral("POST"), m_api.packageAddress(name, QStringLiteral("/restore")), subjectOf(name), scopesToRestore(), stop);
}

} // namespace pd::github
