// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oci/manifest.h"
#include "oci/mediatypes.h"
#include "registry/client.h"

namespace pd::test {

/// An image as `policy build` makes it: an empty configuration and one layer of `bundle`'s bytes.
[[nodiscard]] inline registry::PushJob imageJob(
    const QString &host, const QString &repository, const QStringList &tags, const QByteArray &bundle)
{
    registry::PushJob job;
    job.host = host;
    job.repository = repository;
    job.tags = tags;
    oci::Manifest manifest;
    manifest.mediaType = QString(oci::mediaTypeManifest);
    manifest.config = oci::emptyDescriptor();
    manifest.layers = {oci::describe(QString(oci::mediaTypeLayerTarGzip), bundle)};
    job.mediaType = manifest.mediaType;
    job.manifest = manifest.toJson();
    job.blobs = {{manifest.config, {}, QByteArrayLiteral("{}")}, {manifest.layers.first(), {}, bundle}};
    return job;
}

/// Keeps every report.
class Reports final : public ProgressSink {
public:
    void report(const Progress &progress) override { all.append(progress); }
    QList<Progress> all;
};

/// One credential for every host, and how often it was asked for.
class OneCredential final : public registry::CredentialProvider {
public:
    OneCredential() = default;
    OneCredential(QString user, const char *secret, bool identity = false)
        : m_credential{{std::move(user), Secret(QByteArray(secret)), identity}}
    {
    }
    Task<Result<std::optional<registry::Credential>>> credential(QString host, std::stop_token) override
    {
        asked.append(host);
        if (!m_credential)
            co_return std::optional<registry::Credential>();
        co_return std::optional(m_credential->clone());
    }
    QStringList asked;

private:
    std::optional<registry::Credential> m_credential;
};

} // namespace pd::test
