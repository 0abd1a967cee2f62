// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylepaint.h"

#include "controls.h"
#include "icons.h"
#include "painting.h"
#include "theme.h"

#include <QPainter>
#include <QStyle>

namespace pd::ui::paint {

namespace {

constexpr qreal Radius = 6;

bool is(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

struct Fill {
    Role ground = Role::None;
    Role border = Role::None;
    Role text = Role::Text;
};

Fill fillOf(const QStyleOption &option, ButtonKind kind)
{
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool hover = enabled && is(option, QStyle::State_MouseOver);
    const bool down = enabled && (is(option, QStyle::State_Sunken) || is(option, QStyle::State_On));
    if (kind == ButtonKind::Flat || kind == ButtonKind::Link) {
        const Role text = !enabled ? Role::Text3 : kind == ButtonKind::Link ? Role::AccentLine : Role::Text;
        return {down ? Role::SelectionIdle : hover ? Role::RowHover : Role::None, Role::None, text};
    }
    if (!enabled)
        return {Role::None, Role::Line, Role::Text3};
    if (kind == ButtonKind::Primary)
        return {down ? Role::AccentPressed : hover ? Role::AccentHover : Role::Accent, Role::None, Role::OnAccent};
    if (kind == ButtonKind::Danger)
        return {hover || down ? Role::DangerHover : Role::Danger, Role::None, Role::OnDanger};
    return {down ? Role::ControlPressed : hover ? Role::ControlHover : Role::Control, Role::ControlBorder, Role::Text};
}

void buttonGround(QPainter *painter, const QStyleOption &option, const Fill &fill)
{
    const bool ring = is(option, QStyle::State_HasFocus) && keyboardInUse();
    const bool filled = fill.ground != Role::None && fill.border == Role::None;
    if (!ring) {
        if (fill.ground != Role::None || fill.border != Role::None)
            paintBox(painter, option.rect, Radius, fill.ground, fill.border);
        return;
    }
    // A filled button has the ring, a gap of 1 px, then its fill; any other one has it in place of its border.
    if (filled)
        paintBox(painter, option.rect.adjusted(3, 3, -3, -3), Radius - 3, fill.ground, Role::None);
    else if (fill.ground != Role::None)
        paintBox(painter, option.rect, Radius, fill.ground, Role::None);
    paintRing(painter, option.rect, Radius);
}

/// Icon and words, together in the middle; the icon leads.
void centred(QPainter *painter, const QStyleOption &option, const QRect &rect, const QString &text, const QIcon &symbol, int iconSize,
    const QFont &face, const QColor &tint)
{
    const int width = textWidth(text, face);
    const int iconRoom = symbol.isNull() ? 0 : iconSize + (text.isEmpty() ? 0 : px(8));
    const int total = std::min(rect.width(), width + iconRoom);
    int x = rect.left() + (rect.width() - total) / 2;
    const bool mirrored = option.direction == Qt::RightToLeft;
    if (iconRoom > 0) {
        const int at = mirrored ? x + total - iconSize : x;
        const auto mode = is(option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled;
        symbol.paint(painter, QRect(at, rect.top() + (rect.height() - iconSize) / 2, iconSize, iconSize), Qt::AlignCenter, mode);
        if (!mirrored)
            x += iconRoom;
    }
    paintText(painter, x, baselineIn(rect, face), total - iconRoom, text, face, tint);
}

QString withoutMnemonic(QString text)
{
    static const QString ampersand = QStringLiteral("&");
    const qsizetype at = text.indexOf(ampersand);
    if (at >= 0 && at + 1 < text.size() && text[at + 1] != QLatin1Char('&'))
        text.remove(at, 1);
    return text.replace(QStringLiteral("&&"), ampersand);
}

void arrow(QPainter *painter, const QRect &rect, const QString &name, bool enabled, Qt::LayoutDirection direction)
{
    paintIcon(painter, rect, name, color(enabled ? Role::Text2 : Role::Text3), direction);
}

} // namespace

void pushButton(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget)
{
    ButtonKind kind = kindOf(widget);
    if (kind == ButtonKind::Secondary && option.features.testFlag(QStyleOptionButton::DefaultButton))
        kind = ButtonKind::Primary;
    if (kind == ButtonKind::Secondary && option.features.testFlag(QStyleOptionButton::Flat))
        kind = ButtonKind::Flat;
    const Fill fill = fillOf(option, kind);
    buttonGround(painter, option, fill);
    const QFont face = widget ? widget->font() : font(Type::Body);
    const int padding = px(4);
    QRect inner = option.rect.adjusted(padding, 0, -padding, 0);
    if (option.features.testFlag(QStyleOptionButton::HasMenu)) {
        const bool mirrored = option.direction == Qt::RightToLeft;
        const int side = px(16);
        const int x = mirrored ? inner.left() + px(4) : inner.right() + 1 - side - px(4);
        arrow(painter, QRect(x, inner.center().y() - side / 2, side, side), QStringLiteral("arrow-down"), is(option, QStyle::State_Enabled),
            option.direction);
        inner.adjust(mirrored ? side : 0, 0, mirrored ? 0 : -side, 0);
    }
    // A quiet button has been given the role of its words.
    const bool dressed = kind == ButtonKind::Flat && widget && widget->property("pdText").isValid() && widget->isEnabled();
    const QColor tint = dressed ? option.palette.color(QPalette::ButtonText) : color(fill.text);
    centred(painter, option, inner, withoutMnemonic(option.text), option.icon, option.iconSize.width(), face, tint);
}

void toolButton(QPainter *painter, const QStyleOptionToolButton &option, const QWidget *widget)
{
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool down = enabled && (is(option, QStyle::State_Sunken) || is(option, QStyle::State_On));
    const bool hover = enabled && is(option, QStyle::State_MouseOver);
    if (down || hover)
        paintBox(painter, option.rect, Radius, down ? Role::SelectionIdle : Role::RowHover, Role::None);
    if (is(option, QStyle::State_HasFocus) && keyboardInUse())
        paintRing(painter, option.rect, Radius);
    const bool words = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    const QIcon symbol = option.toolButtonStyle == Qt::ToolButtonTextOnly ? QIcon() : option.icon;
    const QFont face = widget ? widget->font() : font(Type::Body);
    const Role role = !enabled ? Role::Text3 : Role::Text;
    centred(
        painter, option, option.rect, words ? withoutMnemonic(option.text) : QString(), symbol, option.iconSize.width(), face, color(role));
}

void fieldFrame(QPainter *painter, const QStyleOption &option)
{
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool focus = is(option, QStyle::State_HasFocus);
    paintBox(painter, option.rect, Radius, enabled ? Role::Field : Role::None,
        focus         ? Role::None
            : enabled ? Role::ControlBorder
                      : Role::Line);
    if (focus)
        paintRing(painter, option.rect, Radius);
}

void comboBox(QPainter *painter, const QStyleOptionComboBox &option)
{
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool hover = enabled && is(option, QStyle::State_MouseOver) && !option.editable;
    const Role ground = !enabled ? Role::None : option.editable ? Role::Field : hover ? Role::ControlHover : Role::Control;
    const bool focus = is(option, QStyle::State_HasFocus);
    paintBox(painter, option.rect, Radius, ground, focus ? Role::None : enabled ? Role::ControlBorder : Role::Line);
    if (focus)
        paintRing(painter, option.rect, Radius);
    const int side = px(16);
    const int x = option.direction == Qt::RightToLeft ? option.rect.left() + px(8) : option.rect.right() + 1 - px(8) - side;
    arrow(painter, QRect(x, option.rect.top() + (option.rect.height() - side) / 2, side, side), QStringLiteral("arrow-down"), enabled,
        option.direction);
}

void comboLabel(QPainter *painter, const QStyleOptionComboBox &option)
{
    const bool mirrored = option.direction == Qt::RightToLeft;
    QRect rect = option.rect.adjusted(px(12), 0, -px(30), 0);
    if (mirrored)
        rect = option.rect.adjusted(px(30), 0, -px(12), 0);
    const bool enabled = is(option, QStyle::State_Enabled);
    if (!option.currentIcon.isNull()) {
        const int side = px(16);
        const QRect at(mirrored ? rect.right() + 1 - side : rect.left(), rect.top() + (rect.height() - side) / 2, side, side);
        option.currentIcon.paint(painter, at, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        rect.adjust(mirrored ? 0 : side + px(8), 0, mirrored ? -(side + px(8)) : 0, 0);
    }
    if (option.editable)
        return;
    const QFont face = font(Type::Body);
    const int width = std::min(rect.width(), textWidth(option.currentText, face));
    paintText(painter, mirrored ? rect.right() + 1 - width : rect.left(), baselineIn(rect, face), rect.width(), option.currentText, face,
        color(enabled ? Role::Text : Role::Text3));
}

void checkIndicator(QPainter *painter, const QStyleOption &option, bool round)
{
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool hover = enabled && is(option, QStyle::State_MouseOver);
    const bool on = is(option, QStyle::State_On);
    const QRect box = option.rect;
    const qreal radius = round ? box.width() / 2.0 : 3;
    paintBox(painter, box, radius, enabled ? (hover ? Role::ControlHover : Role::Field) : Role::None, enabled ? Role::Text2 : Role::Line);
    if (on && round)
        paintBox(painter, box.adjusted(4, 4, -4, -4), radius, enabled ? Role::Text : Role::Text3, Role::None);
    else if (on)
        paintIcon(painter, box.adjusted(1, 1, -1, -1), QStringLiteral("checkmark"), color(enabled ? Role::Text : Role::Text3));
    else if (is(option, QStyle::State_NoChange))
        paintIcon(painter, box.adjusted(2, 2, -2, -2), QStringLiteral("pd-minus"), color(enabled ? Role::Text : Role::Text3));
}

void checkLabel(QPainter *painter, const QStyleOptionButton &option)
{
    const QFont face = font(Type::Body);
    const QString text = withoutMnemonic(option.text);
    const int width = std::min(option.rect.width(), textWidth(text, face));
    const bool mirrored = option.direction == Qt::RightToLeft;
    paintText(painter, mirrored ? option.rect.right() + 1 - width : option.rect.left(), baselineIn(option.rect, face), option.rect.width(),
        text, face, color(is(option, QStyle::State_Enabled) ? Role::Text : Role::Text3));
}

void spinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QRect &up, const QRect &down)
{
    fieldFrame(painter, option);
    const auto enabled
        = [&](QAbstractSpinBox::StepEnabledFlag flag) { return is(option, QStyle::State_Enabled) && option.stepEnabled.testFlag(flag); };
    const int side = px(12);
    const auto middle = [side](const QRect &rect) { return QRect(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side); };
    arrow(painter, middle(up), QStringLiteral("arrow-up"), enabled(QAbstractSpinBox::StepUpEnabled), option.direction);
    arrow(painter, middle(down), QStringLiteral("arrow-down"), enabled(QAbstractSpinBox::StepDownEnabled), option.direction);
}

} // namespace pd::ui::paint
