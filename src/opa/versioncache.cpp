// SPDX-License-Identifier: GPL-3.0-or-later
#include "versioncache.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <sys/stat.h>

namespace pd::opa {

namespace {

constexpr qint64 MostBytes = 64 << 10;
constexpr qsizetype MostPrograms = 16;

qint64 nanoseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

bool isElf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(4) == QByteArrayLiteral("\177ELF");
}

/// Numbers as text: a double has no room for nanoseconds.
QJsonObject toJson(const ProgramIdentity &program)
{
    return {{QStringLiteral("path"), program.path}, {QStringLiteral("device"), QString::number(program.device)},
        {QStringLiteral("inode"), QString::number(program.inode)}, {QStringLiteral("size"), QString::number(program.size)},
        {QStringLiteral("modified"), QString::number(program.modifiedNs)}, {QStringLiteral("changed"), QString::number(program.changedNs)}};
}

QJsonArray read(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.read(MostBytes)).object().value(QLatin1StringView("programs")).toArray();
}

} // namespace

std::optional<ProgramIdentity> identityOf(const QString &program)
{
    const QString path = QFileInfo(program).canonicalFilePath();
    struct stat facts{};
    if (path.isEmpty() || !QFileInfo(path).fileName().startsWith(QLatin1StringView("opa")) || !isElf(path)
        || ::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return std::nullopt;
    return ProgramIdentity{path, facts.st_dev, facts.st_ino, facts.st_size, nanoseconds(facts.st_mtim), nanoseconds(facts.st_ctim)};
}

VersionCache::VersionCache(QString file)
    : m_file(std::move(file))
{
}

std::optional<QVersionNumber> VersionCache::find(const ProgramIdentity &program) const
{
    const QJsonObject wanted = toJson(program);
    for (const QJsonValue &value : read(m_file)) {
        QJsonObject entry = value.toObject();
        const QVersionNumber version = QVersionNumber::fromString(entry.take(QLatin1StringView("version")).toString());
        if (entry == wanted && !version.isNull())
            return version;
    }
    return std::nullopt;
}

void VersionCache::insert(const ProgramIdentity &program, const QVersionNumber &version) const
{
    if (m_file.isEmpty())
        return;
    QJsonObject entry = toJson(program);
    entry.insert(QLatin1StringView("version"), version.toString());
    QJsonArray programs{entry};
    for (const QJsonValue &other : read(m_file)) {
        if (programs.size() < MostPrograms && other.toObject().value(QLatin1StringView("path")) != program.path)
            programs.append(other);
    }
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly)
        && file.write(QJsonDocument(QJsonObject{{QStringLiteral("programs"), programs}}).toJson(QJsonDocument::Compact)) > 0)
        file.commit();
}

} // namespace pd::opa
