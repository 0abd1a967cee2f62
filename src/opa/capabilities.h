// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "program.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pd::opa {

/// What an OPA offers to Rego: its builtin functions and language features (`opa capabilities --current`). A value.
class Capabilities {
public:
    Capabilities() = default;
    /// Protocol `opa.output` where it is no capabilities document.
    [[nodiscard]] static Result<Capabilities> parse(const QByteArray &json);

    /// Names of all builtins, sorted.
    [[nodiscard]] QStringList names() const;
    /// Each name with one line about it in OPA's words, empty where it gives none.
    [[nodiscard]] QList<std::pair<QString, QString>> described() const;

    /// Without what reads this computer or talks to the network (`dangerousBuiltins`), and with no host allowed.
    [[nodiscard]] Capabilities restricted() const;
    /// With these declarations (`{"name", "decl"}`, as `.manifest` lists them) added where the name is not there yet.
    [[nodiscard]] Capabilities with(const QJsonArray &declarations) const;

    [[nodiscard]] QByteArray toJson() const;

private:
    QJsonObject m_document;
};

/// http.send, net.lookup_ip_addr, opa.runtime.
[[nodiscard]] QStringList dangerousBuiltins();

/// Engine thread. Errors: those of `runProcess`, and Protocol `opa.output`.
[[nodiscard]] Task<Result<Capabilities>> capabilities(OpaProgram opa, std::stop_token stop);

/// The declarations in `.manifest` → `metadata.required_builtins` (a Topaz convention: any nesting of objects and lists that ends in
/// `{"name", "decl"}`). At most 200; malformed ones are passed over.
[[nodiscard]] QJsonArray requiredBuiltins(const QByteArray &manifest);

} // namespace pd::opa
