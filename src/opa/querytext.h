// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>
#include <QStringList>

namespace pd::opa {

/// A query as it goes to OPA, and the way back for places in OPA's errors. OPA's REST API knows neither the package of the typed
/// definitions nor the value of an expression; both are written into the text. A value.
class QueryText {
public:
    /// The typed text; `rows` and `columns` of it are what a person sees.
    explicit QueryText(QString typed);

    /// Writes `data.repl.NAME` for each of `names` that stands alone: not after a dot, not in strings or comments, and not where the
    /// query itself declares such a variable (`some NAME`, `NAME :=`).
    void qualify(const QStringList &names);
    /// Binds the value of the expression to `variable`. Only for what `isOneExpression`.
    void bindValue(const QString &variable);

    [[nodiscard]] bool isOneExpression() const { return m_oneExpression; }
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Moves rows and columns back to what was typed; places in a file are none in the query and stay.
    [[nodiscard]] QList<Diagnostic> translate(QList<Diagnostic> diagnostics) const;

private:
    struct Edit {
        int row;
        int column; ///< 1-based, in bytes as OPA counts, of the text as sent.
        int grown; ///< By how many bytes the text grew there.
    };
    void insert(qsizetype at, const QString &what);

    QString m_text;
    QList<Edit> m_edits;
    bool m_oneExpression = true;
};

} // namespace pd::opa
