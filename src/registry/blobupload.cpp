// SPDX-License-Identifier: GPL-3.0-or-later
#include "blobs.h"

#include "http/failure.h"
#include "http/redirect.h"

#include <QUrlQuery>

namespace pd::registry::blobs {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 AskFirstFrom = 1 << 20;
constexpr qint64 SinglePostUpTo = 64 << 10;

/// What the state of one upload is after a request.
struct Step {
    enum class State { Done, Continue, Lost, Gone } state;
    QUrl location; ///< Continue: where the bytes go.
    bool mounted = false;
    Result<http::Response> answer = http::Response(); ///< Lost and Gone: what came instead.
};

http::BodySource bodyOf(const BlobSource &blob)
{
    http::BodySource source
        = blob.path.isEmpty() ? http::BodySource::ofBytes(blob.bytes) : http::BodySource::ofFile(blob.path, 0, blob.descriptor.size);
    // Hashed while it leaves: a file that changed since it was hashed is noticed before its last piece goes, and the upload is never completed.
    const auto hasher = std::make_shared<oci::Hasher>(blob.descriptor.digest.algorithmId());
    source.inspect = [hasher, descriptor = blob.descriptor, path = blob.path](qint64 offset, QByteArrayView piece) -> Result<void> {
        if (offset == 0)
            *hasher = oci::Hasher(descriptor.digest.algorithmId());
        hasher->add(piece);
        if (offset + piece.size() == descriptor.size && hasher->finish() != descriptor.digest)
            return fail(ErrorKind::Conflict, Blame::You, u"upload.changed"_s, path);
        return {};
    };
    return source;
}

bool isLost(const Result<http::Response> &response)
{
    if (response)
        return response->status >= 500 || response->status == 408;
    return response.error().kind == ErrorKind::Network || response.error().kind == ErrorKind::Timeout;
}

QStringList scopesOf(const PushJob &job)
{
    QStringList scopes = pushScope(job.repository);
    if (!job.mountFrom.isEmpty())
        scopes += pullScope(job.mountFrom);
    return scopes;
}

Result<QUrl> locationOf(const http::Response &response)
{
    return http::stepTarget(response.url, response.headers.value("location"));
}

/// One upload of one blob; lives in the frame of `upload`.
class Upload {
public:
    Upload(Wire *wire, const PushJob *job, const BlobSource *blob, ProgressMeter *meter, int part, ActPointer act)
        : m_wire(wire)
        , m_job(job)
        , m_blob(blob)
        , m_meter(meter)
        , m_part(part)
        , m_act(std::move(act))
    {
    }

    Task<Result<Step>> start(std::stop_token stop)
    {
        const bool single = m_job->mountFrom.isEmpty() && m_blob->descriptor.size <= SinglePostUpTo && m_wire->takesSinglePost(m_job->host);
        const QByteArray digest = QUrl::toPercentEncoding(m_blob->descriptor.digest.toString(), ":");
        Ask ask = request("POST");
        ask.path = "/v2/" + m_job->repository.toLatin1() + "/blobs/uploads/";
        if (single) {
            ask.path += "?digest=" + digest;
            ask.body = bodyOf(*m_blob);
        } else if (!m_job->mountFrom.isEmpty()) {
            ask.path += "?mount=" + digest + "&from=" + QUrl::toPercentEncoding(m_job->mountFrom, "/");
        }
        const Result<http::Response> response = co_await m_wire->ask(std::move(ask), nullptr, {}, m_act, stop);
        if (isLost(response))
            co_return Step{Step::State::Lost, {}, false, response};
        if (!response)
            co_return fail(response.error());
        if (response->status == 201)
            co_return Step{Step::State::Done, {}, !single, response};
        if (response->status != 202)
            co_return fail(http::statusFailure(*response, subject()));
        if (single)
            m_wire->rememberNoSinglePost(m_job->host);
        CO_TRY(const QUrl location, locationOf(*response));
        co_return Step{Step::State::Continue, location};
    }

    Task<Result<Step>> put(QUrl location, std::stop_token stop)
    {
        QByteArray query = location.query(QUrl::FullyEncoded).toLatin1();
        if (!query.isEmpty())
            query += '&';
        query += "digest=" + QUrl::toPercentEncoding(m_blob->descriptor.digest.toString(), ":");
        location.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
        Ask ask = request("PUT");
        ask.url = location;
        ask.headers.add("Content-Type", "application/octet-stream");
        ask.body = bodyOf(*m_blob);
        ask.limits.total = {};
        const http::ProgressFn tell = [this](qint64 sent, qint64) { m_meter->set(m_part, sent); };
        const Result<http::Response> response = co_await m_wire->ask(std::move(ask), nullptr, tell, m_act, stop);
        if (isLost(response))
            co_return Step{Step::State::Lost, {}, false, response};
        if (!response)
            co_return fail(response.error());
        if (response->isSuccess())
            co_return Step{Step::State::Done, {}, false, response};
        if (response->status == 404)
            co_return Step{Step::State::Gone, {}, false, response};
        co_return fail(http::statusFailure(*response, subject()));
    }

    /// Another answer than 201, or one that names another digest, is believed only where the blob is there.
    Task<Result<void>> confirm(Step step, std::stop_token stop)
    {
        const QByteArray named = step.answer->headers.value("docker-content-digest");
        const bool created = step.answer->status == 201;
        if (created && (named.isEmpty() || QString::fromLatin1(named) == m_blob->descriptor.digest.toString()))
            co_return Result<void>();
        CO_TRY(const bool there, co_await exists(m_wire, m_job->host, m_job->repository, m_blob->descriptor, m_act, stop));
        if (!there && !created)
            co_return fail(http::statusFailure(*step.answer, subject()));
        if (!there)
            co_return fail(ErrorKind::Integrity, Blame::Registry, u"push.digest"_s, subject(), QString::fromLatin1(named.left(256)));
        co_return Result<void>();
    }

    [[nodiscard]] QString subject() const { return m_job->host + u'/' + m_job->repository; }

private:
    [[nodiscard]] Ask request(const char *method) const
    {
        Ask ask;
        ask.host = m_job->host;
        ask.method = method;
        ask.scopes = scopesOf(*m_job);
        return ask;
    }

    Wire *m_wire;
    const PushJob *m_job;
    const BlobSource *m_blob;
    ProgressMeter *m_meter;
    int m_part;
    ActPointer m_act;
};

} // namespace

QByteArray path(const QString &repository, const oci::Digest &digest)
{
    return QByteArray("/v2/" + repository.toLatin1() + "/blobs/" + digest.toString().toLatin1());
}

Task<Result<bool>> exists(Wire *wire, QString host, QString repository, oci::Descriptor blob, ActPointer act, std::stop_token stop)
{
    Ask ask;
    ask.host = host;
    ask.method = QByteArrayLiteral("HEAD");
    ask.path = path(repository, blob.digest);
    ask.scopes = pushScope(repository);
    ask.repeat = Repeat::Idempotent;
    CO_TRY(const http::Response response, co_await wire->ask(std::move(ask), nullptr, {}, act, stop));
    if (response.status == 200) {
        const QByteArray length = response.headers.value("content-length");
        co_return length.isEmpty() || length.toLongLong() == blob.size;
    }
    if (response.status == 404)
        co_return false;
    co_return fail(http::statusFailure(response, QString(host + u'/' + repository)));
}

Task<Result<Uploaded>> upload(
    Wire *wire, const PushJob *job, BlobSource blob, ProgressMeter *meter, int part, ActPointer act, std::stop_token stop)
{
    const qint64 size = blob.descriptor.size;
    if (size >= AskFirstFrom && job->mountFrom.isEmpty()) {
        CO_TRY(const bool there, co_await exists(wire, job->host, job->repository, blob.descriptor, act, stop));
        if (there) {
            meter->set(part, size);
            co_return Uploaded::WasThere;
        }
    }
    Upload run(wire, job, &blob, meter, part, act);
    for (int attempt = 1;; ++attempt) {
        CO_TRY(Step step, co_await run.start(stop));
        if (step.state == Step::State::Continue) {
            CO_TRY(step, co_await run.put(step.location, stop));
        }
        if (step.state == Step::State::Done) {
            CO_TRY(co_await run.confirm(step, stop));
            meter->set(part, size);
            co_return step.mounted ? Uploaded::Mounted : Uploaded::Sent;
        }
        // The answer was lost, perhaps after the blob had arrived: asking is cheap, and a second upload of what is there is not.
        if (step.state == Step::State::Lost) {
            const auto there = co_await exists(wire, job->host, job->repository, blob.descriptor, act, stop);
            if (there && *there) {
                meter->set(part, size);
                co_return Uploaded::Sent;
            }
        }
        if (stop.stop_requested())
            co_return cancelled();
        constexpr int MaxUploads = 3;
        http::Response again;
        again.status = 502;
        const auto delay = retryDelay(again, Repeat::Idempotent, attempt, *act, wire->clock().now());
        if (attempt >= MaxUploads || !delay)
            co_return step.answer ? fail(http::statusFailure(*step.answer, run.subject())) : fail(step.answer.error());
        if (!co_await wire->clock().sleep(*delay, stop))
            co_return cancelled();
    }
}

} // namespace pd::registry::blobs
