// SPDX-License-Identifier: GPL-3.0-or-later
#include "githubs.h"

#include "core/clock.h"
#include "secrets/credentialstore.h"
#include "secrets/foundtools.h"

namespace pd::desk {

namespace {

constexpr qint64 TokenGoodMs = 60'000;
constexpr qsizetype MostSeen = 50'000;

QStringList allScopes()
{
    return {QStringLiteral("read:packages"), QStringLiteral("write:packages"), QStringLiteral("delete:packages")};
}

} // namespace

/// The credential store answers, for this registry alone. A token is held for a minute: a list of many pages must not ask the keychain, or start
/// Docker's helper, once a page.
class GitHubRegistry::StoredToken final : public github::TokenSource {
public:
    StoredToken(QString host, secrets::CredentialStore &store, const Clock &clock)
        : m_host(std::move(host))
        , m_store(store)
        , m_clock(clock)
    {
    }
    Task<Result<std::optional<Secret>>> token(std::stop_token stop) override
    {
        if (m_held && m_clock.monotonicMs() < m_until)
            co_return std::optional<Secret>(m_held->clone());
        m_held.reset();
        CO_TRY(std::optional<secrets::Account> account, co_await m_store.credential(secrets::registryHost(m_host), stop));
        // An identity token is for a registry's token server alone.
        if (!account || account->identityToken || account->token.isEmpty())
            co_return std::optional<Secret>();
        m_held.emplace(account->token.clone());
        m_until = m_clock.monotonicMs() + TokenGoodMs;
        co_return std::optional<Secret>(std::move(account->token));
    }
    void forget() { m_held.reset(); }

private:
    QString m_host;
    secrets::CredentialStore &m_store;
    const Clock &m_clock;
    std::optional<Secret> m_held;
    qint64 m_until = 0;
};

/// One token, in hand.
class GivenToken final : public github::TokenSource {
public:
    explicit GivenToken(Secret token)
        : m_token(std::move(token))
    {
    }
    Task<Result<std::optional<Secret>>> token(std::stop_token) override { co_return std::optional<Secret>(m_token.clone()); }

private:
    Secret m_token;
};

GitHubRegistry::GitHubRegistry(
    QString host, github::Api api, http::Transport &transport, WorkerPool &pool, const Clock &clock, secrets::CredentialStore &credentials)
    : m_host(std::move(host))
    , m_transport(transport)
    , m_pool(pool)
    , m_clock(clock)
    , m_tokens(std::make_unique<StoredToken>(m_host, credentials, clock))
    , m_packages(transport, pool, clock, *m_tokens, std::move(api))
{
}

GitHubRegistry::~GitHubRegistry() = default;

Task<Result<bool>> GitHubRegistry::hasAccount(std::stop_token stop)
{
    CO_TRY(const auto token, co_await m_tokens->token(stop));
    co_return token.has_value();
}

Task<Result<github::TokenFacts>> GitHubRegistry::facts(std::stop_token stop)
{
    if (!m_facts) {
        auto facts = co_await m_packages.tokenFacts(stop);
        if (!facts)
            co_return std::unexpected(explained(std::move(facts).error()));
        m_facts = *std::move(facts);
    }
    // A Result is copied; from a bare value QCoro would move it out of the member (TaskPromise::return_value).
    co_return Result<github::TokenFacts>(*m_facts);
}

Task<Result<github::Owner>> GitHubRegistry::owner(QString login, std::stop_token stop)
{
    CO_TRY(const bool known, co_await hasAccount(stop));
    if (!known)
        co_return fail(ErrorKind::Unauthenticated, Blame::You, QStringLiteral("github.signInNeeded"), m_host);
    CO_TRY(const github::TokenFacts own, co_await facts(stop));
    if (login.isEmpty() || login.compare(own.login, Qt::CaseInsensitive) == 0)
        co_return github::Owner{github::OwnerKind::Self, own.login};
    if (const auto held = m_owners.constFind(login.toLower()); held != m_owners.constEnd())
        co_return *held;
    auto found = co_await m_packages.owner(login, stop);
    if (!found)
        co_return std::unexpected(explained(std::move(found).error()));
    m_owners.insert(login.toLower(), *found);
    co_return *std::move(found);
}

Task<Result<github::PackageName>> GitHubRegistry::find(QString repository, std::stop_token stop)
{
    const qsizetype slash = repository.indexOf(QLatin1Char('/'));
    if (slash < 1 || slash + 1 == repository.size())
        co_return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("reference.repository"), repository);
    CO_TRY(github::Owner found, co_await owner(repository.first(slash), stop));
    co_return github::PackageName{std::move(found), repository.sliced(slash + 1)};
}

void GitHubRegistry::remember(const QString &repository, const QList<github::Version> &versions)
{
    if (m_seen.size() > MostSeen)
        m_seen.clear();
    for (const github::Version &version : versions) {
        for (const QString &tag : version.tags)
            m_seen.insert(repository + QLatin1Char(':') + tag, {version.digest, version.id, version.created});
    }
}

GitHubRegistry::Seen GitHubRegistry::seen(const QString &repository, const QString &tag) const
{
    return m_seen.value(repository + QLatin1Char(':') + tag);
}

Error GitHubRegistry::explained(Error error) const
{
    if (!error.cause.startsWith(QLatin1StringView("github.")))
        return error;
    if (error.cause == QLatin1StringView("github.scopeMissing")) {
        error.subject = error.detail;
        error.detail = tokenPage();
        return error;
    }
    if (error.subject.isEmpty())
        error.subject = m_host;
    else if (error.subject != m_host && !error.subject.startsWith(m_host + QLatin1Char('/')))
        error.subject.prepend(m_host + QLatin1Char('/'));
    return error;
}

Task<Result<github::TokenFacts>> GitHubRegistry::factsOf(Secret token, std::stop_token stop)
{
    GivenToken given(std::move(token));
    github::Packages packages(m_transport, m_pool, m_clock, given, m_packages.api());
    auto facts = co_await packages.tokenFacts(stop);
    if (!facts)
        co_return std::unexpected(explained(std::move(facts).error()));
    co_return *std::move(facts);
}

QString GitHubRegistry::tokenPage() const
{
    return api().newTokenUrl(allScopes(), QStringLiteral("Policy Desk")).toString(QUrl::FullyEncoded);
}

void GitHubRegistry::forget()
{
    m_tokens->forget();
    m_facts.reset();
    m_owners.clear();
    m_seen.clear();
}

GitHubs::GitHubs(
    QMap<QString, QUrl> overrides, http::Transport &transport, WorkerPool &pool, const Clock &clock, secrets::CredentialStore &credentials)
    : m_overrides(std::move(overrides))
    , m_transport(transport)
    , m_pool(pool)
    , m_clock(clock)
    , m_credentials(credentials)
{
}

GitHubs::~GitHubs() = default;

std::optional<github::Api> GitHubs::apiOf(const QString &host) const
{
    const auto usual = github::Api::ofRegistry(host);
    const auto other = m_overrides.constFind(host);
    if (other == m_overrides.constEnd())
        return usual;
    QUrl web = other->adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    if (usual)
        web = usual->web;
    return github::Api{*other, web};
}

GitHubRegistry *GitHubs::of(const QString &host)
{
    if (const auto held = m_registries.find(host); held != m_registries.end())
        return held->second.get();
    const auto api = apiOf(host);
    if (!api)
        return nullptr;
    auto made = std::make_unique<GitHubRegistry>(host, *api, m_transport, m_pool, m_clock, m_credentials);
    return m_registries.emplace(host, std::move(made)).first->second.get();
}

void GitHubs::forget(const QString &host)
{
    if (const auto held = m_registries.find(host); held != m_registries.end())
        held->second->forget();
}

QString GitHubs::registryOf(const QString &githubHost) const
{
    for (const auto &[registry, api] : m_overrides.asKeyValueRange()) {
        if (api.authority().compare(githubHost, Qt::CaseInsensitive) == 0)
            return registry;
    }
    return secrets::containerRegistry(githubHost);
}

Result<QMap<QString, QUrl>> GitHubs::readOverrides(const QMap<QString, QString> &options)
{
    QMap<QString, QUrl> overrides;
    for (const auto &[host, url] : options.asKeyValueRange()) {
        const auto read = github::Api::parseOverride(QString(host + QLatin1Char('=') + url));
        if (!read)
            return std::unexpected(read.error());
        overrides.insert(read->registryHost, read->rest);
    }
    return overrides;
}

} // namespace pd::desk
