// SPDX-License-Identifier: GPL-3.0-or-later
#include "tarball.h"

#include "entrynames.h"
#include "unpackstream.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pd::archive {

namespace {

constexpr qint64 chunkSize = 64 * 1024;

struct FreeArchive {
    void operator()(::archive *a) const { archive_read_free(a); }
};
using Handle = std::unique_ptr<::archive, FreeArchive>;

/// What libarchive's callback needs: it can only say "failed", so the error waits here.
struct Source {
    UnpackStream &stream;
    std::optional<Error> error;
    QByteArray buffer = QByteArray(chunkSize, Qt::Uninitialized);
};

la_ssize_t readSource(::archive *, void *data, const void **block)
{
    auto *source = static_cast<Source *>(data);
    const auto got = source->stream.read(source->buffer.data(), source->buffer.size());
    if (!got) {
        source->error = got.error();
        return -1;
    }
    *block = source->buffer.constData();
    return static_cast<la_ssize_t>(*got);
}

std::unexpected<Error> archiveError(::archive *handle, const Source &source, const QString &path)
{
    if (source.error) {
        Error error = *source.error;
        if (error.subject.isEmpty())
            error.subject = path;
        return std::unexpected(std::move(error));
    }
    const bool noTar = archive_file_count(handle) == 0;
    return bad(QLatin1StringView(noTar ? "archive.format" : "archive.corrupt"), path, QString::fromUtf8(archive_error_string(handle)));
}

/// The name's bytes. A PAX name is UTF-8 whatever the locale; any other is taken as it stands and must be UTF-8 too.
QByteArray rawName(::archive_entry *entry)
{
    if (const char *utf8 = archive_entry_pathname_utf8(entry))
        return utf8;
    if (const char *bytes = archive_entry_pathname(entry))
        return bytes;
    return {};
}

/// One walk through one file.
class Walk {
public:
    Walk(const QString &path, const Limits &limits, UnpackStream &stream)
        : m_path(path)
        , m_limits(limits)
        , m_source{.stream = stream, .error = {}}
        , m_handle(archive_read_new())
    {
    }

    Result<Listing> run(const Visitor &visitor)
    {
        archive_read_support_format_tar(m_handle.get());
        archive_read_support_format_empty(m_handle.get());
        if (archive_read_open(m_handle.get(), &m_source, nullptr, &readSource, nullptr) != ARCHIVE_OK)
            return archiveError(m_handle.get(), m_source, m_path);
        for (;;) {
            ::archive_entry *entry = nullptr;
            const int status = archive_read_next_header(m_handle.get(), &entry);
            if (status == ARCHIVE_EOF)
                break;
            if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
                return archiveError(m_handle.get(), m_source, m_path);
            if (++m_count > m_limits.maxEntries)
                return bad(QLatin1StringView("archive.tooMany"), m_path, QString::number(m_limits.maxEntries));
            if (auto done = one(entry, visitor); !done)
                return std::unexpected(std::move(done.error()));
        }
        if (auto done = m_source.stream.drain(); !done) {
            m_source.error = done.error();
            return archiveError(m_handle.get(), m_source, m_path);
        }
        m_listing.unpacked = m_source.stream.total();
        return std::move(m_listing);
    }

private:
    Result<void> one(::archive_entry *entry, const Visitor &visitor)
    {
        auto path = EntryNames::safePath(rawName(entry), m_limits.maxPath);
        if (!path)
            return std::unexpected(std::move(path.error()));
        if (archive_entry_hardlink(entry) || archive_entry_hardlink_utf8(entry) || archive_entry_filetype(entry) == AE_IFLNK)
            return bad(QLatin1StringView("archive.link"), *path);
        if (archive_entry_filetype(entry) == AE_IFDIR)
            return path->isEmpty() ? Result<void>() : m_names.addFolder(*path);
        if (path->isEmpty())
            return bad(QLatin1StringView("archive.path"), m_path);
        if (auto added = m_names.addFile(*path); !added)
            return added;
        if (archive_entry_filetype(entry) != AE_IFREG || (archive_entry_perm(entry) & (S_ISUID | S_ISGID))) {
            m_listing.skipped.append(*path);
            return {};
        }
        return file(Entry{*path, archive_entry_size(entry)}, visitor);
    }

    Result<void> file(const Entry &entry, const Visitor &visitor)
    {
        // A sparse file unpacks to more than the tar holds: its own bytes count too.
        if (entry.size < 0 || entry.size > m_limits.maxOutput - m_files)
            return bad(QLatin1StringView("archive.tooLarge"), entry.path, QString::number(m_limits.maxOutput));
        m_files += entry.size;
        m_listing.entries.append(entry);
        if (!visitor)
            return {};
        return visitor(entry, [this](char *buffer, qint64 size) -> Result<qint64> {
            const la_ssize_t got = archive_read_data(m_handle.get(), buffer, static_cast<size_t>(size));
            if (got < 0)
                return archiveError(m_handle.get(), m_source, m_path);
            return static_cast<qint64>(got);
        });
    }

    QString m_path;
    Limits m_limits;
    Source m_source;
    Handle m_handle;
    EntryNames m_names;
    Listing m_listing;
    qint64 m_count = 0;
    qint64 m_files = 0;
};

Result<QByteArray> readAll(const Entry &entry, const ReadFn &read, qint64 maxSize)
{
    if (entry.size > maxSize)
        return bad(QLatin1StringView("archive.tooLarge"), entry.path, QString::number(maxSize));
    QByteArray bytes(entry.size, Qt::Uninitialized);
    qint64 filled = 0;
    while (filled < bytes.size()) {
        const auto got = read(bytes.data() + filled, bytes.size() - filled);
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            return bad(QLatin1StringView("archive.corrupt"), entry.path);
        filled += *got;
    }
    return bytes;
}

Result<void> writeFile(const QString &folder, const Entry &entry, const ReadFn &read)
{
    const QString target = folder + QLatin1Char('/') + entry.path;
    const auto failed = [&entry] { return std::unexpected(systemError(errno, QStringLiteral("archive.write"), entry.path)); };
    if (!QDir().mkpath(QFileInfo(target).path()))
        return failed();
    const int fd = ::open(QFile::encodeName(target).constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return failed();
    QFile file;
    if (!file.open(fd, QIODevice::WriteOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(fd);
        return failed();
    }
    QByteArray buffer(chunkSize, Qt::Uninitialized);
    for (;;) {
        const auto got = read(buffer.data(), buffer.size());
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            return {};
        if (file.write(buffer.constData(), *got) != *got)
            return failed();
    }
}

} // namespace

Result<Listing> walk(const QString &path, const Limits &limits, const Visitor &visitor, std::stop_token stop)
{
    QFile file(path);
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return bad(QLatin1StringView("archive.format"), path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(systemError(errno, QStringLiteral("archive.open"), path));
    UnpackStream stream(file, limits.maxOutput, std::move(stop));
    if (auto opened = stream.open(); !opened) {
        opened.error().subject = path;
        return std::unexpected(std::move(opened.error()));
    }
    return Walk(path, limits, stream).run(visitor);
}

Result<Listing> list(const QString &path, const Limits &limits, std::stop_token stop)
{
    return walk(path, limits, {}, std::move(stop));
}

Result<QMap<QString, QByteArray>> readEntries(const QString &path, const QStringList &names, qint64 maxSize, std::stop_token stop)
{
    QMap<QString, QByteArray> found;
    auto walked = walk(
        path, {},
        [&](const Entry &entry, const ReadFn &read) -> Result<void> {
            if (!names.contains(entry.path))
                return {};
            auto bytes = readAll(entry, read, maxSize);
            if (!bytes)
                return std::unexpected(std::move(bytes.error()));
            found.insert(entry.path, *bytes);
            return {};
        },
        std::move(stop));
    if (!walked)
        return std::unexpected(std::move(walked.error()));
    return found;
}

Result<QByteArray> readEntry(const QString &path, const QString &name, qint64 maxSize, std::stop_token stop)
{
    auto found = readEntries(path, {name}, maxSize, std::move(stop));
    if (!found)
        return std::unexpected(std::move(found.error()));
    if (!found->contains(name))
        return fail(ErrorKind::NotFound, Blame::You, QStringLiteral("archive.noEntry"), name);
    return found->value(name);
}

Result<Listing> extractTo(const QString &path, const QString &folder, const Limits &limits, std::stop_token stop)
{
    if (QFileInfo::exists(folder) || QFileInfo(folder).isSymLink())
        return fail(ErrorKind::Conflict, Blame::You, QStringLiteral("archive.exists"), folder);
    QTemporaryDir partial(QString(folder + QStringLiteral(".partial-XXXXXX")));
    if (!partial.isValid())
        return std::unexpected(systemError(errno, QStringLiteral("archive.write"), folder));
    auto listing = walk(
        path, limits, [&partial](const Entry &entry, const ReadFn &read) { return writeFile(partial.path(), entry, read); },
        std::move(stop));
    if (!listing)
        return listing;
    if (::rename(QFile::encodeName(partial.path()).constData(), QFile::encodeName(folder).constData()) != 0)
        return std::unexpected(systemError(errno, QStringLiteral("archive.write"), folder));
    partial.setAutoRemove(false);
    return listing;
}

Result<QByteArray> gunzip(const QByteArray &bytes, qint64 maxOutput)
{
    if (!bytes.startsWith("\x1f\x8b"))
        return bad(QLatin1StringView("archive.format"));
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    UnpackStream stream(buffer, maxOutput, {});
    if (auto opened = stream.open(); !opened)
        return std::unexpected(std::move(opened.error()));
    QByteArray out;
    QByteArray chunk(chunkSize, Qt::Uninitialized);
    for (;;) {
        const auto got = stream.read(chunk.data(), chunk.size());
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            return out;
        out.append(chunk.constData(), *got);
    }
}

} // namespace pd::archive
