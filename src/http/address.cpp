// SPDX-License-Identifier: GPL-3.0-or-later
#include "address.h"

#include "core/completion.h"

#include <QHostInfo>

#include <arpa/inet.h>

namespace pd::http {

namespace {

bool inSubnet(const QHostAddress &address, QLatin1StringView net, int bits)
{
    return address.isInSubnet(QHostAddress(QString(net)), bits);
}

std::optional<QHostAddress> embeddedV4(const QHostAddress &address)
{
    bool mapped = false;
    const quint32 v4 = address.toIPv4Address(&mapped);
    if (mapped)
        return QHostAddress(v4);
    const Q_IPV6ADDR raw = address.toIPv6Address();
    const auto at = [&raw](int i) {
        return QHostAddress((quint32(raw[i]) << 24) | (quint32(raw[i + 1]) << 16) | (quint32(raw[i + 2]) << 8) | raw[i + 3]);
    };
    using namespace Qt::StringLiterals;
    if (inSubnet(address, "64:ff9b::"_L1, 96))
        return at(12);
    if (inSubnet(address, "::"_L1, 96) && at(12).toIPv4Address() > 1)
        return at(12);
    if (inSubnet(address, "2002::"_L1, 16))
        return at(2);
    return std::nullopt;
}

Reach reachOfV4(const QHostAddress &address)
{
    using namespace Qt::StringLiterals;
    if (inSubnet(address, "127.0.0.0"_L1, 8) || inSubnet(address, "0.0.0.0"_L1, 8))
        return Reach::Local;
    if (inSubnet(address, "169.254.0.0"_L1, 16) || inSubnet(address, "224.0.0.0"_L1, 3))
        return Reach::Link;
    if (inSubnet(address, "10.0.0.0"_L1, 8) || inSubnet(address, "172.16.0.0"_L1, 12) || inSubnet(address, "192.168.0.0"_L1, 16)
        || inSubnet(address, "100.64.0.0"_L1, 10) || inSubnet(address, "198.18.0.0"_L1, 15))
        return Reach::Private;
    return Reach::Public;
}

} // namespace

Reach reachOf(const QHostAddress &address)
{
    using namespace Qt::StringLiterals;
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return reachOfV4(address);
    if (address == QHostAddress(QHostAddress::LocalHostIPv6) || address == QHostAddress(QHostAddress::AnyIPv6))
        return Reach::Local;
    if (const auto inside = embeddedV4(address))
        return reachOfV4(*inside);
    if (inSubnet(address, "fe80::"_L1, 10) || inSubnet(address, "ff00::"_L1, 8))
        return Reach::Link;
    if (inSubnet(address, "fc00::"_L1, 7) || inSubnet(address, "fec0::"_L1, 10))
        return Reach::Private;
    return Reach::Public;
}

std::optional<QHostAddress> literalAddress(const QString &host)
{
    QString bare = host;
    if (bare.startsWith(u'[') && bare.endsWith(u']'))
        bare = bare.mid(1, bare.size() - 2);
    while (bare.endsWith(u'.'))
        bare.chop(1);
    if (bare.compare(QLatin1StringView("localhost"), Qt::CaseInsensitive) == 0
        || bare.endsWith(QLatin1StringView(".localhost"), Qt::CaseInsensitive))
        return QHostAddress(QHostAddress::LocalHost);
    in_addr v4 = {};
    // inet_aton reads what connect(2) would: octal, hexadecimal, fewer than four parts.
    if (inet_aton(bare.toLatin1().constData(), &v4) != 0)
        return QHostAddress(ntohl(v4.s_addr));
    QHostAddress address;
    if (bare.contains(u':') && address.setAddress(bare))
        return address;
    return std::nullopt;
}

bool isLoopbackHost(const QString &host)
{
    const auto literal = literalAddress(host);
    return literal && reachOf(*literal) == Reach::Local;
}

bool mayStep(Reach from, Reach to)
{
    return to == Reach::Public || from == to || (from == Reach::Local && to == Reach::Private);
}

QString originOf(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    const int port = url.port(scheme == QLatin1StringView("https") ? 443 : 80);
    return scheme + QLatin1StringView("://") + url.host(QUrl::FullyEncoded).toLower() + u':' + QString::number(port);
}

Task<Result<QList<QHostAddress>>> resolve(QString host, std::stop_token stop)
{
    using Addresses = Result<QList<QHostAddress>>;
    const Completion<Addresses> done;
    const Resolver<Addresses> resolver = done.resolver();
    const std::stop_callback onStop(stop, [resolver] { resolver.resolve(cancelled()); });
    QObject context;
    const int id = QHostInfo::lookupHost(host, &context, [resolver, host](const QHostInfo &info) {
        if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
            resolver.resolve(fail(ErrorKind::Network, Blame::Network, QStringLiteral("network.name"), host, info.errorString()));
        else
            resolver.resolve(info.addresses());
    });
    Addresses addresses = co_await done;
    QHostInfo::abortHostLookup(id);
    co_return addresses;
}

} // namespace pd::http
