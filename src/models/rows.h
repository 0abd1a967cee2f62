// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QList>
#include <QMetaType>
#include <QString>

/// What models say about a row, without a colour, a font or a widget: the one delegate of the window paints it.
namespace pd::models {

/// The weight of a text or an icon. Colours come from the palette in use.
enum class Tone { Plain, Quiet, Faint, Ok, Warn, Err, Accent, Key, Text, Number };

/// How a cell is painted. `Group` and `Section` span the row.
enum class RowKind {
    Text, ///< 13/400
    Strong, ///< 13/500: the name of the row
    Mono, ///< monospaced 12: digests, revisions; always left to right
    Check, ///< a state and its words, see `StateRole`
    Badge, ///< one pill, see `BadgesRole`
    Group, ///< 13/600 with a note, can be folded
    Section, ///< 12/600: the heads of the tree and of Go to anything
    More, ///< "30 more…": quiet, acts when chosen
};

/// The outcome of a check, told by shape and by words.
enum class CheckState { Passed, Failed, Warned, NotChecked };

enum class BadgeTone {
    Neutral, ///< grey pill
    Ok, ///< green pill: Public
    Warn, ///< amber pill
    Bare, ///< icon and words alone, on the same left edge: Private
};

/// A pill of one or two words.
struct BadgeValue {
    QString text = {};
    QString icon = {};
    BadgeTone tone = BadgeTone::Neutral;
    friend bool operator==(const BadgeValue &, const BadgeValue &) = default;
};

/// Data roles that models fill. `Qt::DisplayRole` is the text, `Qt::ToolTipRole` its whole form, `Qt::TextAlignmentRole` with
/// `Qt::AlignRight` makes a number with tabular figures, `Qt::CheckStateRole` a check box that can be toggled.
enum RowRole {
    KindRole = Qt::UserRole + 1, ///< RowKind as int; Text where it is not given
    IdRole, ///< QString: stable identity; selection and expansion are kept by it
    IconRole, ///< QString: icon name
    IconToneRole, ///< Tone as int; Quiet where it is not given
    ToneRole, ///< Tone as int, of the text
    NoteRole, ///< QString after the text, 12/400
    BadgesRole, ///< QList<BadgeValue> after the text
    StateRole, ///< CheckState as int, for kind Check
    TrailingRole, ///< QString at the end of the row (first column)
    TrailingIconRole, ///< QString: icon at the end of the row; in a section row it is a button
    TrailingToneRole, ///< Tone as int, of the trailing icon
    StaleRole, ///< bool: known from before ("as of 14:05")
    UnreadRole, ///< bool: not read yet, an en dash stands in its place
    MatchRole, ///< QString: what was searched; its occurrences are painted bold
    KeysRole, ///< QStringList: key caps at the end of the row
    InsetRole, ///< int: levels under a group (24 px each)
};

/// The text of a cell as a person reads it, for copying and for screen readers: text, badges, note, state, trailing words.
[[nodiscard]] QString plainText(const QModelIndex &index);

} // namespace pd::models

Q_DECLARE_METATYPE(QList<pd::models::BadgeValue>)
