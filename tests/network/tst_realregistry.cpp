// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "http/transport.h"
#include "registry/client.h"
#include "support/await.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/servers/images.h"
#include "support/servers/memorytarget.h"
#include "support/servers/registryserver.h"
#include "support/servers/throttleproxy.h"

#include <QElapsedTimer>

using namespace pd;
using namespace pd::registry;
using pd::test::await;
using pd::test::imageJob;
using pd::test::MemoryTarget;
using pd::test::OneCredential;
using pd::test::RegistryServer;
using pd::test::TokenServer;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A client with all that it stands on.
struct Desk {
    explicit Desk(const QString &user = {}, const char *secret = "", bool identity = false, const http::TransportOptions &options = {})
        : transport(options)
        , credentials(user.isEmpty() ? OneCredential() : OneCredential(user, secret, identity))
        , client(transport, credentials, clock, {})
    {
    }
    SystemClock clock;
    http::Transport transport;
    OneCredential credentials;
    Client client;
    NoProgress quiet;
};

QString causeOf(const auto &result)
{
    return result ? u"ok"_s : result.error().cause;
}

oci::Reference reference(const QString &text)
{
    return *oci::Reference::parse(text, {});
}

} // namespace

/// The client against Debian's docker-registry.
class TestRealRegistry final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_certificates = std::make_unique<pd::test::Certificates>(); }

    void wholeRound_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"plain", "token", "htpasswd", "tls", "tls by name", "identity token"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void wholeRound()
    {
        QFETCH(QString, kind);
        TokenServer tokens(*m_certificates);
        RegistryServer::Options options;
        http::TransportOptions transport;
        if (kind == "token"_L1 || kind == "identity token"_L1)
            options.tokenRealm = tokens.realm(), options.tokenCertificate = m_certificates->token();
        if (kind == "htpasswd"_L1)
            options.htpasswdUser = u"me"_s, options.htpasswdPassword = u"s3cret"_s;
        if (kind.startsWith("tls"_L1)) {
            options.certificate = m_certificates->server(), options.key = m_certificates->serverKey();
            transport.caFiles = {m_certificates->ca()};
        }
        RegistryServer registry(options);
        const bool identity = kind == "identity token"_L1;
        Desk desk(u"me"_s, identity ? "identity-s3cret" : "s3cret", identity, transport);
        const QString host = kind == "tls by name"_L1 ? u"localhost:%1"_s.arg(registry.port()) : registry.host();

        const QByteArray bundle(20'000, 'b');
        const auto pushed = await(desk.client.push(imageJob(host, u"acme/rbac"_s, {u"1.0.0"_s, u"latest"_s}, bundle), desk.quiet, {}));
        VERIFY_RESULT(pushed);
        const auto tags = await(desk.client.tags(host, u"acme/rbac"_s, {}, {}));
        VERIFY_RESULT(tags);
        QCOMPARE(QSet<QString>(tags->tags.begin(), tags->tags.end()), (QSet<QString>{u"1.0.0"_s, u"latest"_s}));
        const auto catalog = await(desk.client.catalog(host, {}, {}));
        VERIFY_RESULT(catalog);
        QCOMPARE(catalog->repositories, QStringList{u"acme/rbac"_s});
        const auto head = await(desk.client.head(reference(host + u"/acme/rbac:latest"_s), {}));
        VERIFY_RESULT(head);
        QCOMPARE(head->digest, pushed->digest);

        MemoryTarget target;
        const auto pulled = await(desk.client.pull(reference(host + u"/acme/rbac:latest"_s), target, desk.quiet, {}));
        VERIFY_RESULT(pulled);
        QCOMPARE(pulled->manifest.descriptor.digest, pushed->digest);
        QCOMPARE(target.blobs.value(oci::Digest::ofSha256(bundle).toString()), bundle);
        QCOMPARE(target.blobs.value(QString(oci::emptyJsonDigest)), QByteArray("{}"));
        QCOMPARE(registry.count("GET /v2/acme/rbac/blobs/sha256:44136fa3"), 0);

        VERIFY_RESULT(await(desk.client.deleteManifest(host, u"acme/rbac"_s, pushed->digest, {})));
        QCOMPARE(int(await(desk.client.manifest(reference(host + u"/acme/rbac:latest"_s), {})).error().kind), int(ErrorKind::NotFound));
        if (identity)
            QVERIFY(!std::ranges::any_of(registry.accessLog(), [](const QByteArray &line) { return line.contains("s3cret"); }));
    }

    void requestsAreFew()
    {
        TokenServer tokens(*m_certificates);
        RegistryServer::Options options;
        options.tokenRealm = tokens.realm();
        options.tokenCertificate = m_certificates->token();
        RegistryServer registry(options);
        Desk desk(u"me"_s, "s3cret");
        const auto counts = [&] { return registry.count() + tokens.server().count(""); };
        const QString host = registry.host();

        // First contact ever: a 401 each for the blobs that go side by side, one token, 2 × (POST + PUT), the manifest.
        const auto first = await(desk.client.push(imageJob(host, u"a/b"_s, {u"1"_s}, QByteArray(20'000, '1')), desk.quiet, {}));
        VERIFY_RESULT(first);
        QTRY_COMPARE(counts(), first->requests);
        QVERIFY2(first->requests <= 7, qPrintable(QString::number(first->requests)));
        QCOMPARE(tokens.server().count(""), 1);

        int before = counts();
        const auto known = await(desk.client.push(imageJob(host, u"a/b"_s, {u"2"_s}, QByteArray(20'000, '2')), desk.quiet, {}));
        VERIFY_RESULT(known);
        QTRY_COMPARE(counts() - before, known->requests);
        QCOMPARE(known->requests, 5);

        before = counts();
        auto again = imageJob(host, u"a/b"_s, {u"2"_s}, QByteArray(20'000, '2'));
        again.expectThere = true;
        const auto there = await(desk.client.push(again, desk.quiet, {}));
        VERIFY_RESULT(there);
        QVERIFY(there->wasThere);
        QTRY_COMPARE(counts() - before, there->requests);
        QCOMPARE(there->requests, 1);

        before = counts();
        MemoryTarget target;
        const auto pulled = await(desk.client.pull(reference(host + u"/a/b:2"_s), target, desk.quiet, {}));
        VERIFY_RESULT(pulled);
        QTRY_COMPARE(counts() - before, pulled->requests);
        QCOMPARE(pulled->requests, 3); // a token for pull, the manifest, one blob
        const auto nothingNew = await(desk.client.pull(reference(host + u"/a/b:2"_s), target, desk.quiet, {}));
        VERIFY_RESULT(nothingNew);
        QCOMPARE(nothingNew->requests, 1);
    }

    void mountsMoveNothing()
    {
        RegistryServer registry;
        Desk desk;
        const QByteArray bundle(2 << 20, 'm');
        VERIFY_RESULT(await(desk.client.push(imageJob(registry.host(), u"a/source"_s, {u"1"_s}, bundle), desk.quiet, {})));
        auto job = imageJob(registry.host(), u"a/copy"_s, {u"1"_s}, bundle);
        job.mountFrom = u"a/source"_s;
        const auto copied = await(desk.client.push(job, desk.quiet, {}));
        VERIFY_RESULT(copied);
        QCOMPARE(copied->skipped, 2);
        QCOMPARE(copied->bytes, 0);
        QCOMPARE(copied->requests, 3);
        job.mountFrom = u"a/nobody"_s;
        job.repository = u"a/third"_s;
        const auto fallen = await(desk.client.push(job, desk.quiet, {}));
        VERIFY_RESULT(fallen);
        QCOMPARE(fallen->skipped, 0);
        QCOMPARE(fallen->requests, 5); // 202 instead of 201: on in the same session
    }

    void signIn_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("token, right") << u"token"_s << QByteArray("s3cret") << u"accepted"_s;
        QTest::newRow("token, wrong") << u"token"_s << QByteArray("wrong") << u"login.denied"_s;
        QTest::newRow("token, public pulls, wrong") << u"public"_s << QByteArray("wrong") << u"login.denied"_s;
        QTest::newRow("token, ignores") << u"ignore"_s << QByteArray("wrong") << u"ignored"_s;
        QTest::newRow("htpasswd, right") << u"htpasswd"_s << QByteArray("s3cret") << u"accepted"_s;
        QTest::newRow("htpasswd, wrong") << u"htpasswd"_s << QByteArray("wrong") << u"login.denied"_s;
        QTest::newRow("plain") << u"plain"_s << QByteArray("s3cret") << u"ignored"_s;
    }
    void signIn()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, password);
        QFETCH(QString, outcome);
        TokenServer tokens(*m_certificates);
        RegistryServer::Options options;
        if (kind == "htpasswd"_L1) {
            options.htpasswdUser = u"me"_s, options.htpasswdPassword = u"s3cret"_s;
        } else if (kind != "plain"_L1) {
            options.tokenRealm = tokens.realm(), options.tokenCertificate = m_certificates->token();
            if (kind != "token"_L1)
                tokens.setMood(kind == "public"_L1 ? TokenServer::Mood::PublicPull : TokenServer::Mood::IgnoreAll);
        }
        RegistryServer registry(options);
        Desk desk;
        const auto report
            = await(desk.client.checkCredential(registry.host(), Credential{u"me"_s, Secret(std::move(password)), false}, {}));
        QString got = causeOf(report);
        if (report)
            got = report->outcome == SignInReport::Outcome::Accepted ? u"accepted"_s : u"ignored"_s;
        else
            QCOMPARE(int(report.error().kind), int(ErrorKind::Unauthenticated));
        QCOMPARE(got, outcome);
    }

    void wrongPassword()
    {
        RegistryServer::Options options;
        options.htpasswdUser = u"me"_s;
        options.htpasswdPassword = u"s3cret"_s;
        RegistryServer registry(options);
        Desk wrong(u"me"_s, "wrong");
        const auto denied = await(wrong.client.push(imageJob(registry.host(), u"a/b"_s, {u"1"_s}, "x"), wrong.quiet, {}));
        QCOMPARE(causeOf(denied), u"login.denied"_s);
        Desk nobody;
        QCOMPARE(causeOf(await(nobody.client.tags(registry.host(), u"a/b"_s, {}, {}))), u"login.needed"_s);
    }

    void privateCaIsNeeded()
    {
        RegistryServer::Options options;
        options.certificate = m_certificates->server();
        options.key = m_certificates->serverKey();
        RegistryServer registry(options);
        Desk desk;
        const auto refused = await(desk.client.tags(registry.host(), u"a/b"_s, {}, {}));
        QVERIFY(!refused);
        QCOMPARE(int(refused.error().kind), int(ErrorKind::Tls));
        QCOMPARE(refused.error().cause, u"tls.unknown-ca"_s);
        http::TransportOptions insecure;
        insecure.insecureHosts = {registry.host()};
        Desk loud({}, "", false, insecure);
        QCOMPARE(int(await(loud.client.tags(registry.host(), u"a/b"_s, {}, {})).error().kind), int(ErrorKind::NotFound));
        http::TransportOptions missing;
        missing.caFiles = {u"/nowhere/ca.pem"_s};
        Desk unreadable({}, "", false, missing);
        QCOMPARE(causeOf(await(unreadable.client.tags(registry.host(), u"a/b"_s, {}, {}))), u"tls.ca-file"_s);
    }

    void aCaOfOneHostIsForThatHostAlone()
    {
        RegistryServer::Options options;
        options.certificate = m_certificates->server();
        options.key = m_certificates->serverKey();
        RegistryServer registry(options);
        const QString byName = u"localhost:%1"_s.arg(registry.port());
        QString trusted = registry.host();
        http::TransportOptions transport;
        transport.caFilesOf
            = [this, &trusted](const QString &host) { return host == trusted ? QStringList{m_certificates->ca()} : QStringList(); };
        Desk desk({}, "", false, transport);
        QCOMPARE(int(await(desk.client.tags(registry.host(), u"a/b"_s, {}, {})).error().kind), int(ErrorKind::NotFound));
        QCOMPARE(causeOf(await(desk.client.tags(byName, u"a/b"_s, {}, {}))), u"tls.unknown-ca"_s);
        // Chosen for another host, it counts with the next request, and no longer for the first.
        trusted = byName;
        QCOMPARE(int(await(desk.client.tags(byName, u"a/b"_s, {}, {})).error().kind), int(ErrorKind::NotFound));
        QCOMPARE(causeOf(await(desk.client.tags(registry.host(), u"a/b"_s, {}, {}))), u"tls.unknown-ca"_s);
    }

    void deleteSwitchedOff()
    {
        RegistryServer::Options options;
        options.allowDelete = false;
        RegistryServer registry(options);
        Desk desk;
        const auto pushed = await(desk.client.push(imageJob(registry.host(), u"a/b"_s, {u"1"_s}, "x"), desk.quiet, {}));
        VERIFY_RESULT(pushed);
        const auto removed = await(desk.client.deleteManifest(registry.host(), u"a/b"_s, pushed->digest, {}));
        QCOMPARE(causeOf(removed), u"delete.unsupported"_s);
        QCOMPARE(int(removed.error().kind), int(ErrorKind::Unsupported));
    }

    void progressIsWhatTheOtherSideTook()
    {
        RegistryServer registry;
        pd::test::ThrottleProxy proxy(registry.port(), {.bytesPerSecond = 8 << 20, .delayMs = 0});
        Desk desk;
        pd::test::Reports reports;
        constexpr qint64 Size = 64 << 20;
        const auto job = imageJob(proxy.host(), u"a/big"_s, {u"1"_s}, QByteArray(Size, 'x'));
        std::optional<Result<PushReport>> result;
        desk.client.push(job, reports, {}).then([&](Result<PushReport> r) { result = std::move(r); });
        int samples = 0;
        QElapsedTimer clock;
        clock.start();
        while (!result && clock.elapsed() < 60'000) {
            QTest::qWait(500);
            if (reports.all.isEmpty() || result)
                continue;
            const qint64 ahead = reports.all.last().done - proxy.taken();
            QVERIFY2(qAbs(ahead) <= 8 << 20, qPrintable(QString::number(ahead)));
            ++samples;
        }
        QVERIFY(result);
        VERIFY_RESULT(*result);
        QVERIFY2(samples >= 10, qPrintable(QString::number(samples)));
        for (qsizetype i = 1; i < reports.all.size(); ++i)
            QVERIFY(reports.all.at(i).done >= reports.all.at(i - 1).done);
        QCOMPARE(reports.all.last().done, reports.all.last().total);
        QVERIFY(reports.all.at(reports.all.size() - 2).done < reports.all.last().total);
        QVERIFY2(reports.all.size() <= clock.elapsed() * 31 / 1000, qPrintable(QString::number(reports.all.size())));
    }

    void aFreezeIsToldAndCancelIsQuick()
    {
        RegistryServer registry;
        pd::test::ThrottleProxy proxy(registry.port(), {.bytesPerSecond = 16 << 20, .delayMs = 0});
        Desk desk;
        pd::test::Reports reports;
        std::stop_source stop;
        std::optional<Result<PushReport>> result;
        const auto job = imageJob(proxy.host(), u"a/big"_s, {u"1"_s}, QByteArray(64 << 20, 'x'));
        desk.client.push(job, reports, stop.get_token()).then([&](Result<PushReport> r) { result = std::move(r); });
        QTRY_VERIFY_WITH_TIMEOUT(!reports.all.isEmpty() && reports.all.last().done > 8 << 20, 10'000);
        proxy.freeze(true);
        QTRY_VERIFY_WITH_TIMEOUT(reports.all.last().stalled, 5'000);
        QElapsedTimer clock;
        clock.start();
        stop.request_stop();
        QTRY_VERIFY_WITH_TIMEOUT(result, 1'000);
        QVERIFY2(clock.elapsed() < 100, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(result->error().isCancelled());
        QCOMPARE(registry.count("\"PUT /v2/a/big/manifests/"), 0);
    }

private:
    std::unique_ptr<pd::test::Certificates> m_certificates;
};

PD_TEST(TestRealRegistry)
#include "tst_realregistry.moc"
