// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cells.h"
#include "filledmodel.h"

#include "core/clock.h"
#include "desk/rows.h"

namespace pd::models {

class PackagesTable final : public ListTable<desk::RemotePackage> {
public:
    using ListTable::ListTable;
    [[nodiscard]] static QString keyOf(const desk::RemotePackage &row);
    /// Without its owner.
    [[nodiscard]] static QString nameOf(const desk::RemotePackage &row);

    [[nodiscard]] QString key(int row) const override { return keyOf(at(row)); }
    [[nodiscard]] QString searchText(int row) const override;
    [[nodiscard]] quint32 categories(int row) const override;
    [[nodiscard]] Ranks ranks(int column, std::stop_token stop) const override;
};

/// The packages (or repositories) of an owner or a registry. *Newest tag* fills for the rows in sight.
class PackagesModel final : public FilledModel<desk::RemotePackage, PackagesTable> {
    Q_OBJECT
public:
    enum Columns { Package, Visibility, NewestTag, Versions, Updated, SourceRepository, ColumnCount };
    enum Category : quint32 { Public = 1, Private = 2, Internal = 4 };

    /// Both must outlive it.
    PackagesModel(WorkerPool &pool, const Clock &clock, QObject *parent = nullptr);

    /// The same owner's packages as they are now; call `clear` before those of another one. A newest tag that was read stays until it is
    /// read again.
    void setPackages(const QList<desk::RemotePackage> &packages);
    /// More is known about a package of the list; another one is ignored.
    void fill(const desk::RemotePackage &package) { fillRow(package); }

    /// "Public"; empty where nobody knows.
    [[nodiscard]] static QString visibilityText(desk::RemotePackage::Visibility visibility);
    /// Public stands out, private is quiet; the same pill wherever a package is shown.
    [[nodiscard]] static BadgeValue visibilityBadge(desk::RemotePackage::Visibility visibility);

    /// What shows, in its order, with the header: RFC 4180, each text that a spreadsheet would take for a formula behind an apostrophe.
    [[nodiscard]] QString asCsv() const;
    /// The same as a table of GitHub's Markdown.
    [[nodiscard]] QString asMarkdown() const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QVariant cell(int tableRow, int column, int role) const override;
    [[nodiscard]] bool isTimeColumn(int column) const override { return column == Updated; }
    [[nodiscard]] bool wantsDetails(int tableRow) const override { return value(tableRow).newestTag.isEmpty(); }

private:
    [[nodiscard]] Cell make(const desk::RemotePackage &row, int column) const;
    [[nodiscard]] QStringList exported(int row) const;
    [[nodiscard]] QStringList exportedHeader() const;

    const Clock &m_clock;
};

} // namespace pd::models
