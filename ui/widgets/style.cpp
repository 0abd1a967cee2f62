// SPDX-License-Identifier: GPL-3.0-or-later
#include "style.h"

#include "controls.h"
#include "icons.h"
#include "painting.h"
#include "stylepaint.h"
#include "theme.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>

#include <xcb/xcb.h>

namespace pd::ui {

namespace {

/// Without a compositor a translucent window is black where nothing is painted: no room for shadows then.
bool screenIsComposited()
{
    auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!x11)
        return QGuiApplication::platformName().startsWith(QLatin1StringView("wayland"));
    xcb_connection_t *connection = x11->connection();
    static constexpr char name[] = "_NET_WM_CM_S0";
    std::unique_ptr<xcb_intern_atom_reply_t, decltype(&free)> atom(
        xcb_intern_atom_reply(connection, xcb_intern_atom(connection, 1, sizeof name - 1, name), nullptr), &free);
    if (!atom || atom->atom == XCB_ATOM_NONE)
        return false;
    std::unique_ptr<xcb_get_selection_owner_reply_t, decltype(&free)> owner(
        xcb_get_selection_owner_reply(connection, xcb_get_selection_owner(connection, atom->atom), nullptr), &free);
    return owner && owner->owner != XCB_WINDOW_NONE;
}

template <typename Option>
const Option *as(const QStyleOption *option)
{
    return qstyleoption_cast<const Option *>(option);
}

bool isCombo(const QWidget *widget)
{
    return widget && qobject_cast<const QComboBox *>(widget->parentWidget());
}

} // namespace

Style::Style(qreal systemTextScale)
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_palette(&Palette::of(Scheme::Light, false))
    , m_systemTextScale(systemTextScale)
    , m_textScale(systemTextScale)
    , m_composited(screenIsComposited())
{
    setObjectName(QStringLiteral("policydesk"));
}

void Style::setLook(const Palette &palette, std::optional<qreal> textScale)
{
    m_palette = &palette;
    m_textScale = std::clamp(textScale.value_or(m_systemTextScale), 0.8, 2.0);
    m_ratio = qGuiApp->devicePixelRatio();
}

QFont Style::font(Type type) const
{
    return makeFont(type, {m_palette->isDark(), m_palette->highContrast(), m_ratio, m_textScale});
}

static bool isPressedByEnter(const QWidget *widget)
{
    return qobject_cast<const QPushButton *>(widget) || qobject_cast<const QToolButton *>(widget);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QScrollBar *>(widget)
        || qobject_cast<QTabBar *>(widget) || qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (isPressedByEnter(widget))
        widget->installEventFilter(this);
    // A field follows its text otherwise: an empty one, or one with a host, would leave the leading edge.
    if (auto *edit = qobject_cast<QLineEdit *>(widget); edit && edit->isRightToLeft())
        edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute);
    if (qobject_cast<QMenu *>(widget) && m_composited) {
        widget->setAttribute(Qt::WA_TranslucentBackground);
        widget->installEventFilter(this);
    }
}

void Style::unpolish(QWidget *widget)
{
    if (qobject_cast<QMenu *>(widget) || isPressedByEnter(widget))
        widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool Style::eventFilter(QObject *watched, QEvent *event)
{
    // The frame that is seen, not the shadow, belongs where Qt has put the menu.
    auto *menu = event->type() == QEvent::Show ? qobject_cast<QMenu *>(watched) : nullptr;
    if (menu) {
        const int sideways = menu->isRightToLeft() ? paint::ShadowRoom : -paint::ShadowRoom;
        menu->move(menu->pos() + QPoint(sideways, -paint::ShadowRoom + 4));
    }
    // Enter presses the button that has the keyboard, and no other one.
    auto *button = event->type() == QEvent::KeyPress ? qobject_cast<QAbstractButton *>(watched) : nullptr;
    const int key = button ? static_cast<QKeyEvent *>(event)->key() : 0;
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && isPressedByEnter(button)) {
        if (!static_cast<QKeyEvent *>(event)->isAutoRepeat())
            button->click();
        return true;
    }
    return QProxyStyle::eventFilter(watched, event);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (!isCombo(widget) && !(widget && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())) && as<QStyleOptionFrame>(option)
            && as<QStyleOptionFrame>(option)->lineWidth > 0)
            paint::fieldFrame(painter, *option);
        return;
    case PE_FrameLineEdit:
    case PE_FrameMenu:
    case PE_FrameTabBarBase:
    case PE_PanelMenuBar:
    case PE_FrameStatusBarItem:
    case PE_PanelItemViewRow:
    case PE_FrameFocusRect:
    case PE_IndicatorHeaderArrow: return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return paint::checkIndicator(painter, *option, false);
    case PE_IndicatorRadioButton: return paint::checkIndicator(painter, *option, true);
    case PE_PanelMenu: return paint::menuPanel(painter, *option, m_composited);
    case PE_PanelTipLabel: return paint::tipPanel(painter, *option);
    case PE_IndicatorArrowDown: return paintIcon(painter, option->rect, QStringLiteral("arrow-down"), (*m_palette)[Role::Text2]);
    case PE_IndicatorArrowUp: return paintIcon(painter, option->rect, QStringLiteral("arrow-up"), (*m_palette)[Role::Text2]);
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
        if (const auto *button = as<QStyleOptionButton>(option))
            return paint::pushButton(painter, *button, widget);
        break;
    case CE_CheckBoxLabel:
    case CE_RadioButtonLabel:
        if (const auto *button = as<QStyleOptionButton>(option))
            return paint::checkLabel(painter, *button);
        break;
    case CE_ComboBoxLabel:
        if (const auto *combo = as<QStyleOptionComboBox>(option))
            return paint::comboLabel(painter, *combo);
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = as<QStyleOptionTab>(option))
            return paint::tabShape(painter, *tab);
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = as<QStyleOptionTab>(option))
            return paint::tabLabel(painter, *tab);
        break;
    case CE_ProgressBar:
        if (const auto *bar = as<QStyleOptionProgressBar>(option))
            return paint::progressBar(painter, *bar, widget);
        break;
    case CE_Header:
        // Not through the base: it asks itself, not its proxy, where the words stand.
        if (const auto *header = as<QStyleOptionHeader>(option)) {
            paint::headerSection(painter, *header);
            return paint::headerLabel(painter, *header);
        }
        break;
    case CE_HeaderSection:
        if (const auto *header = as<QStyleOptionHeader>(option))
            return paint::headerSection(painter, *header);
        break;
    case CE_HeaderLabel:
        if (const auto *header = as<QStyleOptionHeader>(option))
            return paint::headerLabel(painter, *header);
        break;
    case CE_HeaderEmptyArea: {
        painter->fillRect(option->rect, (*m_palette)[Role::Base]);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), (*m_palette)[Role::Line]);
        return;
    }
    case CE_Splitter: return paint::splitter(painter, *option);
    case CE_MenuItem:
        if (const auto *item = as<QStyleOptionMenuItem>(option))
            return paint::menuItem(painter, *item);
        break;
    case CE_MenuEmptyArea: return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = as<QStyleOptionSlider>(option))
            return paint::scrollBar(painter, *bar, subControlRect(control, bar, SC_ScrollBarSlider, widget));
    } else if (control == CC_ComboBox) {
        if (const auto *combo = as<QStyleOptionComboBox>(option))
            return paint::comboBox(painter, *combo);
    } else if (control == CC_SpinBox) {
        if (const auto *spin = as<QStyleOptionSpinBox>(option))
            return paint::spinBox(
                painter, *spin, subControlRect(control, spin, SC_SpinBoxUp, widget), subControlRect(control, spin, SC_SpinBoxDown, widget));
    } else if (control == CC_ToolButton) {
        if (const auto *button = as<QStyleOptionToolButton>(option))
            return paint::toolButton(painter, *button, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace pd::ui
