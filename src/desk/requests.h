// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "desk/receipt.h"
#include "desk/rows.h"

#include <QMap>

/// What panes and command line ask for, and what they are told before it is done. Values of plain types, so that they cross threads, are kept in
/// the state file and are shown as they are. References are complete (`host/repository:tag`) unless a comment says *typed*.
namespace pd::desk {

/// How a folder becomes a bundle.
struct BuildOptions {
    QString revision; ///< Empty: git's, with `-dirty` when something is changed.
    QString regoVersion = QStringLiteral("rego.v1"); ///< `rego.v0`, `rego.v0v1`, `rego.v1`
    int optimize = 0; ///< 0 to 2.
    QStringList entrypoints;
    QStringList ignore;
    bool includeTests = false;
    QMap<QString, QString> annotations;
    bool gitAnnotations = true; ///< `org.opencontainers.image.source`, `.revision`, `.version` where git knows them.
};

struct BuildRequest {
    QStringList folders;
    QString reference;
    BuildOptions options;
};

struct TagRequest {
    QString source; ///< A reference, or a digest's first characters.
    QString target;
};

struct PushRequest {
    QString source; ///< In the local store.
    QString target; ///< Where to; empty: `source`. The local store gets this tag too (the Policy CLI does so).
    QStringList moreTags;
};

struct PullRequest {
    QString reference; ///< With a tag or a digest.
};

struct RemoveRequest {
    QStringList references;
};

struct SaveRequest {
    QString reference;
    QString path; ///< Of the `.tar.gz`; written whole or not at all.
};

struct ImportRequest {
    QString path; ///< A bundle `.tar.gz`.
    QString reference;
};

struct PublishRequest {
    QString folder;
    QString destination; ///< `host/repository`
    QStringList tags; ///< At least one.
    BuildOptions options;
};

/// What a publish would do: the live sentence is made of it.
struct PublishPlan {
    QString destination;
    bool repositoryExists = false;
    RemotePackage::Visibility visibility = RemotePackage::Visibility::Unknown;
    QStringList existingTags;
    QList<MovedTag> moved; ///< Of the request's tags, those that point elsewhere today.
    QString nextPatch; ///< After the highest version there; `0.1.0` for a new repository.
    QString nextMinor;
    QString nextMajor;
};

/// What one version (a digest with all its tags) of a package is: what a delete takes along, a row of `Desk::versions`.
struct DeleteItem {
    QString digest;
    QStringList tags; ///< All that point to it: all go.
    qint64 versionId = 0; ///< GitHub's, 0 elsewhere.
    QDateTime published;
    qint64 size = -1;
};

struct DeleteRequest {
    QString repository; ///< `host/repository`
    QStringList versions; ///< Tags or digests; empty: the whole package.
};

/// What a delete would do; `DeleteVerb::run` does exactly this, nothing else.
struct DeletePlan {
    DeleteRequest request;
    QList<DeleteItem> items;
    bool wholePackage = false;
    bool lastTagged = false; ///< GitHub refuses to delete the last tagged version alone: only the package can go.
    QString
        refusal; ///< Why it cannot be done: `github.lastTaggedVersion` (plan again without versions: the whole package), `github.scopeMissing`; empty when it can.
    QString missingScope; ///< `delete:packages` where the token is known to lack it.
    QString page; ///< Where to make a token that has it; else the package's settings, where GitHub has some. May be empty.
    QDateTime undoUntil; ///< Invalid: cannot be undone.
    QStringList command;
};

struct SignInRequest {
    QString host;
    QString user; ///< Empty with an empty token: use it without an account.
    Secret token;
    bool makeDefault = false;
    bool untilQuit = false; ///< Not in the keychain: in memory, until the program ends.
};

/// An account as the first page and the tree show it.
struct AccountRow {
    QString host;
    QString user;
    QString source; ///< `keychain`, `docker`, `policy`, `environment`, `until-quit`, `gh`
    bool clearText = false;
    QString registry = {}; ///< The container registry that it signs in to: the host itself, but for the GitHub CLI's accounts.
};

/// A program of others on this computer, for the first page.
struct FoundRow {
    enum class Kind { PolicyCli, Docker, GitHubCli, OpaMissing, Opa };
    Kind kind = Kind::PolicyCli;
    int images = -1;
    QList<AccountRow> accounts;
    QString helper;
    QString version;
};

/// An account that another program on this computer has, to be used here as well.
struct TakeOverRequest {
    FoundRow::Kind from = FoundRow::Kind::Docker; ///< Docker, PolicyCli or GitHubCli.
    QString host; ///< As in `AccountRow`.
    QString user;
    bool untilQuit = false; ///< Not in the keychain: in memory, until the program ends.
};

/// One part of a reference's explanation while it is typed ("ghcr.io added", "Acme becomes acme").
struct ReferenceReading {
    QString reference; ///< Complete; empty when it cannot be read.
    QString host;
    QString repository;
    QString tag;
    QStringList notes; ///< Worded, in order.
    QString problem; ///< Worded; empty when it can be read.
};

/// A folder with Rego, looked at.
struct FolderRow {
    QString path;
    QString branch;
    QString revision; ///< With `-dirty`.
    QStringList changed;
    QString sourceUrl;
    QString version; ///< git's, where a tag names one.
    int regoFiles = 0;
    int testFiles = 0;
    QStringList packages;
    QStringList roots;
};

/// What an image holds.
struct ImageDetails {
    LocalImage image;
    QString mediaType;
    qint64 manifestSize = 0;
    QString manifest; ///< The bytes, as text.
    QStringList files;
    QStringList packages;
    QStringList roots;
    QString regoVersion;
    int layers = 0;
};

/// A page of a list that comes in pages.
template <typename Row>
struct Page {
    QList<Row> rows;
    QString next; ///< Empty: this was the last one.
    bool stale = false;
};

} // namespace pd::desk
