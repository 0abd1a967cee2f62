// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/actions.h"
#include "palette.h"
#include "type.h"

#include <QString>

class QAbstractButton;
class QBoxLayout;
class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QWidget;

/// Makers of controls in the language of the window, each with its accessible name. Parents own what is made.
namespace pd::ui {

enum class ButtonKind {
    Secondary,
    Primary, ///< one a screen
    Danger, ///< filled red, in a plan alone
    Flat, ///< no ground until hovered
    Link, ///< words in the line tone
};

void setKind(QAbstractButton *button, ButtonKind kind, bool small = false);
[[nodiscard]] ButtonKind kindOf(const QWidget *button);
[[nodiscard]] bool isSmall(const QWidget *button);

/// A push button for an action; its object name is `id` + "Button", its tool tip says the reason while it is disabled.
[[nodiscard]] QPushButton *makeButton(const models::ActionValue &action, QWidget *parent);
[[nodiscard]] QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent);
/// An icon alone, 32 px (24 where `small`); `name` is its accessible name and tool tip.
[[nodiscard]] QToolButton *makeIconButton(const QString &icon, const QString &name, QWidget *parent, bool small = false);
/// A line of text with its type and role.
[[nodiscard]] QLabel *makeLabel(const QString &text, Type type, Role role, QWidget *parent);
/// A paragraph: wraps, line height 128 %.
[[nodiscard]] QLabel *makeParagraph(const QString &text, Type type, Role role, QWidget *parent);
/// A line of 1 px across (or down).
[[nodiscard]] QFrame *makeLine(Qt::Orientation orientation, QWidget *parent);
/// A field of 32 px with an icon at its leading edge (or none).
[[nodiscard]] QLineEdit *makeField(const QString &icon, const QString &placeholder, const QString &name, QWidget *parent);
/// The same with a list of what is offered: an editable combo box that inserts nothing by itself.
[[nodiscard]] QComboBox *makeChoiceField(const QString &icon, const QString &placeholder, const QString &name, QWidget *parent);

/// The text of a paragraph label: values are escaped.
void setParagraph(QLabel *label, const QString &text);

/// Takes everything out of a layout and deletes the widgets later.
void clearLayout(QBoxLayout *layout);

} // namespace pd::ui
