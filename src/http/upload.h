// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message.h"

#include <QFile>
#include <QIODevice>

namespace pd::http {

/// A request body as a sequential device: QNetworkAccessManager cannot rewind it, and so cannot send it a second time behind our
/// back when the peer closes without an answer. Lives and is read in the thread of the transport.
class UploadDevice final : public QIODevice {
    Q_OBJECT
public:
    explicit UploadDevice(const BodySource &source);

    /// Opens the file too; Storage, NotFound, or Conflict (`upload.changed`) where it is shorter than promised.
    [[nodiscard]] Result<void> start();
    [[nodiscard]] bool isSequential() const final { return true; }
    [[nodiscard]] qint64 bytesAvailable() const final;
    [[nodiscard]] bool atEnd() const final;
    /// QtNetwork tries before it gives up; the base class would print a warning each time.
    bool seek(qint64) final { return false; }

Q_SIGNALS:
    /// The body cannot go on: the file changed, the disk failed, the inspector refused.
    void broken(const pd::Error &error);

protected:
    qint64 readData(char *data, qint64 maxSize) final;
    qint64 writeData(const char *data, qint64 size) final;

private:
    qint64 refuse(Error error);

    BodySource m_source;
    QFile m_file;
    qint64 m_position = 0;
    bool m_broken = false;
};

} // namespace pd::http
