// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QString>

namespace pd::secrets {

/// Who is signed in where, without secrets: `accounts.json` in the configuration folder, because a keychain (KWallet) cannot be listed. One
/// account a host. Blocking; in a worker.
class AccountBook {
public:
    struct Line {
        QString host;
        QString user;
        bool identityToken = false;
        friend bool operator==(const Line &, const Line &) = default;
    };

    explicit AccountBook(QString path);

    /// No file is an empty book. Errors: Storage, or Protocol (`accounts.unreadable`, `accounts.newer`: written by a later version).
    [[nodiscard]] Result<QList<Line>> lines() const;
    /// Adds the line or replaces that of its host. Under a lock of the file, so that two processes do not lose each other's lines.
    [[nodiscard]] Result<void> put(Line line) const;
    /// Removes the line of `host`, if there is one.
    [[nodiscard]] Result<void> remove(QString host) const;

    /// The keychain's key for an account: `USER@HOST`.
    [[nodiscard]] static QString key(const Line &line);

private:
    [[nodiscard]] Result<void> change(const QString &host, const Line *replacement) const;
    [[nodiscard]] Result<void> write(const QList<Line> &lines) const;

    QString m_path;
};

} // namespace pd::secrets
