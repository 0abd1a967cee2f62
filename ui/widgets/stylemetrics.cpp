// SPDX-License-Identifier: GPL-3.0-or-later
#include "style.h"

#include "controls.h"
#include "painting.h"
#include "stylepaint.h"
#include "theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainterPath>

namespace pd::ui {

namespace {

QRegion roundedRegion(const QRect &rect, qreal radius)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return QRegion(path.toFillPolygon().toPolygon());
}

} // namespace

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth: return 1;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_ScrollView_ScrollBarOverlap: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return px(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return px(8);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_MenuHMargin:
    case PM_MenuDesktopFrameWidth:
    case PM_FocusFrameHMargin: return 0;
    case PM_MenuVMargin: return px(6);
    case PM_MenuPanelWidth: return m_composited ? paint::ShadowRoom : 0;
    case PM_SubMenuOverlap: return m_composited ? -(2 * paint::ShadowRoom - 4) : 0;
    case PM_ToolTipLabelFrameWidth: return px(6);
    case PM_LineEditIconSize:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize: return px(16);
    case PM_LineEditIconMargin: return px(8);
    case PM_TreeViewIndentation: return px(16);
    case PM_TextCursorWidth: return 1;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return px(8);
    case PM_HeaderGripMargin: return 4;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_Menu_Mask:
    case SH_ToolTip_Mask:
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(result); mask && option) {
            if (hint == SH_Menu_Mask && m_composited)
                return 0;
            mask->region = roundedRegion(option->rect, hint == SH_Menu_Mask ? 10 : 6);
            return 1;
        }
        return 0;
    case SH_ComboBox_Popup: return 0;
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_EtchDisabledText:
    case SH_UnderlineShortcut:
    case SH_Menu_SloppySubMenus:
    case SH_TabBar_ElideMode:
        return hint == SH_TabBar_ElideMode ? static_cast<int>(Qt::ElideRight) : hint == SH_Menu_SloppySubMenus ? 1 : 0;
    case SH_ScrollBar_LeftClickAbsolutePosition: return 1;
    case SH_ScrollBar_ContextMenu: return 0;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_BlinkCursorWhenTextSelected: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_Menu_SupportsSections: return 1;
    case SH_Header_ArrowAlignment: return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_TabBar_Alignment: return static_cast<int>(Qt::AlignLeft);
    default: return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            const ButtonKind kind = kindOf(widget);
            const int padding = kind == ButtonKind::Link ? 4 : kind == ButtonKind::Flat ? 8 : 12;
            const QFont face = widget ? widget->font() : font(Type::Body);
            int width = textWidth(button->text, face) + 2 * px(padding);
            if (!button->icon.isNull())
                width += button->iconSize.width() + (button->text.isEmpty() ? 0 : px(8));
            if (button->features.testFlag(QStyleOptionButton::HasMenu))
                width += px(16);
            return {width, px(isSmall(widget) ? 28 : 32)};
        }
        break;
    case CT_LineEdit: return {size.width() + 2 * px(10), px(isSmall(widget) ? 28 : 32)};
    case CT_SpinBox: return {size.width() + px(32), px(32)};
    case CT_ComboBox: {
        const auto *combo = qobject_cast<const QComboBox *>(widget);
        int text = size.width();
        if (combo && !combo->isEditable()) {
            text = 0;
            for (int i = 0; i < combo->count(); ++i)
                text = std::max(text, textWidth(combo->itemText(i), font(Type::Body)) + (combo->itemIcon(i).isNull() ? 0 : px(24)));
        }
        return {text + px(12) + px(34), px(isSmall(widget) ? 28 : 32)};
    }
    case CT_CheckBox:
    case CT_RadioButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return {px(16) + px(8) + textWidth(button->text, font(Type::Body)) + 2, px(28)};
        break;
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return {textWidth(tab->text, font(Type::Strong)) + 2 * px(12), px(40)};
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return paint::menuItemSize(*item);
        break;
    case CT_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return {textWidth(header->text, font(Type::Caption)) + px(16) + px(26), px(32)};
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            const bool words = button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
            const int icon = button->toolButtonStyle == Qt::ToolButtonTextOnly || button->icon.isNull() ? 0 : px(16);
            const int text = words ? textWidth(button->text, widget ? widget->font() : font(Type::Body)) : 0;
            return {std::max(px(32), text + icon + (icon > 0 && text > 0 ? px(8) : 0) + 2 * px(8)), px(32)};
        }
        break;
    default: break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return paint::scrollPart(*bar, static_cast<int>(sub), 32);
    }
    if (control == CC_ComboBox) {
        const QRect rect = option->rect;
        const int arrow = px(30);
        if (sub == SC_ComboBoxEditField) {
            const auto *combo = qobject_cast<const QComboBox *>(widget);
            const bool hasIcon = combo && combo->isEditable() && !combo->itemIcon(combo->currentIndex()).isNull();
            // A field with an icon of its own stands as it does without a list.
            const bool leads = combo && combo->lineEdit() && combo->lineEdit()->property("pdLeading").toBool();
            return visualRect(option->direction, rect, rect.adjusted(leads ? 0 : px(hasIcon ? 12 : 10), 2, -arrow, -2));
        }
        if (sub == SC_ComboBoxArrow)
            return visualRect(option->direction, rect, QRect(rect.right() + 1 - arrow, rect.top(), arrow, rect.height()));
        if (sub == SC_ComboBoxListBoxPopup)
            return rect;
    }
    if (control == CC_SpinBox && sub != SC_SpinBoxFrame) {
        const QRect rect = option->rect;
        const int arrow = px(24);
        const QRect edit = rect.adjusted(px(8), 2, -arrow, -2);
        if (sub == SC_SpinBoxEditField)
            return visualRect(option->direction, rect, edit);
        const int half = rect.height() / 2;
        const QRect button(rect.right() + 1 - arrow, sub == SC_SpinBoxUp ? rect.top() : rect.top() + half, arrow, half);
        return visualRect(option->direction, rect, button);
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (!frame || frame->lineWidth <= 0 || (widget && qobject_cast<const QComboBox *>(widget->parentWidget())))
            return option->rect;
        const bool leading = widget && widget->property("pdLeading").toBool();
        return visualRect(option->direction, option->rect, option->rect.adjusted(leading ? 0 : px(10), 2, -px(8), -2));
    }
    if (element == SE_HeaderLabel || element == SE_HeaderArrow)
        return option->rect;
    if (element == SE_CheckBoxFocusRect || element == SE_RadioButtonFocusRect)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

} // namespace pd::ui
