// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gotosearch.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QStandardItemModel;

namespace pd::ui {

class RowView;

/// The palette over the window (Ctrl+K): every place and every act, found by typing. A child of the window, not a window of its own; Escape,
/// a click outside or a choice closes it and gives the focus back.
class GoToAnything final : public QWidget {
    Q_OBJECT
public:
    explicit GoToAnything(QWidget *window);

    /// Many are looked through in `pool`, so that typing never waits; without one, and where they are few, at once.
    void open(const QList<models::GoToItem> &items, WorkerPool *pool = nullptr);
    void close();
    [[nodiscard]] bool isOpen() const { return isVisible(); }
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] RowView *list() const { return m_list; }

Q_SIGNALS:
    void chosen(const QString &id);
    /// Tab: what can be done with the chosen one.
    void verbsRequested(const QString &id);
    /// "?": the keys.
    void keysRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeField();
    QWidget *makeFoot();
    void refresh();
    void showFound(const models::GoToResults &found);
    void place();
    void step(int by);
    void markEnter(const QModelIndex &index, bool on);
    void accept();
    [[nodiscard]] QString currentId() const;

    QList<models::GoToItem> m_items;
    std::unique_ptr<models::GoToSearch> m_search; ///< Where there are many.
    bool m_searching = false;
    bool m_acceptFound = false; ///< Enter came before the answer.
    QWidget *m_box;
    QLineEdit *m_edit = nullptr;
    QLabel *m_count = nullptr;
    RowView *m_list;
    QStandardItemModel *m_model;
    QPointer<QWidget> m_before;
    QString m_wide; ///< the group that is shown in whole
};

} // namespace pd::ui
