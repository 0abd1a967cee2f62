// SPDX-License-Identifier: GPL-3.0-or-later
#include "cells.h"

#include "format.h"

#include <QCoreApplication>

namespace pd::models {

namespace {

struct Cells {
    Q_DECLARE_TR_FUNCTIONS(pd::models::Cells)
};

QVariant orNothing(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

} // namespace

QVariant sideOf(bool right)
{
    return static_cast<int>(right ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
}

QVariant Cell::answer(int role) const
{
    switch (role) {
    case Qt::DisplayRole: return text;
    case Qt::ToolTipRole: return orNothing(toolTip(tip));
    case Qt::TextAlignmentRole: return sideOf(right);
    case Qt::AccessibleTextRole: return orNothing(accessible);
    case KindRole: return static_cast<int>(kind);
    case ToneRole: return static_cast<int>(tone);
    case NoteRole: return orNothing(note);
    case BadgesRole: return badges.isEmpty() ? QVariant() : QVariant::fromValue(badges);
    case IconRole: return orNothing(icon);
    case IconToneRole: return static_cast<int>(iconTone);
    case StateRole: return state ? QVariant(static_cast<int>(*state)) : QVariant();
    case UnreadRole: return unread;
    case CopyRole: return copy.isEmpty() ? text : copy;
    case StaleRole: return stale;
    case ValueRole: return value;
    default: return {};
    }
}

Cell notReadCell(bool right)
{
    return {.tone = Tone::Faint, .accessible = Cells::tr("not read yet"), .right = right, .unread = true};
}

Cell digestCell(const QString &digest)
{
    if (digest.isEmpty())
        return notReadCell();
    return {.kind = RowKind::Mono, .tone = Tone::Quiet, .text = shortDigest(digest), .tip = digest, .copy = digest, .value = digest};
}

Cell timeCell(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return notReadCell();
    const QString absolute = absoluteTime(time);
    return {.tone = Tone::Quiet, .text = relativeTime(time, now), .tip = absolute, .copy = absolute, .value = time.toUTC()};
}

Cell sizeCell(qint64 bytes)
{
    if (bytes < 0)
        return notReadCell(true);
    // The plural form of a number this large hangs on its last digits alone.
    const QString exact = Cells::tr("%1 bytes", nullptr, static_cast<int>(bytes % 1'000'000)).arg(numberText(bytes));
    return {.tone = Tone::Quiet, .text = sizeText(bytes), .tip = exact, .value = bytes, .right = true};
}

Cell numberCell(qint64 number)
{
    if (number < 0)
        return notReadCell(true);
    return {.tone = Tone::Quiet, .text = numberText(number), .value = number, .right = true};
}

} // namespace pd::models
