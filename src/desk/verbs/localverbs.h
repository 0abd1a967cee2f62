// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/services.h"

namespace pd::desk {

/// Acts on the local store alone. Each is done at once, in the worker pool, and can be undone where its receipt says so.
/// Errors: `reference.*` and those of `store::Store`.
class LocalVerbs final {
public:
    explicit LocalVerbs(Services &services)
        : m_services(services)
    {
    }

    [[nodiscard]] Task<Result<QList<LocalImage>>> images();
    [[nodiscard]] Task<Result<ImageDetails>> inspect(QString reference);
    [[nodiscard]] Task<Result<Receipt>> tag(TagRequest request);
    [[nodiscard]] Task<Result<Receipt>> remove(RemoveRequest request);
    [[nodiscard]] Task<Result<Receipt>> save(SaveRequest request, std::stop_token stop);
    [[nodiscard]] Task<Result<Receipt>> import(ImportRequest request, std::stop_token stop);

private:
    Services &m_services;
};

} // namespace pd::desk
