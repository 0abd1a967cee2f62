// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/failure.h"
#include "registry/challenge.h"
#include "registry/realm.h"
#include "registry/retry.h"
#include "registry/tokencache.h"
#include "support/await.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/virtualclock.h"

using namespace pd;
using namespace pd::registry;
using pd::test::await;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString shown(const Challenge &challenge)
{
    QStringList parts{QString::fromUtf8(challenge.scheme)};
    if (!challenge.token68.isEmpty())
        parts.append(QString::fromUtf8(challenge.token68));
    for (const auto &[name, value] : challenge.parameters.asKeyValueRange())
        parts.append(QString(QString::fromUtf8(name) + u'=' + QString::fromUtf8(value)));
    return parts.join(u'|');
}

struct Fetches {
    int started = 0;
    QList<Resolver<bool>> pending;
};

Task<Result<TokenPointer>> slowFetch(std::shared_ptr<Fetches> fetches, const Clock *clock, std::stop_token stop)
{
    ++fetches->started;
    const QByteArray name = "token " + QByteArray::number(fetches->started);
    const Completion<bool> done;
    const Resolver<bool> resolver = done.resolver();
    fetches->pending.append(resolver);
    const std::stop_callback onStop(stop, [resolver] { resolver.resolve(false); });
    if (!co_await done)
        co_return cancelled();
    auto token = std::make_shared<Token>();
    token->value = Secret(QByteArray(name.constData()));
    token->goodUntilMs = clock->monotonicMs() + 60'000;
    co_return TokenPointer(token);
}

} // namespace

/// The rules of the registry client that need no wire.
class TestRegistryRules final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void challenges_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QStringList>("expected");
        const auto row
            = [](const char *name, const QByteArray &header, const QStringList &expected) { QTest::newRow(name) << header << expected; };
        row("bearer", R"(Bearer realm="https://a/token",service="a",scope="repository:x:pull,push")",
            {u"bearer|realm=https://a/token|scope=repository:x:pull,push|service=a"_s});
        row("any case", "BEARER Realm=\"r\"", {u"bearer|realm=r"_s});
        row("three in one", "Negotiate, Basic realm=\"a, \\\"b\\\" \\\\\", Bearer realm=\"r\",service=s",
            {u"negotiate"_s, u"basic|realm=a, \"b\" \\"_s, u"bearer|realm=r|service=s"_s});
        row("token68", "Negotiate YWJj==, Basic realm=x", {u"negotiate|YWJj=="_s, u"basic|realm=x"_s});
        row("spaces around =", "Basic realm = \"x\" , charset = UTF-8", {u"basic|charset=UTF-8|realm=x"_s});
        row("empty elements", ", ,Basic realm=x,,", {u"basic|realm=x"_s});
        row("twice", "Basic realm=x, realm=y", {u"basic|realm=x"_s});
        row("params that look like a scheme", "Digest qop=\"auth\", Basic realm=\"y\"", {u"digest|qop=auth"_s, u"basic|realm=y"_s});
        row("nothing", "", {});
        row("unterminated quote", "Bearer realm=\"abc", {u"!"_s});
        row("ends in an escape", "Bearer realm=\"abc\\", {u"!"_s});
        row("token68 that looks like a name", "Bearer realm=", {u"bearer|realm="_s});
        row("no value", "Bearer realm=, x=y", {u"!"_s});
        row("no name", "Bearer =x", {u"!"_s});
        row("two values", "Bearer realm=a b", {u"!"_s});
        row("64 KB", "Bearer realm=\"" + QByteArray(65536, 'x') + '"', {u"!"_s});
    }
    void challenges()
    {
        QFETCH(QByteArray, header);
        QFETCH(QStringList, expected);
        const auto parsed = parseChallenges({header});
        QStringList got;
        if (!parsed)
            got.append(u"!"_s);
        else
            for (const Challenge &challenge : *parsed)
                got.append(shown(challenge));
        QCOMPARE(got, expected);
    }

    void realms_data()
    {
        QTest::addColumn<QString>("registry");
        QTest::addColumn<QByteArray>("realm");
        QTest::addColumn<QString>("outcome"); // credentials | foreign | a cause
        const auto row = [](const char *registry, const char *realm, const char *outcome) {
            QTest::addRow("%s → %s", registry, realm) << QString::fromLatin1(registry) << QByteArray(realm) << QString::fromLatin1(outcome);
        };
        row("https://ghcr.io", "https://ghcr.io/token", "credentials");
        row("https://ghcr.io", "https://auth.ghcr.io/token", "credentials");
        row("https://registry-1.docker.io", "https://auth.docker.io/token", "credentials");
        row("https://registry.gitlab.com", "https://gitlab.com/jwt/auth", "credentials");
        row("http://127.0.0.1:5000", "http://localhost:6000/token", "credentials");
        row("https://agreed.example", "https://auth.elsewhere.example/token", "credentials");
        row("https://ghcr.io", "https://evil.example/token", "foreign");
        row("https://ghcr.io", "https://notghcr.io/token", "foreign");
        row("https://ghcr.io", "https://gitlab.com/token", "foreign");
        row("https://a.github.io", "https://b.github.io/token", "foreign");
        row("https://ghcr.io", "http://ghcr.io/token", "auth.realm-downgrade");
        row("https://ghcr.io", "file:///etc/passwd", "auth.realm");
        row("https://ghcr.io", "https://u:p@ghcr.io/token", "auth.realm");
        row("https://ghcr.io", "/token", "auth.realm");
        row("https://ghcr.io", "//ghcr.io/token", "auth.realm");
        row("https://ghcr.io", "", "auth.realm");
    }
    void realms()
    {
        QFETCH(QString, registry);
        QFETCH(QByteArray, realm);
        QFETCH(QString, outcome);
        HostSettings settings;
        if (registry.contains("agreed"_L1))
            settings.trustedRealms = {u"auth.elsewhere.example"_s};
        const auto address = realmAddress(QUrl(registry), realm);
        QString got = address ? u"foreign"_s : address.error().cause;
        if (address && mayHaveCredentials(QUrl(registry), *address, settings))
            got = u"credentials"_s;
        QCOMPARE(got, outcome);
    }

    void tokenAddresses()
    {
        const QUrl realm = *realmAddress(QUrl(u"https://r.example"_s), "https://r.example/token?tenant=7#frag");
        const QUrl url = tokenAddress(realm, u"a&b#c=d e"_s, {u"repository:x/y:pull,push"_s, u"repository:z&scope=admin:pull"_s});
        QCOMPARE(url.toEncoded(),
            QByteArray("https://r.example/token?tenant=7&service=a%26b%23c%3Dd%20e&scope=repository:x/y:pull,push"
                       "&scope=repository:z%26scope%3Dadmin:pull"));
    }

    void retries_data()
    {
        QTest::addColumn<int>("status"); // 0: a lost connection, −1: a refused one
        QTest::addColumn<bool>("idempotent");
        QTest::addColumn<bool>("retried");
        for (const int status : {429, 503}) {
            QTest::addRow("%d", status) << status << false << true;
            QTest::addRow("%d idempotent", status) << status << true << true;
        }
        for (const int status : {500, 502, 504, 408, 0}) {
            QTest::addRow("%d", status) << status << false << false;
            QTest::addRow("%d idempotent", status) << status << true << true;
        }
        for (const int status : {200, 400, 401, 403, 404, 405, 413, 416, 501, -1})
            QTest::addRow("%d idempotent", status) << status << true << false;
    }
    void retries()
    {
        QFETCH(int, status);
        QFETCH(bool, idempotent);
        QFETCH(bool, retried);
        Act act;
        const auto delay = retryDelay(answer(status), idempotent ? Repeat::Idempotent : Repeat::Never, 1, act, {});
        QCOMPARE(delay.has_value(), retried);
        QCOMPARE(act.retriesLeft, retried ? 7 : 8);
    }

    void retriesEnd()
    {
        Act act;
        QVERIFY(!retryDelay(answer(429), Repeat::Idempotent, MaxAttempts, act, {}));
        int tries = 0;
        while (retryDelay(answer(429), Repeat::Idempotent, 1, act, {}))
            ++tries;
        QCOMPARE(tries, 8);
        Act patient;
        http::Response slow;
        slow.status = 429;
        slow.headers.add("Retry-After", "1000000000");
        QVERIFY(!retryDelay(slow, Repeat::Idempotent, 1, patient, {}));
        slow.headers.set("Retry-After", "50");
        QCOMPARE(retryDelay(slow, Repeat::Idempotent, 1, patient, {}).value(), 50s);
        QCOMPARE(retryDelay(slow, Repeat::Idempotent, 1, patient, {}).value(), 50s);
        QVERIFY(!retryDelay(slow, Repeat::Idempotent, 1, patient, {})); // 120 s in all
    }

    void tokensAreFetchedOnce()
    {
        pd::test::VirtualClock clock;
        TokenCache cache(clock);
        const auto fetches = std::make_shared<Fetches>();
        const TokenCache::Fetch fetch = [&](std::stop_token stop) { return slowFetch(fetches, &clock, stop); };
        const TokenKey key{u"h"_s, u"s"_s, {u"repository:a:pull"_s}, u"me"_s};
        QList<TokenPointer> got;
        for (int i = 0; i < 3; ++i)
            cache.get(key, fetch, {}).then([&got](Result<TokenPointer> token) { got.append(token.value_or(nullptr)); });
        QCOMPARE(fetches->started, 1);
        fetches->pending.takeFirst().resolve(true);
        QTRY_COMPARE(got.size(), 3);
        QVERIFY(got.at(0) && got.at(0) == got.at(1) && got.at(1) == got.at(2));

        // Another account, scope or host never gets it.
        for (const TokenKey &other :
            {TokenKey{u"h"_s, u"s"_s, {u"repository:a:pull"_s}, u"you"_s}, TokenKey{u"h"_s, u"s"_s, {u"repository:a:pull"_s}, {}},
                TokenKey{u"h"_s, u"s"_s, {u"repository:b:pull"_s}, u"me"_s}, TokenKey{u"i"_s, u"s"_s, {u"repository:a:pull"_s}, u"me"_s},
                TokenKey{u"h"_s, u"t"_s, {u"repository:a:pull"_s}, u"me"_s}}) {
            const int before = fetches->started;
            cache.get(other, fetch, {}).then([&got](Result<TokenPointer> token) { got.append(token.value_or(nullptr)); });
            QCOMPARE(fetches->started, before + 1);
            fetches->pending.takeFirst().resolve(true);
            const qsizetype have = got.size();
            QTRY_COMPARE(got.size(), have + 1);
        }
        // Good for 60 s: used until 5 s before.
        clock.advance(54s);
        QCOMPARE(await(cache.get(key, fetch, {})).value(), got.first());
        clock.advance(2s);
        const int before = fetches->started;
        cache.get(key, fetch, {}).then([&got](Result<TokenPointer> token) { got.append(token.value_or(nullptr)); });
        QCOMPARE(fetches->started, before + 1);
        fetches->pending.takeFirst().resolve(true);
        QTRY_VERIFY(got.last() != got.first() && got.size() == 9);
    }

    void aCancelledFetchIsTakenOver()
    {
        pd::test::VirtualClock clock;
        TokenCache cache(clock);
        const auto fetches = std::make_shared<Fetches>();
        const TokenCache::Fetch fetch = [&](std::stop_token stop) { return slowFetch(fetches, &clock, stop); };
        const TokenKey key{u"h"_s, {}, {}, {}};
        std::stop_source first;
        std::stop_source third;
        std::optional<Result<TokenPointer>> one;
        std::optional<Result<TokenPointer>> two;
        std::optional<Result<TokenPointer>> three;
        cache.get(key, fetch, first.get_token()).then([&](Result<TokenPointer> r) { one = r; });
        cache.get(key, fetch, {}).then([&](Result<TokenPointer> r) { two = r; });
        cache.get(key, fetch, third.get_token()).then([&](Result<TokenPointer> r) { three = r; });
        third.request_stop();
        QTRY_VERIFY(three);
        QVERIFY(three->error().isCancelled());
        first.request_stop();
        QTRY_VERIFY(one);
        QVERIFY(one->error().isCancelled());
        QTRY_COMPARE(fetches->started, 2);
        fetches->pending.last().resolve(true);
        QTRY_VERIFY(two);
        VERIFY_RESULT(*two);
    }

private:
    static Result<http::Response> answer(int status)
    {
        if (status == 0)
            return fail(ErrorKind::Network, Blame::Network, u"network.closed"_s);
        if (status < 0)
            return fail(ErrorKind::Network, Blame::Network, u"network.refused"_s);
        http::Response response;
        response.status = status;
        return response;
    }
};

PD_TEST(TestRegistryRules)
#include "tst_registryrules.moc"
