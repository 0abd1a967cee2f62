// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal.h"

#include "files.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace pd::store {

namespace {

constexpr qint64 maxRecordBytes = 64 * 1024 * 1024;
constexpr int version = 1;

QJsonArray arrayOf(const QList<QByteArray> &list)
{
    QJsonArray array;
    for (const QByteArray &item : list)
        array.append(QString::fromUtf8(item));
    return array;
}

QList<QByteArray> listOf(const QJsonArray &array)
{
    QList<QByteArray> list;
    for (const auto &item : array)
        list.append(item.toString().toUtf8());
    return list;
}

} // namespace

UndoId Journal::newId()
{
    const QString when = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz"));
    return QString(when + QLatin1Char('-') + QString::number(QRandomGenerator::system()->generate64(), 16));
}

QString Journal::pathOf(const UndoId &id) const
{
    return m_folder + QLatin1Char('/') + id + QStringLiteral(".json");
}

Result<void> Journal::write(const JournalRecord &record) const
{
    if (auto made = makeFolder(m_folder); !made)
        return made;
    QJsonObject object{{QStringLiteral("version"), version}, {QStringLiteral("when"), record.when.toString(Qt::ISODateWithMs)},
        {QStringLiteral("verb"), record.verb}, {QStringLiteral("names"), QJsonArray::fromStringList(record.names)},
        {QStringLiteral("before"), arrayOf(record.before)}, {QStringLiteral("after"), arrayOf(record.after)}};
    return writeWhole(pathOf(record.id), QJsonDocument(object).toJson(QJsonDocument::Compact), 0600);
}

Result<JournalRecord> Journal::read(const UndoId &id) const
{
    const auto gone = [&id] { return fail(ErrorKind::NotFound, Blame::Computer, QStringLiteral("store.undo.gone"), id); };
    const bool legal = !id.isEmpty() && std::ranges::all_of(id, [](QChar c) { return c.isLetterOrNumber() || c == QLatin1Char('-'); });
    if (!legal)
        return gone();
    auto bytes = readFile(pathOf(id), maxRecordBytes, QStringLiteral("store.undo.gone"));
    if (!bytes)
        return gone();
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    if (object.value(QLatin1StringView("version")).toInt() != version)
        return gone();
    JournalRecord record;
    record.id = id;
    record.when = QDateTime::fromString(object.value(QLatin1StringView("when")).toString(), Qt::ISODateWithMs);
    record.verb = object.value(QLatin1StringView("verb")).toString();
    for (const auto &name : object.value(QLatin1StringView("names")).toArray())
        record.names.append(name.toString());
    record.before = listOf(object.value(QLatin1StringView("before")).toArray());
    record.after = listOf(object.value(QLatin1StringView("after")).toArray());
    return record;
}

void Journal::forget(const UndoId &id) const
{
    QFile::remove(pathOf(id));
}

QList<JournalRecord> Journal::all() const
{
    QList<JournalRecord> records;
    const QStringList files = QDir(m_folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &file : files) {
        if (auto record = read(file.chopped(5)))
            records.append(std::move(*record));
    }
    return records;
}

} // namespace pd::store
