// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "modelroles.h"

#include <QAbstractItemModel>
#include <QJsonValue>

#include <memory>
#include <vector>

namespace pd::models {

/// A parsed JSON value as a tree of names and values, for results of queries. Children are made when a view asks for them
/// (`canFetchMore`), so that a large result costs what is looked at. Objects by name, arrays in their order; of a level with very many
/// children the first `Page` show until more are fetched.
///
/// GUI thread.
class JsonTreeModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Columns { Name, Value, ColumnCount };
    /// Children that are made at once.
    static constexpr int Page = 500;
    /// Characters of a string that a cell shows; `CopyRole` has all.
    static constexpr int LongestShown = 2000;

    explicit JsonTreeModel(QObject *parent = nullptr);
    ~JsonTreeModel() override;

    /// Shows another value, by a reset. A value that is neither object nor array is one row without a name.
    void setValue(const QJsonValue &value);
    void clear();

    /// Rego's path of a row: `deny[0]`, `roles.admin`, `labels["a b"]`.
    [[nodiscard]] QString path(const QModelIndex &index) const;
    [[nodiscard]] QJsonValue value(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    using QObject::parent;

private:
    struct Node;
    [[nodiscard]] Node *node(const QModelIndex &index) const;
    [[nodiscard]] static QString valueText(const Node &node);
    [[nodiscard]] static QVariant valueData(const Node &node, int role);
    [[nodiscard]] static QVariant nameData(const Node &node, int role);

    std::unique_ptr<Node> m_root;
};

} // namespace pd::models
