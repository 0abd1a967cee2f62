// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image.h"

namespace pd::store {

/// Private to src/store: one change of tags as it must be known to be taken back.
struct JournalRecord {
    UndoId id;
    QDateTime when; ///< UTC
    QString verb;
    QStringList names; ///< The references that changed.
    QList<QByteArray> before; ///< Their index entries, as JSON.
    QList<QByteArray> after;
};

/// A folder with a file a record. Blocking.
class Journal {
public:
    explicit Journal(QString folder)
        : m_folder(std::move(folder))
    {
    }

    [[nodiscard]] static UndoId newId();
    [[nodiscard]] Result<void> write(const JournalRecord &record) const;
    /// NotFound `store.undo.gone`: no such record, or none that can be read.
    [[nodiscard]] Result<JournalRecord> read(const UndoId &id) const;
    void forget(const UndoId &id) const;
    /// Newest first; what cannot be read is left out.
    [[nodiscard]] QList<JournalRecord> all() const;

private:
    [[nodiscard]] QString pathOf(const UndoId &id) const;
    QString m_folder;
};

} // namespace pd::store
