// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskwindow.h"

#include "desk/errortext.h"
#include "localimagespane.h"
#include "models/format.h"
#include "publishpane.h"
#include "repositorypane.h"
#include "shell/navigationtree.h"
#include "shell/panehost.h"
#include "shell/startpage.h"
#include "signinpane.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

namespace pd::ui {

namespace {

QString after(const QString &place, QLatin1StringView prefix)
{
    return place.startsWith(prefix) ? place.sliced(prefix.size()) : QString();
}

const QLatin1StringView FolderPlace("folder:");
const QLatin1StringView RegistryPlace("registry:");
const QLatin1StringView PackagePlace("package:");
const QLatin1StringView SignInPlace("signin:");

} // namespace

DeskWindow::DeskWindow(desk::Desk &desk, WorkerPool &pool, const Clock &clock)
    : m_desk(desk)
    , m_pool(pool)
    , m_clock(clock)
{
    buildPanes();
    wirePanes();
    m_window.setMenu([this] { return menu(); });
    m_window.setGoToSource([this] { return goToItems(); });
    connect(&m_window, &MainWindow::placeRequested, this, &DeskWindow::open);
    connect(&m_window, &MainWindow::triggered, this, &DeskWindow::act);
    connect(&m_window, &MainWindow::goToChosen, this,
        [this](const QString &id) { id.startsWith(QLatin1StringView("do:")) ? run(id.sliced(3)) : open(id); });
    connect(&m_window, &MainWindow::undoRequested, this, [this](const QString &what) { m_desk.undo(what); });
    connect(&m_window, &MainWindow::filesDropped, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            openArgument(path);
    });
    connect(&m_window, &MainWindow::cancelRequested, this, [this](const QString &id) {
        if (desk::Operation *operation = m_desk.operations().value(id.toLongLong()))
            operation->cancel();
    });
    connect(m_window.tree(), &NavigationTree::addRequested, this, [this](const QString &section) {
        run(section == QLatin1StringView("folders") ? QStringLiteral("openFolder") : QStringLiteral("signIn"));
    });
    connect(&m_desk, &desk::Desk::storeChanged, this, [this] { readImages(); });
    connect(&m_desk, &desk::Desk::settingsChanged, this, &DeskWindow::showTree);
    connect(&m_desk, &desk::Desk::operationsChanged, this, &DeskWindow::showActivity);
    connect(&m_desk, &desk::Desk::operationAdded, this, [this](desk::Operation *operation) {
        connect(operation, &desk::Operation::progressed, this, &DeskWindow::showActivity);
        connect(operation, &desk::Operation::finished, this, [this, operation] { finished(operation); });
    });
    connect(&m_desk, &desk::Desk::remoteChanged, this, [this](const QString &host, const QString &repository) {
        if (host == m_host && repository == m_package)
            readTags(host, repository, m_repository->selectedTag());
        readPackages(host);
    });
    showTree();
    showActivity();
    readImages();
    readFound();
    offerTransfers();
}

DeskWindow::~DeskWindow()
{
    m_details.request_stop();
    m_planning.request_stop();
}

void DeskWindow::buildPanes()
{
    m_start = new StartPage;
    m_local = new LocalImagesPane(m_pool, m_clock);
    m_repository = new RepositoryPane(m_pool, m_clock);
    m_publish = new PublishPane;
    m_signIn = new SignInPane;
    m_window.panes()->setPage(QStringLiteral("start"), m_start);
    m_window.panes()->setPage(QStringLiteral("local"), m_local);
    m_window.panes()->setPage(QStringLiteral("tags"), m_repository);
    m_window.panes()->setPage(QStringLiteral("publish"), m_publish);
    m_window.panes()->setPage(QStringLiteral("signin"), m_signIn);
}

void DeskWindow::wirePanes()
{
    connect(m_start, &StartPage::openFolderRequested, this, [this] { run(QStringLiteral("openFolder")); });
    connect(m_start, &StartPage::practiceRequested, this, &DeskWindow::startPractice);
    connect(m_start, &StartPage::signInRequested, this, [this] { open(QStringLiteral("signin:")); });
    connect(m_start, &StartPage::triggered, this, &DeskWindow::run);
    connect(m_start, &StartPage::referenceEntered, this, &DeskWindow::openArgument);
    connect(m_start, &StartPage::referenceEdited, this, [this](const QString &typed) {
        const desk::ReferenceReading reading = typed.trimmed().isEmpty() ? desk::ReferenceReading() : m_desk.readReference(typed);
        const QString notes = reading.notes.isEmpty()
            ? QString()
            : QString(QStringLiteral(" (") + reading.notes.join(QStringLiteral(", ")) + QLatin1Char(')'));
        m_start->setReferenceHint(
            reading.problem.isEmpty() ? QString(reading.reference + notes) : reading.problem, !reading.problem.isEmpty());
    });
    connect(m_local, &LocalImagesPane::selectionChanged, this, &DeskWindow::inspectLocal);
    connect(m_local, &LocalImagesPane::removeRequested, this, [this] { actOnLocal(QStringLiteral("remove")); });
    connect(m_local, &LocalImagesPane::triggered, this, &DeskWindow::run);
    connect(m_repository, &RepositoryPane::selectionChanged, this, &DeskWindow::inspectTag);
    connect(m_repository, &RepositoryPane::activated, this, [this] { actOnTag(QStringLiteral("pull")); });
    connect(m_repository, &RepositoryPane::triggered, this, [this](const QString &id) {
        id == QLatin1StringView("signIn") ? open(QString(SignInPlace) + m_host)
                                          : void(readTags(m_host, m_package, m_repository->selectedTag()));
    });
    connect(m_repository, &RepositoryPane::detailsWanted, this, [this](const QStringList &tags) {
        m_details.request_stop();
        m_details = {};
        readDetails(m_host, m_package, tags, m_details.get_token());
    });
    connect(m_publish, &PublishPane::planWanted, this, [this](const desk::PublishRequest &request) { planPublish(request, {}); });
    connect(m_publish, &PublishPane::publishRequested, this, [this](const desk::PublishRequest &request) {
        m_desk.changeSettings([&request](desk::Settings &settings) {
            for (desk::FolderEntry &folder : settings.folders) {
                if (folder.path == request.folder)
                    folder.destination = request.destination;
            }
        });
        m_publish->follow(m_desk.publish(request, m_publishPlan));
    });
    connect(m_publish, &PublishPane::buildRequested, this, [this](const desk::PublishRequest &request) {
        m_publish->follow(
            m_desk.build({{request.folder}, QString(request.destination + QLatin1Char(':') + request.tags.value(0)), request.options}));
    });
    connect(m_publish, &PublishPane::triggered, this, [this](const QString &id) {
        id == QLatin1StringView("signIn") ? open(QString(SignInPlace) + m_publish->request().destination.section(QLatin1Char('/'), 0, 0))
                                          : run(id);
    });
    connect(m_signIn, &SignInPane::signInRequested, this, [this] { m_signIn->follow(m_desk.signIn(m_signIn->takeRequest())); });
    connect(m_signIn, &SignInPane::signedIn, this, [this](const QString &host) {
        m_desk.changeSettings([&host](desk::Settings &settings) {
            const bool known
                = std::ranges::any_of(settings.registries, [&host](const desk::RegistryEntry &entry) { return entry.host == host; });
            if (!known)
                settings.registries.append({host, {}, {}, false, {}});
        });
        open(QString(RegistryPlace) + host);
    });
    connect(m_signIn, &SignInPane::tokenPageRequested, this, [](const QString &) {
        QDesktopServices::openUrl(
            QUrl(QStringLiteral("https://github.com/settings/tokens/new?scopes=read:packages,write:packages&description=Policy%20Desk")));
    });
}

void DeskWindow::open(const QString &place)
{
    m_place = place;
    PaneHost *panes = m_window.panes();
    panes->setTabs({});
    panes->setHead({}, {});
    m_plan.reset();
    m_window.setInspector({});
    if (place == QLatin1StringView("local")) {
        panes->showPage(QStringLiteral("local"));
        m_window.setPlace(place, {{place, tr("Local images")}});
        inspectLocal();
    } else if (const QString folder = after(place, FolderPlace); !folder.isEmpty()) {
        openFolder(folder);
    } else if (const QString host = after(place, RegistryPlace); !host.isEmpty()) {
        openRegistry(host);
    } else if (const QString package = after(place, PackagePlace); !package.isEmpty()) {
        openPackage(package.section(QLatin1Char('/'), 0, 0), package.section(QLatin1Char('/'), 1));
    } else if (place.startsWith(SignInPlace)) {
        panes->showPage(QStringLiteral("signin"));
        m_window.setPlace(place, {{QStringLiteral("start"), tr("Registries")}, {place, tr("Sign in")}});
        m_signIn->setHost(after(place, SignInPlace));
    } else {
        panes->showPage(QStringLiteral("start"));
        m_window.setPlace(QStringLiteral("start"), {{QStringLiteral("start"), tr("Start")}});
        showStart();
    }
}

void DeskWindow::openFolder(const QString &path)
{
    m_window.panes()->setTabs({{QStringLiteral("publish"), tr("Publish")}}, QStringLiteral("publish"));
    m_window.setPlace(
        QString(FolderPlace) + path, {{QStringLiteral("start"), tr("Folders")}, {QString(FolderPlace) + path, QFileInfo(path).fileName()}});
    readFolder(path);
}

void DeskWindow::openRegistry(const QString &host)
{
    m_window.setPlace(QString(RegistryPlace) + host, {{QString(RegistryPlace) + host, host}});
    m_window.tree()->expand(QString(RegistryPlace) + host);
    readPackages(host);
    if (const QString first = m_packages.value(host).value(0); !first.isEmpty())
        openPackage(host, first);
    else
        m_window.panes()->showPage(QStringLiteral("start"));
}

void DeskWindow::openPackage(const QString &host, const QString &repository)
{
    const bool other = m_host != host || m_package != repository;
    m_host = host;
    m_package = repository;
    m_place = QString(PackagePlace) + host + QLatin1Char('/') + repository;
    m_window.panes()->setTabs({{QStringLiteral("tags"), tr("Tags")}}, QStringLiteral("tags"));
    m_window.setPlace(m_place, {{QString(RegistryPlace) + host, host}, {m_place, repository}});
    if (other) {
        m_tags.clear();
        m_repository->clear();
    }
    inspectTag();
    readTags(host, repository, {});
}

void DeskWindow::addFolder(const QString &path)
{
    m_desk.changeSettings([&path](desk::Settings &settings) {
        const bool known = std::ranges::any_of(settings.folders, [&path](const desk::FolderEntry &entry) { return entry.path == path; });
        if (!known)
            settings.folders.append({path, {}});
    });
    open(QString(FolderPlace) + path);
}

void DeskWindow::openArgument(const QString &argument)
{
    const QFileInfo info(argument);
    if (info.isDir()) {
        addFolder(info.absoluteFilePath());
        return;
    }
    if (argument.endsWith(QLatin1StringView(".tar.gz")) && info.isFile()) {
        askReference(
            tr("Import %1").arg(info.fileName()), tr("Import"), {}, [this, path = info.absoluteFilePath()](const QString &reference) {
                m_desk.import({path, reference});
                open(QStringLiteral("local"));
            });
        return;
    }
    const desk::ReferenceReading reading = m_desk.readReference(argument);
    if (!reading.problem.isEmpty()) {
        m_start->setReferenceHint(reading.problem, true);
        return;
    }
    m_desk.changeSettings([&reading](desk::Settings &settings) {
        const bool known
            = std::ranges::any_of(settings.registries, [&reading](const desk::RegistryEntry &entry) { return entry.host == reading.host; });
        if (!known && !settings.opened.contains(reading.host + QLatin1Char('/') + reading.repository))
            settings.opened.append(reading.host + QLatin1Char('/') + reading.repository);
    });
    openPackage(reading.host, reading.repository);
    m_repository->select(reading.tag);
}

void DeskWindow::startPractice()
{
    desk::Operation *operation = m_desk.startPractice(m_desk.settings().practicePort);
    connect(operation, &desk::Operation::finished, this, [this, operation] {
        if (!operation->receipt())
            return;
        const QString host = operation->receipt()->reference;
        m_desk.changeSettings([&host](desk::Settings &settings) {
            settings.practicePort = static_cast<quint16>(host.section(QLatin1Char(':'), 1).toUInt());
            const bool known
                = std::ranges::any_of(settings.registries, [&host](const desk::RegistryEntry &entry) { return entry.host == host; });
            if (!known)
                settings.registries.append({host, QStringLiteral("practice"), {}, true, {}});
        });
        m_window.showToast({QStringLiteral("computer"), tr("The practice registry runs at %1").arg(host), {}, {}});
        readPackages(host);
    });
}

} // namespace pd::ui
