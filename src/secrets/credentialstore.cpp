// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentialstore.h"

#include "core/completion.h"
#include "dockerconfig.h"
#include "dockerhelper.h"

namespace pd::secrets {

namespace {

const QString DockerVariable = QStringLiteral("DOCKER_AUTH_CONFIG");
const QString UserVariable = QStringLiteral("POLICYDESK_USER");
const QString TokenVariable = QStringLiteral("POLICYDESK_TOKEN");

Account copyOf(const Account &account)
{
    return {account.host, account.user, account.token.clone(), account.identityToken, account.source, account.place, account.keeping};
}

/// Without one the keychain's prompt would fail to start and look as if it had been dismissed.
bool hasDisplay(const QProcessEnvironment &environment)
{
    return environment.contains(QStringLiteral("DISPLAY")) || environment.contains(QStringLiteral("WAYLAND_DISPLAY"));
}

} // namespace

/// The one prompt that may be on the screen. Outlives the store where it is still there then.
struct CredentialStore::Prompt {
    bool isOpen = false;
    bool wasDismissed = false;
    std::vector<Resolver<Result<void>>> waiting;
    std::stop_source stop;
};

CredentialStore::CredentialStore(const Keychain &keychain, WorkerPool &pool, CredentialPlaces places)
    : m_keychain(keychain)
    , m_pool(pool)
    , m_places(std::move(places))
    , m_book(m_places.accountBook)
    , m_prompt(std::make_shared<Prompt>())
    , m_ask(hasDisplay(m_places.environment) ? Ask::User : Ask::Nobody)
{
}

CredentialStore::~CredentialStore()
{
    m_prompt->stop.request_stop();
}

void CredentialStore::askAgain()
{
    m_prompt->wasDismissed = false;
}

Task<void> CredentialStore::prompt(const Keychain *keychain, QString key, std::shared_ptr<Prompt> prompt)
{
    prompt->isOpen = true;
    const auto read = co_await keychain->read(key, Ask::User, prompt->stop.get_token());
    prompt->isOpen = false;
    prompt->wasDismissed = !read && read.error().cause == QLatin1StringView("keychain.dismissed");
    for (const auto &waiter : std::exchange(prompt->waiting, {}))
        waiter.resolve(read ? Result<void>() : std::unexpected(read.error()));
}

Task<Result<std::optional<Secret>>> CredentialStore::readToken(QString key, Ask ask, std::stop_token stop)
{
    for (;;) {
        auto token = co_await m_keychain.read(key, Ask::Nobody, stop);
        if (token || ask == Ask::Nobody || token.error().cause != QLatin1StringView("keychain.locked"))
            co_return token;
        if (m_prompt->wasDismissed)
            co_return fail(ErrorKind::Keychain, Blame::Keychain, QStringLiteral("keychain.dismissed"), key);
        const Completion<Result<void>> answered;
        m_prompt->waiting.push_back(answered.resolver());
        const std::stop_callback onStop(stop, [resolver = answered.resolver()] { resolver.resolve(cancelled()); });
        if (!m_prompt->isOpen)
            prompt(&m_keychain, key, m_prompt);
        CO_TRY(co_await answered);
    }
}

Task<Result<std::optional<AccountBook::Line>>> CredentialStore::lineOf(QString host)
{
    CO_TRY(const auto lines, co_await m_pool.run([book = m_book] { return book.lines(); }));
    for (const AccountBook::Line &line : lines) {
        if (line.host == host)
            co_return line;
    }
    co_return std::nullopt;
}

Task<Result<CredentialStore::Lookup>> CredentialStore::lookUp(QString host, Ask ask, std::stop_token stop)
{
    host = registryHost(host);
    Lookup result;
    if (const auto held = m_untilQuit.find(host); held != m_untilQuit.end()) {
        result.account = copyOf(held->second);
        co_return result;
    }
    CO_TRY(const auto line, co_await lineOf(host));
    if (line) {
        CO_TRY(auto token, co_await readToken(AccountBook::key(*line), ask, stop));
        if (token) {
            result.account = Account{host, line->user, *std::move(token), line->identityToken, Source::Keychain, {}};
            co_return result;
        }
        // Somebody removed it with another program: the next source, and the reason where that fails too.
        result.troubles << fail(ErrorKind::NotFound, Blame::Keychain, QStringLiteral("keychain.gone"), host).error();
    }
    CO_TRY(result.account, co_await fromFiles(host, &result.troubles, stop));
    if (!result.account)
        result.account = fromEnvironment(host);
    co_return result;
}

Task<Result<std::optional<Account>>> CredentialStore::credential(QString host, std::stop_token stop)
{
    CO_TRY(Lookup found, co_await lookUp(std::move(host), m_ask, stop));
    co_return std::move(found.account);
}

Task<Result<std::optional<Account>>> CredentialStore::fromFiles(QString host, QList<Error> *troubles, std::stop_token stop)
{
    if (QByteArray json = m_places.environment.value(DockerVariable).toUtf8(); !json.isEmpty()) {
        auto config = DockerConfig::parse(json, DockerVariable);
        wipe(json);
        auto login = config ? config->login(host, Source::Docker) : std::unexpected(config.error());
        if (login && *login)
            co_return *std::move(login);
        if (!login)
            *troubles << login.error();
    }
    const std::pair<QString, Source> files[] = {{m_places.dockerConfig, Source::Docker}, {m_places.policyConfig, Source::PolicyCli}};
    for (const auto &[path, source] : files) {
        auto config = co_await m_pool.run([path] { return DockerConfig::read(path); });
        if (!config) {
            if (config.error().isCancelled())
                co_return std::unexpected(config.error());
            *troubles << config.error();
            continue;
        }
        CO_TRY(auto account, co_await fromConfig(*std::move(config), host, source, troubles, stop));
        if (account)
            co_return account;
    }
    co_return std::nullopt;
}

Task<Result<std::optional<Account>>> CredentialStore::fromConfig(
    DockerConfig config, QString host, Source source, QList<Error> *troubles, std::stop_token stop)
{
    // Docker asks the host's own helper or the general one, never both; we go on to the second where the first has nothing.
    QStringList helpers{config.helperFor(host), config.defaultHelper()};
    helpers.removeDuplicates();
    helpers.removeAll(QString());
    for (const QString &name : std::as_const(helpers)) {
        auto answer = co_await DockerHelper(name, m_places.environment).get(config.serverFor(host), stop);
        if (answer && *answer) {
            (*answer)->host = host;
            (*answer)->source = source;
            (*answer)->place = config.place();
            (*answer)->keeping = Keeping::Helper;
            co_return *std::move(answer);
        }
        if (!answer && answer.error().isCancelled())
            co_return std::unexpected(answer.error());
        if (!answer)
            *troubles << answer.error();
    }
    auto login = config.login(host, source);
    if (login && *login)
        (*login)->keeping = Keeping::ClearText;
    if (login)
        co_return *std::move(login);
    *troubles << login.error();
    co_return std::nullopt;
}

Task<Result<Account>> CredentialStore::keptElsewhere(QString host, Source source, std::stop_token stop)
{
    host = registryHost(host);
    const QString path = source == Source::PolicyCli ? m_places.policyConfig : m_places.dockerConfig;
    CO_TRY(DockerConfig config, co_await m_pool.run([path] { return DockerConfig::read(path); }));
    QList<Error> troubles;
    CO_TRY(auto account, co_await fromConfig(std::move(config), host, source, &troubles, stop));
    if (account)
        co_return *std::move(account);
    if (!troubles.isEmpty())
        co_return std::unexpected(troubles.constFirst());
    co_return fail(ErrorKind::NotFound, Blame::Computer, QStringLiteral("found.gone"), host, path);
}

std::optional<Account> CredentialStore::fromEnvironment(const QString &host) const
{
    const QString user = m_places.environment.value(UserVariable);
    const QString token = m_places.environment.value(TokenVariable);
    if (token.isEmpty() || host.isEmpty() || registryHost(m_places.environmentHost) != host)
        return std::nullopt;
    return Account{host, user, Secret(token.toUtf8()), false, Source::Environment, TokenVariable};
}

Task<Result<void>> CredentialStore::signIn(Account account, Keep keep, std::stop_token stop)
{
    account.host = registryHost(account.host);
    const QString host = account.host;
    if (host.isEmpty() || account.token.isEmpty())
        co_return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("login.incomplete"), host);
    if (keep == Keep::UntilQuit) {
        account.source = Source::UntilQuit;
        account.place.clear();
        m_untilQuit.insert_or_assign(host, std::move(account));
        co_return {};
    }
    const AccountBook::Line line{host, account.user, account.identityToken};
    CO_TRY(const auto former, co_await lineOf(host));
    CO_TRY(co_await m_keychain.write(AccountBook::key(line), std::move(account.token), m_ask, stop));
    m_prompt->wasDismissed = false; // it is open now
    const Result<void> listed = co_await m_pool.run([book = m_book, line] { return book.put(line); });
    if (!listed) {
        // Without its line nobody would find the token again. The first error is the one to tell.
        if (!former || former->user != line.user)
            std::ignore = co_await m_keychain.remove(AccountBook::key(line), m_ask, stop);
        co_return listed;
    }
    m_untilQuit.erase(host);
    if (former && former->user != line.user) {
        CO_TRY(co_await m_keychain.remove(AccountBook::key(*former), m_ask, stop));
    }
    co_return {};
}

Task<Result<void>> CredentialStore::signOut(QString host, std::stop_token stop)
{
    host = registryHost(host);
    m_untilQuit.erase(host);
    CO_TRY(const auto line, co_await lineOf(host));
    if (!line)
        co_return {};
    CO_TRY(co_await m_keychain.remove(AccountBook::key(*line), m_ask, stop));
    co_return co_await m_pool.run([book = m_book, host] { return book.remove(host); });
}

Task<Result<QList<AccountInfo>>> CredentialStore::accounts(std::stop_token stop)
{
    QList<AccountInfo> all;
    for (const auto &[host, account] : m_untilQuit)
        all << AccountInfo{host, account.user, Source::UntilQuit, Keeping::Memory, {}, {}};
    CO_TRY(const auto lines, co_await m_pool.run([book = m_book] { return book.lines(); }));
    for (const AccountBook::Line &line : lines)
        all << AccountInfo{line.host, line.user, Source::Keychain, Keeping::Keychain, {}, {}};
    if (stop.stop_requested())
        co_return cancelled();
    // A broken file of another program is told by `findTools` and by `lookUp`; here it lists nobody.
    if (const auto config = DockerConfig::parse(m_places.environment.value(DockerVariable).toUtf8(), DockerVariable)) {
        for (AccountInfo &info : config->accounts(Source::Docker)) {
            info.keeping = Keeping::Environment;
            all << std::move(info);
        }
    }
    const std::pair<QString, Source> files[] = {{m_places.dockerConfig, Source::Docker}, {m_places.policyConfig, Source::PolicyCli}};
    for (const auto &[path, source] : files) {
        const auto config = co_await m_pool.run([path] { return DockerConfig::read(path); });
        if (config)
            all << config->accounts(source);
    }
    if (const auto account = fromEnvironment(registryHost(m_places.environmentHost)))
        all << AccountInfo{account->host, account->user, Source::Environment, Keeping::Environment, {}, account->place};
    co_return all;
}

} // namespace pd::secrets
