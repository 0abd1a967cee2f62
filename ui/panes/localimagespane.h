// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rows.h"
#include "models/localimagesmodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace pd::ui {

class Chip;
class EmptyState;
class RowView;

/// *Local images*: tags under their repositories, filtered as one types. Values in, references out.
class LocalImagesPane final : public QWidget {
    Q_OBJECT
public:
    LocalImagesPane(WorkerPool &pool, const Clock &clock, QWidget *parent = nullptr);

    void setImages(const QList<desk::LocalImage> &images);
    /// What the registry has under `reference`.
    void setCompared(const QString &reference, models::LocalImageRow::Compared compared);
    /// The chosen images; a chosen repository stands for all of its images that show.
    [[nodiscard]] QList<desk::LocalImage> selected() const;
    void select(const QString &reference);

Q_SIGNALS:
    void selectionChanged();
    /// Enter or double click.
    void activated(const QString &reference);
    void removeRequested();
    /// Images in sight, from the top.
    void sightChanged(const QStringList &references);
    void triggered(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showState();
    void tellSight();

    models::LocalImagesModel *m_model;
    QHash<QString, desk::LocalImage> m_images;
    QLineEdit *m_filter;
    QLabel *m_count;
    QStackedWidget *m_stack;
    RowView *m_view;
    EmptyState *m_empty;
    QString m_wanted; ///< Selected as soon as it is there.
};

} // namespace pd::ui
