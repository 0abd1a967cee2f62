// SPDX-License-Identifier: GPL-3.0-or-later
#include "statedb.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace pd::desk {

namespace {

constexpr int Schema = 1;

/// One connection for one call: QtSql ties connections to threads, and the pool's threads are not ours to name.
class Connection {
public:
    explicit Connection(const QString &file)
        : m_name(QUuid::createUuid().toString(QUuid::Id128))
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        db.setDatabaseName(file);
        db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        m_open = db.open();
        if (m_open) {
            QSqlQuery(QStringLiteral("PRAGMA journal_mode=WAL"), db);
            QSqlQuery(QStringLiteral("PRAGMA synchronous=NORMAL"), db);
        }
    }
    ~Connection() { QSqlDatabase::removeDatabase(m_name); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] QSqlDatabase db() const { return QSqlDatabase::database(m_name, false); }

private:
    QString m_name;
    bool m_open = false;
};

std::unexpected<Error> sqlError(const QString &file, const QSqlError &error)
{
    // 13 is SQLITE_FULL.
    const bool full = error.nativeErrorCode() == QLatin1StringView("13");
    return fail(full ? ErrorKind::DiskFull : ErrorKind::Storage, Blame::Computer, QStringLiteral("state.write"), file, error.text());
}

QString joined(const QStringList &list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList split(const QString &json)
{
    QStringList list;
    for (const auto &value : QJsonDocument::fromJson(json.toUtf8()).array())
        list.append(value.toString());
    return list;
}

QString movedToJson(const QList<MovedTag> &moved)
{
    QJsonArray array;
    for (const MovedTag &tag : moved)
        array.append(QJsonObject{{QStringLiteral("tag"), tag.tag}, {QStringLiteral("from"), tag.from}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<MovedTag> movedFromJson(const QString &json)
{
    QList<MovedTag> moved;
    for (const auto &value : QJsonDocument::fromJson(json.toUtf8()).array())
        moved.append({value.toObject().value(QStringLiteral("tag")).toString(), value.toObject().value(QStringLiteral("from")).toString()});
    return moved;
}

const QString Columns
    = QStringLiteral("id, verb, reference, digest, tags, moved, path, user, bytes, requests, seconds, at, command, policy_command, undo");

Receipt receiptFrom(const QSqlQuery &row)
{
    Receipt receipt;
    receipt.id = row.value(0).toLongLong();
    receipt.verb = row.value(1).toString();
    receipt.reference = row.value(2).toString();
    receipt.digest = row.value(3).toString();
    receipt.tags = split(row.value(4).toString());
    receipt.moved = movedFromJson(row.value(5).toString());
    receipt.path = row.value(6).toString();
    receipt.user = row.value(7).toString();
    receipt.bytes = row.value(8).toLongLong();
    receipt.requests = row.value(9).toLongLong();
    receipt.seconds = row.value(10).toDouble();
    receipt.at = QDateTime::fromMSecsSinceEpoch(row.value(11).toLongLong(), QTimeZone::UTC);
    receipt.command = split(row.value(12).toString());
    receipt.policyCommand = split(row.value(13).toString());
    // What an older or damaged history says is no undo: the receipt stays, its button does not.
    receipt.undo = Undo::parse(row.value(14).toString()).value_or(Undo());
    return receipt;
}

const QStringList Tables = {
    QStringLiteral("CREATE TABLE IF NOT EXISTS receipt (id INTEGER PRIMARY KEY, verb TEXT NOT NULL, reference TEXT NOT NULL, digest TEXT, "
                   "tags TEXT, moved TEXT, path TEXT, user TEXT, bytes INTEGER, requests INTEGER, seconds REAL, at INTEGER NOT NULL, "
                   "command TEXT, policy_command TEXT, undo TEXT)"),
    QStringLiteral("CREATE INDEX IF NOT EXISTS receipt_at ON receipt (at)"),
    QStringLiteral(
        "CREATE TABLE IF NOT EXISTS transfer (id INTEGER PRIMARY KEY, verb TEXT NOT NULL, request TEXT NOT NULL, since INTEGER NOT NULL)"),
    QStringLiteral(
        "CREATE TABLE IF NOT EXISTS deleted (id INTEGER PRIMARY KEY, host TEXT NOT NULL, repository TEXT NOT NULL, digest TEXT NOT NULL, "
        "media_type TEXT NOT NULL, manifest BLOB NOT NULL, tags TEXT NOT NULL, at INTEGER NOT NULL)"),
    QStringLiteral("PRAGMA user_version = 1"),
};

} // namespace

Result<std::shared_ptr<StateDb>> StateDb::open(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (!QDir().mkpath(folder))
        return std::unexpected(systemError(errno, QStringLiteral("state.write"), folder));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const Connection connection(file);
    if (!connection.isOpen())
        return sqlError(file, connection.db().lastError());
    QSqlQuery query(connection.db());
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return sqlError(file, query.lastError());
    auto state = std::shared_ptr<StateDb>(new StateDb(file));
    const int version = query.value(0).toInt();
    query.finish();
    state->m_newer = version > Schema;
    if (version < Schema) {
        for (const QString &statement : Tables) {
            if (!query.exec(statement))
                return sqlError(file, query.lastError());
        }
    }
    return state;
}

Result<qint64> StateDb::addReceipt(const Receipt &receipt)
{
    if (m_newer)
        return fail(ErrorKind::Conflict, Blame::You, QStringLiteral("state.newer"), m_file);
    const Connection connection(m_file);
    QSqlQuery query(connection.db());
    query.prepare(
        QStringLiteral("INSERT INTO receipt (verb, reference, digest, tags, moved, path, user, bytes, requests, seconds, at, command, "
                       "policy_command, undo) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    for (const QVariant &value : QVariantList{receipt.verb, receipt.reference, receipt.digest, joined(receipt.tags),
             movedToJson(receipt.moved), receipt.path, receipt.user, receipt.bytes, receipt.requests, receipt.seconds,
             receipt.at.toMSecsSinceEpoch(), joined(receipt.command), joined(receipt.policyCommand), receipt.undo.toString()})
        // QtSql binds a null QString as NULL, and what has NULL in it is found by no search.
        query.addBindValue(value.isNull() ? QVariant(QLatin1StringView("").toString()) : value);
    if (!query.exec())
        return sqlError(m_file, query.lastError());
    return query.lastInsertId().toLongLong();
}

Result<QList<Receipt>> StateDb::receipts(const QString &filter, int limit) const
{
    const Connection connection(m_file);
    QSqlQuery query(connection.db());
    QString like = filter;
    like.replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
        .replace(QLatin1Char('%'), QStringLiteral("\\%"))
        .replace(QLatin1Char('_'), QStringLiteral("\\_"));
    query.prepare(QStringLiteral("SELECT ") + Columns
        + QStringLiteral(
            " FROM receipt WHERE verb || ' ' || reference || ' ' || coalesce(tags, '') || ' ' || coalesce(digest, '') LIKE ? ESCAPE "
            "'\\' ORDER BY at DESC, id DESC LIMIT ?"));
    query.addBindValue(QString(QLatin1Char('%') + like + QLatin1Char('%')));
    query.addBindValue(limit);
    if (!query.exec())
        return sqlError(m_file, query.lastError());
    QList<Receipt> receipts;
    while (query.next())
        receipts.append(receiptFrom(query));
    return receipts;
}

Result<void> StateDb::clearReceipts()
{
    const Connection connection(m_file);
    QSqlQuery query(connection.db());
    if (m_newer || !query.exec(QStringLiteral("DELETE FROM receipt")))
        return sqlError(m_file, query.lastError());
    return {};
}

Result<void> StateDb::markUndone(const Undo &undo)
{
    const Connection connection(m_file);
    QSqlQuery query(connection.db());
    query.prepare(QStringLiteral("UPDATE receipt SET undo = '' WHERE undo = ?"));
    query.addBindValue(undo.toString());
    if (m_newer || !query.exec())
        return sqlError(m_file, query.lastError());
    return {};
}

Result<qint64> StateDb::beginTransfer(const QString &verb, const QJsonObject &request, const QDateTime &since)
{
    if (m_newer)
        return fail(ErrorKind::Conflict, Blame::You, QStringLiteral("state.newer"), m_file);
    const Connection connection(m_file);
    QSqlQuery query(connection.db());
    query.prepare(QStringLiteral("INSERT INTO transfer (verb, request, since) VALUES (?, ?, ?)"));
    query.addBindValue(verb);
    query.addBindValue(QString::fromUtf8(QJsonDocument(request).toJson(QJsonDocument::Compact)));
    query.addBindValue(since.toMSecsSinceEpoch());
    if (!query.exec())
        return sqlError(m_file, query.lastError());
    return query.lastInsertId().toLongLong();
}

Result<void> StateDb::endTransfer(qint64 id)
{
    const Connection connection(m_file);
    QSqlQuery query(connection.db());
    query.prepare(QStringLiteral("DELETE FROM transfer WHERE id = ?"));
    query.addBindValue(id);
    if (m_newer || !query.exec())
        return sqlError(m_file, query.lastError());
    return {};
}

Result<QList<PendingTransfer>> StateDb::pendingTransfers() const
{
    const Connection connection(m_file);
    QSqlQuery query(connection.db());
    if (!query.exec(QStringLiteral("SELECT id, verb, request, since FROM transfer ORDER BY id")))
        return sqlError(m_file, query.lastError());
    QList<PendingTransfer> transfers;
    while (query.next()) {
        transfers.append(
            {query.value(0).toLongLong(), query.value(1).toString(), QJsonDocument::fromJson(query.value(2).toString().toUtf8()).object(),
                QDateTime::fromMSecsSinceEpoch(query.value(3).toLongLong(), QTimeZone::UTC)});
    }
    return transfers;
}

Result<qint64> StateDb::keepDeleted(const DeletedVersion &version)
{
    if (m_newer)
        return fail(ErrorKind::Conflict, Blame::You, QStringLiteral("state.newer"), m_file);
    const Connection connection(m_file);
    QSqlQuery query(connection.db());
    query.prepare(QStringLiteral("DELETE FROM deleted WHERE at < ?"));
    query.addBindValue(version.at.addDays(-30).toMSecsSinceEpoch());
    if (!query.exec())
        return sqlError(m_file, query.lastError());
    query.prepare(
        QStringLiteral("INSERT INTO deleted (host, repository, digest, media_type, manifest, tags, at) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    for (const QVariant &value : QVariantList{version.host, version.repository, version.digest, version.mediaType, version.manifest,
             joined(version.tags), version.at.toMSecsSinceEpoch()})
        query.addBindValue(value);
    if (!query.exec())
        return sqlError(m_file, query.lastError());
    return query.lastInsertId().toLongLong();
}

Result<DeletedVersion> StateDb::deleted(qint64 id) const
{
    const Connection connection(m_file);
    QSqlQuery query(connection.db());
    query.prepare(QStringLiteral("SELECT id, host, repository, digest, media_type, manifest, tags, at FROM deleted WHERE id = ?"));
    query.addBindValue(id);
    if (!query.exec())
        return sqlError(m_file, query.lastError());
    if (!query.next())
        return fail(ErrorKind::NotFound, Blame::You, QStringLiteral("undo.gone"), QString::number(id));
    return DeletedVersion{query.value(0).toLongLong(), query.value(1).toString(), query.value(2).toString(), query.value(3).toString(),
        query.value(4).toString(), query.value(5).toByteArray(), split(query.value(6).toString()),
        QDateTime::fromMSecsSinceEpoch(query.value(7).toLongLong(), QTimeZone::UTC)};
}

Result<void> StateDb::forgetDeleted(qint64 id)
{
    const Connection connection(m_file);
    QSqlQuery query(connection.db());
    query.prepare(QStringLiteral("DELETE FROM deleted WHERE id = ?"));
    query.addBindValue(id);
    if (m_newer || !query.exec())
        return sqlError(m_file, query.lastError());
    return {};
}

} // namespace pd::desk
