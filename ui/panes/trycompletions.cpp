// SPDX-License-Identifier: GPL-3.0-or-later
#include "trycompletions.h"

#include "models/rows.h"
#include "widgets/painting.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace pd::ui {

namespace {

constexpr int Width = 560;
constexpr int MostRows = 9;
constexpr int Shadow = 14;
constexpr int ShadowDown = 3;
constexpr int Inside = 5;

} // namespace

TryCompletions::TryCompletions(QWidget *owner)
    : QWidget(owner->window())
    , m_model(new QStandardItemModel(this))
    , m_list(new RowView(RowView::Layout::List, tr("Completions"), this))
{
    setObjectName(QStringLiteral("completionList"));
    setAccessibleName(tr("Completions"));
    setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setActsFocused(true);
    m_list->setLayoutDirection(Qt::LeftToRight);
    auto *column = new QVBoxLayout(this);
    const int room = Shadow + Inside;
    column->setContentsMargins(room, room, room, room);
    column->addWidget(m_list);
    connect(m_list, &QAbstractItemView::clicked, this,
        [this](const QModelIndex &index) { Q_EMIT accepted(index.data(Qt::DisplayRole).toString()); });
    hide();
}

static QString kindWord(const QString &kind)
{
    if (kind == QLatin1StringView("builtin"))
        return TryCompletions::tr("built in");
    if (kind == QLatin1StringView("keyword"))
        return TryCompletions::tr("keyword");
    if (kind == QLatin1StringView("package"))
        return TryCompletions::tr("package");
    if (kind == QLatin1StringView("function"))
        return TryCompletions::tr("function");
    if (kind == QLatin1StringView("rule"))
        return TryCompletions::tr("rule");
    if (kind == QLatin1StringView("input"))
        return TryCompletions::tr("input");
    return kind == QLatin1StringView("definition") ? TryCompletions::tr("defined here") : TryCompletions::tr("data");
}

void TryCompletions::offer(const QList<desk::TryCompletion> &completions, const QPoint &at, bool choose)
{
    m_model->clear();
    for (const desk::TryCompletion &completion : completions) {
        auto *item = new QStandardItem(completion.text);
        item->setData(static_cast<int>(models::RowKind::Mono), models::KindRole);
        item->setData(completion.text, models::IdRole);
        // One line: what a builtin does is told in whole by the tool tip.
        item->setData(completion.help.section(QLatin1Char('\n'), 0, 0), models::NoteRole);
        item->setData(kindWord(completion.kind), models::TrailingRole);
        m_model->appendRow(item);
    }
    if (completions.isEmpty()) {
        hide();
        return;
    }
    const QWidget *window = parentWidget();
    const int room = 2 * (Shadow + Inside);
    const int width = std::min(px(Width), window->width() - px(32));
    const int rows = std::min<int>(MostRows, m_model->rowCount());
    const int left = std::clamp(at.x(), px(8), std::max(px(8), window->width() - width - px(8)));
    setGeometry(left - Shadow, at.y() - Shadow, width + 2 * Shadow, rows * m_list->heightOf(models::RowKind::Mono) + room);
    if (choose)
        step(1);
    raise();
    QWidget::show();
}

bool TryCompletions::step(int by)
{
    const int now = m_list->currentIndex().isValid() && !m_list->selectedIds().isEmpty() ? m_list->currentIndex().row() : -1;
    const int next = now < 0 && by < 0 ? -1 : now + by;
    if (next < 0) {
        m_list->selectionModel()->clear();
        return false;
    }
    const QModelIndex index = m_model->index(std::min(next, m_model->rowCount() - 1), 0);
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_list->scrollTo(index);
    return true;
}

QString TryCompletions::chosen() const
{
    return m_list->selectedIds().value(0);
}

QString TryCompletions::first() const
{
    return m_model->index(0, 0).data(Qt::DisplayRole).toString();
}

int TryCompletions::count() const
{
    return m_model->rowCount();
}

void TryCompletions::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect frame = rect().adjusted(Shadow, Shadow, -Shadow, -Shadow);
    paintShadow(&painter, frame, 8, Shadow, ShadowDown);
    paintBox(&painter, frame, 8, Role::Raised, Role::FloatBorder);
}

} // namespace pd::ui
