// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace pd::models {

/// How a cell is drawn: what every model answers for `KindRole`.
enum class CellKind {
    Text,    ///< Body text.
    Strong,  ///< The name of a row.
    Mono,    ///< Digests, revisions, values: monospaced, left to right.
    Check,   ///< An icon in its tone, then words.
    Badge,   ///< A pill with an icon: tinted with tone Ok, grey with Normal, icon and words alone with Quiet.
    Group,   ///< The head of rows that belong together; spans all columns.
    Section, ///< A head in the tree or a list; never chosen.
};

/// In which colour: names of meaning, the palette has the values.
enum class Tone {
    Normal, ///< text
    Quiet,  ///< text2
    Faint,  ///< text3: what is not read yet, stale, a placeholder
    Ok,
    Warn,
    Err,
    Link,    ///< The accent's line colour.
    Key,     ///< JSON: a name.
    String,  ///< JSON: a string.
    Literal, ///< JSON: a number, true, false, null.
};

/// What models answer beside Qt's own roles. `Qt::DisplayRole` is the text, `Qt::ToolTipRole` the whole or absolute value,
/// `Qt::TextAlignmentRole` the side, `Qt::AccessibleTextRole` the words where the text alone would not do.
enum Role {
    KindRole = Qt::UserRole + 1, ///< int, a CellKind
    ToneRole,                    ///< int, the Tone of the text
    SecondaryRole,               ///< QString: smaller words after the text, "same as 2.1.0"
    BadgesRole,                  ///< QStringList: small badges after the text, "new"
    IconRole,                    ///< QString: an icon's name, without one empty
    IconToneRole,                ///< int, the Tone of the icon
    TrailingRole,                ///< QString: quiet text at the far end of the row, a count or an account
    TrailingKindRole,            ///< int, CellKind::Text or CellKind::Mono
    KeysRole,                    ///< QStringList: key caps at the far end, one text a cap
    MatchesRole,                 ///< QList<pd::models::TextRange>: what of the text matched, drawn bold
    ProgressRole,                ///< int, thousandths; −1 where nothing moves or nobody knows how far
    ActionsRole,                 ///< QStringList: ids of the flat buttons of the row, in their order
    ActionTextsRole,             ///< QStringList: their words
    CopyRole,                    ///< QString: the whole value for the clipboard
    RowKeyRole,                  ///< QString: the same for the same thing after every refresh; unique in the model
    StaleRole,                   ///< bool: from an earlier visit, not read again yet
    SortValueRole,               ///< The raw value behind the text: qint64, QDateTime (UTC) or QString
};

/// Characters of a text, counted in UTF-16 units.
struct TextRange {
    int start = 0;
    int length = 0;
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

} // namespace pd::models
