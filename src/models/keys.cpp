// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace pd::models {

namespace {

/// In Qt's own context: what menus show of a key comes from there, too.
const char *const Names[]
    = {QT_TRANSLATE_NOOP("QShortcut", "Ctrl"), QT_TRANSLATE_NOOP("QShortcut", "Shift"), QT_TRANSLATE_NOOP("QShortcut", "Alt"),
        QT_TRANSLATE_NOOP("QShortcut", "Del"), QT_TRANSLATE_NOOP("QShortcut", "Enter"), QT_TRANSLATE_NOOP("QShortcut", "Space")};

} // namespace

QString keysText(const QString &keys)
{
    QStringList words = keys.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString &word : words) {
        const auto *name = std::ranges::find_if(Names, [&word](const char *each) { return word == QLatin1StringView(each); });
        if (name != std::end(Names))
            word = QCoreApplication::translate("QShortcut", *name);
    }
    return words.join(QLatin1Char(' '));
}

} // namespace pd::models
