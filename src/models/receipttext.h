// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activity.h"

#include "desk/receipt.h"

#include <QDateTime>

namespace pd::models {

/// The icon of a verb, for jobs and receipts.
[[nodiscard]] QString verbIcon(const QString &verb);

/// "rbac:2.1.0": what the act was about, without host and owner; a host or the end of a path where it was about one.
[[nodiscard]] QString receiptSubject(const desk::Receipt &receipt);

/// "Published rbac:2.1.0".
[[nodiscard]] QString receiptTitle(const desk::Receipt &receipt);

/// "Published rbac:2.1.0: ghcr.io/acme/rbac:2.1.0, sha256:…, 24 November 2026 11:04".
[[nodiscard]] QString receiptLine(const desk::Receipt &receipt);

/// "2 h ago, moved latest, 2.1 and 2".
[[nodiscard]] QString receiptSummary(const desk::Receipt &receipt, const QDateTime &now);

/// A receipt in words: a row, its facts, its command and what can be done with it (`undo`, `copyReceipt`, `show`).
[[nodiscard]] ReceiptValue makeReceipt(const desk::Receipt &receipt, const QDateTime &now);

/// The whole receipt as lines of text, for the clipboard: title, facts, the same act as a command.
[[nodiscard]] QString receiptAsText(const desk::Receipt &receipt);

/// The spans of time that receipts can be looked through by, the longest last.
[[nodiscard]] QStringList receiptPeriods();

/// Receipts of a period (an index of `receiptPeriods`) in which every word of `typed` is found, the newest first.
[[nodiscard]] QList<desk::Receipt> findReceipts(const QList<desk::Receipt> &all, const QString &typed, int period, const QDateTime &now);

} // namespace pd::models
