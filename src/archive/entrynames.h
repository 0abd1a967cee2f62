// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace pd::archive {

/// Private to src/archive: decides which names of an archive may become files, and remembers those that were.
class EntryNames {
public:
    /// The safe relative path of a raw name, or `archive.path`. Empty for the root folder itself.
    [[nodiscard]] static Result<QString> safePath(QByteArrayView raw, qsizetype maxPath);

    /// Takes a name for good; `archive.duplicate` where it is there already, in any case, or as the other kind.
    [[nodiscard]] Result<void> addFile(const QString &path);
    [[nodiscard]] Result<void> addFolder(const QString &path);

private:
    [[nodiscard]] Result<void> addParents(const QString &path);
    QSet<QString> m_files; ///< Folded.
    QHash<QString, QString> m_folders; ///< Folded, and as first written.
};

} // namespace pd::archive
