// SPDX-License-Identifier: GPL-3.0-or-later
#include "gotoanything.h"

#include "widgets/badge.h"
#include "widgets/controls.h"
#include "widgets/iconview.h"
#include "widgets/painting.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace pd::ui {

namespace {

constexpr int Width = 640;
constexpr int Top = 64;
constexpr int PerGroup = 4;
constexpr int PerWideGroup = 200;
constexpr qsizetype Many = 2000; ///< Fewer are looked through within a millisecond or two.
constexpr int GroupRole = Qt::UserRole + 200; ///< of "5 more": the group that it opens

/// What is marked in the rows: the words of a query, without the mark for actions.
QString wordsOf(QString query)
{
    query = query.trimmed();
    if (query.startsWith(QLatin1Char('>')))
        query.remove(0, 1);
    return query.simplified();
}

} // namespace

GoToAnything::GoToAnything(QWidget *window)
    : QWidget(window)
    , m_box(new QWidget(this))
    , m_list(new RowView(RowView::Layout::List, tr("Results"), m_box))
    , m_model(new QStandardItemModel(this))
{
    setAccessibleName(tr("Go to anything"));
    setObjectName(QStringLiteral("goToAnything"));
    auto *column = new QVBoxLayout(m_box);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(makeField());
    column->addWidget(makeLine(Qt::Horizontal, m_box));
    column->addSpacing(px(7));
    column->addWidget(m_list, 1);
    column->addSpacing(px(7));
    column->addWidget(makeLine(Qt::Horizontal, m_box));
    column->addWidget(makeFoot());
    m_list->setModel(m_model);
    m_list->setRowHeight(34);
    m_list->setLead(20, 10);
    m_list->setActsFocused(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setObjectName(QStringLiteral("Results"));
    setGround(m_list, Role::Raised);
    connect(m_list, &QAbstractItemView::clicked, this, &GoToAnything::accept);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_wide.clear();
        refresh();
    });
    m_edit->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

QWidget *GoToAnything::makeField()
{
    auto *field = new QWidget(m_box);
    field->setFixedHeight(px(52));
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(margins(px(20), 0, px(16), 0));
    row->setSpacing(px(12));
    row->addWidget(new IconView(QStringLiteral("search"), Role::Text2, 16, field));
    m_edit = new QLineEdit(field);
    m_edit->setFrame(false);
    m_edit->setAccessibleName(tr("Go to anything"));
    m_edit->setObjectName(QStringLiteral("goToEdit"));
    m_edit->setPlaceholderText(tr("A package, a tag, an image, an action"));
    dress(m_edit, Type::Sentence, Role::Text);
    QPalette clear = m_edit->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_edit->setPalette(clear);
    row->addWidget(m_edit, 1);
    m_count = makeLabel({}, Type::Small, Role::Text2, field);
    row->addWidget(m_count);
    return field;
}

QWidget *GoToAnything::makeFoot()
{
    auto *foot = new QWidget(m_box);
    foot->setFixedHeight(px(40));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(px(16), 0, px(16), 0);
    row->setSpacing(px(8));
    const auto hint = [&](const QStringList &keys, const QString &words) {
        for (const QString &key : keys)
            row->addWidget(new KeyCap(key, foot));
        row->addWidget(makeLabel(words, Type::Small, Role::Text2, foot));
        row->addSpacing(px(10));
    };
    hint({QString(QChar(0x2191)), QString(QChar(0x2193))}, tr("choose"));
    hint({tr("Tab")}, tr("what can be done with it"));
    hint({QStringLiteral(">")}, tr("actions alone"));
    hint({QStringLiteral("?")}, tr("keys"));
    row->addStretch(1);
    return foot;
}

void GoToAnything::open(const QList<models::GoToItem> &items, WorkerPool *pool)
{
    m_items = items;
    m_search.reset();
    m_acceptFound = false;
    if (pool && items.size() > Many) {
        m_search = std::make_unique<models::GoToSearch>(*pool);
        m_search->setItems(items);
        connect(m_search.get(), &models::GoToSearch::found, this, &GoToAnything::showFound);
    }
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_wide.clear();
    m_edit->clear();
    refresh();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void GoToAnything::close()
{
    m_acceptFound = false;
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void GoToAnything::refresh()
{
    const int perGroup = m_wide.isEmpty() ? PerGroup : PerWideGroup;
    m_searching = m_search != nullptr;
    if (m_search)
        m_search->search(m_edit->text(), perGroup);
    else if (const auto found = models::searchGoTo(m_items, m_edit->text(), perGroup, {}))
        showFound(*found);
}

void GoToAnything::showFound(const models::GoToResults &found)
{
    m_searching = false;
    m_model->clear();
    m_count->setText(found.query.isEmpty() ? QString() : tr("%n found", nullptr, found.total));
    const QString match = wordsOf(found.query);
    for (const models::GoToResults::Group &group : found.groups) {
        if (!m_wide.isEmpty() && group.title != m_wide)
            continue;
        auto *head = new QStandardItem(group.title);
        head->setData(static_cast<int>(models::RowKind::Section), models::KindRole);
        head->setFlags(Qt::ItemIsEnabled);
        m_model->appendRow(head);
        for (const models::GoToItem &item : group.shown) {
            auto *row = new QStandardItem(item.text);
            row->setData(item.id, models::IdRole);
            row->setData(item.icon, models::IconRole);
            row->setData(item.note, models::NoteRole);
            // Two rows of one name are told apart by what stands beside it.
            row->setAccessibleText(item.note.isEmpty() ? item.text : QString(item.text + QStringLiteral(", ") + item.note));
            row->setData(item.digest, models::TrailingRole);
            row->setData(item.keys, models::KeysRole);
            row->setData(match, models::MatchRole);
            row->setEnabled(item.enabled);
            m_model->appendRow(row);
        }
        if (group.hidden > 0) {
            auto *more = new QStandardItem(tr("%n more", nullptr, group.hidden));
            more->setData(QStringLiteral("overflow-menu"), models::IconRole);
            more->setData(static_cast<int>(models::Tone::Quiet), models::ToneRole);
            more->setData(group.title, GroupRole);
            m_model->appendRow(more);
        }
    }
    if (found.total == 0) {
        auto *nothing = new QStandardItem(tr("Nothing here is called that"));
        nothing->setData(static_cast<int>(models::Tone::Quiet), models::ToneRole);
        nothing->setFlags(Qt::ItemIsEnabled);
        m_model->appendRow(nothing);
    }
    step(1);
    place();
    if (std::exchange(m_acceptFound, false))
        accept();
}

void GoToAnything::place()
{
    int rows = 0;
    for (int i = 0; i < m_model->rowCount(); ++i)
        rows += m_list->heightOf(static_cast<models::RowKind>(m_model->index(i, 0).data(models::KindRole).toInt()));
    const int fixed = px(52) + px(40) + 2 * px(7) + 4;
    const QWidget *window = parentWidget();
    const int height = std::min(fixed + rows, window->height() - px(Top) - px(48));
    const int width = std::min(px(Width), window->width() - px(32));
    m_box->setGeometry((window->width() - width) / 2, px(Top), width, height);
    update();
}

void GoToAnything::step(int by)
{
    int at = m_list->currentIndex().isValid() ? m_list->currentIndex().row() + by : by > 0 ? 0 : m_model->rowCount() - 1;
    while (at >= 0 && at < m_model->rowCount()) {
        const QModelIndex index = m_model->index(at, 0);
        if (index.flags() & Qt::ItemIsSelectable) {
            markEnter(m_list->currentIndex(), false);
            m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
            markEnter(index, true);
            m_list->scrollTo(at <= 1 ? m_model->index(0, 0) : index);
            return;
        }
        at += by;
    }
}

void GoToAnything::markEnter(const QModelIndex &index, bool on)
{
    // The key that acts stands on the chosen row, where nothing else does.
    QStandardItem *item = m_model->itemFromIndex(index);
    if (!item || !item->data(models::TrailingRole).toString().isEmpty())
        return;
    const QStringList enter{tr("Enter")};
    const QStringList keys = item->data(models::KeysRole).toStringList();
    if (keys.isEmpty() || keys == enter)
        item->setData(on ? enter : QStringList(), models::KeysRole);
}

QString GoToAnything::currentId() const
{
    return m_list->currentIndex().data(models::IdRole).toString();
}

void GoToAnything::accept()
{
    m_acceptFound = m_searching;
    if (m_searching)
        return;
    const QModelIndex current = m_list->currentIndex();
    if (const QString group = current.data(GroupRole).toString(); !group.isEmpty()) {
        m_wide = group;
        refresh();
        return;
    }
    const QString id = currentId();
    if (id.isEmpty() || !(current.flags() & Qt::ItemIsEnabled))
        return;
    close();
    Q_EMIT chosen(id);
}

void GoToAnything::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintShadow(&painter, m_box->geometry(), 10, 20, 8);
    paintBox(&painter, m_box->geometry(), 10, Role::Raised, Role::FloatBorder);
}

void GoToAnything::mousePressEvent(QMouseEvent *event)
{
    if (!m_box->geometry().contains(event->position().toPoint()))
        close();
}

bool GoToAnything::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        place();
    }
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: accept(); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (const QString id = currentId(); !id.isEmpty())
            Q_EMIT verbsRequested(id);
        return true;
    case Qt::Key_Question:
        if (!m_edit->text().isEmpty())
            break;
        close();
        Q_EMIT keysRequested();
        return true;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pd::ui
