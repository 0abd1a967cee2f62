// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "message.h"

#include <QNetworkReply>

namespace pd::http {

constexpr qint64 MaxErrorBody = 1 << 20;

/// What broke below HTTP. `sentBody` says that bytes of an upload had left when it happened.
[[nodiscard]] Error networkFailure(QNetworkReply::NetworkError code, const QString &systemText, const QUrl &url, bool sentBody);

/// An answer with status ≥ 400 (or an unexpected one) as an Error: kind by status, what the registry said (`errors` of
/// distribution-spec 1.1), how long it asks to wait. Secrets are cut out of every text.
[[nodiscard]] Error statusFailure(const Response &response, const QString &subject, const QDateTime &now = QDateTime::currentDateTimeUtc());

/// The `errors` array of a body; empty where there is none. At most 16 entries, 4 KiB each.
[[nodiscard]] QList<RegistryError> parseRegistryErrors(const QByteArray &body);

} // namespace pd::http
