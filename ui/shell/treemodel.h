// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/navigation.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace pd::ui {

/// The tree's rows from a `TreeSnapshot`. A new snapshot is one reset; the view puts back what was open.
class TreeModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    explicit TreeModel(QObject *parent = nullptr);
    ~TreeModel() override;

    void setSnapshot(const models::TreeSnapshot &snapshot);
    [[nodiscard]] const models::TreeSnapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] QModelIndex find(const QString &id) const;

    QModelIndex index(int row, int column, const QModelIndex &parent) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent) const override;
    int columnCount(const QModelIndex &parent) const override;
    bool hasChildren(const QModelIndex &parent) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Item;
    [[nodiscard]] const Item *item(const QModelIndex &index) const;
    static void addNodes(Item *parent, const QList<models::TreeNode> &nodes);
    [[nodiscard]] QModelIndex findBelow(const QModelIndex &parent, const QString &id) const;
    static QVariant sectionData(const models::TreeSection &section, int role);
    static QVariant nodeData(const models::TreeNode &node, int role);

    models::TreeSnapshot m_snapshot;
    std::unique_ptr<Item> m_root;
};

} // namespace pd::ui
