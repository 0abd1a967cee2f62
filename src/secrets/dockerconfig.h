// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account.h"
#include "core/error.h"

#include <QMap>

#include <map>
#include <optional>

class QJsonObject;

namespace pd::secrets {

/// A file in the format of Docker's `config.json`, which the Policy CLI uses too: `auths`, `credsStore`, `credHelpers`. Everything else in it is
/// left alone; it is never written. Move-only, because it may hold clear-text secrets.
class DockerConfig {
public:
    static constexpr qint64 MaxBytes = 1 << 20;

    /// Errors: Protocol (`config.tooBig`, `config.notJson`), subject `place`.
    [[nodiscard]] static Result<DockerConfig> parse(QByteArrayView json, QString place);
    /// Reads the file; a file that is not there is an empty configuration. Blocking: in a worker.
    [[nodiscard]] static Result<DockerConfig> read(QString path);

    /// The helper for `host`: `credHelpers[host]`, else `credsStore`; empty for none. Not yet checked: see `DockerHelper`.
    [[nodiscard]] QString helperFor(const QString &host) const;
    /// What to write to that helper's standard input: the key as Docker wrote it, Docker Hub's address, or the host.
    [[nodiscard]] QString serverFor(const QString &host) const;
    /// The clear-text entry of `auths` for `host`. Error: Protocol (`config.badAuth`) where it cannot be decoded.
    [[nodiscard]] Result<std::optional<Account>> login(const QString &host, Source source) const;

    /// The hosts in `auths` and `credHelpers`, sorted, without reading a helper.
    [[nodiscard]] QList<AccountInfo> accounts(Source source) const;
    [[nodiscard]] QString place() const { return m_place; }
    [[nodiscard]] bool isEmpty() const { return m_entries.empty() && m_helpers.isEmpty() && m_defaultHelper.isEmpty(); }
    [[nodiscard]] QString defaultHelper() const { return m_defaultHelper; }

private:
    struct Entry {
        QString key; ///< As it stands in the file.
        QString user;
        Secret token;
        bool identityToken = false;
        bool bad = false;
    };
    void addEntry(const QString &key, const QJsonObject &object);

    QString m_place;
    std::map<QString, Entry> m_entries; ///< By registryHost().
    QMap<QString, QString> m_helpers;
    QString m_defaultHelper;
};

} // namespace pd::secrets
