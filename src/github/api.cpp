// SPDX-License-Identifier: GPL-3.0-or-later
#include "api.h"

#include "http/address.h"

#include <QUrlQuery>

namespace pd::github {

namespace {

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

QUrl joined(const QUrl &base, const QString &encodedPath)
{
    QByteArray whole = base.toEncoded();
    while (whole.endsWith('/'))
        whole.chop(1);
    whole += encodedPath.toUtf8();
    return QUrl::fromEncoded(whole, QUrl::StrictMode);
}

QUrl https(const QString &hostAndPath)
{
    return QUrl(QString(QLatin1StringView("https://") + hostAndPath), QUrl::StrictMode);
}

QString ownerPath(const Owner &owner)
{
    switch (owner.kind) {
    case OwnerKind::Organization: return QLatin1StringView("/orgs/") + encoded(owner.login);
    case OwnerKind::User: return QLatin1StringView("/users/") + encoded(owner.login);
    case OwnerKind::Self: return QStringLiteral("/user");
    }
    return {};
}

} // namespace

std::optional<Api> Api::ofRegistry(const QString &registryHost)
{
    if (registryHost == QLatin1StringView("ghcr.io"))
        return Api{https(QStringLiteral("api.github.com")), https(QStringLiteral("github.com"))};
    const QLatin1StringView prefix("containers.");
    if (!registryHost.startsWith(prefix) || registryHost.size() == prefix.size())
        return std::nullopt;
    const QString host = registryHost.mid(prefix.size());
    if (host.endsWith(QLatin1StringView(".ghe.com")))
        return Api{https(QLatin1StringView("api.") + host), https(host)};
    return Api{https(host + QLatin1StringView("/api/v3")), https(host)};
}

Result<Api::Override> Api::parseOverride(QStringView option)
{
    const qsizetype equals = option.indexOf(u'=');
    const QString host = option.left(std::max<qsizetype>(equals, 0)).toString().toLower();
    const QUrl rest(option.mid(equals + 1).toString(), QUrl::StrictMode);
    const bool plain = rest.scheme() == QLatin1StringView("http") && http::isLoopbackHost(rest.host());
    const bool safe = plain || rest.scheme() == QLatin1StringView("https");
    if (host.isEmpty() || !rest.isValid() || rest.host().isEmpty() || !safe || !rest.userInfo().isEmpty() || rest.hasQuery()
        || rest.hasFragment())
        return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("github.apiOption"), option.toString());
    return Override{host, joined(rest, {})};
}

QUrl Api::packageAddress(const PackageName &package, const QString &tail) const
{
    const QString path = ownerPath(package.owner) + QLatin1StringView("/packages/container/") + encoded(package.name) + tail;
    return joined(rest, path);
}

QUrl Api::packagesAddress(const Owner &owner) const
{
    return joined(rest, ownerPath(owner) + QLatin1StringView("/packages"));
}

QUrl Api::address(const QString &encodedPath) const
{
    return joined(rest, encodedPath);
}

QUrl Api::packageUrl(const PackageName &package) const
{
    const QLatin1StringView kind(package.owner.kind == OwnerKind::Organization ? "/orgs/" : "/users/");
    const QString path = kind + encoded(package.owner.login) + QLatin1StringView("/packages/container/package/") + encoded(package.name);
    return joined(web, path);
}

QUrl Api::settingsUrl(const PackageName &package) const
{
    const QLatin1StringView kind(package.owner.kind == OwnerKind::Organization ? "/orgs/" : "/users/");
    const QString path = kind + encoded(package.owner.login) + QLatin1StringView("/packages/container/") + encoded(package.name)
        + QLatin1StringView("/settings");
    return joined(web, path);
}

QUrl Api::newTokenUrl(const QStringList &scopes, const QString &note) const
{
    QUrl url = joined(web, QStringLiteral("/settings/tokens/new"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("scopes"), scopes.join(QLatin1Char(',')));
    query.addQueryItem(QStringLiteral("description"), note);
    url.setQuery(query);
    return url;
}

} // namespace pd::github
