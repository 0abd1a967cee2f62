// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

namespace pd::gallery {

using models::ActionRank;
using models::ActionValue;
using models::CheckState;
using models::Sentence;
using models::Tone;
using models::TreeNode;
using Qt::StringLiterals::operator""_s;

namespace {

TreeNode package(const QString &name)
{
    return {.id = u"ghcr.io/acme/"_s + name, .label = name, .icon = u"package"_s};
}

TreeNode more(const QString &label)
{
    return {.id = u"more"_s, .label = label, .icon = u"overflow-menu"_s, .more = true};
}

ActionValue button(const QString &id, const QString &label, ActionRank rank = ActionRank::Normal, const QString &icon = {})
{
    return {.id = id, .label = label, .icon = icon, .rank = rank};
}

ActionValue verb(const QString &id, const QString &icon, const QString &label, const QString &key = {})
{
    return {.id = id, .label = label, .icon = icon, .shortcut = key};
}

ActionValue danger(const QString &id, const QString &label, const QString &key = {})
{
    return {.id = id, .label = label, .icon = u"edit-delete"_s, .shortcut = key, .rank = ActionRank::Danger};
}

} // namespace

models::TreeSnapshot tree()
{
    const TreeNode acme{.id = u"ghcr.io/acme"_s,
        .label = u"acme"_s,
        .icon = u"view-institution"_s,
        .trailing = u"37"_s,
        .children = {package(u"policy-rebac"_s), package(u"policy-abac"_s), package(u"kube-admission"_s), package(u"terraform-guard"_s),
            package(u"envoy-authz"_s), package(u"rbac-base"_s), package(u"pii-masking"_s), more(u"30 more…"_s)}};
    const TreeNode mira{.id = u"ghcr.io/mira"_s, .label = u"mira"_s, .icon = u"user-identity"_s, .trailing = u"3"_s, .expandable = true};
    const TreeNode ghcr{
        .id = u"ghcr.io"_s, .label = u"ghcr.io"_s, .icon = u"server-database"_s, .trailing = u"@mira"_s, .children = {acme, mira}};
    const TreeNode other{.id = u"registry.acme.example"_s,
        .label = u"registry.acme.example"_s,
        .icon = u"server-database"_s,
        .trailing = u"@ci"_s,
        .expandable = true};
    const TreeNode practice{
        .id = u"practice"_s, .label = u"Practice registry"_s, .icon = u"computer"_s, .trailing = u"running"_s, .expandable = true};
    const TreeNode local{.id = u"local"_s, .label = u"Local images"_s, .icon = u"drive-harddisk"_s, .trailing = u"12"_s};
    const TreeNode rbac{.id = u"folder/rbac"_s, .label = u"rbac"_s, .icon = u"folder"_s, .trailing = u"2 changed"_s};
    const TreeNode kube{.id = u"folder/kube-admission"_s, .label = u"kube-admission"_s, .icon = u"folder"_s};
    return {{{u"registries"_s, u"Registries"_s, u"Add a registry"_s, {}, {ghcr, other, practice}},
        {u"computer"_s, u"On this computer"_s, {}, {}, {local}}, {u"folders"_s, u"Folders"_s, u"Open a folder"_s, {}, {rbac, kube}}}};
}

models::TreeSnapshot emptyTree()
{
    const TreeNode practice{.id = u"practice"_s, .label = u"Practice registry"_s, .icon = u"computer"_s, .trailing = u"not started"_s};
    const TreeNode local{.id = u"local"_s, .label = u"Local images"_s, .icon = u"drive-harddisk"_s, .trailing = u"12"_s};
    return {{{u"registries"_s, u"Registries"_s, u"Add a registry"_s, {}, {practice}},
        {u"computer"_s, u"On this computer"_s, {}, {}, {local}}, {u"folders"_s, u"Folders"_s, u"Open a folder"_s, u"None yet"_s, {}}}};
}

models::InspectorContent tagInspector()
{
    models::InspectorContent made;
    made.title = u"2.1.0"_s;
    made.badges = {{u"latest"_s}, {u"2.1"_s}, {u"2"_s}};
    made.kind = u"policy-rebac"_s;
    made.digest = u"sha256:4f2c9a18d0b3"_s;
    made.digestToolTip = u"sha256:4f2c9a18d0b3c2f9a7a5f1e0a9be3fa0d5a15b1f7cf5a6e3bb0c4d6d9f4a1c77"_s;
    made.buttons = {button(u"pull"_s, u"Pull"_s, ActionRank::Primary), button(u"try"_s, u"Try"_s), button(u"compare"_s, u"Compare…"_s)};
    made.more = {verb(u"open"_s, u"open-link"_s, u"Open in the browser"_s, u"Ctrl B"_s),
        verb(u"copyReference"_s, u"edit-copy"_s, u"Copy reference"_s, u"Ctrl C"_s)};
    made.sections = {{.facts = {{u"Published"_s, u"2 h ago by mira"_s}, {u"Size"_s, u"17.6 KiB, 3 layers"_s},
                          {u"Revision"_s, u"2f31c0a on main"_s}, {u"Source"_s, u"acme/policies"_s},
                          {u"Rego"_s, u"v1, 12 files, 3 packages"_s}, {u"Anyone can pull"_s, u"yes, without signing in"_s}}},
        {.title = u"Checks"_s,
            .checks = {{CheckState::Passed, u"Loads in OPA 1.22.2"_s, u"yours"_s}, {CheckState::Passed, u"Signed with key “release”"_s},
                {CheckState::Passed, u"48 tests pass"_s, u"91 % covered"_s},
                {CheckState::NotChecked, u"Loads in OPA 1.4.2"_s, u"not checked"_s, {}, button(u"check"_s, u"Check"_s)}}}};
    made.verbs = {danger(u"delete"_s, u"Delete this version…"_s, u"Del"_s), verb(u"tag"_s, u"tag"_s, u"Point a tag here…"_s),
        verb(u"rollBack"_s, u"edit-undo"_s, u"Roll back to this…"_s), verb(u"copyTo"_s, u"cloud-upload"_s, u"Copy to…"_s),
        verb(u"save"_s, u"document-save-as"_s, u"Save as .tar.gz…"_s, u"Ctrl S"_s),
        verb(u"remove"_s, u"window-close"_s, u"Remove tag 2.1.0"_s)};
    return made;
}

models::InspectorContent packageInspector()
{
    models::InspectorContent made;
    made.title = u"policy-rebac"_s;
    made.badges = {{u"Public"_s, u"globe"_s, models::BadgeTone::Ok}};
    made.kind = u"Package"_s;
    made.buttons = {button(u"showTags"_s, u"Show tags"_s, ActionRank::Primary), button(u"copyReference"_s, u"Copy reference"_s)};
    made.more = {verb(u"refresh"_s, u"view-refresh"_s, u"Refresh"_s)};
    made.sections = {{.facts = {{u"Newest tag"_s, u"2.1.0, 2 h ago"_s}, {u"Versions"_s, u"348, 31 tags"_s}, {u"Size"_s, u"5.9 MiB"_s},
                          {u"Source"_s, u"acme/policies"_s}, {u"Access"_s, u"inherited from acme/policies"_s},
                          {u"You may"_s, u"read, write, delete"_s}}},
        {.title = u"Anyone can pull without signing in: yes"_s, .text = u"Checked 2 min ago with a request that carried no account."_s}};
    made.verbs = {verb(u"open"_s, u"open-link"_s, u"Open in the browser"_s, u"Ctrl B"_s),
        verb(u"visibility"_s, u"visibility"_s, u"Change visibility…"_s), verb(u"cleanUp"_s, u"edit-clear-history"_s, u"Clean up…"_s),
        verb(u"deletedVersions"_s, u"user-trash"_s, u"Deleted versions"_s, u"6"_s), danger(u"delete"_s, u"Delete this package…"_s)};
    return made;
}

models::InspectorContent folderInspector()
{
    models::InspectorContent made;
    made.title = u"rbac"_s;
    made.badges = {{u"2 changed"_s}};
    made.kind = u"Folder"_s;
    made.digest = u"~/src/rbac"_s;
    made.buttons = {button(u"build"_s, u"Build"_s), button(u"check"_s, u"Check"_s), button(u"test"_s, u"Test"_s)};
    made.more = {verb(u"refresh"_s, u"view-refresh"_s, u"Refresh"_s)};
    made.sections = {
        {.facts = {{u"Branch"_s, u"main, 2f31c0a"_s}, {u"Changed"_s, u"grants.rego, data.json"_s}, {u"Rego"_s, u"v1, 12 files"_s},
             {u"Packages"_s, u"rbac, rbac.grants, rbac.audit"_s}, {u"Roots"_s, u"rbac, data.rbac"_s}, {u"Tools"_s, u"OPA 1.22.2"_s}}},
        {.title = u"Published from here"_s, .facts = {{u"2 h ago"_s, u"2.1.0"_s}, {u"3 d ago"_s, u"2.0.3"_s}, {u"9 d ago"_s, u"2.0.2"_s}}}};
    made.verbs = {verb(u"watch"_s, u"visibility"_s, u"Watch and test on save"_s),
        verb(u"format"_s, u"document-edit"_s, u"Format"_s, u"Ctrl ⇧ F"_s),
        verb(u"ci"_s, u"document-new-from-template"_s, u"CI files from these settings…"_s),
        verb(u"show"_s, u"document-open-folder"_s, u"Show in the file manager"_s),
        verb(u"forget"_s, u"window-close"_s, u"Remove from the list"_s)};
    return made;
}

models::InspectorContent imageInspector()
{
    models::InspectorContent made;
    made.title = u"2.1.1-dev"_s;
    made.badges = {{u"only here"_s}};
    made.kind = u"policy-rebac"_s;
    made.digest = u"sha256:9e04bd7713fa"_s;
    made.buttons = {button(u"push"_s, u"Push to…"_s, ActionRank::Primary), button(u"try"_s, u"Try"_s), button(u"compare"_s, u"Compare…"_s)};
    made.more = {verb(u"copyReference"_s, u"edit-copy"_s, u"Copy reference"_s)};
    made.sections = {
        {.facts = {{u"Built"_s, u"4 min ago with OPA 1.22.2"_s}, {u"From"_s, u"~/src/rbac, 2 changed"_s},
             {u"Revision"_s, u"2f31c0a and changes"_s}, {u"Size"_s, u"17.9 KiB, 3 layers"_s}, {u"Rego"_s, u"v1, 12 files, 3 packages"_s}}},
        {.title = u"Checks"_s,
            .checks = {{CheckState::Passed, u"Loads in OPA 1.22.2"_s, u"yours"_s},
                {CheckState::Passed, u"48 tests pass"_s, u"91 % covered"_s}, {CheckState::NotChecked, u"Not signed"_s}}}};
    made.verbs = {verb(u"tag"_s, u"tag"_s, u"Tag…"_s), verb(u"history"_s, u"view-history"_s, u"Tag history"_s),
        verb(u"save"_s, u"document-save-as"_s, u"Save as .tar.gz…"_s, u"Ctrl S"_s), verb(u"copyTo"_s, u"cloud-upload"_s, u"Copy to…"_s),
        verb(u"useInOpa"_s, u"go-jump"_s, u"Use in OPA…"_s), verb(u"remove"_s, u"window-close"_s, u"Remove"_s, u"Del"_s)};
    return made;
}

models::InspectorContent planInspector()
{
    models::InspectorContent made;
    made.title = u"Delete 41 versions"_s;
    made.kind = u"Plan"_s;
    made.sentence = Sentence::of(u"%1 of 348 versions of %2 go, 712 KiB. No tag moves or goes. 305 stay, 2 are refused.",
        {Sentence::plain(u"41"_s), Sentence::plain(u"ghcr.io/acme/policy-rebac"_s)});
    made.promise = {
        u"edit-undo"_s, u"Undo until 24 December 2026"_s, u"GitHub keeps deleted versions for 30 days. They are under Deleted versions."_s};
    made.options = {{u"keepCopy"_s, u"Keep a copy on this computer (712 KiB)"_s, true}};
    made.buttons = {button(u"accept"_s, u"Delete 41 versions"_s, ActionRank::Filled, u"user-trash"_s), button(u"cancel"_s, u"Cancel"_s)};
    made.sections = {{.facts = {{u"Left by a tag"_s, u"26"_s}, {u"Parts of those"_s, u"3"_s}, {u"Signatures"_s, u"8"_s},
                          {u"Unused"_s, u"4"_s}, {u"Takes"_s, u"about 20 s, 41 requests"_s}, {u"Token"_s, u"may delete packages"_s}}},
        {.title = u"Same as"_s,
            .command = u"policydeskctl clean \\\n  ghcr.io/acme/policy-rebac \\\n  --untagged --older 90d \\\n  --keep 10"_s}};
    made.verbs
        = {verb(u"savePlan"_s, u"document-save"_s, u"Save the plan…"_s), verb(u"copyMarkdown"_s, u"edit-copy"_s, u"Copy as Markdown"_s)};
    return made;
}

models::InspectorContent tokenInspector()
{
    models::InspectorContent made = tagInspector();
    made.buttons[0].rank = ActionRank::Normal;
    made.note = u"Anyone can pull 2.1.0, so Pull, Try and Compare work without the token."_s;
    made.sections = {{.facts = {{u"Published"_s, u"2 h ago by mira"_s}, {u"Size"_s, u"17.6 KiB, 3 layers"_s},
                          {u"Revision"_s, u"2f31c0a on main"_s}, {u"Source"_s, u"acme/policies"_s}, {u"Known since"_s, u"14:05 today"_s}}},
        {.title = u"Waits for the token"_s,
            .checks = {{CheckState::NotChecked, u"Publish kube-admission 0.9.0"_s, {}, u"clock"_s},
                {CheckState::NotChecked, u"Clean up policy-rebac"_s, {}, u"clock"_s}}}};
    made.verbs = {verb(u"scopes"_s, u"user-identity"_s, u"What can this token do?"_s),
        verb(u"connection"_s, u"link"_s, u"Check the connection"_s), verb(u"edit"_s, u"document-edit"_s, u"Edit the registry…"_s)};
    return made;
}

models::ActivitySnapshot idle(const QString &text)
{
    models::ActivitySnapshot made;
    made.line = {.icon = u"checkmark"_s, .text = text};
    return made;
}

models::ActivitySnapshot activity()
{
    const ActionValue cancel = button(u"cancel"_s, u"Cancel"_s);
    models::ActivitySnapshot made;
    made.line = {.icon = u"cloud-upload"_s,
        .text = u"acme/kube-admission:0.9.0"_s,
        .progress = 0.64,
        .words = {u"64 %"_s, u"1.2 MiB/s"_s, u"3 s left"_s},
        .cancelId = u"1"_s,
        .trailing = u"2 waiting"_s};
    made.summary = u"1 running, 3 waiting, 1 failed"_s;
    made.jobs = {{u"1"_s, u"cloud-upload"_s, u"Publish acme/kube-admission:0.9.0"_s, models::JobState::Running, 0.64,
                     u"1.2 of 1.9 MiB, 1.2 MiB/s, 3 s left"_s, {cancel}},
        {u"2"_s, u"pd-offline"_s, u"Pull platform/edge-authz:1.4.0"_s, models::JobState::Waiting, -1,
            u"For the network: registry.acme.example is out of reach"_s, {cancel}},
        {u"3"_s, u"pd-key"_s, u"Clean up legacy-acl, 84 versions"_s, models::JobState::Waiting, -1,
            u"For a token that may delete packages"_s, {button(u"token"_s, u"Replace token…"_s), cancel}},
        {u"4"_s, u"pd-pause"_s, u"Pull acme/payments-limits:4.0.2"_s, models::JobState::Waiting, -1,
            u"Paused by you, 31 of 86 MiB are here"_s, {button(u"resume"_s, u"Resume"_s), cancel}},
        {u"5"_s, u""_s, u"Copy policy-abac:1.4.2 to registry.acme.example/platform"_s, models::JobState::Failed, -1,
            u"The registry’s disk is full; theirs to fix"_s, {button(u"retry"_s, u"Retry"_s), button(u"details"_s, u"Details"_s)}},
        {u"6"_s, u""_s, u"Published acme/policy-rebac:2.1.0"_s, models::JobState::Done, -1, u"2 h ago, moved latest, 2.1 and 2"_s,
            {button(u"receipt"_s, u"Receipt"_s)}},
        {u"7"_s, u""_s, u"Removed policy-rebac:2.0.2 here"_s, models::JobState::Done, -1, u"2 h ago, 17.5 KiB"_s,
            {button(u"undo"_s, u"Undo"_s), button(u"receipt"_s, u"Receipt"_s)}}};
    const models::ReceiptValue first{u"r1"_s, u"cloud-upload"_s, u"policy-rebac:2.1.0"_s, u"published, 3 tags moved"_s, u"4f2c9a18d0b3"_s,
        u"2 h ago"_s,
        {{u"Reference"_s, u"ghcr.io/acme/policy-rebac:2.1.0"_s}, {u"Digest"_s, u"sha256:4f2c9a18d0b3"_s, {}, true},
            {u"Moved"_s, u"latest, 2.1 and 2, from 91bb07c2ee41"_s}, {u"When"_s, u"24 November 2026, 12:04:38, by mira"_s}},
        u"Published policy-rebac:2.1.0: ghcr.io/acme/policy-rebac:2.1.0, sha256:4f2c9a18d0b3, 24 November 2026, 12:04:38"_s,
        u"policydeskctl publish ~/src/rbac \\\n  ghcr.io/acme/policy-rebac --tag 2.1.0,2.1,2,latest"_s,
        {button(u"putBack"_s, u"Put the tags back…"_s), button(u"copyReceipt"_s, u"Copy the receipt"_s), button(u"show"_s, u"Show"_s)}};
    made.receipts = {first, {u"r2"_s, u"cloud-upload"_s, u"policy-rebac:2.0.3"_s, u"published"_s, u"91bb07c2ee41"_s, u"3 d ago"_s},
        {u"r3"_s, u"cloud-upload"_s, u"kube-admission:0.8.3"_s, u"published"_s, u"c8d0e2714b5f"_s, u"4 d ago"_s},
        {u"r4"_s, u"cloud-upload"_s, u"rbac-base:1.0.6"_s, u"published"_s, u"7a40f6e91c2d"_s, u"6 d ago"_s}};
    made.receiptCount = u"9 of 214"_s;
    made.periods = {u"last 7 days"_s, u"last 30 days"_s, u"all"_s};
    return made;
}

QList<models::GoToItem> goTo()
{
    QList<models::GoToItem> made = {
        {u"p1"_s, u"Packages"_s, u"package"_s, u"policy-rebac"_s, u"ghcr.io/acme, Public, 31 tags"_s},
        {u"p2"_s, u"Packages"_s, u"package"_s, u"rebac-demo"_s, u"Practice registry, 2 tags"_s},
        {u"p3"_s, u"Packages"_s, u"package"_s, u"kube-admission"_s, u"ghcr.io/acme, Private"_s},
        {u"t1"_s, u"Tags"_s, u"tag"_s, u"policy-rebac:2.1.0"_s, u"also latest, 2.1 and 2"_s, u"4f2c9a18d0b3"_s},
        {u"t2"_s, u"Tags"_s, u"tag"_s, u"policy-rebac:2.0.3"_s, u"3 d ago"_s, u"91bb07c2ee41"_s},
    };
    for (int i = 0; i < 29; ++i)
        made.append({u"t%1"_s.arg(i + 10), u"Tags"_s, u"tag"_s, u"policy-rebac:1.%1.0"_s.arg(i), u"%1 wk ago"_s.arg(i), {}});
    made += {{u"l1"_s, u"Local images"_s, u"drive-harddisk"_s, u"policy-rebac:2.1.1-dev"_s, u"only on this computer"_s, u"9e04bd7713fa"_s},
        {u"a1"_s, u"Actions"_s, u"cloud-download"_s, u"Pull policy-rebac 2.1.0"_s, {}, {}, {u"Ctrl"_s, u"P"_s}, true},
        {u"a2"_s, u"Actions"_s, u"vcs-diff"_s, u"Compare policy-rebac 2.1.0 with 2.0.3"_s, {}, {}, {u"Ctrl"_s, u"D"_s}, true},
        {u"a3"_s, u"Actions"_s, u"cloud-upload"_s, u"Publish rbac to policy-rebac"_s, u"from ~/src/rbac, 2 changed"_s, {},
            {u"Ctrl"_s, u"⇧"_s, u"P"_s}, true},
        {u"a4"_s, u"Actions"_s, u"edit-clear-history"_s, u"Clean up policy-rebac…"_s, {}, {}, {}, true}};
    return made;
}

models::StartContent start()
{
    return {{{u"policy"_s, u"package"_s, u"Policy CLI"_s,
                 u"12 images, signed in to ghcr.io as mira. Its token lies in a clear-text file; Use copies it to the keychain."_s,
                 button(u"use.policy"_s, u"Use"_s)},
                {u"docker"_s, u"server-database"_s, u"Docker"_s, u"Signed in to registry.acme.example through the helper secretservice"_s,
                    button(u"use.docker"_s, u"Use"_s)},
                {u"gh"_s, u"vcs-branch"_s, u"GitHub CLI"_s, u"Signed in as mira; may read packages, not delete them"_s,
                    button(u"use.gh"_s, u"Use"_s)},
                {u"opa"_s, u"info"_s, u"OPA was not found"_s,
                    u"Needed to build, check and try. Version 1.22.2, 38 MB, checked against its published sum."_s,
                    button(u"getOpa"_s, u"Get OPA"_s)}},
        button(u"useAll"_s, u"Use all three"_s, ActionRank::Primary), u"Start it"_s};
}

models::ErrorNotice expiredToken()
{
    return {.title = u"The token for @mira expired on 22 November"_s,
        .text
        = u"GitHub did not accept it when the tags of policy-rebac were asked for. This is yours to fix; the network and the registry are fine. Paste a new token and everything that waits goes on."_s,
        .actions = {button(u"replaceToken"_s, u"Replace token"_s, ActionRank::Primary),
            button(u"makeToken"_s, u"Make one on GitHub…"_s, ActionRank::Normal, u"open-link"_s)},
        .hint = u"Needs read:packages; write:packages to publish. It goes into the keychain, nowhere else."_s,
        .details
        = u"GET https://api.github.com/orgs/acme/packages/container/policy-rebac/versions   14:07:31\nauthorization: Bearer (cut out)\n401 Unauthorized\n{\"message\":\"Bad credentials\",\"status\":\"401\"}"_s};
}

models::ErrorNotice denied()
{
    return {.icon = u"lock"_s,
        .title = u"GitHub does not show edge-policies to @mira"_s,
        .text
        = u"It answered “denied”. GitHub says the same for a package that is private and for one that does not exist, so Policy Desk cannot tell which. The network is fine, and the token is valid until 22 February 2027."_s,
        .causes
        = {{u"user-identity"_s, u"You may have no access"_s, u"Someone at northwind grants it under Package settings, Manage access."_s,
               button(u"ask"_s, u"Ask for access…"_s, ActionRank::Normal, u"open-link"_s)},
            {u"pd-key"_s, u"Another account may see it"_s, u"No other account is signed in to ghcr.io."_s,
                button(u"other"_s, u"Use another account…"_s)},
            {u"tag"_s, u"The name may be wrong"_s, u"northwind has 3 public packages: edge-base, edge-lib, samples."_s,
                button(u"three"_s, u"Show the three"_s)}},
        .actions = {button(u"scopes"_s, u"What can this token do?"_s, ActionRank::Primary), button(u"again"_s, u"Try again"_s)},
        .details = u"GET https://api.github.com/orgs/northwind/packages/container/edge-policies\n404 Not Found"_s};
}

models::EmptyNotice noTag()
{
    return {u"tag"_s, u"No tag in old-demo"_s,
        u"Its 4 versions are here, but no name points at them. The last one, 0.1.0, was removed by mira 3 days ago and can be put back."_s,
        {button(u"putBack"_s, u"Put 0.1.0 back"_s, ActionRank::Primary), button(u"versions"_s, u"Show the 4 versions"_s)}};
}

} // namespace pd::gallery
