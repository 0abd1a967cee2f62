// SPDX-License-Identifier: GPL-3.0-or-later
#include "tryhistory.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cerrno>

namespace pd::desk {

namespace {

const QString Image = QStringLiteral("image");
const QString Queries = QStringLiteral("queries");
constexpr qint64 MaxFile = 32 << 20;

} // namespace

QStringList TryHistory::of(const QString &image) const
{
    const auto found = std::ranges::find(m_entries, image, &Entry::image);
    return found == m_entries.end() ? QStringList() : found->queries;
}

void TryHistory::add(const QString &image, const QString &query)
{
    if (query.trimmed().isEmpty() || query.size() > MaxLength)
        return;
    Entry entry{image, of(image)};
    entry.queries.removeAll(query);
    entry.queries.prepend(query);
    entry.queries = entry.queries.first(std::min(MaxQueries, entry.queries.size()));
    m_entries.removeIf([&image](const Entry &old) { return old.image == image; });
    m_entries.prepend(entry);
    m_entries = m_entries.first(std::min(MaxImages, m_entries.size()));
}

TryHistory TryHistory::read(const QString &file)
{
    TryHistory history;
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return history;
    const QJsonArray images = QJsonDocument::fromJson(source.read(MaxFile)).array();
    // The oldest first, so that the newest ends up in front.
    for (qsizetype i = std::min(images.size(), MaxImages); i-- > 0;) {
        const QJsonObject object = images[i].toObject();
        const QJsonArray queries = object.value(Queries).toArray();
        for (qsizetype at = std::min(queries.size(), MaxQueries); at-- > 0;)
            history.add(object.value(Image).toString(), queries[at].toString());
    }
    return history;
}

Result<void> TryHistory::write(const QString &file) const
{
    QJsonArray images;
    for (const Entry &entry : m_entries)
        images.append(QJsonObject{{Image, entry.image}, {Queries, QJsonArray::fromStringList(entry.queries)}});
    QDir().mkpath(QFileInfo(file).path());
    QSaveFile target(file);
    const QByteArray json = QJsonDocument(images).toJson(QJsonDocument::Compact);
    if (!target.open(QIODevice::WriteOnly) || !target.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || target.write(json) != json.size() || !target.commit())
        return std::unexpected(systemError(errno, QStringLiteral("state.write"), file));
    return {};
}

} // namespace pd::desk
