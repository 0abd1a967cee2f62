// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rows.h"
#include "models/tagsmodel.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace pd::ui {

class EmptyState;
class ErrorCard;
class RowView;

/// The tags of one package. Details of the rows in sight are asked for and fill in place. Values in, wishes out.
class RepositoryPane final : public QWidget {
    Q_OBJECT
public:
    RepositoryPane(WorkerPool &pool, const Clock &clock, QWidget *parent = nullptr);

    /// Another package: what was shown goes.
    void clear();
    /// `more`: the registry has others, which come as they are scrolled to.
    void setTags(const QList<desk::RemoteTag> &tags, bool more = false);
    void fill(const desk::RemoteTag &tag);
    void setLoading();
    void setError(const Error &error);
    [[nodiscard]] QString selectedTag() const;
    void select(const QString &tag);

Q_SIGNALS:
    void selectionChanged();
    /// Details of these tags, from the top, the whole wish.
    void detailsWanted(const QStringList &tags);
    /// The last of the tags is in sight.
    void moreWanted();
    void activated(const QString &tag);
    void triggered(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showState();
    void lookDown();

    models::TagsModel *m_model;
    QLabel *m_count;
    QLabel *m_reading;
    QStackedWidget *m_stack;
    RowView *m_view;
    EmptyState *m_empty;
    QWidget *m_errorPage;
    ErrorCard *m_error;
    QString m_wanted;
    bool m_more = false;
    bool m_settled = true; ///< What is shown is what was given last.
};

} // namespace pd::ui
