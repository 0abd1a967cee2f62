// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imagefacts.h"
#include "models/planmodel.h"
#include "panes/planpane.h"
#include "panetest.h"
#include "shell/inspector.h"
#include "support/runner.h"
#include "support/virtualclock.h"
#include "widgets/rowview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace pd;
using namespace pd::test;
using namespace Qt::StringLiterals;
using ui::PlanPane;

namespace {

QString digestOf(QChar letter)
{
    return u"sha256:"_s + QString(64, letter);
}

class PlanPaneTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::Theme>(ui::ThemeChoice{ui::Scheme::Light, false, 1.0}); }
    void init();
    void cleanup() { m_pane.reset(); }
    void cleanupTestCase() { m_theme.reset(); }

    void everyTagThatGoesIsNamed();
    void whatIsNotKnownIsNoColumn();
    void planningShowsNothingOfTheLastPlan();
    void aRefusalHasItsWayOn();
    void errorsAndNothingToDelete();
    void escapeLeavesAndNothingDeletes();
    void theRedButtonIsTheInspectorsAndNoDefault();

private:
    [[nodiscard]] desk::DeletePlan plan() const;
    [[nodiscard]] ui::RowView *view() const { return control<ui::RowView>(*m_pane, u"planView"_s); }

    std::unique_ptr<ui::Theme> m_theme;
    VirtualClock m_clock;
    std::unique_ptr<PlanPane> m_pane;
};

void PlanPaneTest::init()
{
    m_pane = std::make_unique<PlanPane>(m_clock);
    QVERIFY(showActive(*m_pane, {840, 480}));
}

desk::DeletePlan PlanPaneTest::plan() const
{
    desk::DeletePlan plan;
    plan.request = {u"ghcr.io/acme/rbac"_s, {u"2.1.0"_s}};
    plan.items = {{digestOf(u'b'), {}, 2, m_clock.now().addDays(-1), 900},
        {digestOf(u'a'), {u"2.1.0"_s, u"latest"_s}, 1, m_clock.now().addDays(-2), 17'600}};
    plan.undoUntil = m_clock.now().addDays(30);
    plan.command = {u"policydeskctl"_s, u"remote"_s, u"rm"_s, u"ghcr.io/acme/rbac:2.1.0"_s};
    return plan;
}

void PlanPaneTest::everyTagThatGoesIsNamed()
{
    m_pane->setPlanning(plan().request);
    m_pane->setPlan(plan());
    QCOMPARE(column(*view()), (QStringList{u"2 versions to go"_s, QString(12, u'a'), QString(12, u'b')}));
    QCOMPARE(column(*view(), 1).last(2), (QStringList{u"tagged 2.1.0, latest"_s, u"without a tag"_s}));
    QVERIFY(view()->isVisible());
    picture(*m_pane, u"plan"_s);
    QCOMPARE(faultsOf(*m_pane), QString());
}

void PlanPaneTest::whatIsNotKnownIsNoColumn()
{
    desk::DeletePlan bare = plan();
    for (desk::DeleteItem &item : bare.items) {
        item.published = {};
        item.size = -1;
    }
    m_pane->setPlan(bare);
    QVERIFY(view()->isColumnHidden(2));
    QVERIFY(view()->isColumnHidden(3));
    m_pane->setPlan(plan());
    QVERIFY(!view()->isColumnHidden(2));
    QVERIFY(!view()->isColumnHidden(3));
}

void PlanPaneTest::planningShowsNothingOfTheLastPlan()
{
    m_pane->setPlan(plan());
    m_pane->setPlanning({u"ghcr.io/acme/abac"_s, {}});
    QVERIFY(!view()->isVisible());
    QVERIFY(column(*view()).isEmpty());
}

void PlanPaneTest::aRefusalHasItsWayOn()
{
    desk::DeletePlan refused = plan();
    refused.lastTagged = true;
    refused.refusal = u"github.lastTaggedVersion"_s;
    m_pane->setPlan(refused);
    QCOMPARE(column(*view()).constFirst(), u"2 versions refused"_s);
    picture(*m_pane, u"plan-refused"_s);
    const QSignalSpy triggered(m_pane.get(), &PlanPane::triggered);
    QVERIFY(click(*m_pane, u"planDeletePackageButton"_s));
    QCOMPARE(triggered.last().first().toString(), u"planDeletePackage"_s);
    refused.lastTagged = false;
    refused.refusal = u"github.scopeMissing"_s;
    refused.missingScope = u"delete:packages"_s;
    refused.page = u"https://github.com/settings/tokens/new"_s;
    m_pane->setPlan(refused);
    QVERIFY(models::planRefusal(refused).contains(u"delete:packages"_s));
    QVERIFY(click(*m_pane, u"openTokenPageButton"_s));
    QCOMPARE(triggered.last().first().toString(), u"openTokenPage"_s);
}

void PlanPaneTest::errorsAndNothingToDelete()
{
    m_pane->setError(fail(ErrorKind::Network, Blame::Network, u"network.refused"_s, u"ghcr.io"_s).error());
    const QSignalSpy triggered(m_pane.get(), &PlanPane::triggered);
    QVERIFY(click(*m_pane, u"retryButton"_s));
    QCOMPARE(triggered.last().first().toString(), u"retry"_s);
    desk::DeletePlan empty = plan();
    empty.items.clear();
    m_pane->setPlan(empty);
    QVERIFY(click(*m_pane, u"cancelButton"_s));
    QCOMPARE(triggered.last().first().toString(), u"cancel"_s);
}

void PlanPaneTest::escapeLeavesAndNothingDeletes()
{
    m_pane->setPlan(plan());
    QSignalSpy triggered(m_pane.get(), &PlanPane::triggered);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Return);
    QTest::keyClick(view(), Qt::Key_Delete);
    QVERIFY(clickRow(*view(), QString(12, u'a'), 0, true));
    QCOMPARE(triggered.size(), 0);
    QTest::keyClick(view(), Qt::Key_Escape);
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(triggered.first().first().toString(), u"cancel"_s);
}

void PlanPaneTest::theRedButtonIsTheInspectorsAndNoDefault()
{
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    auto *field = new QLineEdit;
    ui::Inspector inspector;
    row->addWidget(field);
    row->addWidget(&inspector);
    inspector.setContent(models::inspectPlan(plan()));
    QVERIFY(showActive(window, {560, 600}));
    picture(inspector, u"plan-inspector"_s);
    auto *button = control<QPushButton>(inspector, u"acceptButton"_s);
    QVERIFY(button);
    QCOMPARE(button->text(), u"Delete 2 versions"_s);
    const QSignalSpy triggered(&inspector, &ui::Inspector::triggered);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(triggered.size(), 0);
    QVERIFY(!button->isDefault());
    QVERIFY(!button->autoDefault());
    desk::DeletePlan refused = plan();
    refused.refusal = u"github.lastTaggedVersion"_s;
    inspector.setContent(models::inspectPlan(refused));
    button = control<QPushButton>(inspector, u"acceptButton"_s);
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->accessibleDescription(), models::planRefusal(refused));
}

} // namespace

PD_TEST(PlanPaneTest)
#include "tst_planpane.moc"
