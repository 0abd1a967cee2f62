// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostileregistry.h"

/// The client against registries that lie, cut, stall and point elsewhere. The numbers are those of the list of hostile cases.
class TestHostileRegistry final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // 1, 6
    void blobElsewhereGetsNoSecret_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("serves it") << 200;
        QTest::newRow("asks for credentials") << 401;
    }
    void blobElsewhereGetsNoSecret()
    {
        QFETCH(int, status);
        ScriptServer storage([&](const Received &, Peer &peer) {
            if (status == 200)
                peer.reply(200, bundle());
            else
                peer.reply(401, {}, {"WWW-Authenticate: Basic realm=x"});
        });
        OneImage image([&](const Received &request, Peer &peer) {
            if (request.header("authorization").isEmpty())
                return peer.reply(401, {}, {"WWW-Authenticate: Basic realm=x"});
            if (request.path() == OneImage::blobPath())
                return peer.reply(307, {}, {"Location: " + storage.url(u"/blob?sig=1"_s).toEncoded()});
            return false;
        });
        Desk desk(OneCredential(u"me"_s, "s3cret"));
        MemoryTarget target;
        const auto pulled = await(desk.client.pull(reference(image.name()), target, desk.quiet, {}));
        QCOMPARE(pulled.has_value(), status == 200);
        QVERIFY(storage.count("GET") >= 1);
        QVERIFY(std::ranges::all_of(storage.requests(), [](const Received &r) { return r.header("authorization").isEmpty(); }));
        QVERIFY(storage.requests().size() <= 2);
        QCOMPARE(target.open, 0);
    }

    // 8
    void uploadLocations_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("cause");
        QTest::newRow("metadata") << QByteArray("http://169.254.169.254/u") << u"redirect.private"_s;
        QTest::newRow("file") << QByteArray("file:///tmp/u") << u"redirect.scheme"_s;
        QTest::newRow("user info") << QByteArray("http://a:b@127.0.0.1/u") << u"redirect.user-info"_s;
        QTest::newRow("none") << QByteArray() << u"redirect.location"_s;
    }
    void uploadLocations()
    {
        QFETCH(QByteArray, location);
        QFETCH(QString, cause);
        OneUpload upload([&](const Received &request, Peer &peer) {
            return request.method == "POST" && peer.reply(202, {}, {"Location: " + location});
        });
        Desk desk;
        QCOMPARE(causeOf(await(desk.client.push(imageJob(upload.server.host(), u"a/b"_s, {u"1"_s}, bundle()), desk.quiet, {}))), cause);
        QCOMPARE(upload.server.count("PUT", "/v2/a/b/manifests"), 0);
    }

    void uploadElsewhereGetsNoSecret()
    {
        ScriptServer storage([](const Received &, Peer &peer) { peer.reply(201); });
        OneUpload upload([&](const Received &request, Peer &peer) {
            if (request.header("authorization").isEmpty())
                return peer.reply(401, {}, {"WWW-Authenticate: Basic realm=x"});
            return request.method == "POST" && peer.reply(202, {}, {"Location: " + storage.url(u"/u?s=1"_s).toEncoded()});
        });
        Desk desk(OneCredential(u"me"_s, "s3cret"));
        VERIFY_RESULT(await(desk.client.push(imageJob(upload.server.host(), u"a/b"_s, {u"1"_s}, bundle()), desk.quiet, {})));
        QCOMPARE(storage.count("PUT"), 2);
        QVERIFY(std::ranges::all_of(storage.requests(), [](const Received &r) { return r.header("authorization").isEmpty(); }));
        QVERIFY(storage.requests().first().target.startsWith("/u?s=1&digest=sha256:"));
    }

    // 11, 12, 14, 16
    void badRealmsAskForNoCredential_data()
    {
        QTest::addColumn<QByteArray>("challenge");
        QTest::addColumn<QString>("cause");
        QTest::newRow("metadata") << QByteArray("Bearer realm=\"http://169.254.169.254/token\"") << u"redirect.private"_s;
        QTest::newRow("mapped metadata") << QByteArray("Bearer realm=\"http://[::ffff:a9fe:a9fe]/token\"") << u"redirect.private"_s;
        QTest::newRow("file") << QByteArray("Bearer realm=\"file:///etc/passwd\"") << u"auth.realm"_s;
        QTest::newRow("unterminated") << QByteArray("Bearer realm=\"http://127.0.0.1/token") << u"auth.challenge"_s;
        QTest::newRow("32 KB") << QByteArray("Bearer realm=\"http://127.0.0.1/" + QByteArray(32000, 'x') + '"') << u"auth.challenge"_s;
        QTest::newRow("unknown scheme") << QByteArray("Negotiate") << u"auth.scheme"_s;
        QTest::newRow("none") << QByteArray() << u"auth.no-challenge"_s;
    }
    void badRealmsAskForNoCredential()
    {
        QFETCH(QByteArray, challenge);
        QFETCH(QString, cause);
        ScriptServer server([&](const Received &, Peer &peer) {
            peer.reply(401, {}, challenge.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{"WWW-Authenticate: " + challenge});
        });
        Desk desk(OneCredential(u"me"_s, "s3cret"));
        QCOMPARE(causeOf(await(desk.client.tags(server.host(), u"a/b"_s, {}, {}))), cause);
        QCOMPARE(desk.credentials.asked.size(), 0);
        QCOMPARE(server.requests().size(), 1);
    }

    // 13, 17, 18, 19
    void tokenServers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("token") << 200 << QByteArray(R"({"token":"t0k"})") << u"t0k"_s;
        QTest::newRow("access_token") << 200 << QByteArray(R"({"access_token":"t1k"})") << u"t1k"_s;
        QTest::newRow("both, differing") << 200 << QByteArray(R"({"access_token":"t1k","token":"t0k"})") << u"t0k"_s;
        QTest::newRow("empty token") << 200 << QByteArray(R"({"token":"","access_token":"t1k"})") << u"t1k"_s;
        QTest::newRow("none") << 200 << QByteArray("{}") << u"auth.token-missing"_s;
        QTest::newRow("no text") << 200 << QByteArray(R"({"token":7})") << u"auth.token-missing"_s;
        QTest::newRow("line end") << 200 << QByteArray("{\"token\":\"a\\r\\nX-Evil: 1\"}") << u"auth.token-missing"_s;
        QTest::newRow("html") << 200 << QByteArray("<html>") << u"auth.token-missing"_s;
        QTest::newRow("10 MB") << 200 << QByteArray("{\"token\":\"" + QByteArray(10 << 20, 'x') + "\"}") << u"http.body-too-long"_s;
        QTest::newRow("denied") << 401 << QByteArray() << u"login.denied"_s;
        QTest::newRow("denied as GHCR does") << 403 << QByteArray(R"({"errors":[{"code":"DENIED"}]})") << u"login.denied"_s;
        QTest::newRow("elsewhere") << 302 << QByteArray() << u"redirect.foreign"_s;
    }
    void tokenServers()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, outcome);
        ScriptServer thief([](const Received &, Peer &peer) { peer.reply(200, R"({"token":"x"})"); });
        ScriptServer tokens([&](const Received &, Peer &peer) {
            peer.reply(
                status, body, status == 302 ? QList<QByteArray>{"Location: " + thief.url(u"/t"_s).toEncoded()} : QList<QByteArray>());
        });
        ScriptServer server([&](const Received &request, Peer &peer) {
            if (request.header("authorization").isEmpty())
                peer.reply(401, {},
                    {"WWW-Authenticate: Negotiate, Basic realm=\"a, b\", Bearer realm=\"" + tokens.url(u"/token"_s).toEncoded()
                        + "\",service=\"a&b\""});
            else
                peer.reply(200, R"({"tags":null})");
        });
        Desk desk(OneCredential(u"me"_s, "s3cret"));
        const auto tags = await(desk.client.tags(server.host(), u"a/b"_s, {}, {}));
        if (tags)
            QCOMPARE(server.requests().last().header("authorization"), QByteArray("Bearer " + outcome.toLatin1()));
        else
            QCOMPARE(tags.error().cause, outcome);
        QCOMPARE(thief.requests().size(), 0);
        QCOMPARE(tokens.requests().size(), 1);
        QVERIFY(tokens.requests().first().target.contains("service=a%26b"));
        QVERIFY(tokens.requests().first().header("authorization").startsWith("Basic "));
        QVERIFY(std::ranges::none_of(server.requests(), [](const Received &r) { return r.header("authorization").startsWith("Basic"); }));
    }

    void unauthorizedForEver_data()
    {
        QTest::addColumn<bool>("bearer");
        QTest::newRow("basic") << false;
        QTest::newRow("bearer") << true;
    }
    void unauthorizedForEver()
    {
        QFETCH(bool, bearer);
        ScriptServer tokens([](const Received &, Peer &peer) { peer.reply(200, R"({"token":"t"})"); });
        const QByteArray challenge
            = bearer ? QByteArray("Bearer realm=\"" + tokens.url(u"/token"_s).toEncoded() + '"') : QByteArray("Basic realm=x");
        ScriptServer server([&](const Received &, Peer &peer) { peer.reply(401, {}, {"WWW-Authenticate: " + challenge}); });
        Desk desk(OneCredential(u"me"_s, "s3cret"));
        const auto tags = await(desk.client.tags(server.host(), u"a/b"_s, {}, {}));
        QVERIFY(!tags);
        QCOMPARE(int(tags.error().kind), int(ErrorKind::Unauthenticated));
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(tokens.requests().size(), bearer ? 1 : 0);
    }

    void identityTokensFallBack_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("fallsBack");
        for (const int status : {400, 401, 404, 405})
            QTest::addRow("%d", status) << status << true;
        QTest::addRow("403") << 403 << false;
    }
    void identityTokensFallBack()
    {
        QFETCH(int, status);
        QFETCH(bool, fallsBack);
        ScriptServer tokens([&](const Received &request, Peer &peer) {
            if (request.method == "POST")
                peer.reply(status);
            else
                peer.reply(200, R"({"token":"t"})");
        });
        ScriptServer server([&](const Received &request, Peer &peer) {
            if (request.header("authorization") == "Bearer t")
                peer.reply(200, R"({"tags":["1"]})");
            else
                peer.reply(401, {}, {"WWW-Authenticate: Bearer realm=\"" + tokens.url(u"/token"_s).toEncoded() + '"'});
        });
        Desk desk(OneCredential(u"me"_s, "refresh&s3cret", true));
        QCOMPARE(await(desk.client.tags(server.host(), u"a/b"_s, {}, {})).has_value(), fallsBack);
        QVERIFY(tokens.requests().first().body.contains("grant_type=refresh_token"));
        QVERIFY(tokens.requests().first().body.contains("refresh_token=refresh%26s3cret"));
        QVERIFY(!server.saw("s3cret"));
    }

    /// `/v2/` lets everybody in, the token server does not: that is a refusal.
    void openDoorStrictTokens()
    {
        ScriptServer tokens([](const Received &, Peer &peer) { peer.reply(403, R"({"errors":[{"code":"DENIED","message":"denied"}]})"); });
        ScriptServer server([&](const Received &request, Peer &peer) {
            if (request.target == "/v2/")
                peer.reply(200, "{}");
            else
                peer.reply(401, {}, {"WWW-Authenticate: Bearer realm=\"" + tokens.url(u"/token"_s).toEncoded() + '"'});
        });
        Desk desk;
        const auto report = await(desk.client.checkCredential(server.host(), Credential{u"me"_s, Secret("wrong"), false}, {}));
        QCOMPARE(causeOf(report), u"login.denied"_s);
        QCOMPARE(int(report.error().kind), int(ErrorKind::Unauthenticated));
    }

    void noRegistryAtAll()
    {
        ScriptServer server([](const Received &, Peer &peer) { peer.reply(200, "<html>Welcome", {"Content-Type: text/html"}); });
        Desk desk;
        QCOMPARE(
            causeOf(await(desk.client.checkCredential(server.host(), Credential{u"me"_s, Secret("x"), false}, {}))), u"registry.html"_s);
        QCOMPARE(causeOf(await(desk.client.tags(server.host(), u"a/b"_s, {}, {}))), u"registry.html"_s);
    }

    // 20 to 23, 28
    void badBlobs_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<int>("requests");
        QTest::newRow("wrong, right length") << u"wrong"_s << u"blob.digest"_s << 1;
        QTest::newRow("longer by Content-Length") << u"longer"_s << u"blob.long"_s << 1;
        QTest::newRow("longer in chunks") << u"chunks"_s << u"blob.long"_s << 1;
        QTest::newRow("shorter for ever") << u"shorter"_s << u"blob.short"_s << 4;
        QTest::newRow("encoded") << u"encoded"_s << u"http.encoded"_s << 1;
        QTest::newRow("206 of another place") << u"range"_s << u"blob.range"_s << 2;
        QTest::newRow("gone") << u"gone"_s << u"registry.not-found"_s << 1;
        QTest::newRow("empty for ever") << u"empty"_s << u"blob.short"_s << 3;
    }
    void badBlobs()
    {
        QFETCH(QString, kind);
        QFETCH(QString, cause);
        QFETCH(int, requests);
        OneImage image([&](const Received &request, Peer &peer) {
            if (request.path() != OneImage::blobPath())
                return false;
            const QByteArray right = bundle();
            if (kind == "wrong"_L1)
                return peer.reply(200, QByteArray(right.size(), 'x'));
            if (kind == "longer"_L1)
                return peer.reply(200, QByteArray(right + "x"));
            if (kind == "chunks"_L1)
                return peer.send("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + QByteArray("10000\r\n" + QByteArray(0x10000, 'x') + "\r\n").repeated(10));
            if (kind == "shorter"_L1)
                return peer.reply(200, right.first(1000));
            if (kind == "empty"_L1)
                return peer.reply(200);
            if (kind == "encoded"_L1)
                return peer.reply(200, right, {"Content-Encoding: gzip"});
            if (kind == "gone"_L1)
                return peer.reply(404);
            if (request.header("range").isEmpty())
                return peer.reply(200, right.first(1000));
            return peer.reply(206, right.mid(500), {"Content-Range: bytes 500-299999/300000"});
        });
        Desk desk;
        MemoryTarget target;
        QCOMPARE(causeOf(await(desk.client.pull(reference(image.name()), target, desk.quiet, {}))), cause);
        QVERIFY2(image.server.count("GET", OneImage::blobPath()) <= requests,
            qPrintable(QString::number(image.server.count("GET", OneImage::blobPath()))));
        QCOMPARE(target.open, 0);
        QVERIFY(!target.blobs.contains(oci::Digest::ofSha256(bundle()).toString()));
    }

    // 21: what is cut goes on where it was
    void cutsAreResumed_data()
    {
        QTest::addColumn<bool>("sameTag");
        QTest::newRow("same ETag") << true;
        QTest::newRow("changed ETag") << false;
    }
    void cutsAreResumed()
    {
        QFETCH(bool, sameTag);
        std::atomic<qint64> served = 0;
        OneImage image([&](const Received &request, Peer &peer) {
            if (request.path() != OneImage::blobPath())
                return false;
            const QByteArray right = bundle();
            const QByteArray range = request.header("range");
            const qint64 from = sameTag && range.startsWith("bytes=") ? range.mid(6).chopped(1).toLongLong() : 0;
            const QByteArray rest = right.mid(from);
            QByteArray head = "HTTP/1.1 " + QByteArray(from > 0 ? "206" : "200")
                + " X\r\nContent-Length: " + QByteArray::number(rest.size()) + "\r\nETag: \"v1\"\r\n";
            if (from > 0)
                head += QByteArray("Content-Range: bytes " + QByteArray::number(from) + '-' + QByteArray::number(right.size() - 1) + '/'
                    + QByteArray::number(right.size()) + "\r\n");
            const qint64 now = served == 0 ? std::min<qint64>(rest.size(), 120000) : rest.size();
            served += now;
            peer.send(QByteArray(head + "\r\n" + rest.first(now)));
            if (now < rest.size())
                peer.close();
            return true;
        });
        Desk desk;
        MemoryTarget target;
        const auto pulled = await(desk.client.pull(reference(image.name()), target, desk.quiet, {}));
        VERIFY_RESULT(pulled);
        QCOMPARE(target.blobs.value(oci::Digest::ofSha256(bundle()).toString()), bundle());
        QCOMPARE(target.restarts > 0, !sameTag);
        if (sameTag)
            QCOMPARE(served.load(), bundle().size());
        const Received second = image.server.requests().at(2);
        QCOMPARE(second.header("range"), QByteArray("bytes=120000-"));
        QCOMPARE(second.header("if-range"), QByteArray("\"v1\""));
    }

    // 24 to 27, 30 to 33
    void badManifests_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("cause");
        const QByteArray type = QByteArray(oci::mediaTypeManifest.data(), oci::mediaTypeManifest.size());
        const QByteArray good = imageJob({}, u"a/b"_s, {}, "x").manifest;
        const auto twisted = [&good](const char *from, const QByteArray &to) { return QByteArray(good).replace(from, to); };
        QTest::newRow("html") << QByteArray("text/html") << QByteArray("<html>") << u"registry.html"_s;
        QTest::newRow("other type") << QByteArray(oci::mediaTypeDockerManifest.data(), oci::mediaTypeDockerManifest.size()) << good
                                    << u"manifest.mediaType"_s;
        QTest::newRow("both") << type << twisted("\"layers\"", "\"manifests\":[],\"layers\"") << u"manifest.ambiguous"_s;
        QTest::newRow("duplicate key") << type << twisted("\"layers\"", "\"layers\":[],\"layers\"") << u"manifest.duplicateKey"_s;
        QTest::newRow("bad UTF-8") << type << twisted("\"layers\"", "\"x\":\"\xff\",\"layers\"") << u"manifest.utf8"_s;
        QTest::newRow("deep") << type << twisted("\"layers\"", "\"x\":" + QByteArray(100000, '[') + QByteArray(100000, ']') + ",\"layers\"")
                              << u"manifest.depth"_s;
        QTest::newRow("4 MiB + 1") << type << QByteArray((4 << 20) + 1, ' ') << u"http.body-too-long"_s;
        QTest::newRow("path in a digest") << type << twisted("sha256:44136", "sha256:../../x44136") << u"digest.syntax"_s;
        QTest::newRow("capital digest") << type << twisted("sha256:44136f", "sha256:44136F") << u"digest.syntax"_s;
        QTest::newRow("unknown algorithm") << type << twisted("sha256:44136", "blake3:44136") << u"digest.algorithm"_s;
    }
    void badManifests()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, cause);
        ScriptServer server([&](const Received &, Peer &peer) { peer.reply(200, body, {"Content-Type: " + type}); });
        Desk desk;
        MemoryTarget target;
        const auto pulled = await(desk.client.pull(reference(QString(server.host() + u"/a/b:1"_s)), target, desk.quiet, {}));
        QCOMPARE(causeOf(pulled), cause);
        QCOMPARE(server.requests().size(), 1);
    }

    void manifestDigests()
    {
        OneImage image([&](const Received &request, Peer &peer) {
            return request.path().startsWith("/v2/a/b/manifests/")
                && peer.reply(200, m_manifest,
                    {QByteArray("Content-Type: " + QByteArray(oci::mediaTypeManifest.data())),
                        QByteArray("Docker-Content-Digest: sha256:" + QByteArray(64, '0'))});
        });
        m_manifest = image.job.manifest;
        Desk desk;
        const auto byTag = await(desk.client.manifest(reference(image.name()), {}));
        VERIFY_RESULT(byTag);
        QCOMPARE(byTag->descriptor.digest, oci::Digest::ofSha256(image.job.manifest)); // 25: the header lies
        const QString other = QString(image.server.host() + u"/a/b@sha256:"_s + QString(64, u'1'));
        QCOMPARE(causeOf(await(desk.client.manifest(reference(other), {}))), u"manifest.digest"_s); // 24
    }

    // 34
    void foreignUrlsAreNotFetched()
    {
        ScriptServer trap([](const Received &, Peer &peer) { peer.reply(200, bundle()); });
        OneImage image([&](const Received &request, Peer &peer) {
            if (request.path() == OneImage::blobPath())
                return peer.reply(404);
            if (!request.path().startsWith("/v2/a/b/manifests/"))
                return false;
            QByteArray manifest = m_manifest;
            manifest.replace("\"size\":300", QByteArray("\"urls\":[\"" + trap.url(u"/layer"_s).toEncoded() + "\"],\"size\":300"));
            return peer.reply(200, manifest, {"Content-Type: application/vnd.oci.image.manifest.v1+json"});
        });
        m_manifest = image.job.manifest;
        Desk desk;
        MemoryTarget target;
        QVERIFY(!await(desk.client.pull(reference(image.name()), target, desk.quiet, {})));
        QCOMPARE(trap.requests().size(), 0);
    }

    // 38 to 40
    void lists_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("null") << QByteArray(R"({"name":"a/b","tags":null})") << QByteArray() << u""_s;
        QTest::newRow("illegal") << QByteArray(R"({"tags":["1","../x","",7,"a b","ok"]})") << QByteArray() << u"1 ok"_s;
        QTest::newRow("no list") << QByteArray(R"({"tags":{}})") << QByteArray() << u"list.shape"_s;
        QTest::newRow("html") << QByteArray("<!DOCTYPE html>") << QByteArray() << u"registry.html"_s;
        QTest::newRow("foreign link") << QByteArray(R"({"tags":["1"]})") << QByteArray("<https://evil.example/x>; rel=\"next\"")
                                      << u"link.foreign"_s;
        QTest::newRow("link to itself") << QByteArray(R"({"tags":["1"]})") << QByteArray("</v2/a/b/tags/list?n=1000>; rel=\"next\"")
                                        << u"link.loop"_s;
        QTest::newRow("empty page with more") << QByteArray(R"({"tags":[]})") << QByteArray("</v2/a/b/tags/list?last=z>; rel=\"next\"")
                                              << u"link.loop"_s;
    }
    void lists()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, link);
        QFETCH(QString, outcome);
        ScriptServer server([&](const Received &, Peer &peer) {
            peer.reply(200, body, link.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{"Link: " + link});
        });
        Desk desk;
        const auto page = await(desk.client.tags(server.host(), u"a/b"_s, {}, {}));
        QCOMPARE(page ? page->tags.join(u' ') : page.error().cause, outcome);
    }

    void pagesFollowLinks()
    {
        ScriptServer server([&](const Received &request, Peer &peer) {
            if (request.target.contains("last=b"))
                peer.reply(200, R"({"tags":["c"]})");
            else
                peer.reply(200, R"({"tags":["a","b"]})", {"Link: </v2/a/b/tags/list?n=2&last=b>; rel=\"next\""});
        });
        Desk desk;
        const auto first = await(desk.client.tags(server.host(), u"a/b"_s, {}, {}));
        VERIFY_RESULT(first);
        const auto second = await(desk.client.tags(server.host(), u"a/b"_s, first->next, {}));
        VERIFY_RESULT(second);
        QCOMPARE(second->tags, QStringList{u"c"_s});
        QVERIFY(second->next.isEmpty());
    }

    // 42
    void limitsAreHonoured()
    {
        std::atomic<int> left = 2;
        ScriptServer server([&](const Received &, Peer &peer) {
            if (left-- > 0)
                peer.reply(429, {}, {"Retry-After: 7"});
            else
                peer.reply(200, R"({"tags":["1"]})");
        });
        Desk desk;
        VERIFY_RESULT(await(desk.client.tags(server.host(), u"a/b"_s, {}, {})));
        QCOMPARE(desk.clock.slept(), (QList<std::chrono::milliseconds>{7s, 7s}));
        left = 1000;
        ScriptServer slow([&](const Received &, Peer &peer) { peer.reply(429, {}, {"Retry-After: 1000000000"}); });
        const auto refused = await(desk.client.tags(slow.host(), u"a/b"_s, {}, {}));
        QCOMPARE(int(refused.error().kind), int(ErrorKind::RateLimited));
        QCOMPARE(refused.error().retryAfterMs, 15 * 60 * 1000);
        QCOMPARE(slow.requests().size(), 1);
    }

private:
    QByteArray m_manifest;
};

PD_TEST(TestHostileRegistry)
#include "tst_hostileregistry.moc"
