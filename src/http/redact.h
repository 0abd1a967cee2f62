// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace pd::http {

/// The address as it may be shown and logged: no user info, no fragment, values of the query cut out (signed addresses carry their
/// right in it) but for the harmless ones of the registry API (`n`, `last`, `digest`, `mount`, `from`, `scope`, `service`, paging).
[[nodiscard]] QString redactUrl(const QUrl &url);

/// Text of the other side, fit to be shown: tokens, Basic and Bearer values and queries of addresses cut out, control and
/// bidi characters dropped, cut at `maxChars`.
[[nodiscard]] QString redactText(const QString &text, qsizetype maxChars = 4096);

} // namespace pd::http
