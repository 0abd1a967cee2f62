// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/trysession.h"

#include <QWidget>

class QStandardItemModel;

namespace pd::ui {

class RowView;

/// The words that may come next, floating under the query. It never takes the focus: the query passes its keys on.
class TryCompletions final : public QWidget {
    Q_OBJECT
public:
    /// A child of the window that `owner` is in.
    explicit TryCompletions(QWidget *owner);

    /// Shows them with their upper leading corner at `at`, a place in the coordinates of the window. `choose`: the first one is chosen at once.
    void offer(const QList<desk::TryCompletion> &completions, const QPoint &at, bool choose);
    /// Another one becomes the chosen one; false at the end of the list, where none is any more.
    bool step(int by);
    /// The chosen one; empty where there is none.
    [[nodiscard]] QString chosen() const;
    [[nodiscard]] QString first() const;
    [[nodiscard]] int count() const;

Q_SIGNALS:
    /// Clicked.
    void accepted(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStandardItemModel *m_model;
    RowView *m_list;
};

} // namespace pd::ui
