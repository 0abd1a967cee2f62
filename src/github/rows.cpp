// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pd::github {

namespace {

constexpr qsizetype MaxText = 512;
constexpr qsizetype MaxRows = 1000; // a page has 100
constexpr qsizetype MaxTags = 10'000;

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString().left(MaxText);
}

QDateTime time(const QJsonObject &object, const char *name)
{
    return QDateTime::fromString(text(object, name), Qt::ISODate).toUTC();
}

QUrl page(const QJsonObject &object)
{
    const QUrl url(object.value(QLatin1StringView("html_url")).toString().left(2048), QUrl::StrictMode);
    const bool ofTheWeb = url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http");
    return url.isValid() && ofTheWeb && url.userInfo().isEmpty() ? url : QUrl();
}

Visibility visibility(const QString &word)
{
    if (word == QLatin1StringView("public"))
        return Visibility::Public;
    if (word == QLatin1StringView("private"))
        return Visibility::Private;
    return word == QLatin1StringView("internal") ? Visibility::Internal : Visibility::Unknown;
}

Package packageOf(const QJsonObject &object)
{
    Package result;
    result.name = text(object, "name");
    result.visibility = visibility(text(object, "visibility"));
    result.owner = text(object.value(QLatin1StringView("owner")).toObject(), "login");
    result.repository = text(object.value(QLatin1StringView("repository")).toObject(), "full_name");
    result.versionCount = std::max<qint64>(object.value(QLatin1StringView("version_count")).toInteger(), 0);
    result.created = time(object, "created_at");
    result.updated = time(object, "updated_at");
    result.htmlUrl = page(object);
    return result;
}

Version versionOf(const QJsonObject &object)
{
    Version result;
    result.id = object.value(QLatin1StringView("id")).toInteger();
    result.digest = text(object, "name");
    const QJsonObject container = object.value(QLatin1StringView("metadata")).toObject().value(QLatin1StringView("container")).toObject();
    for (const QJsonValue &tag : container.value(QLatin1StringView("tags")).toArray()) {
        if (tag.isString() && result.tags.size() < MaxTags)
            result.tags << tag.toString().left(MaxText);
    }
    result.created = time(object, "created_at");
    result.updated = time(object, "updated_at");
    result.deleted = time(object, "deleted_at");
    result.htmlUrl = page(object);
    return result;
}

std::unexpected<Error> badAnswer(const QString &detail = {})
{
    return fail(ErrorKind::Protocol, Blame::Registry, QStringLiteral("github.answer"), {}, detail);
}

Result<QJsonDocument> document(QByteArrayView json)
{
    QJsonParseError error;
    QJsonDocument result = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()), &error);
    if (error.error != QJsonParseError::NoError)
        return badAnswer(error.errorString());
    return result;
}

template <typename T>
Result<QList<T>> rowsOf(QByteArrayView json, T (*read)(const QJsonObject &), bool (*isWhole)(const T &))
{
    const Result<QJsonDocument> parsed = document(json);
    if (!parsed)
        return std::unexpected(parsed.error());
    if (!parsed->isArray() || parsed->array().size() > MaxRows)
        return badAnswer();
    QList<T> rows;
    for (const QJsonValue &value : parsed->array()) {
        T row = read(value.toObject());
        if (!isWhole(row))
            return badAnswer();
        rows << std::move(row);
    }
    return rows;
}

} // namespace

bool TokenFacts::hasScope(const QString &scope) const
{
    if (scopes.contains(scope))
        return true;
    if (scope == QLatin1StringView("read:packages"))
        return scopes.contains(QStringLiteral("write:packages"));
    if (scope == QLatin1StringView("read:org"))
        return scopes.contains(QStringLiteral("write:org")) || scopes.contains(QStringLiteral("admin:org"));
    return false;
}

Result<Package> parsePackage(QByteArrayView json)
{
    const Result<QJsonDocument> parsed = document(json);
    if (!parsed)
        return std::unexpected(parsed.error());
    Package package = packageOf(parsed->object());
    if (package.name.isEmpty())
        return badAnswer();
    return package;
}

Result<QList<Package>> parsePackages(QByteArrayView json)
{
    return rowsOf<Package>(json, packageOf, [](const Package &row) { return !row.name.isEmpty(); });
}

Result<QList<Version>> parseVersions(QByteArrayView json)
{
    return rowsOf<Version>(json, versionOf, [](const Version &row) { return row.id > 0 && !row.digest.isEmpty(); });
}

} // namespace pd::github
