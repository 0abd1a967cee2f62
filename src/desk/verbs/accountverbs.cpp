// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountverbs.h"

#include "desk/githubs.h"
#include "secrets/credentialstore.h"
#include "secrets/foundtools.h"
#include "store/config.h"

namespace pd::desk {

namespace {

AccountRow toRow(const secrets::AccountInfo &info)
{
    AccountRow row;
    row.host = info.host;
    row.user = info.user;
    row.clearText = info.keeping == secrets::Keeping::ClearText;
    row.registry = info.host;
    switch (info.source) {
    case secrets::Source::UntilQuit: row.source = QStringLiteral("until-quit"); break;
    case secrets::Source::Keychain: row.source = QStringLiteral("keychain"); break;
    case secrets::Source::Docker: row.source = QStringLiteral("docker"); break;
    case secrets::Source::PolicyCli: row.source = QStringLiteral("policy"); break;
    case secrets::Source::Environment: row.source = QStringLiteral("environment"); break;
    case secrets::Source::GitHubCli: row.source = QStringLiteral("gh"); break;
    }
    return row;
}

FoundRow toRow(const secrets::FoundTool &tool)
{
    FoundRow row;
    switch (tool.kind) {
    case secrets::FoundTool::Kind::PolicyCli: row.kind = FoundRow::Kind::PolicyCli; break;
    case secrets::FoundTool::Kind::Docker: row.kind = FoundRow::Kind::Docker; break;
    case secrets::FoundTool::Kind::GitHubCli: row.kind = FoundRow::Kind::GitHubCli; break;
    }
    for (const secrets::AccountInfo &info : tool.accounts) {
        row.accounts.append(toRow(info));
        if (row.helper.isEmpty())
            row.helper = info.helper;
    }
    return row;
}

Receipt signInReceipt(const QString &host, const QString &user)
{
    Receipt receipt;
    receipt.verb = QStringLiteral("sign-in");
    receipt.reference = host;
    receipt.user = user;
    receipt.command
        = {QStringLiteral("policydeskctl"), QStringLiteral("login"), host, QStringLiteral("-u"), user, QStringLiteral("--password-stdin")};
    receipt.policyCommand = {QStringLiteral("policy"), QStringLiteral("login"), QStringLiteral("-s"), host, QStringLiteral("-u"), user,
        QStringLiteral("--password-stdin")};
    return receipt;
}

} // namespace

Task<Result<void>> AccountVerbs::check(secrets::Account *account, std::stop_token stop)
{
    m_services.forget(account->host);
    CO_TRY(const registry::SignInReport report,
        co_await m_services.registry.checkCredential(account->host, {account->user, account->token.clone(), account->identityToken}, stop));
    if (report.outcome == registry::SignInReport::Outcome::Ignored)
        co_return fail(ErrorKind::Denied, Blame::Registry, QStringLiteral("login.ignored"), account->host);
    co_return Result<void>();
}

Task<Result<secrets::Account>> AccountVerbs::accountOf(TakeOverRequest request, std::stop_token stop)
{
    if (request.from == FoundRow::Kind::GitHubCli) {
        CO_TRY(secrets::Account account, co_await secrets::useGitHubCli(request.host, request.user, m_services.places.environment, stop));
        account.host = m_services.github.registryOf(request.host);
        co_return account;
    }
    const auto source = request.from == FoundRow::Kind::PolicyCli ? secrets::Source::PolicyCli : secrets::Source::Docker;
    co_return co_await m_services.credentials.keptElsewhere(request.host, source, stop);
}

Task<Result<void>> AccountVerbs::checkScopes(const secrets::Account *account, std::stop_token stop)
{
    GitHubRegistry *github = m_services.github.of(account->host);
    if (!github)
        co_return Result<void>();
    CO_TRY(const github::TokenFacts facts, co_await github->factsOf(account->token.clone(), stop));
    const QString scope = QStringLiteral("read:packages");
    if (facts.tellsScopes && !facts.hasScope(scope))
        co_return fail(ErrorKind::Denied, Blame::You, QStringLiteral("gh.scopes"), scope, github->tokenPage());
    co_return Result<void>();
}

Task<Result<Receipt>> AccountVerbs::takeOver(TakeOverRequest request, std::stop_token stop)
{
    const qint64 started = m_services.clock.monotonicMs();
    CO_TRY(secrets::Account account, co_await accountOf(request, stop));
    CO_TRY(co_await check(&account, stop));
    // The GitHub CLI asks for no packages by itself, and GitHub's registry lets any token in: only the API tells.
    if (request.from == FoundRow::Kind::GitHubCli) {
        CO_TRY(co_await checkScopes(&account, stop));
    }
    const Receipt receipt = signInReceipt(account.host, account.user);
    if (account.keeping != secrets::Keeping::Helper) {
        CO_TRY(co_await m_services.credentials.signIn(std::move(account),
            request.untilQuit ? secrets::CredentialStore::Keep::UntilQuit : secrets::CredentialStore::Keep::Keychain, stop));
    }
    m_services.forget(receipt.reference);
    co_return co_await keepReceipt(m_services, receipt, started);
}

Task<Result<Receipt>> AccountVerbs::signIn(SignInRequest request, std::stop_token stop)
{
    const qint64 started = m_services.clock.monotonicMs();
    const QString host = secrets::registryHost(request.host);
    if (!oci::Reference::isLegalHost(host))
        co_return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("reference.host"), request.host);
    if (host == QLatin1StringView("opcr.io"))
        co_return fail(ErrorKind::Unsupported, Blame::Registry, QStringLiteral("login.closed"), host);
    if (request.user.isEmpty() != request.token.isEmpty())
        co_return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("login.incomplete"), host);

    if (!request.token.isEmpty()) {
        secrets::Account account;
        account.host = host;
        account.user = request.user;
        account.token = std::move(request.token);
        CO_TRY(co_await check(&account, stop));
        CO_TRY(co_await m_services.credentials.signIn(std::move(account),
            request.untilQuit ? secrets::CredentialStore::Keep::UntilQuit : secrets::CredentialStore::Keep::Keychain, stop));
        m_services.forget(host);
    }
    if (request.makeDefault) {
        CO_TRY(co_await m_services.pool.run([config = m_services.config, host] { return config.setDefaultDomain(host); }));
        m_services.defaultRegistry = host;
    }
    co_return co_await keepReceipt(m_services, signInReceipt(host, request.user), started);
}

Task<Result<Receipt>> AccountVerbs::makeDefault(QString typed)
{
    const qint64 started = m_services.clock.monotonicMs();
    const QString host = secrets::registryHost(typed);
    if (!host.isEmpty() && !oci::Reference::isLegalHost(host))
        co_return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("reference.host"), typed);
    CO_TRY(co_await m_services.pool.run([config = m_services.config, host] { return config.setDefaultDomain(host); }));
    m_services.defaultRegistry = host;
    Receipt receipt;
    receipt.verb = QStringLiteral("default");
    receipt.reference = host;
    co_return co_await keepReceipt(m_services, receipt, started);
}

Task<Result<Receipt>> AccountVerbs::signOut(QString typed, std::stop_token stop)
{
    const qint64 started = m_services.clock.monotonicMs();
    const QString host = secrets::registryHost(typed);
    Result<void> gone = co_await m_services.credentials.signOut(host, stop);
    if (!gone && gone.error().kind == ErrorKind::Keychain && gone.error().cause != QLatin1StringView("keychain.failed"))
        co_return fail(ErrorKind::Keychain, Blame::Keychain, QStringLiteral("keychain.stillThere"), host, gone.error().detail);
    CO_TRY(std::move(gone));
    m_services.forget(host);
    Receipt receipt;
    receipt.verb = QStringLiteral("sign-out");
    receipt.reference = host;
    receipt.command = {QStringLiteral("policydeskctl"), QStringLiteral("logout"), host};
    receipt.policyCommand = {QStringLiteral("policy"), QStringLiteral("logout"), QStringLiteral("-s"), host};
    co_return co_await keepReceipt(m_services, receipt, started);
}

Task<Result<QList<AccountRow>>> AccountVerbs::accounts(std::stop_token stop)
{
    CO_TRY(const QList<secrets::AccountInfo> infos, co_await m_services.credentials.accounts(stop));
    QList<AccountRow> rows;
    for (const secrets::AccountInfo &info : infos)
        rows.append(toRow(info));
    co_return rows;
}

Task<Result<QList<FoundRow>>> AccountVerbs::foundHere(std::stop_token stop)
{
    CO_TRY(const QList<secrets::FoundTool> tools, co_await secrets::findTools(m_services.places, &m_services.pool, stop));
    QList<FoundRow> rows;
    for (const secrets::FoundTool &tool : tools)
        rows.append(toRow(tool));
    for (FoundRow &row : rows) {
        for (AccountRow &account : row.accounts) {
            if (row.kind == FoundRow::Kind::GitHubCli)
                account.registry = m_services.github.registryOf(account.host);
        }
    }
    const auto images = co_await m_services.pool.run([store = m_services.store] { return store.images(); });
    for (FoundRow &row : rows) {
        if (row.kind == FoundRow::Kind::PolicyCli && images)
            row.images = static_cast<int>(images->size());
    }
    FoundRow opa;
    if (const auto program = co_await opa::find(m_services.opaSearch, stop)) {
        opa.kind = FoundRow::Kind::Opa;
        opa.version = program->version.toString();
    } else {
        opa.kind = FoundRow::Kind::OpaMissing;
    }
    rows.append(opa);
    co_return rows;
}

} // namespace pd::desk
