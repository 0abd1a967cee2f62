// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "desk/engine.h"
#include "desk/owners.h"
#include "desk/errortext.h"
#include "desk/practice/practiceregistry.h"
#include "desk/practice/practiceverb.h"
#include "desk/services.h"
#include "desk/trysession.h"
#include "desk/verbs/accountverbs.h"
#include "desk/verbs/buildverb.h"
#include "desk/verbs/getopaverb.h"
#include "desk/verbs/localverbs.h"
#include "desk/verbs/noted.h"
#include "desk/verbs/publishverb.h"
#include "desk/verbs/remoteverbs.h"
#include "desk/verbs/runverb.h"
#include "desk/verbs/transferverbs.h"
#include "desk/verbs/tryverb.h"
#include "desk/verbs/undoverb.h"
#include "policy/folder.h"
#include "secrets/credentialstore.h"

#include <QFile>
#include <QFileSystemWatcher>
#include <QTimer>

namespace pd::desk {

namespace {

/// Somebody watches, and can cancel: a query may take its time.
constexpr std::chrono::milliseconds TryDeadline{60'000};

std::shared_ptr<TrySession> sessionFor(Services *services, Mailbox *engine, std::shared_ptr<opa::Server> server, const QString &name)
{
    const opa::Isolation isolation = server->isolation();
    TryFacts facts{name, server->version().toString(), {}, server->restricted()};
    if (isolation.level != opa::Isolation::Level::Full)
        facts.isolationProblem = isolation.why.isEmpty() ? QStringLiteral("?") : isolation.why;
    return std::make_shared<TrySession>(*engine, services->pool, std::move(server), facts);
}

Task<Result<std::shared_ptr<TrySession>>> openSession(Services *services, Mailbox *engine, QString reference, std::stop_token stop)
{
    const Stay stay(*services);
    TryVerb verb(*services, TryDeadline);
    CO_TRY(std::shared_ptr<opa::Server> server, co_await verb.start(reference, stop));
    co_return sessionFor(services, engine, std::move(server), reference);
}

Task<Result<std::shared_ptr<TrySession>>> openFolderSession(Services *services, Mailbox *engine, QString folder, std::stop_token stop)
{
    const Stay stay(*services);
    TryVerb verb(*services, TryDeadline);
    CO_TRY(std::shared_ptr<opa::Server> server, co_await verb.startFolder(folder, stop));
    co_return sessionFor(services, engine, std::move(server), folder);
}

Task<Result<FolderRow>> lookAtFolder(Services *services, QString path, std::stop_token stop)
{
    const Stay stay(*services);
    CO_TRY(const policy::FolderFacts facts, co_await policy::inspectFolder(path, services->pool, stop));
    FolderRow row;
    row.path = facts.path;
    row.branch = facts.git.branch;
    row.revision = facts.git.revision;
    row.sourceUrl = facts.git.source;
    row.version = facts.git.version;
    for (const policy::RegoFile &file : facts.rego)
        ++(file.isTest ? row.testFiles : row.regoFiles);
    row.packages = facts.packages;
    row.roots = facts.roots;
    co_return row;
}

Task<Result<QString>> findOpa(Services *services)
{
    const Stay stay(*services);
    CO_TRY(const opa::OpaProgram program, co_await opa::find(services->opaSearch, {}));
    co_return program.version.toString();
}

Task<Result<HereFacts>> lookHere(Services *services)
{
    const Stay stay(*services);
    HereFacts facts;
    facts.store = services->store.root();
    facts.practiceRunning = services->practice.isRunning();
    const auto program = co_await opa::find(services->opaSearch, {});
    if (program) {
        facts.opaPath = program->path;
        facts.opaVersion = program->version.toString();
    } else {
        facts.opaProblem = oneLine(program.error());
    }
    co_return facts;
}

Task<Result<void>> endTransfer(Services *services, qint64 id)
{
    const Stay stay(*services);
    co_return co_await services->pool.run([state = services->state, id] { return state->endTransfer(id); });
}

Result<QByteArray> readFile(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(systemError(errno, QStringLiteral("file.read"), path));
    if (file.size() > most)
        return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("file.tooLarge"), path);
    return file.read(most);
}

} // namespace

Desk::Desk(Mailbox &engineThread, Engine &engine, WorkerPool &pool, Paths paths, Settings settings, QString defaultRegistry)
    : m_thread(engineThread)
    , m_services(&engine.services())
    , m_pool(pool)
    , m_paths(std::move(paths))
    , m_settings(std::move(settings))
    , m_defaultRegistry(std::move(defaultRegistry))
    , m_watcher(new QFileSystemWatcher(this))
{
    // Another program (the Policy CLI, policydeskctl) renames or rewrites the index: the folder changes, and what follows within a moment is one.
    const QString root = m_services->store.root();
    auto *settle = new QTimer(this);
    settle->setSingleShot(true);
    settle->setInterval(200);
    const auto watch = [this, root] { m_watcher->addPaths({root, root + QStringLiteral("/index.json")}); };
    connect(settle, &QTimer::timeout, this, &Desk::storeChanged);
    connect(this, &Desk::storeChanged, this, watch); // a store that was just made, or whose index is a new file
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, settle, qOverload<>(&QTimer::start));
    connect(m_watcher, &QFileSystemWatcher::fileChanged, settle, qOverload<>(&QTimer::start));
    watch();
    applySettings();
}

Desk::~Desk() = default;

void Desk::changeSettings(const std::function<void(Settings &)> &change)
{
    Settings next = m_settings;
    change(next);
    if (next == m_settings)
        return;
    m_settings = std::move(next);
    applySettings();
    Q_EMIT settingsChanged();
    if (std::exchange(m_writing, true)) {
        m_writeAgain = true;
        return;
    }
    const auto write = [](QPointer<Desk> self) -> Task<void> {
        do {
            self->m_writeAgain = false;
            const auto written = co_await self->m_pool.run([file = self->m_paths.config + QStringLiteral("/settings.ini"),
                                                               settings = self->m_settings] { return writeSettings(file, settings); });
            if (!self)
                co_return;
            if (!written)
                Q_EMIT self->failed(written.error());
        } while (self->m_writeAgain);
        self->m_writing = false;
    };
    write(QPointer(this));
}

void Desk::addOwner(const QString &host, const QString &owner)
{
    changeSettings([&](Settings &settings) { keepOwner(settings, host, owner); });
}

void Desk::removeOwner(const QString &host, const QString &owner)
{
    changeSettings([&](Settings &settings) { dropOwner(settings, host, owner); });
}

void Desk::applySettings()
{
    m_thread.post([s = m_services, registries = m_settings.registries, opaPath = m_settings.opaPath] {
        s->hosts.set(registries);
        s->opaSearch.settingsPath = opaPath;
    });
}

// Questions: each runs in the engine thread and comes back here.

Task<Result<QList<LocalImage>>> Desk::localImages()
{
    return callIn(m_thread, [s = m_services] { return runVerb(s, &LocalVerbs::images); });
}

Task<Result<ImageDetails>> Desk::inspect(QString reference)
{
    return callIn(m_thread, [s = m_services, reference] { return runVerb(s, &LocalVerbs::inspect, reference); });
}

Task<Result<QList<AccountRow>>> Desk::accounts()
{
    return callIn(m_thread, [s = m_services] { return runVerb(s, &AccountVerbs::accounts, std::stop_token()); });
}

Task<Result<QList<FoundRow>>> Desk::foundHere()
{
    return callIn(m_thread, [s = m_services] { return runVerb(s, &AccountVerbs::foundHere, std::stop_token()); });
}

Task<Result<QString>> Desk::opaVersion()
{
    return callIn(m_thread, [s = m_services] { return findOpa(s); });
}

Task<Result<HereFacts>> Desk::here()
{
    return callIn(m_thread, [s = m_services] { return lookHere(s); });
}

Task<Result<FolderRow>> Desk::inspectFolder(QString path, std::stop_token stop)
{
    return callIn(m_thread, [s = m_services, path, stop] { return lookAtFolder(s, path, stop); });
}

Task<Result<Page<RemotePackage>>> Desk::packages(QString host, QString owner, QString page, std::stop_token stop)
{
    return callIn(
        m_thread, [s = m_services, host, owner, page, stop] { return runVerb(s, &RemoteVerbs::packages, host, owner, page, stop); });
}

Task<Result<QList<OwnerRow>>> Desk::owners(QString host, std::stop_token stop)
{
    QList<OwnerRow> known = knownOwners(m_settings, host);
    return callIn(m_thread, [s = m_services, host, stop] {
        return runVerb(s, &RemoteVerbs::ownLogin, host, stop);
    }).then([known = std::move(known)](Result<QString> login) -> Result<QList<OwnerRow>> {
        if (!login)
            return std::unexpected(login.error());
        return withOwn(known, *login);
    });
}

Task<Result<RemotePackage>> Desk::package(QString host, QString repository, std::stop_token stop)
{
    return callIn(m_thread, [s = m_services, host, repository, stop] { return runVerb(s, &RemoteVerbs::package, host, repository, stop); });
}

Task<Result<QString>> Desk::newestTag(QString host, QString repository, std::stop_token stop)
{
    return callIn(
        m_thread, [s = m_services, host, repository, stop] { return runVerb(s, &RemoteVerbs::newestTag, host, repository, stop); });
}

Task<Result<Page<DeleteItem>>> Desk::versions(QString host, QString repository, QString page, std::stop_token stop)
{
    return callIn(m_thread,
        [s = m_services, host, repository, page, stop] { return runVerb(s, &RemoteVerbs::versions, host, repository, page, stop); });
}

Task<Result<Page<RemoteTag>>> Desk::tags(QString host, QString repository, QString page, std::stop_token stop)
{
    return callIn(
        m_thread, [s = m_services, host, repository, page, stop] { return runVerb(s, &RemoteVerbs::tags, host, repository, page, stop); });
}

Task<Result<RemoteTag>> Desk::tagDetails(QString host, QString repository, QString tag, std::stop_token stop)
{
    return callIn(
        m_thread, [s = m_services, host, repository, tag, stop] { return runVerb(s, &RemoteVerbs::details, host, repository, tag, stop); });
}

Task<Result<PublishPlan>> Desk::planPublish(PublishRequest request, std::stop_token stop)
{
    return callIn(m_thread, [s = m_services, request, stop] { return runVerb(s, &PublishVerb::plan, request, stop); });
}

Task<Result<DeletePlan>> Desk::planDelete(DeleteRequest request, std::stop_token stop)
{
    return callIn(m_thread, [s = m_services, request, stop] { return runVerb(s, &RemoteVerbs::planDelete, request, stop); });
}

Task<Result<QList<Receipt>>> Desk::receipts(QString filter, int limit)
{
    return runIn(m_thread, [s = m_services] {
        return Result<std::shared_ptr<StateDb>>(s->state);
    }).then([pool = &m_pool, filter, limit](Result<std::shared_ptr<StateDb>> state) {
        return pool->run(
            [state = *state, filter, limit] { return state ? state->receipts(filter, limit) : Result<QList<Receipt>>(QList<Receipt>()); });
    });
}

Task<Result<QList<PendingTransfer>>> Desk::pendingTransfers()
{
    return runIn(m_thread, [s = m_services] {
        return Result<std::shared_ptr<StateDb>>(s->state);
    }).then([pool = &m_pool](Result<std::shared_ptr<StateDb>> state) {
        return pool->run(
            [state = *state] { return state ? state->pendingTransfers() : Result<QList<PendingTransfer>>(QList<PendingTransfer>()); });
    });
}

void Desk::forgetTransfer(qint64 id)
{
    m_thread.post([s = m_services, id] {
        if (s->state)
            endTransfer(s, id);
    });
}

Task<Result<QByteArray>> Desk::readText(QString path, qint64 most)
{
    return m_pool.run([path, most] { return readFile(path, most); });
}

Task<Result<std::shared_ptr<TrySession>>> Desk::tryImage(QString reference, std::stop_token stop)
{
    return callIn(m_thread, [s = m_services, engine = &m_thread, reference, stop] { return openSession(s, engine, reference, stop); });
}

Task<Result<std::shared_ptr<TrySession>>> Desk::tryFolder(QString folder, std::stop_token stop)
{
    return callIn(m_thread, [s = m_services, engine = &m_thread, folder, stop] { return openFolderSession(s, engine, folder, stop); });
}

// Acts.

Operation *Desk::start(const QString &verb, QString title, Operation::Act act)
{
    auto *operation = new Operation(m_thread, verb, std::move(title), std::move(act), this);
    m_operations.append(operation);
    connect(operation, &Operation::finished, this, [this, operation] {
        settle(*operation);
        Q_EMIT operationsChanged();
    });
    Q_EMIT operationAdded(operation);
    Q_EMIT operationsChanged();
    return operation;
}

void Desk::settle(const Operation &operation)
{
    if (!operation.receipt())
        return;
    const Receipt &receipt = *operation.receipt();
    static const QStringList remote{QStringLiteral("push"), QStringLiteral("publish"), QStringLiteral("delete"), QStringLiteral("undo")};
    if (remote.contains(receipt.verb)) {
        const auto reference = oci::Reference::parse(receipt.reference, {});
        if (reference)
            Q_EMIT remoteChanged(reference->host(), reference->repository());
    }
    if (receipt.verb == QLatin1StringView("practice")) {
        changeSettings([port = receipt.reference.section(QLatin1Char(':'), 1).toUShort()](Settings &settings) {
            settings.practicePort = port;
            settings.practiceRuns = true;
        });
    } else if (receipt.verb == QLatin1StringView("practice-stop")) {
        changeSettings([](Settings &settings) { settings.practiceRuns = false; });
    }
    if (receipt.verb == QLatin1StringView("sign-in") || receipt.verb == QLatin1StringView("sign-out")
        || receipt.verb.startsWith(QLatin1StringView("practice")))
        Q_EMIT accountsChanged();
    if (receipt.verb == QLatin1StringView("sign-in") || receipt.verb == QLatin1StringView("default")) {
        m_thread.post([s = m_services, home = Mailbox::current(), self = QPointer(this)] {
            home->post([self, registry = s->defaultRegistry] {
                if (!self || self->m_defaultRegistry == registry)
                    return;
                self->m_defaultRegistry = registry;
                Q_EMIT self->accountsChanged();
            });
        });
    }
    Q_EMIT storeChanged();
}

Operation *Desk::build(BuildRequest request)
{
    const QString title = tr("Build %1").arg(request.reference);
    return start(QStringLiteral("build"), title, [s = m_services, request](ProgressSink &progress, std::stop_token stop) {
        return runVerb(s, &BuildVerb::run, request, std::ref(progress), stop);
    });
}

Operation *Desk::publish(PublishRequest request)
{
    const QString title = tr("Publish %1:%2").arg(request.destination, request.tags.value(0));
    return start(QStringLiteral("publish"), title, [s = m_services, request](ProgressSink &progress, std::stop_token stop) {
        return runVerb(s, &PublishVerb::run, request, std::ref(progress), stop);
    });
}

Operation *Desk::tag(TagRequest request)
{
    return start(QStringLiteral("tag"), tr("Tag %1").arg(request.target),
        [s = m_services, request](ProgressSink &, std::stop_token) { return runVerb(s, &LocalVerbs::tag, request); });
}

Operation *Desk::push(PushRequest request)
{
    return start(QStringLiteral("push"), tr("Push %1").arg(request.target.isEmpty() ? request.source : request.target),
        [s = m_services, request](
            ProgressSink &progress, std::stop_token stop) { return runVerb(s, &TransferVerbs::push, request, std::ref(progress), stop); });
}

Operation *Desk::pull(PullRequest request)
{
    return start(QStringLiteral("pull"), tr("Pull %1").arg(request.reference),
        [s = m_services, request](
            ProgressSink &progress, std::stop_token stop) { return runVerb(s, &TransferVerbs::pull, request, std::ref(progress), stop); });
}

Operation *Desk::remove(RemoveRequest request)
{
    const QString title = request.references.size() == 1 ? tr("Remove %1").arg(request.references.first())
                                                         : tr("Remove %Ln images", nullptr, static_cast<int>(request.references.size()));
    return start(QStringLiteral("remove"), title,
        [s = m_services, request](ProgressSink &, std::stop_token) { return runVerb(s, &LocalVerbs::remove, request); });
}

Operation *Desk::save(SaveRequest request)
{
    return start(QStringLiteral("save"), tr("Save %1").arg(request.reference),
        [s = m_services, request](ProgressSink &, std::stop_token stop) { return runVerb(s, &LocalVerbs::save, request, stop); });
}

Operation *Desk::import(ImportRequest request)
{
    return start(QStringLiteral("import"), tr("Import %1").arg(request.reference),
        [s = m_services, request](ProgressSink &, std::stop_token stop) { return runVerb(s, &LocalVerbs::import, request, stop); });
}

Operation *Desk::deleteVersions(DeletePlan plan)
{
    const QString repository = plan.request.repository;
    Operation *operation = start(QStringLiteral("delete"), tr("Delete from %1").arg(repository),
        [s = m_services, plan](
            ProgressSink &progress, std::stop_token stop) { return runVerb(s, &RemoteVerbs::runDelete, plan, std::ref(progress), stop); });
    // Some may have gone before it failed or was stopped.
    connect(operation, &Operation::finished, this, [this, operation, repository] {
        if (operation->state() != Operation::State::Done)
            Q_EMIT remoteChanged(repository.section(QLatin1Char('/'), 0, 0), repository.section(QLatin1Char('/'), 1));
    });
    return operation;
}

Operation *Desk::undo(Undo what)
{
    return start(QStringLiteral("undo"), tr("Undo"),
        [s = m_services, what](ProgressSink &, std::stop_token stop) { return runVerb(s, &UndoVerb::run, what, stop); });
}

Operation *Desk::signIn(SignInRequest request)
{
    const QString title = tr("Sign in to %1").arg(request.host);
    // The token is here as long as the act may be tried again: until it is cleared from Activity, or has succeeded.
    return start(QStringLiteral("sign-in"), title,
        [s = m_services, shared = std::make_shared<SignInRequest>(std::move(request))](ProgressSink &, std::stop_token stop) {
            SignInRequest copy{shared->host, shared->user, shared->token.clone(), shared->makeDefault, shared->untilQuit};
            return runVerb(s, &AccountVerbs::signIn, std::move(copy), stop);
        });
}

Operation *Desk::signOut(QString host)
{
    return start(QStringLiteral("sign-out"), tr("Sign out of %1").arg(host),
        [s = m_services, host](ProgressSink &, std::stop_token stop) { return runVerb(s, &AccountVerbs::signOut, host, stop); });
}

Operation *Desk::takeOver(TakeOverRequest request)
{
    const QString title = tr("Sign in to %1 as %2").arg(request.host, request.user.isEmpty() ? request.host : request.user);
    return start(QStringLiteral("take-over"), title,
        [s = m_services, request](ProgressSink &, std::stop_token stop) { return runVerb(s, &AccountVerbs::takeOver, request, stop); });
}

void Desk::askKeychainAgain()
{
    m_thread.post([s = m_services] { s->credentials.askAgain(); });
}

Operation *Desk::startPractice(quint16 port)
{
    // One registry, one start: a second press gets the first one's.
    const auto running = std::ranges::find_if(m_operations, [](const Operation *operation) {
        return operation->verb() == QLatin1StringView("practice") && operation->state() == Operation::State::Running;
    });
    if (running != m_operations.end())
        return *running;
    return start(QStringLiteral("practice"), tr("Start the practice registry"),
        [s = m_services, port](ProgressSink &, std::stop_token stop) { return runVerb(s, &PracticeVerb::start, port, stop); });
}

Operation *Desk::stopPractice()
{
    return start(QStringLiteral("practice-stop"), tr("Stop the practice registry"),
        [s = m_services, host = QStringLiteral("localhost:%1").arg(m_settings.practicePort)](
            ProgressSink &, std::stop_token) { return runVerb(s, &PracticeVerb::stop, host); });
}

Operation *Desk::takeUpPractice()
{
    return m_settings.practiceRuns && m_settings.practicePort != 0 ? startPractice(m_settings.practicePort) : nullptr;
}

Operation *Desk::makeDefault(QString host)
{
    return start(QStringLiteral("default"), tr("Make %1 the default registry").arg(host),
        [s = m_services, host](ProgressSink &, std::stop_token) { return runVerb(s, &AccountVerbs::makeDefault, host); });
}

Operation *Desk::getOpa()
{
    return start(QStringLiteral("get-opa"), tr("Get OPA"),
        [s = m_services](ProgressSink &progress, std::stop_token stop) { return runVerb(s, &GetOpaVerb::run, std::ref(progress), stop); });
}

Operation *Desk::resume(const PendingTransfer &transfer)
{
    forgetTransfer(transfer.id);
    if (transfer.verb == QLatin1StringView("pull"))
        return pull(pullRequestFrom(transfer.request));
    if (transfer.verb == QLatin1StringView("publish"))
        return publish(publishRequestFrom(transfer.request));
    return push(pushRequestFrom(transfer.request));
}

void Desk::clearFinished()
{
    m_operations.removeIf([](Operation *operation) {
        const bool ended = operation->state() != Operation::State::Running;
        if (ended)
            operation->deleteLater();
        return ended;
    });
    Q_EMIT operationsChanged();
}

Operation *Desk::operation(qint64 id) const
{
    const auto found = std::ranges::find(m_operations, id, &Operation::id);
    return found == m_operations.end() ? nullptr : *found;
}

void Desk::suspend()
{
    m_thread.post([s = m_services] { s->suspending = true; });
    cancelAll();
}

void Desk::cancelAll()
{
    for (Operation *operation : std::as_const(m_operations)) {
        if (operation->state() == Operation::State::Running)
            operation->cancel();
    }
}

bool Desk::isBusy() const
{
    return std::ranges::any_of(m_operations, [](const Operation *operation) { return operation->state() == Operation::State::Running; });
}

} // namespace pd::desk
