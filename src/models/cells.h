// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "modelroles.h"

#include <QDateTime>
#include <QVariant>

#include <optional>

namespace pd::models {

/// What a cell says, whatever the view asks: a model makes one and lets it answer.
struct Cell {
    RowKind kind = RowKind::Text;
    Tone tone = Tone::Plain;
    QString text = {};
    QString note = {};
    QList<BadgeValue> badges = {};
    QString icon = {};
    Tone iconTone = Tone::Quiet;
    std::optional<CheckState> state = {};
    QString tip = {}; ///< Escaped by `toolTip`.
    QString accessible = {}; ///< Where the text alone would not do.
    QString copy = {}; ///< Where it is not the text.
    QVariant value = {}; ///< The raw value.
    bool right = false; ///< Numbers.
    bool unread = false; ///< Nobody knows yet: the text is empty, an en dash stands there.
    bool stale = false; ///< From an earlier visit.

    [[nodiscard]] QVariant answer(int role) const;
};

[[nodiscard]] Cell notReadCell(bool right = false);
/// 12 digits, the whole in the tool tip; not read where empty.
[[nodiscard]] Cell digestCell(const QString &digest);
/// Relative, absolute in the tool tip; not read where invalid.
[[nodiscard]] Cell timeCell(const QDateTime &time, const QDateTime &now);
/// Not read below 0.
[[nodiscard]] Cell sizeCell(qint64 bytes);
/// Not read below 0.
[[nodiscard]] Cell numberCell(qint64 number);

/// The side of a column's header, and of its cells.
[[nodiscard]] QVariant sideOf(bool right);

} // namespace pd::models
