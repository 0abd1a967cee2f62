// SPDX-License-Identifier: GPL-3.0-or-later
#include "dockerconfig.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace pd::secrets {

namespace {

const QString HubHost = QStringLiteral("docker.io");
const QString HubServer = QStringLiteral("https://index.docker.io/v1/");

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString();
}

} // namespace

QString registryHost(QStringView typed)
{
    QStringView rest = typed.trimmed();
    for (const QStringView scheme : {QStringView(u"https://"), QStringView(u"http://")}) {
        if (rest.startsWith(scheme, Qt::CaseInsensitive))
            rest = rest.mid(scheme.size());
    }
    if (const qsizetype slash = rest.indexOf(u'/'); slash >= 0)
        rest = rest.left(slash);
    const QString host = rest.toString().toLower();
    if (host == QLatin1StringView("index.docker.io") || host == QLatin1StringView("registry-1.docker.io"))
        return HubHost;
    return host;
}

Result<DockerConfig> DockerConfig::parse(QByteArrayView json, QString place)
{
    if (json.size() > MaxBytes)
        return fail(ErrorKind::Protocol, Blame::Computer, QStringLiteral("config.tooBig"), place);
    DockerConfig config;
    config.m_place = std::move(place);
    if (json.trimmed().isEmpty())
        return config;
    // The document's own copies of clear-text entries live until the end of this function.
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return fail(ErrorKind::Protocol, Blame::Computer, QStringLiteral("config.notJson"), config.m_place, error.errorString());

    const QJsonObject root = document.object();
    config.m_defaultHelper = text(root, "credsStore");
    const QJsonObject helpers = root.value(QLatin1StringView("credHelpers")).toObject();
    for (auto it = helpers.begin(); it != helpers.end(); ++it)
        config.m_helpers.insert(registryHost(it.key()), it.value().toString());
    const QJsonObject auths = root.value(QLatin1StringView("auths")).toObject();
    for (auto it = auths.begin(); it != auths.end(); ++it)
        config.addEntry(it.key(), it.value().toObject());
    return config;
}

void DockerConfig::addEntry(const QString &key, const QJsonObject &object)
{
    const QString host = registryHost(key);
    // "ghcr.io" says more about ghcr.io than "https://ghcr.io/v2/" does.
    if (host.isEmpty() || (m_entries.contains(host) && key != host))
        return;
    Entry entry;
    entry.key = key;
    if (QByteArray encoded = text(object, "auth").toLatin1(); !encoded.isEmpty()) {
        auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
        const qsizetype colon = decoded.decoded.indexOf(':');
        entry.bad = !decoded || colon < 0;
        if (!entry.bad) {
            entry.user = QString::fromUtf8(decoded.decoded.left(colon));
            QByteArray secret = decoded.decoded.mid(colon + 1);
            while (secret.endsWith('\0')) // Docker pads
                secret.chop(1);
            entry.token = Secret(std::move(secret));
        }
        wipe(decoded.decoded);
        wipe(encoded);
    } else if (const QString password = text(object, "password"); !password.isEmpty()) {
        entry.user = text(object, "username");
        entry.token = Secret(password.toUtf8());
    }
    if (const QString identity = text(object, "identitytoken"); !identity.isEmpty()) {
        entry.token = Secret(identity.toUtf8());
        entry.identityToken = true;
        entry.bad = false;
    }
    m_entries.insert_or_assign(host, std::move(entry));
}

Result<DockerConfig> DockerConfig::read(QString path)
{
    QFile file(path);
    if (!file.exists())
        return parse({}, std::move(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, Blame::Computer, QStringLiteral("config.unreadable"), path, file.errorString());
    QByteArray bytes = file.read(MaxBytes + 1);
    Result<DockerConfig> config = parse(bytes, std::move(path));
    wipe(bytes);
    return config;
}

QString DockerConfig::helperFor(const QString &host) const
{
    const QString own = m_helpers.value(host);
    return own.isEmpty() ? m_defaultHelper : own;
}

QString DockerConfig::serverFor(const QString &host) const
{
    if (const auto entry = m_entries.find(host); entry != m_entries.end())
        return entry->second.key;
    return host == HubHost ? HubServer : host;
}

Result<std::optional<Account>> DockerConfig::login(const QString &host, Source source) const
{
    const auto found = m_entries.find(host);
    if (found == m_entries.end())
        return std::nullopt;
    const Entry &entry = found->second;
    if (entry.bad)
        return fail(ErrorKind::Protocol, Blame::Computer, QStringLiteral("config.badAuth"), m_place, entry.key);
    if (entry.token.isEmpty()) // beside a helper Docker leaves an empty entry
        return std::nullopt;
    return Account{host, entry.user, entry.token.clone(), entry.identityToken, source, m_place};
}

QList<AccountInfo> DockerConfig::accounts(Source source) const
{
    std::map<QString, AccountInfo> all;
    for (const auto &[host, entry] : m_entries) {
        const bool clear = !entry.token.isEmpty();
        const QString helper = clear ? QString() : helperFor(host);
        if (clear || !helper.isEmpty())
            all[host] = {host, entry.user, source, clear ? Keeping::ClearText : Keeping::Helper, helper, m_place};
    }
    for (auto it = m_helpers.begin(); it != m_helpers.end(); ++it) {
        if (!it.value().isEmpty() && !all.contains(it.key()))
            all[it.key()] = {it.key(), {}, source, Keeping::Helper, it.value(), m_place};
    }
    QList<AccountInfo> result;
    for (auto &[host, info] : all)
        result << std::move(info);
    return result;
}

} // namespace pd::secrets
