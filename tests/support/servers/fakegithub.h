// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scriptserver.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <map>
#include <optional>

namespace pd::test {

/// GitHub's REST API for container packages, in memory, as far as Policy Desk uses it: lists by pages, scopes, the last tagged version, deletion with all tags,
/// restoring, private packages that answer 404, single sign-on, primary and secondary limits. Loopback, plain http, threads of its own.
class FakeGitHub {
public:
    FakeGitHub();
    ~FakeGitHub();

    struct Token {
        QString login;
        QStringList scopes;
        bool fineGrained = false; ///< Then no scope header comes.
        QByteArray expires; ///< As in the header.
    };
    struct Version {
        qint64 id = 0;
        QString digest;
        QStringList tags;
        QDateTime created;
        bool isDeleted = false;
        qint64 downloads = 0;
    };

    void addUser(const QString &login);
    void addOrganization(const QString &login, const QStringList &members);
    /// The organization wants single sign-on: its packages answer 403 with the address to open.
    void requireSso(const QString &organization, const QByteArray &url);
    void addToken(const QByteArray &token, const Token &facts);
    void addPackage(const QString &owner, const QString &name, const QString &visibility, const QString &repository = {});
    qint64 addVersion(const QString &owner, const QString &name, const QString &digest, const QStringList &tags, qint64 downloads = 0);

    [[nodiscard]] std::optional<QString> visibility(const QString &owner, const QString &name) const; ///< Nothing where it is not there.
    [[nodiscard]] QList<Version> versions(const QString &owner, const QString &name) const;

    /// The next `count` requests are answered with the secondary limit.
    void limitNext(int count, int retryAfterSeconds);
    /// The primary limit is used up, for so long.
    void exhaust(int resetInSeconds);
    /// Lists without the Link header, as some of GitHub's are.
    void omitLinks(bool on);
    /// The next request is answered with these bytes.
    void answerNext(int status, const QByteArray &body, const QList<QByteArray> &headers = {});
    /// Called, in a thread of the server, with owner, package and digest, when a version has been deleted: to keep a registry in step.
    void onDeleted(std::function<void(QString, QString, QString)> act);

    [[nodiscard]] QUrl base() const { return m_server->url(QString()); }
    [[nodiscard]] const ScriptServer &server() const { return *m_server; }

private:
    struct Package {
        QString name;
        QString visibility;
        QString repository;
        QDateTime created;
        bool isDeleted = false;
        QList<Version> versions;
    };
    struct Owner {
        bool isOrganization = false;
        QStringList members;
        QByteArray sso;
        std::map<QString, Package> packages;
    };
    struct Call;
    struct Answer {
        int status = 200;
        QByteArray body;
        QList<QByteArray> headers;
    };

    void serve(const Received &request, Peer &peer);
    [[nodiscard]] std::optional<Answer> beforeAll();
    [[nodiscard]] Answer route(Call &call);
    [[nodiscard]] Answer packagesOf(Call &call, const QString &login, const QList<QByteArray> &rest);
    [[nodiscard]] Answer list(const Call &call, const QString &login, const Owner &owner) const;
    [[nodiscard]] Answer onePackage(Call &call, const QString &login, Owner &owner, const QList<QByteArray> &rest);
    [[nodiscard]] Answer versionsOf(Call &call, const QString &login, Package &package, const QList<QByteArray> &rest);
    [[nodiscard]] Answer deleteVersion(const QString &login, Package &package, Version &version);
    [[nodiscard]] Answer page(const Call &call, const QList<QJsonObject> &rows) const;
    [[nodiscard]] bool maySee(const Call &call, const QString &login, const Owner &owner, const Package &package) const;
    [[nodiscard]] QJsonObject toJson(const QString &login, const Owner &owner, const Package &package) const;
    [[nodiscard]] static QJsonObject toJson(const QString &login, const Package &package, const Version &version);

    mutable std::mutex m_mutex;
    std::map<QString, Owner> m_owners;
    std::map<QByteArray, Token> m_tokens;
    std::function<void(QString, QString, QString)> m_onDeleted;
    std::optional<Answer> m_next;
    int m_limited = 0;
    int m_retryAfter = 0;
    qint64 m_resetAt = 0;
    bool m_omitLinks = false;
    qint64 m_lastId = 1000;
    std::unique_ptr<ScriptServer> m_server;
};

} // namespace pd::test
