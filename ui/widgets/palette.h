// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace pd::ui {

/// What a colour is for. Widgets and delegates name a role; which colour it is, the palette in use says.
enum class Role {
    Chrome,
    Base,
    Panel,
    Raised,
    Sentence,
    Command,
    Line,
    Control,
    ControlHover,
    ControlPressed,
    ControlBorder,
    Field,
    Text,
    Text2,
    Text3,
    Accent,
    AccentHover,
    AccentPressed,
    OnAccent,
    AccentLine,
    Selection,
    SelectionIdle,
    RowHover,
    Ok,
    OkGround,
    OkBorder,
    Warn,
    WarnGround,
    WarnBorder,
    ErrorCard,
    ErrorCardBorder,
    Err,
    ErrGround,
    Danger,
    DangerHover,
    OnDanger,
    Badge,
    BadgeBorder,
    Toast,
    ToastText,
    ToastText2,
    ToastAction,
    ToastBorder,
    FloatBorder,
    ScrollThumb,
    Groove,
    JsonKey,
    JsonString,
    JsonNumber,
    Keyword,
    Marked,
    None, ///< not a colour: "leave it"
};
inline constexpr int RoleCount = static_cast<int>(Role::None);

enum class Scheme { Light, Dark };

/// The colours of one look. A value; four of them exist.
class Palette {
public:
    [[nodiscard]] static const Palette &of(Scheme scheme, bool highContrast);

    [[nodiscard]] QColor operator[](Role role) const { return m_colors[static_cast<size_t>(role)]; }
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isDark() const { return m_scheme == Scheme::Dark; }
    [[nodiscard]] bool highContrast() const { return m_highContrast; }
    /// The same for what Qt paints by itself (text cursors, placeholders, file dialogs).
    [[nodiscard]] QPalette toQPalette() const;

private:
    std::array<QColor, RoleCount> m_colors;
    Scheme m_scheme = Scheme::Light;
    bool m_highContrast = false;
};

/// WCAG 2.2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

} // namespace pd::ui
