// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostileregistry.h"

/// Answers that end before they are whole (docs/decisions/010-a-cut-answer-is-not-whole.md), bytes and end in one go: QtNetwork takes them for whole ones now and then, the client never.
class TestCutAnswers final : public QObject {
    Q_OBJECT

    /// The first `part` bytes of `body`, in a chunk that promises all of it.
    static bool cut(Peer &peer, const QByteArray &body, qsizetype part, const QByteArray &type = "application/json")
    {
        peer.send("HTTP/1.1 200 X\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray::number(body.size(), 16)
            + "\r\n" + body.first(part));
        peer.close();
        return true;
    }

private Q_SLOTS:
    void neverCounts_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("percent");
        for (const char *what : {"tags", "catalog", "manifest", "token", "blob"}) {
            for (const int percent : {0, 10, 50, 99})
                QTest::addRow("%s, %d %%", what, percent) << QString::fromLatin1(what) << percent;
        }
    }
    void neverCounts()
    {
        QFETCH(QString, what);
        QFETCH(int, percent);
        const auto part = [percent](const QByteArray &body) { return body.size() * percent / 100; };
        ScriptServer tokens([&](const Received &, Peer &peer) {
            const QByteArray body = R"({"token":"t0k","expires_in":60})";
            cut(peer, body, part(body));
        });
        OneImage image([&](const Received &request, Peer &peer) {
            const QByteArray tags = R"({"name":"a/b","tags":["1.0.0","1.0.1","latest"]})";
            const QByteArray catalog = R"({"repositories":["a/b","a/c"]})";
            if (what == "token"_L1)
                return peer.reply(401, {}, {"WWW-Authenticate: Bearer realm=\"" + tokens.url(u"/token"_s).toEncoded() + '"'});
            if (what == "tags"_L1)
                return cut(peer, tags, part(tags));
            if (what == "catalog"_L1)
                return cut(peer, catalog, part(catalog));
            if (what == "manifest"_L1)
                return cut(peer, image.job.manifest, part(image.job.manifest), image.job.mediaType.toLatin1());
            if (request.path() == OneImage::blobPath())
                return cut(peer, bundle(), part(bundle()));
            return false;
        });
        for (int i = 0; i < 4; ++i) {
            Desk desk(OneCredential(u"me"_s, "s3cret"));
            QString cause;
            if (what == "tags"_L1)
                cause = causeOf(await(desk.client.tags(image.server.host(), u"a/b"_s, {}, {})));
            else if (what == "catalog"_L1)
                cause = causeOf(await(desk.client.catalog(image.server.host(), {}, {})));
            else {
                MemoryTarget target;
                cause = causeOf(await(desk.client.pull(reference(image.name()), target, desk.quiet, {})));
                QVERIFY(!target.blobs.contains(oci::Digest::ofSha256(bundle()).toString()));
                QCOMPARE(target.open, 0);
            }
            // Of nothing at all nobody can say that it was cut: it is refused for what it is.
            const bool told = cause == "network.closed"_L1 || cause == "blob.short"_L1;
            QVERIFY2(told || (percent == 0 && cause != "ok"_L1), qPrintable(cause));
        }
    }
};

PD_TEST(TestCutAnswers)
#include "tst_cutanswers.moc"
