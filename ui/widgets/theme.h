// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette.h"
#include "systemlook.h"
#include "type.h"

#include <QMargins>
#include <QObject>

#include <optional>

class QWidget;

namespace pd::ui {

class Style;

/// What the user chose; what is left to the system follows the portal, live.
struct ThemeChoice {
    std::optional<Scheme> scheme;
    std::optional<bool> highContrast;
    std::optional<qreal> textScale; ///< 0.8 to 2; without it the system's font size
    friend bool operator==(const ThemeChoice &, const ThemeChoice &) = default;
};

/// Puts style, palette and fonts on the application and keeps them as the user and the system want them. One, owned by the composition root,
/// made after QApplication and before the first widget. GUI thread.
class Theme final : public QObject {
    Q_OBJECT
public:
    /// `lastSeen`: what the system said at the end of the last run, so that the first frame is right before the portal answers.
    explicit Theme(const ThemeChoice &choice, const SystemHints &lastSeen = {}, QObject *parent = nullptr);

    [[nodiscard]] const ThemeChoice &choice() const { return m_choice; }
    void setChoice(const ThemeChoice &choice);
    /// What the system asks for. `SystemLook` calls it; tests too.
    void setSystemHints(const SystemHints &hints);
    [[nodiscard]] const SystemHints &systemHints() const { return m_hints; }
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    void apply();

    ThemeChoice m_choice;
    SystemHints m_hints;
    Style *m_style; // owned by QApplication
};

/// The palette in use; the light one before a Theme is there.
[[nodiscard]] const Palette &colors();
[[nodiscard]] QColor color(Role role);
[[nodiscard]] QFont font(Type type);
/// A length of the drawing in device independent pixels, grown with the user's text size.
[[nodiscard]] int px(int length);

/// Margins from the leading edge: a layout turns its rows in right-to-left languages, but not these.
[[nodiscard]] QMargins margins(int lead, int top, int end, int bottom);

/// Gives a widget its type and the role of its text, and keeps them through every change of look.
void dress(QWidget *widget, Type type, Role text = Role::Text);
/// Whether the last thing that was pressed was a key: focus rings of buttons and rows show then, and not after every click. Fields always
/// show theirs.
[[nodiscard]] bool keyboardInUse();
/// Gives a widget the focus so that it is seen: the default act of a form that opens.
void focusVisibly(QWidget *widget);

/// Fills a widget's ground with a role.
void setGround(QWidget *widget, Role ground);

} // namespace pd::ui
