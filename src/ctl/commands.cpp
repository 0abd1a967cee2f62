// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "desk/services.h"
#include "desk/verbs/accountverbs.h"
#include "desk/verbs/buildverb.h"
#include "desk/verbs/localverbs.h"
#include "desk/verbs/publishverb.h"
#include "desk/verbs/remoteverbs.h"
#include "desk/verbs/transferverbs.h"
#include "desk/verbs/tryverb.h"
#include "desk/verbs/undoverb.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <unistd.h>

namespace pd::ctl {

namespace {

using desk::Receipt;
using desk::Services;

std::unexpected<Error> misuse(const char *cause, const QString &word)
{
    return fail(ErrorKind::InvalidInput, Blame::You, QLatin1StringView(cause), word);
}

/// All of standard input, at most `most` bytes.
Result<QByteArray> readInput(qint64 most)
{
    QFile input;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly))
        return std::unexpected(systemError(errno, QStringLiteral("file.read"), QStringLiteral("-")));
    QByteArray bytes = input.read(most + 1);
    if (bytes.size() > most)
        return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("file.tooLarge"), QStringLiteral("-"));
    return bytes;
}

Result<QMap<QString, QString>> annotationsOf(const CommandLine &line)
{
    QMap<QString, QString> annotations;
    for (const QString &each : line.values(QStringLiteral("annotation"))) {
        const qsizetype equals = each.indexOf(QLatin1Char('='));
        if (equals < 1)
            return misuse("usage.annotation", each);
        annotations.insert(each.first(equals), each.sliced(equals + 1));
    }
    return annotations;
}

Result<desk::BuildOptions> buildOptions(const CommandLine &line)
{
    auto annotations = annotationsOf(line);
    if (!annotations)
        return std::unexpected(annotations.error());
    desk::BuildOptions options;
    options.annotations = *annotations;
    options.revision = line.value(QStringLiteral("revision"));
    if (line.has(QStringLiteral("rego-version")))
        options.regoVersion = line.value(QStringLiteral("rego-version"));
    options.optimize = line.value(QStringLiteral("optimize")).toInt();
    options.entrypoints = line.values(QStringLiteral("entrypoint"));
    options.ignore = line.values(QStringLiteral("ignore"));
    options.includeTests = line.has(QStringLiteral("include-tests"));
    options.gitAnnotations = !line.has(QStringLiteral("no-git"));
    return options;
}

Task<Result<Answer>> answerWith(Task<Result<Receipt>> act)
{
    CO_TRY(const Receipt receipt, co_await std::move(act));
    co_return receiptAnswer(receipt);
}

Task<Result<Answer>> login(Services *services, CommandLine line, std::stop_token stop)
{
    desk::SignInRequest request;
    request.host = line.arguments.first();
    request.user = line.value(QStringLiteral("user"));
    request.makeDefault = line.has(QStringLiteral("default"));
    if (line.has(QStringLiteral("password-stdin"))) {
        CO_TRY(QByteArray token, readInput(64 << 10));
        // What `echo` and editors put behind it is no part of a token.
        while (token.endsWith('\n') || token.endsWith('\r'))
            token.chop(1);
        request.token = Secret(std::move(token));
    }
    desk::AccountVerbs verbs(*services);
    co_return co_await answerWith(verbs.signIn(std::move(request), stop));
}

Task<Result<Answer>> build(Services *services, CommandLine line, std::stop_token stop)
{
    CO_TRY(const desk::BuildOptions options, buildOptions(line));
    desk::BuildRequest request{line.arguments, line.value(QStringLiteral("tag")), options};
    for (QString &folder : request.folders)
        folder = QDir(folder).absolutePath();
    if (request.reference.isEmpty())
        request.reference = QStringLiteral("default"); // as the Policy CLI names it
    NoProgress nobody;
    desk::BuildVerb verb(*services);
    co_return co_await answerWith(verb.run(request, nobody, stop));
}

Task<Result<Answer>> publish(Services *services, CommandLine line, std::stop_token stop)
{
    desk::PublishRequest request;
    request.folder = QDir(line.arguments.at(0)).absolutePath();
    request.destination = line.arguments.at(1);
    CO_TRY(request.options, buildOptions(line));
    for (const QString &tags : line.values(QStringLiteral("tag")))
        request.tags += tags.split(QLatin1Char(','), Qt::SkipEmptyParts);
    desk::PublishVerb verb(*services);
    CO_TRY(const desk::PublishPlan plan, co_await verb.plan(request, stop));
    if (request.tags.isEmpty())
        request.tags = {plan.nextPatch};
    NoProgress nobody;
    co_return co_await answerWith(verb.run(request, nobody, stop));
}

Task<Result<Answer>> images(Services *services, CommandLine, std::stop_token)
{
    desk::LocalVerbs verbs(*services);
    CO_TRY(const QList<desk::LocalImage> images, co_await verbs.images());
    co_return imagesAnswer(images);
}

Task<Result<Answer>> push(Services *services, CommandLine line, std::stop_token stop)
{
    QList<Receipt> receipts;
    NoProgress nobody;
    desk::TransferVerbs verbs(*services);
    for (const QString &reference : std::as_const(line.arguments)) {
        CO_TRY(const Receipt receipt, co_await verbs.push({reference, {}, {}}, nobody, stop));
        receipts.append(receipt);
    }
    co_return transfersAnswer(receipts);
}

Task<Result<Answer>> pull(Services *services, CommandLine line, std::stop_token stop)
{
    QList<Receipt> receipts;
    NoProgress nobody;
    desk::TransferVerbs verbs(*services);
    for (const QString &reference : std::as_const(line.arguments)) {
        CO_TRY(const Receipt receipt, co_await verbs.pull({reference}, nobody, stop));
        receipts.append(receipt);
    }
    co_return transfersAnswer(receipts);
}

Task<Result<Answer>> save(Services *services, CommandLine line, std::stop_token stop)
{
    const QString path = line.value(QStringLiteral("output"));
    if (path.isEmpty())
        co_return misuse("usage.missingValue", QStringLiteral("--output"));
    const bool toOutput = path == QLatin1StringView("-");
    desk::LocalVerbs verbs(*services);
    auto saved
        = co_await verbs.save({line.arguments.first(), toOutput ? QStringLiteral("/dev/stdout") : QDir().absoluteFilePath(path)}, stop);
    CO_TRY(const Receipt receipt, std::move(saved));
    co_return toOutput ? Answer{} : receiptAnswer(receipt);
}

Task<Result<Answer>> inspect(Services *services, CommandLine line, std::stop_token)
{
    desk::LocalVerbs verbs(*services);
    CO_TRY(const desk::ImageDetails details, co_await verbs.inspect(line.arguments.first()));
    const Answer row = imagesAnswer({details.image});
    QJsonObject json = row.json.toArray().first().toObject();
    json.insert(QStringLiteral("mediaType"), details.mediaType);
    json.insert(QStringLiteral("manifestSize"), details.manifestSize);
    json.insert(QStringLiteral("layers"), details.layers);
    json.insert(QStringLiteral("files"), QJsonArray::fromStringList(details.files));
    json.insert(QStringLiteral("packages"), QJsonArray::fromStringList(details.packages));
    json.insert(QStringLiteral("roots"), QJsonArray::fromStringList(details.roots));
    json.insert(QStringLiteral("regoVersion"), details.regoVersion);
    QString text = row.text + QLatin1Char('\n');
    for (const auto &[key, value] : details.image.annotations.asKeyValueRange())
        text += key + QStringLiteral(" = ") + value + QLatin1Char('\n');
    text += QLatin1Char('\n') + details.files.join(QLatin1Char('\n')) + QLatin1Char('\n');
    co_return Answer{json, text};
}

Task<Result<Answer>> eval(Services *services, CommandLine line, std::stop_token stop)
{
    opa::Query query;
    query.text = line.arguments.at(1);
    const QString file = line.value(QStringLiteral("input"));
    if (file == QLatin1StringView("-")) {
        CO_TRY(query.input, readInput(64 << 20));
    } else if (!file.isEmpty()) {
        QFile input(file);
        if (!input.open(QIODevice::ReadOnly))
            co_return std::unexpected(systemError(errno, QStringLiteral("file.read"), file));
        query.input = input.read(64 << 20);
    }
    desk::TryVerb verb(*services);
    CO_TRY(const std::shared_ptr<opa::Server> server, co_await verb.start(line.arguments.first(), stop));
    CO_TRY(const opa::QueryReply reply, co_await server->query(query, stop));
    const QByteArray result = reply.json.isEmpty() ? QByteArray("null") : reply.json;
    const QJsonDocument document = QJsonDocument::fromJson("[" + result + "]");
    QString text = reply.isUndefined() ? QStringLiteral("undefined") : QString::fromUtf8(reply.json);
    if (reply.value)
        text = QString::fromUtf8(QJsonDocument(QJsonArray{*reply.value}).toJson(QJsonDocument::Compact)).slice(1).chopped(1);
    co_return Answer{QJsonObject{{QStringLiteral("defined"), !reply.isUndefined()}, {QStringLiteral("result"), document.array().first()}},
        QString(text + QLatin1Char('\n'))};
}

Task<Result<Answer>> remoteList(Services *services, CommandLine line, std::stop_token stop)
{
    const QString host = line.arguments.first().section(QLatin1Char('/'), 0, 0);
    const QString owner = line.arguments.first().section(QLatin1Char('/'), 1);
    desk::RemoteVerbs verbs(*services);
    QList<desk::RemotePackage> all;
    QString page;
    do {
        CO_TRY(const auto rows, co_await verbs.packages(host, owner, page, stop));
        all += rows.rows;
        page = rows.next;
    } while (!page.isEmpty());
    co_return packagesAnswer(all);
}

Task<Result<Answer>> remoteTags(Services *services, CommandLine line, std::stop_token stop)
{
    CO_TRY(const oci::Reference repository, desk::readRepository(*services, line.arguments.first()));
    desk::RemoteVerbs verbs(*services);
    CO_TRY(const QStringList tags, co_await verbs.allTags(repository, stop));
    co_return Answer{
        QJsonArray::fromStringList(tags), tags.isEmpty() ? QString() : QString(tags.join(QLatin1Char('\n')) + QLatin1Char('\n'))};
}

/// True where the person at the terminal says so.
bool confirmed(const desk::DeletePlan &plan)
{
    QString question;
    for (const desk::DeleteItem &item : plan.items)
        question += item.digest.mid(7, 12) + QStringLiteral("  ") + item.tags.join(QStringLiteral(", ")) + QLatin1Char('\n');
    question += QCoreApplication::translate("pd::ctl", "Delete these from %1? [y/N] ").arg(plan.request.repository);
    const QByteArray bytes = question.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    char answer[16] = {};
    return isatty(STDIN_FILENO) && std::fgets(answer, sizeof answer, stdin) && (answer[0] == 'y' || answer[0] == 'Y');
}

Task<Result<Answer>> remoteRemove(Services *services, CommandLine line, std::stop_token stop)
{
    desk::RemoteVerbs verbs(*services);
    QJsonArray json;
    QString text;
    for (const QString &typed : std::as_const(line.arguments)) {
        CO_TRY(const oci::Reference reference, desk::readReference(*services, typed));
        desk::DeleteRequest request{reference.name(), {}};
        if (reference.digest())
            request.versions = {reference.digest()->toString()};
        else if (!reference.completion().tagAdded)
            request.versions = {reference.tag()};
        CO_TRY(const desk::DeletePlan plan, co_await verbs.planDelete(request, stop));
        // What cannot be done needs no question: the verb says why.
        if (plan.refusal.isEmpty() && !line.has(QStringLiteral("yes")) && !confirmed(plan))
            co_return cancelled();
        NoProgress nobody;
        CO_TRY(const Receipt receipt, co_await verbs.runDelete(plan, nobody, stop));
        const Answer answer = receiptAnswer(receipt);
        QJsonObject object = answer.json.toObject();
        object.insert(QStringLiteral("tags"), QJsonArray::fromStringList(receipt.tags));
        json.append(object);
        text += answer.text;
    }
    co_return Answer{json, text};
}

Task<Result<Answer>> logout(Services *services, CommandLine line, std::stop_token stop)
{
    desk::AccountVerbs verbs(*services);
    co_return co_await answerWith(verbs.signOut(line.arguments.first(), stop));
}

Task<Result<Answer>> tag(Services *services, CommandLine line, std::stop_token)
{
    desk::LocalVerbs verbs(*services);
    co_return co_await answerWith(verbs.tag({line.arguments.at(0), line.arguments.at(1)}));
}

Task<Result<Answer>> remove(Services *services, CommandLine line, std::stop_token)
{
    desk::LocalVerbs verbs(*services);
    co_return co_await answerWith(verbs.remove({line.arguments}));
}

Task<Result<Answer>> import(Services *services, CommandLine line, std::stop_token stop)
{
    desk::LocalVerbs verbs(*services);
    co_return co_await answerWith(verbs.import({QDir().absoluteFilePath(line.arguments.at(0)), line.arguments.at(1)}, stop));
}

Task<Result<Answer>> undo(Services *services, CommandLine line, std::stop_token stop)
{
    const QString typed = line.arguments.value(0);
    auto what = desk::Undo::parse(typed);
    if (!what)
        co_return fail(ErrorKind::NotFound, Blame::You, QStringLiteral("undo.gone"), typed);
    if (what->isEmpty() && services->state) {
        CO_TRY(const QList<Receipt> receipts, co_await services->pool.run([state = services->state] { return state->receipts({}, 100); }));
        const auto last = std::ranges::find_if(receipts, [](const Receipt &receipt) { return !receipt.undo.isEmpty(); });
        what = last == receipts.end() ? desk::Undo() : last->undo;
    }
    desk::UndoVerb verb(*services);
    co_return co_await answerWith(verb.run(*what, stop));
}

struct Command {
    const char *verb;
    Task<Result<Answer>> (*run)(Services *, CommandLine, std::stop_token);
};

constexpr Command Commands[] = {
    {"login", login},
    {"logout", logout},
    {"build", build},
    {"publish", publish},
    {"images", images},
    {"tag", tag},
    {"push", push},
    {"pull", pull},
    {"rm", remove},
    {"undo", undo},
    {"save", save},
    {"import", import},
    {"inspect", inspect},
    {"eval", eval},
    {"remote ls", remoteList},
    {"remote tags", remoteTags},
    {"remote rm", remoteRemove},
};

} // namespace

Task<Result<Answer>> run(desk::Services *services, CommandLine line, std::stop_token stop)
{
    const auto *command = std::ranges::find_if(Commands, [&line](const Command &each) { return qstrcmp(each.verb, line.verb->name) == 0; });
    Q_ASSERT(command != std::end(Commands));
    return command->run(services, line, stop);
}

Task<Result<Answer>> version(opa::OpaSearch search, std::stop_token stop)
{
    const auto opa = co_await opa::find(search, stop);
    const QString found = opa ? opa->version.toString() : QString();
    QString text = QStringLiteral("policydeskctl " PD_VERSION "\n");
    text += opa ? QString(QStringLiteral("OPA ") + found + QStringLiteral(" (") + opa->path + QStringLiteral(")\n"))
                : QString(QCoreApplication::translate("pd::ctl", "OPA was not found") + QLatin1Char('\n'));
    co_return Answer{QJsonObject{{QStringLiteral("version"), QStringLiteral(PD_VERSION)},
                         {QStringLiteral("opa"), opa ? QJsonValue(found) : QJsonValue()}},
        text};
}

QStringList namedHosts(const CommandLine &line, const QString &defaultRegistry)
{
    QStringList hosts;
    for (const QString &argument : line.arguments) {
        const auto reference = oci::Reference::parse(argument, defaultRegistry);
        const QString host = oci::Reference::isLegalHost(argument) && !argument.contains(QLatin1Char('/')) && line.verb->most == 1
                && (qstrcmp(line.verb->name, "login") == 0 || qstrcmp(line.verb->name, "remote ls") == 0)
            ? argument
            : reference ? reference->host()
                        : QString();
        if (!host.isEmpty() && !hosts.contains(host))
            hosts.append(host);
    }
    return hosts;
}

} // namespace pd::ctl
