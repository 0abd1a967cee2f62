// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"

#include "desk/errortext.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

namespace pd::ui {

Context::Context(desk::Desk &desk, WorkerPool &pool, const Clock &clock, MainWindow &window, Known &known)
    : m_desk(desk)
    , m_pool(pool)
    , m_clock(clock)
    , m_window(window)
    , m_known(known)
{
}

void Context::tell(const QString &icon, const QString &text, const QString &note, const QString &undo)
{
    m_window.showToast({icon, text, note, undo});
}

void Context::tellProblem(const Error &error)
{
    if (!error.isCancelled())
        tell(QStringLiteral("pd-warning"), desk::oneLine(error));
}

void Context::copy(const QString &text, const QString &what)
{
    QGuiApplication::clipboard()->setText(text);
    tell(QStringLiteral("edit-copy"), tr("Copied %1").arg(what.isEmpty() ? text : what));
}

QStringList Context::hosts() const
{
    QStringList hosts;
    for (const desk::RegistryEntry &entry : m_desk.settings().registries)
        hosts.append(entry.host);
    return hosts;
}

void Context::browse(const QString &url)
{
    // The browser is another program; one that cannot be started is said, with what it should have shown.
    if (!QDesktopServices::openUrl(QUrl(url)))
        tell(QStringLiteral("pd-warning"), tr("No browser could be started. The page is %1").arg(url));
}

} // namespace pd::ui
