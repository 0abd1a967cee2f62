// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "desk/services.h"

namespace pd::desk {

/// Acts that move bytes between the local store and a registry. Each is there again after a restart until it has ended: see
/// `StateDb::pendingTransfers`. Errors: `reference.*`, those of `store::Store` and `registry::Client`.
class TransferVerbs final {
public:
    explicit TransferVerbs(Services &services)
        : m_services(services)
    {
    }

    [[nodiscard]] Task<Result<Receipt>> push(PushRequest request, ProgressSink &progress, std::stop_token stop);
    [[nodiscard]] Task<Result<Receipt>> pull(PullRequest request, ProgressSink &progress, std::stop_token stop);

    /// What `push` sends, without its receipt: for acts that push on the way.
    [[nodiscard]] Task<Result<registry::PushReport>> send(
        oci::Reference source, oci::Reference target, QStringList tags, ProgressSink &progress, std::stop_token stop);

private:
    Services &m_services;
};

[[nodiscard]] QJsonObject toJson(const PushRequest &request);
[[nodiscard]] QJsonObject toJson(const PullRequest &request);
[[nodiscard]] PushRequest pushRequestFrom(const QJsonObject &json);
[[nodiscard]] PullRequest pullRequestFrom(const QJsonObject &json);

} // namespace pd::desk
