// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload.h"

#include <cerrno>
#include <cstring>

namespace pd::http {

BodySource BodySource::ofBytes(const QByteArray &bytes)
{
    BodySource source;
    source.kind = Kind::Bytes;
    source.bytes = bytes;
    source.length = bytes.size();
    return source;
}

BodySource BodySource::ofFile(const QString &path, qint64 offset, qint64 length)
{
    BodySource source;
    source.kind = Kind::FileRange;
    source.path = path;
    source.offset = offset;
    source.length = length;
    return source;
}

UploadDevice::UploadDevice(const BodySource &source)
    : m_source(source)
{
}

Result<void> UploadDevice::start()
{
    if (m_source.kind == BodySource::Kind::FileRange) {
        m_file.setFileName(m_source.path);
        errno = 0;
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return fail(systemError(errno != 0 ? errno : EIO, QStringLiteral("upload.read"), m_source.path));
        if (m_file.size() < m_source.offset + m_source.length || !m_file.seek(m_source.offset))
            return fail(ErrorKind::Conflict, Blame::You, QStringLiteral("upload.changed"), m_source.path);
    }
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return {};
}

qint64 UploadDevice::bytesAvailable() const
{
    return m_broken ? 0 : m_source.length - m_position;
}

bool UploadDevice::atEnd() const
{
    return m_position >= m_source.length;
}

qint64 UploadDevice::readData(char *data, qint64 maxSize)
{
    const qint64 wanted = std::min(maxSize, m_source.length - m_position);
    if (m_broken)
        return -1;
    if (wanted <= 0)
        return atEnd() ? -1 : 0;
    if (m_source.kind == BodySource::Kind::Bytes) {
        std::memcpy(data, m_source.bytes.constData() + m_position, static_cast<size_t>(wanted));
    } else {
        const qint64 got = m_file.read(data, wanted);
        if (got != wanted) {
            Error error;
            error.kind = got < 0 ? ErrorKind::Storage : ErrorKind::Conflict;
            error.blame = got < 0 ? Blame::Computer : Blame::You;
            error.cause = got < 0 ? QStringLiteral("upload.read") : QStringLiteral("upload.changed");
            error.subject = m_source.path;
            return refuse(std::move(error));
        }
    }
    if (m_source.inspect) {
        if (Result<void> good = m_source.inspect(m_position, QByteArrayView(data, wanted)); !good)
            return refuse(std::move(good).error());
    }
    m_position += wanted;
    return wanted;
}

qint64 UploadDevice::refuse(Error error)
{
    m_broken = true;
    Q_EMIT broken(error);
    return -1;
}

qint64 UploadDevice::writeData(const char *, qint64)
{
    return -1;
}

} // namespace pd::http
