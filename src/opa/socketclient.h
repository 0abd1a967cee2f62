// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QString>

#include <chrono>
#include <memory>

namespace pd::opa {

/// HTTP to a server behind a unix socket. Lives in the engine thread; must outlive its Tasks (`Server` holds it by shared_ptr).
class SocketClient final {
public:
    struct Reply {
        int status = 0;
        QByteArray body;
    };

    /// An absolute path of at most 100 bytes.
    explicit SocketClient(const QString &socketPath);

    /// Errors: Network `opa.gone` (nobody listens, the server ended in between), Timeout `opa.deadline`, Protocol `opa.tooMuch` (a body over
    /// `maxBody` bytes); Cancelled. Any status is a reply.
    [[nodiscard]] Task<Result<Reply>> send(
        QByteArray method, QString path, QByteArray body, std::chrono::milliseconds deadline, std::stop_token stop);

    static constexpr qint64 maxBody = 16 << 20;

private:
    QString m_path;
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

} // namespace pd::opa
