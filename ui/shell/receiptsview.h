// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activity.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStandardItemModel;

namespace pd::ui {

class CommandBox;
class FactsGrid;
class RowView;

/// What acts left behind: a list that can be searched, and the chosen receipt with facts, the same act as a command, and what can be done
/// with it.
class ReceiptsView final : public QWidget {
    Q_OBJECT
public:
    explicit ReceiptsView(QWidget *parent = nullptr);

    void setReceipts(const models::ActivitySnapshot &snapshot);
    void select(const QString &id);
    void focusSearch();

Q_SIGNALS:
    void searched(const QString &text, int period);
    void triggered(const QString &receiptId, const QString &action);

private:
    QWidget *makeHead();
    QWidget *makeDetail();
    void showReceipt(const QString &id);

    QList<models::ReceiptValue> m_receipts;
    QString m_shown;
    QLabel *m_count = nullptr;
    QLineEdit *m_search = nullptr;
    QComboBox *m_period = nullptr;
    RowView *m_list;
    QStandardItemModel *m_model;
    QWidget *m_detail = nullptr;
    FactsGrid *m_facts = nullptr;
    CommandBox *m_command = nullptr;
    QHBoxLayout *m_actions = nullptr;
};

} // namespace pd::ui
