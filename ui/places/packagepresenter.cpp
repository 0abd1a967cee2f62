// SPDX-License-Identifier: GPL-3.0-or-later
#include "packagepresenter.h"

#include "desk/errortext.h"
#include "known.h"
#include "models/imagefacts.h"
#include "models/packagesmodel.h"
#include "panes/repositorypane.h"
#include "shell/panehost.h"
#include "visibility.h"
#include "widgets/actionmenu.h"

namespace pd::ui {

namespace {

/// Tags that the pane holds at most; more than any registry gives in a list.
constexpr qsizetype MostTags = 10'000;

} // namespace

PackagePresenter::PackagePresenter(Context &context)
    : Presenter(context)
    , m_pane(new RepositoryPane(context.pool(), context.clock()))
{
    m_pane->setObjectName(QStringLiteral("tagsPage"));
    m_pane->setAccessibleName(tr("Tags"));
    window().panes()->setPage(QStringLiteral("tags"), m_pane);
    connect(m_pane, &RepositoryPane::selectionChanged, this, &PackagePresenter::inspect);
    connect(m_pane, &RepositoryPane::activated, this, [this] { act(QStringLiteral("pull")); });
    connect(m_pane, &RepositoryPane::detailsWanted, this, &PackagePresenter::wantDetails);
    connect(m_pane, &RepositoryPane::moreWanted, this, &PackagePresenter::readMore);
    connect(m_pane, &RepositoryPane::triggered, this, [this](const QString &id) {
        if (!act(id))
            this->context().run(id);
    });
    connect(window().panes(), &PaneHost::triggered, this, [this](const QString &id, QWidget *anchor) {
        if (!isCurrent())
            return;
        if (id == QLatin1StringView("packageMenu"))
            popupActions(models::inspectPackage(package(), this->context().clock().now()).verbs, anchor,
                [this](const QString &chosen) { actOnPackage(chosen); });
        else
            actOnPackage(id);
    });
    connect(&desk(), &desk::Desk::remoteChanged, this, [this](const QString &host, const QString &repository) {
        if (isShown(host, repository))
            readAgain();
    });
    connect(&known(), &Known::packagesChanged, this, [this](const QString &host, const QString &) {
        if (host == m_host)
            inspect();
    });
}

PackagePresenter::~PackagePresenter()
{
    m_reading.request_stop();
    m_details.request_stop();
}

bool PackagePresenter::handles(const models::Place &place)
{
    return place.kind == QLatin1StringView("package") || place.kind == QLatin1StringView("opened");
}

void PackagePresenter::open(const models::Place &place)
{
    const QString host = place.subject.section(QLatin1Char('/'), 0, 0);
    QString repository = place.subject.section(QLatin1Char('/'), 1);
    QString tag;
    if (const qsizetype colon = repository.indexOf(QLatin1Char(':')); colon >= 0) {
        tag = repository.sliced(colon + 1);
        repository.truncate(colon);
    }
    const bool other = !isShown(host, repository);
    m_host = host;
    m_repository = repository;
    window().panes()->setTabs({{QStringLiteral("tags"), tr("Tags")}, {QStringLiteral("try"), tr("Try")}}, QStringLiteral("tags"));
    const QString owner = repository.section(QLatin1Char('/'), 0, -2);
    QList<models::Crumb> crumbs{{models::registryPlace(host), host}};
    if (!owner.isEmpty())
        crumbs.append({models::ownerPlace(host, owner), owner});
    crumbs.append({models::packagePlace(host, repository), repository.section(QLatin1Char('/'), -1)});
    window().setPlace(place.kind + QLatin1Char(':') + place.subject, crumbs);
    if (other) {
        m_tags.clear();
        m_rows.clear();
        m_package = {};
        m_pane->clear();
    }
    m_wanted = tag;
    inspect();
    readAgain();
    // Opened by its name: what its owner's list says of it is not known yet.
    if (const Known::Packages list = known().packages(host, owner); list.rows.isEmpty() && !list.complete && !list.problem)
        known().readPackages(host, owner);
    if (!tag.isEmpty())
        m_pane->select(tag);
}

void PackagePresenter::leave()
{
    m_details.request_stop();
}

bool PackagePresenter::act(const QString &id)
{
    const QString tag = m_pane->selectedTag();
    if (id == QLatin1StringView("delete") && !tag.isEmpty()) {
        context().go(models::planPlace(repositoryName(), tag));
    } else if (id == QLatin1StringView("copyReference") && !tag.isEmpty()) {
        context().copy(tryable());
    } else if (id == QLatin1StringView("refresh") || id == QLatin1StringView("retry")) {
        readAgain();
    } else if (id == QLatin1StringView("pull") && !tag.isEmpty()) {
        desk().pull({tryable()});
    } else {
        return actOnPackage(id);
    }
    return true;
}

bool PackagePresenter::actOnPackage(const QString &id)
{
    if (id == QLatin1StringView("delete"))
        context().go(models::planPlace(repositoryName(), {}));
    else if (id == QLatin1StringView("openPage"))
        context().browse(package().url);
    else if (id == QLatin1StringView("visibility"))
        changeVisibility(context(), package());
    else if (id == QLatin1StringView("copyReference"))
        context().copy(repositoryName());
    else
        return false;
    return true;
}

QString PackagePresenter::tryable() const
{
    const QString tag = m_pane->selectedTag();
    return tag.isEmpty() ? QString() : QString(repositoryName() + QLatin1Char(':') + tag);
}

void PackagePresenter::inspect()
{
    if (!isCurrent())
        return;
    const QDateTime now = context().clock().now();
    const desk::RemoteTag tag = m_tags.value(m_pane->selectedTag());
    if (!tag.tag.isEmpty())
        window().setInspector(models::inspectRemoteTag(tag, m_repository, now));
    else
        window().setInspector(models::inspectPackage(package(), now));
    showHead();
}

void PackagePresenter::showHead()
{
    const desk::RemotePackage shown = package();
    QList<models::ActionValue> actions;
    if (!shown.url.isEmpty())
        actions.append({.id = QStringLiteral("openPage"), .label = tr("Open in the browser"), .icon = QStringLiteral("open-link")});
    actions.append({.id = QStringLiteral("packageMenu"), .label = tr("Of the package"), .icon = QStringLiteral("overflow-menu")});
    window().panes()->setHead(models::PackagesModel::visibilityBadge(shown.visibility), actions);
}

desk::RemotePackage PackagePresenter::package() const
{
    for (const QString &owner : {m_repository.section(QLatin1Char('/'), 0, -2), QString()}) {
        const QList<desk::RemotePackage> rows = known().packages(m_host, owner).rows;
        const auto found = std::ranges::find(rows, m_repository, &desk::RemotePackage::repository);
        if (found != rows.end())
            return *found;
    }
    if (isShown(m_package.host, m_package.repository))
        return m_package;
    desk::RemotePackage package;
    package.host = m_host;
    package.repository = m_repository;
    return package;
}

QString PackagePresenter::repositoryName() const
{
    return m_host + QLatin1Char('/') + m_repository;
}

bool PackagePresenter::isShown(const QString &host, const QString &repository) const
{
    return host == m_host && repository == m_repository;
}

void PackagePresenter::readAgain()
{
    m_reading.request_stop();
    m_reading = {};
    m_pane->setLoading();
    m_next.clear();
    readTags(this, m_host, m_repository, {}, m_reading.get_token());
    readPackage(this, m_host, m_repository, m_reading.get_token());
}

void PackagePresenter::readMore()
{
    if (!m_readsTags && !m_next.isEmpty() && m_rows.size() < MostTags)
        readTags(this, m_host, m_repository, m_next, m_reading.get_token());
}

/// A refresh reads as much as was there before; a registry that lists by name is read to the end, for its newest tags may stand there.
bool PackagePresenter::wantsMore(qsizetype before, const QList<desk::RemoteTag> &rows) const
{
    if (rows.size() >= MostTags)
        return false;
    const bool newestFirst = !rows.isEmpty() && rows.constFirst().published.isValid();
    const bool lacksWanted = !m_wanted.isEmpty() && !std::ranges::contains(rows, m_wanted, &desk::RemoteTag::tag);
    return !newestFirst || rows.size() < before || lacksWanted;
}

void PackagePresenter::wantDetails(const QStringList &tags)
{
    m_details.request_stop();
    m_details = {};
    // Four at once, as one connection's worth; each takes every fourth row, so that they fill from the top.
    constexpr qsizetype Lanes = 4;
    for (qsizetype lane = 0; lane < Lanes; ++lane) {
        QStringList share;
        for (qsizetype i = lane; i < tags.size(); i += Lanes)
            share.append(tags.at(i));
        if (!share.isEmpty())
            readDetails(this, m_host, m_repository, share, m_details.get_token());
    }
}

Task<void> PackagePresenter::readTags(QPointer<PackagePresenter> self, QString host, QString repository, QString page, std::stop_token stop)
{
    const qsizetype before = self->m_rows.size();
    QList<desk::RemoteTag> all;
    if (!page.isEmpty())
        all = self->m_rows;
    self->m_readsTags = true;
    QHash<QString, desk::RemoteTag> now;
    do {
        const auto read = co_await self->desk().tags(host, repository, page, stop);
        // Another package, or the same one from its first page: that reading counts.
        if (!self || stop.stop_requested())
            co_return;
        if (!read) {
            self->m_readsTags = false;
            if (!read.error().isCancelled())
                self->m_pane->setError(read.error());
            co_return;
        }
        for (const desk::RemoteTag &tag : read->rows) {
            // What was read of a tag stays on the screen until it is read again.
            all.append(tag.read ? tag : self->m_tags.value(tag.tag, tag));
            now.insert(tag.tag, all.constLast());
        }
        page = read->next;
        // Each page shows at once.
        self->m_tags.insert(now);
        self->m_pane->setTags(all, !page.isEmpty());
    } while (!page.isEmpty() && self->wantsMore(before, all));
    self->m_readsTags = false;
    self->m_next = page;
    self->m_rows = all;
    self->m_wanted.clear();
    if (page.isEmpty()) {
        // A tag that went meanwhile is not known any more.
        const QHash<QString, desk::RemoteTag> known = std::exchange(self->m_tags, {});
        for (const desk::RemoteTag &tag : std::as_const(all))
            self->m_tags.insert(tag.tag, known.value(tag.tag, tag));
    }
    self->inspect();
}

Task<void> PackagePresenter::readPackage(QPointer<PackagePresenter> self, QString host, QString repository, std::stop_token stop)
{
    const auto package = co_await self->desk().package(host, repository, stop);
    // What cannot be told without an account is not shown; the tags say what is wrong.
    if (!self || stop.stop_requested() || !package)
        co_return;
    self->m_package = *package;
    self->inspect();
}

Task<void> PackagePresenter::readDetails(
    QPointer<PackagePresenter> self, QString host, QString repository, QStringList tags, std::stop_token stop)
{
    for (const QString &tag : std::as_const(tags)) {
        const auto details = co_await self->desk().tagDetails(host, repository, tag, stop);
        if (!self || stop.stop_requested())
            co_return;
        desk::RemoteTag row = details.value_or(self->m_tags.value(tag));
        row.tag = tag;
        row.read = true;
        if (!details)
            row.problem = desk::oneLine(details.error());
        self->m_tags.insert(tag, row);
        self->m_pane->fill(row);
        if (tag == self->m_pane->selectedTag())
            self->inspect();
    }
}

} // namespace pd::ui
