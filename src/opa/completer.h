// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capabilities.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace pd::opa {

/// One way to go on typing.
struct Suggestion {
    enum class Kind { Keyword, Builtin, Package, Rule, Function, Data, Input, Definition };
    QString text; ///< The whole word or path, beginning with what was typed.
    Kind kind = Kind::Keyword;
    QString detail; ///< The arguments of a function, what a builtin does: data of the image or OPA's words, as plain text.
    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};

/// What can be typed into a query on one image. A value; bounded: 20,000 names, paths eight levels deep.
class Completer {
public:
    /// Builtins and keywords.
    void setCapabilities(const Capabilities &capabilities);
    /// Packages, rules and functions: the `result` of `GET /v1/policies`.
    void setPolicies(const QJsonArray &policies);
    /// The merged base documents; adds to what is there. `under` is the path where they lie ("" or "app.users").
    void addData(const QByteArray &json, const QString &under = {});

    /// What begins with `prefix`, the word or path before the cursor; shorter ones first, at most `most`. `input` is the input document.
    [[nodiscard]] QList<Suggestion> complete(const QString &prefix, const QByteArray &input, qsizetype most = 100) const;

private:
    QList<Suggestion> m_language;
    QList<Suggestion> m_policies;
    QList<Suggestion> m_data;
};

} // namespace pd::opa
