// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rows.h"
#include "palette.h"
#include "type.h"

#include <QStyledItemDelegate>

namespace pd::ui {

class RowView;

/// Paints the cells of `RowView` from `models::RowRole`. Laid out from the leading edge and mirrored as a whole; all sizes in a row share
/// one baseline. Grounds, hover and selection are the view's.
class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit RowDelegate(RowView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

    /// Where the check box of a row stands, in the coordinates of `cell`.
    [[nodiscard]] static QRect checkBoxRect(const QRect &cell, const QModelIndex &index, Qt::LayoutDirection direction);

private:
    struct Cell;

    void paintGroup(QPainter *painter, Cell &cell) const;
    void paintSection(QPainter *painter, Cell &cell) const;
    void paintCell(QPainter *painter, Cell &cell) const;
    void paintCheck(QPainter *painter, Cell &cell) const;
    void paintBadges(QPainter *painter, Cell &cell) const;
    void paintUnread(QPainter *painter, Cell &cell) const;
    void paintNumber(QPainter *painter, Cell &cell) const;
    void paintLead(QPainter *painter, Cell &cell) const;
    void paintEnd(QPainter *painter, Cell &cell) const;
    void paintWords(QPainter *painter, Cell &cell) const;

    RowView *m_view;
};

} // namespace pd::ui
