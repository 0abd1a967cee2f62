// SPDX-License-Identifier: GPL-3.0-or-later
#include "globalactions.h"

#include "imagedialogs.h"
#include "known.h"
#include "models/gotofacts.h"
#include "models/navigationfacts.h"
#include "settingspresenter.h"
#include "uses.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

namespace pd::ui {

namespace {

/// On another port it is another host: the registry keeps its place in the list, and folders go on to publish to it.
void movePractice(desk::Settings &settings, const QString &before, const QString &host)
{
    settings.practicePort = static_cast<quint16>(host.section(QLatin1Char(':'), 1).toUInt());
    const auto former = std::ranges::find(settings.registries, before, &desk::RegistryEntry::host);
    if (former != settings.registries.end())
        former->host = host;
    else if (!std::ranges::contains(settings.registries, host, &desk::RegistryEntry::host))
        settings.registries.append({host, QStringLiteral("practice"), {}, true, {}});
    for (desk::FolderEntry &folder : settings.folders) {
        if (folder.destination.startsWith(QString(before + QLatin1Char('/'))))
            folder.destination.replace(0, before.size(), host);
    }
}

} // namespace

GlobalActions::GlobalActions(Context &context)
    : m_context(context)
    , m_settings(new SettingsPresenter(context, this))
    , m_uses(new Uses(context, this))
{
    connect(&context, &Context::argumentGiven, this, &GlobalActions::openArgument);
    connect(&context.window(), &MainWindow::filesDropped, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            openArgument(path);
    });
    addKeys();
}

void GlobalActions::addKeys()
{
    for (const models::ActionValue &value : menu()) {
        if (value.shortcut.isEmpty())
            continue;
        QString keys = value.shortcut;
        keys.replace(QLatin1Char(' '), QLatin1Char('+'));
        auto *action = new QAction(value.label, &m_context.window());
        action->setObjectName(value.id + QStringLiteral("Action"));
        action->setShortcut(QKeySequence(keys, QKeySequence::PortableText));
        connect(action, &QAction::triggered, &m_context, [this, id = value.id] { m_context.run(id); });
        m_context.window().addAction(action);
    }
}

bool GlobalActions::run(const QString &word)
{
    using Run = void (*)(GlobalActions &self, const QString &subject);
    using Kind = desk::FoundRow::Kind;
    static const QHash<QString, Run> Runs{
        {QStringLiteral("openFolder"), [](GlobalActions &self, const QString &) { self.openFolder(); }},
        {QStringLiteral("import"), [](GlobalActions &self, const QString &) { self.importBundle(); }},
        {QStringLiteral("practice"),
            [](GlobalActions &self, const QString &) { self.startPractice(self.m_context.desk().settings().practicePort); }},
        {QStringLiteral("practiceElsewhere"), [](GlobalActions &self, const QString &) { self.startPractice(0); }},
        {QStringLiteral("signIn"), [](GlobalActions &self, const QString &host) { self.m_context.go(models::signInPlace(host)); }},
        {QStringLiteral("keepUntilQuit"), [](GlobalActions &self, const QString &host) { self.keepUntilQuit(host); }},
        {QStringLiteral("unlockKeychain"), [](GlobalActions &self, const QString &) { self.unlockKeychain(); }},
        {QStringLiteral("start"), [](GlobalActions &self, const QString &) { self.m_context.go(models::startPlace()); }},
        {QStringLiteral("showLocal"), [](GlobalActions &self, const QString &) { self.m_context.go(models::localPlace()); }},
        {QStringLiteral("usePolicy"), [](GlobalActions &self, const QString &) { self.m_uses->use(Kind::PolicyCli); }},
        {QStringLiteral("useDocker"), [](GlobalActions &self, const QString &) { self.m_uses->use(Kind::Docker); }},
        {QStringLiteral("useGitHub"), [](GlobalActions &self, const QString &) { self.m_uses->use(Kind::GitHubCli); }},
        {QStringLiteral("useAll"), [](GlobalActions &self, const QString &) { self.m_uses->useAll(); }},
        {QStringLiteral("getOpa"), [](GlobalActions &self, const QString &) { self.getOpa(); }},
        {QStringLiteral("browse"), [](GlobalActions &self, const QString &page) { self.m_context.browse(page); }},
        {QStringLiteral("openPath"),
            [](GlobalActions &self, const QString &path) { self.m_context.browse(QUrl::fromLocalFile(path).toString()); }},
        {QStringLiteral("refresh"), [](GlobalActions &self, const QString &) { self.m_context.known().readImages(); }},
        {QStringLiteral("clearFinished"), [](GlobalActions &self, const QString &) { self.m_context.desk().clearFinished(); }},
        {QStringLiteral("resetLayout"), [](GlobalActions &self, const QString &) { self.m_context.window().resetLayout(); }},
        {QStringLiteral("lookLight"), [](GlobalActions &self, const QString &) { self.look(desk::Settings::Scheme::Light); }},
        {QStringLiteral("lookDark"), [](GlobalActions &self, const QString &) { self.look(desk::Settings::Scheme::Dark); }},
        {QStringLiteral("lookSystem"), [](GlobalActions &self, const QString &) { self.look(desk::Settings::Scheme::System); }},
        {QStringLiteral("settings"), [](GlobalActions &self, const QString &) { self.m_settings->openSettings(); }},
        {QStringLiteral("about"), [](GlobalActions &self, const QString &) { self.m_settings->openAbout(); }},
        {QStringLiteral("quit"), [](GlobalActions &self, const QString &) { self.m_context.window().close(); }},
    };
    const Run found = Runs.value(word.section(QLatin1Char(':'), 0, 0));
    if (!found)
        return false;
    found(*this, word.section(QLatin1Char(':'), 1));
    return true;
}

QList<models::ActionValue> GlobalActions::menu() const
{
    return {{.id = QStringLiteral("openFolder"),
                .label = tr("Open a folder…"),
                .icon = QStringLiteral("document-open-folder"),
                .shortcut = QStringLiteral("Ctrl O")},
        {.id = QStringLiteral("import"),
            .label = tr("Import…"),
            .icon = QStringLiteral("document-import"),
            .shortcut = QStringLiteral("Ctrl I")},
        {.id = QStringLiteral("practice"), .label = tr("Start a practice registry"), .icon = QStringLiteral("computer")},
        {.id = QStringLiteral("signIn"), .label = tr("Sign in…"), .icon = QStringLiteral("user-identity")}, {},
        {.id = QStringLiteral("start"), .label = tr("Start")},
        {.id = QStringLiteral("refresh"), .label = tr("Refresh"), .shortcut = QStringLiteral("F5")}, {},
        {.id = QStringLiteral("lookSystem"), .label = tr("Look: as the system")},
        {.id = QStringLiteral("lookLight"), .label = tr("Look: light")}, {.id = QStringLiteral("lookDark"), .label = tr("Look: dark")}, {},
        {.id = QStringLiteral("clearFinished"), .label = tr("Clear finished"), .icon = QStringLiteral("edit-clear-history")},
        {.id = QStringLiteral("resetLayout"), .label = tr("Reset layout")}, {},
        {.id = QStringLiteral("settings"),
            .label = tr("Settings…"),
            .icon = QStringLiteral("configure"),
            .shortcut = QStringLiteral("Ctrl ,")},
        {.id = QStringLiteral("about"), .label = tr("About Policy Desk"), .icon = QStringLiteral("info")},
        {.id = QStringLiteral("quit"), .label = tr("Quit"), .shortcut = QStringLiteral("Ctrl Q")}};
}

QList<models::GoToItem> GlobalActions::goToItems(const QList<models::ActionValue> &actions) const
{
    const desk::Settings &settings = m_context.desk().settings();
    models::GoToFacts facts;
    for (const desk::RegistryEntry &entry : settings.registries) {
        facts.hosts.append(entry.host);
        QStringList owners = entry.owners;
        owners.append(QString());
        for (const QString &owner : std::as_const(owners))
            facts.packages += m_context.known().packages(entry.host, owner).rows;
    }
    facts.images = m_context.known().images();
    for (const desk::FolderEntry &folder : settings.folders)
        facts.folders.append(folder.path);
    facts.home = m_context.desk().paths().home;
    facts.actions = actions;
    return models::goToItems(facts);
}

void GlobalActions::openArgument(const QString &argument)
{
    const QFileInfo info(argument);
    if (info.isDir()) {
        addFolder(info.absoluteFilePath());
    } else if (argument.endsWith(QLatin1StringView(".tar.gz")) && info.isFile()) {
        importFrom(info.absoluteFilePath());
    } else if (const desk::ReferenceReading reading = m_context.desk().readReference(argument); reading.problem.isEmpty()) {
        openReference(reading);
    } else {
        m_context.tell(QStringLiteral("pd-warning"), reading.problem);
    }
}

void GlobalActions::openFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(&m_context.window(), tr("Open a folder with Rego"),
        m_context.desk().paths().home, QFileDialog::ShowDirsOnly | QFileDialog::DontUseNativeDialog);
    if (!folder.isEmpty())
        addFolder(folder);
}

void GlobalActions::addFolder(const QString &path)
{
    m_context.desk().changeSettings([&path](desk::Settings &settings) {
        if (!std::ranges::contains(settings.folders, path, &desk::FolderEntry::path))
            settings.folders.append({path, {}});
    });
    m_context.go(models::folderPlace(path));
}

void GlobalActions::openReference(const desk::ReferenceReading &reading)
{
    const QString repository = reading.host + QLatin1Char('/') + reading.repository;
    if (std::ranges::contains(m_context.desk().settings().registries, reading.host, &desk::RegistryEntry::host)) {
        // Whose package it is has a place in the tree from now on.
        if (m_context.known().owners(reading.host).hasOwn())
            m_context.desk().addOwner(reading.host, reading.repository.section(QLatin1Char('/'), 0, 0));
        m_context.go(models::packagePlace(reading.host, reading.repository) + QLatin1Char(':') + reading.tag);
        return;
    }
    m_context.desk().changeSettings([&repository](desk::Settings &settings) {
        if (!settings.opened.contains(repository))
            settings.opened.append(repository);
    });
    m_context.go(models::openedPlace(repository + (reading.tag.isEmpty() ? QString() : QString(QLatin1Char(':') + reading.tag))));
}

void GlobalActions::startPractice(quint16 port)
{
    const QString before = QStringLiteral("localhost:%1").arg(m_context.desk().settings().practicePort);
    desk::Operation *operation = m_context.desk().startPractice(port);
    connect(operation, &desk::Operation::finished, this, [this, operation, before] {
        if (!operation->receipt())
            return;
        const QString host = operation->receipt()->reference;
        m_context.desk().changeSettings([&host, &before](desk::Settings &settings) { movePractice(settings, before, host); });
        m_context.known().readPackages(host, {});
    });
}

void GlobalActions::importBundle()
{
    const QString path = QFileDialog::getOpenFileName(&m_context.window(), tr("Import a bundle"), m_context.desk().paths().home,
        tr("Bundles (*.tar.gz)"), nullptr, QFileDialog::DontUseNativeDialog);
    if (!path.isEmpty())
        importFrom(path);
}

void GlobalActions::importFrom(const QString &path)
{
    askImport(m_context, path);
}

void GlobalActions::keepUntilQuit(const QString &host)
{
    m_context.go(models::signInPlace(host));
    m_context.run(QStringLiteral("tickUntilQuit"));
}

void GlobalActions::unlockKeychain()
{
    m_context.desk().askKeychainAgain();
    m_context.run(QStringLiteral("retry")); // what is shown looks again, and lets the keychain ask
}

void GlobalActions::getOpa()
{
    connect(m_context.desk().getOpa(), &desk::Operation::finished, &m_context.known(), &Known::readFound);
}

void GlobalActions::look(desk::Settings::Scheme scheme)
{
    m_context.desk().changeSettings([scheme](desk::Settings &settings) { settings.scheme = scheme; });
}

} // namespace pd::ui
