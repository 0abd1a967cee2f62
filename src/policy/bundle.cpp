// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundle.h"

#include "archive/tarball.h"
#include "opa/capabilities.h"
#include "opa/outputs.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace pd::policy {

namespace {

constexpr qint64 MaxManifest = 4 << 20;
constexpr qint64 HeadBytes = 64 << 10;
constexpr qsizetype MaxRoots = 1000;

/// The first `most` bytes of an entry.
Result<QByteArray> readHead(const archive::ReadFn &read, qint64 most)
{
    QByteArray bytes;
    QByteArray piece(16 << 10, Qt::Uninitialized);
    while (bytes.size() < most) {
        const Result<qint64> got = read(piece.data(), piece.size());
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            break;
        bytes.append(piece.constData(), *got);
    }
    return bytes;
}

class Reader {
public:
    Result<void> take(const archive::Entry &entry, const archive::ReadFn &read)
    {
        BundleFile file{opa::plainText(entry.path), entry.size, {}};
        if (entry.path == QStringLiteral(".manifest")) {
            Result<QByteArray> bytes = readHead(read, MaxManifest + 1);
            if (!bytes)
                return std::unexpected(std::move(bytes).error());
            manifest = *std::move(bytes);
        } else if (entry.path.endsWith(QStringLiteral(".rego"))) {
            const Result<QByteArray> head = readHead(read, HeadBytes);
            if (!head)
                return std::unexpected(head.error());
            file.package = packageOf(*head);
        }
        const QString name = QFileInfo(entry.path).fileName();
        hasContent = hasContent || entry.path.endsWith(QStringLiteral(".rego")) || name.startsWith(QStringLiteral("data."))
            || name == QStringLiteral("policy.wasm") || name == QStringLiteral("plan.json");
        info.isSigned = info.isSigned || entry.path == QStringLiteral(".signatures.json");
        info.files << file;
        return {};
    }

    Result<void> readManifest(const QString &path)
    {
        info.roots = {QString()};
        if (manifest.isEmpty())
            return {};
        const QJsonDocument document = QJsonDocument::fromJson(manifest);
        if (manifest.size() > MaxManifest || !document.isObject())
            return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("bundle.manifest"), path);
        const QJsonObject object = document.object();
        info.revision = opa::plainText(object.value(QStringLiteral("revision")).toString(), 512);
        if (const QJsonArray roots = object.value(QStringLiteral("roots")).toArray(); !roots.isEmpty()) {
            info.roots.clear();
            for (qsizetype i = 0; i < std::min<qsizetype>(roots.size(), MaxRoots); ++i)
                info.roots << opa::plainText(roots[i].toString(), 512);
        }
        if (const QJsonValue version = object.value(QStringLiteral("rego_version")); version.isDouble())
            info.regoVersion = version.toInt() == 0 ? RegoVersion::V0 : RegoVersion::V1;
        info.mixedVersions = !object.value(QStringLiteral("file_rego_versions")).toObject().isEmpty();
        for (const QJsonValue &builtin : opa::requiredBuiltins(manifest))
            info.requiredBuiltins << opa::plainText(builtin.toObject().value(QStringLiteral("name")).toString(), 256);
        return {};
    }

    BundleInfo info;
    QByteArray manifest;
    bool hasContent = false;
};

} // namespace

Result<BundleInfo> inspectBundle(const QString &path, std::stop_token stop)
{
    Reader reader;
    archive::Limits limits;
    const auto listing = archive::walk(
        path, limits, [&](const archive::Entry &entry, const archive::ReadFn &read) { return reader.take(entry, read); }, std::move(stop));
    if (!listing)
        return std::unexpected(listing.error());
    if (!reader.hasContent)
        return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("bundle.empty"), path);
    if (Result<void> read = reader.readManifest(path); !read)
        return std::unexpected(std::move(read).error());
    BundleInfo info = std::move(reader.info);
    for (const BundleFile &file : info.files) {
        if (!file.package.isEmpty())
            info.packages << file.package;
    }
    info.packages.sort();
    info.packages.removeDuplicates();
    info.skipped = listing->skipped;
    info.unpacked = listing->unpacked;
    return info;
}

} // namespace pd::policy
