// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace pd::desk {

/// A tag that pointed elsewhere before.
struct MovedTag {
    QString tag;
    QString from; ///< The digest that it pointed to.
    friend bool operator==(const MovedTag &, const MovedTag &) = default;
};

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
    QString undo; ///< What undoes it, as `Undo` understands it; empty: cannot be undone.
    friend bool operator==(const Receipt &, const Receipt &) = default;
};

/// The arguments as a person pastes them into a POSIX shell: quoted where needed.
[[nodiscard]] QString asCommandLine(const QStringList &arguments);

} // namespace pd::desk
