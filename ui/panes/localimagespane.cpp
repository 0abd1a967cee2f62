// SPDX-License-Identifier: GPL-3.0-or-later
#include "localimagespane.h"

#include "models/format.h"
#include "widgets/controls.h"
#include "widgets/emptystate.h"
#include "widgets/icons.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace pd::ui {

LocalImagesPane::LocalImagesPane(WorkerPool &pool, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(new models::LocalImagesModel(pool, clock, this))
    , m_count(makeLabel({}, Type::Small, Role::Text2, this))
    , m_stack(new QStackedWidget(this))
    , m_view(new RowView(RowView::Layout::Table, tr("Local images"), this))
    , m_empty(new EmptyState(this))
{
    setAccessibleName(tr("Local images"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(16), 0, 0);
    column->setSpacing(px(8));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(px(16), 0, px(8), 0);
    head->setSpacing(px(8));
    head->addWidget(makeLabel(tr("Local images"), Type::Title, Role::Text, this));
    m_count->setContentsMargins(0, px(5), 0, 0);
    head->addWidget(m_count);
    head->addStretch(1);
    m_filter = makeField(QStringLiteral("view-filter"), tr("Filter images"), tr("Filter images"), this);
    m_filter->setObjectName(QStringLiteral("filterEdit"));
    m_filter->setFixedWidth(px(216));
    head->addWidget(m_filter);
    QPushButton *import
        = makeButton({.id = QStringLiteral("import"), .label = tr("Import…"), .icon = QStringLiteral("document-import")}, this);
    head->addWidget(import);
    QToolButton *refresh = makeIconButton(QStringLiteral("view-refresh"), tr("Refresh"), this);
    head->addWidget(refresh);
    column->addLayout(head);

    m_view->setObjectName(QStringLiteral("localImagesView"));
    m_view->setModel(m_model);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setColumnWidths({268, 128, 112, 96}, 192);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(models::LocalImagesModel::Built, Qt::DescendingOrder);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);

    connect(m_filter, &QLineEdit::textChanged, m_model, &models::LocalImagesModel::setFilter);
    connect(import, &QPushButton::clicked, this, [this] { Q_EMIT triggered(QStringLiteral("import")); });
    connect(refresh, &QToolButton::clicked, this, [this] { Q_EMIT triggered(QStringLiteral("refresh")); });
    connect(m_empty, &EmptyState::triggered, this, [this](const QString &id) {
        if (id == QLatin1StringView("clearFilter"))
            m_filter->clear();
        else
            Q_EMIT triggered(id);
    });
    connect(m_model, &models::LocalImagesModel::arranged, this, &LocalImagesPane::showState);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LocalImagesPane::selectionChanged);
    connect(m_view, &RowView::sightChanged, this, &LocalImagesPane::tellSight);
    connect(m_view, &RowView::rowActivated, this, [this](const QModelIndex &index) { Q_EMIT activated(m_model->rowKey(index)); });
    showState();
}

void LocalImagesPane::setImages(const QList<desk::LocalImage> &images)
{
    m_images.clear();
    for (const desk::LocalImage &image : images)
        m_images.insert(image.reference(), image);
    m_model->setImages(images);
}

void LocalImagesPane::setCompared(const QString &reference, models::LocalImageRow::Compared compared)
{
    m_model->setCompared(reference, compared);
}

QList<desk::LocalImage> LocalImagesPane::selected() const
{
    QStringList references;
    for (const QModelIndex &row : m_view->selectionModel()->selectedRows())
        references += m_model->hasChildren(row) ? m_model->referencesIn(row) : QStringList{m_model->rowKey(row)};
    // An image may be chosen by itself and with its repository.
    references.removeDuplicates();
    QList<desk::LocalImage> images;
    for (const QString &reference : std::as_const(references)) {
        if (const auto found = m_images.constFind(reference); found != m_images.constEnd())
            images.append(*found);
    }
    return images;
}

void LocalImagesPane::tellSight()
{
    QStringList references;
    for (const QModelIndex &row : m_view->rowsInSight()) {
        if (!m_model->hasChildren(row))
            references.append(m_model->rowKey(row));
    }
    Q_EMIT sightChanged(references);
}

void LocalImagesPane::select(const QString &reference)
{
    m_wanted = m_view->selectId(reference) ? QString() : reference;
}

void LocalImagesPane::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Delete) && !selected().isEmpty())
        Q_EMIT removeRequested();
    else
        QWidget::keyPressEvent(event);
}

void LocalImagesPane::showState()
{
    m_count->setText(models::imagesText(m_model->total()) + QStringLiteral(", ") + models::sizeText(m_model->totalWeight()));
    if (!m_model->startsCollapsed())
        m_view->expandAll();
    if (!m_wanted.isEmpty() && m_view->selectId(m_wanted))
        m_wanted.clear();
    if (m_model->shown() > 0) {
        m_stack->setCurrentWidget(m_view);
        return;
    }
    models::EmptyNotice notice;
    notice.icon = QStringLiteral("drive-harddisk");
    if (m_model->total() == 0) {
        notice.title = tr("No images on this computer");
        notice.text = tr("Build one from a folder, pull one from a registry, or import a bundle. The Policy CLI's images show here too.");
        notice.actions.append({.id = QStringLiteral("openFolder"), .label = tr("Open a folder…"), .rank = models::ActionRank::Primary});
    } else {
        notice.title = tr("No image matches");
        notice.text = tr("Nothing here has these words in its repository, tag, digest, revision or annotations.");
        notice.actions.append({.id = QStringLiteral("clearFilter"), .label = tr("Show all")});
    }
    m_empty->setNotice(notice);
    m_stack->setCurrentWidget(m_empty);
}

} // namespace pd::ui
