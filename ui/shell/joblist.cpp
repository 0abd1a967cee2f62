// SPDX-License-Identifier: GPL-3.0-or-later
#include "joblist.h"

#include "jobrow.h"

#include <QAccessibleWidget>

namespace pd::ui {

namespace {

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (auto *list = qobject_cast<JobList *>(object))
        return new QAccessibleWidget(list, QAccessible::List);
    if (auto *row = qobject_cast<JobRow *>(object))
        return new QAccessibleWidget(row, QAccessible::ListItem);
    return nullptr;
}

} // namespace

JobList::JobList(QWidget *parent)
    : QWidget(parent)
{
    static const bool installed = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(installed)
}

} // namespace pd::ui
