// SPDX-License-Identifier: GPL-3.0-or-later
#include "gotomodel.h"

#include <algorithm>

namespace pd::ui {

namespace {

/// Lower is better; below 0: no match. A match at the start of a word, then anywhere, then in the note.
int rank(const models::GoToItem &item, const QStringList &words)
{
    int sum = 0;
    for (const QString &word : words) {
        const qsizetype at = item.text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at == 0)
            continue;
        if (at > 0)
            sum += item.text[at - 1].isLetterOrNumber() ? 1 : 0;
        else if (item.note.contains(word, Qt::CaseInsensitive) || item.digest.startsWith(word, Qt::CaseInsensitive))
            sum += 4;
        else
            return -1;
    }
    return sum;
}

} // namespace

GoToMatches findGoTo(const QList<models::GoToItem> &items, const QString &query, qsizetype perGroup)
{
    const bool actionsAlone = query.trimmed().startsWith(QLatin1Char('>'));
    const QStringList words = goToWords(query);

    struct Hit {
        qsizetype item;
        int rank;
    };
    QStringList order;
    QHash<QString, QList<Hit>> byGroup;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const models::GoToItem &item = items[i];
        if (actionsAlone && !item.action)
            continue;
        const int value = rank(item, words);
        if (value < 0)
            continue;
        if (!byGroup.contains(item.group))
            order.append(item.group);
        byGroup[item.group].append({i, value});
    }
    GoToMatches made;
    for (const QString &group : std::as_const(order)) {
        QList<Hit> &hits = byGroup[group];
        std::ranges::stable_sort(hits, {}, &Hit::rank);
        GoToMatches::Group shown{group, {}, std::max<qsizetype>(0, hits.size() - perGroup)};
        for (const Hit &hit : std::as_const(hits).first(std::min(perGroup, hits.size())))
            shown.shown.append(hit.item);
        made.total += hits.size();
        made.groups.append(shown);
    }
    return made;
}

QStringList goToWords(const QString &query)
{
    QString asked = query.trimmed();
    if (asked.startsWith(QLatin1Char('>')))
        asked.remove(0, 1);
    return asked.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace pd::ui
