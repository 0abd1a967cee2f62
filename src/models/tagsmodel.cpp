// SPDX-License-Identifier: GPL-3.0-or-later
#include "tagsmodel.h"

#include "format.h"

#include "oci/semver.h"

namespace pd::models {

namespace {

/// How much a tag tells about what it names.
int worth(const QString &tag)
{
    if (const auto version = oci::SemVer::parse(tag))
        return version->preRelease.isEmpty() ? 3 : 2;
    const bool hasDigit = std::ranges::any_of(tag, [](QChar c) { return c.isDigit(); });
    return hasDigit ? 1 : 0;
}

} // namespace

TagsTable::TagsTable(QList<TagRow> rows)
    : ListTable(std::move(rows))
{
    for (const TagRow &row : this->rows()) {
        if (row.tag.digest.isEmpty())
            continue;
        QString &best = m_telling[row.tag.digest];
        best = moreTelling(best, row.tag.tag);
    }
}

QString TagsTable::moreTelling(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() ? b : a;
    const int worthA = worth(a);
    const int worthB = worth(b);
    if (worthA != worthB)
        return worthA > worthB ? a : b;
    if (worthA >= 2) {
        const auto order = *oci::SemVer::parse(a) <=> *oci::SemVer::parse(b);
        if (order != 0)
            return order > 0 ? a : b;
    }
    // Neither tells more: the same one, whichever came first.
    return std::min(a, b);
}

QString TagsTable::searchText(int row) const
{
    const desk::RemoteTag &tag = at(row).tag;
    return QString(tag.tag + u'\n' + tag.digest + u'\n' + tag.revision);
}

quint32 TagsTable::categories(int row) const
{
    return at(row).tag.read ? 0U : quint32(TagsModel::Unread);
}

Ranks TagsTable::ranks(int column, std::stop_token stop) const
{
    const auto tags = [this, &stop] { return rankTags(texts([](const TagRow &row) { return row.tag.tag; }), stop); };
    switch (column) {
    case TagsModel::Tag: return tags();
    case TagsModel::Digest:
        return rankValues([](const TagRow &row) { return QStringView(row.tag.digest); },
            [](const TagRow &row) { return row.tag.digest.isEmpty(); }, stop);
    case TagsModel::Published: {
        // The tags of one push have one time; then the newest first means `latest`, 2.1.0, 2.1, 2.
        const Ranks names = tags();
        if (names.empty())
            return names;
        return rankBy(
            count(),
            [&](int a, int b) {
                const qint64 x = at(a).tag.published.toMSecsSinceEpoch();
                const qint64 y = at(b).tag.published.toMSecsSinceEpoch();
                return x != y ? x < y : names[static_cast<size_t>(a)] < names[static_cast<size_t>(b)];
            },
            [&](int row) { return !at(row).tag.published.isValid(); }, stop);
    }
    case TagsModel::Revision: return rankTexts(texts([](const TagRow &row) { return row.tag.revision; }), stop);
    default: return rankValues([](const TagRow &row) { return row.tag.size; }, [](const TagRow &row) { return row.tag.size < 0; }, stop);
    }
}

TagsModel::TagsModel(WorkerPool &pool, const Clock &clock, QObject *parent)
    : FilledModel(pool, parent)
    , m_clock(clock)
{
}

void TagsModel::setTags(const QList<desk::RemoteTag> &tags, bool stale)
{
    m_told.clear();
    setList([tags, stale, before = earlier()] {
        QList<TagRow> rows;
        rows.reserve(tags.size());
        for (const desk::RemoteTag &tag : tags) {
            const auto old = tag.read ? std::nullopt : before.find(tag.tag);
            // What stands there under another digest tells nothing about this one.
            const bool carries = old && old->tag.read && (tag.digest.isEmpty() || tag.digest == old->tag.digest);
            rows.append(carries ? TagRow{old->tag, true} : TagRow{tag, stale});
        }
        return rows;
    });
}

void TagsModel::fill(const desk::RemoteTag &tag)
{
    if (!tag.digest.isEmpty()) {
        const QString before = tellingOf(tag.digest);
        const QString best = TagsTable::moreTelling(before, tag.tag);
        m_told.insert(tag.digest, best);
        // Other tags of this digest say another name now.
        fillRow({tag, false});
        if (best != before && rowCount() > 0)
            Q_EMIT dataChanged(index(0, Tag), index(rowCount() - 1, Tag), {NoteRole});
        return;
    }
    fillRow({tag, false});
}

void TagsModel::setNew(const QSet<QString> &tags)
{
    m_new = tags;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Tag), index(rowCount() - 1, Tag), {BadgesRole});
}

int TagsModel::unreadFor(int column) const
{
    int unread = 0;
    const auto *rows = static_cast<const TagsTable *>(table());
    for (int row = 0; column != Tag && row < total(); ++row) {
        const desk::RemoteTag &tag = rows ? value(row).tag : desk::RemoteTag();
        const bool missing = (column == Digest && tag.digest.isEmpty()) || (column == Published && !tag.published.isValid())
            || (column == Revision && tag.revision.isEmpty()) || (column == Size && tag.size < 0);
        if (missing && !tag.read && tag.problem.isEmpty())
            ++unread;
    }
    return unread;
}

int TagsModel::versions() const
{
    const auto *rows = static_cast<const TagsTable *>(table());
    if (!rows)
        return 0;
    qsizetype count = rows->telling().size();
    for (auto told = m_told.cbegin(); told != m_told.cend(); ++told)
        count += rows->telling().contains(told.key()) ? 0 : 1;
    return static_cast<int>(count);
}

int TagsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant TagsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return sideOf(section == Size);
    if (role != Qt::DisplayRole)
        return {};
    const std::array names{tr("Tag"), tr("Digest"), tr("Published"), tr("Revision"), tr("Size")};
    return names[static_cast<size_t>(section)];
}

bool TagsModel::wantsDetails(int tableRow) const
{
    const TagRow &row = value(tableRow);
    return row.stale || (!row.tag.read && row.tag.problem.isEmpty());
}

QString TagsModel::sameAs(const desk::RemoteTag &tag) const
{
    if (!tag.sameAs.isEmpty() || tag.digest.isEmpty())
        return tag.sameAs;
    const QString best = tellingOf(tag.digest);
    return best == tag.tag ? QString() : best;
}

QString TagsModel::tellingOf(const QString &digest) const
{
    const auto *rows = static_cast<const TagsTable *>(table());
    const QString best = TagsTable::moreTelling(rows ? rows->telling().value(digest) : QString(), m_told.value(digest));
    // It may have been read again meanwhile, and point elsewhere.
    const auto now = rowCalled(best);
    return now && now->tag.digest == digest ? best : QString();
}

QVariant TagsModel::cell(int tableRow, int column, int role) const
{
    return make(value(tableRow), column).answer(role);
}

Cell TagsModel::make(const TagRow &row, int column) const
{
    const desk::RemoteTag &tag = row.tag;
    const auto cell = [&]() -> Cell {
        switch (column) {
        case Tag: {
            const QString other = sameAs(tag);
            Cell name{.kind = RowKind::Strong, .text = tag.tag, .tip = tag.tag, .value = tag.tag};
            if (!tag.problem.isEmpty())
                name.note = tr("details cannot be read");
            else if (!other.isEmpty())
                name.note = tr("same as %1").arg(other);
            if (m_new.contains(tag.tag))
                name.badges.append({.text = tr("new"), .icon = {}});
            return name;
        }
        case Digest: return digestCell(tag.digest);
        case Published: return timeCell(tag.published, m_clock.now());
        case Revision:
            // Read, and without a revision: then there is none, which is not a dash.
            if (tag.revision.isEmpty() && !tag.read)
                return notReadCell();
            return {.kind = RowKind::Mono,
                .tone = Tone::Quiet,
                .text = shortRevision(tag.revision),
                .tip = tag.revision,
                .copy = tag.revision,
                .value = tag.revision};
        default: return sizeCell(tag.size);
        }
    };
    Cell made = cell();
    made.stale = row.stale;
    return made;
}

} // namespace pd::models
