// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gotosearch.h"
#include "support/result.h"
#include "support/runner.h"

#include <QSignalSpy>

using namespace pd;
using namespace pd::models;
using namespace Qt::StringLiterals;

namespace {

GoToItem item(const QString &group, const QString &text, const QString &note = {}, const QString &digest = {})
{
    GoToItem made;
    made.id = QString(group + u'/' + text);
    made.group = group;
    made.text = text;
    made.note = note;
    made.digest = digest;
    made.action = group == u"Actions";
    return made;
}

QStringList texts(const GoToResults &results)
{
    QStringList all;
    for (const GoToResults::Group &group : results.groups) {
        for (const GoToItem &shown : group.shown)
            all.append(shown.text);
    }
    return all;
}

} // namespace

class GoToSearchTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void better_data();
    void better();
    void noMatch();
    void groupsAndWords();
    void actionsAlone();
    void nothingTyped();
    void hides();
    void stops();
    void newerStopsOlder();
};

void GoToSearchTest::better_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("whole before beginning") << u"rbac"_s << u"rbac"_s << u"rbac-demo"_s;
    QTest::newRow("beginning before a word in it") << u"rbac"_s << u"rbac-demo"_s << u"policy-rbac"_s;
    QTest::newRow("a word before within") << u"base"_s << u"rbac-base"_s << u"database"_s;
    QTest::newRow("upper case begins a word") << u"tree"_s << u"viewTree"_s << u"viewstree"_s;
    QTest::newRow("within before scattered") << u"lic"_s << u"policy"_s << u"l-i-c"_s;
    QTest::newRow("word beginnings before any letters") << u"plrb"_s << u"policy-lint-rbac"_s << u"xpxlxrxbx"_s;
    QTest::newRow("shorter first") << u"rbac"_s << u"rbac-a"_s << u"rbac-abcdef"_s;
    QTest::newRow("any case") << u"RBAC"_s << u"rbac"_s << u"rbac-demo"_s;
    QTest::newRow("the best of several places") << u"ab"_s << u"xab-ab"_s << u"xabxx"_s;
}

void GoToSearchTest::better()
{
    QFETCH(const QString, word);
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QVERIFY2(matchScore(first, word) > matchScore(second, word),
        qPrintable(u"%1 > %2"_s.arg(matchScore(first, word)).arg(matchScore(second, word))));
    QVERIFY(matchScore(second, word) > 0);
    QVERIFY(matchScore(first, word) < 1000);
}

void GoToSearchTest::noMatch()
{
    QCOMPARE(matchScore(u"policy", u"xyz"), 0);
    QCOMPARE(matchScore(u"policy", u"policys"), 0);
    QCOMPARE(matchScore(u"policy", u"yc"), 0); // two letters must be together
    QCOMPARE(matchScore(u"", u"a"), 0);
    QVERIFY(matchScore(u"policy", u"plc") > 0);
}

void GoToSearchTest::groupsAndWords()
{
    const QList<GoToItem> items{item(u"Packages"_s, u"abac"_s), item(u"Packages"_s, u"policy-rbac"_s, u"ghcr.io/acme"_s),
        item(u"Packages"_s, u"rbac-demo"_s, u"Practice registry"_s), item(u"Tags"_s, u"policy-rbac:2.1.0"_s, {}, u"4f2c9a18d0b3"_s),
        item(u"Actions"_s, u"Pull policy-rbac"_s)};
    auto results = searchGoTo(items, u" rbac "_s, 6, {});
    VERIFY_RESULT(results);
    QCOMPARE(texts(*results), (QStringList{u"rbac-demo"_s, u"policy-rbac"_s, u"policy-rbac:2.1.0"_s, u"Pull policy-rbac"_s}));
    QCOMPARE(results->total, 4);
    QCOMPARE(results->groups.size(), 3);
    results = searchGoTo(items, u"acme rbac"_s, 6, {}); // one word in the note
    QCOMPARE(texts(*results), QStringList{u"policy-rbac"_s});
    results = searchGoTo(items, u"4f2c"_s, 6, {});
    QCOMPARE(texts(*results), QStringList{u"policy-rbac:2.1.0"_s});
}

void GoToSearchTest::actionsAlone()
{
    const QList<GoToItem> items{item(u"Packages"_s, u"pull"_s), item(u"Actions"_s, u"Pull"_s), item(u"Actions"_s, u"Push"_s)};
    QCOMPARE(texts(*searchGoTo(items, u">"_s, 6, {})), (QStringList{u"Pull"_s, u"Push"_s}));
    QCOMPARE(texts(*searchGoTo(items, u"> pul"_s, 6, {})), QStringList{u"Pull"_s});
}

void GoToSearchTest::nothingTyped()
{
    const QList<GoToItem> items{item(u"Packages"_s, u"zz"_s), item(u"Packages"_s, u"a"_s)};
    QCOMPARE(texts(*searchGoTo(items, u""_s, 6, {})), (QStringList{u"zz"_s, u"a"_s})); // the most recent first
}

void GoToSearchTest::hides()
{
    QList<GoToItem> items;
    for (int i = 0; i < 31; ++i)
        items.append(item(u"Tags"_s, u"rbac:%1"_s.arg(i)));
    const auto results = searchGoTo(items, u"rbac"_s, 2, {});
    QCOMPARE(results->groups.size(), 1);
    QCOMPARE(results->groups[0].shown.size(), 2);
    QCOMPARE(results->groups[0].hidden, 29);
    QCOMPARE(results->total, 31);
}

void GoToSearchTest::stops()
{
    std::stop_source stop;
    stop.request_stop();
    const auto results = searchGoTo({item(u"A"_s, u"b"_s)}, u"b"_s, 2, stop.get_token());
    QVERIFY(!results && results.error().isCancelled());
}

void GoToSearchTest::newerStopsOlder()
{
    WorkerPool pool(2);
    GoToSearch search(pool);
    QList<GoToItem> items;
    for (int i = 0; i < 20'000; ++i)
        items.append(item(u"Tags"_s, u"rbac:%1"_s.arg(i)));
    search.setItems(items);
    QSignalSpy found(&search, &GoToSearch::found);
    for (const QString &typed : {u"r"_s, u"rb"_s, u"rbac:19999"_s})
        search.search(typed);
    QTRY_COMPARE(found.size(), 1);
    const auto results = found[0][0].value<GoToResults>();
    QCOMPARE(results.query, u"rbac:19999"_s);
    QCOMPARE(results.groups[0].shown[0].text, u"rbac:19999"_s);
    QTest::qWait(0);
    QCOMPARE(found.size(), 1);
}

PD_TEST(GoToSearchTest)

#include "tst_gotosearch.moc"
