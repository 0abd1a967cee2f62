// SPDX-License-Identifier: GPL-3.0-or-later
#include "image.h"

#include "archive/tarball.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>

namespace pd::opa {

namespace {

constexpr qint64 MaxUnpacked = 512LL << 20;
constexpr qint64 MaxEntries = 20'000;
constexpr qint64 MaxManifest = 4 << 20;
constexpr qint64 MaxCompletedData = 8 << 20;
constexpr qint64 Piece = 64 << 10;

bool isData(const QString &name)
{
    return name == QStringLiteral("data.json") || name == QStringLiteral("data.yaml") || name == QStringLiteral("data.yml");
}

Result<QByteArray> readAll(const archive::Entry &entry, const archive::ReadFn &read, qint64 most)
{
    if (entry.size > most)
        return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("archive.tooLarge"), entry.path);
    QByteArray bytes;
    QByteArray piece(Piece, Qt::Uninitialized);
    for (;;) {
        const Result<qint64> got = read(piece.data(), piece.size());
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            return bytes;
        bytes.append(piece.constData(), *got);
        if (bytes.size() > most)
            return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("archive.tooLarge"), entry.path);
    }
}

Result<void> copyTo(const QString &path, const archive::ReadFn &read)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return std::unexpected(systemError(errno, QStringLiteral("opa.folder"), path));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return std::unexpected(systemError(errno, QStringLiteral("opa.folder"), path));
    QByteArray piece(Piece, Qt::Uninitialized);
    for (;;) {
        const Result<qint64> got = read(piece.data(), piece.size());
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            break;
        if (file.write(piece.constData(), *got) != *got)
            return std::unexpected(systemError(errno, QStringLiteral("opa.folder"), path));
    }
    if (!file.flush())
        return std::unexpected(systemError(errno, QStringLiteral("opa.folder"), path));
    return {};
}

struct Unpacking {
    QString target;
    UnpackedImage image;

    Result<void> take(const archive::Entry &entry, const archive::ReadFn &read)
    {
        const QString name = QFileInfo(entry.path).fileName();
        if (entry.path == QStringLiteral(".manifest")) {
            Result<QByteArray> manifest = readAll(entry, read, MaxManifest);
            if (!manifest)
                return std::unexpected(std::move(manifest).error());
            image.manifest = *std::move(manifest);
            return {};
        }
        // Loaded as plain files, any JSON would become data: plan.json and .signatures.json are none.
        if (!name.endsWith(QStringLiteral(".rego")) && !isData(name))
            return {};
        ++image.files;
        return copyTo(target + QLatin1Char('/') + entry.path, read);
    }

    void readVersions()
    {
        const QJsonObject manifest = QJsonDocument::fromJson(image.manifest).object();
        const QJsonValue version = manifest.value(QStringLiteral("rego_version"));
        image.v0 = version.isDouble() && version.toInt() == 0;
        for (const QJsonValue &one : manifest.value(QStringLiteral("file_rego_versions")).toObject())
            image.asBundle = image.asBundle || one.toInt() != (image.v0 ? 0 : 1);
    }

    Result<void> finish()
    {
        readVersions();
        if (image.asBundle) {
            QFile file(target + QStringLiteral("/.manifest"));
            if (!file.open(QIODevice::WriteOnly) || file.write(image.manifest) != image.manifest.size() || !file.flush())
                return std::unexpected(systemError(errno, QStringLiteral("opa.folder"), file.fileName()));
        }
        QFile data(target + QStringLiteral("/data.json"));
        if (data.size() <= MaxCompletedData && data.open(QIODevice::ReadOnly))
            image.data << std::pair(QString(), data.readAll());
        return {};
    }
};

} // namespace

Result<UnpackedImage> unpackImage(const QString &bundle, const QString &target, std::stop_token stop)
{
    Unpacking unpacking{target, {}};
    archive::Limits limits;
    limits.maxOutput = MaxUnpacked;
    limits.maxEntries = MaxEntries;
    const auto listing = archive::walk(
        bundle, limits, [&](const archive::Entry &entry, const archive::ReadFn &read) { return unpacking.take(entry, read); },
        std::move(stop));
    if (!listing)
        return std::unexpected(listing.error());
    if (Result<void> finished = unpacking.finish(); !finished)
        return std::unexpected(std::move(finished).error());
    return std::move(unpacking.image);
}

} // namespace pd::opa
