// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/actions.h"
#include "models/rows.h"

#include <QHash>
#include <QWidget>

class QHBoxLayout;
class QStackedWidget;
class QTabBar;

namespace pd::ui {

/// A tab of the place that is shown.
struct TabValue {
    QString id; ///< "tags", "source", "try", "tests", "compare", "publish"
    QString label;
    friend bool operator==(const TabValue &, const TabValue &) = default;
};

/// The middle: tabs of the place, at their right a badge and icon buttons, under them its page, and over it all the toast. A place without
/// tabs has none of the row.
class PaneHost final : public QWidget {
    Q_OBJECT
public:
    explicit PaneHost(QWidget *parent = nullptr);

    /// The page is shown for that id from now on; owned here. An earlier one of the same id is deleted.
    void setPage(const QString &id, QWidget *page);
    [[nodiscard]] QWidget *page(const QString &id) const { return m_pages.value(id); }
    /// Shows a page that belongs to no tab (the first page, a table of packages).
    void showPage(const QString &id);
    /// Tabs of the place; their pages have the same ids. Keeps the current one where it is there still.
    void setTabs(const QList<TabValue> &tabs, const QString &current = {});
    /// As if its tab was pressed; nothing where the place has no such tab.
    void choose(const QString &id);
    /// The keyboard goes to the rows of the page that shows, else to its first control.
    void takeFocus();
    [[nodiscard]] QString current() const { return m_current; }
    /// The page has the one filled button of the screen; what stands beside it steps back.
    void setOwnsPrimary(const QString &id) { m_filled.insert(id); }
    [[nodiscard]] bool ownsPrimary() const { return m_filled.contains(m_current); }
    /// What stands at the right of the tabs. An empty badge text: no badge.
    void setHead(const models::BadgeValue &badge, const QList<models::ActionValue> &actions);
    /// Between the tabs and the page (offline). Owned by the caller until given; nullptr takes it away.
    void setStrip(QWidget *strip);

Q_SIGNALS:
    /// Another page is to be seen.
    void shown(const QString &id);
    void tabChosen(const QString &id);
    /// An icon button at the right of the tabs.
    void triggered(const QString &id, QWidget *anchor);

private:
    void show(const QString &id);

    QTabBar *m_tabs;
    QWidget *m_row;
    QWidget *m_line;
    QHBoxLayout *m_head;
    QHBoxLayout *m_stripRoom;
    QStackedWidget *m_stack;
    QHash<QString, QWidget *> m_pages;
    QList<TabValue> m_values;
    QString m_current;
    QSet<QString> m_filled;
};

} // namespace pd::ui
