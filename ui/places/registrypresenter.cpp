// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrypresenter.h"

#include "known.h"
#include "models/imagefacts.h"
#include "panes/repositorypane.h"
#include "shell/navigationtree.h"
#include "shell/panehost.h"

namespace pd::ui {

RegistryPresenter::RegistryPresenter(Context &context)
    : Presenter(context)
{
    connect(&known(), &Known::packagesChanged, this, [this](const QString &host, const QString &owner) {
        if (isCurrent() && host == m_host && owner == m_owner)
            show();
    });
}

bool RegistryPresenter::handles(const models::Place &place) const
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
    window().setPlace(crumbs.constLast().id, crumbs);
    window().tree()->expand(crumbs.constLast().id);
    known().readPackages(m_host, m_owner);
    show();
}

bool RegistryPresenter::act(const QString &id)
{
    if (id == QLatin1StringView("refresh"))
        known().readPackages(m_host, m_owner);
    else if (id == QLatin1StringView("signOut"))
        desk().signOut(m_host);
    else
        return false;
    return true;
}

void RegistryPresenter::show()
{
    const Known::Packages packages = known().packages(m_host, m_owner);
    if (!packages.rows.isEmpty())
        context().go(models::packagePlace(m_host, packages.rows.constFirst().repository));
    else if (packages.problem)
        context().tellProblem(*packages.problem);
}

} // namespace pd::ui
