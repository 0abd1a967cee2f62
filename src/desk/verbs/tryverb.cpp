// SPDX-License-Identifier: GPL-3.0-or-later
#include "tryverb.h"

#include "transferverbs.h"

namespace pd::desk {

Task<Result<std::shared_ptr<opa::Server>>> TryVerb::start(QString typed, std::stop_token stop)
{
    CO_TRY(const oci::Reference reference, readReference(m_services, typed));
    const auto find = [store = m_services.store, reference]() -> Result<QString> {
        auto bundle = store.bundle(reference);
        if (!bundle)
            return std::unexpected(bundle.error());
        if (auto whole = store.verifyBlob(*bundle, {}); !whole)
            return std::unexpected(whole.error());
        return store.blobPath(bundle->digest);
    };
    auto path = co_await m_services.pool.run(find);
    if (!path && path.error().kind == ErrorKind::NotFound) {
        NoProgress nobody;
        CO_TRY(co_await TransferVerbs(m_services).pull({reference.toString()}, nobody, stop));
        path = co_await m_services.pool.run(find);
    }
    CO_TRY(const QString bundle, std::move(path));
    opa::ServerOptions options;
    CO_TRY(options.opa, co_await opa::find(m_services.opaSearch, stop));
    options.bundle = bundle;
    options.runtimeFolder = m_services.paths.runtime;
    options.withoutIsolation = true;
    CO_TRY(std::unique_ptr<opa::Server> server, co_await opa::Server::start(options, m_services.pool, stop));
    co_return std::shared_ptr<opa::Server>(std::move(server));
}

} // namespace pd::desk
