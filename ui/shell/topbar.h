// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/navigation.h"

#include <QWidget>

class QToolButton;

namespace pd::ui {

class Breadcrumb;

/// The top of the window: panes, back and forward, where we are, Go to anything, the menu.
class TopBar final : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);

    void setCrumbs(const QList<models::Crumb> &crumbs);
    void setHistory(bool back, bool forward);
    /// Widths of the panes under it (0: not shown): the breadcrumb begins with the middle, the field of Go to anything with the inspector.
    /// `hasDetails`: there is something to show in the inspector.
    void setPanes(int treeWidth, int inspectorWidth, bool narrow, bool hasDetails);
    [[nodiscard]] Breadcrumb *breadcrumb() const { return m_crumbs; }
    [[nodiscard]] QToolButton *menuButton() const { return m_menu; }

Q_SIGNALS:
    void treeToggled();
    void inspectorToggled();
    void backRequested();
    void forwardRequested();
    void crumbChosen(const QString &id);
    void goToRequested();
    void menuRequested(QWidget *anchor);

private:
    QWidget *m_left;
    QWidget *m_right;
    QToolButton *m_tree = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_forward = nullptr;
    Breadcrumb *m_crumbs;
    QToolButton *m_inspector = nullptr;
    QToolButton *m_menu = nullptr;
};

} // namespace pd::ui
