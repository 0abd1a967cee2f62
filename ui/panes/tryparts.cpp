// SPDX-License-Identifier: GPL-3.0-or-later
#include "tryparts.h"

#include "widgets/controls.h"
#include "widgets/elidedlabel.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>

namespace pd::ui {

TryHead makeTryHead(const QString &title, QWidget *parent)
{
    TryHead head{};
    head.bar = new QWidget(parent);
    head.bar->setFixedHeight(px(36));
    head.row = new QHBoxLayout(head.bar);
    head.row->setContentsMargins(margins(px(16), 0, px(8), 0));
    head.row->setSpacing(px(4));
    head.row->addWidget(makeLabel(title, Type::Section, Role::Text2, head.bar));
    head.row->addSpacing(px(12));
    head.row->addStretch(1);
    head.words = new ElidedLabel({}, Type::Small, Role::Text2, head.bar);
    head.row->addWidget(head.words, 0, Qt::AlignVCenter);
    return head;
}

QString atPlace(int row, int column, const QString &message)
{
    if (row <= 0)
        return message;
    if (column <= 0)
        return QCoreApplication::translate("pd::ui::Try", "Line %1: %2").arg(row).arg(message);
    return QCoreApplication::translate("pd::ui::Try", "Line %1, column %2: %3").arg(row).arg(column).arg(message);
}

} // namespace pd::ui
