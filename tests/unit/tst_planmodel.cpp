// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imagefacts.h"
#include "models/navigationfacts.h"
#include "models/planmodel.h"
#include "support/modeltext.h"
#include "support/runner.h"
#include "support/virtualclock.h"

#include <QAbstractItemModelTester>

using namespace pd;
using namespace pd::models;
using namespace Qt::StringLiterals;
using pd::test::modelText;

namespace {

QString digestOf(QChar letter)
{
    return u"sha256:"_s + QString(64, letter);
}

class PlanModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void taggedFirstThenTheNewest();
    void aSumIsOfAllOrNotThere();
    void refusedPlansSayWhy();
    void placesOfPlans();
    void visibilityIsChangedOnThePageOfItsSettings();
    void aLongPlanIsStillASentence();

private:
    [[nodiscard]] desk::DeletePlan plan() const;
    pd::test::VirtualClock m_clock;
};

desk::DeletePlan PlanModelTest::plan() const
{
    desk::DeletePlan plan;
    plan.request = {u"ghcr.io/acme/rbac"_s, {}};
    plan.items = {{digestOf(u'a'), {}, 1, m_clock.now().addDays(-1), 1024}, {digestOf(u'b'), {u"1"_s}, 2, m_clock.now().addDays(-9), 1024},
        {digestOf(u'c'), {u"2"_s, u"latest"_s}, 3, m_clock.now().addDays(-2), 2048}};
    return plan;
}

void PlanModelTest::taggedFirstThenTheNewest()
{
    PlanModel model(m_clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setPlan(plan());
    QCOMPARE(modelText(model, {0, 1, 2, 3}),
        u"3 versions to go |  |  | \n"
        "  cccccccccccc | tagged 2, latest | 2 d ago | 2.0 KiB\n"
        "  bbbbbbbbbbbb | tagged 1 | 9 d ago | 1.0 KiB\n"
        "  aaaaaaaaaaaa | without a tag | 1 d ago | 1.0 KiB\n"_s);
    const QModelIndex first = model.index(0, 0, model.index(0, 0));
    QCOMPARE(first.data(IdRole).toString(), digestOf(u'c'));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void PlanModelTest::aSumIsOfAllOrNotThere()
{
    PlanModel model(m_clock);
    model.setPlan(plan());
    QCOMPARE(model.index(0, 0).data(NoteRole).toString(), u"4.0 KiB"_s);
    desk::DeletePlan unknown = plan();
    unknown.items[1].size = -1;
    model.setPlan(unknown);
    QVERIFY(model.index(0, 0).data(NoteRole).toString().isEmpty());
}

void PlanModelTest::refusedPlansSayWhy()
{
    QVERIFY(planRefusal(plan()).isEmpty());
    desk::DeletePlan refused = plan();
    refused.refusal = u"github.lastTaggedVersion"_s;
    QVERIFY(planRefusal(refused).contains(u"last version"_s));
    refused.refusal = u"github.scopeMissing"_s;
    refused.missingScope = u"delete:packages"_s;
    QVERIFY(planRefusal(refused).contains(u"delete:packages"_s));
    refused.refusal = u"delete.unsupported"_s;
    QVERIFY(planRefusal(refused).contains(u"switched that off"_s));
    PlanModel model(m_clock);
    model.setPlan(refused);
    QCOMPARE(model.index(0, 0).data().toString(), u"3 versions refused"_s);
    const InspectorContent content = inspectPlan(refused);
    QCOMPARE(content.buttons.constFirst().id, u"accept"_s);
    QVERIFY(!content.buttons.constFirst().enabled);
    QCOMPARE(content.buttons.constFirst().rank, ActionRank::Filled);
}

void PlanModelTest::placesOfPlans()
{
    QCOMPARE(planPlace(u"localhost:5000/a/b"_s, {}), u"plan:localhost:5000/a/b"_s);
    QCOMPARE(planPlace(u"localhost:5000/a/b"_s, u"1.0"_s), u"plan:localhost:5000/a/b:1.0"_s);
    QCOMPARE(planPlace(u"ghcr.io/a/b"_s, digestOf(u'a')), QString(u"plan:ghcr.io/a/b@"_s + digestOf(u'a')));
    QCOMPARE(parsePlace(u"plan:ghcr.io/a/b:1.0"_s), (Place{u"plan"_s, u"ghcr.io/a/b:1.0"_s}));
}

void PlanModelTest::visibilityIsChangedOnThePageOfItsSettings()
{
    desk::RemotePackage package;
    package.host = u"ghcr.io"_s;
    package.repository = u"acme/rbac"_s;
    package.visibility = desk::RemotePackage::Visibility::Private;
    const auto has = [](const InspectorContent &content, const QString &id) {
        return std::ranges::any_of(content.verbs, [&id](const ActionValue &verb) { return verb.id == id; });
    };
    QVERIFY(!has(inspectPackage(package, m_clock.now()), u"visibility"_s));
    package.settingsUrl = u"https://github.com/orgs/acme/packages/container/rbac/settings"_s;
    const InspectorContent content = inspectListedPackage(package, m_clock.now());
    QVERIFY(has(content, u"visibility"_s));
    QCOMPARE(content.badges.constFirst().text, u"Private"_s);
    QCOMPARE(content.buttons.constFirst().id, u"showTags"_s);
    QVERIFY(std::ranges::any_of(content.sections,
        [](const InspectorSection &section) { return section.title == u"Anyone can pull without signing in: no (private)"_s; }));
}

void PlanModelTest::aLongPlanIsStillASentence()
{
    desk::DeletePlan many = plan();
    for (int i = 0; i < 300; ++i)
        many.items[0].tags.append(u"t%1"_s.arg(i));
    const QString sentence = inspectPlan(many).sentence.toPlainText();
    QVERIFY2(sentence.size() < 200, qPrintable(sentence));
    QVERIFY(sentence.contains(u"303 tags"_s));
}

} // namespace

PD_TEST(PlanModelTest)
#include "tst_planmodel.moc"
