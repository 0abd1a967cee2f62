// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QHash>
#include <QStringList>

#include <span>

namespace pd::ctl {

/// An option that a verb takes, or all of them do.
struct OptionInfo {
    const char *name; ///< Long name without dashes.
    char letter; ///< Short name, 0 for none.
    const char *value; ///< What its value is called, null for a switch.
    const char *help; ///< English; looked up in the context "pd::ctl".
};

/// A verb as `policydeskctl` knows it: the one table that usage, help and checks are made from.
struct VerbInfo {
    const char *name; ///< `build`, `remote tags`
    const char *arguments; ///< As the usage shows them.
    const char *help;
    int least; ///< Number of arguments, at least.
    int most; ///< … at most; −1 for any.
    std::span<const OptionInfo> options;
};

[[nodiscard]] std::span<const VerbInfo> verbs();
[[nodiscard]] std::span<const OptionInfo> commonOptions();

/// What was typed, checked against the table. A value.
struct CommandLine {
    const VerbInfo *verb = nullptr; ///< Null where only help was asked for.
    QStringList arguments;
    QHash<QString, QStringList> options; ///< Long name to its values, in order; a switch has one empty value.
    bool help = false;

    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
    [[nodiscard]] QString value(const QString &option) const { return options.value(option).value(0); }
    [[nodiscard]] QStringList values(const QString &option) const { return options.value(option); }
};

/// Errors: InvalidInput with the cause `usage.unknownVerb`, `usage.unknownOption`, `usage.missingValue`, `usage.tooFew`, `usage.tooMany`, `usage.old`
/// (a spelling of the Policy CLI; the detail is the new one); the subject is the word at fault. Options may stand anywhere; `--` ends them.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList &arguments);

/// The whole usage, or that of one verb.
[[nodiscard]] QString usage(const VerbInfo *verb);

} // namespace pd::ctl
