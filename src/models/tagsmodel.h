// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cells.h"
#include "filledmodel.h"

#include "core/clock.h"
#include "desk/rows.h"

#include <QSet>

namespace pd::models {

/// A tag, and whether its details are those of an earlier visit.
struct TagRow {
    desk::RemoteTag tag;
    bool stale = false;
    friend bool operator==(const TagRow &, const TagRow &) = default;
};

class TagsTable final : public ListTable<TagRow> {
public:
    explicit TagsTable(QList<TagRow> rows);
    [[nodiscard]] static QString keyOf(const TagRow &row) { return row.tag.tag; }

    [[nodiscard]] QString key(int row) const override { return at(row).tag.tag; }
    [[nodiscard]] QString searchText(int row) const override;
    [[nodiscard]] quint32 categories(int row) const override;
    [[nodiscard]] Ranks ranks(int column, std::stop_token stop) const override;

    /// The most telling tag of each digest: a whole version before a part of one before a name.
    [[nodiscard]] const QHash<QString, QString> &telling() const { return m_telling; }
    [[nodiscard]] static QString moreTelling(const QString &a, const QString &b);

private:
    QHash<QString, QString> m_telling;
};

/// The tags of a package. Digest, date, revision and size fill for the rows in sight.
class TagsModel final : public FilledModel<TagRow, TagsTable> {
    Q_OBJECT
public:
    enum Columns { Tag, Digest, Published, Revision, Size, ColumnCount };
    enum Category : quint32 { Unread = 1 };

    /// Both must outlive it.
    TagsModel(WorkerPool &pool, const Clock &clock, QObject *parent = nullptr);

    /// The same package's tags as they are now; call `clear` before those of another one. Details that were read before stay, stale, until
    /// they are read again; `stale` says that the whole list is from an earlier visit.
    void setTags(const QList<desk::RemoteTag> &tags, bool stale = false);
    /// Details arrived, or the reason why they cannot be read. A tag that is not in the list is ignored.
    void fill(const desk::RemoteTag &tag);
    /// The tags that the person has not seen before.
    void setNew(const QSet<QString> &tags);

    /// Tags whose details would have to be read before the list can be sorted by this column.
    [[nodiscard]] int unreadFor(int column) const;
    /// Distinct digests among those that are known.
    [[nodiscard]] int versions() const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QVariant cell(int tableRow, int column, int role) const override;
    [[nodiscard]] bool isTimeColumn(int column) const override { return column == Published; }
    [[nodiscard]] bool wantsDetails(int tableRow) const override;

private:
    [[nodiscard]] Cell make(const TagRow &row, int column) const;
    [[nodiscard]] QString sameAs(const desk::RemoteTag &tag) const;
    [[nodiscard]] QString tellingOf(const QString &digest) const;

    const Clock &m_clock;
    QSet<QString> m_new;
    QHash<QString, QString> m_told; ///< Like `TagsTable::telling`, for digests that were filled in since.
};

} // namespace pd::models
