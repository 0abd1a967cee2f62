// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontreemodel.h"

#include "cells.h"
#include "format.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pd::models {

struct JsonTreeModel::Node {
    Node *above = nullptr;
    int row = 0;
    QString name; ///< Empty in an array: the row is the name.
    QJsonValue value;
    QStringList keys; ///< Of an object, sorted; made with the first child.
    std::vector<std::unique_ptr<Node>> below;

    [[nodiscard]] int total() const
    {
        if (value.isArray())
            return static_cast<int>(value.toArray().size());
        return value.isObject() ? static_cast<int>(value.toObject().size()) : 0;
    }
    [[nodiscard]] bool isElement() const { return above && above->value.isArray(); }
    [[nodiscard]] bool isIdentifier() const
    {
        return !name.isEmpty() && !name.front().isDigit()
            && std::ranges::all_of(name, [](QChar c) { return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber()); });
    }
    void add(int count);
};

namespace {

QString quoted(const QString &text)
{
    // The array lends the string its quotes and escapes.
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

QString compact(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

} // namespace

void JsonTreeModel::Node::add(int count)
{
    const QJsonArray array = value.toArray();
    const QJsonObject object = value.toObject();
    if (value.isObject() && keys.isEmpty())
        keys = object.keys();
    const int end = std::min(total(), static_cast<int>(below.size()) + count);
    for (int i = static_cast<int>(below.size()); i < end; ++i) {
        auto made = std::make_unique<Node>();
        made->above = this;
        made->row = i;
        made->name = value.isObject() ? keys[i] : QString();
        made->value = value.isObject() ? object.value(keys[i]) : array.at(i);
        below.push_back(std::move(made));
    }
}

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setValue(const QJsonValue &value)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    if (value.isObject() || value.isArray()) {
        m_root->value = value;
        m_root->add(Page);
    } else if (!value.isUndefined()) {
        auto only = std::make_unique<Node>();
        only->above = m_root.get();
        only->value = value;
        m_root->below.push_back(std::move(only));
    }
    endResetModel();
}

void JsonTreeModel::clear()
{
    setValue(QJsonValue(QJsonValue::Undefined));
}

JsonTreeModel::Node *JsonTreeModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QString JsonTreeModel::path(const QModelIndex &index) const
{
    QStringList steps;
    for (const Node *at = node(index); at && at->above; at = at->above) {
        if (at->isElement())
            steps.prepend(QStringLiteral("[%1]").arg(at->row));
        else if (at->isIdentifier())
            steps.prepend(at->above->above ? QString(u'.' + at->name) : at->name);
        else if (!at->name.isEmpty() || at->above->value.isObject())
            steps.prepend(QString(u'[' + quoted(at->name) + u']'));
    }
    return steps.join(QString());
}

QJsonValue JsonTreeModel::value(const QModelIndex &index) const
{
    return node(index)->value;
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent)->below[static_cast<size_t>(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    const Node *above = child.isValid() ? node(child)->above : nullptr;
    return !above || !above->above ? QModelIndex() : createIndex(above->row, 0, above);
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->below.size());
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return false;
    return parent.isValid() ? node(parent)->total() > 0 : !m_root->below.empty();
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *at = node(parent);
    return parent.column() <= 0 && static_cast<int>(at->below.size()) < at->total();
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Node *at = node(parent);
    const int first = static_cast<int>(at->below.size());
    beginInsertRows(parent, first, std::min(first + Page, at->total()) - 1);
    at->add(Page);
    endInsertRows();
}

QString JsonTreeModel::valueText(const Node &node)
{
    switch (node.value.type()) {
    case QJsonValue::Array:
    case QJsonValue::Object: return itemsText(node.total());
    case QJsonValue::String: return quoted(node.value.toString());
    default: return compact(node.value);
    }
}

QVariant JsonTreeModel::valueData(const Node &node, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        QString text = valueText(node);
        if (text.size() > LongestShown)
            text = QString(text.first(LongestShown) + QChar(u'…'));
        return role == Qt::DisplayRole ? text : toolTip(text);
    }
    case CopyRole: return compact(node.value);
    case ToneRole:
        if (node.value.isArray() || node.value.isObject())
            return static_cast<int>(Tone::Quiet);
        return static_cast<int>(node.value.isString() ? Tone::Text : Tone::Number);
    default: return {};
    }
}

QVariant JsonTreeModel::nameData(const Node &node, int role)
{
    const QString name = node.isElement() ? QString::number(node.row) : node.name;
    switch (role) {
    case Qt::DisplayRole:
    case CopyRole: return name;
    case Qt::ToolTipRole: return toolTip(name);
    case ToneRole: return static_cast<int>(Tone::Plain);
    default: return {};
    }
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == KindRole)
        return static_cast<int>(RowKind::Mono);
    if (role == IdRole)
        return path(index);
    if (role == Qt::TextAlignmentRole)
        return sideOf(false);
    return index.column() == Name ? nameData(*node(index), role) : valueData(*node(index), role);
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Value");
}

} // namespace pd::models
