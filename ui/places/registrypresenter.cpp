// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrypresenter.h"

#include "known.h"
#include "models/imagefacts.h"
#include "panes/ownerpane.h"
#include "shell/navigationtree.h"
#include "shell/panehost.h"
#include "visibility.h"

namespace pd::ui {

namespace {

/// Why there is no list of packages: the registry has none, or none for anybody.
bool isUnlisted(const Error &error)
{
    return error.cause == QLatin1StringView("catalog.unsupported");
}

} // namespace

RegistryPresenter::RegistryPresenter(Context &context)
    : Presenter(context)
    , m_pane(new OwnerPane(context.pool(), context.clock()))
{
    window().panes()->setPage(QStringLiteral("owner"), m_pane);
    connect(m_pane, &OwnerPane::selectionChanged, this, &RegistryPresenter::inspect);
    connect(m_pane, &OwnerPane::activated, this, [this] { act(QStringLiteral("showTags")); });
    connect(m_pane, &OwnerPane::newestWanted, this, &RegistryPresenter::wantNewest);
    connect(m_pane, &OwnerPane::repositoryEntered, this, &RegistryPresenter::openTyped);
    connect(
        m_pane, &OwnerPane::copyRequested, this, [this](const QString &text, const QString &what) { this->context().copy(text, what); });
    connect(m_pane, &OwnerPane::triggered, this, [this](const QString &id) {
        if (!act(id))
            this->context().run(id);
    });
    connect(&known(), &Known::packagesChanged, this, [this](const QString &host, const QString &owner) {
        if (isCurrent() && host == m_host && owner == m_owner)
            show();
    });
    connect(&known(), &Known::accountsChanged, this, [this] {
        if (!isCurrent())
            return;
        name();
        inspect();
    });
}

RegistryPresenter::~RegistryPresenter()
{
    m_newest.request_stop();
}

bool RegistryPresenter::handles(const models::Place &place)
{
    return place.kind == QLatin1StringView("registry") || place.kind == QLatin1StringView("owner");
}

void RegistryPresenter::open(const models::Place &place)
{
    m_host = place.subject.section(QLatin1Char('/'), 0, 0);
    m_owner = place.subject.section(QLatin1Char('/'), 1);
    QList<models::Crumb> crumbs{{models::registryPlace(m_host), m_host}};
    if (!m_owner.isEmpty())
        crumbs.append({models::ownerPlace(m_host, m_owner), m_owner});
    name();
    window().panes()->showPage(QStringLiteral("owner"));
    window().setPlace(crumbs.constLast().id, crumbs);
    window().tree()->expand(crumbs.constLast().id);
    known().readOwners(m_host);
    known().readPackages(m_host, m_owner);
    show();
}

void RegistryPresenter::leave()
{
    m_newest.request_stop();
}

bool RegistryPresenter::act(const QString &id)
{
    const std::optional<desk::RemotePackage> package = chosen();
    if (id == QLatin1StringView("refresh") || id == QLatin1StringView("retry")) {
        known().readPackages(m_host, m_owner);
    } else if (id == QLatin1StringView("signOut")) {
        desk().signOut(m_host);
    } else if (id == QLatin1StringView("signIn")) {
        context().go(models::signInPlace(m_host));
    } else if (id == QLatin1StringView("openPage")) {
        context().browse(package && !package->url.isEmpty() ? package->url : ownerPage());
    } else if (!package) {
        return false;
    } else if (id == QLatin1StringView("showTags")) {
        context().go(models::packagePlace(m_host, package->repository));
    } else if (id == QLatin1StringView("copyReference")) {
        context().copy(m_pane->selected());
    } else if (id == QLatin1StringView("visibility")) {
        changeVisibility(context(), *package);
    } else if (id == QLatin1StringView("delete")) {
        context().go(models::planPlace(m_pane->selected(), {}));
    } else {
        return false;
    }
    return true;
}

void RegistryPresenter::name()
{
    OwnerPane::Owner owner;
    const QString user = known().user(m_host);
    owner.title = m_owner.isEmpty() ? (known().isPractice(m_host) ? tr("Practice registry") : m_host) : m_owner;
    if (m_owner.isEmpty())
        owner.words = user.isEmpty() ? tr("seen without an account") : tr("seen as %1").arg(user);
    else
        owner.words = user.isEmpty() ? tr("on %1, seen without an account").arg(m_host) : tr("on %1, seen as %2").arg(m_host, user);
    owner.place = m_owner.isEmpty() ? m_host : QString(m_host + QLatin1Char('/') + m_owner);
    owner.hasPage = !ownerPage().isEmpty();
    m_pane->setOwner(owner);
}

QString RegistryPresenter::ownerPage() const
{
    if (m_host != QLatin1StringView("ghcr.io") || m_owner.isEmpty())
        return {};
    return QStringLiteral("https://github.com/%1?tab=packages").arg(m_owner);
}

void RegistryPresenter::show()
{
    const Known::Packages packages = known().packages(m_host, m_owner);
    if (!packages.rows.isEmpty() || (packages.complete && !packages.problem))
        m_pane->setPackages(packages.rows, packages.complete);
    else if (packages.problem && isUnlisted(*packages.problem))
        m_pane->setUnlisted();
    else if (packages.problem)
        m_pane->setError(*packages.problem);
    else
        m_pane->setLoading();
    inspect();
}

std::optional<desk::RemotePackage> RegistryPresenter::chosen() const
{
    const QString key = m_pane->selected();
    for (const desk::RemotePackage &row : known().packages(m_host, m_owner).rows) {
        if (row.host + QLatin1Char('/') + row.repository == key)
            return row;
    }
    return std::nullopt;
}

void RegistryPresenter::inspect()
{
    if (!isCurrent())
        return;
    const std::optional<desk::RemotePackage> package = chosen();
    if (package) {
        window().setInspector(models::inspectListedPackage(*package, context().clock().now()));
        return;
    }
    const Known::Packages list = known().packages(m_host, m_owner);
    window().setInspector(models::inspectRegistry({.host = m_host,
        .owner = m_owner,
        .user = known().user(m_host),
        .page = ownerPage(),
        .practice = known().isPractice(m_host),
        .packages = list.complete ? list.rows.size() : -1}));
}

void RegistryPresenter::openTyped(const QString &typed)
{
    const desk::ReferenceReading reading = desk().readReference(typed);
    if (!reading.problem.isEmpty()) {
        m_pane->setUnlisted(reading.problem);
        return;
    }
    // No list will ever name it again: what was opened by its name stays in the tree.
    desk().changeSettings([repository = QString(reading.host + QLatin1Char('/') + reading.repository)](desk::Settings &settings) {
        if (!settings.opened.contains(repository))
            settings.opened.append(repository);
    });
    context().openArgument(reading.reference);
}

void RegistryPresenter::wantNewest(const QStringList &keys)
{
    m_newest.request_stop();
    m_newest = {};
    // As for details of tags: four at once, each takes every fourth row.
    constexpr qsizetype Lanes = 4;
    for (qsizetype lane = 0; lane < Lanes; ++lane) {
        QStringList share;
        for (qsizetype i = lane; i < keys.size(); i += Lanes)
            share.append(keys.at(i));
        if (!share.isEmpty())
            readNewest(this, share, m_newest.get_token());
    }
}

Task<void> RegistryPresenter::readNewest(QPointer<RegistryPresenter> self, QStringList keys, std::stop_token stop)
{
    for (const QString &key : std::as_const(keys)) {
        const QString host = key.section(QLatin1Char('/'), 0, 0);
        const QString repository = key.section(QLatin1Char('/'), 1);
        const auto newest = co_await self->desk().newestTag(host, repository, stop);
        if (!self || stop.stop_requested())
            co_return;
        // A package whose tags cannot be read keeps its dash; opening it says why.
        if (newest && !newest->isEmpty())
            self->known().setNewest(host, repository, *newest);
    }
}

} // namespace pd::ui
