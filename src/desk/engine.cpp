// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.h"

#include "desk/githubs.h"
#include "desk/practice/practiceregistry.h"
#include "desk/services.h"
#include "http/transport.h"
#include "secrets/credentialstore.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QEventLoop>
#include <QTimer>

namespace pd::desk {

namespace {

/// The registry client asks; the credential store answers.
class StoredCredentials final : public registry::CredentialProvider {
public:
    explicit StoredCredentials(secrets::CredentialStore &store)
        : m_store(store)
    {
    }
    Task<Result<std::optional<registry::Credential>>> credential(QString host, std::stop_token stop) override
    {
        CO_TRY(std::optional<secrets::Account> account, co_await m_store.credential(secrets::registryHost(host), stop));
        if (!account)
            co_return std::optional<registry::Credential>();
        registry::Credential credential{account->user, std::move(account->token), account->identityToken};
        co_return std::optional<registry::Credential>(std::move(credential));
    }

private:
    secrets::CredentialStore &m_store;
};

http::TransportOptions transportOptions(
    const EngineOptions &options, const store::Config &config, WorkerPool &pool, const HostChoices &hosts)
{
    http::TransportOptions transport;
    transport.caFiles = config.ca + options.caFiles;
    transport.caFilesOf = [&hosts](const QString &host) { return hosts.caFiles(host); };
    transport.pool = &pool;
    if (options.trace) {
        transport.trace = [trace = options.trace](const http::TraceRecord &record) {
            trace(QString::fromLatin1(record.method) + QLatin1Char(' ') + record.url + QLatin1Char(' ') + QString::number(record.status)
                + QLatin1Char(' ') + QString::number(record.ms) + QStringLiteral(" ms"));
        };
    }
    return transport;
}

registry::HostSettingsProvider hostSettings(const EngineOptions &options, const HostChoices &hosts)
{
    return [plain = options.plainHttp, &hosts](const QString &host) {
        registry::HostSettings settings;
        if (plain.contains(host) || plain.contains(QStringLiteral("*")) || hosts.plainHttp(host))
            settings.plainHttp = true;
        return settings;
    };
}

} // namespace

struct Engine::Private {
    Private(const EngineOptions &options, QMap<QString, QUrl> githubApi, store::Config config, Mailbox &gui, WorkerPool &workers,
        QString defaultRegistry)
        : pool(workers)
        , keychain(gui)
        , places(secrets::CredentialPlaces::standard(QProcessEnvironment::systemEnvironment(), options.paths.config, config.fileStoreRoot))
        , credentials(keychain, pool, withHost(places, options, defaultRegistry))
        , provider(credentials)
        , transport(transportOptions(options, config, pool, hosts))
        , client(transport, provider, clock, hostSettings(options, hosts))
        , github(std::move(githubApi), transport, pool, clock, credentials)
        , practice(pool, clock)
    {
        if (!options.mayPrompt)
            credentials.setPrompting(secrets::Ask::Nobody);
    }

    static secrets::CredentialPlaces withHost(
        secrets::CredentialPlaces places, const EngineOptions &options, const QString &defaultRegistry)
    {
        places.environmentHost = secrets::environmentHost(places.environment, options.namedHosts, defaultRegistry);
        return places;
    }

    SystemClock clock;
    HostChoices hosts;
    WorkerPool &pool;
    secrets::Keychain keychain;
    secrets::CredentialPlaces places;
    secrets::CredentialStore credentials;
    StoredCredentials provider;
    http::Transport transport;
    registry::Client client;
    GitHubs github;
    PracticeRegistry practice;
};

Engine::Engine(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

Engine::~Engine()
{
    if (settle())
        return;
    // What waits for a keychain that nobody answers may come back yet, and must find what it works with. The end of the process takes it away.
    std::ignore = d.release();
    std::ignore = m_services.release();
}

bool Engine::settle()
{
    // What is under way was asked to stop, and works with what goes here: it gets a moment to end.
    constexpr std::chrono::seconds Patience{2};
    const QDeadlineTimer deadline(Patience);
    if (!m_services || m_services->running == 0)
        return true;
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (m_services->running == 0 || deadline.hasExpired())
            loop.quit();
    });
    look.start(5);
    loop.exec();
    return m_services->running == 0;
}

opa::OpaSearch opaSearch(const EngineOptions &options)
{
    opa::OpaSearch search;
    search.settingsPath = options.opaPath;
    search.besideProgram = options.programFolder;
    search.dataFolder = options.paths.data;
    search.cacheFolder = options.paths.cache;
    return search;
}

Result<std::unique_ptr<Engine>> Engine::make(EngineOptions options, Mailbox &gui, WorkerPool &pool)
{
    auto githubApi = GitHubs::readOverrides(options.githubApi);
    if (!githubApi)
        return std::unexpected(githubApi.error());
    auto config = store::Config::load(options.paths.home);
    if (!config)
        return std::unexpected(config.error());
    QString defaultRegistry = options.defaultRegistry;
    if (defaultRegistry.isEmpty()) {
        auto stored = config->effectiveDefaultDomain();
        if (!stored)
            return std::unexpected(stored.error());
        defaultRegistry = *stored;
    }
    const QString root = options.store.isEmpty() ? config->policiesRoot() : QDir(options.store).absolutePath();
    auto store = store::Store::open(store::StoreFolders{root, options.paths.state, options.paths.cache}, store::Store::Mode::ReadWrite);
    if (!store)
        return std::unexpected(store.error());
    // A history that cannot be kept stops nothing.
    auto state = StateDb::open(options.paths.state + QStringLiteral("/state.sqlite"));

    std::unique_ptr<Engine> engine(
        new Engine(std::make_unique<Private>(options, *std::move(githubApi), *config, gui, pool, defaultRegistry)));
    Private &d = *engine->d;
    engine->m_services.reset(new Services{d.clock, pool, d.transport, d.client, d.github, d.credentials, d.practice, d.hosts, *store,
        state.value_or(nullptr), opaSearch(options), d.places, options.paths, *config, defaultRegistry});
    return engine;
}

Task<void> Engine::end(Mailbox &there, std::unique_ptr<Engine> &engine)
{
    std::ignore = co_await runIn(there, [&engine] {
        engine.reset();
        return Result<bool>(true);
    });
}

qint64 Engine::requestCount() const
{
    return d->transport.requestCount();
}

} // namespace pd::desk
