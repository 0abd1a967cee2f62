// SPDX-License-Identifier: GPL-3.0-or-later
#include "globalactions.h"

#include "imagedialogs.h"
#include "known.h"
#include "models/gotofacts.h"
#include "models/navigationfacts.h"
#include "settingspresenter.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>

namespace pd::ui {

GlobalActions::GlobalActions(Context &context)
    : m_context(context)
    , m_settings(new SettingsPresenter(context, this))
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

bool GlobalActions::run(const QString &id)
{
    using Run = void (*)(GlobalActions &self);
    static const QHash<QString, Run> Runs{
        {QStringLiteral("openFolder"), [](GlobalActions &self) { self.openFolder(); }},
        {QStringLiteral("import"), [](GlobalActions &self) { self.importBundle(); }},
        {QStringLiteral("practice"), [](GlobalActions &self) { self.startPractice(); }},
        {QStringLiteral("signIn"), [](GlobalActions &self) { self.m_context.go(models::signInPlace({})); }},
        {QStringLiteral("start"), [](GlobalActions &self) { self.m_context.go(models::startPlace()); }},
        {QStringLiteral("showLocal"), [](GlobalActions &self) { self.m_context.go(models::localPlace()); }},
        {QStringLiteral("useDocker"), [](GlobalActions &self) { self.useDocker(); }},
        // The GitHub CLI's token may lack the scopes for packages: the form names them, and takes one that has them.
        {QStringLiteral("useGitHub"), [](GlobalActions &self) { self.m_context.go(models::signInPlace(QStringLiteral("ghcr.io"))); }},
        {QStringLiteral("getOpa"), [](GlobalActions &self) { self.getOpa(); }},
        {QStringLiteral("refresh"), [](GlobalActions &self) { self.m_context.known().readImages(); }},
        {QStringLiteral("clearFinished"), [](GlobalActions &self) { self.m_context.desk().clearFinished(); }},
        {QStringLiteral("resetLayout"), [](GlobalActions &self) { self.m_context.window().resetLayout(); }},
        {QStringLiteral("lookLight"), [](GlobalActions &self) { self.look(desk::Settings::Scheme::Light); }},
        {QStringLiteral("lookDark"), [](GlobalActions &self) { self.look(desk::Settings::Scheme::Dark); }},
        {QStringLiteral("lookSystem"), [](GlobalActions &self) { self.look(desk::Settings::Scheme::System); }},
        {QStringLiteral("settings"), [](GlobalActions &self) { self.m_settings->openSettings(); }},
        {QStringLiteral("about"), [](GlobalActions &self) { self.m_settings->openAbout(); }},
        {QStringLiteral("quit"), [](GlobalActions &self) { self.m_context.window().close(); }},
    };
    const Run found = Runs.value(id);
    if (!found)
        return false;
    found(*this);
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
        m_context.go(models::packagePlace(reading.host, reading.repository) + QLatin1Char(':') + reading.tag);
        return;
    }
    m_context.desk().changeSettings([&repository](desk::Settings &settings) {
        if (!settings.opened.contains(repository))
            settings.opened.append(repository);
    });
    m_context.go(models::openedPlace(repository + (reading.tag.isEmpty() ? QString() : QString(QLatin1Char(':') + reading.tag))));
}

void GlobalActions::startPractice()
{
    desk::Operation *operation = m_context.desk().startPractice(m_context.desk().settings().practicePort);
    connect(operation, &desk::Operation::finished, this, [this, operation] {
        if (!operation->receipt())
            return;
        const QString host = operation->receipt()->reference;
        m_context.desk().changeSettings([&host](desk::Settings &settings) {
            settings.practicePort = static_cast<quint16>(host.section(QLatin1Char(':'), 1).toUInt());
            if (!std::ranges::contains(settings.registries, host, &desk::RegistryEntry::host))
                settings.registries.append({host, QStringLiteral("practice"), {}, true, {}});
        });
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

void GlobalActions::useDocker()
{
    // The accounts stay Docker's: its credentials are asked for each time.
    QStringList hosts;
    for (const desk::FoundRow &row : m_context.known().found()) {
        if (row.kind != desk::FoundRow::Kind::Docker)
            continue;
        for (const desk::AccountRow &account : row.accounts)
            hosts.append(account.host);
    }
    if (hosts.isEmpty())
        return;
    m_context.desk().changeSettings([&hosts](desk::Settings &settings) {
        for (const QString &host : std::as_const(hosts)) {
            if (!std::ranges::contains(settings.registries, host, &desk::RegistryEntry::host))
                settings.registries.append({host, {}, {}, false, {}});
        }
    });
    m_context.go(models::registryPlace(hosts.constFirst()));
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
