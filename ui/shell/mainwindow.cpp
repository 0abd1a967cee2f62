// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "activitybar.h"
#include "activitypanel.h"
#include "gotoanything.h"
#include "history.h"
#include "inspector.h"
#include "navigationtree.h"
#include "panehost.h"
#include "topbar.h"
#include "widgets/actionmenu.h"
#include "widgets/controls.h"
#include "widgets/icons.h"
#include "widgets/rowview.h"
#include "widgets/strips.h"
#include "widgets/theme.h"

#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSplitter>
#include <QVBoxLayout>

namespace pd::ui {

namespace {

constexpr int NarrowBelow = 1200;
constexpr int TreeWidth = 248;
constexpr int NarrowTreeWidth = 216;
constexpr int InspectorWidth = 320;
constexpr int ActivityHeight = 404;

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QWidget(parent)
    , m_top(new TopBar(this))
    , m_across(new QSplitter(Qt::Horizontal, this))
    , m_down(new QSplitter(Qt::Vertical, this))
    , m_tree(new NavigationTree(this))
    , m_middle(new QWidget(this))
    , m_panes(new PaneHost(m_middle))
    , m_verbs(new VerbBar(m_middle))
    , m_inspector(new Inspector(this))
    , m_activity(new ActivityPanel(this))
    , m_bar(new ActivityBar(this))
    , m_toast(new Toast(m_middle))
    , m_goTo(new GoToAnything(this))
    , m_history(new History(this))
{
    setWindowTitle(tr("Policy Desk"));
    setWindowIcon(applicationIcon());
    setObjectName(QStringLiteral("policydesk"));
    setAccessibleName(tr("Policy Desk"));
    setAcceptDrops(true);
    setMinimumSize(px(720), px(480));
    setGround(this, Role::Base);
    build();
    wire();
    addKeys();
    resize(px(1440), px(900));
    resetLayout();
    m_tree->view()->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto *middle = new QVBoxLayout(m_middle);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(m_panes, 1);
    middle->addWidget(m_verbs);
    m_verbs->hide();

    m_across->addWidget(m_tree);
    m_across->addWidget(m_middle);
    m_across->addWidget(m_inspector);
    m_across->setStretchFactor(0, 0);
    m_across->setStretchFactor(1, 1);
    m_across->setStretchFactor(2, 0);
    m_across->setChildrenCollapsible(false);
    m_down->addWidget(m_across);
    m_down->addWidget(m_activity);
    m_down->setStretchFactor(0, 1);
    m_down->setStretchFactor(1, 0);
    m_down->setChildrenCollapsible(false);
    m_activity->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(makeLine(Qt::Horizontal, this));
    column->addWidget(m_down, 1);
    column->addWidget(makeLine(Qt::Horizontal, this));
    column->addWidget(m_bar);
}

void MainWindow::wire()
{
    connect(m_top, &TopBar::treeToggled, this, &MainWindow::toggleTree);
    connect(m_top, &TopBar::inspectorToggled, this, &MainWindow::toggleInspector);
    connect(m_top, &TopBar::backRequested, m_history, &History::back);
    connect(m_top, &TopBar::forwardRequested, m_history, &History::forward);
    connect(m_top, &TopBar::crumbChosen, this, &MainWindow::placeRequested);
    connect(m_top, &TopBar::goToRequested, this, &MainWindow::openGoTo);
    connect(m_top, &TopBar::menuRequested, this, [this](QWidget *anchor) {
        if (m_menuSource)
            popupActions(m_menuSource(), anchor, [this](const QString &id) { Q_EMIT triggered(id); });
    });
    connect(m_history, &History::changed, this, [this] { m_top->setHistory(m_history->canGoBack(), m_history->canGoForward()); });
    connect(m_history, &History::requested, this, &MainWindow::placeRequested);
    connect(m_tree, &NavigationTree::chosen, this, &MainWindow::placeRequested);
    connect(m_panes, &PaneHost::shown, this, &MainWindow::showInspector);
    connect(m_inspector, &Inspector::triggered, this, &MainWindow::triggered);
    connect(m_inspector, &Inspector::focusLost, m_panes, &PaneHost::takeFocus);
    connect(m_verbs, &VerbBar::triggered, this, &MainWindow::triggered);
    connect(m_verbs, &VerbBar::detailsRequested, this, &MainWindow::toggleInspector);
    connect(m_bar, &ActivityBar::toggleRequested, this, &MainWindow::toggleActivity);
    connect(m_bar, &ActivityBar::cancelRequested, this, &MainWindow::cancelRequested);
    connect(m_toast, &Toast::undoRequested, this, &MainWindow::undoRequested);
    connect(m_goTo, &GoToAnything::chosen, this, &MainWindow::goToChosen);
    connect(m_goTo, &GoToAnything::verbsRequested, this, &MainWindow::verbsRequested);
    m_tree->installEventFilter(this);
    m_inspector->installEventFilter(this);
}

void MainWindow::addKeys()
{
    const auto key = [this](const QKeySequence &sequence, const char *id, const QString &name, auto slot) {
        auto *action = new QAction(name, this);
        action->setShortcut(sequence);
        action->setObjectName(QLatin1StringView(id));
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    key(Qt::CTRL | Qt::Key_K, "goToAction", tr("Go to anything"), &MainWindow::openGoTo);
    key(Qt::Key_F9, "treeAction", tr("Show or hide the tree"), &MainWindow::toggleTree);
    key(Qt::SHIFT | Qt::Key_F9, "inspectorAction", tr("Show or hide details"), &MainWindow::toggleInspector);
    key(Qt::CTRL | Qt::Key_J, "activityAction", tr("Show or hide Activity"), &MainWindow::toggleActivity);
    key(QKeySequence::Back, "backAction", tr("Back"), [this] { m_history->back(); });
    key(QKeySequence::Forward, "forwardAction", tr("Forward"), [this] { m_history->forward(); });
}

bool MainWindow::isNarrow() const
{
    return width() < px(NarrowBelow);
}

void MainWindow::arrange()
{
    const bool narrow = isNarrow();
    const bool nothing = m_inspector->content().title.isEmpty();
    const bool details = !nothing && (narrow ? m_details : m_inspectorWanted);
    const bool tree = m_treeWanted && !(narrow && details);
    m_tree->setVisible(tree);
    m_inspector->setVisible(details);
    m_verbs->setVisible(narrow && !details && !nothing);
    alignTop();
}

void MainWindow::alignTop()
{
    const bool tree = !m_tree->isHidden();
    const bool details = !m_inspector->isHidden();
    m_top->setPanes(tree ? m_tree->width() : 0, details ? m_inspector->width() : 0, isNarrow(), !m_inspector->content().title.isEmpty());
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // The splitter settles the widths of its panes after they are shown.
    if (event->type() == QEvent::Resize && (watched == m_tree || watched == m_inspector))
        alignTop();
    return QWidget::eventFilter(watched, event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    const bool before = event->oldSize().width() < px(NarrowBelow);
    QWidget::resizeEvent(event);
    arrange();
    if (isNarrow() != before && event->oldSize().isValid())
        m_across->setSizes({px(isNarrow() ? NarrowTreeWidth : TreeWidth), width(), px(InspectorWidth)});
    arrange();
}

void MainWindow::resetLayout()
{
    m_treeWanted = true;
    m_inspectorWanted = true;
    m_details = false;
    const int tree = px(isNarrow() ? NarrowTreeWidth : TreeWidth);
    m_across->setSizes({tree, width() - tree - px(InspectorWidth) - 2, px(InspectorWidth)});
    m_down->setSizes({height() - px(ActivityHeight), px(ActivityHeight)});
    arrange();
}

void MainWindow::restore(const WindowState &state)
{
    if (!state.geometry.isEmpty())
        restoreGeometry(state.geometry);
    if (!state.panes.isEmpty())
        m_across->restoreState(state.panes);
    if (!state.activity.isEmpty())
        m_down->restoreState(state.activity);
    m_treeWanted = state.tree;
    m_inspectorWanted = state.inspector;
    setActivityShown(state.activityShown);
    arrange();
}

WindowState MainWindow::state() const
{
    return {saveGeometry(), m_across->saveState(), m_down->saveState(), m_treeWanted, m_inspectorWanted, !m_activity->isHidden()};
}

void MainWindow::setPlace(const QString &id, const QList<models::Crumb> &crumbs)
{
    m_tree->select(id);
    m_top->setCrumbs(crumbs);
    m_history->visit(id);
    setWindowTitle(crumbs.isEmpty() ? tr("Policy Desk") : tr("%1 – Policy Desk").arg(crumbs.last().label));
}

void MainWindow::setInspector(const models::InspectorContent &content)
{
    m_content = content;
    showInspector();
}

void MainWindow::showInspector()
{
    models::InspectorContent content = m_content;
    // One filled button a screen: where the page has its own, what the inspector offers stands back.
    for (models::ActionValue &button : content.buttons) {
        if (button.rank == models::ActionRank::Primary && m_panes->ownsPrimary())
            button.rank = models::ActionRank::Normal;
    }
    m_inspector->setContent(content);
    fillVerbBar();
    arrange();
}

void MainWindow::fillVerbBar()
{
    const models::InspectorContent &content = m_inspector->content();
    // In reach of the pointer's way: the filled one last, beside Details.
    QList<models::ActionValue> actions = content.buttons;
    std::ranges::reverse(actions);
    QList<models::ActionValue> more = content.verbs;
    if (!content.more.isEmpty()) {
        more.append(models::ActionValue());
        more.append(content.more);
    }
    m_verbs->setContent(content.title, content.digest.section(QLatin1Char(':'), -1), {}, actions, more);
}

void MainWindow::setActivity(const models::ActivitySnapshot &snapshot)
{
    m_bar->setLine(snapshot.line);
    m_bar->setSummary(snapshot.summary);
    m_activity->setSnapshot(snapshot);
}

void MainWindow::setActivityShown(bool shown)
{
    m_activity->setVisible(shown);
    m_bar->setOpen(shown);
}

void MainWindow::showToast(const ToastValue &toast)
{
    m_toast->showValue(toast);
}

void MainWindow::openGoTo()
{
    if (m_goTo->isOpen())
        m_goTo->close();
    else if (m_goToSource)
        m_goTo->open(m_goToSource(), m_pool);
}

void MainWindow::setGoToSource(std::function<QList<models::GoToItem>()> source, WorkerPool *pool)
{
    m_goToSource = std::move(source);
    m_pool = pool;
}

void MainWindow::toggleTree()
{
    if (isNarrow() && m_details) {
        m_details = false;
        m_treeWanted = true;
    } else {
        m_treeWanted = !m_treeWanted;
    }
    arrange();
}

void MainWindow::toggleInspector()
{
    if (isNarrow())
        m_details = !m_details;
    else
        m_inspectorWanted = !m_inspectorWanted;
    arrange();
}

void MainWindow::toggleActivity()
{
    setActivityShown(!m_activity->isVisible());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // Whoever owns the window decides: a transfer may have to be asked about first.
    event->ignore();
    Q_EMIT closing();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    if (!paths.isEmpty())
        Q_EMIT filesDropped(paths);
    event->acceptProposedAction();
}

} // namespace pd::ui
