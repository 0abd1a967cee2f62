// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process.h"
#include "scriptserver.h"

#include <QTemporaryDir>

namespace pd::test {

/// Keys and certificates made by openssl in a folder of their own: a private CA, a server's certificate for 127.0.0.1 and
/// localhost, and a key to sign tokens with.
class Certificates {
public:
    Certificates();
    [[nodiscard]] QString ca() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    [[nodiscard]] QString server() const { return m_folder.filePath(QStringLiteral("server.pem")); }
    [[nodiscard]] QString serverKey() const { return m_folder.filePath(QStringLiteral("server.key")); }
    [[nodiscard]] QString token() const { return m_folder.filePath(QStringLiteral("token.pem")); }
    [[nodiscard]] QString tokenKey() const { return m_folder.filePath(QStringLiteral("token.key")); }

private:
    void openssl(const QStringList &arguments);
    QTemporaryDir m_folder;
};

/// A token server as docker-registry expects it: tokens signed with the key of `Certificates`. One user, `me` with `s3cret`.
class TokenServer {
public:
    enum class Mood {
        Strict, ///< Only `me` gets tokens.
        PublicPull, ///< Anybody may pull.
        DenyAll, ///< 401 whatever is sent.
        IgnoreAll, ///< Everything for everybody, credentials not looked at.
    };
    explicit TokenServer(const Certificates &certificates, Mood mood = Mood::Strict, int secondsGood = 300);

    [[nodiscard]] QUrl realm() const { return m_server.url(QStringLiteral("/token")); }
    [[nodiscard]] ScriptServer &server() { return m_server; }
    void setMood(Mood mood) { m_mood = mood; }

private:
    void answer(const Received &request, Peer &peer);
    [[nodiscard]] QByteArray sign(const QByteArray &claims) const;
    [[nodiscard]] QByteArray claims(const QString &user, const QStringList &scopes) const;

    QByteArray m_keyPem;
    QByteArray m_certificateDer;
    std::atomic<Mood> m_mood;
    int m_secondsGood;
    ScriptServer m_server;
};

/// Debian's docker-registry on loopback, a free port, in a folder of its own. Ends with this object.
class RegistryServer {
public:
    struct Options {
        QString htpasswdUser; ///< With `htpasswdPassword`: Basic.
        QString htpasswdPassword;
        QUrl tokenRealm; ///< With `tokenCertificate`: Bearer.
        QString tokenCertificate;
        QString certificate; ///< With `key`: TLS.
        QString key;
        bool allowDelete = true;
    };
    RegistryServer();
    explicit RegistryServer(const Options &options);

    [[nodiscard]] QString host() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    [[nodiscard]] int port() const { return m_port; }
    /// Lines of its access log, one a request: `"GET /v2/ HTTP/1.1" 200`.
    [[nodiscard]] QList<QByteArray> accessLog() const;
    /// Requests that match, e.g. `"PUT /v2/a/manifests/`; all for an empty text.
    [[nodiscard]] int count(const QByteArray &text = {}) const;

private:
    [[nodiscard]] QByteArray configuration(const Options &options) const;
    QTemporaryDir m_folder;
    std::unique_ptr<ChildProcess> m_child;
    int m_port = 0;
};

} // namespace pd::test
