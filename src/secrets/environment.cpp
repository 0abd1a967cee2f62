// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment.h"

#include "account.h"

#include <QDir>

namespace pd::secrets {

QString environmentHost(const QProcessEnvironment &environment, const QStringList &namedHosts, const QString &defaultRegistry)
{
    if (const QString own = registryHost(environment.value(QStringLiteral("POLICYDESK_HOST"))); !own.isEmpty())
        return own;
    QStringList named;
    for (const QString &host : namedHosts)
        named << registryHost(host);
    named.removeDuplicates();
    named.removeAll(QString());
    if (named.isEmpty())
        return registryHost(defaultRegistry);
    return named.size() == 1 ? named.first() : QString();
}

CredentialPlaces CredentialPlaces::standard(QProcessEnvironment environment, const QString &configFolder, const QString &policyFolder)
{
    const auto folder = [&environment](const char *variable, const QString &fallback) {
        const QString value = environment.value(QString::fromLatin1(variable));
        return QDir::isAbsolutePath(value) ? value : fallback;
    };
    const QString home = folder("HOME", QDir::homePath());
    const QString config = folder("XDG_CONFIG_HOME", home + QLatin1StringView("/.config"));
    CredentialPlaces places;
    places.accountBook = configFolder + QLatin1StringView("/accounts.json");
    places.dockerConfig = folder("DOCKER_CONFIG", home + QLatin1StringView("/.docker")) + QLatin1StringView("/config.json");
    places.policyConfig = policyFolder + QLatin1StringView("/config.json");
    places.githubCliHosts = folder("GH_CONFIG_DIR", config + QLatin1StringView("/gh")) + QLatin1StringView("/hosts.yml");
    places.environment = std::move(environment);
    return places;
}

} // namespace pd::secrets
