// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows.h"

namespace pd::models {

namespace {

void append(QStringList &words, const QString &text)
{
    if (!text.isEmpty())
        words.append(text);
}

} // namespace

QString plainText(const QModelIndex &index)
{
    QStringList words;
    append(words, index.data(Qt::DisplayRole).toString());
    const auto badges = index.data(BadgesRole).value<QList<BadgeValue>>();
    for (const BadgeValue &badge : badges)
        append(words, badge.text);
    append(words, index.data(NoteRole).toString());
    append(words, index.data(TrailingRole).toString());
    return words.join(QStringLiteral(", "));
}

} // namespace pd::models
