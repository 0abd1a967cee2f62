// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "digest.h"

#include <optional>

namespace pd::oci {

/// What was added to or changed in a reference while it was read, so that a field can explain it as it is typed.
struct Completion {
    bool hostAdded = false; ///< The default registry, or docker.io, was put in front.
    bool libraryAdded = false; ///< `library/` was put in front of a bare name.
    bool tagAdded = false; ///< `latest` was added.
    bool schemeDropped = false; ///< `https://`, `oci://` or `docker://` was cut off.
    QString hostLowered; ///< The host as typed, where it had capitals.
    QString ownerLowered; ///< The GitHub owner as typed, where it had capitals.
    QString nameLowered; ///< The rest of the repository as typed, where it had capitals.
    QString tagDropped; ///< The tag that a digest made void.
    [[nodiscard]] bool isEmpty() const { return *this == Completion(); }
    friend bool operator==(const Completion &, const Completion &) = default;
};

/// `host/repository:tag` or `host/repository@digest`, complete and legal. A value.
///
/// Read by Docker's rules as the Policy CLI applies them (distribution/reference 0.6 and the CLI's `CalculateRef`):
/// the first segment is a host if it has `.` or `:`, is `localhost`, or has a capital; a bare name gets `library/`; where no host was
/// typed the default registry is put in front. Two additions: a host's capitals are lowered, and so are a repository's on GitHub, where an
/// owner is written with capitals and packages are not. (There a first segment with capitals is an owner too, if the default registry is GitHub's.)
class Reference {
public:
    Reference() = default; ///< Null: names nothing.

    /// `typed` may have white space around it. `defaultDomain` is a bare host, or empty for docker.io.
    /// Errors: InvalidInput; the subject is the part at fault and the cause names it: `reference.empty`, `reference.host`, `reference.repository`,
    /// `reference.repository.case`, `reference.tag`, `reference.digest`, `reference.identifier` (64 hex characters alone), `reference.length`.
    [[nodiscard]] static Result<Reference> parse(QStringView typed, QStringView defaultDomain);
    /// A complete reference as a store or registry holds it: nothing is completed or lowered; toString() gives the same text again.
    [[nodiscard]] static Result<Reference> parseStored(QStringView text);

    [[nodiscard]] bool isNull() const { return m_host.isEmpty(); }
    [[nodiscard]] QString host() const { return m_host; } ///< With the port, if any: `localhost:5000`.
    [[nodiscard]] QString repository() const { return m_repository; } ///< Without the host: `acme/rbac`.
    [[nodiscard]] QString tag() const { return m_tag; } ///< Empty with a digest.
    [[nodiscard]] const std::optional<Digest> &digest() const { return m_digest; }
    /// `host/repository`: what the Policy CLI writes as title.
    [[nodiscard]] QString name() const;
    /// The canonical text, as in the store's index.
    [[nodiscard]] QString toString() const;
    /// As short as Docker shows it: without `docker.io/` and `library/`.
    [[nodiscard]] QString familiar() const;
    /// What parse() completed; empty for a reference that was typed in full.
    [[nodiscard]] const Completion &completion() const { return m_completion; }

    /// The same repository under another tag, which must be legal (`reference.tag`), or digest.
    [[nodiscard]] Result<Reference> withTag(const QString &tag) const;
    [[nodiscard]] Reference withDigest(const Digest &digest) const;

    /// `[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}` (distribution-spec 1.1, "Pulling manifests").
    [[nodiscard]] static bool isLegalTag(QStringView tag);
    [[nodiscard]] static bool isLegalRepository(QStringView repository);
    /// A name or address with an optional port; no scheme, path or user.
    [[nodiscard]] static bool isLegalHost(QStringView host);
    /// ghcr.io, `containers.HOST` of GitHub Enterprise, `containers.SUB.ghe.com`.
    [[nodiscard]] static bool isGitHubHost(QStringView host);

    /// What the two name, not how they came about.
    friend bool operator==(const Reference &a, const Reference &b)
    {
        return a.m_host == b.m_host && a.m_repository == b.m_repository && a.m_tag == b.m_tag && a.m_digest == b.m_digest;
    }
    friend size_t qHash(const Reference &r, size_t seed = 0) { return qHashMulti(seed, r.m_host, r.m_repository, r.m_tag); }

private:
    QString m_host;
    QString m_repository;
    QString m_tag;
    std::optional<Digest> m_digest;
    Completion m_completion;
};

} // namespace pd::oci
