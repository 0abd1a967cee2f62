// SPDX-License-Identifier: GPL-3.0-or-later
#include "uses.h"

#include "known.h"
#include "models/navigationfacts.h"
#include "models/startfacts.h"
#include "problems.h"
#include "shell/panehost.h"

namespace pd::ui {

Uses::Uses(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void Uses::use(desk::FoundRow::Kind kind)
{
    // A second press while the first is at work asks for nothing new.
    if (m_runs)
        return;
    add(kind);
    next();
}

void Uses::useAll()
{
    if (m_runs)
        return;
    for (const desk::FoundRow &row : m_context.known().found())
        add(row.kind);
    next();
}

void Uses::add(desk::FoundRow::Kind kind)
{
    const QStringList used = m_context.hosts();
    for (const desk::FoundRow &row : m_context.known().found()) {
        if (row.kind != kind)
            continue;
        for (const desk::AccountRow &account : models::unusedAccounts(row, used)) {
            // What another program asks for as well is not asked twice.
            if (!std::ranges::contains(m_queue, account.host, &desk::TakeOverRequest::host))
                m_queue.append({kind, account.host, account.user});
        }
    }
}

void Uses::next()
{
    m_runs = !m_queue.isEmpty();
    if (!m_runs)
        return;
    const desk::TakeOverRequest request = m_queue.takeFirst();
    follow(request, m_context.desk().takeOver(request));
}

void Uses::follow(const desk::TakeOverRequest &request, desk::Operation *operation)
{
    connect(operation, &desk::Operation::finished, this, [this, request, operation] { ended(request, operation); });
}

void Uses::ended(const desk::TakeOverRequest &request, desk::Operation *operation)
{
    if (operation->receipt())
        keep(operation->receipt()->reference);
    if (operation->error()) {
        // What keeps one from being stored keeps the others, too.
        if (operation->error()->kind == ErrorKind::Keychain)
            m_queue.clear();
        showProblem(
            m_context, *operation->error(), [operation = QPointer(operation)] { operation ? operation->retry() : void(); },
            [this, request](const QString &word) {
                if (!word.startsWith(QLatin1StringView("keepUntilQuit")))
                    return false;
                desk::TakeOverRequest held = request;
                held.untilQuit = true;
                follow(held, m_context.desk().takeOver(held));
                return true;
            });
    }
    next();
}

void Uses::keep(const QString &host)
{
    m_context.desk().changeSettings([&host](desk::Settings &settings) {
        if (!std::ranges::contains(settings.registries, host, &desk::RegistryEntry::host))
            settings.registries.append({host, {}, {}, false, {}});
    });
    // Whoever has gone elsewhere meanwhile stays there.
    if (m_context.window().panes()->current() == QLatin1StringView("start"))
        m_context.go(models::registryPlace(host));
}

} // namespace pd::ui
