// SPDX-License-Identifier: GPL-3.0-or-later
#include "noted.h"

#include "core/taskgroup.h"

#include <QJsonArray>

namespace pd::desk {

namespace {

constexpr int AtOnce = 4;

using Pointed = std::optional<MovedTag>;

Task<Result<Pointed>> whereTagPoints(registry::Client *client, oci::Reference tagged, std::stop_token stop)
{
    const auto now = co_await client->head(tagged, stop);
    if (now)
        co_return Pointed(MovedTag{tagged.tag(), now->digest.toString()});
    if (now.error().isCancelled())
        co_return cancelled();
    co_return Pointed();
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const auto &each : value.toArray())
        list.append(each.toString());
    return list;
}

} // namespace

Task<Noted> Noted::begin(Services &services, QString verb, QJsonObject request)
{
    if (!services.state)
        co_return Noted(services, 0);
    const auto id = co_await services.pool.run(
        [state = services.state, verb, request, at = services.clock.now()] { return state->beginTransfer(verb, request, at); });
    co_return Noted(services, id.value_or(0));
}

Task<void> Noted::end(bool wasCancelled)
{
    if (m_id && !(wasCancelled && m_services.suspending))
        co_await m_services.pool.run([state = m_services.state, id = m_id] { return state->endTransfer(id); });
}

Task<QList<MovedTag>> whereTagsPoint(registry::Client *client, oci::Reference repository, QStringList tags, std::stop_token stop)
{
    TaskGroup<Pointed> group(stop, AtOnce);
    for (const QString &tag : std::as_const(tags)) {
        if (const auto tagged = repository.withTag(tag))
            group.add([client, reference = *tagged](std::stop_token each) { return whereTagPoints(client, reference, each); });
    }
    const auto found = co_await group.join();
    QList<MovedTag> pointed;
    for (const Pointed &tag : found.value_or(std::vector<Pointed>())) {
        if (tag)
            pointed.append(*tag);
    }
    co_return pointed;
}

QList<MovedTag> movedTo(const QString &now, const QList<MovedTag> &before)
{
    QList<MovedTag> moved = before;
    moved.removeIf([&now](const MovedTag &tag) { return tag.from == now; });
    return moved;
}

QJsonObject toJson(const PublishRequest &request)
{
    QJsonObject annotations;
    for (const auto &[key, value] : request.options.annotations.asKeyValueRange())
        annotations.insert(key, value);
    return {
        {QStringLiteral("folder"), request.folder},
        {QStringLiteral("destination"), request.destination},
        {QStringLiteral("tags"), QJsonArray::fromStringList(request.tags)},
        {QStringLiteral("revision"), request.options.revision},
        {QStringLiteral("regoVersion"), request.options.regoVersion},
        {QStringLiteral("optimize"), request.options.optimize},
        {QStringLiteral("entrypoints"), QJsonArray::fromStringList(request.options.entrypoints)},
        {QStringLiteral("ignore"), QJsonArray::fromStringList(request.options.ignore)},
        {QStringLiteral("includeTests"), request.options.includeTests},
        {QStringLiteral("annotations"), annotations},
        {QStringLiteral("gitAnnotations"), request.options.gitAnnotations},
    };
}

PublishRequest publishRequestFrom(const QJsonObject &json)
{
    PublishRequest request;
    request.folder = json.value(QStringLiteral("folder")).toString();
    request.destination = json.value(QStringLiteral("destination")).toString();
    request.tags = strings(json.value(QStringLiteral("tags")));
    request.options.revision = json.value(QStringLiteral("revision")).toString();
    request.options.regoVersion = json.value(QStringLiteral("regoVersion")).toString(request.options.regoVersion);
    request.options.optimize = json.value(QStringLiteral("optimize")).toInt();
    request.options.entrypoints = strings(json.value(QStringLiteral("entrypoints")));
    request.options.ignore = strings(json.value(QStringLiteral("ignore")));
    request.options.includeTests = json.value(QStringLiteral("includeTests")).toBool();
    const QJsonObject annotations = json.value(QStringLiteral("annotations")).toObject();
    for (auto it = annotations.begin(); it != annotations.end(); ++it)
        request.options.annotations.insert(it.key(), it.value().toString());
    request.options.gitAnnotations = json.value(QStringLiteral("gitAnnotations")).toBool(true);
    return request;
}

} // namespace pd::desk
