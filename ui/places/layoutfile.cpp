// SPDX-License-Identifier: GPL-3.0-or-later
#include "layoutfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cerrno>

namespace pd::ui {

namespace {

constexpr qint64 MostBytes = 64 << 10;

QString toText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray toBytes(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

} // namespace

WindowState readLayout(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(file.read(MostBytes)).object();
    WindowState state;
    state.geometry = toBytes(json.value(QLatin1StringView("geometry")));
    state.panes = toBytes(json.value(QLatin1StringView("panes")));
    state.activity = toBytes(json.value(QLatin1StringView("activity")));
    state.tree = json.value(QLatin1StringView("tree")).toBool(state.tree);
    state.inspector = json.value(QLatin1StringView("inspector")).toBool(state.inspector);
    state.activityShown = json.value(QLatin1StringView("activityShown")).toBool(state.activityShown);
    return state;
}

Result<void> writeLayout(const QString &path, const WindowState &state)
{
    const QJsonObject json{{QStringLiteral("geometry"), toText(state.geometry)}, {QStringLiteral("panes"), toText(state.panes)},
        {QStringLiteral("activity"), toText(state.activity)}, {QStringLiteral("tree"), state.tree},
        {QStringLiteral("inspector"), state.inspector}, {QStringLiteral("activityShown"), state.activityShown}};
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(systemError(errno, QStringLiteral("layout.write"), path));
    return {};
}

} // namespace pd::ui
