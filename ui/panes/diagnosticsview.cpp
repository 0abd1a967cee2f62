// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosticsview.h"

#include "models/cells.h"
#include "models/format.h"
#include "widgets/controls.h"
#include "widgets/icons.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>

namespace pd::ui {

namespace {

/// More rows than this scroll.
constexpr int MostRows = 8;
constexpr int RowNumberRole = Qt::UserRole + 500;

QStandardItem *makeItem(const models::Cell &cell, const QString &id, int row)
{
    auto *item = new QStandardItem;
    for (const int role : {static_cast<int>(Qt::DisplayRole), static_cast<int>(Qt::ToolTipRole), static_cast<int>(Qt::AccessibleTextRole),
             static_cast<int>(models::KindRole), static_cast<int>(models::ToneRole), static_cast<int>(models::IconRole),
             static_cast<int>(models::IconToneRole), static_cast<int>(models::StateRole)})
        item->setData(cell.answer(role), role);
    item->setData(id, models::IdRole);
    item->setData(row, RowNumberRole);
    item->setEditable(false);
    return item;
}

} // namespace

QString placeText(const Diagnostic &diagnostic)
{
    QString text = diagnostic.file;
    if (!text.isEmpty() && diagnostic.row > 0) {
        text += QLatin1Char(':') + QString::number(diagnostic.row);
        if (diagnostic.column > 0)
            text += QLatin1Char(':') + QString::number(diagnostic.column);
    }
    return text;
}

DiagnosticsView::DiagnosticsView(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, Type::Strong, Role::Text, this))
    , m_editor(nullptr)
    , m_view(new RowView(RowView::Layout::List, tr("Diagnostics"), this))
    , m_model(new QStandardItemModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    auto *editor = makeButton({.id = QStringLiteral("openInEditor"),
                                  .label = tr("Open in editor"),
                                  .toolTip = tr("The chosen place, in the program that this computer opens such files with")},
        this);
    setKind(editor, ButtonKind::Flat, true);
    editor->setIcon(icon(QStringLiteral("document-edit"), Role::Text));
    head->addWidget(editor);
    m_editor = editor;
    column->addLayout(head);
    m_view->setObjectName(QStringLiteral("diagnosticsView"));
    m_view->setModel(m_model);
    column->addWidget(m_view);
    hide();
    // A click is enough: there is nothing else to do with a row. The second click of a double one asks for nothing more.
    connect(m_view, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        m_sinceClick.start();
        request(index);
    });
    connect(m_view, &RowView::rowActivated, this, [this](const QModelIndex &index) {
        if (!m_sinceClick.isValid() || m_sinceClick.hasExpired(QApplication::doubleClickInterval()))
            request(index);
        m_sinceClick.invalidate();
    });
    connect(editor, &QPushButton::clicked, this, [this] {
        if (const Diagnostic *chosen = current())
            Q_EMIT editorRequested(*chosen);
    });
}

void DiagnosticsView::setDiagnostics(const QList<Diagnostic> &diagnostics)
{
    m_diagnostics = diagnostics;
    m_model->clear();
    int row = 0;
    for (const Diagnostic &diagnostic : diagnostics) {
        const QString place = placeText(diagnostic);
        const QString id = QString::number(row) + QLatin1Char(' ') + place;
        m_model->appendRow({makeItem({.kind = models::RowKind::Check,
                                         .text = diagnostic.message,
                                         .icon = QStringLiteral("window-close"),
                                         .iconTone = models::Tone::Err,
                                         .state = models::CheckState::Failed,
                                         .tip = diagnostic.message},
                                id, row),
            makeItem({.kind = models::RowKind::Mono, .tone = models::Tone::Quiet, .text = place, .tip = place}, id, row)});
        ++row;
    }
    m_title->setText(tr("%Ln places to mend", nullptr, static_cast<int>(diagnostics.size())));
    m_view->setColumnWidths({432}, 160);
    const auto rows = std::min<qsizetype>(MostRows, diagnostics.size());
    m_view->setFixedHeight(static_cast<int>(rows) * px(m_view->rowHeight()) + px(2));
    if (row > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
    m_editor->setEnabled(row > 0);
    setVisible(row > 0);
}

void DiagnosticsView::request(const QModelIndex &index)
{
    const int row = index.data(RowNumberRole).toInt();
    if (row >= 0 && row < m_diagnostics.size())
        Q_EMIT placeRequested(m_diagnostics.at(row));
}

const Diagnostic *DiagnosticsView::current() const
{
    const QModelIndex index = m_view->currentIndex();
    const int row = index.isValid() ? index.data(RowNumberRole).toInt() : -1;
    return row >= 0 && row < m_diagnostics.size() ? &m_diagnostics.at(row) : nullptr;
}

} // namespace pd::ui
