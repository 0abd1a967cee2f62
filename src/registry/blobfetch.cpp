// SPDX-License-Identifier: GPL-3.0-or-later
#include "blobs.h"

#include "http/failure.h"

#include <QRegularExpression>

namespace pd::registry::blobs {

namespace {

using namespace Qt::StringLiterals;

std::unexpected<Error> wrong(QLatin1StringView cause, const oci::Descriptor &blob, const QString &detail = {})
{
    return fail(ErrorKind::Integrity, Blame::Registry, QString(cause), blob.digest.toString(), detail);
}

/// Hashes and counts what comes, over several attempts.
class HashingSink final : public http::Sink {
public:
    HashingSink(const oci::Descriptor &blob, BlobWriter &writer)
        : m_blob(blob)
        , m_writer(writer)
        , m_hasher(blob.digest.algorithmId())
    {
    }

    Result<void> begin(const http::Response &response) override
    {
        if (response.status == 206 && received > 0)
            return beginRest(response);
        if (response.status != 200)
            return fail(http::statusFailure(response, m_blob.digest.toString()));
        bool isNumber = false;
        const qint64 length = response.headers.value("content-length").toLongLong(&isNumber);
        if (isNumber && length > m_blob.size)
            return wrong("blob.long"_L1, m_blob, QString::number(length));
        etag = response.headers.value("etag");
        return received > 0 ? restart() : Result<void>();
    }

    Result<void> write(QByteArrayView bytes) override
    {
        if (received + bytes.size() > m_blob.size)
            return wrong("blob.long"_L1, m_blob);
        m_hasher.add(bytes);
        received += bytes.size();
        return m_writer.write(bytes);
    }

    Result<void> restart()
    {
        received = 0;
        m_hasher = oci::Hasher(m_blob.digest.algorithmId());
        return m_writer.restart();
    }

    [[nodiscard]] oci::Digest finish() { return m_hasher.finish(); }

    qint64 received = 0;
    QByteArray etag;

private:
    Result<void> beginRest(const http::Response &response)
    {
        static const QRegularExpression form(u"^bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)$"_s);
        const auto range = form.match(QString::fromLatin1(response.headers.value("content-range")));
        const bool whole = range.captured(3) == "*"_L1 || range.captured(3).toLongLong() == m_blob.size;
        if (!range.hasMatch() || range.captured(1).toLongLong() != received || !whole)
            return fail(ErrorKind::Protocol, Blame::Registry, u"blob.range"_s, m_blob.digest.toString(), range.captured(0));
        return {};
    }

    const oci::Descriptor &m_blob;
    BlobWriter &m_writer;
    oci::Hasher m_hasher;
};

Ask blobAsk(const QString &host, const QString &repository, const oci::Descriptor &blob, const HashingSink &sink)
{
    Ask ask;
    ask.host = host;
    ask.path = path(repository, blob.digest);
    ask.scopes = pullScope(repository);
    ask.limits.maxBody = std::numeric_limits<qint64>::max(); // the sink knows the size
    ask.limits.total = {};
    if (sink.received > 0) {
        ask.headers.add("Range", "bytes=" + QByteArray::number(sink.received) + '-');
        // A weak tag never matches in If-Range (RFC 9110, 13.1.5).
        if (!sink.etag.isEmpty() && !sink.etag.startsWith("W/"))
            ask.headers.add("If-Range", sink.etag);
    }
    return ask;
}

bool isCut(const Result<http::Response> &response)
{
    if (response)
        return response->status >= 500;
    return response.error().kind == ErrorKind::Network || response.error().kind == ErrorKind::Timeout;
}

} // namespace

Task<Result<void>> fetch(Wire *wire, QString host, QString repository, oci::Descriptor blob, BlobWriter *writer, ProgressMeter *meter,
    int part, ActPointer act, std::stop_token stop)
{
    HashingSink sink(blob, *writer);
    const http::ProgressFn tell = [meter, part, &sink](qint64, qint64) { meter->set(part, sink.received); };
    constexpr int MaxBarren = 2;
    bool restarted = false;
    for (int barren = 0; sink.received < blob.size || blob.size == 0;) {
        const qint64 before = sink.received;
        const Result<http::Response> response = co_await wire->ask(blobAsk(host, repository, blob, sink), &sink, tell, act, stop);
        if (response && response->status == 416 && before > 0 && !std::exchange(restarted, true)) {
            CO_TRY(sink.restart());
            continue;
        }
        const bool cut = isCut(response);
        if (!response && !cut)
            co_return fail(response.error());
        if (response && !response->isSuccess() && !cut)
            co_return fail(http::statusFailure(*response, blob.digest.toString()));
        if (sink.received >= blob.size)
            break;
        // Every attempt must bring us further; two that do not are the end.
        barren = sink.received > before ? 0 : barren + 1;
        if (barren == MaxBarren || act->retriesLeft-- <= 0) {
            if (!response)
                co_return fail(response.error());
            if (!response->isSuccess())
                co_return fail(http::statusFailure(*response, blob.digest.toString()));
            co_return wrong("blob.short"_L1, blob, QString::number(sink.received));
        }
        if (!co_await wire->clock().sleep(std::chrono::milliseconds(cut ? 200 * (barren + 1) : 0), stop))
            co_return cancelled();
    }
    if (const oci::Digest got = sink.finish(); got != blob.digest)
        co_return wrong("blob.digest"_L1, blob, got.toString());
    meter->set(part, blob.size);
    co_return co_await writer->commit(stop);
}

} // namespace pd::registry::blobs
