// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowdelegate.h"

#include "icons.h"
#include "models/rows.h"
#include "painting.h"
#include "rowview.h"
#include "theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace pd::ui {

using models::RowKind;

/// One cell being painted: what is left between `lead` and `end`, both measured from the leading edge of `rect`.
struct RowDelegate::Cell {
    const QModelIndex &index;
    QRect rect;
    Qt::LayoutDirection direction;
    RowKind kind;
    bool selected;
    bool stale;
    int lead;
    int end;

    [[nodiscard]] QVariant data(int role) const { return index.data(role); }
    [[nodiscard]] QString text(int role) const { return index.data(role).toString(); }
    [[nodiscard]] int baseline() const { return baselineIn(rect, font(Type::Body)); }
    [[nodiscard]] int left(int from, int width) const
    {
        return direction == Qt::RightToLeft ? rect.right() + 1 - from - width : rect.left() + from;
    }
    [[nodiscard]] QRect square(int from, int side) const { return {left(from, side), rect.top() + (rect.height() - side) / 2, side, side}; }
    [[nodiscard]] int room() const { return std::max(0, end - lead); }

    [[nodiscard]] QColor tint(Role role) const
    {
        // The faintest text falls under 4.5 : 1 on a selection.
        return color(role == Role::Text3 && selected ? Role::Text2 : role);
    }
    [[nodiscard]] Role tone(int role, Role otherwise) const
    {
        if (stale)
            return Role::Text3;
        const QVariant given = data(role);
        return given.isValid() ? toneRole(static_cast<models::Tone>(given.toInt())) : otherwise;
    }

    /// Text at the leading end; moves `lead` on.
    void put(QPainter *painter, const QString &words, const QFont &face, Role role)
    {
        const int natural = textWidth(words, face);
        const int width = std::min(natural, room());
        if (width <= 0)
            return;
        paintText(painter, left(lead, width), baseline(), width, words, face, tint(role));
        lead += width;
    }
    /// Text at the trailing end; moves `end` back.
    void putEnd(QPainter *painter, const QString &words, const QFont &face, Role role)
    {
        const int width = std::min(textWidth(words, face), room());
        if (width <= 0)
            return;
        end -= width;
        paintText(painter, left(end, width), baseline(), width, words, face, tint(role));
    }
};

namespace {

int leadOf(const RowView *view, const QModelIndex &index)
{
    if (view->rowLayout() == RowView::Layout::Tree && index.column() == 0)
        return px(14) - px(16); // the view's indentation begins at 16, the chevron at 14
    if (index.column() > 0)
        return px(8);
    const bool grouped = index.parent().isValid();
    const int inset = index.data(models::InsetRole).toInt();
    return px(view->lead()) + px(24) * inset + (grouped && inset == 0 ? px(24) : 0);
}

Type typeOf(RowKind kind)
{
    switch (kind) {
    case RowKind::Strong: return Type::Name;
    case RowKind::Mono: return Type::MonoSmall;
    case RowKind::Group: return Type::Strong;
    case RowKind::Section: return Type::Section;
    default: return Type::Body;
    }
}

Qt::Alignment alignmentOf(const QModelIndex &index)
{
    const QVariant side = index.data(Qt::TextAlignmentRole);
    if (side.metaType() == QMetaType::fromType<Qt::Alignment>())
        return side.value<Qt::Alignment>();
    return Qt::Alignment::fromInt(side.toInt());
}

/// Words cut where one of the searched words begins and ends; every second piece is a match.
QStringList pieces(const QString &words, const QString &searched)
{
    const QStringList wanted = searched.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList made;
    qsizetype from = 0;
    for (;;) {
        qsizetype at = -1;
        qsizetype length = 0;
        for (const QString &word : wanted) {
            const qsizetype found = words.indexOf(word, from, Qt::CaseInsensitive);
            if (found >= 0 && (at < 0 || found < at || (found == at && word.size() > length))) {
                at = found;
                length = word.size();
            }
        }
        if (at < 0)
            break;
        made.append(words.mid(from, at - from));
        made.append(words.mid(at, length));
        from = at + length;
    }
    made.append(words.mid(from));
    return made;
}

/// Paints the pieces from `x` on (or only measures them without a painter) and gives back their width.
int putPieces(QPainter *painter, int x, int baseline, const QStringList &words, const QFont &face, const QColor &tint)
{
    const QFont heavy = font(Type::Match);
    qreal at = x;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QFont &used = i % 2 == 1 ? heavy : face;
        if (painter) {
            painter->setPen(tint);
            painter->setFont(used);
            painter->drawText(QPointF(at, baseline), words[i]);
        }
        at += QFontMetricsF(used).horizontalAdvance(words[i]);
    }
    return qCeil(at - x);
}

} // namespace

RowDelegate::RowDelegate(RowView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {px(40), m_view->heightOf(static_cast<RowKind>(index.siblingAtColumn(0).data(models::KindRole).toInt()))};
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool last = index.column() == index.model()->columnCount(index.parent()) - 1;
    const int rest = m_view->rowLayout() == RowView::Layout::Table && !last ? px(8) : px(16);
    Cell cell{index, option.rect, option.direction, static_cast<RowKind>(index.data(models::KindRole).toInt()),
        option.state.testFlag(QStyle::State_Selected), index.siblingAtColumn(0).data(models::StaleRole).toBool(), leadOf(m_view, index),
        option.rect.width() - rest};
    painter->save();
    switch (cell.kind) {
    case RowKind::Group: paintGroup(painter, cell); break;
    case RowKind::Section: paintSection(painter, cell); break;
    default: paintCell(painter, cell);
    }
    painter->restore();
}

void RowDelegate::paintGroup(QPainter *painter, Cell &cell) const
{
    cell.lead = px(16);
    if (m_view->model()->hasChildren(cell.index)) {
        const QString chevron = m_view->isExpanded(cell.index) ? QStringLiteral("arrow-down") : QStringLiteral("arrow-right");
        paintIcon(painter, cell.square(cell.lead, px(16)), chevron, color(Role::Text2), cell.direction);
    }
    cell.lead += px(24);
    paintEnd(painter, cell);
    cell.put(painter, cell.text(Qt::DisplayRole), font(Type::Strong), cell.tone(models::ToneRole, Role::Text));
    if (const QString note = cell.text(models::NoteRole); !note.isEmpty()) {
        cell.lead += px(8);
        cell.put(painter, note, font(Type::Small), Role::Text2);
    }
}

void RowDelegate::paintSection(QPainter *painter, Cell &cell) const
{
    const bool tree = m_view->rowLayout() == RowView::Layout::Tree;
    cell.lead = tree ? px(16) : px(20);
    // A head belongs to what follows it: it sits a little low.
    cell.rect.translate(0, px(tree ? 2 : 1));
    if (const QString icon = cell.text(models::TrailingIconRole); !icon.isEmpty()) {
        const QRect at = cell.square(cell.rect.width() - px(32), px(16));
        paintIcon(painter, at, icon, color(Role::Text2), cell.direction);
        cell.end -= px(24);
    }
    cell.put(painter, cell.text(Qt::DisplayRole), font(Type::Section), Role::Text2);
}

void RowDelegate::paintCell(QPainter *painter, Cell &cell) const
{
    paintLead(painter, cell);
    paintEnd(painter, cell);
    if (cell.data(models::UnreadRole).toBool())
        paintUnread(painter, cell);
    else if (cell.kind == RowKind::Check)
        paintCheck(painter, cell);
    else if (cell.kind == RowKind::Badge)
        paintBadges(painter, cell);
    else if (alignmentOf(cell.index).testFlag(Qt::AlignRight))
        paintNumber(painter, cell);
    else
        paintWords(painter, cell);
}

void RowDelegate::paintLead(QPainter *painter, Cell &cell) const
{
    const int side = px(16);
    if (m_view->rowLayout() == RowView::Layout::Tree && cell.index.column() == 0) {
        if (m_view->model()->hasChildren(cell.index)) {
            const QString chevron = m_view->isExpanded(cell.index) ? QStringLiteral("arrow-down") : QStringLiteral("arrow-right");
            paintIcon(painter, cell.square(cell.lead, side), chevron, cell.tint(Role::Text2), cell.direction);
        }
        cell.lead += side;
    }
    if (cell.data(Qt::CheckStateRole).isValid()) {
        QStyleOption box;
        box.initFrom(m_view);
        box.rect = checkBoxRect(cell.rect, cell.index, cell.direction);
        box.state = QStyle::State_Enabled;
        const auto state = static_cast<Qt::CheckState>(cell.data(Qt::CheckStateRole).toInt());
        box.state |= state == Qt::Checked ? QStyle::State_On : state == Qt::PartiallyChecked ? QStyle::State_NoChange : QStyle::State_Off;
        m_view->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, m_view);
        cell.lead += side + px(8);
    }
    const QString icon = cell.text(models::IconRole);
    if (icon.isEmpty() || cell.kind == RowKind::Check)
        return;
    const Role own = cell.kind == RowKind::More ? Role::Text3 : Role::Text2;
    paintIcon(painter, cell.square(cell.lead, side), icon, cell.tint(cell.tone(models::IconToneRole, own)), cell.direction);
    cell.lead += side + px(m_view->iconGap());
}

void RowDelegate::paintEnd(QPainter *painter, Cell &cell) const
{
    if (cell.index.column() > 0)
        return;
    if (const QString icon = cell.text(models::TrailingIconRole); !icon.isEmpty()) {
        cell.end -= px(16);
        paintIcon(
            painter, cell.square(cell.end, px(16)), icon, cell.tint(cell.tone(models::TrailingToneRole, Role::Text2)), cell.direction);
        cell.end -= px(8);
    }
    const QStringList keys = cell.data(models::KeysRole).toStringList();
    for (qsizetype i = keys.size(); i-- > 0;) {
        const QSize size = keyCapSize(keys[i]);
        cell.end -= size.width();
        const int top = cell.rect.top() + (cell.rect.height() - size.height()) / 2;
        paintKeyCap(painter, QRect(QPoint(cell.left(cell.end, size.width()), top), size), keys[i]);
        cell.end -= px(4);
    }
    if (const QString words = cell.text(models::TrailingRole); !words.isEmpty()) {
        // In a list of rows what stands at the end is a digest; in the tree it is a count or an account.
        const bool mono = m_view->rowLayout() == RowView::Layout::List && cell.kind != RowKind::Group;
        cell.putEnd(painter, words, font(mono ? Type::MonoSmall : Type::Small), Role::Text2);
        cell.end -= px(8);
    }
}

void RowDelegate::paintCheck(QPainter *painter, Cell &cell) const
{
    // The state keeps its colour when the row is stale: only its words step back.
    const QVariant state = cell.data(models::StateRole);
    const auto outcome = static_cast<models::CheckState>(state.toInt());
    const QString own = cell.text(models::IconRole);
    const QVariant tone = cell.data(models::IconToneRole);
    const Role tint = own.isEmpty() || !tone.isValid() ? (state.isValid() ? checkRole(outcome) : Role::Text2)
                                                       : toneRole(static_cast<models::Tone>(tone.toInt()));
    paintIcon(painter, cell.square(cell.lead, px(16)), own.isEmpty() ? checkIcon(outcome) : own, cell.tint(tint), cell.direction);
    cell.lead += px(24);
    const auto words = static_cast<models::Tone>(cell.data(models::ToneRole).toInt());
    cell.put(painter, cell.text(Qt::DisplayRole), font(Type::Body), cell.stale ? Role::Text2 : toneRole(words));
}

void RowDelegate::paintNumber(QPainter *painter, Cell &cell) const
{
    cell.end = cell.rect.width() - px(16);
    cell.putEnd(painter, cell.text(Qt::DisplayRole), tabular(font(Type::Body)), cell.tone(models::ToneRole, Role::Text2));
}

void RowDelegate::paintWords(QPainter *painter, Cell &cell) const
{
    const bool first = cell.index.column() == 0;
    const QString words = cell.text(Qt::DisplayRole);
    const Role own = cell.kind == RowKind::More ? Role::Text3 : first ? Role::Text : Role::Text2;
    const Role role = cell.tone(models::ToneRole, own);
    const QFont face = font(typeOf(cell.kind));
    const QStringList cut = pieces(words, cell.text(models::MatchRole));
    const int whole = cut.size() > 1 ? putPieces(nullptr, 0, 0, cut, face, {}) : 0;
    if (whole > 0 && whole <= cell.room())
        cell.lead += putPieces(painter, cell.left(cell.lead, whole), cell.baseline(), cut, face, cell.tint(role));
    else
        cell.put(painter, words, face, role);
    if (!words.isEmpty() && cell.data(models::BadgesRole).isValid())
        cell.lead += px(8);
    paintBadges(painter, cell);
    if (const QString note = cell.text(models::NoteRole); !note.isEmpty()) {
        cell.lead += px(8);
        cell.put(painter, note, font(Type::Small), cell.stale ? Role::Text3 : Role::Text2);
    }
}

void RowDelegate::paintBadges(QPainter *painter, Cell &cell) const
{
    const auto badges = cell.data(models::BadgesRole).value<QList<models::BadgeValue>>();
    for (const models::BadgeValue &badge : badges) {
        const QSize size = badgeSize(badge);
        if (size.width() > cell.room())
            break;
        const int top = cell.rect.top() + (cell.rect.height() - size.height()) / 2;
        paintBadge(painter, QRect(QPoint(cell.left(cell.lead, size.width()), top), size), badge, cell.direction);
        cell.lead += size.width() + px(6);
    }
}

void RowDelegate::paintUnread(QPainter *painter, Cell &cell) const
{
    // A dash on the side of its column: it says "not read yet" and never "none".
    const QString dash(QChar(0x2013));
    if (!alignmentOf(cell.index).testFlag(Qt::AlignRight)) {
        cell.put(painter, dash, font(Type::Body), Role::Text3);
        return;
    }
    cell.end = cell.rect.width() - px(16);
    cell.putEnd(painter, dash, font(Type::Body), Role::Text3);
}

QRect RowDelegate::checkBoxRect(const QRect &cell, const QModelIndex &index, Qt::LayoutDirection direction)
{
    const int side = px(16);
    const int lead = px(16) + px(24) * index.data(models::InsetRole).toInt();
    const int x = direction == Qt::RightToLeft ? cell.right() + 1 - lead - side : cell.left() + lead;
    return {x, cell.top() + (cell.height() - side) / 2, side, side};
}

bool RowDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!index.data(Qt::CheckStateRole).isValid() || !(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    bool toggles = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const QPoint at = static_cast<QMouseEvent *>(event)->position().toPoint();
        toggles = checkBoxRect(option.rect, index, option.direction).adjusted(-4, -4, 4, 4).contains(at);
    } else if (event->type() == QEvent::KeyPress) {
        toggles = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    }
    if (!toggles)
        return false;
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.data(Qt::ToolTipRole).toString().isEmpty())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    // What does not fit its column is told in whole.
    const QString whole = models::plainText(index);
    const int lead = leadOf(m_view, index) + px(m_view->rowLayout() == RowView::Layout::Tree ? 40 : 24);
    if (textWidth(whole, font(Type::Body)) > option.rect.width() - lead)
        QToolTip::showText(event->globalPos(), whole, view);
    else
        QToolTip::hideText();
    return true;
}

} // namespace pd::ui
