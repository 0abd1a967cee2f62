// SPDX-License-Identifier: GPL-3.0-or-later
#include "startpresenter.h"

#include "known.h"
#include "models/startfacts.h"
#include "shell/panehost.h"
#include "shell/startpage.h"

namespace pd::ui {

StartPresenter::StartPresenter(Context &context)
    : Presenter(context)
    , m_page(new StartPage)
{
    m_page->setObjectName(QStringLiteral("startPage"));
    window().panes()->setPage(QStringLiteral("start"), m_page);
    connect(m_page, &StartPage::openFolderRequested, &context, [&context] { context.run(QStringLiteral("openFolder")); });
    connect(m_page, &StartPage::practiceRequested, &context, [&context] { context.run(QStringLiteral("practice")); });
    connect(m_page, &StartPage::signInRequested, &context, [&context] { context.run(QStringLiteral("signIn")); });
    connect(m_page, &StartPage::triggered, &context, &Context::run);
    connect(m_page, &StartPage::referenceEntered, &context, &Context::openArgument);
    connect(m_page, &StartPage::referenceEdited, this, &StartPresenter::explain);
    connect(&known(), &Known::foundChanged, this, &StartPresenter::fill);
    connect(&desk(), &desk::Desk::settingsChanged, this, &StartPresenter::fill);
    fill();
}

bool StartPresenter::handles(const models::Place &place)
{
    return place.kind == QLatin1StringView("start");
}

void StartPresenter::open(const models::Place &)
{
    window().panes()->showPage(QStringLiteral("start"));
    window().setPlace(models::startPlace(), {{models::startPlace(), tr("Start")}});
    known().readFound();
}

bool StartPresenter::act(const QString &)
{
    return false;
}

void StartPresenter::fill()
{
    m_page->setContent(models::startContent(known().found(), context().hosts(), desk().settings().practicePort != 0));
}

void StartPresenter::explain(const QString &typed)
{
    if (typed.trimmed().isEmpty()) {
        m_page->setReferenceHint({}, false);
        return;
    }
    const desk::ReferenceReading reading = desk().readReference(typed);
    m_page->setReferenceHint(reading.problem.isEmpty() ? models::readingText(reading) : reading.problem, !reading.problem.isEmpty());
}

} // namespace pd::ui
