// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVersionNumber>

#include <optional>

namespace pd::opa {

/// A program file as it is now: another one in its place, or other bytes in it, has another identity.
struct ProgramIdentity {
    QString path; ///< Without links.
    quint64 device = 0;
    quint64 inode = 0;
    qint64 size = 0;
    qint64 modifiedNs = 0;
    qint64 changedNs = 0; ///< Nobody can set this one back.
    friend bool operator==(const ProgramIdentity &, const ProgramIdentity &) = default;
};

/// Nothing for a file whose version may change while the file does not: a script, or a link to a program of another name, which starts one of
/// several (as version managers do).
[[nodiscard]] std::optional<ProgramIdentity> identityOf(const QString &program);

/// The versions that programs said, by their identity, in one small file that may be lost or damaged at any time: asking OPA takes longer than
/// all else that `policydeskctl version` does. Blocks for that file. One thread at a time; of two processes that write, the later one wins.
class VersionCache {
public:
    /// `file` may be empty: then nothing is kept.
    explicit VersionCache(QString file);
    [[nodiscard]] std::optional<QVersionNumber> find(const ProgramIdentity &program) const;
    /// Failing to write is no error.
    void insert(const ProgramIdentity &program, const QVersionNumber &version) const;

private:
    QString m_file;
};

} // namespace pd::opa
