// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"
#include "headers.h"

#include <QUrl>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace pd::http {

/// Looks at each piece of a body before it leaves; `offset` 0 means that the body begins (again). An error stops the upload
/// before that piece is sent.
using BodyInspector = std::function<Result<void>(qint64 offset, QByteArrayView piece)>;

/// What an upload sends: nothing, bytes in memory, or a range of a file, which is read while it is sent. A value.
struct BodySource {
    enum class Kind { None, Bytes, FileRange };
    Kind kind = Kind::None;
    QByteArray bytes;
    QString path;
    qint64 offset = 0; ///< Of the file.
    qint64 length = 0; ///< Of the body, in bytes.
    BodyInspector inspect;

    [[nodiscard]] static BodySource ofBytes(const QByteArray &bytes);
    [[nodiscard]] static BodySource ofFile(const QString &path, qint64 offset, qint64 length);
};

/// What an answer may cost.
struct Limits {
    qint64 maxBody = 4 << 20; ///< Bytes; a longer one is an error (of an answer with status 400 and up the first MiB is kept).
    std::chrono::milliseconds idle{30'000}; ///< Less than 1 KiB moved for so long: Timeout.
    std::chrono::milliseconds total{120'000}; ///< The whole exchange; 0 for none (large blobs).
};

/// Where an answer may send us on. Every hop is checked besides: no step from https to http, none from a public to a private address, no
/// user info, http and https only, at most ten.
enum class Redirects { SameOrigin, Anywhere };

/// One request. Move-only because of its secret.
struct Request {
    QByteArray method = QByteArrayLiteral("GET");
    QUrl url;
    Headers headers; ///< No Authorization here. To another origin go only Accept, Range, If-Range and the content's own.
    Secret authorization; ///< The whole value of `Authorization`. Sent to the origin of `url` alone, never after a redirect away from it.
    BodySource body;
    Limits limits;
    QString account; ///< Whose connections to use; requests of two accounts never share one.
    bool interactive = false; ///< Does not queue behind large transfers.
    Redirects redirects = Redirects::Anywhere;
    /// The origin whose answer named `url` (an upload's Location, a Link): the rules of a redirect hold for this step too, and
    /// `authorization` stays here where the origins differ. Empty where we made the address ourselves.
    QUrl namedBy;
    bool secretForNamed = false; ///< The token server alone: `authorization` is meant for `url` though another origin named it.
    std::shared_ptr<std::atomic<qint64>> counter; ///< Counts every request on the wire, hops included; may be null.
    int attempt = 1; ///< For the trace.
};

/// What came back. Any status is a response; only what broke below HTTP is an Error.
struct Response {
    int status = 0;
    Headers headers;
    QByteArray body; ///< Empty where a sink took it. With status ≥ 400 always here, cut at 1 MiB. Of a success whole, where it has a
        ///< `Content-Length` or is JSON; anything else has to be proved whole by a digest.
    QUrl url; ///< Where the answer came from, after redirects.
    int hops = 0; ///< Redirects that were followed.
    qint64 received = 0; ///< Bytes of the body.

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

/// Where the body of a successful answer goes, in the thread of the transport. An error from either function ends the exchange with it.
/// Without a `Content-Length` the end of the body may be a cut: a sink checks size and digest.
class Sink {
public:
    virtual ~Sink() = default;
    /// Headers are there (status 2xx); again after a redirect never, after a retry by the caller yes.
    virtual Result<void> begin(const Response &response) = 0;
    virtual Result<void> write(QByteArrayView bytes) = 0;
};

/// Bytes of this exchange so far, each way. Called in the thread of the transport, never after `send` has given its result.
using ProgressFn = std::function<void(qint64 sent, qint64 received)>;

} // namespace pd::http
