// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfacts.h"
#include "models/receipttext.h"
#include "support/runner.h"

using namespace pd;
using namespace pd::models;
using namespace Qt::StringLiterals;

namespace {

using State = JobFacts::State;
constexpr qint64 KiB = 1024;
constexpr qint64 MiB = 1024 * KiB;
const QDateTime Now(QDate(2026, 11, 24), QTime(14, 4, 38), QTimeZone::UTC);

Progress moving(qint64 done, qint64 total)
{
    Progress progress;
    progress.phase = Progress::Phase::Transferring;
    progress.done = done;
    progress.total = total;
    return progress;
}

JobFacts job(const QString &id, State state, const Progress &progress = {})
{
    JobFacts made;
    made.id = id;
    made.verb = u"push"_s;
    made.title = u"Push acme/%1"_s.arg(id);
    made.state = state;
    made.progress = progress;
    return made;
}

desk::Receipt receipt(const QString &verb, const QString &reference, const QDateTime &at)
{
    desk::Receipt made;
    made.id = 7;
    made.verb = verb;
    made.reference = reference;
    made.at = at;
    return made;
}

QStringList ids(const QList<ActionValue> &actions)
{
    QStringList all;
    for (const ActionValue &action : actions)
        all.append(action.id);
    return all;
}

} // namespace

class ActivityFactsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void words_data();
    void words();
    void durations();
    void states_data();
    void states();
    void orderAndSummary();
    void line();
    void receiptWords();
    void receiptWithoutMuch();
    void everyVerbIsWorded();
    void findsReceipts();
};

void ActivityFactsTest::words_data()
{
    QTest::addColumn<Progress>("progress");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("words");
    Progress stalled = moving(MiB, 2 * MiB);
    stalled.stalled = true;
    Progress building;
    building.phase = Progress::Phase::Building;
    const double fast = 1.2 * MiB;
    QTest::newRow("all known") << moving(MiB * 12 / 10, MiB * 19 / 10) << fast << 4.0 << u"1.2 of 1.9 MiB|1.2 MiB/s|1 s left"_s;
    QTest::newRow("no rate in the first seconds") << moving(MiB, 2 * MiB) << fast << 2.9 << u"1.0 of 2.0 MiB"_s;
    QTest::newRow("two units") << moving(900 * KiB, 2 * MiB) << 0.0 << 9.0 << u"900 KiB of 2.0 MiB"_s;
    QTest::newRow("stalled") << stalled << fast << 9.0 << u"1.0 of 2.0 MiB|stalled"_s;
    QTest::newRow("building") << building << 0.0 << 9.0 << u"Building"_s;
    QTest::newRow("size unknown") << moving(MiB, -1) << fast << 9.0 << u"Transferring"_s;
    QTest::newRow("all there") << moving(MiB, MiB) << fast << 9.0 << u"1.0 of 1.0 MiB|1.2 MiB/s"_s;
}

void ActivityFactsTest::words()
{
    QFETCH(const Progress, progress);
    QFETCH(const double, rate);
    QFETCH(const double, seconds);
    QTEST(progressWords(progress, rate, seconds).join(u'|'), "words");
}

void ActivityFactsTest::durations()
{
    QCOMPARE(durationText(0.2), u"1 s"_s);
    QCOMPARE(durationText(99), u"99 s"_s);
    QCOMPARE(durationText(121), u"3 min"_s);
    QCOMPARE(durationText(7201), u"3 h"_s);
    QCOMPARE(durationText(1e30), u"2,400 h"_s); // a rate of nearly nothing
}

void ActivityFactsTest::states_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("why");
    QTest::addColumn<int>("shown");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("actions");
    const auto row = [](const char *name, State state, const QString &why, JobState shown, const QString &words, const QString &actions) {
        QTest::newRow(name) << static_cast<int>(state) << why << static_cast<int>(shown) << words << actions;
    };
    row("running", State::Running, {}, JobState::Running, u"31.0 of 86.0 MiB"_s, u"cancel"_s);
    row("network", State::WaitsForNetwork, u"ghcr.io is out of reach"_s, JobState::Waiting, u"For the network: ghcr.io is out of reach"_s,
        u"cancel"_s);
    row("token", State::WaitsForToken, u"For a token that may delete packages"_s, JobState::Waiting,
        u"For a token that may delete packages"_s, u"replaceToken cancel"_s);
    row("paused", State::Paused, {}, JobState::Waiting, u"Paused by you, 31.0 of 86.0 MiB are here"_s, u"resume cancel"_s);
    row("failed", State::Failed, u"The registry’s disk is full; theirs to fix"_s, JobState::Failed,
        u"The registry’s disk is full; theirs to fix"_s, u"retry details"_s);
    row("cancelled", State::Cancelled, {}, JobState::Done, u"Cancelled"_s, u"retry"_s);
    row("done", State::Done, {}, JobState::Done, u"2 h ago, moved latest and 2"_s, u"undo receipt"_s);
}

void ActivityFactsTest::states()
{
    QFETCH(const int, state);
    QFETCH(const QString, why);
    JobFacts facts = job(u"1"_s, static_cast<State>(state), moving(31 * MiB, 86 * MiB));
    facts.why = why;
    if (facts.state == State::Done) {
        facts.receipt = receipt(u"publish"_s, u"ghcr.io/acme/rbac:2.1.0"_s, Now.addSecs(-7200));
        facts.receipt->moved = {{u"latest"_s, u"sha256:91bb"_s}, {u"2"_s, u"sha256:91bb"_s}};
        facts.receipt->undo.steps = {desk::StoreUndo{u"7"_s}};
    }
    const JobValue made = makeJob(facts, Now);
    QTEST(static_cast<int>(made.state), "shown");
    QTEST(made.words, "words");
    QTEST(ids(made.actions).join(u' '), "actions");
    QCOMPARE(made.progress >= 0, facts.state == State::Running);
    QVERIFY(!made.icon.isEmpty());
}

void ActivityFactsTest::orderAndSummary()
{
    const QList<JobFacts> jobs{job(u"done"_s, State::Done), job(u"old"_s, State::Running), job(u"failed"_s, State::Failed),
        job(u"new"_s, State::Running), job(u"waits"_s, State::WaitsForNetwork)};
    const ActivitySnapshot made = makeActivity(jobs, {receipt(u"push"_s, u"a/b:1"_s, Now)}, 214, 1, Now);
    QStringList order;
    for (const JobValue &value : made.jobs)
        order.append(value.id);
    QCOMPARE(order.join(u' '), u"new old waits failed done"_s);
    QCOMPARE(made.summary, u"2 running, 1 waiting, 1 failed"_s);
    QCOMPARE(made.receiptCount, u"1 of 214"_s);
    QCOMPARE(made.periods.value(made.period), u"last 7 days"_s);
}

void ActivityFactsTest::line()
{
    JobFacts running = job(u"1"_s, State::Running, moving(64 * MiB - 1, 100 * MiB));
    running.rate = 1.2 * MiB;
    running.seconds = 5;
    ActivityLine line = makeActivity({running, job(u"2"_s, State::Paused)}, {}, 0, 0, Now).line;
    QCOMPARE(line.text, u"Push acme/1"_s);
    QCOMPARE(line.words.join(u'|'), u"63 %|1.2 MiB/s|31 s left"_s); // never more than what is there
    QCOMPARE(line.cancelId, u"1"_s);
    QCOMPARE(line.trailing, u"1 waiting"_s);
    QVERIFY(!line.waits);
    running.progress.stalled = true;
    line = makeActivity({running}, {}, 0, 0, Now).line;
    QVERIFY(line.waits);
    QCOMPARE(line.trailing, QString());
    line = makeActivity({}, {receipt(u"publish"_s, u"ghcr.io/acme/rbac:2.1.0"_s, Now.addSecs(-7200))}, 1, 0, Now).line;
    QCOMPARE(line.text, u"Published rbac:2.1.0, 2 h ago"_s);
    desk::Receipt pushed = receipt(u"push"_s, u"ghcr.io/acme/rbac:2.1.0"_s, Now);
    pushed.digest = u"sha256:4f2c9a18d0b3"_s + QString(52, u'0');
    line = makeActivity({}, {pushed}, 1, 0, Now).line;
    QCOMPARE(line.digest, u"4f2c9a18d0b3"_s);
    QVERIFY2(line.receipt.contains(pushed.reference) && line.receipt.contains(pushed.digest), qPrintable(line.receipt));
    QCOMPARE(makeActivity({running}, {pushed}, 1, 0, Now).line.receipt, QString()); // what runs has no receipt yet
    QVERIFY(line.cancelId.isEmpty());
    QCOMPARE(makeActivity({}, {}, 0, 0, Now).line, ActivityLine());
}

void ActivityFactsTest::receiptWords()
{
    desk::Receipt publish = receipt(u"publish"_s, u"ghcr.io/acme/rbac:2.1.0"_s, Now.addSecs(-7200));
    const QString old = u"sha256:91bb07c2ee41"_s + QString(52, u'0');
    publish.digest = u"sha256:4f2c9a18d0b3"_s + QString(52, u'0');
    publish.tags = {u"2.1.0"_s, u"latest"_s, u"2"_s};
    publish.moved = {{u"latest"_s, old}, {u"2"_s, old}};
    publish.user = u"mira"_s;
    publish.command = {u"policydeskctl"_s, u"publish"_s, u"/home/mira/my src"_s};
    publish.undo.steps = {desk::StoreUndo{u"7"_s}};
    const ReceiptValue made = makeReceipt(publish, Now);
    QCOMPARE(made.id, u"7"_s);
    QCOMPARE(made.title, u"rbac:2.1.0"_s);
    QCOMPARE(made.note, u"published, 2 tags moved"_s);
    QCOMPARE(made.digest, u"4f2c9a18d0b3"_s);
    QCOMPARE(made.when, u"2 h ago"_s);
    QCOMPARE(ids(made.actions).join(u' '), u"undo copyReceipt show"_s);
    QVERIFY2(made.command.contains(u"'/home/mira/my src'"_s), qPrintable(made.command));
    QMap<QString, FactValue> facts;
    for (const FactValue &fact : made.facts)
        facts.insert(fact.label, fact);
    QCOMPARE(facts[u"Moved"_s].value, u"latest and 2, from 91bb07c2ee41"_s);
    QCOMPARE(facts[u"Digest"_s].value, u"sha256:4f2c9a18d0b3"_s);
    QCOMPARE(facts[u"Digest"_s].toolTip, publish.digest);
    QVERIFY(facts[u"Digest"_s].mono);
    QVERIFY2(facts[u"When"_s].value.endsWith(u", by mira"_s), qPrintable(facts[u"When"_s].value));
}

void ActivityFactsTest::receiptWithoutMuch()
{
    const ReceiptValue made = makeReceipt(receipt(u"sign-in"_s, u"ghcr.io"_s, Now), Now);
    QCOMPARE(made.title, u"ghcr.io"_s);
    QCOMPARE(made.digest, QString());
    QCOMPARE(ids(made.actions).join(u' '), u"copyReceipt show"_s);
    QCOMPARE(made.facts.size(), 2);
    desk::Receipt saved = receipt(u"save"_s, {}, Now);
    saved.path = u"/tmp/x.tar.gz"_s;
    QCOMPARE(receiptTitle(saved), u"Saved x.tar.gz"_s);
    const desk::Receipt unknown = receipt(u"time-travel"_s, u"a/b@sha256:aa"_s, Now);
    QCOMPARE(receiptTitle(unknown), u"time-travel b"_s);
}

void ActivityFactsTest::everyVerbIsWorded()
{
    for (const QString &verb : {u"push"_s, u"pull"_s, u"build"_s, u"publish"_s, u"tag"_s, u"remove"_s, u"delete"_s, u"save"_s, u"import"_s,
             u"undo"_s, u"sign-in"_s, u"sign-out"_s, u"practice"_s, u"get-opa"_s}) {
        QVERIFY2(!receiptTitle(receipt(verb, u"a/b:1"_s, Now)).startsWith(verb), qPrintable(verb));
        QVERIFY(verbIcon(verb) != verbIcon(u"unknown"_s));
    }
}

void ActivityFactsTest::findsReceipts()
{
    const QList<desk::Receipt> all{receipt(u"push"_s, u"ghcr.io/acme/rbac:1"_s, Now.addDays(-40)),
        receipt(u"publish"_s, u"ghcr.io/acme/rbac:2"_s, Now.addDays(-6)), receipt(u"pull"_s, u"ghcr.io/acme/ÄBAC:3"_s, Now.addSecs(-60))};
    const auto found = [&](const QString &typed, int period) {
        QStringList tags;
        for (const desk::Receipt &receipt : findReceipts(all, typed, period, Now))
            tags.append(receipt.reference.section(u':', 1));
        return tags.join(u' ');
    };
    QCOMPARE(found({}, 0), u"3"_s);
    QCOMPARE(found({}, 1), u"3 2"_s);
    QCOMPARE(found({}, 3), u"3 2 1"_s);
    QCOMPARE(found(u"published"_s, 3), u"2"_s); // as it reads
    QCOMPARE(found(u"RBAC push"_s, 3), u"1"_s);
    QCOMPARE(found(u"äbac"_s, 3), u"3"_s);
    QCOMPARE(found(u"rbac"_s, 0), QString());
    QCOMPARE(receiptPeriods().size(), 4);
}

PD_TEST(ActivityFactsTest)

#include "tst_activityfacts.moc"
