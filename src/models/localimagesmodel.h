// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cells.h"
#include "filledmodel.h"

#include "core/clock.h"
#include "desk/rows.h"

namespace pd::models {

/// An image of this computer, beside what its registry has under that name.
struct LocalImageRow {
    enum class Compared {
        Unknown, ///< Not asked yet.
        OnlyHere,
        Same,
        Newer, ///< The registry's tag points to something younger.
        Other, ///< It points to something else, and nobody knows what is younger.
        Publishing, ///< On its way there now.
        Foreign, ///< Its registry is not one of the user's: nobody is asked.
        NoAccount, ///< The registry does not tell without an account, or not to this one.
        OutOfReach,
        Failed, ///< The registry answered something else.
    };
    desk::LocalImage image;
    Compared compared = Compared::Unknown;
    int permille = -1; ///< How far it is published; −1 unknown.
    friend bool operator==(const LocalImageRow &, const LocalImageRow &) = default;
};

class LocalImagesTable final : public ListTable<LocalImageRow> {
public:
    using ListTable::ListTable;
    [[nodiscard]] static QString keyOf(const LocalImageRow &row) { return row.image.reference(); }

    [[nodiscard]] QString key(int row) const override { return keyOf(at(row)); }
    [[nodiscard]] QString searchText(int row) const override;
    [[nodiscard]] quint32 categories(int row) const override;
    [[nodiscard]] bool grouped() const override { return true; }
    [[nodiscard]] QString group(int row) const override { return at(row).image.repository; }
    [[nodiscard]] qint64 weight(int row) const override { return at(row).image.size; }
    [[nodiscard]] QString weightId(int row) const override { return at(row).image.digest; }
    [[nodiscard]] Ranks ranks(int column, std::stop_token stop) const override;
    [[nodiscard]] bool groupsByName(int column) const override;
};

/// An image of this computer beside what its registry has under the same name now.
[[nodiscard]] LocalImageRow::Compared compare(const desk::LocalImage &here, const desk::RemoteTag &there);

/// *Local images*: tags under their repositories, those without one last.
class LocalImagesModel final : public FilledModel<LocalImageRow, LocalImagesTable> {
    Q_OBJECT
public:
    enum Columns { Tag, Image, Built, Size, Compared, ColumnCount };
    enum Category : quint32 { OnlyHere = 1, NewerOnRegistry = 2, Broken = 4 };

    /// Both must outlive it.
    LocalImagesModel(WorkerPool &pool, const Clock &clock, QObject *parent = nullptr);

    /// What stands in the store now. What was compared before stays, as long as the digest is the same.
    void setImages(const QList<desk::LocalImage> &images);
    /// Tells what the registry has under `reference`; unknown ones are ignored. Chips count it with the next `setImages` or key,
    /// or at once by `recount`.
    void setCompared(const QString &reference, LocalImageRow::Compared compared, int permille = -1);
    void recount() { request(); }

    /// More groups than a person reads are better closed: the view opens none by itself.
    [[nodiscard]] bool startsCollapsed() const { return shown() > 2000; }
    /// The rows of a group as they show; all under all groups for an invalid index.
    [[nodiscard]] QStringList referencesIn(const QModelIndex &group) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QVariant cell(int tableRow, int column, int role) const override;
    [[nodiscard]] QVariant groupCell(const Arrangement::Group &group, int column, int role) const override;
    [[nodiscard]] bool isTimeColumn(int column) const override { return column == Built; }

private:
    [[nodiscard]] Cell make(const LocalImageRow &row, int column) const;

    const Clock &m_clock;
};

} // namespace pd::models
