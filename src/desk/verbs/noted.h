// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/services.h"

namespace pd::desk {

/// The row in the state file that lets an act be offered again after a kill; gone when the act ends, well or not.
class Noted final {
public:
    [[nodiscard]] static Task<Noted> begin(Services &services, QString verb, QJsonObject request);
    /// Unless the program closes and is to go on with it at its next start.
    [[nodiscard]] Task<void> end(bool wasCancelled);

private:
    Noted(Services &services, qint64 id)
        : m_services(services)
        , m_id(id)
    {
    }
    Services &m_services;
    qint64 m_id;
};

[[nodiscard]] inline bool wasCancelled(const auto &result)
{
    return !result && result.error().isCancelled();
}

/// Where tags of a registry point now, those that are there: four requests at once. What cannot be read counts as not there; the act that follows will
/// meet the same trouble and tell it.
[[nodiscard]] Task<QList<MovedTag>> whereTagsPoint(
    registry::Client *client, oci::Reference repository, QStringList tags, std::stop_token stop);

/// Of `before`, those that point elsewhere once they point to `now`.
[[nodiscard]] QList<MovedTag> movedTo(const QString &now, const QList<MovedTag> &before);

/// As kept in the state file, and back.
[[nodiscard]] QJsonObject toJson(const PublishRequest &request);
[[nodiscard]] PublishRequest publishRequestFrom(const QJsonObject &json);

} // namespace pd::desk
