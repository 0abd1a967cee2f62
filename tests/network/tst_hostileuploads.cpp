// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostileregistry.h"

/// Uploads to registries that lie, cut and stall, and what a cancel leaves. The numbers are those of the list of hostile cases.
class TestHostileUploads final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // 46
    void wrongDigestInA201()
    {
        std::atomic<bool> there = false;
        OneUpload upload([&](const Received &request, Peer &peer) {
            if (request.method == "HEAD" && there)
                return peer.send("HTTP/1.1 200 X\r\nContent-Length: 300000\r\n\r\n");
            return request.method == "PUT" && request.path().contains("uploads")
                && peer.reply(201, {}, {"Docker-Content-Digest: sha256:" + QByteArray(64, '0')});
        });
        Desk desk;
        QCOMPARE(causeOf(await(desk.client.push(imageJob(upload.server.host(), u"a/b"_s, {u"1"_s}, bundle()), desk.quiet, {}))),
            u"push.digest"_s);
        QVERIFY(upload.server.count("HEAD") >= 1);
        QCOMPARE(upload.server.count("PUT", "/v2/a/b/manifests/"), 0);
        OneUpload manifests([&](const Received &request, Peer &peer) {
            return request.path().contains("/manifests/") && request.method == "PUT"
                && peer.reply(201, {}, {"Docker-Content-Digest: sha256:" + QByteArray(64, '0')});
        });
        QCOMPARE(causeOf(await(desk.client.push(imageJob(manifests.server.host(), u"a/b"_s, {u"1"_s}, bundle()), desk.quiet, {}))),
            u"manifest.digest"_s);
    }

    /// The answer to the PUT is lost, though the blob has arrived: one HEAD, and no second upload.
    void lostAnswersAreAskedFor_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("arrived") << true;
        QTest::newRow("did not") << false;
    }
    void lostAnswersAreAskedFor()
    {
        QFETCH(bool, arrived);
        std::atomic<bool> lost = false;
        const QByteArray digest = oci::Digest::ofSha256(bundle()).toString().toLatin1();
        OneUpload upload([&](const Received &request, Peer &peer) {
            if (request.method == "HEAD" && arrived && request.target.contains(digest))
                return peer.send("HTTP/1.1 200 X\r\nContent-Length: " + QByteArray::number(bundle().size()) + "\r\n\r\n");
            if (request.method == "PUT" && request.target.contains(digest) && !lost.exchange(true)) {
                peer.close();
                return true;
            }
            return false;
        });
        Desk desk;
        const auto pushed = await(desk.client.push(imageJob(upload.server.host(), u"a/b"_s, {u"1"_s}, bundle()), desk.quiet, {}));
        VERIFY_RESULT(pushed);
        int puts = 0;
        for (const Received &request : upload.server.requests())
            puts += request.method == "PUT" && request.target.contains(digest) ? 1 : 0;
        QCOMPARE(puts, arrived ? 1 : 2);
        QCOMPARE(upload.server.count("HEAD"), 1);
    }

    /// The answer to a POST is lost: HEAD comes before another POST.
    void aLostPostIsNotSentBlindly()
    {
        std::atomic<bool> lost = false;
        OneUpload upload([&](const Received &request, Peer &peer) {
            if (request.method == "POST" && !lost.exchange(true)) {
                peer.close();
                return true;
            }
            return false;
        });
        auto job = imageJob(upload.server.host(), u"a/b"_s, {u"1"_s}, bundle());
        job.blobs.removeFirst();
        Desk desk;
        VERIFY_RESULT(await(desk.client.push(job, desk.quiet, {})));
        QStringList methods;
        for (const Received &request : upload.server.requests())
            methods.append(QString::fromLatin1(request.method));
        // Under load QNetworkAccessManager may write a HEAD twice on one connection, which is harmless. A POST is never written twice.
        QCOMPARE(methods.value(0), u"POST"_s);
        QCOMPARE(methods.value(1), u"HEAD"_s);
        QList<int> askedOn;
        for (const Received &request : upload.server.requests()) {
            if (request.method == "HEAD")
                askedOn.append(request.connection);
        }
        QVERIFY2(askedOn.size() <= 2, qPrintable(methods.join(u' ')));
        QCOMPARE(askedOn.first(), askedOn.last());
        methods.removeAll(u"HEAD"_s);
        QCOMPARE(methods, (QStringList{u"POST"_s, u"POST"_s, u"PUT"_s, u"PUT"_s}));
    }

    void aLostManifestAnswerIsAskedFor()
    {
        QByteArray digest;
        OneUpload upload([&](const Received &request, Peer &peer) {
            if (request.path().contains("/manifests/") && request.method == "PUT") {
                peer.close();
                return true;
            }
            return request.path().contains("/manifests/")
                && peer.send("HTTP/1.1 200 X\r\nContent-Type: application/vnd.oci.image.manifest.v1+json\r\nDocker-Content-Digest: "
                    + digest + "\r\nContent-Length: 5\r\n\r\n");
        });
        const auto job = imageJob(upload.server.host(), u"a/b"_s, {u"1"_s}, bundle());
        digest = oci::Digest::ofSha256(job.manifest).toString().toLatin1();
        Desk desk;
        VERIFY_RESULT(await(desk.client.push(job, desk.quiet, {})));
        QCOMPARE(upload.server.count("PUT", "/v2/a/b/manifests/"), 1);
    }

    // 49
    void aChangedFileIsNotPushed()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"bundle.tar.gz"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(bundle().size(), 'x')); // the same size, other bytes than were hashed
        file.close();
        OneUpload upload({});
        auto job = imageJob(upload.server.host(), u"a/b"_s, {u"1"_s}, bundle());
        job.blobs.last().path = path;
        job.blobs.last().bytes.clear();
        Desk desk;
        QCOMPARE(causeOf(await(desk.client.push(job, desk.quiet, {}))), u"upload.changed"_s);
        QCOMPARE(upload.server.count("PUT", "/v2/a/b/manifests/"), 0);
        for (const Received &request : upload.server.requests())
            QVERIFY(request.method != "PUT" || request.bodyBytes < bundle().size());
    }

    void singlePostSavesARequest()
    {
        OneUpload upload([](const Received &request, Peer &peer) {
            return request.method == "POST" && request.target.contains("?digest=") && peer.reply(201, {}, {"Location: /v2/a/b/blobs/x"});
        });
        Desk desk;
        const auto pushed = await(desk.client.push(imageJob(upload.server.host(), u"a/b"_s, {u"1"_s}, "small"), desk.quiet, {}));
        VERIFY_RESULT(pushed);
        QCOMPARE(pushed->requests, 3);
        QCOMPARE(upload.server.count("PUT", "/v2/a/b/blobs/uploads"), 0);
    }

    void aSessionThatIsGoneStartsAnew()
    {
        std::atomic<int> gone = 1;
        OneUpload upload([&](const Received &request, Peer &peer) {
            return request.path().contains("uploads/u1") && gone-- > 0 && peer.reply(404, R"({"errors":[{"code":"BLOB_UPLOAD_UNKNOWN"}]})");
        });
        Desk desk;
        VERIFY_RESULT(await(desk.client.push(imageJob(upload.server.host(), u"a/b"_s, {u"1"_s}, bundle()), desk.quiet, {})));
    }

    void progressNeverFallsThroughARetry()
    {
        std::atomic<int> fails = 1;
        OneUpload upload([&](const Received &request, Peer &peer) {
            return request.method == "PUT" && request.bodyBytes > 100000 && fails-- > 0 && peer.reply(502);
        });
        Desk desk;
        pd::test::Reports reports;
        VERIFY_RESULT(await(desk.client.push(imageJob(upload.server.host(), u"a/b"_s, {u"1"_s}, bundle()), reports, {})));
        for (qsizetype i = 1; i < reports.all.size(); ++i)
            QVERIFY(reports.all.at(i).done >= reports.all.at(i - 1).done);
        QCOMPARE(reports.all.last().done, reports.all.last().total);
    }

    void notWholeBeforeTheManifest()
    {
        pd::test::Reports reports;
        std::atomic<bool> atManifest = false;
        OneUpload upload([&](const Received &request, Peer &peer) {
            if (request.method == "PUT" && request.path().contains("/manifests/")) {
                atManifest = true;
                peer.pause(300);
            }
            return false;
        });
        Desk desk;
        std::optional<Result<PushReport>> result;
        desk.client.push(imageJob(upload.server.host(), u"a/b"_s, {u"1"_s}, bundle()), reports, {}).then([&](Result<PushReport> r) {
            result = std::move(r);
        });
        QTRY_VERIFY(atManifest);
        QVERIFY(std::ranges::all_of(reports.all, [](const Progress &p) { return p.done < p.total && p.phase != Progress::Phase::Done; }));
        QTRY_VERIFY(result);
        VERIFY_RESULT(*result);
        QCOMPARE(reports.all.last().done, reports.all.last().total);
    }

    void cancelInEveryPhase_data()
    {
        QTest::addColumn<QString>("phase");
        for (const char *phase : {"manifest", "token", "blob", "back-off"})
            QTest::newRow(phase) << QString::fromLatin1(phase);
    }
    void cancelInEveryPhase()
    {
        QFETCH(QString, phase);
        std::atomic<bool> reached = false;
        const auto stall = [&](Peer &peer) {
            reached = true;
            return peer.waitClosed() || true;
        };
        ScriptServer tokens([&](const Received &, Peer &peer) { stall(peer); });
        OneImage image([&](const Received &request, Peer &peer) {
            if (phase == "token"_L1)
                return peer.reply(401, {}, {"WWW-Authenticate: Bearer realm=\"" + tokens.url(u"/t"_s).toEncoded() + '"'});
            if (phase == "back-off"_L1) {
                reached = true;
                return peer.reply(503, {}, {"Retry-After: 30"});
            }
            if (phase == "blob"_L1 && request.path() == OneImage::blobPath()) {
                peer.send("HTTP/1.1 200 X\r\nContent-Length: 300000\r\n\r\n" + QByteArray(5000, 'x'));
                return stall(peer);
            }
            return phase == "manifest"_L1 && stall(peer);
        });
        Desk desk;
        desk.clock.setAutoAdvance(false);
        MemoryTarget target;
        std::stop_source stop;
        std::optional<Result<PullReport>> result;
        desk.client.pull(reference(image.name()), target, desk.quiet, stop.get_token()).then([&](Result<PullReport> r) {
            result = std::move(r);
        });
        QTRY_VERIFY(reached);
        if (phase == "back-off"_L1)
            QTRY_COMPARE(desk.clock.sleepers(), 1);
        QElapsedTimer clock;
        clock.start();
        stop.request_stop();
        QTRY_VERIFY_WITH_TIMEOUT(result, 1000);
        QVERIFY2(clock.elapsed() < 100, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(result->error().isCancelled());
        QCOMPARE(target.open, 0);
        QVERIFY(!target.blobs.contains(oci::Digest::ofSha256(bundle()).toString()));
    }

    /// A network's sign-in page says 200 to everything.
    void onlyCreatedIsBelieved_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("cause");
        QTest::newRow("200 and nothing") << 200 << QByteArray() << u"registry.unexpected-status"_s;
        QTest::newRow("202") << 202 << QByteArray() << u"registry.unexpected-status"_s;
        QTest::newRow("a page") << 200 << QByteArray("<!DOCTYPE html><p>Sign in to the Wi-Fi") << u"registry.html"_s;
        QTest::newRow("a page that says 201") << 201 << QByteArray("\n <html>") << u"registry.html"_s;
    }
    void onlyCreatedIsBelieved()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, cause);
        for (const char *what : {"blob", "manifest"}) {
            const bool blob = qstrcmp(what, "blob") == 0;
            OneUpload upload([&](const Received &request, Peer &peer) {
                const bool isManifest = request.path().contains("/manifests/");
                return request.method == "PUT" && isManifest != blob && peer.reply(status, body, {"Content-Type: text/html"});
            });
            Desk desk;
            const auto pushed = await(desk.client.push(imageJob(upload.server.host(), u"a/b"_s, {u"1"_s}, bundle()), desk.quiet, {}));
            QCOMPARE(causeOf(pushed), cause);
            if (blob)
                QCOMPARE(upload.server.count("PUT", "/v2/a/b/manifests"), 0);
        }
    }
};

PD_TEST(TestHostileUploads)
#include "tst_hostileuploads.moc"
