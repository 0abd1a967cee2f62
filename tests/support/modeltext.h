// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

namespace pd::test {

/// A model as text, to compare with what is expected: a line a row, two spaces for each level, cells by " | ".
inline QString modelText(const QAbstractItemModel &model, const QList<int> &columns = {0}, const QModelIndex &parent = {}, int level = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells.append(model.index(row, column, parent).data().toString());
        text += QString(level * 2, u' ');
        text += cells.join(QLatin1StringView(" | "));
        text += u'\n';
        text += modelText(model, columns, model.index(row, 0, parent), level + 1);
    }
    return text;
}

} // namespace pd::test
