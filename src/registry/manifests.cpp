// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifests.h"

#include "http/failure.h"
#include "oci/manifest.h"
#include "oci/mediatypes.h"

namespace pd::registry::manifests {

namespace {

using namespace Qt::StringLiterals;

QByteArray acceptAll()
{
    // One field with all four: GHCR answers 404 where its own kind is not in it.
    return (QString(oci::mediaTypeManifest) + ", "_L1 + oci::mediaTypeIndex + ", "_L1 + oci::mediaTypeDockerManifest + ", "_L1
        + oci::mediaTypeDockerList)
        .toLatin1();
}

std::unexpected<Error> bad(ErrorKind kind, QLatin1StringView cause, const QString &subject, const QString &detail = {})
{
    return fail(kind, Blame::Registry, QString(cause), subject, detail);
}

bool isIndexType(const QString &type)
{
    return type == oci::mediaTypeIndex || type == oci::mediaTypeDockerList;
}

bool isManifestType(const QString &type)
{
    return isIndexType(type) || type == oci::mediaTypeManifest || type == oci::mediaTypeDockerManifest;
}

QString contentType(const http::Headers &headers)
{
    return QString::fromLatin1(headers.value("content-type")).section(u';', 0, 0).trimmed();
}

Result<ManifestReply> check(const oci::Reference &reference, const http::Response &response)
{
    const QString subject = reference.toString();
    ManifestReply reply;
    reply.bytes = response.body;
    reply.mediaType = contentType(response.headers);
    if (!isManifestType(reply.mediaType))
        return bad(ErrorKind::Protocol, "manifest.mediaType"_L1, subject, reply.mediaType.left(256));
    const oci::Digest digest = oci::Digest::ofSha256(reply.bytes);
    if (reference.digest() && !reference.digest()->matches(reply.bytes))
        return bad(ErrorKind::Integrity, "manifest.digest"_L1, subject, digest.toString());
    if (isIndexType(reply.mediaType)) {
        const Result<oci::Index> index = oci::Index::parse(reply.bytes, reply.mediaType);
        if (!index)
            return fail(index.error());
        reply.descriptor.artifactType = index->artifactType;
        reply.descriptor.annotations = index->annotations;
    } else {
        const Result<oci::Manifest> manifest = oci::Manifest::parse(reply.bytes, reply.mediaType);
        if (!manifest)
            return fail(manifest.error());
        reply.descriptor.artifactType = manifest->artifactType;
        reply.descriptor.annotations = manifest->annotations;
    }
    reply.descriptor.mediaType = reply.mediaType;
    reply.descriptor.digest = reference.digest().value_or(digest);
    reply.descriptor.size = reply.bytes.size();
    return reply;
}

Result<oci::Descriptor> describeHead(const http::Response &response)
{
    oci::Descriptor descriptor;
    descriptor.mediaType = contentType(response.headers);
    descriptor.size = response.headers.value("content-length").toLongLong();
    Result<oci::Digest> digest = oci::Digest::parse(QString::fromLatin1(response.headers.value("docker-content-digest")));
    if (!digest)
        return fail(std::move(digest).error());
    descriptor.digest = *digest;
    return descriptor;
}

} // namespace

QByteArray path(const QString &repository, const QString &tagOrDigest)
{
    return QByteArray("/v2/" + repository.toLatin1() + "/manifests/" + tagOrDigest.toLatin1());
}

QString nameOf(const oci::Reference &reference)
{
    return reference.digest() ? reference.digest()->toString() : reference.tag();
}

Task<Result<ManifestReply>> get(Wire *wire, oci::Reference reference, ActPointer act, std::stop_token stop)
{
    Ask ask;
    ask.host = reference.host();
    ask.path = path(reference.repository(), nameOf(reference));
    ask.scopes = pullScope(reference.repository());
    ask.headers.add("Accept", acceptAll());
    ask.limits.maxBody = oci::maxManifestBytes;
    ask.repeat = Repeat::Idempotent;
    CO_TRY(const http::Response response, co_await wire->ask(std::move(ask), nullptr, {}, act, stop));
    if (response.status != 200)
        co_return fail(http::statusFailure(response, reference.toString()));
    co_return check(reference, response);
}

Task<Result<oci::Descriptor>> head(
    Wire *wire, QString host, QString repository, QString name, QStringList scopes, ActPointer act, std::stop_token stop)
{
    Ask ask;
    ask.host = host;
    ask.method = QByteArrayLiteral("HEAD");
    ask.path = path(repository, name);
    ask.scopes = std::move(scopes);
    ask.headers.add("Accept", acceptAll());
    ask.repeat = Repeat::Idempotent;
    CO_TRY(const http::Response response, co_await wire->ask(std::move(ask), nullptr, {}, act, stop));
    if (response.status != 200)
        co_return fail(http::statusFailure(response, QString(host + u'/' + repository)));
    co_return describeHead(response);
}

Task<Result<void>> put(
    Wire *wire, QString host, QString repository, QString name, QByteArray bytes, QString mediaType, ActPointer act, std::stop_token stop)
{
    const QString subject = host + u'/' + repository + (name.contains(u':') ? u'@' : u':') + name;
    const QString digest = oci::Digest::ofSha256(bytes).toString();
    for (int attempt = 1;; ++attempt) {
        Ask ask;
        ask.host = host;
        ask.method = QByteArrayLiteral("PUT");
        ask.path = path(repository, name);
        ask.scopes = pushScope(repository);
        ask.headers.add("Content-Type", mediaType.toLatin1());
        ask.body = http::BodySource::ofBytes(bytes);
        const Result<http::Response> response = co_await wire->ask(std::move(ask), nullptr, {}, act, stop);
        const bool lost = !response && !response.error().isCancelled() && response.error().kind != ErrorKind::Denied
            && response.error().kind != ErrorKind::Unauthenticated;
        const bool failed = response && response->status >= 500;
        if (!response && !lost)
            co_return fail(response.error());
        if (response && !response->isSuccess() && !failed)
            co_return fail(http::statusFailure(*response, subject));
        const QByteArray named = response ? response->headers.value("docker-content-digest") : QByteArray();
        const bool created = response && response->status == 201;
        if (created && (named.isEmpty() || QString::fromLatin1(named) == digest))
            co_return Result<void>();
        // No answer, or one that cannot be believed (only 201 says that it is there): what is there now decides.
        const auto there = co_await head(wire, host, repository, name, pushScope(repository), act, stop);
        if (there && there->digest.toString() == digest)
            co_return Result<void>();
        if (response && response->isSuccess() && !created)
            co_return fail(http::statusFailure(*response, subject));
        if (created)
            co_return bad(ErrorKind::Integrity, "manifest.digest"_L1, subject, QString::fromLatin1(named.left(256)));
        const auto delay = retryDelay(response, Repeat::Idempotent, attempt, *act, wire->clock().now());
        if (!delay)
            co_return response ? fail(http::statusFailure(*response, subject)) : fail(response.error());
        if (!co_await wire->clock().sleep(*delay, stop))
            co_return cancelled();
    }
}

Task<Result<void>> remove(Wire *wire, QString host, QString repository, oci::Digest digest, ActPointer act, std::stop_token stop)
{
    const QString subject = host + u'/' + repository + u'@' + digest.toString();
    Ask ask;
    ask.host = host;
    ask.method = QByteArrayLiteral("DELETE");
    ask.path = path(repository, digest.toString());
    ask.scopes = deleteScope(repository);
    ask.repeat = Repeat::Idempotent;
    CO_TRY(const http::Response response, co_await wire->ask(std::move(ask), nullptr, {}, act, stop));
    if (response.isSuccess())
        co_return Result<void>();
    Error error = http::statusFailure(response, subject);
    const bool told = std::ranges::any_of(error.registry, [](const RegistryError &e) { return e.code == "UNSUPPORTED"_L1; });
    if (error.kind == ErrorKind::Unsupported || told) {
        error.kind = ErrorKind::Unsupported;
        error.cause = u"delete.unsupported"_s;
    }
    co_return fail(std::move(error));
}

} // namespace pd::registry::manifests
