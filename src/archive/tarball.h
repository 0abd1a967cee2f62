// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QMap>
#include <QStringList>

#include <functional>
#include <stop_token>

/// Untrusted `.tar.gz` and `.tar` files: unpacked under caps, names and kinds checked before anything is handed on.
///
/// Blocking; call in the WorkerPool. Errors, where nothing else is said: InvalidInput blamed on you, the subject is the entry or the file, the
/// cause `archive.open` (a system error), `archive.format` (no tar), `archive.corrupt` (cut short, or a checksum that does not agree),
/// `archive.tooLarge` (over a cap), `archive.tooMany`, `archive.path` (a name that leads outside, or that some system takes for
/// something else), `archive.link`, `archive.duplicate` (the same name twice, in another case, or as file and folder).
namespace pd::archive {

/// Caps on what comes out, however small what goes in is.
struct Limits {
    qint64 maxOutput = qint64(4) * 1024 * 1024 * 1024; ///< Bytes of the unpacked tar, and of all its files together.
    qint64 maxEntries = 100'000; ///< Entries of every kind.
    qsizetype maxPath = 4096; ///< UTF-8 bytes of a name.
};

/// A regular file inside.
struct Entry {
    QString path; ///< Relative, `/` between its parts, no `.` or `..`; an OPA bundle's leading `/` is gone.
    qint64 size = 0;
    friend bool operator==(const Entry &, const Entry &) = default;
};

struct Listing {
    QList<Entry> entries; ///< In the archive's order.
    QStringList skipped; ///< Devices, FIFOs, sockets and set-user-ID files: never read or made.
    qint64 unpacked = 0; ///< Bytes of the tar.
};

/// Fills `buffer` and returns how much; 0 at the entry's end.
using ReadFn = std::function<Result<qint64>(char *buffer, qint64 size)>;
/// Called for each file; need not read it. An error ends the walk and is passed on.
using Visitor = std::function<Result<void>(const Entry &entry, const ReadFn &read)>;

/// Goes through the whole of the file at `path`, even where the visitor has seen enough: a duplicate at its end is one too.
[[nodiscard]] Result<Listing> walk(const QString &path, const Limits &limits, const Visitor &visitor, std::stop_token stop);

[[nodiscard]] Result<Listing> list(const QString &path, const Limits &limits, std::stop_token stop);

/// The contents of the named files that are there, by name. `archive.tooLarge` for one above `maxSize` bytes.
[[nodiscard]] Result<QMap<QString, QByteArray>> readEntries(
    const QString &path, const QStringList &names, qint64 maxSize, std::stop_token stop);
/// One of them. NotFound `archive.noEntry` where it is not there.
[[nodiscard]] Result<QByteArray> readEntry(const QString &path, const QString &name, qint64 maxSize, std::stop_token stop);

/// Unpacks into `folder`, which must not exist; its parent must. It appears whole, or not at all. Files get mode 0600.
/// Errors also Conflict `archive.exists`, and Storage or DiskFull `archive.write`.
[[nodiscard]] Result<Listing> extractTo(const QString &path, const QString &folder, const Limits &limits, std::stop_token stop);

/// Unpacks gzip from memory; at most `maxOutput` bytes may come out.
[[nodiscard]] Result<QByteArray> gunzip(const QByteArray &bytes, qint64 maxOutput);

} // namespace pd::archive
