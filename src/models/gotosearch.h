// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gotoitem.h"

#include "core/workerpool.h"

#include <QObject>
#include <QPointer>

namespace pd::models {

/// How well `text` answers to `word`: 0 not at all, more is better, below 1,000. The whole text before its beginning, before the
/// beginning of a word in it, before any place, before letters that only follow each other in this order ("plrb" for "policy-rbac").
/// Shorter texts first where all else is equal. Any case.
[[nodiscard]] int matchScore(QStringView text, QStringView word);

/// What of the items answers to a query.
struct GoToResults {
    struct Group {
        QString title;
        QList<GoToItem> shown; ///< The best first.
        int hidden = 0; ///< How many more there are.
        friend bool operator==(const Group &, const Group &) = default;
    };
    QString query;
    QList<Group> groups; ///< In the order in which the items have them, so that nothing jumps while somebody types.
    int total = 0;
    friend bool operator==(const GoToResults &, const GoToResults &) = default;
};

/// A query of several words needs all of them, each in the text, the note or the digest; one that begins with ">" asks for actions alone. Error:
/// cancelled. Any thread.
[[nodiscard]] Result<GoToResults> searchGoTo(const QList<GoToItem> &items, const QString &query, int perGroup, std::stop_token stop);

/// The search of *Go to anything* over everything that is known, in the worker pool; a newer query stops the older one. GUI thread.
class GoToSearch final : public QObject {
    Q_OBJECT
public:
    /// `pool` must outlive it.
    explicit GoToSearch(WorkerPool &pool, QObject *parent = nullptr);
    ~GoToSearch() override;

    /// What can be found; in the order of groups, and within a group the most recent first (it stands first where scores are equal).
    void setItems(QList<GoToItem> items);
    void search(const QString &query, int perGroup = 6);

Q_SIGNALS:
    void found(const pd::models::GoToResults &results);

private:
    struct Job;
    static Task<void> follow(QPointer<GoToSearch> self, WorkerPool &pool, Job job);

    WorkerPool &m_pool;
    QList<GoToItem> m_items;
    std::stop_source m_stop;
    quint64 m_generation = 0;
};

} // namespace pd::models
