// SPDX-License-Identifier: GPL-3.0-or-later
#include "folderpresenter.h"

#include "models/imagefacts.h"
#include "models/publishtext.h"
#include "panes/publishpane.h"
#include "panes/sourcepane.h"
#include "shell/panehost.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace pd::ui {

FolderPresenter::FolderPresenter(Context &context)
    : Presenter(context)
    , m_pane(new PublishPane)
    , m_source(new SourcePane)
{
    m_pane->setObjectName(QStringLiteral("publishPage"));
    window().panes()->setPage(QStringLiteral("publish"), m_pane);
    connect(m_pane, &PublishPane::planWanted, this, [this](const desk::PublishRequest &request) {
        m_planning.request_stop();
        m_planning = {};
        plan(this, request, m_planning.get_token());
    });
    connect(m_pane, &PublishPane::destinationEdited, this, [this](const QString &typed) {
        if (!typed.isEmpty())
            // A destination has no tag yet: any one keeps the reading from adding its own.
            m_pane->setReading(desk().readReference(typed + QStringLiteral(":tag")));
    });
    connect(&desk(), &desk::Desk::settingsChanged, this, [this] {
        if (m_folder)
            m_pane->offer(destinations());
    });
    connect(m_pane, &PublishPane::publishRequested, this, &FolderPresenter::publish);
    connect(m_pane, &PublishPane::buildRequested, this, &FolderPresenter::build);
    connect(m_pane, &PublishPane::placeRequested, this, &FolderPresenter::openSource);
    connect(m_pane, &PublishPane::editorRequested, this,
        [this](const Diagnostic &place) { this->context().browse(QUrl::fromLocalFile(pathOf(place)).toString()); });
    window().panes()->setPage(QStringLiteral("source"), m_source);
    connect(m_source, &SourcePane::openInEditorRequested, this,
        [this](const QString &path) { this->context().browse(QUrl::fromLocalFile(path).toString()); });
    connect(
        m_source, &SourcePane::copyRequested, this, [this](const QString &text, const QString &what) { this->context().copy(text, what); });
    connect(m_source, &SourcePane::triggered, this, [this] { readSource(this, m_source->path()); });
    connect(m_pane, &PublishPane::triggered, &context, &Context::run);
}

FolderPresenter::~FolderPresenter()
{
    m_reading.request_stop();
    m_planning.request_stop();
}

bool FolderPresenter::handles(const models::Place &place)
{
    return place.kind == QLatin1StringView("folder");
}

void FolderPresenter::open(const models::Place &place)
{
    if (m_path != place.subject) {
        m_folder.reset();
        m_sourceOpen = false;
        // At once, so that what is typed before the folder was looked at is not lost.
        desk::FolderRow row;
        row.path = place.subject;
        m_pane->setFolder(row, {}, {});
    }
    m_path = place.subject;
    showTabs(QStringLiteral("publish"));
    window().setPlace(
        models::folderPlace(m_path), {{models::startPlace(), tr("Folders")}, {models::folderPlace(m_path), QFileInfo(m_path).fileName()}});
    m_reading.request_stop();
    m_reading = {};
    read(this, m_path, m_reading.get_token());
}

bool FolderPresenter::act(const QString &id)
{
    if (id == QLatin1StringView("forgetFolder")) {
        desk().changeSettings([path = m_path](desk::Settings &settings) {
            settings.folders.removeIf([&path](const desk::FolderEntry &entry) { return entry.path == path; });
        });
        context().go(models::startPlace());
    } else if (id == QLatin1StringView("openFolderOutside")) {
        context().browse(QUrl::fromLocalFile(m_path).toString());
    } else if (id == QLatin1StringView("refresh")) {
        open({QStringLiteral("folder"), m_path});
    } else if (id == QLatin1StringView("retry")) {
        m_pane->again();
    } else {
        return false;
    }
    return true;
}

void FolderPresenter::showTabs(const QString &current)
{
    QList<TabValue> tabs{{QStringLiteral("publish"), tr("Publish")}};
    if (m_sourceOpen)
        tabs.append({QStringLiteral("source"), tr("Source")});
    tabs.append({QStringLiteral("try"), tr("Try")});
    window().panes()->setTabs(tabs, current);
}

QString FolderPresenter::pathOf(const Diagnostic &place) const
{
    return QDir::cleanPath(QDir(m_path).absoluteFilePath(place.file));
}

void FolderPresenter::openSource(const Diagnostic &place)
{
    const QString path = pathOf(place);
    m_source->setPlace(path, QDir(m_path).relativeFilePath(path), place);
    m_sourceOpen = true;
    showTabs(QStringLiteral("source"));
    readSource(this, path);
}

void FolderPresenter::publish(const desk::PublishRequest &request)
{
    remember(request.destination);
    m_pane->follow(desk().publish(request));
}

void FolderPresenter::build(const desk::PublishRequest &request)
{
    remember(request.destination);
    m_pane->follow(
        desk().build({{request.folder}, QString(request.destination + QLatin1Char(':') + request.tags.value(0)), request.options}));
}

void FolderPresenter::remember(const QString &destination)
{
    desk().changeSettings([path = m_path, &destination](desk::Settings &settings) {
        for (desk::FolderEntry &folder : settings.folders) {
            if (folder.path == path)
                folder.destination = destination;
        }
    });
}

QStringList FolderPresenter::destinations() const
{
    const desk::Settings &settings = desk().settings();
    QString remembered;
    QStringList others;
    for (const desk::FolderEntry &entry : settings.folders)
        entry.path == m_path ? void(remembered = entry.destination) : others.append(entry.destination);
    return models::destinationsFor(m_folder.value_or(desk::FolderRow()), remembered, others, settings.practicePort);
}

Task<void> FolderPresenter::read(QPointer<FolderPresenter> self, QString path, std::stop_token stop)
{
    const auto folder = co_await self->desk().inspectFolder(path, stop);
    if (!self || stop.stop_requested() || path != self->m_path)
        co_return;
    if (!folder) {
        self->m_pane->setPlanProblem(folder.error());
        co_return;
    }
    const bool first = !self->m_folder;
    self->m_folder = *folder;
    if (first)
        self->m_pane->offer(self->destinations());
    if (self->isCurrent())
        self->window().setInspector(models::inspectFolder(*folder, self->desk().paths().home));
}

Task<void> FolderPresenter::readSource(QPointer<FolderPresenter> self, QString path)
{
    const auto text = co_await self->desk().readText(path, SourcePane::MostBytes);
    if (!self)
        co_return;
    if (text)
        self->m_source->setText(path, *text);
    else
        self->m_source->setError(path, text.error());
}

Task<void> FolderPresenter::plan(QPointer<FolderPresenter> self, desk::PublishRequest request, std::stop_token stop)
{
    const auto plan = co_await self->desk().planPublish(request, stop);
    if (!self || stop.stop_requested())
        co_return;
    if (plan) {
        self->m_plan = *plan;
        self->m_pane->setPlan(*plan);
    } else if (!plan.error().isCancelled()) {
        self->m_pane->setPlanProblem(plan.error());
    }
}

} // namespace pd::ui
