// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountbook.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace pd::secrets {

namespace {

constexpr int Schema = 1;
constexpr qint64 MaxBytes = 1 << 20;

const QString SchemaKey = QStringLiteral("schema");
const QString AccountsKey = QStringLiteral("accounts");
const QString HostKey = QStringLiteral("host");
const QString UserKey = QStringLiteral("user");
const QString IdentityKey = QStringLiteral("identityToken");

/// An exclusive lock beside the book, held for the life of the object. Waits.
class BookLock {
public:
    explicit BookLock(const QString &path)
        : m_file(open(QFile::encodeName(path).constData(), O_CREAT | O_RDWR | O_CLOEXEC, 0600))
    {
        if (m_file < 0)
            m_errno = errno;
        else if (flock(m_file, LOCK_EX) != 0)
            m_errno = errno;
    }
    ~BookLock()
    {
        if (m_file >= 0)
            close(m_file);
    }
    BookLock(const BookLock &) = delete;
    BookLock &operator=(const BookLock &) = delete;
    [[nodiscard]] int error() const { return m_errno; }

private:
    int m_file = -1;
    int m_errno = 0;
};

} // namespace

AccountBook::AccountBook(QString path)
    : m_path(std::move(path))
{
}

QString AccountBook::key(const Line &line)
{
    return line.user + QLatin1Char('@') + line.host;
}

Result<QList<AccountBook::Line>> AccountBook::lines() const
{
    QFile file(m_path);
    if (!file.exists())
        return QList<Line>();
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, Blame::Computer, QStringLiteral("accounts.unreadable"), m_path, file.errorString());
    const QByteArray bytes = file.read(MaxBytes + 1);
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(bytes, &error).object();
    const int schema = root.value(SchemaKey).toInt();
    if (bytes.size() > MaxBytes || error.error != QJsonParseError::NoError || schema < 1)
        return fail(ErrorKind::Protocol, Blame::Computer, QStringLiteral("accounts.unreadable"), m_path, error.errorString());
    if (schema > Schema)
        return fail(ErrorKind::Unsupported, Blame::Computer, QStringLiteral("accounts.newer"), m_path);
    QList<Line> result;
    for (const QJsonValue &value : root.value(AccountsKey).toArray()) {
        const QJsonObject object = value.toObject();
        Line line{object.value(HostKey).toString(), object.value(UserKey).toString(), object.value(IdentityKey).toBool()};
        if (!line.host.isEmpty())
            result << std::move(line);
    }
    return result;
}

Result<void> AccountBook::put(Line line) const
{
    return change(line.host, &line);
}

Result<void> AccountBook::remove(QString host) const
{
    return change(host, nullptr);
}

Result<void> AccountBook::change(const QString &host, const Line *replacement) const
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::Storage, Blame::Computer, QStringLiteral("accounts.write"), folder);
    const BookLock lock(m_path + QLatin1StringView(".lock"));
    if (lock.error() != 0)
        return fail(systemError(lock.error(), QStringLiteral("accounts.write"), m_path));
    Result<QList<Line>> all = lines();
    if (!all)
        return std::unexpected(all.error());
    const QList<Line> before = *all;
    all->removeIf([&host](const Line &line) { return line.host == host; });
    if (replacement)
        *all << *replacement;
    return *all == before ? Result<void>() : write(*all);
}

Result<void> AccountBook::write(const QList<Line> &lines) const
{
    QJsonArray array;
    for (const Line &line : lines) {
        QJsonObject object{{HostKey, line.host}, {UserKey, line.user}};
        if (line.identityToken)
            object.insert(IdentityKey, true);
        array << object;
    }
    QSaveFile file(m_path);
    const QByteArray bytes = QJsonDocument(QJsonObject{{SchemaKey, Schema}, {AccountsKey, array}}).toJson();
    errno = 0;
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(systemError(errno != 0 ? errno : EIO, QStringLiteral("accounts.write"), m_path));
    return {};
}

} // namespace pd::secrets
