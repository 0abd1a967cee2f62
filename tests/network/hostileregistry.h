// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "http/transport.h"
#include "registry/client.h"
#include "support/await.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/servers/images.h"
#include "support/servers/memorytarget.h"
#include "support/servers/scriptserver.h"
#include "support/virtualclock.h"
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace pd;
using namespace pd::registry;
using pd::test::await;
using pd::test::imageJob;
using pd::test::MemoryTarget;
using pd::test::OneCredential;
using pd::test::Peer;
using pd::test::Received;
using pd::test::ScriptServer;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Registries of one image that lie where a test says so, and who talks to them. For the tests of this folder alone.
namespace {

struct Desk {
    explicit Desk(OneCredential provider = OneCredential(), HostSettingsProvider settings = {})
        : credentials(std::move(provider))
        , client(transport, credentials, clock, std::move(settings))
    {
        clock.setAutoAdvance(true);
    }
    pd::test::VirtualClock clock;
    http::Transport transport;
    OneCredential credentials;
    Client client;
    NoProgress quiet;
};

[[maybe_unused]] QString causeOf(const auto &result)
{
    return result ? u"ok"_s : result.error().cause;
}

[[maybe_unused]] oci::Reference reference(const QString &text)
{
    return *oci::Reference::parse(text, {});
}

[[maybe_unused]] QByteArray bundle()
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < 300000; ++i)
        bytes += QByteArray::number(i);
    return bytes;
}

/// A registry with one image, well behaved but where the test says otherwise.
class OneImage {
public:
    using Twist = std::function<bool(const Received &, Peer &)>; ///< True: it has answered.
    explicit OneImage(Twist twist)
        : job(imageJob({}, u"a/b"_s, {u"1"_s}, bundle()))
        , m_twist(std::move(twist))
        , server([this](const Received &r, Peer &p) { answer(r, p); })
    {
    }
    [[nodiscard]] QString name() const { return QString(server.host() + u"/a/b:1"_s); }
    [[nodiscard]] static QByteArray blobPath()
    {
        return QByteArray("/v2/a/b/blobs/" + oci::Digest::ofSha256(bundle()).toString().toLatin1());
    }

    PushJob job;

private:
    void answer(const Received &request, Peer &peer)
    {
        if (m_twist && m_twist(request, peer))
            return;
        if (request.path() == blobPath())
            peer.reply(200, bundle(), {"ETag: \"v1\""});
        else if (request.path().startsWith("/v2/a/b/manifests/"))
            peer.reply(200, job.manifest, {QByteArray("Content-Type: " + job.mediaType.toLatin1())});
        else
            peer.reply(404, R"({"errors":[{"code":"NAME_UNKNOWN"}]})");
    }
    Twist m_twist;

public:
    ScriptServer server;
};

/// Takes uploads as a registry does, but where the test says otherwise.
class OneUpload {
public:
    using Twist = std::function<bool(const Received &, Peer &)>;
    explicit OneUpload(Twist twist)
        : m_twist(std::move(twist))
        , server([this](const Received &r, Peer &p) { answer(r, p); })
    {
    }

private:
    void answer(const Received &request, Peer &peer)
    {
        if (m_twist && m_twist(request, peer))
            return;
        if (request.method == "HEAD")
            peer.send("HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n");
        else if (request.method == "POST")
            peer.reply(202, {}, {"Location: /v2/a/b/blobs/uploads/u1?_state=x%2Fy", "Range: 0-0"});
        else
            peer.reply(201);
    }
    Twist m_twist;

public:
    ScriptServer server;
};

} // namespace
