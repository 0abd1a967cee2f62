// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/navigation.h"

#include <QSet>
#include <QWidget>

namespace pd::ui {

class RowView;
class TreeModel;

/// The left pane: registries with their owners and packages, this computer, folders, what was opened. Sections are always open; what the user
/// opened or closed, the selection and the scroll position survive every new snapshot.
class NavigationTree final : public QWidget {
    Q_OBJECT
public:
    explicit NavigationTree(QWidget *parent = nullptr);

    void setSnapshot(const models::TreeSnapshot &snapshot);
    /// Selects a place without announcing it; opens what is above it. False where it is not in the tree.
    bool select(const QString &id);
    [[nodiscard]] QString selected() const;
    void expand(const QString &id);
    [[nodiscard]] RowView *view() const { return m_view; }

Q_SIGNALS:
    /// A place was chosen by pointer or key.
    void chosen(const QString &id);
    /// The plus of a section.
    void addRequested(const QString &sectionId);
    /// A row was opened, whether its children are there or not.
    void opened(const QString &id);
    /// Opened, and its children are not there yet.
    void childrenWanted(const QString &id);
    void menuRequested(const QString &id, const QPoint &global);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restore();
    void onExpanded(const QModelIndex &index, bool open);

    RowView *m_view;
    TreeModel *m_model;
    QSet<QString> m_open;
    QString m_selected;
    bool m_quiet = false;
    bool m_pressed = false; ///< A press goes on that has not chosen a row yet.
};

} // namespace pd::ui
