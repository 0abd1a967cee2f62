// SPDX-License-Identifier: GPL-3.0-or-later
#include "localimagesmodel.h"

#include "format.h"

namespace pd::models {

QString LocalImagesTable::searchText(int row) const
{
    const desk::LocalImage &image = at(row).image;
    QString text = image.reference();
    for (const QString &more : {image.digest, image.revision}) {
        text += u'\n';
        text += more;
    }
    return text;
}

quint32 LocalImagesTable::categories(int row) const
{
    quint32 bits = 0;
    if (at(row).compared == LocalImageRow::Compared::OnlyHere)
        bits |= LocalImagesModel::OnlyHere;
    if (at(row).compared == LocalImageRow::Compared::Newer)
        bits |= LocalImagesModel::NewerOnRegistry;
    if (!at(row).image.problem.isEmpty())
        bits |= LocalImagesModel::Broken;
    return bits;
}

Ranks LocalImagesTable::ranks(int column, std::stop_token stop) const
{
    switch (column) {
    case LocalImagesModel::Tag: return rankTags(texts([](const LocalImageRow &row) { return row.image.tag; }), stop);
    case LocalImagesModel::Image:
        return rankValues([](const LocalImageRow &row) { return QStringView(row.image.digest); },
            [](const LocalImageRow &row) { return row.image.digest.isEmpty(); }, stop);
    case LocalImagesModel::Built:
        return rankValues([](const LocalImageRow &row) { return row.image.built.toMSecsSinceEpoch(); },
            [](const LocalImageRow &row) { return !row.image.built.isValid(); }, stop);
    case LocalImagesModel::Size:
        return rankValues(
            [](const LocalImageRow &row) { return row.image.size; }, [](const LocalImageRow &row) { return row.image.size < 0; }, stop);
    default:
        return rankValues([](const LocalImageRow &row) { return row.compared; },
            [](const LocalImageRow &row) { return row.compared == LocalImageRow::Compared::Unknown; }, stop);
    }
}

bool LocalImagesTable::groupsByName(int column) const
{
    return column == LocalImagesModel::Tag;
}

LocalImageRow::Compared compare(const desk::LocalImage &here, const desk::RemoteTag &there)
{
    if (there.digest == here.digest)
        return LocalImageRow::Compared::Same;
    return there.published.isValid() && here.built.isValid() && there.published > here.built ? LocalImageRow::Compared::Newer
                                                                                             : LocalImageRow::Compared::Other;
}

LocalImagesModel::LocalImagesModel(WorkerPool &pool, const Clock &clock, QObject *parent)
    : FilledModel(pool, parent)
    , m_clock(clock)
{
}

void LocalImagesModel::setImages(const QList<desk::LocalImage> &images)
{
    setList([images, before = earlier()] {
        QList<LocalImageRow> rows;
        rows.reserve(images.size());
        for (const desk::LocalImage &image : images) {
            LocalImageRow row{image, LocalImageRow::Compared::Unknown, -1};
            if (image.repository.isEmpty())
                row.compared = LocalImageRow::Compared::OnlyHere;
            else if (const auto old = before.find(image.reference()); old && old->image.digest == image.digest)
                row = {image, old->compared, old->permille};
            rows.append(std::move(row));
        }
        return rows;
    });
}

void LocalImagesModel::setCompared(const QString &reference, LocalImageRow::Compared compared, int permille)
{
    std::optional<LocalImageRow> row = rowCalled(reference);
    if (!row)
        return;
    row->compared = compared;
    row->permille = permille;
    fillRow(*row);
}

QStringList LocalImagesModel::referencesIn(const QModelIndex &group) const
{
    QStringList references;
    if (!group.isValid()) {
        for (int row = 0; row < rowCount(); ++row)
            references += referencesIn(index(row, 0));
        return references;
    }
    for (int row = 0; row < rowCount(group); ++row)
        references.append(rowKey(index(row, 0, group)));
    return references;
}

int LocalImagesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant LocalImagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return sideOf(section == Size);
    if (role != Qt::DisplayRole)
        return {};
    const std::array names{tr("Tag"), tr("Image"), tr("Built"), tr("Size"), tr("Compared with the registry")};
    return names[static_cast<size_t>(section)];
}

QVariant LocalImagesModel::cell(int tableRow, int column, int role) const
{
    return make(value(tableRow), column).answer(role);
}

Cell LocalImagesModel::make(const LocalImageRow &row, int column) const
{
    const desk::LocalImage &image = row.image;
    switch (column) {
    case Tag: return {.kind = RowKind::Strong, .text = image.tag, .tip = image.reference(), .copy = image.reference(), .value = image.tag};
    case Image: {
        Cell cell = digestCell(image.digest);
        if (!image.digest.isEmpty())
            cell.tip += QString(u'\n' + tr("Its 12 digits are the Image ID in the Policy CLI"));
        return cell;
    }
    case Built: return timeCell(image.built, m_clock.now());
    case Size: return sizeCell(image.size);
    default: break;
    }
    const auto check = [&row](Tone tone, const char *icon, Tone iconTone, const QString &words) {
        return Cell{.kind = RowKind::Check,
            .tone = tone,
            .text = words,
            .icon = QString::fromLatin1(icon),
            .iconTone = iconTone,
            .value = static_cast<int>(row.compared)};
    };
    if (!image.problem.isEmpty())
        return check(Tone::Plain, "pd-warning", Tone::Warn, tr("Cannot be used: damaged"));
    switch (row.compared) {
    case LocalImageRow::Compared::OnlyHere: return check(Tone::Plain, "computer", Tone::Quiet, tr("Only on this computer"));
    case LocalImageRow::Compared::Same: return check(Tone::Quiet, "checkmark", Tone::Ok, tr("Same as the registry"));
    case LocalImageRow::Compared::Newer: return check(Tone::Plain, "cloud-download", Tone::Warn, tr("Newer on the registry"));
    case LocalImageRow::Compared::Other: return check(Tone::Plain, "vcs-diff", Tone::Warn, tr("Differs from the registry"));
    case LocalImageRow::Compared::Publishing:
        return check(Tone::Plain, "cloud-upload", Tone::Quiet,
            row.permille < 0 ? tr("Being published") : tr("Being published, %1 %").arg(row.permille / 10));
    case LocalImageRow::Compared::Foreign: return check(Tone::Quiet, "pd-minus", Tone::Quiet, tr("Not asked, not your registry"));
    case LocalImageRow::Compared::NoAccount: return check(Tone::Quiet, "pd-lock", Tone::Quiet, tr("Not told without an account"));
    case LocalImageRow::Compared::OutOfReach: return check(Tone::Quiet, "pd-offline", Tone::Quiet, tr("Out of reach"));
    case LocalImageRow::Compared::Failed: return check(Tone::Quiet, "pd-warning", Tone::Quiet, tr("The registry did not tell"));
    case LocalImageRow::Compared::Unknown: break;
    }
    return notReadCell();
}

QVariant LocalImagesModel::groupCell(const Arrangement::Group &group, int column, int role) const
{
    const PreparedTable &all = *arrangement()->table;
    const QString &name = all.groupName(group.id);
    if (role == KindRole)
        return static_cast<int>(RowKind::Group);
    if (column != Tag)
        return {};
    const QString shownName = name.isEmpty() ? tr("Without a repository") : name;
    const int inAll = all.groupTotal(group.id);
    const QString size = sizeText(group.weight);
    const QString words = group.count == inAll
        ? tr("%1, %2", "4 images, 67.1 KiB").arg(imagesText(group.count), size)
        : tr("%1 of %2 match, %3", "18 of 204 match, 3.4 MiB").arg(numberText(group.count), numberText(inAll), size);
    Cell cell{.kind = RowKind::Group, .text = shownName, .note = words, .tip = shownName, .copy = name, .value = name};
    cell.accessible = tr("%1, %2", "repository, 4 images").arg(shownName, words);
    return cell.answer(role);
}

} // namespace pd::models
