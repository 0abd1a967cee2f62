// SPDX-License-Identifier: GPL-3.0-or-later
#include "packagesmodel.h"

#include "format.h"

namespace pd::models {

namespace {

using desk::RemotePackage;

QString csvField(QString text)
{
    if (!text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    if (std::ranges::any_of(text, [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; })) {
        text.replace(QLatin1StringView("\""), QLatin1StringView("\"\""));
        return QString(u'"' + text + u'"');
    }
    return text;
}

QString markdownField(QString text)
{
    for (const QChar special : QStringView(u"\\`*_[]<>|#"))
        text.replace(special, QString(QChar(u'\\') + special));
    return text.simplified();
}

QString joined(const QStringList &fields, QString (*field)(QString), QLatin1StringView between)
{
    QStringList made;
    for (const QString &text : fields)
        made.append(field(text));
    return made.join(between);
}

} // namespace

QString PackagesTable::keyOf(const RemotePackage &row)
{
    return QString(row.host + u'/' + row.repository);
}

QString PackagesTable::nameOf(const RemotePackage &row)
{
    return row.repository.sliced(row.repository.indexOf(u'/') + 1);
}

QString PackagesTable::searchText(int row) const
{
    const RemotePackage &package = at(row);
    return QString(package.repository + u'\n' + package.newestTag + u'\n' + package.sourceRepository);
}

quint32 PackagesTable::categories(int row) const
{
    switch (at(row).visibility) {
    case RemotePackage::Visibility::Public: return PackagesModel::Public;
    case RemotePackage::Visibility::Private: return PackagesModel::Private;
    case RemotePackage::Visibility::Internal: return PackagesModel::Internal;
    case RemotePackage::Visibility::Unknown: break;
    }
    return 0;
}

Ranks PackagesTable::ranks(int column, std::stop_token stop) const
{
    switch (column) {
    case PackagesModel::Package: return rankTexts(texts([](const RemotePackage &row) { return row.repository; }), stop);
    case PackagesModel::Visibility:
        return rankValues([](const RemotePackage &row) { return row.visibility; },
            [](const RemotePackage &row) { return row.visibility == RemotePackage::Visibility::Unknown; }, stop);
    case PackagesModel::NewestTag: return rankTags(texts([](const RemotePackage &row) { return row.newestTag; }), stop);
    case PackagesModel::Versions:
        return rankValues(
            [](const RemotePackage &row) { return row.versions; }, [](const RemotePackage &row) { return row.versions < 0; }, stop);
    case PackagesModel::Updated:
        return rankValues([](const RemotePackage &row) { return row.updated.toMSecsSinceEpoch(); },
            [](const RemotePackage &row) { return !row.updated.isValid(); }, stop);
    default: return rankTexts(texts([](const RemotePackage &row) { return row.sourceRepository; }), stop);
    }
}

PackagesModel::PackagesModel(WorkerPool &pool, const Clock &clock, QObject *parent)
    : FilledModel(pool, parent)
    , m_clock(clock)
{
}

void PackagesModel::setPackages(const QList<RemotePackage> &packages)
{
    setList([packages, before = earlier()] {
        QList<RemotePackage> rows = packages;
        for (RemotePackage &row : rows) {
            if (!row.newestTag.isEmpty())
                continue;
            if (const auto old = before.find(PackagesTable::keyOf(row)))
                row.newestTag = old->newestTag;
        }
        return rows;
    });
}

int PackagesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant PackagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return sideOf(section == Versions);
    return role == Qt::DisplayRole ? QVariant(exportedHeader().at(section)) : QVariant();
}

QVariant PackagesModel::cell(int tableRow, int column, int role) const
{
    return make(value(tableRow), column).answer(role);
}

Cell PackagesModel::make(const RemotePackage &row, int column) const
{
    switch (column) {
    case Package:
        return {.kind = RowKind::Strong,
            .text = PackagesTable::nameOf(row),
            .icon = QStringLiteral("pd-package"),
            .tip = PackagesTable::keyOf(row),
            .copy = PackagesTable::keyOf(row),
            .value = row.repository};
    case NewestTag:
        if (row.newestTag.isEmpty())
            return notReadCell();
        return {.tone = Tone::Quiet, .text = row.newestTag, .value = row.newestTag};
    case Versions: return numberCell(row.versions);
    case Updated: return timeCell(row.updated, m_clock.now());
    case SourceRepository:
        return {.tone = Tone::Quiet, .text = row.sourceRepository, .tip = row.sourceRepository, .value = row.sourceRepository};
    default: break;
    }
    if (row.visibility == RemotePackage::Visibility::Unknown)
        return notReadCell();
    Cell cell{.kind = RowKind::Badge,
        .accessible = visibilityText(row.visibility),
        .copy = visibilityText(row.visibility),
        .value = static_cast<int>(row.visibility)};
    cell.badges.append(visibilityBadge(row.visibility));
    return cell;
}

QString PackagesModel::visibilityText(RemotePackage::Visibility visibility)
{
    switch (visibility) {
    case RemotePackage::Visibility::Public: return tr("Public");
    case RemotePackage::Visibility::Private: return tr("Private");
    case RemotePackage::Visibility::Internal: return tr("Internal");
    case RemotePackage::Visibility::Unknown: break;
    }
    return {};
}

BadgeValue PackagesModel::visibilityBadge(RemotePackage::Visibility visibility)
{
    const QString text = visibilityText(visibility);
    switch (visibility) {
    case RemotePackage::Visibility::Public: return {text, QStringLiteral("pd-globe"), BadgeTone::Ok};
    case RemotePackage::Visibility::Private: return {text, QStringLiteral("pd-lock"), BadgeTone::Bare};
    case RemotePackage::Visibility::Internal: return {text, QStringLiteral("view-institution"), BadgeTone::Neutral};
    case RemotePackage::Visibility::Unknown: break;
    }
    return {};
}

QStringList PackagesModel::exportedHeader() const
{
    return {tr("Package"), tr("Visibility"), tr("Newest tag"), tr("Versions"), tr("Updated"), tr("Source repository")};
}

QStringList PackagesModel::exported(int row) const
{
    const RemotePackage package = rowAt(index(row, 0));
    return {PackagesTable::keyOf(package), visibilityText(package.visibility), package.newestTag,
        package.versions < 0 ? QString() : QString::number(package.versions), package.updated.toUTC().toString(Qt::ISODate),
        package.sourceRepository};
}

QString PackagesModel::asCsv() const
{
    QString text = joined(exportedHeader(), csvField, QLatin1StringView(","));
    text += QLatin1StringView("\r\n");
    for (int row = 0; row < shown(); ++row) {
        text += joined(exported(row), csvField, QLatin1StringView(","));
        text += QLatin1StringView("\r\n");
    }
    return text;
}

QString PackagesModel::asMarkdown() const
{
    const auto line = [](const QStringList &fields) {
        return QString(QLatin1StringView("| ") + joined(fields, markdownField, QLatin1StringView(" | ")) + QLatin1StringView(" |\n"));
    };
    QString text = line(exportedHeader());
    text += QLatin1StringView("| --- | --- | --- | ---: | --- | --- |\n");
    for (int row = 0; row < shown(); ++row)
        text += line(exported(row));
    return text;
}

} // namespace pd::models
