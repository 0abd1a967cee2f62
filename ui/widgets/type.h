// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace pd::ui {

/// The type scale: size / weight, in the interface font unless it says mono.
enum class Type {
    Title, ///< 20/600
    Heading, ///< 15/600
    Sentence, ///< 15/400
    Body, ///< 13/400
    Name, ///< 13/500
    Strong, ///< 13/600
    Match, ///< 13/700
    Small, ///< 12/400
    Caption, ///< 12/500
    Section, ///< 12/600
    Mono, ///< mono 13
    MonoSmall, ///< mono 12
    MonoSmallBold, ///< mono 12/600
};

/// What the fonts are made for: dark looks below 150 % are one weight lighter, since light text on a dark ground blooms.
struct TypeContext {
    bool dark = false;
    bool highContrast = false;
    qreal devicePixelRatio = 1;
    qreal textScale = 1; ///< the user's text size, 1 = 13 px
    friend bool operator==(const TypeContext &, const TypeContext &) = default;
};

/// Inter (or the system's interface font) and JetBrains Mono (or the system's fixed font).
[[nodiscard]] QFont makeFont(Type type, const TypeContext &context);
/// The same with tabular figures, for right-aligned numbers alone: with Inter it also widens hyphens.
[[nodiscard]] QFont tabular(QFont font);

} // namespace pd::ui
