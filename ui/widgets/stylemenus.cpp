// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylepaint.h"

#include "icons.h"
#include "painting.h"
#include "theme.h"

#include <QPainter>
#include <QStyle>

namespace pd::ui::paint {

namespace {

struct Words {
    QString text;
    QString keys; ///< the shortcut, or why the row is disabled
};

Words wordsOf(const QStyleOptionMenuItem &option)
{
    const qsizetype tab = option.text.indexOf(QLatin1Char('\t'));
    QString text = tab < 0 ? option.text : option.text.left(tab);
    const qsizetype mnemonic = text.indexOf(QLatin1Char('&'));
    if (mnemonic >= 0)
        text.remove(mnemonic, 1);
    QString keys = tab < 0 ? QString() : option.text.mid(tab + 1);
    keys.replace(QLatin1Char('+'), QLatin1Char(' '));
    return {text, keys};
}

constexpr int RowHeight = 28;
constexpr int SeparatorHeight = 9;

} // namespace

void menuPanel(QPainter *painter, const QStyleOption &option, bool composited)
{
    QRect rect = option.rect;
    if (composited) {
        rect.adjust(ShadowRoom, ShadowRoom, -ShadowRoom, -ShadowRoom);
        paintShadow(painter, rect, 10, ShadowRoom, 8);
    }
    paintBox(painter, rect, 10, Role::Raised, Role::FloatBorder);
}

QSize menuItemSize(const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {px(60), SeparatorHeight};
    const Words words = wordsOf(option);
    const int keys = words.keys.isEmpty() ? 0 : px(32) + textWidth(words.keys, font(Type::Small));
    const int arrow = option.menuItemType == QStyleOptionMenuItem::SubMenu ? px(24) : 0;
    return {px(12) + px(16) + px(8) + textWidth(words.text, font(Type::Body)) + keys + arrow + px(12), px(RowHeight)};
}

void menuItem(QPainter *painter, const QStyleOptionMenuItem &option)
{
    const QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(rect.left() + px(8), rect.center().y(), rect.width() - 2 * px(8), 1), color(Role::Line));
        return;
    }
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool mirrored = option.direction == Qt::RightToLeft;
    if (enabled && option.state.testFlag(QStyle::State_Selected))
        paintBox(painter, rect.adjusted(4, 1, -4, -1), 6, Role::Selection, Role::None);

    const auto place = [&](int from, int width) { return mirrored ? rect.right() + 1 - from - width : rect.left() + from; };
    const int side = px(16);
    const QRect iconRect(place(px(12), side), rect.top() + (rect.height() - side) / 2, side, side);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        paintIcon(painter, iconRect, QStringLiteral("checkmark"), color(enabled ? Role::Text : Role::Text3));
    else if (!option.icon.isNull())
        option.icon.paint(painter, iconRect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);

    const Words words = wordsOf(option);
    const QFont face = font(Type::Body);
    const QFont small = font(Type::Small);
    const int baseline = baselineIn(rect, face);
    const int width = textWidth(words.text, face);
    paintText(painter, place(px(36), width), baseline, width, words.text, face, color(enabled ? Role::Text : Role::Text3));
    if (!words.keys.isEmpty()) {
        const int keys = textWidth(words.keys, small);
        paintText(painter, place(rect.width() - px(12) - keys, keys), baseline, keys, words.keys, small, color(Role::Text2));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, QRect(place(rect.width() - px(12) - side, side), iconRect.top(), side, side), QStringLiteral("arrow-right"),
            color(Role::Text2), option.direction);
}

void tipPanel(QPainter *painter, const QStyleOption &option)
{
    paintBox(painter, option.rect, 6, Role::Toast, Role::ToastBorder);
}

} // namespace pd::ui::paint
