// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gotoitem.h"

#include <QList>
#include <QString>

namespace pd::ui {

/// What of `items` answers to a query, grouped: at most `perGroup` a group, the best first. A query of several words needs all of them; one
/// that begins with ">" asks for actions alone. Case does not matter.
struct GoToMatches {
    struct Group {
        QString title;
        QList<qsizetype> shown; ///< indexes into the items
        qsizetype hidden = 0; ///< how many more there are
    };
    QList<Group> groups;
    qsizetype total = 0;
};

[[nodiscard]] GoToMatches findGoTo(const QList<models::GoToItem> &items, const QString &query, qsizetype perGroup);

/// The words of a query, without the mark for actions.
[[nodiscard]] QStringList goToWords(const QString &query);

} // namespace pd::ui
