// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "desk/services.h"

namespace pd::desk {

/// A folder to a registry in one act: build, and push under one or many tags.
class PublishVerb final {
public:
    explicit PublishVerb(Services &services)
        : m_services(services)
    {
    }

    /// What the act would do, from what the registry says now. A repository that is not there yet is no error.
    [[nodiscard]] Task<Result<PublishPlan>> plan(PublishRequest request, std::stop_token stop);
    /// Does it. The image is in the local store first, under all its tags; a push that fails leaves it there, to be pushed again, and one that a kill cuts
    /// off is offered again (`StateDb::pendingTransfers`). The receipt names each tag that moved, with its old digest, and can be undone.
    /// Errors: those of `BuildVerb` and `registry::Client::push`.
    [[nodiscard]] Task<Result<Receipt>> run(PublishRequest request, ProgressSink &progress, std::stop_token stop);

private:
    Services &m_services;
};

} // namespace pd::desk
