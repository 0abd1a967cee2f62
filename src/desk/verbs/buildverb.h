// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "desk/services.h"

namespace pd::desk {

/// Folders to images in the local store. A folder that does not compile leaves the store as it was.
class BuildVerb final {
public:
    explicit BuildVerb(Services &services)
        : m_services(services)
    {
    }

    /// Errors: those of `opa::find`, `policy::build` and `store::Store::addBundle`; `reference.*`.
    [[nodiscard]] Task<Result<Receipt>> run(BuildRequest request, ProgressSink &progress, std::stop_token stop);

    /// The same without a receipt: for acts that build on the way. `references` all point to the new image.
    struct Built {
        store::ImageRow image;
        qint64 size = 0;
        QString undo;
    };
    [[nodiscard]] Task<Result<Built>> build(QString folder, QList<oci::Reference> references, BuildOptions options, std::stop_token stop);

private:
    Services &m_services;
};

} // namespace pd::desk
