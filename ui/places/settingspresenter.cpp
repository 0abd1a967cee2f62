// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingspresenter.h"

#include "desk/errortext.h"
#include "dialogs/aboutdialog.h"
#include "dialogs/settingsdialog.h"
#include "known.h"
#include "models/navigationfacts.h"

#include <QUrl>

namespace pd::ui {

SettingsPresenter::SettingsPresenter(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.desk(), &desk::Desk::settingsChanged, this, &SettingsPresenter::lookAgain);
    connect(&context.desk(), &desk::Desk::operationsChanged, this, &SettingsPresenter::lookAgain);
    connect(&context.known(), &Known::accountsChanged, this, &SettingsPresenter::fill);
}

void SettingsPresenter::openSettings(const QString &tab)
{
    if (!m_dialog) {
        m_dialog = new SettingsDialog(&m_context.window());
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &SettingsDialog::changed, this,
            [this](const SettingsDialog::Change &change) { m_context.desk().changeSettings(change); });
        connect(m_dialog, &SettingsDialog::triggered, this, &SettingsPresenter::act);
        fill();
        lookAgain();
    }
    if (!tab.isEmpty())
        m_dialog->showTab(tab);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void SettingsPresenter::openAbout()
{
    if (!m_about) {
        m_about = new AboutDialog(&m_context.window());
        m_about->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_about, &AboutDialog::copyRequested, &m_context, &Context::copy);
        askOpa(m_about, m_context.desk());
    }
    m_about->show();
    m_about->raise();
    m_about->activateWindow();
}

void SettingsPresenter::fill()
{
    if (!m_dialog)
        return;
    const desk::Settings &settings = m_context.desk().settings();
    SettingsContent content;
    content.settings = settings;
    content.here = m_here;
    content.defaultRegistry = m_context.desk().defaultRegistry();
    content.accounts = m_context.known().accounts();
    if (settings.practicePort != 0)
        content.practiceHost = QStringLiteral("localhost:%1").arg(settings.practicePort);
    content.paths = m_context.desk().paths();
    m_dialog->setContent(content);
}

void SettingsPresenter::lookAgain()
{
    if (m_dialog)
        look(this);
}

void SettingsPresenter::act(const QString &id, const QString &subject)
{
    desk::Desk &desk = m_context.desk();
    if (id == QLatin1StringView("signIn")) {
        m_dialog->close();
        m_context.go(models::signInPlace({}));
    } else if (id == QLatin1StringView("signOut")) {
        desk.signOut(subject);
    } else if (id == QLatin1StringView("removeRegistry")) {
        if (m_context.known().isPractice(subject) && desk.settings().practiceRuns)
            desk.stopPractice();
        desk.changeSettings([&subject](desk::Settings &settings) {
            settings.registries.removeIf([&subject](const desk::RegistryEntry &entry) { return entry.host == subject; });
        });
    } else if (id == QLatin1StringView("makeDefault")) {
        desk.makeDefault(subject);
    } else if (id == QLatin1StringView("practiceStop")) {
        desk.stopPractice();
    } else if (id == QLatin1StringView("practiceStart")) {
        m_context.run(QStringLiteral("practice"));
    } else if (id == QLatin1StringView("openPath")) {
        m_context.browse(QUrl::fromLocalFile(subject).toString());
    } else {
        m_context.run(id);
    }
}

Task<void> SettingsPresenter::look(QPointer<SettingsPresenter> self)
{
    const auto here = co_await self->m_context.desk().here();
    if (!self)
        co_return;
    if (here)
        self->m_here = *here;
    self->fill();
}

Task<void> SettingsPresenter::askOpa(QPointer<AboutDialog> dialog, desk::Desk &desk)
{
    const auto version = co_await desk.opaVersion();
    if (dialog)
        dialog->setOpa(version ? AboutDialog::tr("OPA %1").arg(*version) : desk::oneLine(version.error()));
}

} // namespace pd::ui
