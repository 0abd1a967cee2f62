// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/services.h"

namespace pd::desk {

/// Takes an act back, by what its receipt says; also after a restart.
///
/// Errors: those of `store::Store::undo` and `registry::Client::putManifest`, `github::Packages`; NotFound `undo.gone`; Conflict `undo.changed` where a tag has been given to
/// something else since.
class UndoVerb final {
public:
    explicit UndoVerb(Services &services)
        : m_services(services)
    {
    }
    [[nodiscard]] Task<Result<Receipt>> run(Undo what, std::stop_token stop);

private:
    [[nodiscard]] Task<Result<void>> putTagsBack(TagsUndo tags, Receipt *receipt, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> one(Undo::Step step, Receipt *receipt, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> restore(qint64 id, Receipt *receipt, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> restoreOnGitHub(GitHubUndo github, Receipt *receipt, std::stop_token stop);
    Services &m_services;
};

} // namespace pd::desk
