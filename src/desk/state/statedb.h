// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "desk/receipt.h"

#include <QJsonObject>

#include <memory>

class QSqlDatabase;

namespace pd::desk {

/// An act that moves bytes and has not ended: there again after a restart.
struct PendingTransfer {
    qint64 id = 0;
    QString verb;
    QJsonObject request; ///< As the verb's `toJson`; no secret.
    QDateTime since;
};

/// A version that was deleted from a registry, with what is needed to push it again.
struct DeletedVersion {
    qint64 id = 0;
    QString host;
    QString repository;
    QString digest;
    QString mediaType;
    QByteArray manifest; ///< Exactly its bytes.
    QStringList tags;
    QDateTime at;
};

/// History and transfers, in one SQLite file (WAL) in the state folder. Blocking: call it in the worker pool, from any thread; every call opens
/// its own connection. Errors: Storage, DiskFull; Conflict ("state.newer") for writes to a file of a newer schema.
class StateDb final {
public:
    /// Makes the file and its folder when missing (0700), migrates an older schema.
    [[nodiscard]] static Result<std::shared_ptr<StateDb>> open(const QString &file);

    /// Keeps a receipt; its id in the history.
    [[nodiscard]] Result<qint64> addReceipt(const Receipt &receipt);
    /// The newest first, at most `limit`; `filter` is looked for in verb, reference, tags and digest, any case.
    [[nodiscard]] Result<QList<Receipt>> receipts(const QString &filter, int limit) const;
    [[nodiscard]] Result<void> clearReceipts();
    /// The receipts whose `undo` is `undo` can no longer be undone; none is no error.
    [[nodiscard]] Result<void> markUndone(const Undo &undo);

    [[nodiscard]] Result<qint64> beginTransfer(const QString &verb, const QJsonObject &request, const QDateTime &since);
    [[nodiscard]] Result<void> endTransfer(qint64 id);
    [[nodiscard]] Result<QList<PendingTransfer>> pendingTransfers() const;

    /// Kept before the registry is asked to delete; those older than 30 days go on the way.
    [[nodiscard]] Result<qint64> keepDeleted(const DeletedVersion &version);
    /// NotFound `undo.gone`.
    [[nodiscard]] Result<DeletedVersion> deleted(qint64 id) const;
    [[nodiscard]] Result<void> forgetDeleted(qint64 id);

private:
    explicit StateDb(QString file)
        : m_file(std::move(file))
    {
    }
    QString m_file;
    bool m_newer = false;
};

} // namespace pd::desk
