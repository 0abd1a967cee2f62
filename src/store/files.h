// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <utility>

#include <sys/stat.h>

/// Private to src/store: files that are there whole or not at all. Blocking.
namespace pd::store {

/// A file descriptor that is closed once.
class Fd {
public:
    explicit Fd(int fd = -1)
        : m_fd(fd)
    {
    }
    Fd(Fd &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Fd &operator=(Fd &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Fd() { close(); }
    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isValid() const { return m_fd >= 0; }
    void close();

private:
    int m_fd;
};

/// What tells one state of a file from the next without reading it.
struct FileState {
    bool exists = false;
    quint64 device = 0;
    quint64 inode = 0;
    qint64 mtimeNs = 0;
    qint64 size = 0;
    [[nodiscard]] static FileState of(const QString &path);
    [[nodiscard]] static FileState of(const struct ::stat &status);
    friend bool operator==(const FileState &, const FileState &) = default;
};

/// A new file beside or apart from its target, written, then moved into place; gone with the object unless committed.
class TempFile {
public:
    TempFile() = default;
    TempFile(TempFile &&other) noexcept;
    TempFile &operator=(TempFile &&other) noexcept;
    ~TempFile();

    /// Makes `folder/prefixXXXXXX`, mode 0600.
    [[nodiscard]] static Result<TempFile> create(const QString &folder, const QString &prefix);
    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    /// Gives the file its mode, flushes it to the disk and moves it over `target`, whose folder is flushed too.
    [[nodiscard]] Result<void> commit(const QString &target, mode_t mode);
    /// The first half of commit(): afterwards only a rename is left.
    [[nodiscard]] Result<void> seal(mode_t mode);
    [[nodiscard]] Result<void> moveTo(const QString &target);
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    Fd m_fd;
    QString m_path;
};

/// Holds `flock` on a folder: Policy Desk against itself (the Policy CLI takes no lock). Leaves no file behind.
class FolderLock {
public:
    [[nodiscard]] static Result<FolderLock> take(const QString &folder);

private:
    Fd m_fd;
};

/// The whole of a regular file, never through a symbolic link. Errors: Integrity `store.link` for a link or special file, `store.tooLarge`
/// above `limit`, else of the system with `cause`. `state`, where given, is what was read.
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 limit, const QString &cause, FileState *state = nullptr);
[[nodiscard]] Result<void> writeWhole(const QString &path, QByteArrayView bytes, mode_t mode);
[[nodiscard]] Result<void> makeFolder(const QString &path);
void syncFolder(const QString &folder);

} // namespace pd::store
