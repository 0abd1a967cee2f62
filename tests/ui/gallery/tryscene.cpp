// SPDX-License-Identifier: GPL-3.0-or-later
#include "tryscene.h"

#include "panes/trypane.h"
#include "widgets/theme.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>
#include <QWidget>

namespace pd::gallery {

using namespace Qt::StringLiterals;

namespace {

const QByteArray Input = R"({
  "user": "mira",
  "action": "delete",
  "resource": {
    "type": "invoice",
    "id": "inv-20417",
    "owner": "sam",
    "tenant": "acme"
  },
  "session": {
    "mfa": true,
    "age_minutes": 12
  }
}
)";

const QByteArray Result = R"({
    "allow": false,
    "deny": ["viewer may not delete invoice", "inv-20417 belongs to sam"],
    "grants": {"editor": ["read", "write"], "viewer": ["read", "list"]},
    "mfa_ok": true,
    "roles": ["viewer"],
    "tenant_ok": true
})";

const QByteArray Source = R"(# Who may do what with which invoice.
package rbac

import data.grants

default allow := false

# A role of the user grants the action.
allow if {
    some role in data.roles[input.user]
    input.action in grants[role]
}

allow if {
    input.session.mfa
    input.user == input.resource.owner
}

deny contains msg if {
    not allow
    msg := sprintf("%s may not %s %s", [input.user, input.action, input.resource.type])
}
)";

desk::TryReply reply(const QByteArray &json)
{
    desk::TryReply made;
    made.value = QJsonDocument::fromJson(json).object();
    made.text = QString::fromUtf8(json);
    made.milliseconds = 0.9;
    return made;
}

Error mistake()
{
    Error error;
    error.kind = ErrorKind::Policy;
    error.cause = u"policy.builtin"_s;
    error.diagnostics = {{{}, 1, 18, u"rego_type_error"_s, u"undefined function conut"_s}};
    return error;
}

} // namespace

ui::TryPane *tryPane(TrySample sample)
{
    auto *pane = new ui::TryPane;
    const bool wrong = sample == TrySample::Mistake;
    const bool undefined = sample == TrySample::Undefined;
    const QString query = wrong ? u"data.rbac.allow; conut(data.roles) > 1"_s : undefined ? u"data.rbac.alow"_s : u"data.rbac"_s;
    pane->begin(u"ghcr.io/acme/policy-rebac:2.1.0"_s, {query, QString::fromUtf8(Input).trimmed(), u"invoice-delete.json"_s});
    pane->setReady({u"ghcr.io/acme/policy-rebac:2.1.0"_s, u"1.22.2"_s, {}, {}});
    desk::TryReply nothing;
    nothing.undefined = true;
    nothing.milliseconds = 0.4;
    pane->setReply(undefined ? nothing : reply(Result));
    if (wrong)
        pane->setError(mistake());
    if (sample == TrySample::Ended)
        pane->setEnded(u"fatal error: runtime: out of memory"_s);
    if (sample == TrySample::Source) {
        pane->setDefinitions({{u"mira"_s, u"mira := \"mira\""_s}, {u"is_owner"_s, u"is_owner if input.user == input.resource.owner"_s}});
        pane->setSource({u"rbac.rego"_s, QString::fromUtf8(Source), u"data.rbac.allow"_s, {9, 14}, 0});
    }
    if (sample != TrySample::Source)
        QTimer::singleShot(0, pane, [pane] { pane->focusQuery(); });
    return pane;
}

} // namespace pd::gallery
