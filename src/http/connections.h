// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"
#include "transport.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslConfiguration>

#include <map>
#include <optional>

namespace pd::http {

/// The managers: one per (origin, account, TLS policy, lane), since the TLS configuration is no part of QtNetwork's connection key.
/// Each has a thread of its own inside; those that rest the longest go when there are more than twelve.
class Connections final {
public:
    explicit Connections(const TransportOptions &options);

    struct Lane {
        std::shared_ptr<QNetworkAccessManager> manager;
        /// For https alone: making one, even an empty one, reads every certificate of the system, and where one of the links in /etc/ssl/certs leads
        /// nowhere Qt 6.8 looks through the whole working folder for it.
        std::optional<QSslConfiguration> tls;
        bool insecure = false;
        bool viaProxy = false;
    };
    /// The connection pool for this request. InvalidInput (`tls.ca-file`) where a CA file cannot be read.
    [[nodiscard]] Task<Result<Lane>> lane(QUrl url, QString account, bool interactive, std::stop_token stop);
    /// Whether requests for `url` go through a proxy, which then does the name look-ups.
    [[nodiscard]] Task<Result<QNetworkProxy>> proxyFor(QUrl url, std::stop_token stop);

private:
    struct Entry {
        std::shared_ptr<QNetworkAccessManager> manager;
        qint64 lastUsed = 0;
    };

    /// For these CA files; the whole system's beside them.
    [[nodiscard]] Result<QSslConfiguration> tlsConfiguration(const QStringList &caFiles);
    [[nodiscard]] QStringList caFilesFor(const QUrl &url) const;
    [[nodiscard]] bool isInsecure(const QUrl &url) const;
    std::shared_ptr<QNetworkAccessManager> managerFor(const QString &key, const QNetworkProxy &proxy);
    void dropIdle();

    const TransportOptions &m_options;
    std::map<QStringList, QSslConfiguration> m_tls; ///< By CA files.
    std::map<QString, Entry> m_entries;
    std::map<QString, QNetworkProxy> m_proxies;
};

/// The proxy that the environment names for `url`: by scheme, then ALL_PROXY; NO_PROXY with hosts, suffixes, addresses and `*`.
/// `DefaultProxy` where it says nothing.
[[nodiscard]] QNetworkProxy environmentProxy(const QUrl &url, const QProcessEnvironment &environment);

} // namespace pd::http
