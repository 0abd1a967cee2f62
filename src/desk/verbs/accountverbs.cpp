// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountverbs.h"

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

} // namespace

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
        m_services.forget(host);
        CO_TRY(const registry::SignInReport report,
            co_await m_services.registry.checkCredential(host, {request.user, request.token.clone()}, stop));
        if (report.outcome == registry::SignInReport::Outcome::Ignored)
            co_return fail(ErrorKind::Denied, Blame::Registry, QStringLiteral("login.ignored"), host);
        secrets::Account account;
        account.host = host;
        account.user = request.user;
        account.token = std::move(request.token);
        CO_TRY(co_await m_services.credentials.signIn(std::move(account),
            request.untilQuit ? secrets::CredentialStore::Keep::UntilQuit : secrets::CredentialStore::Keep::Keychain, stop));
        m_services.forget(host);
    }
    if (request.makeDefault) {
        CO_TRY(co_await m_services.pool.run([config = m_services.config, host] { return config.setDefaultDomain(host); }));
        m_services.defaultRegistry = host;
    }
    Receipt receipt;
    receipt.verb = QStringLiteral("sign-in");
    receipt.reference = host;
    receipt.user = request.user;
    receipt.command = {QStringLiteral("policydeskctl"), QStringLiteral("login"), host, QStringLiteral("-u"), request.user,
        QStringLiteral("--password-stdin")};
    receipt.policyCommand = {QStringLiteral("policy"), QStringLiteral("login"), QStringLiteral("-s"), host, QStringLiteral("-u"),
        request.user, QStringLiteral("--password-stdin")};
    co_return co_await keepReceipt(m_services, receipt, started);
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
    CO_TRY(co_await m_services.credentials.signOut(host, stop));
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
