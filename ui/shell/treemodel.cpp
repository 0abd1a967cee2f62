// SPDX-License-Identifier: GPL-3.0-or-later
#include "treemodel.h"

#include "widgets/rowview.h"

namespace pd::ui {

using models::RowKind;
using models::Tone;

struct TreeModel::Item {
    Item *parent = nullptr;
    int row = 0;
    const models::TreeSection *section = nullptr;
    const models::TreeNode *node = nullptr; ///< neither: the words of an empty section
    QString emptyText;
    std::vector<std::unique_ptr<Item>> children;

    Item *add()
    {
        auto child = std::make_unique<Item>();
        child->parent = this;
        child->row = static_cast<int>(children.size());
        children.push_back(std::move(child));
        return children.back().get();
    }
};

TreeModel::TreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Item>())
{
}

TreeModel::~TreeModel() = default;

void TreeModel::setSnapshot(const models::TreeSnapshot &snapshot)
{
    beginResetModel();
    m_snapshot = snapshot;
    m_root = std::make_unique<Item>();
    for (const models::TreeSection &section : std::as_const(m_snapshot.sections)) {
        Item *head = m_root->add();
        head->section = &section;
        addNodes(head, section.nodes);
        if (section.nodes.isEmpty() && !section.emptyText.isEmpty())
            head->add()->emptyText = section.emptyText;
    }
    endResetModel();
}

void TreeModel::addNodes(Item *parent, const QList<models::TreeNode> &nodes)
{
    for (const models::TreeNode &node : nodes) {
        Item *child = parent->add();
        child->node = &node;
        addNodes(child, node.children);
    }
}

const TreeModel::Item *TreeModel::item(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Item *>(index.constInternalPointer()) : m_root.get();
}

QModelIndex TreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Item *above = item(parent);
    if (column != 0 || row < 0 || row >= static_cast<int>(above->children.size()))
        return {};
    return createIndex(row, 0, above->children[static_cast<size_t>(row)].get());
}

QModelIndex TreeModel::parent(const QModelIndex &child) const
{
    Item *above = item(child)->parent;
    return !above || above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(item(parent)->children.size());
}

int TreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool TreeModel::hasChildren(const QModelIndex &parent) const
{
    const Item *at = item(parent);
    return !at->children.empty() || (at->node && at->node->expandable);
}

QModelIndex TreeModel::find(const QString &id) const
{
    return id.isEmpty() ? QModelIndex() : findBelow({}, id);
}

QModelIndex TreeModel::findBelow(const QModelIndex &parent, const QString &id) const
{
    for (int row = 0; row < rowCount(parent); ++row) {
        const QModelIndex at = index(row, 0, parent);
        if (at.data(models::IdRole).toString() == id)
            return at;
        if (const QModelIndex below = findBelow(at, id); below.isValid())
            return below;
    }
    return {};
}

QVariant TreeModel::sectionData(const models::TreeSection &section, int role)
{
    switch (role) {
    case Qt::DisplayRole: return section.title;
    case models::IdRole: return section.id;
    case models::KindRole: return static_cast<int>(RowKind::Section);
    case models::TrailingIconRole: return section.addToolTip.isEmpty() ? QString() : QStringLiteral("list-add");
    case Qt::ToolTipRole: return section.addToolTip;
    default: return {};
    }
}

QVariant TreeModel::nodeData(const models::TreeNode &node, int role)
{
    switch (role) {
    case Qt::DisplayRole: return node.label;
    case models::IdRole: return node.id;
    case models::ToneRole: return static_cast<int>(node.more ? Tone::Faint : Tone::Plain);
    case models::IconToneRole: return static_cast<int>(node.more ? Tone::Faint : Tone::Quiet);
    case models::IconRole: return node.icon;
    case models::TrailingRole: return node.trailing;
    case models::TrailingIconRole: return node.stateIcon;
    case models::TrailingToneRole: return static_cast<int>(node.stateTone);
    case Qt::ToolTipRole: return node.toolTip;
    case Qt::AccessibleTextRole: return node.trailing.isEmpty() ? node.label : QString(node.label + QStringLiteral(", ") + node.trailing);
    default: return {};
    }
}

QVariant TreeModel::data(const QModelIndex &index, int role) const
{
    const Item *at = item(index);
    if (at->section)
        return sectionData(*at->section, role);
    if (at->node)
        return nodeData(*at->node, role);
    if (role == Qt::DisplayRole)
        return at->emptyText;
    if (role == models::ToneRole)
        return static_cast<int>(Tone::Faint);
    return {};
}

Qt::ItemFlags TreeModel::flags(const QModelIndex &index) const
{
    const Item *at = item(index);
    if (!at->node)
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace pd::ui
