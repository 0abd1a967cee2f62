// SPDX-License-Identifier: GPL-3.0-or-later
#include "planpresenter.h"

#include "models/imagefacts.h"
#include "panes/planpane.h"
#include "shell/navigationtree.h"
#include "shell/panehost.h"

namespace pd::ui {

PlanPresenter::PlanPresenter(Context &context)
    : Presenter(context)
    , m_pane(new PlanPane(context.clock()))
{
    window().panes()->setPage(QStringLiteral("plan"), m_pane);
    connect(m_pane, &PlanPane::triggered, this, [this](const QString &id) {
        if (!act(id))
            this->context().run(id);
    });
}

PlanPresenter::~PlanPresenter()
{
    m_planning.request_stop();
}

bool PlanPresenter::handles(const models::Place &place)
{
    return place.kind == QLatin1StringView("plan");
}

void PlanPresenter::open(const models::Place &place)
{
    // A digest has a colon of its own, and a host may have one.
    const qsizetype slash = place.subject.indexOf(QLatin1Char('/'));
    const qsizetype at = place.subject.indexOf(QLatin1Char('@'), slash);
    const qsizetype end = at >= 0 ? at : place.subject.indexOf(QLatin1Char(':'), slash);
    m_request.repository = end < 0 ? place.subject : place.subject.first(end);
    m_request.versions = end < 0 ? QStringList() : QStringList{place.subject.sliced(end + 1)};
    const QString host = m_request.repository.section(QLatin1Char('/'), 0, 0);
    const QString owner = m_request.repository.section(QLatin1Char('/'), 1, -2);
    QList<models::Crumb> crumbs{{models::registryPlace(host), host}};
    if (!owner.isEmpty())
        crumbs.append({models::ownerPlace(host, owner), owner});
    crumbs.append({packagePlace(), m_request.repository.section(QLatin1Char('/'), -1)});
    const QString word = models::planPlace(m_request.repository, m_request.versions.value(0));
    crumbs.append({word, tr("Delete")});
    window().panes()->showPage(QStringLiteral("plan"));
    window().setPlace(word, crumbs);
    window().tree()->select(packagePlace());
    planAgain();
}

void PlanPresenter::leave()
{
    m_planning.request_stop();
    m_plan.reset();
}

bool PlanPresenter::act(const QString &id)
{
    if (id == QLatin1StringView("accept")) {
        // Taken before it is carried out: a second press finds nothing to do.
        if (const auto plan = std::exchange(m_plan, std::nullopt); plan && plan->refusal.isEmpty() && !plan->items.isEmpty()) {
            desk().deleteVersions(*plan);
            context().go(packagePlace());
        }
    } else if (id == QLatin1StringView("cancel")) {
        context().go(packagePlace());
    } else if (id == QLatin1StringView("planDeletePackage")) {
        context().go(models::planPlace(m_request.repository, {}));
    } else if (id == QLatin1StringView("openTokenPage")) {
        if (m_plan)
            context().browse(m_plan->page);
    } else if (id == QLatin1StringView("signIn")) {
        context().go(models::signInPlace(m_request.repository.section(QLatin1Char('/'), 0, 0)));
    } else if (id == QLatin1StringView("planAgain") || id == QLatin1StringView("retry") || id == QLatin1StringView("refresh")) {
        planAgain();
    } else {
        return false;
    }
    return true;
}

QString PlanPresenter::packagePlace() const
{
    return models::packagePlace(m_request.repository.section(QLatin1Char('/'), 0, 0), m_request.repository.section(QLatin1Char('/'), 1));
}

void PlanPresenter::planAgain()
{
    m_planning.request_stop();
    m_planning = {};
    m_plan.reset();
    m_pane->setPlanning(m_request);
    inspect();
    make(this, m_request, m_planning.get_token());
}

void PlanPresenter::inspect()
{
    if (isCurrent())
        window().setInspector(m_plan ? models::inspectPlan(*m_plan) : models::InspectorContent());
}

Task<void> PlanPresenter::make(QPointer<PlanPresenter> self, desk::DeleteRequest request, std::stop_token stop)
{
    const auto plan = co_await self->desk().planDelete(request, stop);
    if (!self || stop.stop_requested())
        co_return;
    if (plan) {
        self->m_plan = *plan;
        self->m_pane->setPlan(*plan);
    } else if (!plan.error().isCancelled()) {
        self->m_pane->setError(plan.error());
    }
    self->inspect();
}

} // namespace pd::ui
