// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette.h"

#include <cmath>

namespace pd::ui {

namespace {

struct Pair {
    Role role;
    QRgb light;
    QRgb dark;
};

constexpr Pair Normal[] = {
    {Role::Chrome, 0xf4f5f7, 0x17181b},
    {Role::Base, 0xffffff, 0x1e2024},
    {Role::Panel, 0xfafbfc, 0x1a1c1f},
    {Role::Raised, 0xffffff, 0x24262b},
    {Role::Sentence, 0xfafbfc, 0x24262b},
    {Role::Command, 0xfafbfc, 0x191b1e},
    {Role::Line, 0xe2e5ea, 0x2e3137},
    {Role::Control, 0xffffff, 0x2a2d33},
    {Role::ControlHover, 0xf2f4f7, 0x32353c},
    {Role::ControlPressed, 0xe7e9ee, 0x3a3e46},
    {Role::ControlBorder, 0xc9ced6, 0x454a53},
    {Role::Field, 0xffffff, 0x191b1e},
    {Role::Text, 0x1a1d23, 0xdfe2e7},
    {Role::Text2, 0x525a67, 0xa9afba},
    {Role::Text3, 0x69717e, 0x8d949f},
    {Role::Accent, 0x2f5bd7, 0x426be2},
    {Role::AccentHover, 0x274fc0, 0x5379ea},
    {Role::AccentPressed, 0x2144a8, 0x375dcc},
    {Role::OnAccent, 0xffffff, 0xffffff},
    {Role::AccentLine, 0x2f5bd7, 0x7b9bff},
    {Role::Selection, 0xdfe7fb, 0x2c3a5e},
    {Role::SelectionIdle, 0xe7e9ee, 0x2d3036},
    {Role::RowHover, 0xeef0f4, 0x26282d},
    {Role::Ok, 0x17724a, 0x5cc894},
    {Role::OkGround, 0xe6f4ec, 0x1c3329},
    {Role::OkBorder, 0xbfe0cd, 0x2c5240},
    {Role::Warn, 0x8a5a00, 0xe0b04a},
    {Role::WarnGround, 0xfdf3dc, 0x37301c},
    {Role::WarnBorder, 0xeed9a3, 0x594b26},
    {Role::ErrorCard, 0xfffbf2, 0x24231f},
    {Role::ErrorCardBorder, 0xeed9a3, 0x594b26},
    {Role::Err, 0xb3261e, 0xf2837b},
    {Role::ErrGround, 0xfdeceb, 0x3a2221},
    {Role::Danger, 0xb3261e, 0xc9453d},
    {Role::DangerHover, 0x99201a, 0xd65a52},
    {Role::OnDanger, 0xffffff, 0xffffff},
    {Role::Badge, 0xeef0f3, 0x2a2d33},
    {Role::BadgeBorder, 0xdfe2e8, 0x3a3e46},
    {Role::Toast, 0x22262e, 0x34383f},
    {Role::ToastText, 0xf4f5f7, 0xf0f2f4},
    {Role::ToastText2, 0xaab0bb, 0xb4bac4},
    {Role::ToastAction, 0x9db7ff, 0xa9bfff},
    {Role::ToastBorder, 0x22262e, 0x454a53},
    {Role::FloatBorder, 0xe2e5ea, 0x454a53},
    {Role::ScrollThumb, 0xc3c8d0, 0x4a4f58},
    {Role::Groove, 0xdfe2e8, 0x2e3137},
    {Role::JsonKey, 0x2f5bd7, 0x8fabff},
    {Role::JsonString, 0x17724a, 0x5cc894},
    {Role::JsonNumber, 0x8a4b00, 0xe0b04a},
    {Role::Keyword, 0x7a2fa3, 0xcda2f7},
    {Role::Marked, 0xfdf3dc, 0x37301c},
};

constexpr Pair Contrast[] = {
    {Role::Chrome, 0xffffff, 0x000000},
    {Role::Base, 0xffffff, 0x000000},
    {Role::Panel, 0xffffff, 0x000000},
    {Role::Raised, 0xffffff, 0x000000},
    {Role::Sentence, 0xffffff, 0x000000},
    {Role::Command, 0xffffff, 0x000000},
    {Role::Line, 0x6b727d, 0x8b919b},
    {Role::Control, 0xffffff, 0x000000},
    {Role::ControlHover, 0xe4e7ec, 0x24272c},
    {Role::ControlPressed, 0xdfe3e9, 0x2b2f36},
    {Role::ControlBorder, 0x3d434d, 0xc6ccd5},
    {Role::Field, 0xffffff, 0x000000},
    {Role::Text, 0x000000, 0xffffff},
    {Role::Text2, 0x24282f, 0xe3e6eb},
    {Role::Text3, 0x3d434d, 0xc6ccd5},
    {Role::Accent, 0x0a36a8, 0xa9c1ff},
    {Role::AccentHover, 0x082c8a, 0xc3d4ff},
    {Role::AccentPressed, 0x06226c, 0x8fabff},
    {Role::OnAccent, 0xffffff, 0x000000},
    {Role::AccentLine, 0x0a36a8, 0xa9c1ff},
    {Role::Selection, 0xd3e0ff, 0x142a63},
    {Role::SelectionIdle, 0xdfe3e9, 0x2b2f36},
    {Role::RowHover, 0xe4e7ec, 0x24272c},
    {Role::Ok, 0x00512f, 0x7be3b1},
    {Role::OkGround, 0xffffff, 0x000000},
    {Role::OkBorder, 0x00512f, 0x7be3b1},
    {Role::Warn, 0x5e3b00, 0xf6cd6b},
    {Role::WarnGround, 0xffffff, 0x000000},
    {Role::WarnBorder, 0x5e3b00, 0xf6cd6b},
    {Role::ErrorCard, 0xffffff, 0x000000},
    {Role::ErrorCardBorder, 0x5e3b00, 0xf6cd6b},
    {Role::Err, 0x8c0f0f, 0xffaaa3},
    {Role::ErrGround, 0xffffff, 0x000000},
    {Role::Danger, 0x8c0f0f, 0xffaaa3},
    {Role::DangerHover, 0x700c0c, 0xffc4bf},
    {Role::OnDanger, 0xffffff, 0x000000},
    {Role::Badge, 0xffffff, 0x000000},
    {Role::BadgeBorder, 0x3d434d, 0xc6ccd5},
    {Role::Toast, 0x000000, 0xffffff},
    {Role::ToastText, 0xffffff, 0x000000},
    {Role::ToastText2, 0xe3e6eb, 0x24282f},
    {Role::ToastAction, 0xa9c1ff, 0x0a36a8},
    {Role::ToastBorder, 0x000000, 0xffffff},
    {Role::FloatBorder, 0x3d434d, 0xc6ccd5},
    {Role::ScrollThumb, 0x3d434d, 0xc6ccd5},
    {Role::Groove, 0xffffff, 0x000000},
    {Role::JsonKey, 0x0a36a8, 0xa9c1ff},
    {Role::JsonString, 0x00512f, 0x7be3b1},
    {Role::JsonNumber, 0x5e3b00, 0xf6cd6b},
    {Role::Keyword, 0x5b1382, 0xdcbcff},
    {Role::Marked, 0xdfe3e9, 0x2b2f36},
};

static_assert(std::size(Normal) == RoleCount && std::size(Contrast) == RoleCount, "every role has a colour in every look");

double luminance(const QColor &color)
{
    const auto linear = [](double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Palette &Palette::of(Scheme scheme, bool highContrast)
{
    static const auto looks = [] {
        std::array<Palette, 4> made;
        for (int i = 0; i < 4; ++i) {
            Palette &palette = made[static_cast<size_t>(i)];
            palette.m_scheme = i % 2 == 1 ? Scheme::Dark : Scheme::Light;
            palette.m_highContrast = i >= 2;
            for (const Pair &pair : palette.m_highContrast ? Contrast : Normal)
                palette.m_colors[static_cast<size_t>(pair.role)] = QColor::fromRgb(palette.isDark() ? pair.dark : pair.light);
        }
        return made;
    }();
    return looks[static_cast<size_t>((highContrast ? 2 : 0) + (scheme == Scheme::Dark ? 1 : 0))];
}

QPalette Palette::toQPalette() const
{
    const Palette &self = *this;
    QPalette made;
    const auto set = [&](QPalette::ColorRole role, Role own) { made.setColor(QPalette::All, role, self[own]); };
    set(QPalette::Window, Role::Base);
    set(QPalette::Base, Role::Field);
    set(QPalette::AlternateBase, Role::Panel);
    set(QPalette::Button, Role::Control);
    set(QPalette::Light, Role::ControlHover);
    set(QPalette::Midlight, Role::ControlHover);
    set(QPalette::Mid, Role::Line);
    set(QPalette::Dark, Role::ControlBorder);
    set(QPalette::Shadow, Role::ControlBorder);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::BrightText}) {
        set(role, Role::Text);
        made.setColor(QPalette::Disabled, role, self[Role::Text3]);
    }
    set(QPalette::PlaceholderText, Role::Text3);
    set(QPalette::Highlight, Role::Selection);
    set(QPalette::HighlightedText, Role::Text);
    set(QPalette::Link, Role::AccentLine);
    set(QPalette::LinkVisited, Role::AccentLine);
    set(QPalette::ToolTipBase, Role::Toast);
    set(QPalette::ToolTipText, Role::ToastText);
    set(QPalette::Accent, Role::Accent);
    return made;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace pd::ui
