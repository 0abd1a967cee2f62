// SPDX-License-Identifier: GPL-3.0-or-later
#include "treepresenter.h"

#include "known.h"
#include "shell/navigationtree.h"

namespace pd::ui {

TreePresenter::TreePresenter(Context &context)
    : m_context(context)
{
    NavigationTree *tree = context.window().tree();
    connect(&context.known(), &Known::changed, this, &TreePresenter::show);
    connect(tree, &NavigationTree::childrenWanted, this, &TreePresenter::wantChildren);
    // Owners that were kept show at once; one's own are asked for when somebody looks.
    connect(tree, &NavigationTree::opened, this, [this](const QString &id) {
        const models::Place place = models::parsePlace(id);
        if (place.kind == QLatin1StringView("registry") && !m_context.known().owners(place.subject).read)
            m_context.known().readOwners(place.subject);
    });
    connect(&context.known(), &Known::ownersChanged, this, [this](const QString &host) {
        // One list of all where the registry knows no owners.
        if (!m_context.known().owners(host).hasOwn())
            m_context.known().readPackages(host, {});
    });
    connect(tree, &NavigationTree::addRequested, &context, [&context](const QString &section) {
        context.run(section == QLatin1StringView("folders") ? QStringLiteral("openFolder") : QStringLiteral("signIn"));
    });
    connect(tree, &NavigationTree::chosen, this, [this](const QString &id) {
        const models::Place place = models::parsePlace(id);
        if (place.kind != QLatin1StringView("more"))
            return;
        m_wholeOwners.insert(QLatin1StringView("owner:") + place.subject);
        show();
    });
    show();
}

void TreePresenter::show()
{
    m_context.window().tree()->setSnapshot(models::makeTree(facts()));
}

void TreePresenter::wantChildren(const QString &id)
{
    const models::Place place = models::parsePlace(id);
    const QString host = place.subject.section(QLatin1Char('/'), 0, 0);
    if (place.kind != QLatin1StringView("registry"))
        m_context.known().readPackages(host, place.subject.section(QLatin1Char('/'), 1));
}

models::NavigationFacts TreePresenter::facts() const
{
    const desk::Settings &settings = m_context.desk().settings();
    models::NavigationFacts facts;
    for (const desk::RegistryEntry &entry : settings.registries)
        facts.registries.append(registry(entry));
    facts.localImages = m_context.known().imagesRead() ? static_cast<int>(m_context.known().images().size()) : -1;
    for (const desk::FolderEntry &folder : settings.folders)
        facts.folders.append({.path = folder.path});
    facts.opened = settings.opened;
    facts.wholeOwners = m_wholeOwners;
    return facts;
}

models::NavigationFacts::Registry TreePresenter::registry(const desk::RegistryEntry &entry) const
{
    const Known &known = m_context.known();
    models::NavigationFacts::Registry registry;
    registry.host = entry.host;
    registry.user = known.user(entry.host);
    registry.practice = known.isPractice(entry.host);
    const Known::Owners owners = known.owners(entry.host);
    QList<desk::OwnerRow> rows = owners.rows;
    if (!owners.hasOwn()) {
        rows.clear();
        for (const QString &owner : entry.owners)
            rows.append({owner, false, true});
    }
    if (rows.isEmpty())
        rows.append(desk::OwnerRow());
    for (const desk::OwnerRow &owner : std::as_const(rows)) {
        const Known::Packages packages = known.packages(entry.host, owner.login);
        registry.owners.append({.name = owner.login,
            .organisation = !owner.own,
            .total = packages.complete ? static_cast<int>(packages.rows.size()) : -1,
            .packages = packages.rows});
        registry.read = registry.read || packages.complete || !owner.login.isEmpty();
        if (packages.problem) {
            registry.reachable = packages.problem->kind != ErrorKind::Network;
            registry.signInNeeded = packages.problem->kind == ErrorKind::Unauthenticated;
        }
        // What answers, runs.
        registry.running = registry.running || packages.complete;
    }
    return registry;
}

} // namespace pd::ui
