// SPDX-License-Identifier: GPL-3.0-or-later
#include "secretservice.h"

#include "core/completion.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace pd::secrets {

namespace {

constexpr int ReplyMs = 10'000; // the first call may have to start the service
const QString SecretsName = QStringLiteral("org.freedesktop.secrets");
const QString ServicePath = QStringLiteral("/org/freedesktop/secrets");
const QString ServiceInterface = QStringLiteral("org.freedesktop.Secret.Service");

std::unexpected<Error> absent(const QString &detail)
{
    return fail(ErrorKind::Keychain, Blame::Keychain, QStringLiteral("keychain.absent"), {}, detail);
}

Error toError(const QDBusError &error)
{
    const QString detail = error.name() + QLatin1StringView(": ") + error.message();
    const bool gone = error.type() == QDBusError::ServiceUnknown || error.type() == QDBusError::NoServer
        || error.type() == QDBusError::Disconnected || error.type() == QDBusError::NoReply
        || error.name().startsWith(QLatin1StringView("org.freedesktop.DBus.Error.Spawn"));
    if (gone)
        return absent(detail).error();
    return fail(ErrorKind::Keychain, Blame::Keychain, QStringLiteral("keychain.failed"), {}, detail).error();
}

Task<Result<QVariantList>> call(QDBusMessage message, std::stop_token stop)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        co_return absent(bus.lastError().message());
    const Completion<Result<QVariantList>> done;
    const auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, ReplyMs));
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [resolver = done.resolver()](QDBusPendingCallWatcher *ended) {
        ended->deleteLater();
        const QDBusPendingCall &reply = *ended;
        if (reply.isError())
            resolver.resolve(fail(toError(reply.error())));
        else
            resolver.resolve(reply.reply().arguments());
    });
    const std::stop_callback onStop(stop, [resolver = done.resolver()] { resolver.resolve(cancelled()); });
    co_return co_await done;
}

QDBusMessage busCall(const QString &method)
{
    return QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"), QStringLiteral("org.freedesktop.DBus"), method);
}

std::unexpected<Error> unreadable(const QString &method)
{
    return fail(ErrorKind::Keychain, Blame::Keychain, QStringLiteral("keychain.failed"), {}, method);
}

} // namespace

Task<Result<SecretService::Backend>> SecretService::backend(std::stop_token stop)
{
    QStringList names;
    for (const QString &method : {QStringLiteral("ListNames"), QStringLiteral("ListActivatableNames")}) {
        CO_TRY(const QVariantList reply, co_await call(busCall(method), stop));
        if (!reply.isEmpty())
            names += reply.first().toStringList();
    }
    if (names.contains(SecretsName))
        co_return Backend::SecretService;
    if (names.contains(QStringLiteral("org.kde.kwalletd6")) || names.contains(QStringLiteral("org.kde.kwalletd5")))
        co_return Backend::KWallet;
    co_return Backend::None;
}

Task<Result<SecretService::Found>> SecretService::search(QMap<QString, QString> attributes, std::stop_token stop)
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
    const QString method = QStringLiteral("SearchItems");
    QDBusMessage message = QDBusMessage::createMethodCall(SecretsName, ServicePath, ServiceInterface, method);
    message << QVariant::fromValue(attributes);
    CO_TRY(const QVariantList reply, co_await call(message, stop));
    if (reply.size() != 2)
        co_return unreadable(method);
    const auto open = qdbus_cast<QList<QDBusObjectPath>>(reply.at(0));
    const auto locked = qdbus_cast<QList<QDBusObjectPath>>(reply.at(1));
    co_return Found{static_cast<int>(open.size()), static_cast<int>(locked.size())};
}

Task<Result<bool>> SecretService::isDefaultLocked(std::stop_token stop)
{
    const QString alias = QStringLiteral("ReadAlias");
    QDBusMessage find = QDBusMessage::createMethodCall(SecretsName, ServicePath, ServiceInterface, alias);
    find << QStringLiteral("default");
    CO_TRY(const QVariantList found, co_await call(find, stop));
    if (found.size() != 1)
        co_return unreadable(alias);
    const QString path = found.first().value<QDBusObjectPath>().path();
    if (path == QLatin1StringView("/"))
        co_return true;

    const QString get = QStringLiteral("Get");
    QDBusMessage property = QDBusMessage::createMethodCall(SecretsName, path, QStringLiteral("org.freedesktop.DBus.Properties"), get);
    property << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    CO_TRY(const QVariantList reply, co_await call(property, stop));
    if (reply.size() != 1)
        co_return unreadable(get);
    co_return reply.first().value<QDBusVariant>().variant().toBool();
}

} // namespace pd::secrets
