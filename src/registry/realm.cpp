// SPDX-License-Identifier: GPL-3.0-or-later
#include "realm.h"

#include "http/address.h"
#include "http/redact.h"
#include "http/redirect.h"

namespace pd::registry {

namespace {

using namespace Qt::StringLiterals;

bool isKnownPair(const QString &registry, const QString &realm)
{
    static const QHash<QString, QString> pairs{
        {u"registry-1.docker.io"_s, u"auth.docker.io"_s},
        {u"registry.gitlab.com"_s, u"gitlab.com"_s},
        {u"nvcr.io"_s, u"authn.nvidia.com"_s},
        {u"registry.redhat.io"_s, u"auth.registry.redhat.io"_s},
    };
    return pairs.value(registry) == realm;
}

} // namespace

Result<QUrl> realmAddress(const QUrl &registry, const QByteArray &realm)
{
    if (realm.isEmpty() || realm.startsWith('/'))
        return fail(ErrorKind::Protocol, Blame::Registry, u"auth.realm"_s, registry.host());
    Result<QUrl> address = http::stepTarget(registry, realm);
    if (address)
        return address;
    Error error = std::move(address).error();
    if (error.cause == "redirect.downgrade"_L1)
        error.cause = u"auth.realm-downgrade"_s;
    else
        error.cause = u"auth.realm"_s;
    return fail(std::move(error));
}

bool mayHaveCredentials(const QUrl &registry, const QUrl &realm, const HostSettings &settings)
{
    const QString home = registry.host().toLower();
    const QString host = realm.host().toLower();
    if (host == home || host.endsWith(QString(u'.' + home)))
        return true;
    if (http::isLoopbackHost(home) && http::isLoopbackHost(host))
        return true;
    return isKnownPair(home, host) || settings.trustedRealms.contains(host);
}

QUrl tokenAddress(const QUrl &realm, const QString &service, const QStringList &scopes)
{
    QByteArray query = realm.query(QUrl::FullyEncoded).toLatin1();
    const auto add = [&query](const char *name, const QString &value) {
        if (!query.isEmpty())
            query += '&';
        query += name;
        query += '=';
        query += QUrl::toPercentEncoding(value, ":/,");
    };
    if (!service.isEmpty())
        add("service", service);
    for (const QString &scope : scopes)
        add("scope", scope);
    QUrl address = realm;
    address.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return address;
}

} // namespace pd::registry
