// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/actions.h"
#include "models/activity.h"
#include "models/gotoitem.h"
#include "models/inspection.h"
#include "models/navigation.h"
#include "widgets/toast.h"

#include <QWidget>

#include <functional>

class QSplitter;

namespace pd {
class WorkerPool;
}

namespace pd::ui {

class ActivityBar;
class ActivityPanel;
class GoToAnything;
class History;
class Inspector;
class NavigationTree;
class PaneHost;
class TopBar;
class VerbBar;

/// What of the window is remembered. Bytes are Qt's own; an empty one leaves the default.
struct WindowState {
    QByteArray geometry;
    QByteArray panes;
    QByteArray activity;
    bool tree = true;
    bool inspector = true;
    bool activityShown = false;
};

/// The frame of everything: top bar, tree | middle | inspector, Activity, bottom bar. Holds no data and decides nothing: values come in, ids go
/// out. Under 1,200 px the inspector yields to a bar with the verbs of the chosen row; *Details* shows it in the tree's place.
class MainWindow final : public QWidget {
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    void restore(const WindowState &state);
    [[nodiscard]] WindowState state() const;
    /// Panes at their widths of the first start.
    void resetLayout();

    /// A place was opened: selects it in the tree, shows where it is and remembers it for back and forward.
    void setPlace(const QString &id, const QList<models::Crumb> &crumbs);
    void setInspector(const models::InspectorContent &content);
    void setActivity(const models::ActivitySnapshot &snapshot);
    void setActivityShown(bool shown);
    void showToast(const ToastValue &toast);
    /// Everything that the one menu holds; made when it is opened.
    void setMenu(std::function<QList<models::ActionValue>()> menu) { m_menuSource = std::move(menu); }
    /// What Go to anything looks through; asked for when it is opened. Many are looked through in `pool`, which outlives the window.
    void setGoToSource(std::function<QList<models::GoToItem>()> source, WorkerPool *pool = nullptr);

    [[nodiscard]] NavigationTree *tree() const { return m_tree; }
    [[nodiscard]] PaneHost *panes() const { return m_panes; }
    [[nodiscard]] Inspector *inspector() const { return m_inspector; }
    [[nodiscard]] ActivityPanel *activity() const { return m_activity; }
    [[nodiscard]] History *history() const { return m_history; }
    [[nodiscard]] GoToAnything *goToAnything() const { return m_goTo; }
    [[nodiscard]] bool isNarrow() const;

public Q_SLOTS:
    void openGoTo();
    void toggleTree();
    void toggleInspector();
    void toggleActivity();

Q_SIGNALS:
    /// By tree, breadcrumb, back or forward.
    void placeRequested(const QString &id);
    /// A button, a verb, a row of the menu or of Go to anything.
    void triggered(const QString &id);
    void goToChosen(const QString &id);
    void verbsRequested(const QString &id);
    void undoRequested(const QString &undoId);
    void cancelRequested(const QString &jobId);
    void filesDropped(const QStringList &paths);
    void closing();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void wire();
    void addKeys();
    void arrange();
    void alignTop();
    void fillVerbBar();
    void showInspector();

    TopBar *m_top;
    QSplitter *m_across;
    QSplitter *m_down;
    NavigationTree *m_tree;
    models::InspectorContent m_content;
    QWidget *m_middle;
    PaneHost *m_panes;
    VerbBar *m_verbs;
    Inspector *m_inspector;
    ActivityPanel *m_activity;
    ActivityBar *m_bar;
    Toast *m_toast;
    GoToAnything *m_goTo;
    History *m_history;
    std::function<QList<models::ActionValue>()> m_menuSource;
    std::function<QList<models::GoToItem>()> m_goToSource;
    WorkerPool *m_pool = nullptr;
    bool m_treeWanted = true;
    bool m_inspectorWanted = true;
    bool m_details = false; ///< narrow: the inspector in the tree's place
};

} // namespace pd::ui
