// SPDX-License-Identifier: GPL-3.0-or-later
#include "tryverb.h"

#include "policy/build.h"
#include "transferverbs.h"

#include <QTemporaryDir>

#include <cerrno>

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
    CO_TRY(const opa::OpaProgram program, co_await opa::find(m_services.opaSearch, stop));
    co_return co_await serve(program, bundle, stop);
}

Task<Result<std::shared_ptr<opa::Server>>> TryVerb::startFolder(QString folder, std::stop_token stop)
{
    CO_TRY(const opa::OpaProgram program, co_await opa::find(m_services.opaSearch, stop));
    policy::BuildRequest request;
    request.folder = folder;
    const QTemporaryDir first;
    const QTemporaryDir second;
    if (!first.isValid() || !second.isValid())
        co_return std::unexpected(systemError(errno, QStringLiteral("build.temporary"), first.path()));
    auto built = co_await policy::build(program, request, first.path(), m_services.pool, stop);
    if (!built && built.error().cause == QLatin1StringView("policy.looksV0")) {
        request.regoVersion = policy::RegoVersion::V0;
        built = co_await policy::build(program, request, second.path(), m_services.pool, stop);
    }
    CO_TRY(const policy::BuildResult done, std::move(built));
    co_return co_await serve(program, done.bundle, stop);
}

Task<Result<std::shared_ptr<opa::Server>>> TryVerb::serve(opa::OpaProgram program, QString bundle, std::stop_token stop)
{
    opa::ServerOptions options;
    options.opa = program;
    options.bundle = bundle;
    options.runtimeFolder = m_services.paths.runtime;
    options.withoutIsolation = true;
    options.queryDeadline = m_queryDeadline;
    CO_TRY(std::unique_ptr<opa::Server> server, co_await opa::Server::start(options, m_services.pool, stop));
    co_return std::shared_ptr<opa::Server>(std::move(server));
}

} // namespace pd::desk
