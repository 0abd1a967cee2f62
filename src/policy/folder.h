// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"
#include "core/workerpool.h"

#include <QStringList>

namespace pd::policy {

/// What git knows about a folder. Empty where it is in no working tree.
struct GitFacts {
    QString branch; ///< Empty where HEAD is detached.
    QString revision; ///< The commit, with `-dirty` behind where tracked or untracked files below the folder changed.
    QString source; ///< The remote as an https address without user, password, query and `.git`; empty for none and for local ones.
    QString version; ///< A tag of this commit that is a semantic version, without its `v`; the highest. Empty where `revision` is dirty.
    QString problem; ///< Why git did not answer: `git.missing`, or its own words (an owner that it does not trust).
    friend bool operator==(const GitFacts &, const GitFacts &) = default;
};

struct RegoFile {
    QString path; ///< Relative to the folder.
    QString package; ///< `app.rbac`; empty where none was found in the first 64 KiB.
    qint64 size = 0;
    bool isTest = false;
    friend bool operator==(const RegoFile &, const RegoFile &) = default;
};

/// What lies in a folder of policies, as far as `opa build -b` would read it. A value.
struct FolderFacts {
    QString path;
    GitFacts git;
    QList<RegoFile> rego; ///< Sorted by path.
    QStringList packages; ///< Sorted, each once, those of tests left out.
    QStringList dataFiles; ///< data.json, data.yaml, data.yml.
    QStringList roots; ///< From `.manifest`.
    QStringList requiredBuiltins; ///< Names, from `.manifest`.
    QByteArray manifest; ///< `.manifest` as it is, at most 1 MiB.
    qint64 bytes = 0; ///< Of all that OPA would read.
    qint64 largest = 0;
    QString largestFile;
    QStringList bystanders; ///< Names of large files that are no policy: OPA would read them, and refuses those over 1 GiB.
    QStringList escapes; ///< Symbolic links out of the folder under a name that belongs into a bundle; OPA leaves them out without a word.
    QStringList special; ///< Pipes, sockets and devices under a name that OPA would open.
    bool truncated = false; ///< More than 200,000 entries, or deeper than 64: the rest was not looked at.
};

/// Looks at a folder, in the pool, and asks git, side by side. A folder without git is no error.
/// Errors: NotFound or Storage (`folder.open`), Cancelled.
[[nodiscard]] Task<Result<FolderFacts>> inspectFolder(QString path, WorkerPool &pool, std::stop_token stop);

/// The part without git. Blocks: for the pool.
[[nodiscard]] Result<FolderFacts> walkFolder(const QString &path, std::stop_token stop);

/// The part with git. Engine thread.
[[nodiscard]] Task<Result<GitFacts>> inspectGit(QString path, std::stop_token stop);

/// `git@host:a/b.git`, `ssh://…`, `https://user:token@…` as https without credentials; empty for what is not on a network.
[[nodiscard]] QString publicSource(const QString &remote);

/// The name after `package` in a module's text; empty where there is none.
[[nodiscard]] QString packageOf(const QByteArray &text);

} // namespace pd::policy
