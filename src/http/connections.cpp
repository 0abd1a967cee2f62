// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections.h"

#include "address.h"
#include "core/workerpool.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QProcessEnvironment>
#include <QSslCertificate>

namespace pd::http {

namespace {

using namespace Qt::StringLiterals;

/// Keeps nothing: a cookie of one registry is nobody's business, that registry's included.
class NoCookies final : public QNetworkCookieJar {
public:
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const final { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) final { return false; }
};

qint64 nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

bool matchesNoProxy(const QString &host, int port, const QString &list)
{
    for (const QString &raw : list.split(u',', Qt::SkipEmptyParts)) {
        QString entry = raw.trimmed().toLower();
        if (entry == "*"_L1)
            return true;
        const auto subnet = entry.contains(u'/') ? QHostAddress::parseSubnet(entry) : std::pair<QHostAddress, int>(QHostAddress(), -1);
        if (subnet.second >= 0) {
            const auto literal = literalAddress(host);
            if (literal && literal->isInSubnet(subnet))
                return true;
            continue;
        }
        if (const qsizetype colon = entry.lastIndexOf(u':'); colon > 0 && entry.count(u':') == 1) {
            if (entry.mid(colon + 1).toInt() != port)
                continue;
            entry.truncate(colon);
        }
        if (entry.startsWith("*."_L1))
            entry.remove(0, 1);
        const QString bare = entry.startsWith(u'.') ? entry.mid(1) : entry;
        if (host == bare || host.endsWith(QString(u'.' + bare)))
            return true;
    }
    return false;
}

QString variable(const QProcessEnvironment &environment, const QString &name)
{
    const QString lower = environment.value(name.toLower());
    return lower.isEmpty() ? environment.value(name) : lower;
}

QNetworkProxy systemProxy(const QUrl &url)
{
    const QList<QNetworkProxy> found = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    for (const QNetworkProxy &proxy : found) {
        if (proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy
            || proxy.type() == QNetworkProxy::NoProxy)
            return proxy;
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

} // namespace

QNetworkProxy environmentProxy(const QUrl &url, const QProcessEnvironment &environment)
{
    const bool tls = url.scheme() == "https"_L1;
    if (matchesNoProxy(url.host().toLower(), url.port(tls ? 443 : 80), variable(environment, u"NO_PROXY"_s)))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    QString text = variable(environment, tls ? u"HTTPS_PROXY"_s : u"HTTP_PROXY"_s);
    if (text.isEmpty())
        text = variable(environment, u"ALL_PROXY"_s);
    if (text.isEmpty())
        return QNetworkProxy(QNetworkProxy::DefaultProxy);
    const QUrl address(text.contains("://"_L1) ? text : QString("http://"_L1 + text));
    const bool socks = address.scheme().startsWith("socks"_L1);
    return QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, address.host(),
        static_cast<quint16>(address.port(socks ? 1080 : 80)), address.userName(QUrl::FullyDecoded), address.password(QUrl::FullyDecoded));
}

Connections::Connections(const TransportOptions &options)
    : m_options(options)
{
}

Task<Result<QNetworkProxy>> Connections::proxyFor(QUrl url, std::stop_token stop)
{
    if (!m_options.useProxies || isLoopbackHost(url.host()))
        co_return QNetworkProxy(QNetworkProxy::NoProxy);
    const QString origin = originOf(url);
    if (const auto known = m_proxies.find(origin); known != m_proxies.end())
        // A Result is copied; QCoro would move a bare lvalue out of the cache (TaskPromise::return_value).
        co_return Result<QNetworkProxy>(known->second);
    QNetworkProxy proxy = environmentProxy(url, QProcessEnvironment::systemEnvironment());
    if (proxy.type() == QNetworkProxy::DefaultProxy) {
        proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        if (m_options.pool) {
            CO_TRY(proxy, co_await m_options.pool->run([url]() -> Result<QNetworkProxy> { return systemProxy(url); }));
            if (stop.stop_requested())
                co_return cancelled();
        }
    }
    m_proxies.insert_or_assign(origin, proxy);
    co_return proxy;
}

bool Connections::isInsecure(const QUrl &url) const
{
    const QString host = url.host().toLower();
    const QString withPort = host + u':' + QString::number(url.port(443));
    return m_options.insecureHosts.contains(host) || m_options.insecureHosts.contains(withPort);
}

QStringList Connections::caFilesFor(const QUrl &url) const
{
    QStringList files = m_options.caFiles;
    if (m_options.caFilesOf) {
        const QString host = url.host().toLower();
        files += m_options.caFilesOf(url.port() < 0 ? host : QString(host + u':' + QString::number(url.port())));
    }
    return files;
}

Result<QSslConfiguration> Connections::tlsConfiguration(const QStringList &caFiles)
{
    if (const auto known = m_tls.find(caFiles); known != m_tls.end())
        return known->second;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (!caFiles.isEmpty()) {
        // Setting any list switches loading on demand off: the system's have to be named too.
        QList<QSslCertificate> trusted = QSslConfiguration::systemCaCertificates();
        for (const QString &path : caFiles) {
            QFile file(path);
            QList<QSslCertificate> own;
            constexpr qint64 MaxCaFile = 4 << 20;
            if (file.open(QIODevice::ReadOnly))
                own = QSslCertificate::fromData(file.read(MaxCaFile), QSsl::Pem);
            if (own.isEmpty())
                return fail(ErrorKind::InvalidInput, Blame::You, u"tls.ca-file"_s, path, file.errorString());
            trusted += own;
        }
        configuration.setCaCertificates(trusted);
    }
    m_tls.insert_or_assign(caFiles, configuration);
    return configuration;
}

Task<Result<Connections::Lane>> Connections::lane(QUrl url, QString account, bool interactive, std::stop_token stop)
{
    Lane lane;
    QStringList caFiles;
    if (url.scheme() == "https"_L1) {
        caFiles = caFilesFor(url);
        CO_TRY(lane.tls, tlsConfiguration(caFiles));
        lane.insecure = isInsecure(url);
    }
    CO_TRY(const QNetworkProxy proxy, co_await proxyFor(url, stop));
    lane.viaProxy = proxy.type() != QNetworkProxy::NoProxy;
    const QString key
        = originOf(url) + u'\n' + account + u'\n' + (interactive ? u'i' : u'b') + (lane.insecure ? u'x' : u'v') + caFiles.join(u'\n');
    lane.manager = managerFor(key, proxy);
    co_return lane;
}

std::shared_ptr<QNetworkAccessManager> Connections::managerFor(const QString &key, const QNetworkProxy &proxy)
{
    // A connection that rested this long is likely to be closed by the other side just when we write to it, and an upload's request
    // is never sent twice: better a fresh one.
    constexpr qint64 RestMs = 15'000;
    const qint64 now = nowMs();
    Entry &entry = m_entries[key];
    if (!entry.manager) {
        entry.manager = std::make_shared<QNetworkAccessManager>();
        entry.manager->setProxy(proxy);
        entry.manager->setCookieJar(new NoCookies);
        entry.manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        entry.manager->setAutoDeleteReplies(false);
    } else if (now - entry.lastUsed > RestMs && entry.manager.use_count() == 1) {
        entry.manager->clearConnectionCache();
    }
    entry.lastUsed = now;
    const std::shared_ptr<QNetworkAccessManager> manager = entry.manager;
    dropIdle();
    return manager;
}

void Connections::dropIdle()
{
    constexpr size_t MaxManagers = 12;
    while (m_entries.size() > MaxManagers) {
        auto oldest = m_entries.end();
        for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
            if (it->second.manager.use_count() == 1 && (oldest == m_entries.end() || it->second.lastUsed < oldest->second.lastUsed))
                oldest = it;
        }
        if (oldest == m_entries.end())
            return;
        m_entries.erase(oldest);
    }
}

} // namespace pd::http
