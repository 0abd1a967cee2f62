// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rows.h"

#include <QTreeView>

namespace pd::ui {

class RowDelegate;

/// Every list, table and tree of the window. Rows are grounds with round corners, 8 px from both edges; what stands in them comes from
/// `models::RowRole`. Selection by rows; the pane with the keyboard shows it in the accent's tint, any other one grey.
class RowView final : public QTreeView {
    Q_OBJECT
public:
    enum class Layout {
        Table, ///< columns with a header, groups and rows inset under them
        List, ///< as Table without a header
        Tree, ///< one column with chevrons and sections
    };

    /// `accessibleName`: what a screen reader calls the view ("Local images"), translated.
    explicit RowView(Layout layout, const QString &accessibleName, QWidget *parent = nullptr);

    [[nodiscard]] Layout rowLayout() const { return m_layout; }
    /// Widths of all columns but the last, which takes the rest. In pixels of the drawing. Where the rest is less than `last` the first column gives way.
    void setColumnWidths(const QList<int> &widths, int last = 120);
    /// Columns that go first where there is no room for all, in this order; they come back with the room.
    void setDropOrder(const QList<int> &columns);
    /// 28 unless set: Activity has 32, Go to anything 34. In pixels of the drawing.
    void setRowHeight(int height);
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    /// From the edge to the first icon, and from there to the text: 16 and 8 unless set.
    void setLead(int lead, int iconGap);
    [[nodiscard]] int lead() const { return m_lead; }
    [[nodiscard]] int iconGap() const { return m_iconGap; }
    void setGroupHeight(int height) { m_groupHeight = height; }
    [[nodiscard]] int heightOf(models::RowKind kind) const;
    /// Shows the selection as in the pane with the keyboard although another widget has it (Go to anything: its field).
    void setActsFocused(bool on);

    /// The row under the pointer; invalid where there is none.
    [[nodiscard]] QModelIndex hoveredRow() const { return m_hovered; }
    /// Indexes (first column) of the rows that can be seen now: what is worth reading first.
    [[nodiscard]] QModelIndexList rowsInSight() const;
    /// Ids (`models::IdRole`) of the selected rows, in their order.
    [[nodiscard]] QStringList selectedIds() const;
    /// Selects the row of that id and scrolls to it. False where it is not there.
    bool selectId(const QString &id);

    /// The chevron of a row in viewport coordinates; empty for a leaf.
    [[nodiscard]] QRect chevronRect(const QModelIndex &index) const;
    [[nodiscard]] QRect trailingIconRect(const QModelIndex &index) const;

    void setModel(QAbstractItemModel *model) override;

Q_SIGNALS:
    /// The plus of a section.
    void trailingActivated(const QModelIndex &index);
    /// Enter or double click.
    void rowActivated(const QModelIndex &index);
    /// Scrolled, resized, filled: see `rowsInSight()`. At most once per turn of the event loop.
    void sightChanged();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override { }
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void updateGeometries() override;

private:
    void paintGround(QPainter *painter, const QRect &row, const QModelIndex &index) const;
    void setHovered(const QModelIndex &index);
    void announceSight();
    void dropColumns();
    void fitFirstColumn();
    void copySelection() const;

    Layout m_layout;
    int m_rowHeight = 28;
    int m_groupHeight = 40;
    int m_lead = 16;
    int m_iconGap = 8;
    QList<int> m_dropOrder;
    int m_firstWidth = 0; ///< as it was set or dragged; 0: never
    int m_lastWidth = 120;
    bool m_fitting = false;
    bool m_actsFocused = false;
    bool m_sightPending = false;
    QPersistentModelIndex m_hovered;
    QPersistentModelIndex m_wanted; ///< to be scrolled to once there is a size
    QWidget *m_corner = nullptr;
};

} // namespace pd::ui
