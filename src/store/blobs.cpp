// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_p.h"

#include "oci/mediatypes.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace pd::store {

namespace {

std::unexpected<Error> integrity(QLatin1StringView cause, const QString &subject, const QString &detail = {})
{
    return fail(ErrorKind::Integrity, Blame::Computer, QString(cause), subject, detail);
}

bool isEmptyJson(const oci::Digest &digest)
{
    return digest.toString() == oci::emptyJsonDigest;
}

} // namespace

NewBlobs::~NewBlobs()
{
    for (const QString &path : std::as_const(m_paths))
        QFile::remove(path);
}

Result<void> streamFile(const QString &path, const std::function<Result<void>(QByteArrayView)> &take, std::stop_token stop)
{
    const Fd fd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!fd.isValid() && errno == ELOOP)
        return integrity(QLatin1StringView("store.link"), path);
    struct ::stat status{};
    if (!fd.isValid() || ::fstat(fd.get(), &status) != 0)
        return std::unexpected(systemError(errno, errno == ENOENT ? QStringLiteral("store.missing") : QStringLiteral("store.read"), path));
    if (!S_ISREG(status.st_mode))
        return integrity(QLatin1StringView("store.link"), path);
    QByteArray buffer(copyChunk, Qt::Uninitialized);
    for (;;) {
        if (stop.stop_requested())
            return cancelled();
        const ssize_t got = ::read(fd.get(), buffer.data(), static_cast<size_t>(buffer.size()));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::unexpected(systemError(errno, QStringLiteral("store.read"), path));
        if (got == 0)
            return {};
        if (auto taken = take(QByteArrayView(buffer).first(got)); !taken)
            return taken;
    }
}

QString Store::Private::blobPath(const oci::Digest &digest) const
{
    return folders.root + QStringLiteral("/blobs/") + digest.algorithm() + QLatin1Char('/') + digest.hex();
}

Result<void> Store::Private::prepare() const
{
    if (mode == Mode::ReadOnly)
        return fail(ErrorKind::Unsupported, Blame::PolicyDesk, QStringLiteral("store.readOnly"), folders.root);
    if (auto made = makeFolder(QString(folders.root + QStringLiteral("/blobs/sha256"))); !made)
        return made;
    return makeFolder(ingestFolder());
}

Result<void> Store::Private::place(TempFile &file, const oci::Digest &digest, NewBlobs *created) const
{
    const QString target = blobPath(digest);
    if (auto made = makeFolder(QFileInfo(target).path()); !made)
        return made;
    const bool existed = FileState::of(target).exists;
    // Over what is there as well: it replaces a link or damaged bytes by what was just verified.
    if (auto moved = file.moveTo(target); !moved)
        return moved;
    if (created && !existed)
        created->add(target);
    return {};
}

Result<oci::Descriptor> Store::Private::put(QString mediaType, QByteArrayView bytes, NewBlobs *created) const
{
    if (auto prepared = prepare(); !prepared)
        return std::unexpected(std::move(prepared.error()));
    oci::Descriptor descriptor = oci::describe(std::move(mediaType), bytes);
    auto file = TempFile::create(ingestFolder(), descriptor.digest.hex() + QLatin1Char('_'));
    if (!file)
        return std::unexpected(std::move(file.error()));
    if (auto written = file->write(bytes); !written)
        return std::unexpected(std::move(written.error()));
    if (auto sealed = file->seal(blobMode); !sealed)
        return std::unexpected(std::move(sealed.error()));
    if (auto placed = place(*file, descriptor.digest, created); !placed)
        return std::unexpected(std::move(placed.error()));
    return descriptor;
}

Result<oci::Descriptor> Store::Private::putFile(QString mediaType, const QString &path, NewBlobs *created, std::stop_token stop) const
{
    if (auto prepared = prepare(); !prepared)
        return std::unexpected(std::move(prepared.error()));
    auto file = TempFile::create(ingestFolder(), QStringLiteral("policydesk_"));
    if (!file)
        return std::unexpected(std::move(file.error()));
    oci::Hasher hasher;
    oci::Descriptor descriptor;
    descriptor.mediaType = std::move(mediaType);
    auto copied = streamFile(
        path,
        [&](QByteArrayView bytes) {
            hasher.add(bytes);
            descriptor.size += bytes.size();
            return file->write(bytes);
        },
        std::move(stop));
    if (!copied)
        return std::unexpected(std::move(copied.error()));
    descriptor.digest = hasher.finish();
    if (auto sealed = file->seal(blobMode); !sealed)
        return std::unexpected(std::move(sealed.error()));
    if (auto placed = place(*file, descriptor.digest, created); !placed)
        return std::unexpected(std::move(placed.error()));
    return descriptor;
}

bool Store::Private::hasBlob(const oci::Digest &digest, qint64 size) const
{
    struct ::stat status{};
    return !digest.isNull() && ::lstat(QFile::encodeName(blobPath(digest)).constData(), &status) == 0 && S_ISREG(status.st_mode)
        && (size < 0 || status.st_size == size);
}

Result<QByteArray> Store::Private::smallBlob(const oci::Digest &digest) const
{
    const QString path = blobPath(digest);
    auto bytes = readFile(path, oci::maxManifestBytes, QStringLiteral("store.missing"));
    if (!bytes && isEmptyJson(digest) && bytes.error().kind == ErrorKind::NotFound)
        return QByteArray(oci::emptyJson.data(), oci::emptyJson.size());
    if (!bytes)
        return std::unexpected(std::move(bytes.error()));
    if (!digest.matches(*bytes))
        return integrity(QLatin1StringView("blob.digest"), path);
    return bytes;
}

Result<oci::Manifest> Store::Private::manifest(const oci::Digest &digest) const
{
    auto bytes = smallBlob(digest);
    if (!bytes)
        return std::unexpected(std::move(bytes.error()));
    auto parsed = oci::Manifest::parse(*bytes);
    if (!parsed)
        parsed.error().blame = Blame::Computer;
    return parsed;
}

Result<void> Store::Private::requireParts(const oci::Descriptor &descriptor) const
{
    const auto require = [this](const oci::Descriptor &part) -> Result<void> {
        if (hasBlob(part.digest, part.size) || isEmptyJson(part.digest))
            return {};
        return fail(ErrorKind::NotFound, Blame::Computer, QStringLiteral("store.missing"), part.digest.toString());
    };
    if (!isManifestType(descriptor.mediaType))
        return require(descriptor);
    auto parsed = manifest(descriptor.digest);
    if (!parsed)
        return std::unexpected(std::move(parsed.error()));
    if (parsed->bytes.size() != descriptor.size)
        return integrity(QLatin1StringView("blob.size"), descriptor.digest.toString());
    if (auto here = require(parsed->config); !here)
        return here;
    for (const oci::Descriptor &layer : std::as_const(parsed->layers)) {
        if (auto here = require(layer); !here)
            return here;
    }
    return {};
}

Result<QByteArray> Store::manifestBytes(const oci::Digest &digest) const
{
    return d->smallBlob(digest);
}

QString Store::blobPath(const oci::Digest &digest) const
{
    return d->blobPath(digest);
}

bool Store::hasBlob(const oci::Digest &digest, qint64 size) const
{
    return d->hasBlob(digest, size);
}

Result<void> Store::verifyBlob(const oci::Descriptor &descriptor, std::stop_token stop) const
{
    oci::Hasher hasher(descriptor.digest.algorithmId());
    qint64 size = 0;
    const QString path = d->blobPath(descriptor.digest);
    auto read = streamFile(
        path,
        [&](QByteArrayView bytes) -> Result<void> {
            hasher.add(bytes);
            size += bytes.size();
            return {};
        },
        std::move(stop));
    if (!read)
        return read;
    if (size != descriptor.size)
        return integrity(QLatin1StringView("blob.size"), path, QString::number(size));
    if (hasher.finish() != descriptor.digest)
        return integrity(QLatin1StringView("blob.digest"), path);
    return {};
}

Result<oci::Descriptor> Store::putBlob(QString mediaType, QByteArrayView bytes) const
{
    return d->put(std::move(mediaType), bytes, nullptr);
}

Result<oci::Descriptor> Store::putBlobFile(QString mediaType, const QString &path, std::stop_token stop) const
{
    return d->putFile(std::move(mediaType), path, nullptr, std::move(stop));
}

struct BlobWriter::Private {
    std::shared_ptr<Store::Private> store;
    oci::Descriptor expected;
    TempFile file;
    oci::Hasher hasher;
    qint64 written = 0;
};

BlobWriter::BlobWriter(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}
BlobWriter::BlobWriter(BlobWriter &&) noexcept = default;
BlobWriter &BlobWriter::operator=(BlobWriter &&) noexcept = default;
BlobWriter::~BlobWriter() = default;

qint64 BlobWriter::written() const
{
    return d->written;
}

Result<void> BlobWriter::write(QByteArrayView bytes)
{
    if (d->written + bytes.size() > d->expected.size)
        return fail(ErrorKind::Integrity, Blame::Registry, QStringLiteral("blob.size"), d->expected.digest.toString());
    if (auto written = d->file.write(bytes); !written)
        return written;
    d->hasher.add(bytes);
    d->written += bytes.size();
    return {};
}

Result<oci::Descriptor> BlobWriter::commit()
{
    if (d->written != d->expected.size)
        return fail(
            ErrorKind::Integrity, Blame::Registry, QStringLiteral("blob.size"), d->expected.digest.toString(), QString::number(d->written));
    if (d->hasher.finish() != d->expected.digest)
        return fail(ErrorKind::Integrity, Blame::Registry, QStringLiteral("blob.digest"), d->expected.digest.toString());
    if (auto sealed = d->file.seal(blobMode); !sealed)
        return std::unexpected(std::move(sealed.error()));
    if (auto placed = d->store->place(d->file, d->expected.digest, nullptr); !placed)
        return std::unexpected(std::move(placed.error()));
    return d->expected;
}

Result<BlobWriter> Store::writer(const oci::Descriptor &expected) const
{
    if (auto prepared = d->prepare(); !prepared)
        return std::unexpected(std::move(prepared.error()));
    auto file = TempFile::create(d->ingestFolder(), expected.digest.hex() + QLatin1Char('_'));
    if (!file)
        return std::unexpected(std::move(file.error()));
    auto data = std::make_unique<BlobWriter::Private>(
        BlobWriter::Private{d, expected, std::move(*file), oci::Hasher(expected.digest.algorithmId()), 0});
    return BlobWriter(std::move(data));
}

} // namespace pd::store
