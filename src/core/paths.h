// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pd {

/// The program's own folders, by the XDG base directory specification. Pure: nothing is created.
struct Paths {
    QString config; ///< Settings: `$XDG_CONFIG_HOME/policydesk`
    QString data; ///< What the user would miss: downloaded OPA, the practice registry: `$XDG_DATA_HOME/policydesk`
    QString state; ///< History, transfers, undo: `$XDG_STATE_HOME/policydesk`
    QString cache; ///< What may be lost: `$XDG_CACHE_HOME/policydesk`
    QString runtime; ///< Sockets, private to the user: `$XDG_RUNTIME_DIR/policydesk`, or a folder under the temporary one
    QString home;

    [[nodiscard]] static Paths forThisUser();
};

/// `~` in front of a path below the home folder, as people write it.
[[nodiscard]] QString withTilde(const QString &path, const QString &home);

} // namespace pd
