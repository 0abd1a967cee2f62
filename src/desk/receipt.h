// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "undo.h"

#include <QDateTime>
#include <QStringList>

namespace pd::desk {

/// What was done: shown after every act and kept in the history. A value without prose; the window and `policydeskctl` word it.
struct Receipt {
    qint64 id = 0; ///< In the history; 0 before it is kept there.
    QString verb; ///< `push`, `pull`, `build`, `publish`, `tag`, `remove`, `delete`, `save`, `import`, `sign-in`, …
    QString reference; ///< The whole canonical reference, host, or path that the act was about.
    QString digest; ///< `sha256:…`, empty where the act has none.
    QStringList tags; ///< All tags of the act.
    QList<MovedTag> moved;
    QString path; ///< A file or folder, where one took part.
    QString user; ///< The account, where one was used.
    qint64 bytes = 0;
    qint64 requests = 0;
    double seconds = 0;
    QDateTime at;
    QStringList command; ///< The same act for `policydeskctl`, as arguments, program first.
    QStringList policyCommand; ///< The same act for the Policy CLI, empty where it has none.
    Undo undo; ///< What takes it back; empty: cannot be undone.
    friend bool operator==(const Receipt &, const Receipt &) = default;
};

/// The arguments as a person pastes them into a POSIX shell: quoted where needed.
[[nodiscard]] QString asCommandLine(const QStringList &arguments);

} // namespace pd::desk
