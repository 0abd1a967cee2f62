// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskwindow.h"

#include "activitypresenter.h"
#include "dialogs/closedialog.h"
#include "folderpresenter.h"
#include "globalactions.h"
#include "layoutfile.h"
#include "localimagespresenter.h"
#include "models/format.h"
#include "packagepresenter.h"
#include "planpresenter.h"
#include "registrypresenter.h"
#include "shell/inspector.h"
#include "shell/panehost.h"
#include "signinpresenter.h"
#include "startpresenter.h"
#include "treepresenter.h"
#include "trypresenter.h"

namespace pd::ui {

namespace {

const QString TryPage = QStringLiteral("try");

} // namespace

DeskWindow::DeskWindow(desk::Desk &desk, WorkerPool &pool, const Clock &clock)
    : m_known(desk)
    , m_context(desk, pool, clock, m_window, m_known)
    , m_actions(std::make_unique<GlobalActions>(m_context))
{
    makeSeats();
    m_window.panes()->setOwnsPrimary(TryPage); // Run
    m_tree = std::make_unique<TreePresenter>(m_context);
    m_activity = std::make_unique<ActivityPresenter>(m_context);
    wire();
    m_window.restore(readLayout(layoutFile()));
    m_known.readImages();
    m_known.readFound();
    m_known.readAccounts();
}

DeskWindow::~DeskWindow() = default;

void DeskWindow::makeSeats()
{
    const auto add = [this]<typename T>(std::type_identity<T>) {
        m_seats.push_back(
            {&T::handles, [](Context &context) -> std::unique_ptr<Presenter> { return std::make_unique<T>(context); }, nullptr});
    };
    add(std::type_identity<StartPresenter>());
    add(std::type_identity<LocalImagesPresenter>());
    add(std::type_identity<RegistryPresenter>());
    add(std::type_identity<PackagePresenter>());
    add(std::type_identity<PlanPresenter>());
    add(std::type_identity<FolderPresenter>());
    add(std::type_identity<SignInPresenter>());
}

Presenter *DeskWindow::presenterFor(const models::Place &place)
{
    const auto seat = std::ranges::find_if(m_seats, [&place](const Seat &one) { return one.handles(place); });
    if (seat == m_seats.end())
        return nullptr;
    if (!seat->presenter)
        seat->presenter = seat->make(m_context);
    return seat->presenter.get();
}

TryPresenter &DeskWindow::tryPlace()
{
    if (!m_try)
        m_try = std::make_unique<TryPresenter>(m_context, [this] { return m_current ? m_current->tryable() : QString(); });
    return *m_try;
}

void DeskWindow::wire()
{
    m_window.setMenu([this] { return menu(); });
    m_window.setGoToSource([this] { return m_actions->goToItems(menu()); }, &m_context.pool());
    connect(&m_window, &MainWindow::placeRequested, this, &DeskWindow::open);
    connect(&m_window, &MainWindow::closing, this, &DeskWindow::askToClose);
    connect(&m_window, &MainWindow::triggered, this, &DeskWindow::run);
    connect(&m_window, &MainWindow::goToChosen, this,
        [this](const QString &id) { id.startsWith(QLatin1StringView("do:")) ? run(id.sliced(3)) : open(id); });
    connect(m_window.panes(), &PaneHost::tabChosen, this, [this](const QString &id) {
        if (id == TryPage)
            tryPlace().show();
    });
    connect(&m_context, &Context::goRequested, this, &DeskWindow::open);
    connect(&m_context, &Context::runRequested, this, &DeskWindow::run);
    connect(&m_known, &Known::failed, &m_context, &Context::tellProblem);
    connect(&m_context.desk(), &desk::Desk::failed, &m_context, &Context::tellProblem);
}

QList<models::ActionValue> DeskWindow::menu() const
{
    const models::InspectorContent &here = m_window.inspector()->content();
    QList<models::ActionValue> menu = here.buttons + here.verbs + here.more;
    // What deletes stands last of what is chosen, not last of all.
    std::ranges::stable_partition(menu, [](const models::ActionValue &value) { return value.rank != models::ActionRank::Danger; });
    for (models::ActionValue &value : menu)
        value.rank = models::ActionRank::Normal;
    QStringList known;
    for (const models::ActionValue &value : std::as_const(menu))
        known.append(value.id);
    if (!menu.isEmpty())
        menu.append(models::ActionValue());
    for (const models::ActionValue &value : m_actions->menu()) {
        if (value.id.isEmpty() || !known.contains(value.id))
            menu.append(value);
    }
    return menu;
}

void DeskWindow::open(const QString &word)
{
    models::Place place = models::parsePlace(word);
    // A row that stands for others opens nothing: the tree itself shows them.
    if (place.kind == QLatin1StringView("more"))
        return;
    Presenter *presenter = presenterFor(place);
    if (!presenter) {
        place = models::parsePlace(models::startPlace());
        presenter = presenterFor(place);
    }
    if (m_current) {
        m_current->leave();
        m_current->setCurrent(false);
    }
    m_current = presenter;
    m_current->setCurrent(true);
    m_window.panes()->setTabs({});
    m_window.panes()->setHead({}, {});
    m_window.setInspector({});
    m_current->open(place);
    if (m_try)
        m_try->placeChanged();
}

void DeskWindow::askToClose()
{
    desk::Desk &desk = m_context.desk();
    if (!desk.isBusy()) {
        close();
        return;
    }
    // Asked already: the question comes to the front.
    if (auto *open = m_window.findChild<CloseDialog *>()) {
        open->raise();
        open->activateWindow();
        return;
    }
    QList<CloseDialog::Running> running;
    for (const desk::Operation *operation : desk.operations()) {
        if (operation->state() != desk::Operation::State::Running)
            continue;
        const Progress &progress = operation->progress();
        running.append({operation->title(),
            progress.total > 0 ? tr("%1 of %2").arg(models::sizeText(progress.done), models::sizeText(progress.total)) : QString(),
            operation->verb() == QLatin1StringView("push") || operation->verb() == QLatin1StringView("pull")});
    }
    auto *dialog = new CloseDialog(running, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CloseDialog::closeAndResume, this, [this] {
        m_context.desk().suspend();
        close();
    });
    connect(dialog, &CloseDialog::closeAndCancel, this, [this] {
        m_context.desk().cancelAll();
        close();
    });
    dialog->open();
}

QString DeskWindow::layoutFile() const
{
    return m_context.desk().paths().state + QStringLiteral("/window.json");
}

void DeskWindow::close()
{
    // Nobody is left to be told where it fails; the next start has the layout of the one before.
    std::ignore = writeLayout(layoutFile(), m_window.state());
    Q_EMIT closed();
}

void DeskWindow::openArgument(const QString &argument)
{
    m_actions->openArgument(argument);
}

void DeskWindow::run(const QString &action)
{
    const bool tried = (m_try || action == TryPage) && tryPlace().act(action);
    if (!tried && !(m_current && m_current->act(action)))
        m_actions->run(action);
}

} // namespace pd::ui
