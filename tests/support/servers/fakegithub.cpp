// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakegithub.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <utility>

namespace pd::test {

namespace {

QByteArray message(const char *words)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("message"), QString::fromUtf8(words)},
                             {QStringLiteral("documentation_url"), QStringLiteral("https://docs.github.com/rest")}})
        .toJson(QJsonDocument::Compact);
}

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

int taggedCount(const auto &versions)
{
    return static_cast<int>(std::ranges::count_if(versions, [](const auto &v) { return !v.isDeleted && !v.tags.isEmpty(); }));
}

} // namespace

/// One request, understood.
struct FakeGitHub::Call {
    QByteArray method;
    QUrlQuery query;
    QByteArray path;
    QList<QByteArray> segments; ///< Decoded, once each.
    std::optional<Token> token;
    bool sentBadToken = false;
    QByteArray self; ///< `http://host`
    QByteArray accepted; ///< X-Accepted-OAuth-Scopes

    [[nodiscard]] bool has(const char *scope) const
    {
        const QString name = QString::fromLatin1(scope);
        if (!token)
            return false;
        if (token->fineGrained || token->scopes.contains(name))
            return true;
        return name == QLatin1StringView("read:packages") && token->scopes.contains(QStringLiteral("write:packages"));
    }
    [[nodiscard]] int number(const char *name, int fallback) const
    {
        const QString value = query.queryItemValue(QString::fromLatin1(name));
        return value.isEmpty() ? fallback : value.toInt();
    }
};

FakeGitHub::FakeGitHub()
    : m_server(std::make_unique<ScriptServer>([this](const Received &request, Peer &peer) { serve(request, peer); }))
{
}

FakeGitHub::~FakeGitHub()
{
    m_server.reset(); // its threads use what follows
}

void FakeGitHub::addUser(const QString &login)
{
    const std::scoped_lock lock(m_mutex);
    m_owners[login] = {};
}

void FakeGitHub::addOrganization(const QString &login, const QStringList &members)
{
    const std::scoped_lock lock(m_mutex);
    Owner &owner = m_owners[login];
    owner.isOrganization = true;
    owner.members = members;
}

void FakeGitHub::requireSso(const QString &organization, const QByteArray &url)
{
    const std::scoped_lock lock(m_mutex);
    m_owners[organization].sso = url;
}

void FakeGitHub::addToken(const QByteArray &token, const Token &facts)
{
    const std::scoped_lock lock(m_mutex);
    m_tokens[token] = facts;
}

void FakeGitHub::addPackage(const QString &owner, const QString &name, const QString &visibility, const QString &repository)
{
    const std::scoped_lock lock(m_mutex);
    m_owners[owner].packages[name] = {name, visibility, repository, QDateTime::currentDateTimeUtc(), false, {}};
}

qint64 FakeGitHub::addVersion(const QString &owner, const QString &name, const QString &digest, const QStringList &tags, qint64 downloads)
{
    const std::scoped_lock lock(m_mutex);
    Package &package = m_owners[owner].packages[name];
    for (Version &other : package.versions) // a tag is on one version
        other.tags.removeIf([&tags](const QString &tag) { return tags.contains(tag); });
    package.versions.prepend({++m_lastId, digest, tags, QDateTime::currentDateTimeUtc(), false, downloads});
    return m_lastId;
}

std::optional<QString> FakeGitHub::visibility(const QString &owner, const QString &name) const
{
    const std::scoped_lock lock(m_mutex);
    const auto &packages = m_owners.at(owner).packages;
    const auto found = packages.find(name);
    if (found == packages.end() || found->second.isDeleted)
        return std::nullopt;
    return found->second.visibility;
}

QList<FakeGitHub::Version> FakeGitHub::versions(const QString &owner, const QString &name) const
{
    const std::scoped_lock lock(m_mutex);
    QList<Version> result;
    for (const Version &version : m_owners.at(owner).packages.at(name).versions) {
        if (!version.isDeleted)
            result << version;
    }
    return result;
}

void FakeGitHub::limitNext(int count, int retryAfterSeconds)
{
    const std::scoped_lock lock(m_mutex);
    m_limited = count;
    m_retryAfter = retryAfterSeconds;
}

void FakeGitHub::exhaust(int resetInSeconds)
{
    const std::scoped_lock lock(m_mutex);
    m_resetAt = QDateTime::currentSecsSinceEpoch() + resetInSeconds;
}

void FakeGitHub::omitLinks(bool on)
{
    const std::scoped_lock lock(m_mutex);
    m_omitLinks = on;
}

void FakeGitHub::answerNext(int status, const QByteArray &body, const QList<QByteArray> &headers)
{
    const std::scoped_lock lock(m_mutex);
    m_next = {status, body, headers};
}

void FakeGitHub::onDeleted(std::function<void(QString, QString, QString)> act)
{
    const std::scoped_lock lock(m_mutex);
    m_onDeleted = std::move(act);
}

std::optional<FakeGitHub::Answer> FakeGitHub::beforeAll()
{
    if (m_next)
        return std::exchange(m_next, std::nullopt);
    if (m_limited > 0) {
        --m_limited;
        return Answer{403, message("You have exceeded a secondary rate limit. Please wait a few minutes before you try again."),
            {"Retry-After: " + QByteArray::number(m_retryAfter)}};
    }
    if (m_resetAt > QDateTime::currentSecsSinceEpoch())
        return Answer{403, message("API rate limit exceeded for user ID 1."),
            {"X-RateLimit-Remaining: 0", "X-RateLimit-Reset: " + QByteArray::number(m_resetAt)}};
    return std::nullopt;
}

void FakeGitHub::serve(const Received &request, Peer &peer)
{
    Answer answer;
    {
        const std::scoped_lock lock(m_mutex);
        Call call;
        call.method = request.method;
        call.path = request.path();
        call.self = "http://" + request.header("Host");
        call.query = QUrlQuery(QString::fromLatin1(request.target.mid(call.path.size() + 1)));
        for (const QByteArray &segment : call.path.mid(1).split('/'))
            call.segments << QByteArray::fromPercentEncoding(segment);
        const QByteArray authorization = request.header("Authorization");
        if (const auto found = m_tokens.find(authorization.mid(7)); authorization.startsWith("Bearer ") && found != m_tokens.end())
            call.token = found->second;
        call.sentBadToken = !authorization.isEmpty() && !call.token;
        if (const auto before = beforeAll())
            answer = *before;
        else if (call.sentBadToken)
            answer = {401, message("Bad credentials"), {}};
        else
            answer = route(call);
        if (call.token && !call.token->fineGrained) {
            answer.headers << "X-OAuth-Scopes: " + call.token->scopes.join(QStringLiteral(", ")).toLatin1();
            answer.headers << "X-Accepted-OAuth-Scopes: " + call.accepted;
        }
        if (call.token && !call.token->expires.isEmpty())
            answer.headers << "github-authentication-token-expiration: " + call.token->expires;
        answer.headers << QByteArrayLiteral("Content-Type: application/json; charset=utf-8");
    }
    peer.reply(answer.status, answer.body, answer.headers);
}

FakeGitHub::Answer FakeGitHub::route(Call &call)
{
    const QList<QByteArray> &at = call.segments;
    if (at == QList<QByteArray>{"user"}) {
        if (!call.token)
            return {401, message("Requires authentication"), {}};
        return {200,
            QJsonDocument(QJsonObject{{QStringLiteral("login"), call.token->login}, {QStringLiteral("type"), QStringLiteral("User")}})
                .toJson(),
            {}};
    }
    if (at.size() == 2 && at[0] == "users") {
        const auto found = std::ranges::find_if(
            m_owners, [&at](const auto &owner) { return owner.first.compare(QString::fromUtf8(at[1]), Qt::CaseInsensitive) == 0; });
        if (found == m_owners.end())
            return {404, message("Not Found"), {}};
        const QString type = found->second.isOrganization ? QStringLiteral("Organization") : QStringLiteral("User");
        return {200, QJsonDocument(QJsonObject{{QStringLiteral("login"), found->first}, {QStringLiteral("type"), type}}).toJson(), {}};
    }
    if (!call.token && at.contains("packages"))
        return {401, message("Requires authentication"), {}};
    if (at.size() >= 2 && at[0] == "user" && at[1] == "packages")
        return packagesOf(call, call.token->login, at.mid(2));
    if (at.size() >= 3 && (at[0] == "users" || at[0] == "orgs") && at[2] == "packages")
        return packagesOf(call, QString::fromUtf8(at[1]), at.mid(3));
    return {404, message("Not Found"), {}};
}

FakeGitHub::Answer FakeGitHub::packagesOf(Call &call, const QString &login, const QList<QByteArray> &rest)
{
    const auto found = m_owners.find(login);
    if (found == m_owners.end() || (call.segments[0] == "orgs" && !found->second.isOrganization))
        return {404, message("Not Found"), {}};
    call.accepted = call.method == "DELETE" ? "delete:packages, read:packages" : "read:packages";
    if (!found->second.sso.isEmpty())
        return {403, message("Resource protected by organization SAML enforcement. You must grant your token access to this organization."),
            {"X-GitHub-SSO: required; url=" + found->second.sso}};
    if (!call.has("read:packages"))
        return {403, message("You need at least read:packages scope to list packages."), {}};
    if (rest.isEmpty())
        return list(call, login, found->second);
    if (rest.size() < 2 || rest[0] != "container")
        return {404, message("Not Found"), {}};
    return onePackage(call, login, found->second, rest.mid(1));
}

FakeGitHub::Answer FakeGitHub::list(const Call &call, const QString &login, const Owner &owner) const
{
    if (call.query.queryItemValue(QStringLiteral("package_type")) != QLatin1StringView("container"))
        return {422, message("package_type is missing"), {}};
    QList<QJsonObject> rows;
    for (const auto &[name, package] : owner.packages) {
        if (!package.isDeleted && maySee(call, login, owner, package))
            rows << toJson(login, owner, package);
    }
    return page(call, rows);
}

FakeGitHub::Answer FakeGitHub::onePackage(Call &call, const QString &login, Owner &owner, const QList<QByteArray> &rest)
{
    const auto found = owner.packages.find(QString::fromUtf8(rest[0]));
    const bool restore = call.method == "POST" && rest.size() == 2 && rest[1] == "restore";
    if (found == owner.packages.end() || found->second.isDeleted != restore || !maySee(call, login, owner, found->second))
        return {404, message("Package not found."), {}};
    Package &package = found->second;
    if (restore) {
        if (!call.has("write:packages"))
            return {403, message("You need at least write:packages scope to restore a package."), {}};
        package.isDeleted = false;
        return {204, {}, {}};
    }
    if (rest.size() > 1 && rest[1] == "versions")
        return versionsOf(call, login, package, rest.mid(2));
    if (rest.size() > 1)
        return {404, message("Not Found"), {}};
    if (call.method == "GET")
        return {200, QJsonDocument(toJson(login, owner, package)).toJson(), {}};
    if (call.method != "DELETE" || !call.has("delete:packages"))
        return {403, message("You need at least delete:packages scope to delete a package."), {}};
    package.isDeleted = true;
    if (m_onDeleted) {
        for (const Version &version : std::as_const(package.versions))
            m_onDeleted(login, package.name, version.digest);
    }
    return {204, {}, {}};
}

FakeGitHub::Answer FakeGitHub::versionsOf(Call &call, const QString &login, Package &package, const QList<QByteArray> &rest)
{
    if (rest.isEmpty()) {
        const bool deleted = call.query.queryItemValue(QStringLiteral("state")) == QLatin1StringView("deleted");
        QList<QJsonObject> rows;
        for (const Version &version : std::as_const(package.versions)) {
            if (version.isDeleted == deleted)
                rows << toJson(login, package, version);
        }
        return page(call, rows);
    }
    const auto version = std::ranges::find(package.versions, rest[0].toLongLong(), &Version::id);
    const bool restore = call.method == "POST" && rest.size() == 2 && rest[1] == "restore";
    if (version == package.versions.end() || version->isDeleted != restore)
        return {404, message("Package version not found."), {}};
    if (restore) {
        if (!call.has("write:packages"))
            return {403, message("You need at least write:packages scope to restore a package version."), {}};
        version->isDeleted = false;
        return {204, {}, {}};
    }
    if (call.method == "GET" && rest.size() == 1)
        return {200, QJsonDocument(toJson(login, package, *version)).toJson(), {}};
    if (call.method != "DELETE" || !call.has("delete:packages"))
        return {403, message("You need at least delete:packages scope to delete a package version."), {}};
    return deleteVersion(login, package, *version);
}

FakeGitHub::Answer FakeGitHub::deleteVersion(const QString &login, Package &package, Version &version)
{
    if (!version.tags.isEmpty() && taggedCount(package.versions) == 1)
        return {400, message("You cannot delete the last tagged version of a package. You must delete the package instead."), {}};
    if (package.visibility == QLatin1StringView("public") && version.downloads > 5000)
        return {
            400, message("Publicly visible package versions with more than 5000 downloads cannot be deleted. Contact GitHub support."), {}};
    version.isDeleted = true;
    if (m_onDeleted)
        m_onDeleted(login, package.name, version.digest);
    return {204, {}, {}};
}

FakeGitHub::Answer FakeGitHub::page(const Call &call, const QList<QJsonObject> &rows) const
{
    const int perPage = std::clamp(call.number("per_page", 30), 1, 100);
    const int number = std::max(call.number("page", 1), 1);
    if (perPage * number > 10'000)
        return {400, message("Only the first 10000 results are available."), {}};
    QJsonArray array;
    for (const QJsonObject &row : rows.mid(qsizetype(perPage) * (number - 1), perPage))
        array << row;
    Answer answer{200, QJsonDocument(array).toJson(QJsonDocument::Compact), {}};
    if (!m_omitLinks && rows.size() > perPage) {
        const auto link = [&](int to, const char *rel) {
            QUrlQuery query = call.query;
            query.removeQueryItem(QStringLiteral("page"));
            query.addQueryItem(QStringLiteral("page"), QString::number(to));
            return QByteArray('<' + call.self + call.path + '?' + query.toString(QUrl::FullyEncoded).toLatin1() + ">; rel=\"" + rel + '"');
        };
        const bool more = rows.size() > qsizetype(perPage) * number;
        answer.headers << "Link: " + (more ? link(number + 1, "next") : link(1, "first"));
    }
    return answer;
}

bool FakeGitHub::maySee(const Call &call, const QString &login, const Owner &owner, const Package &package) const
{
    if (package.visibility == QLatin1StringView("public"))
        return true;
    return call.token && (call.token->login == login || owner.members.contains(call.token->login));
}

QJsonObject FakeGitHub::toJson(const QString &login, const Owner &owner, const Package &package) const
{
    qint64 count = 0;
    for (const Version &version : package.versions)
        count += version.isDeleted ? 0 : 1;
    QJsonObject object{
        {QStringLiteral("id"), 1},
        {QStringLiteral("name"), package.name},
        {QStringLiteral("package_type"), QStringLiteral("container")},
        {QStringLiteral("visibility"), package.visibility},
        {QStringLiteral("version_count"), count},
        {QStringLiteral("owner"), QJsonObject{{QStringLiteral("login"), login}}},
        {QStringLiteral("created_at"), isoTime(package.created)},
        {QStringLiteral("updated_at"), isoTime(package.versions.isEmpty() ? package.created : package.versions.first().created)},
        {QStringLiteral("html_url"),
            QStringLiteral("https://github.com/%1/%2/packages/container/package/%3")
                .arg(owner.isOrganization ? QStringLiteral("orgs") : QStringLiteral("users"), login,
                    QString::fromLatin1(QUrl::toPercentEncoding(package.name)))},
    };
    if (!package.repository.isEmpty())
        object.insert(QStringLiteral("repository"), QJsonObject{{QStringLiteral("full_name"), package.repository}});
    return object;
}

QJsonObject FakeGitHub::toJson(const QString &login, const Package &package, const Version &version)
{
    QJsonObject object{
        {QStringLiteral("id"), version.id},
        {QStringLiteral("name"), version.digest},
        {QStringLiteral("created_at"), isoTime(version.created)},
        {QStringLiteral("updated_at"), isoTime(version.created)},
        {QStringLiteral("html_url"),
            QStringLiteral("https://github.com/users/%1/packages/container/%2/%3").arg(login, package.name).arg(version.id)},
        {QStringLiteral("metadata"),
            QJsonObject{{QStringLiteral("package_type"), QStringLiteral("container")},
                {QStringLiteral("container"), QJsonObject{{QStringLiteral("tags"), QJsonArray::fromStringList(version.tags)}}}}},
    };
    if (version.isDeleted)
        object.insert(QStringLiteral("deleted_at"), isoTime(version.created));
    return object;
}

} // namespace pd::test
