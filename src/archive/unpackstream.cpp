// SPDX-License-Identifier: GPL-3.0-or-later
#include "unpackstream.h"

#include <KCompressionDevice>

namespace pd::archive {

std::unexpected<Error> bad(QLatin1StringView cause, QString subject, QString detail)
{
    return fail(ErrorKind::InvalidInput, Blame::You, QString(cause), std::move(subject), std::move(detail));
}

UnpackStream::UnpackStream(QIODevice &device, qint64 maxOutput, std::stop_token stop)
    : m_device(device)
    , m_maxOutput(maxOutput)
    , m_stop(std::move(stop))
{
}

UnpackStream::~UnpackStream() = default;

Result<void> UnpackStream::open()
{
    const QByteArray magic = m_device.peek(2);
    if (magic.isEmpty())
        return bad(QLatin1StringView("archive.format"));
    // KCompressionDevice hands on what is no gzip as it is; that is decided here instead.
    if (magic != QByteArray("\x1f\x8b"))
        return {};
    m_gunzip = std::make_unique<KCompressionDevice>(&m_device, false, KCompressionDevice::GZip);
    if (!m_gunzip->open(QIODevice::ReadOnly))
        return bad(QLatin1StringView("archive.corrupt"));
    return {};
}

Result<qint64> UnpackStream::read(char *buffer, qint64 size)
{
    if (m_stop.stop_requested())
        return cancelled();
    QIODevice &source = m_gunzip ? static_cast<QIODevice &>(*m_gunzip) : m_device;
    const qint64 got = source.read(buffer, size);
    if (got <= 0) {
        // A cut stream and a wrong checksum read as "nothing more", but only a sound one is at its end.
        if (got < 0 || (m_gunzip && !m_gunzip->atEnd()))
            return bad(QLatin1StringView("archive.corrupt"));
        return 0;
    }
    m_total += got;
    if (m_total > m_maxOutput)
        return bad(QLatin1StringView("archive.tooLarge"), {}, QString::number(m_maxOutput));
    return got;
}

Result<void> UnpackStream::drain()
{
    QByteArray buffer(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const auto got = read(buffer.data(), buffer.size());
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            return {};
    }
}

} // namespace pd::archive
