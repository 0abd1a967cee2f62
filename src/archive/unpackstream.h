// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QFile>

#include <memory>
#include <stop_token>

class KCompressionDevice;

namespace pd::archive {

/// Private to src/archive: the unpacked bytes of a gzip (or plain) stream, under a cap, with every fault an error.
class UnpackStream {
public:
    /// `device` is open for reading and outlives the stream.
    UnpackStream(QIODevice &device, qint64 maxOutput, std::stop_token stop);
    ~UnpackStream();
    Q_DISABLE_COPY_MOVE(UnpackStream)

    [[nodiscard]] Result<void> open();
    /// Up to `size` bytes; 0 at a sound end alone. Errors without a subject.
    [[nodiscard]] Result<qint64> read(char *buffer, qint64 size);
    /// Reads on to the end, so that the checksum there is verified.
    [[nodiscard]] Result<void> drain();
    [[nodiscard]] qint64 total() const { return m_total; }

private:
    QIODevice &m_device;
    std::unique_ptr<KCompressionDevice> m_gunzip;
    qint64 m_maxOutput;
    qint64 m_total = 0;
    std::stop_token m_stop;
};

[[nodiscard]] std::unexpected<Error> bad(QLatin1StringView cause, QString subject = {}, QString detail = {});

} // namespace pd::archive
