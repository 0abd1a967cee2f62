// SPDX-License-Identifier: GPL-3.0-or-later
#include "foundtools.h"

#include "core/process.h"
#include "dockerconfig.h"
#include "dockerhelper.h"
#include "programs.h"

#include <QFile>

#include <yaml-cpp/yaml.h>

namespace pd::secrets {

namespace {

constexpr qint64 MaxHostsFile = 256 << 10;

/// Fills in the users that only helpers know, and adds the hosts that stand in no file.
Task<Result<void>> askHelper(
    QString name, Source source, QString place, QProcessEnvironment environment, FoundTool *found, std::stop_token stop)
{
    const DockerHelper helper(name, std::move(environment));
    const auto listed = co_await helper.list(stop);
    if (!listed) {
        if (listed.error().isCancelled())
            co_return std::unexpected(listed.error());
        if (listed.error().cause == QLatin1StringView("helper.missing"))
            found->missingHelpers << name;
        else
            found->troubles << listed.error();
        co_return {};
    }
    for (auto it = listed->begin(); it != listed->end(); ++it) {
        const QString host = registryHost(it.key());
        const auto known = std::ranges::find(found->accounts, host, &AccountInfo::host);
        if (known == found->accounts.end())
            found->accounts << AccountInfo{host, it.value(), source, Keeping::Helper, name, place};
        else if (known->helper == name)
            known->user = it.value();
    }
    co_return {};
}

Task<Result<std::optional<FoundTool>>> findDockerLike(
    FoundTool::Kind kind, QString path, Source source, CredentialPlaces places, WorkerPool *pool, std::stop_token stop)
{
    CO_TRY(const bool exists, co_await pool->run([path] { return Result<bool>(QFile::exists(path)); }));
    if (!exists)
        co_return std::nullopt;
    FoundTool found{kind, path, {}, {}, {}};
    const auto config = co_await pool->run([path] { return DockerConfig::read(path); });
    if (!config) {
        found.troubles << config.error();
        co_return found;
    }
    found.accounts = config->accounts(source);
    QStringList helpers{config->defaultHelper()};
    for (const AccountInfo &account : std::as_const(found.accounts))
        helpers << account.helper;
    helpers.removeDuplicates();
    helpers.removeAll(QString());
    for (const QString &name : std::as_const(helpers)) {
        CO_TRY(co_await askHelper(name, source, path, places.environment, &found, stop));
    }
    co_return found;
}

QString scalar(const YAML::Node &node)
{
    return node.IsDefined() && node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

/// Since 2.40 hosts.yml has `user` and `users`; a token stands in it only where the GitHub CLI had no keyring.
Result<QList<AccountInfo>> readGitHubHosts(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, Blame::Computer, QStringLiteral("config.unreadable"), path, file.errorString());
    QByteArray bytes = file.read(MaxHostsFile + 1);
    if (bytes.size() > MaxHostsFile)
        return fail(ErrorKind::Protocol, Blame::Computer, QStringLiteral("config.tooBig"), path);
    QList<AccountInfo> result;
    try {
        const YAML::Node root = YAML::Load(bytes.toStdString());
        wipe(bytes);
        if (!root.IsMap())
            return result;
        for (const auto &entry : root) {
            if (!entry.second.IsMap())
                continue;
            const QString user = scalar(entry.second["user"]);
            const bool clear = !scalar(entry.second["oauth_token"]).isEmpty();
            result << AccountInfo{
                scalar(entry.first), user, Source::GitHubCli, clear ? Keeping::ClearText : Keeping::Helper, QStringLiteral("gh"), path};
        }
    } catch (const YAML::Exception &) {
        // Its words may quote the line, and the line may hold a token.
        return fail(ErrorKind::Protocol, Blame::Computer, QStringLiteral("config.notYaml"), path);
    }
    return result;
}

Result<std::optional<FoundTool>> findGitHubCli(const QString &path)
{
    if (!QFile::exists(path))
        return std::nullopt;
    FoundTool found{FoundTool::Kind::GitHubCli, path, {}, {}, {}};
    auto hosts = readGitHubHosts(path);
    if (hosts)
        found.accounts = *std::move(hosts);
    else
        found.troubles << hosts.error();
    return found;
}

} // namespace

Task<Result<QList<FoundTool>>> findTools(CredentialPlaces places, WorkerPool *pool, std::stop_token stop)
{
    QList<FoundTool> all;
    CO_TRY(auto policy, co_await findDockerLike(FoundTool::Kind::PolicyCli, places.policyConfig, Source::PolicyCli, places, pool, stop));
    CO_TRY(auto docker, co_await findDockerLike(FoundTool::Kind::Docker, places.dockerConfig, Source::Docker, places, pool, stop));
    CO_TRY(auto github, co_await pool->run([path = places.githubCliHosts] { return findGitHubCli(path); }));
    for (auto *found : {&policy, &docker, &github}) {
        if (*found)
            all << **found;
    }
    co_return all;
}

Task<Result<Account>> useGitHubCli(QString host, QString user, QProcessEnvironment environment, std::stop_token stop)
{
    environment = childEnvironment(std::move(environment));
    ProcessSpec spec;
    spec.program = findProgram(QStringLiteral("gh"), environment);
    if (spec.program.isEmpty())
        co_return fail(ErrorKind::NotFound, Blame::Computer, QStringLiteral("gh.missing"), host);
    spec.arguments = {QStringLiteral("auth"), QStringLiteral("token"), QStringLiteral("--hostname"), host};
    if (!user.isEmpty())
        spec.arguments << QStringLiteral("--user") << user;
    spec.environment = std::move(environment);
    spec.deadline = HelperDeadline;
    spec.maxOutput = 64 << 10;
    CO_TRY(ProcessResult answer, co_await runProcess(std::move(spec), stop));
    QByteArray token = answer.out.trimmed();
    wipe(answer.out);
    if (answer.exitCode != 0 || token.isEmpty() || token.contains('\n')) {
        wipe(token);
        co_return fail(ErrorKind::Unauthenticated, Blame::Computer, QStringLiteral("gh.signedOut"), host,
            QString::fromUtf8(answer.err.left(4096)).trimmed());
    }
    co_return Account{
        containerRegistry(host), std::move(user), Secret(std::move(token)), false, Source::GitHubCli, QStringLiteral("gh auth token")};
}

QString containerRegistry(const QString &githubHost)
{
    const QString host = registryHost(githubHost);
    return host == QLatin1StringView("github.com") ? QStringLiteral("ghcr.io") : QStringLiteral("containers.") + host;
}

} // namespace pd::secrets
