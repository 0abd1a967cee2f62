// SPDX-License-Identifier: GPL-3.0-or-later
#include "systemlook.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace pd::ui {

namespace {

QString service()
{
    return QStringLiteral("org.freedesktop.portal.Desktop");
}
QString path()
{
    return QStringLiteral("/org/freedesktop/portal/desktop");
}
QString interface()
{
    return QStringLiteral("org.freedesktop.portal.Settings");
}
QString space()
{
    return QStringLiteral("org.freedesktop.appearance");
}

} // namespace

void SystemLook::start()
{
    // Without an address libdbus would try to start a bus, which takes long.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // No service name: with one, Qt asks for its owner and waits for the answer.
    bus.connect(
        QString(), path(), interface(), QStringLiteral("SettingChanged"), this, SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    read(QStringLiteral("color-scheme"));
    read(QStringLiteral("contrast"));
}

void SystemLook::read(const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service(), path(), interface(), QStringLiteral("ReadOne"));
    call << space() << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        // No portal, or one that does not know the key: the look stays as the last run left it.
        if (reply.isValid())
            take(key, reply.value().variant());
    });
}

void SystemLook::onSettingChanged(const QString &changedSpace, const QString &key, const QDBusVariant &value)
{
    if (changedSpace == space())
        take(key, value.variant());
}

void SystemLook::take(const QString &key, const QVariant &value)
{
    const uint number = value.toUInt();
    if (key == QLatin1StringView("color-scheme"))
        m_hints.dark = number == 1;
    else if (key == QLatin1StringView("contrast"))
        m_hints.highContrast = number == 1;
    else
        return;
    Q_EMIT changed(m_hints);
}

} // namespace pd::ui
