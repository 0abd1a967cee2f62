// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinpresenter.h"

#include "known.h"
#include "panes/signinpane.h"
#include "shell/history.h"
#include "shell/panehost.h"

namespace pd::ui {

SignInPresenter::SignInPresenter(Context &context)
    : Presenter(context)
    , m_pane(new SignInPane)
{
    m_pane->setObjectName(QStringLiteral("signInPage"));
    window().panes()->setPage(QStringLiteral("signin"), m_pane);
    connect(m_pane, &SignInPane::signInRequested, this, [this] { m_pane->follow(desk().signIn(m_pane->takeRequest())); });
    connect(m_pane, &SignInPane::signedIn, this, [this](const QString &host) {
        desk().changeSettings([&host](desk::Settings &settings) {
            if (!std::ranges::contains(settings.registries, host, &desk::RegistryEntry::host))
                settings.registries.append({host, {}, {}, false, {}});
        });
        if (isCurrent())
            this->context().go(models::registryPlace(host));
    });
    connect(m_pane, &SignInPane::keychainWanted, &desk(), &desk::Desk::askKeychainAgain);
    connect(m_pane, &SignInPane::triggered, &context, &Context::run);
    connect(m_pane, &SignInPane::pageRequested, this, [this](const QString &page) { this->context().browse(page); });
    connect(m_pane, &SignInPane::cancelled, this, [this] { window().history()->back(); });
}

bool SignInPresenter::handles(const models::Place &place)
{
    return place.kind == QLatin1StringView("signin");
}

void SignInPresenter::open(const models::Place &place)
{
    window().panes()->showPage(QStringLiteral("signin"));
    window().setPlace(models::signInPlace(place.subject),
        {{models::startPlace(), tr("Registries")}, {models::signInPlace(place.subject), tr("Sign in")}});
    m_pane->setHosts(context().hosts());
    m_pane->setHost(place.subject, known().user(place.subject));
}

bool SignInPresenter::act(const QString &id)
{
    if (id != QLatin1StringView("tickUntilQuit"))
        return false;
    m_pane->tickUntilQuit();
    return true;
}

} // namespace pd::ui
