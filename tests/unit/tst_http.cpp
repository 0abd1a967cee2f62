// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/address.h"
#include "http/connections.h"
#include "http/failure.h"
#include "http/link.h"
#include "http/redact.h"
#include "http/redirect.h"
#include "http/retryafter.h"
#include "http/wholeness.h"
#include "support/result.h"
#include "support/runner.h"

#include <QProcessEnvironment>

using namespace pd;
using namespace pd::http;
using namespace Qt::StringLiterals;

/// The rules of the transport that need no wire.
class TestHttpRules final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reach_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("reach");
        const auto row = [](const char *host, Reach reach) { QTest::newRow(host) << QString::fromLatin1(host) << int(reach); };
        row("127.0.0.1", Reach::Local);
        row("127.9.9.9", Reach::Local);
        row("localhost", Reach::Local);
        row("LOCALHOST.", Reach::Local);
        row("a.localhost", Reach::Local);
        row("[::1]", Reach::Local);
        row("[::]", Reach::Local);
        row("0.0.0.0", Reach::Local);
        row("0x7f.1", Reach::Local);
        row("0177.0.0.1", Reach::Local);
        row("2130706433", Reach::Local);
        row("[::ffff:127.0.0.1]", Reach::Local);
        row("[64:ff9b::7f00:1]", Reach::Local);
        row("[2002:7f00:1::]", Reach::Local);
        row("[::ffff:169.254.169.254]", Reach::Link);
        row("169.254.169.254", Reach::Link);
        row("[fe80::1]", Reach::Link);
        row("10.1.2.3", Reach::Private);
        row("172.31.0.1", Reach::Private);
        row("192.168.1.1", Reach::Private);
        row("100.64.0.1", Reach::Private);
        row("[fd00::1]", Reach::Private);
        row("172.32.0.1", Reach::Public);
        row("8.8.8.8", Reach::Public);
        row("[2606:4700::1111]", Reach::Public);
    }
    void reach()
    {
        QFETCH(QString, host);
        QFETCH(int, reach);
        const auto literal = literalAddress(host);
        QVERIFY(literal);
        QCOMPARE(int(reachOf(*literal)), reach);
    }

    void stepsNeverGoInwards()
    {
        for (const Reach to : {Reach::Local, Reach::Link, Reach::Private})
            QVERIFY(!mayStep(Reach::Public, to));
        QVERIFY(!mayStep(Reach::Private, Reach::Local));
        QVERIFY(!mayStep(Reach::Private, Reach::Link));
        QVERIFY(!mayStep(Reach::Local, Reach::Link));
        QVERIFY(mayStep(Reach::Local, Reach::Local));
        QVERIFY(mayStep(Reach::Local, Reach::Private));
        QVERIFY(mayStep(Reach::Local, Reach::Public));
        QVERIFY(mayStep(Reach::Private, Reach::Public));
    }

    void locations_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *location, const char *outcome) {
            QTest::newRow(location) << QByteArray(location) << QString::fromLatin1(outcome);
        };
        row("/v2/a", "https://r.example/v2/a");
        row("../b?x=%2F&y=a+b", "https://r.example/b?x=%2F&y=a+b");
        row("https://cdn.example/x?sig=%2B%2F", "https://cdn.example/x?sig=%2B%2F");
        row("//cdn.example/x", "https://cdn.example/x");
        row("https://cdn.example/x#frag", "https://cdn.example/x");
        row("http://r.example/v2/a", "redirect.downgrade");
        row("HTTP://r.example/v2/a", "redirect.downgrade");
        row("file:///etc/passwd", "redirect.scheme");
        row("data:text/plain,hi", "redirect.scheme");
        row("ftp://r.example/", "redirect.scheme");
        row("unix+http://r.example/", "redirect.scheme");
        row("https://user:pw@r.example/", "redirect.user-info");
        row("https://@r.example/", "redirect.user-info");
        row("https://", "redirect.location");
        row("https://r.example:99999/", "redirect.location");
        row("https://r.example:0/", "redirect.location");
        row("", "redirect.location");
    }
    void locations()
    {
        QFETCH(QByteArray, location);
        QFETCH(QString, outcome);
        const Result<QUrl> target = stepTarget(QUrl(u"https://r.example/v2/start"_s), location);
        QCOMPARE(target ? target->toString(QUrl::FullyEncoded) : target.error().cause, outcome);
    }

    void retryAfter_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("ms");
        const auto row = [](const char *name, int status, const char *header, const char *body, qint64 ms) {
            QTest::newRow(name) << status << QByteArray(header) << QByteArray(body) << ms;
        };
        row("none", 429, "", "", -1);
        row("seconds", 429, "7", "", 7000);
        row("fraction", 429, "0.25", "", 250);
        row("huge", 429, "1000000000", "", MaxRetryAfterMs);
        row("overflow", 429, "1e308", "", MaxRetryAfterMs);
        row("not a number", 429, "nan", "", -1);
        row("negative", 429, "-5", "", 0);
        row("date", 503, "Fri, 02 Jan 2026 03:04:15 GMT", "", 10'000);
        row("past date", 503, "Fri, 02 Jan 2026 03:04:00 GMT", "", 0);
        row("far date", 503, "Fri, 02 Jan 2099 03:04:00 GMT", "", MaxRetryAfterMs);
        row("garbage", 429, "soon", "", -1);
        row("ghcr body", 429, "", R"({"errors":[{"code":"TOOMANYREQUESTS","message":"retry-after: 880.092µs, allowed: 44000/minute"}]})",
            1);
        row("body duration", 429, "", "retry-after: 1m30s", 90'000);
        row("body of a success", 200, "", "retry-after: 1m30s", -1);
    }
    void retryAfter()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, body);
        QFETCH(qint64, ms);
        Response response;
        response.status = status;
        response.body = body;
        if (!header.isEmpty())
            response.headers.add("Retry-After", header);
        const QDateTime now(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::UTC);
        QCOMPARE(retryAfterMs(response, now), ms);
    }

    void links_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("outcome");
        const auto row
            = [](const char *header, const char *outcome) { QTest::newRow(header) << QByteArray(header) << QString::fromLatin1(outcome); };
        row("", "");
        row(R"(</v2/a/tags/list?last=z&n=2>; rel="next")", "https://r.example/v2/a/tags/list?last=z&n=2");
        row(R"(</p?n=1>; rel="prev", </p?n=3>; rel="next")", "https://r.example/p?n=3");
        row(R"(</p?a=1,2;3>; title="x, y"; rel=next)", "https://r.example/p?a=1,2;3");
        row(R"(</p>; rel="last next")", "https://r.example/p");
        row(R"(</p>; REL="NEXT")", "https://r.example/p");
        row(R"(</p>; rel="prev")", "");
        row(R"(</p; rel="next")", "");
        row(R"(<https://evil.example/p>; rel="next")", "link.foreign");
        row(R"(<https://r.example:444/p>; rel="next")", "link.foreign");
        row(R"(<http://r.example/p>; rel="next")", "redirect.downgrade");
        row(R"(</start?n=1>; rel="next")", "link.loop");
    }
    void links()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, outcome);
        Response response;
        response.url = QUrl(u"https://r.example/start?n=1"_s);
        response.headers.add("Link", header);
        const Result<QUrl> next = nextPage(response);
        QCOMPARE(next ? next->toString(QUrl::FullyEncoded) : next.error().cause, outcome);
    }

    void secretsAreCut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("bearer") << u"sent Authorization: Bearer s3cretS3CRET"_s;
        QTest::newRow("basic") << u"Basic dXNlcjpzM2NyZXRTM0NSRVQs3cretS3CRET=="_s;
        QTest::newRow("pat") << u"your token ghp_s3cretS3CRETs3cretS3CRET is bad"_s;
        QTest::newRow("json") << u"{\"access_token\":\"s3cretS3CRET\"}"_s;
        QTest::newRow("signed") << u"see https://cdn.example/b?X-Sig=s3cretS3CRET&y=1"_s;
        QTest::newRow("user info") << u"see https://me:s3cretS3CRET@cdn.example/b"_s;
    }
    void secretsAreCut()
    {
        QFETCH(QString, text);
        const QString shown = redactText(text);
        QVERIFY2(!shown.contains("s3cretS3CRET"_L1), qPrintable(shown));
    }

    void shownTextIsPlain()
    {
        QCOMPARE(redactText(u"a\x1b[31mred\u202egnp\0b"_s), u"a[31mredgnp"_s + u"b"_s);
        QCOMPARE(redactText(QString(100'000, u'x')).size(), 4096);
        QCOMPARE(redactUrl(QUrl(u"https://u:p@h.example/a?_state=zzz&digest=sha256:1&n=5#f"_s)),
            u"https://h.example/a?_state=***&digest=sha256:1&n=5"_s);
    }

    void registryErrors()
    {
        Response response;
        response.status = 403;
        response.body = R"({"errors":[{"code":"DENIED","message":"permission_denied: write_package"},{"code":"X"}]})";
        const Error error = statusFailure(response, u"r.example"_s);
        QCOMPARE(int(error.kind), int(ErrorKind::Denied));
        QCOMPARE(error.http, 403);
        QCOMPARE(error.registry.size(), 2);
        QCOMPARE(error.registry.first().message, u"permission_denied: write_package"_s);
        response.body = "{\"message\":\"You have exceeded a secondary rate limit\"}";
        QCOMPARE(int(statusFailure(response, {}).kind), int(ErrorKind::RateLimited));
        response.body = QByteArray("{\"errors\":") + QByteArray(100'000, '[');
        QCOMPARE(statusFailure(response, {}).registry.size(), 0);
    }

    void environmentProxies()
    {
        QProcessEnvironment environment;
        environment.insert(u"https_proxy"_s, u"http://me:pw@proxy.example:3128"_s);
        environment.insert(u"NO_PROXY"_s, u"internal.example, .corp.example,10.0.0.0/8,other.example:5000"_s);
        const auto type = [&environment](const QString &url) { return environmentProxy(QUrl(url), environment).type(); };
        const QNetworkProxy proxy = environmentProxy(QUrl(u"https://ghcr.io/"_s), environment);
        QCOMPARE(proxy.hostName(), u"proxy.example"_s);
        QCOMPARE(int(proxy.port()), 3128);
        QCOMPARE(proxy.password(), u"pw"_s);
        QCOMPARE(type(u"http://ghcr.io/"_s), QNetworkProxy::DefaultProxy);
        QCOMPARE(type(u"https://internal.example/"_s), QNetworkProxy::NoProxy);
        QCOMPARE(type(u"https://a.corp.example/"_s), QNetworkProxy::NoProxy);
        QCOMPARE(type(u"https://notcorp.example/"_s), QNetworkProxy::HttpProxy);
        QCOMPARE(type(u"https://10.2.3.4/"_s), QNetworkProxy::NoProxy);
        QCOMPARE(type(u"https://other.example:5000/"_s), QNetworkProxy::NoProxy);
        QCOMPARE(type(u"https://other.example/"_s), QNetworkProxy::HttpProxy);
    }

    void cutJson_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("cut");
        const auto row = [](const char *body, bool cut) { QTest::newRow(body) << QByteArray(body) << cut; };
        row("{}", false);
        row(" [1, {\"a\": []}] \n", false);
        row("{\"a\": \"}\"}", false);
        row("{\"a\": \"\\\"}\"}", false);
        row("{", true);
        row("[[1]", true);
        row("{\"a\": \"}", true);
        row("{\"a\": \"}\\", true);
        row("{\"a\": \"\\\"}", true);
        row("", false);
        row("<html>{", false);
        row("17", false);
        row("} {", false);
    }
    void cutJson()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, cut);
        QCOMPARE(isCutJson(body), cut);
    }
};

PD_TEST(TestHttpRules)
#include "tst_http.moc"
