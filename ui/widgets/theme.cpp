// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include "style.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace pd::ui {

namespace {

constexpr char TypeProperty[] = "pdType";
constexpr char TextProperty[] = "pdText";
constexpr char GroundProperty[] = "pdGround";

/// Of the one keyboard and pointer there are.
bool s_keyboard = false;

const Style *appStyle()
{
    return qobject_cast<const Style *>(QApplication::style());
}

void redress(QWidget *widget)
{
    if (const QVariant type = widget->property(TypeProperty); type.isValid())
        widget->setFont(font(static_cast<Type>(type.toInt())));
    const QVariant text = widget->property(TextProperty);
    const QVariant ground = widget->property(GroundProperty);
    if (!text.isValid() && !ground.isValid())
        return;
    // Only what is set here may be resolved: the rest has to follow the application's palette.
    QPalette own;
    own.setResolveMask(0);
    if (text.isValid()) {
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
            own.setColor(QPalette::All, role, color(static_cast<Role>(text.toInt())));
            own.setColor(QPalette::Disabled, role, color(Role::Text3));
        }
    }
    if (ground.isValid())
        own.setColor(QPalette::All, QPalette::Window, color(static_cast<Role>(ground.toInt())));
    widget->setPalette(own);
}

qreal systemTextScale()
{
    const QFont system = QGuiApplication::font();
    const qreal pixels = system.pixelSize() > 0 ? system.pixelSize() : system.pointSizeF() * 96.0 / 72.0;
    const qreal scale = pixels / 13.0;
    // 9 to 11 pt are what desktops come with; only who asks for larger text gets another scale.
    return scale < 1.2 ? 1.0 : std::min(scale, 2.0);
}

} // namespace

Theme::Theme(const ThemeChoice &choice, const SystemHints &lastSeen, QObject *parent)
    : QObject(parent)
    , m_choice(choice)
    , m_hints(lastSeen)
    , m_style(new Style(systemTextScale()))
{
    QApplication::setStyle(m_style);
    apply();
    auto *look = new SystemLook(this);
    connect(look, &SystemLook::changed, this, &Theme::setSystemHints);
    look->start();
    qApp->installEventFilter(this);
}

void Theme::setChoice(const ThemeChoice &choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::setSystemHints(const SystemHints &hints)
{
    if (m_hints == hints)
        return;
    m_hints = hints;
    apply();
}

void Theme::apply()
{
    const Scheme scheme = m_choice.scheme.value_or(m_hints.dark ? Scheme::Dark : Scheme::Light);
    const bool contrast = m_choice.highContrast.value_or(m_hints.highContrast);
    m_style->setLook(Palette::of(scheme, contrast), m_choice.textScale);
    QApplication::setPalette(m_style->colors().toQPalette());
    QApplication::setFont(ui::font(Type::Body));
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        redress(widget);
        widget->updateGeometry();
        widget->update();
    }
    Q_EMIT changed();
}

const Palette &colors()
{
    const Style *style = appStyle();
    return style ? style->colors() : Palette::of(Scheme::Light, false);
}

QColor color(Role role)
{
    return colors()[role];
}

QFont font(Type type)
{
    const Style *style = appStyle();
    return style ? style->font(type) : makeFont(type, {});
}

QMargins margins(int lead, int top, int end, int bottom)
{
    return QGuiApplication::isRightToLeft() ? QMargins(end, top, lead, bottom) : QMargins(lead, top, end, bottom);
}

int px(int length)
{
    const Style *style = appStyle();
    return style ? qRound(length * style->textScale()) : length;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress;
    if ((key || event->type() == QEvent::MouseButtonPress) && s_keyboard != key) {
        s_keyboard = key;
        if (QWidget *focused = QApplication::focusWidget())
            focused->update();
    }
    return QObject::eventFilter(watched, event);
}

bool keyboardInUse()
{
    return s_keyboard;
}

void focusVisibly(QWidget *widget)
{
    s_keyboard = true;
    widget->setFocus(Qt::TabFocusReason);
    widget->update();
}

void dress(QWidget *widget, Type type, Role text)
{
    widget->setProperty(TypeProperty, static_cast<int>(type));
    if (text != Role::None)
        widget->setProperty(TextProperty, static_cast<int>(text));
    redress(widget);
}

void setGround(QWidget *widget, Role ground)
{
    widget->setProperty(GroundProperty, static_cast<int>(ground));
    widget->setAutoFillBackground(true);
    redress(widget);
}

} // namespace pd::ui
