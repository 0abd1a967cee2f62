// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "credential.h"
#include "transfer.h"

namespace pd {
class Clock;
}
namespace pd::http {
class Transport;
}

namespace pd::registry {

/// An OCI registry client (distribution-spec 1.1). Lives in the engine thread and must outlive its tasks; everything passed by reference must
/// outlive the task or, for the constructor, the client.
///
/// Errors everywhere: what `http::Transport::send` gives; Unauthenticated (`login.needed`, `login.denied`), Denied, NotFound, Unsupported,
/// RateLimited (with `retryAfterMs`), Protocol, Integrity; `registry` holds what the other side said.
class Client final {
public:
    Client(http::Transport &transport, CredentialProvider &provider, const Clock &clock, HostSettingsProvider settings);
    ~Client();
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    /// Checks a credential for real, before anything is stored: against the token server or an address that asks for Basic, and then that a made-up
    /// one is *not* accepted. 3 to 5 requests.
    [[nodiscard]] Task<Result<SignInReport>> checkCredential(QString host, Credential credential, std::stop_token stop);
    /// Drops tokens, credentials and what is known of the host: after signing in or out.
    void forget(const QString &host);

    /// A page of tags; `cursor` empty for the first, else `TagPage::next`.
    [[nodiscard]] Task<Result<TagPage>> tags(QString host, QString repository, QByteArray cursor, std::stop_token stop);
    /// A page of `_catalog`, which many registries do not have (Unsupported or NotFound or Denied then).
    [[nodiscard]] Task<Result<CatalogPage>> catalog(QString host, QByteArray cursor, std::stop_token stop);

    /// Manifest or index, checked: digest, size, media type against Content-Type, shape.
    [[nodiscard]] Task<Result<ManifestReply>> manifest(oci::Reference reference, std::stop_token stop);
    /// Digest, size and media type without the bytes; one request, two where the registry's answer lacks the digest.
    [[nodiscard]] Task<Result<oci::Descriptor>> head(oci::Reference reference, std::stop_token stop);

    /// Fetches an image: manifest, then what `target` does not have, at most three blobs at once, hashed on the way, resumed after a cut. Never fetches
    /// the blob `{}` nor what a descriptor's `urls` say. The manifest itself is in the report.
    [[nodiscard]] Task<Result<PullReport>> pull(oci::Reference reference, BlobTarget &target, ProgressSink &progress, std::stop_token stop);
    /// Pushes blobs side by side, the manifest last, once for each tag. `Progress::done` is what left for the other side; it is all only after the last 201.
    [[nodiscard]] Task<Result<PushReport>> push(PushJob job, ProgressSink &progress, std::stop_token stop);
    /// Points a tag at a manifest whose blobs are there. `tag` may be a digest.
    [[nodiscard]] Task<Result<void>> putManifest(
        QString host, QString repository, QString tag, QByteArray bytes, QString mediaType, std::stop_token stop);
    /// Deletes a manifest with all its tags. Unsupported `delete.unsupported` where the registry does not offer it (GHCR never does).
    [[nodiscard]] Task<Result<void>> deleteManifest(QString host, QString repository, oci::Digest digest, std::stop_token stop);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pd::registry
