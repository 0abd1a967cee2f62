// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace pd::store {

namespace {

std::unexpected<Error> writeError(const QString &path)
{
    return std::unexpected(systemError(errno, QStringLiteral("store.write"), path));
}

} // namespace

void Fd::close()
{
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

FileState FileState::of(const struct ::stat &status)
{
    return {true, status.st_dev, status.st_ino, qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec, status.st_size};
}

FileState FileState::of(const QString &path)
{
    struct ::stat status{};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? of(status) : FileState();
}

TempFile::TempFile(TempFile &&other) noexcept
    : m_fd(std::move(other.m_fd))
    , m_path(std::exchange(other.m_path, {}))
{
}

TempFile &TempFile::operator=(TempFile &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    std::swap(m_path, other.m_path);
    return *this;
}

TempFile::~TempFile()
{
    if (!m_path.isEmpty())
        ::unlink(QFile::encodeName(m_path).constData());
}

Result<TempFile> TempFile::create(const QString &folder, const QString &prefix)
{
    QByteArray name = QFile::encodeName(QString(folder + QLatin1Char('/') + prefix + QStringLiteral("XXXXXX")));
    TempFile file;
    file.m_fd = Fd(::mkostemp(name.data(), O_CLOEXEC));
    if (!file.m_fd.isValid())
        return writeError(folder);
    file.m_path = QFile::decodeName(name);
    return file;
}

Result<void> TempFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(m_fd.get(), bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return writeError(m_path);
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<void> TempFile::seal(mode_t mode)
{
    if (::fchmod(m_fd.get(), mode) != 0 || ::fsync(m_fd.get()) != 0)
        return writeError(m_path);
    m_fd.close();
    return {};
}

Result<void> TempFile::moveTo(const QString &target)
{
    if (::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(target).constData()) != 0)
        return writeError(target);
    m_path.clear();
    syncFolder(QFileInfo(target).path());
    return {};
}

Result<void> TempFile::commit(const QString &target, mode_t mode)
{
    if (auto sealed = seal(mode); !sealed)
        return sealed;
    return moveTo(target);
}

Result<FolderLock> FolderLock::take(const QString &folder)
{
    FolderLock lock;
    lock.m_fd = Fd(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!lock.m_fd.isValid())
        return std::unexpected(systemError(errno, QStringLiteral("store.open"), folder));
    int status = 0;
    do {
        status = ::flock(lock.m_fd.get(), LOCK_EX);
    } while (status != 0 && errno == EINTR);
    // Some network file systems have no locks: the check before the rename is what is left there.
    if (status != 0 && errno != ENOLCK && errno != EOPNOTSUPP && errno != EBADF)
        return std::unexpected(systemError(errno, QStringLiteral("store.lock"), folder));
    return lock;
}

Result<QByteArray> readFile(const QString &path, qint64 limit, const QString &cause, FileState *state)
{
    const Fd fd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!fd.isValid() && errno == ELOOP)
        return fail(ErrorKind::Integrity, Blame::Computer, QStringLiteral("store.link"), path);
    struct ::stat status{};
    if (!fd.isValid() || ::fstat(fd.get(), &status) != 0)
        return std::unexpected(systemError(errno, cause, path));
    if (!S_ISREG(status.st_mode))
        return fail(ErrorKind::Integrity, Blame::Computer, QStringLiteral("store.link"), path);
    if (status.st_size > limit)
        return fail(ErrorKind::Integrity, Blame::Computer, QStringLiteral("store.tooLarge"), path, QString::number(status.st_size));
    QByteArray bytes(status.st_size, Qt::Uninitialized);
    qint64 filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(fd.get(), bytes.data() + filled, static_cast<size_t>(bytes.size() - filled));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::unexpected(systemError(errno, cause, path));
        if (got == 0)
            break;
        filled += got;
    }
    bytes.truncate(filled);
    if (state)
        *state = FileState::of(status);
    return bytes;
}

Result<void> writeWhole(const QString &path, QByteArrayView bytes, mode_t mode)
{
    auto file = TempFile::create(QFileInfo(path).path(), QString(QLatin1Char('.') + QFileInfo(path).fileName() + QLatin1Char('.')));
    if (!file)
        return std::unexpected(std::move(file.error()));
    if (auto written = file->write(bytes); !written)
        return written;
    return file->commit(path, mode);
}

Result<void> makeFolder(const QString &path)
{
    errno = 0;
    if (QDir().mkpath(path))
        return {};
    return std::unexpected(systemError(errno ? errno : EIO, QStringLiteral("store.write"), path));
}

void syncFolder(const QString &folder)
{
    // Best effort: the rename has happened, and a file system that cannot sync a folder loses at most that.
    const Fd fd(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.isValid())
        ::fsync(fd.get());
}

} // namespace pd::store
