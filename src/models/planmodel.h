// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cells.h"

#include "core/clock.h"
#include "desk/requests.h"

#include <QAbstractItemModel>

namespace pd::models {

/// A plan to delete, as rows under two heads: the versions that go, or those that are refused with it. Each row says all its tags, since all of
/// them go with it. Rows stand as the plan has them, tagged ones before those without a tag, newest first.
class PlanModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Columns { Version, Why, Age, Size, ColumnCount };

    /// `clock` must outlive it.
    explicit PlanModel(const Clock &clock, QObject *parent = nullptr);

    void setPlan(const desk::DeletePlan &plan);
    void clear();
    [[nodiscard]] const QList<desk::DeleteItem> &items() const { return m_items; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] Cell headCell() const;
    [[nodiscard]] Cell itemCell(const desk::DeleteItem &item, int column) const;

    const Clock &m_clock;
    QList<desk::DeleteItem> m_items;
    bool m_refused = false;
};

/// Why a version goes, in words: "tagged latest, 2.1.0", "without a tag".
[[nodiscard]] QString planReason(const desk::DeleteItem &item);

/// Why a plan cannot be carried out, in words, for `DeletePlan::refusal`; empty where it can.
[[nodiscard]] QString planRefusal(const desk::DeletePlan &plan);

} // namespace pd::models
