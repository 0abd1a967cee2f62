// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server.h"

namespace pd::opa {

/// What was typed into package `repl`, as one module. A value.
class Definitions {
public:
    /// With `rules` added: an import or `name := value` replaces its namesake, anything else is appended.
    [[nodiscard]] Definitions with(const QString &rules) const;
    [[nodiscard]] Definitions without(const QString &name) const;

    [[nodiscard]] const QList<Definition> &all() const { return m_all; }
    [[nodiscard]] bool isEmpty() const { return m_all.isEmpty(); }
    [[nodiscard]] bool contains(const QString &name) const;
    /// The names of all rules, not only the first of each text.
    [[nodiscard]] QStringList names() const;

    /// The whole module: imports first.
    [[nodiscard]] QString module() const;
    /// Places in the module become places in the text that was added last; what lies outside keeps no place.
    [[nodiscard]] QList<Diagnostic> translate(QList<Diagnostic> diagnostics) const;

private:
    struct Placed {
        QString text;
        int lastBegins = 0; ///< Rows before the text that was added last.
    };
    [[nodiscard]] Placed place() const;

    QList<Definition> m_all;
};

} // namespace pd::opa
