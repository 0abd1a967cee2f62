// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiptsview.h"

#include "widgets/commandbox.h"
#include "widgets/controls.h"
#include "widgets/factsgrid.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace pd::ui {

namespace {

QList<QStandardItem *> rowFor(const models::ReceiptValue &receipt)
{
    auto *name = new QStandardItem(receipt.title);
    name->setData(receipt.id, models::IdRole);
    name->setData(receipt.icon, models::IconRole);
    name->setData(receipt.note, models::NoteRole);
    name->setData(static_cast<int>(models::RowKind::Strong), models::KindRole);
    auto *digest = new QStandardItem(receipt.digest);
    digest->setData(static_cast<int>(models::RowKind::Mono), models::KindRole);
    return {name, digest, new QStandardItem(receipt.when)};
}

} // namespace

ReceiptsView::ReceiptsView(QWidget *parent)
    : QWidget(parent)
    , m_list(new RowView(RowView::Layout::List, tr("Receipts"), this))
    , m_model(new QStandardItemModel(0, 3, this))
{
    setGround(this, Role::Panel);
    m_list->setObjectName(QStringLiteral("Receipts"));
    setGround(m_list, Role::Panel);
    m_list->setModel(m_model);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_list->header()->setSectionResizeMode(2, QHeaderView::Fixed);
    m_list->header()->resizeSection(1, px(120));
    m_list->header()->resizeSection(2, px(96));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeLine(Qt::Horizontal, this));
    column->addSpacing(px(6));
    column->addWidget(m_list, 1);
    column->addWidget(makeLine(Qt::Horizontal, this));
    column->addWidget(makeDetail());
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) { showReceipt(current.siblingAtColumn(0).data(models::IdRole).toString()); });
}

QWidget *ReceiptsView::makeHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(px(40));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(margins(px(16), 0, px(8), 0));
    row->setSpacing(px(8));
    row->addWidget(makeLabel(tr("Receipts"), Type::Strong, Role::Text, head));
    m_count = makeLabel({}, Type::Small, Role::Text2, head);
    row->addWidget(m_count);
    row->addStretch(1);
    m_search = makeField(QStringLiteral("search"), tr("Search"), tr("Search receipts"), head);
    m_search->setObjectName(QStringLiteral("receiptsFilterEdit"));
    m_search->setProperty("pdSmall", true);
    m_search->setFixedWidth(px(200));
    m_search->setClearButtonEnabled(false);
    row->addWidget(m_search);
    m_period = new QComboBox(head);
    m_period->setAccessibleName(tr("Period"));
    m_period->setObjectName(QStringLiteral("periodBox"));
    m_period->setProperty("pdSmall", true);
    row->addWidget(m_period);
    const auto tell = [this] { Q_EMIT searched(m_search->text(), m_period->currentIndex()); };
    connect(m_search, &QLineEdit::textChanged, this, tell);
    connect(m_period, &QComboBox::currentIndexChanged, this, tell);
    return head;
}

QWidget *ReceiptsView::makeDetail()
{
    m_detail = new QWidget(this);
    auto *column = new QVBoxLayout(m_detail);
    column->setContentsMargins(px(16), px(10), px(16), px(10));
    column->setSpacing(0);
    m_facts = new FactsGrid(m_detail);
    m_facts->setObjectName(QStringLiteral("receiptLabel"));
    column->addWidget(m_facts);
    m_command = new CommandBox(true, m_detail);
    column->addSpacing(px(8));
    column->addWidget(m_command);
    column->addSpacing(px(8));
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(px(8));
    column->addLayout(m_actions);
    m_detail->hide();
    return m_detail;
}

void ReceiptsView::setReceipts(const models::ActivitySnapshot &snapshot)
{
    m_count->setText(snapshot.receiptCount);
    {
        const QSignalBlocker quiet(m_period);
        if (m_period->count() != snapshot.periods.size()) {
            m_period->clear();
            m_period->addItems(snapshot.periods);
        }
        m_period->setCurrentIndex(snapshot.period);
        m_period->setVisible(!snapshot.periods.isEmpty());
    }
    if (m_receipts == snapshot.receipts)
        return;
    // Whoever stands on the newest stays on the newest.
    const QString chosen = m_receipts.isEmpty() || m_receipts.first().id == m_shown ? QString() : m_shown;
    m_receipts = snapshot.receipts;
    m_model->removeRows(0, m_model->rowCount());
    for (const models::ReceiptValue &receipt : std::as_const(m_receipts))
        m_model->appendRow(rowFor(receipt));
    if (!m_list->selectId(chosen) && !m_receipts.isEmpty())
        m_list->selectId(m_receipts.first().id);
    if (m_receipts.isEmpty())
        showReceipt({});
}

void ReceiptsView::select(const QString &id)
{
    m_list->selectId(id);
}

void ReceiptsView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void ReceiptsView::showReceipt(const QString &id)
{
    m_shown = id;
    const auto found = std::ranges::find(m_receipts, id, &models::ReceiptValue::id);
    m_detail->setVisible(found != m_receipts.end());
    if (found == m_receipts.end())
        return;
    m_facts->setFacts(found->facts);
    m_facts->setAccessibleName(found->whole);
    m_command->setCommand(found->command);
    m_command->setVisible(!found->command.isEmpty());
    clearLayout(m_actions);
    for (const models::ActionValue &action : found->actions) {
        QPushButton *button = makeButton(action, m_detail);
        setKind(button, ButtonKind::Secondary, true);
        connect(button, &QPushButton::clicked, this, [this, actionId = action.id] { Q_EMIT triggered(m_shown, actionId); });
        m_actions->addWidget(button);
    }
    m_actions->addStretch(1);
}

} // namespace pd::ui
