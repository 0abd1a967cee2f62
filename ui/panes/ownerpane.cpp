// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownerpane.h"

#include "form.h"
#include "models/format.h"
#include "namerepository.h"
#include "panehead.h"
#include "widgets/actionmenu.h"
#include "widgets/chip.h"
#include "widgets/controls.h"
#include "widgets/emptystate.h"
#include "widgets/errorcard.h"
#include "widgets/icons.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace pd::ui {

using models::PackagesModel;

OwnerPane::OwnerPane(WorkerPool &pool, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(new PackagesModel(pool, clock, this))
    , m_stack(new QStackedWidget(this))
    , m_view(new RowView(RowView::Layout::Table, tr("Remote packages"), this))
{
    setObjectName(QStringLiteral("ownerPage"));
    setAccessibleName(tr("Packages"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeTools());
    column->addSpacing(px(8));
    makeStack();
    column->addWidget(m_stack, 1);
    connectModel();
    chooseColumns({});
    showCounts();
}

QWidget *OwnerPane::makeHead()
{
    m_head = new PaneHead({}, this);
    auto *csv = makeButton(
        {.id = QStringLiteral("copyCsv"), .label = tr("Copy as CSV"), .toolTip = tr("What is shown, with its header, for a spreadsheet")},
        m_head);
    setKind(csv, ButtonKind::Flat);
    csv->setIcon(icon(QStringLiteral("edit-copy"), Role::Text));
    m_head->addButton(csv);
    QToolButton *more = makeIconButton(QStringLiteral("arrow-down"), tr("Copy in another form"), m_head);
    more->setObjectName(QStringLiteral("copyMoreButton"));
    m_head->addButton(more);
    m_page = makeIconButton(QStringLiteral("open-link"), tr("Open in the browser"), m_head);
    m_page->setObjectName(QStringLiteral("openPageButton"));
    m_head->addButton(m_page);
    QToolButton *refresh = makeIconButton(QStringLiteral("view-refresh"), tr("Refresh"), m_head);
    refresh->setObjectName(QStringLiteral("refreshButton"));
    m_head->addButton(refresh);
    m_copies = {csv, more};
    connect(csv, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(m_model->asCsv(), tr("the table as CSV")); });
    connect(more, &QToolButton::clicked, this, &OwnerPane::copyMenu);
    connect(m_page, &QToolButton::clicked, this, [this] { Q_EMIT triggered(QStringLiteral("openPage")); });
    connect(refresh, &QToolButton::clicked, this, [this] { Q_EMIT triggered(QStringLiteral("refresh")); });
    return m_head;
}

QWidget *OwnerPane::makeTools()
{
    auto *tools = new QWidget(this);
    tools->setFixedHeight(px(40));
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(margins(px(16), 0, px(16), 0));
    row->setSpacing(px(8));
    m_chipRoom = new QWidget(tools);
    auto *chips = new QHBoxLayout(m_chipRoom);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(px(8));
    m_chips = new QButtonGroup(this);
    const auto add = [&](const QString &id, const QString &text, const QString &icon, quint32 kind) {
        auto *chip = new Chip(text, icon, 0, m_chipRoom);
        chip->setObjectName(id);
        m_chips->addButton(chip, static_cast<int>(kind));
        m_kinds.append(chip);
        chips->addWidget(chip);
    };
    using Visibility = desk::RemotePackage::Visibility;
    add(QStringLiteral("allChip"), tr("All"), {}, 0);
    add(QStringLiteral("publicChip"), PackagesModel::visibilityText(Visibility::Public), QStringLiteral("pd-globe"), PackagesModel::Public);
    add(QStringLiteral("privateChip"), PackagesModel::visibilityText(Visibility::Private), QStringLiteral("pd-lock"),
        PackagesModel::Private);
    add(QStringLiteral("internalChip"), PackagesModel::visibilityText(Visibility::Internal), QStringLiteral("view-institution"),
        PackagesModel::Internal);
    m_kinds.constFirst()->setChecked(true);
    row->addWidget(m_chipRoom);
    row->addStretch(1);
    m_filter = makeField(QStringLiteral("view-filter"), tr("Filter packages"), tr("Filter packages"), tools);
    m_filter->setObjectName(QStringLiteral("filterEdit"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    fitField(m_filter, 216);
    row->addWidget(m_filter);
    connect(m_chips, &QButtonGroup::idClicked, this, [this](int kind) { m_model->setCategories(static_cast<quint32>(kind)); });
    connect(m_filter, &QLineEdit::textChanged, m_model, &PackagesModel::setFilter);
    return tools;
}

void OwnerPane::makeStack()
{
    m_view->setObjectName(QStringLiteral("packagesView"));
    m_view->setModel(m_model);
    m_view->setColumnWidths({218, 128, 112, 88, 120});
    m_view->setSortingEnabled(true);
    m_empty = new EmptyState(m_stack);
    m_errorPage = new QWidget(m_stack);
    m_error = new ErrorCard(m_errorPage);
    auto *room = new QVBoxLayout(m_errorPage);
    room->setContentsMargins(px(16), px(8), px(16), px(16));
    room->addWidget(m_error);
    room->addStretch(1);
    m_unlisted = new NameRepository(m_stack);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_errorPage);
    m_stack->addWidget(m_unlisted);
    connect(m_empty, &EmptyState::triggered, this, [this](const QString &id) {
        if (id != QLatin1StringView("clearFilter")) {
            Q_EMIT triggered(id);
            return;
        }
        m_filter->clear();
        m_kinds.constFirst()->click();
        m_view->setFocus();
    });
    connect(m_error, &ErrorCard::triggered, this, &OwnerPane::triggered);
    connect(m_unlisted, &NameRepository::entered, this, &OwnerPane::repositoryEntered);
}

void OwnerPane::connectModel()
{
    connect(m_model, &PackagesModel::arranged, this, &OwnerPane::showState);
    connect(m_model, &PackagesModel::detailsWanted, this, &OwnerPane::newestWanted);
    connect(m_view, &RowView::sightChanged, this, [this] {
        const QModelIndexList rows = m_view->rowsInSight();
        m_model->setVisibleRange(rows.isEmpty() ? -1 : rows.first().row(), rows.isEmpty() ? -1 : rows.last().row());
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OwnerPane::selectionChanged);
    connect(m_view, &RowView::rowActivated, this, [this](const QModelIndex &index) { Q_EMIT activated(m_model->rowKey(index)); });
}

void OwnerPane::setOwner(const Owner &owner)
{
    const bool other = m_owner.place != owner.place;
    m_owner = owner;
    m_head->setTitle(owner.title);
    m_head->setWords(owner.words);
    m_page->setVisible(owner.hasPage);
    if (!other)
        return;
    m_wanted.clear();
    m_filter->clear();
    m_kinds.constFirst()->click();
    m_model->clear();
    m_unlisted->setPlace(owner.place);
    setLoading();
}

void OwnerPane::setPackages(const QList<desk::RemotePackage> &packages, bool whole)
{
    m_reading = !whole;
    if (m_stack->currentWidget() == m_errorPage || m_stack->currentWidget() == m_unlisted)
        m_stack->setCurrentWidget(m_view);
    chooseColumns(packages);
    m_model->setPackages(packages);
}

void OwnerPane::chooseColumns(const QList<desk::RemotePackage> &packages)
{
    const auto known = [&packages](auto has) { return packages.isEmpty() || std::ranges::any_of(packages, has); };
    const bool visibility
        = known([](const desk::RemotePackage &row) { return row.visibility != desk::RemotePackage::Visibility::Unknown; });
    const bool versions = known([](const desk::RemotePackage &row) { return row.versions >= 0; });
    const bool updated = known([](const desk::RemotePackage &row) { return row.updated.isValid(); });
    const bool source = known([](const desk::RemotePackage &row) { return !row.sourceRepository.isEmpty(); });
    // A dash says that something is not read yet: a column that can never be filled is not there.
    m_view->setDropOrder({});
    m_view->setColumnHidden(PackagesModel::Visibility, !visibility);
    m_view->setColumnHidden(PackagesModel::Versions, !versions);
    m_view->setColumnHidden(PackagesModel::Updated, !updated);
    m_view->setColumnHidden(PackagesModel::SourceRepository, !source);
    QList<int> drop;
    if (versions)
        drop.append(PackagesModel::Versions);
    if (updated && source)
        drop.append(PackagesModel::Updated);
    m_view->setDropOrder(drop);
    m_chipRoom->setVisible(visibility && !packages.isEmpty());
    const int column = updated ? PackagesModel::Updated : PackagesModel::Package;
    if (m_view->header()->sortIndicatorSection() >= PackagesModel::ColumnCount
        || m_view->isColumnHidden(m_view->header()->sortIndicatorSection()) || m_model->total() == 0)
        m_view->sortByColumn(column, updated ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void OwnerPane::fill(const desk::RemotePackage &package)
{
    m_model->fill(package);
}

void OwnerPane::setLoading()
{
    m_reading = true;
    showState();
}

void OwnerPane::setError(const Error &error)
{
    m_reading = false;
    m_error->setNotice(noticeFor(error));
    m_stack->setCurrentWidget(m_errorPage);
    showCounts();
}

void OwnerPane::setUnlisted(const QString &problem)
{
    m_reading = false;
    m_unlisted->setProblem(problem);
    m_stack->setCurrentWidget(m_unlisted);
    m_chipRoom->hide();
    showCounts();
}

QString OwnerPane::selected() const
{
    return m_view->selectedIds().value(0);
}

void OwnerPane::select(const QString &key)
{
    m_wanted = m_view->selectId(key) ? QString() : key;
}

void OwnerPane::showState()
{
    showCounts();
    if (!m_wanted.isEmpty() && m_view->selectId(m_wanted))
        m_wanted.clear();
    const QWidget *page = m_stack->currentWidget();
    if (!m_reading && (page == m_errorPage || page == m_unlisted))
        return;
    if (m_model->shown() > 0 || m_model->isArranging()) {
        m_stack->setCurrentWidget(m_view);
        return;
    }
    models::EmptyNotice notice{.icon = QStringLiteral("pd-package")};
    if (m_model->total() > 0) {
        notice.title = tr("No package matches");
        notice.text = tr("None has these words in its name, its newest tag or its source repository, and is of the kind that is chosen.");
        notice.actions = {{.id = QStringLiteral("clearFilter"), .label = tr("Show all")}};
    } else if (m_reading) {
        notice.icon = QStringLiteral("view-refresh");
        notice.title = tr("Reading the packages");
    } else {
        notice.title = tr("No packages yet");
        notice.text = tr("What is published to %1 shows here. A package that nobody may see without an account shows after signing in.")
                          .arg(m_owner.place);
        notice.actions = {{.id = QStringLiteral("openFolder"), .label = tr("Publish a folder…"), .rank = models::ActionRank::Primary}};
    }
    m_empty->setNotice(notice);
    m_stack->setCurrentWidget(m_empty);
}

void OwnerPane::showCounts()
{
    for (Chip *chip : std::as_const(m_kinds)) {
        const auto kind = static_cast<quint32>(m_chips->id(chip));
        chip->setCount(kind == 0 ? m_model->total() : m_model->categoryCount(kind));
    }
    for (QWidget *copy : std::as_const(m_copies))
        copy->setEnabled(m_model->shown() > 0);
}

void OwnerPane::copyMenu()
{
    popupActions({{.id = QStringLiteral("copyCsv"), .label = tr("Copy as CSV"), .icon = QStringLiteral("edit-copy")},
                     {.id = QStringLiteral("copyMarkdown"), .label = tr("Copy as Markdown"), .icon = QStringLiteral("edit-copy")}},
        m_copies.constLast(), [this](const QString &id) {
            const bool markdown = id == QLatin1StringView("copyMarkdown");
            Q_EMIT copyRequested(
                markdown ? m_model->asMarkdown() : m_model->asCsv(), markdown ? tr("the table as Markdown") : tr("the table as CSV"));
        });
}

void OwnerPane::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool OwnerPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && m_stack->currentWidget() == m_view) {
            m_view->setFocus(Qt::TabFocusReason);
            if (m_view->selectedIds().isEmpty())
                m_view->setCurrentIndex(m_model->index(0, 0));
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pd::ui
