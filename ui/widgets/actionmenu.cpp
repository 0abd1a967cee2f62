// SPDX-License-Identifier: GPL-3.0-or-later
#include "actionmenu.h"

#include "icons.h"
#include "models/keys.h"
#include "theme.h"

#include <QKeySequence>
#include <QMenu>
#include <QWidget>

namespace pd::ui {

namespace {

void add(QMenu *menu, const models::ActionValue &value, const std::function<void(const QString &)> &chosen)
{
    if (value.id.isEmpty()) {
        menu->addSeparator();
        return;
    }
    const bool danger = value.rank == models::ActionRank::Danger;
    QString text = value.label;
    text.replace(QLatin1Char('&'), QStringLiteral("&&"));
    // Its key is told apart from its name; it works by the window's own actions, not by the menu's.
    QString words = value.shortcut;
    const QKeySequence keys(words.replace(QLatin1Char(' '), QLatin1Char('+')), QKeySequence::PortableText);
    const bool isKey = value.reason.isEmpty() && !keys.isEmpty() && keys[0].key() != Qt::Key_unknown;
    const QString end = value.reason.isEmpty() ? models::keysText(value.shortcut) : value.reason;
    if (!isKey && !end.isEmpty())
        text.append(QLatin1Char('\t') + end);
    QAction *action = menu->addAction(icon(value.icon, danger ? Role::Err : Role::Text2), text);
    if (isKey) {
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setShortcutVisibleInContextMenu(true);
    }
    action->setEnabled(value.enabled);
    action->setObjectName(value.id + QStringLiteral("Action"));
    action->setData(value.id);
    QObject::connect(action, &QAction::triggered, menu, [id = value.id, chosen] { chosen(id); });
}

} // namespace

void fillMenu(QMenu *menu, const QList<models::ActionValue> &actions, const std::function<void(const QString &)> &chosen)
{
    bool dangers = false;
    for (const models::ActionValue &value : actions) {
        if (value.rank == models::ActionRank::Danger)
            dangers = true;
        else
            add(menu, value, chosen);
    }
    if (!dangers)
        return;
    menu->addSeparator();
    for (const models::ActionValue &value : actions) {
        if (value.rank == models::ActionRank::Danger)
            add(menu, value, chosen);
    }
}

void popupActions(
    const QList<models::ActionValue> &actions, QWidget *parent, const QPoint &global, const std::function<void(const QString &)> &chosen)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, actions, chosen);
    menu->popup(global);
}

void popupActions(const QList<models::ActionValue> &actions, QWidget *anchor, const std::function<void(const QString &)> &chosen)
{
    auto *menu = new QMenu(anchor);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(anchor->accessibleName());
    fillMenu(menu, actions, chosen);
    // Its trailing edge in line with the button's, so that it stays inside the window.
    const int width = menu->sizeHint().width();
    const int x = anchor->isRightToLeft() ? 0 : anchor->width() - width;
    menu->popup(anchor->mapToGlobal(QPoint(x, anchor->height() + 4)));
}

} // namespace pd::ui
