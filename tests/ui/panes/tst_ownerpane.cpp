// SPDX-License-Identifier: GPL-3.0-or-later
#include "panes/ownerpane.h"
#include "panetest.h"
#include "support/runner.h"
#include "support/virtualclock.h"
#include "widgets/chip.h"
#include "widgets/rowview.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

using namespace pd;
using namespace pd::test;
using namespace Qt::StringLiterals;
using desk::RemotePackage;
using ui::OwnerPane;

namespace {

RemotePackage package(
    const QString &name, RemotePackage::Visibility visibility, int versions, const QDateTime &updated, const QString &newest)
{
    RemotePackage row;
    row.host = u"ghcr.io"_s;
    row.repository = u"acme/"_s + name;
    row.visibility = visibility;
    row.versions = versions;
    row.updated = updated;
    row.newestTag = newest;
    row.sourceRepository = u"acme/policies"_s;
    return row;
}

class OwnerPaneTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::Theme>(ui::ThemeChoice{ui::Scheme::Light, false, 1.0}); }
    void init();
    void cleanup() { m_pane.reset(); }
    void cleanupTestCase() { m_theme.reset(); }

    void rowsAppearNewestFirst();
    void chipsCountAndFilter();
    void typingFilters();
    void nothingMatchesOffersAll();
    void keyboardAlone();
    void aDoubleClickOpensOnce();
    void newestTagsAreAskedForWhatIsInSight();
    void copiesAsCsvAndMarkdown();
    void withoutGitHubOnlyWhatIsKnown();
    void emptyLoadingAndError();
    void namesARepositoryWhereThereIsNoList();
    void anotherOwnerBeginsAnew();
    void longTextsAreNotCut();

private:
    [[nodiscard]] QList<RemotePackage> packages() const;
    [[nodiscard]] ui::RowView *view() const { return control<ui::RowView>(*m_pane, u"packagesView"_s); }
    [[nodiscard]] QLineEdit *filter() const { return control<QLineEdit>(*m_pane, u"filterEdit"_s); }
    [[nodiscard]] QString message() const;

    std::unique_ptr<ui::Theme> m_theme;
    WorkerPool m_pool;
    VirtualClock m_clock;
    std::unique_ptr<OwnerPane> m_pane;
};

void OwnerPaneTest::init()
{
    m_pane = std::make_unique<OwnerPane>(m_pool, m_clock);
    m_pane->setOwner({u"acme"_s, u"on ghcr.io, seen as mira"_s, u"ghcr.io/acme"_s, true});
    QVERIFY(showActive(*m_pane, {840, 560}));
}

QList<RemotePackage> OwnerPaneTest::packages() const
{
    using enum RemotePackage::Visibility;
    const QDateTime now = m_clock.now();
    return {package(u"policy-abac"_s, Private, 87, now.addDays(-1), u"1.4.2"_s),
        package(u"policy-rebac"_s, Public, 348, now.addSecs(-7200), u"2.1.0"_s),
        package(u"envoy-authz"_s, Internal, 41, now.addDays(-3), {}), package(u"vault-paths"_s, Private, 37, now.addDays(-21), {})};
}

QString OwnerPaneTest::message() const
{
    for (const QLabel *label : m_pane->findChildren<QLabel *>(u"messageLabel"_s)) {
        if (label->isVisible())
            return label->text();
    }
    return {};
}

void OwnerPaneTest::rowsAppearNewestFirst()
{
    m_pane->setPackages(packages());
    QTRY_COMPARE(column(*view()), (QStringList{u"policy-rebac"_s, u"policy-abac"_s, u"envoy-authz"_s, u"vault-paths"_s}));
    QVERIFY(view()->isVisible());
    picture(*m_pane, u"owner"_s);
    QCOMPARE(faultsOf(*m_pane), QString());
    // By another column, by its header.
    QHeaderView *header = view()->header();
    const QPoint versions(header->sectionViewportPosition(models::PackagesModel::Versions) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, versions);
    QTRY_COMPARE(header->sortIndicatorSection(), int(models::PackagesModel::Versions));
    const bool rising = header->sortIndicatorOrder() == Qt::AscendingOrder;
    QTRY_COMPARE(column(*view()).constFirst(), rising ? u"vault-paths"_s : u"policy-rebac"_s);
}

void OwnerPaneTest::chipsCountAndFilter()
{
    m_pane->setPackages(packages());
    QTRY_COMPARE(control<ui::Chip>(*m_pane, u"allChip"_s)->count(), 4);
    QCOMPARE(control<ui::Chip>(*m_pane, u"publicChip"_s)->count(), 1);
    QCOMPARE(control<ui::Chip>(*m_pane, u"privateChip"_s)->count(), 2);
    QCOMPARE(control<ui::Chip>(*m_pane, u"internalChip"_s)->count(), 1);
    QVERIFY(click(*m_pane, u"publicChip"_s));
    QTRY_COMPARE(column(*view()), QStringList{u"policy-rebac"_s});
    QVERIFY(click(*m_pane, u"allChip"_s));
    QTRY_COMPARE(column(*view()).size(), 4);
}

void OwnerPaneTest::typingFilters()
{
    m_pane->setPackages(packages());
    QTRY_COMPARE(column(*view()).size(), 4);
    QTest::mouseClick(filter(), Qt::LeftButton);
    QTest::keyClicks(filter(), u"policy bac"_s);
    QTRY_COMPARE(column(*view()), (QStringList{u"policy-rebac"_s, u"policy-abac"_s}));
    QTest::keyClick(filter(), Qt::Key_Escape);
    QTRY_COMPARE(column(*view()).size(), 4);
}

void OwnerPaneTest::nothingMatchesOffersAll()
{
    m_pane->setPackages(packages());
    QTRY_COMPARE(column(*view()).size(), 4);
    QVERIFY(click(*m_pane, u"internalChip"_s));
    QTest::keyClicks(filter(), u"rebac"_s);
    QTRY_COMPARE(message(), u"No package matches"_s);
    QCOMPARE(faultsOf(*m_pane), QString());
    QVERIFY(click(*m_pane, u"clearFilterButton"_s));
    QTRY_COMPARE(column(*view()).size(), 4);
    QVERIFY(view()->isVisible());
    QVERIFY(filter()->text().isEmpty());
}

void OwnerPaneTest::keyboardAlone()
{
    m_pane->setPackages(packages());
    QTRY_COMPARE(column(*view()).size(), 4);
    const QSignalSpy opened(m_pane.get(), &OwnerPane::activated);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(filter()->hasFocus());
    QTest::keyClicks(filter(), u"abac"_s);
    QTRY_COMPARE(column(*view()).size(), 1);
    QTest::keyClick(filter(), Qt::Key_Down);
    QTRY_VERIFY(view()->hasFocus());
    QCOMPARE(m_pane->selected(), u"ghcr.io/acme/policy-abac"_s);
    QTest::keyClick(view(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), u"ghcr.io/acme/policy-abac"_s);
}

void OwnerPaneTest::aDoubleClickOpensOnce()
{
    m_pane->setPackages(packages());
    QTRY_COMPARE(column(*view()).size(), 4);
    const QSignalSpy opened(m_pane.get(), &OwnerPane::activated);
    QVERIFY(clickRow(*view(), u"envoy-authz"_s, 0, true));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(m_pane->selected(), u"ghcr.io/acme/envoy-authz"_s);
}

void OwnerPaneTest::newestTagsAreAskedForWhatIsInSight()
{
    QStringList wanted;
    connect(m_pane.get(), &OwnerPane::newestWanted, this, [&wanted](const QStringList &keys) { wanted = keys; });
    m_pane->setPackages(packages());
    QTRY_COMPARE(wanted, (QStringList{u"ghcr.io/acme/envoy-authz"_s, u"ghcr.io/acme/vault-paths"_s}));
    RemotePackage known = packages().at(2);
    known.newestTag = u"1.1.0"_s;
    m_pane->fill(known);
    QTRY_COMPARE(column(*view(), models::PackagesModel::NewestTag).at(2), u"1.1.0"_s);
    // What is there now is asked for no more.
    filter()->setText(u"a"_s);
    QTRY_COMPARE(wanted, QStringList{u"ghcr.io/acme/vault-paths"_s});
}

void OwnerPaneTest::copiesAsCsvAndMarkdown()
{
    QSignalSpy copied(m_pane.get(), &OwnerPane::copyRequested);
    QVERIFY(!click(*m_pane, u"copyCsvButton"_s)); // there is nothing yet
    m_pane->setPackages(packages());
    QTRY_COMPARE(column(*view()).size(), 4);
    QVERIFY(click(*m_pane, u"copyCsvButton"_s));
    QCOMPARE(copied.size(), 1);
    QVERIFY(copied.first().first().toString().startsWith(u"Package,Visibility,Newest tag,Versions,Updated,Source repository\r\n"_s));
    QVERIFY(copied.first().first().toString().contains(u"ghcr.io/acme/policy-rebac,Public,2.1.0,348,"_s));
    QVERIFY(click(*m_pane, u"copyMoreButton"_s));
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(copied.size(), 2);
    QVERIFY(copied.last().first().toString().startsWith(u"| Package | Visibility |"_s));
}

void OwnerPaneTest::withoutGitHubOnlyWhatIsKnown()
{
    RemotePackage bare;
    bare.host = u"localhost:5000"_s;
    bare.repository = u"demo"_s;
    m_pane->setPackages({bare});
    QTRY_COMPARE(column(*view()), QStringList{u"demo"_s});
    for (const int hidden : {models::PackagesModel::Visibility, models::PackagesModel::Versions, models::PackagesModel::Updated,
             models::PackagesModel::SourceRepository})
        QVERIFY(view()->isColumnHidden(hidden));
    QVERIFY(!view()->isColumnHidden(models::PackagesModel::NewestTag));
    QVERIFY(!control(*m_pane, u"publicChip"_s)->isVisible());
    m_pane->setPackages(packages());
    QTRY_VERIFY(!view()->isColumnHidden(models::PackagesModel::Visibility));
    QVERIFY(control(*m_pane, u"publicChip"_s)->isVisible());
}

void OwnerPaneTest::emptyLoadingAndError()
{
    QTRY_COMPARE(message(), u"Reading the packages"_s);
    m_pane->setPackages({});
    QTRY_COMPARE(message(), u"No packages yet"_s);
    picture(*m_pane, u"owner-empty"_s);
    const QSignalSpy triggered(m_pane.get(), &OwnerPane::triggered);
    QVERIFY(click(*m_pane, u"openFolderButton"_s));
    QCOMPARE(triggered.last().first().toString(), u"openFolder"_s);
    m_pane->setError(fail(ErrorKind::Network, Blame::Network, u"network.refused"_s, u"ghcr.io"_s).error());
    QTRY_VERIFY(control(*m_pane, u"retryButton"_s) && control(*m_pane, u"retryButton"_s)->isVisible());
    picture(*m_pane, u"owner-error"_s);
    QVERIFY(click(*m_pane, u"retryButton"_s));
    QCOMPARE(triggered.last().first().toString(), u"retry"_s);
    m_pane->setPackages(packages());
    QTRY_VERIFY(view()->isVisible());
}

void OwnerPaneTest::namesARepositoryWhereThereIsNoList()
{
    m_pane->setUnlisted();
    QTRY_VERIFY(message().contains(u"ghcr.io/acme"_s));
    picture(*m_pane, u"owner-unlisted"_s);
    QCOMPARE(faultsOf(*m_pane), QString());
    QVERIFY(!click(*m_pane, u"openRepositoryButton"_s)); // without a name
    QSignalSpy entered(m_pane.get(), &OwnerPane::repositoryEntered);
    auto *edit = control<QLineEdit>(*m_pane, u"repositoryEdit"_s);
    QTest::mouseClick(edit, Qt::LeftButton);
    QTest::keyClicks(edit, u"rbac!"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered.first().first().toString(), u"ghcr.io/acme/rbac!"_s);
    m_pane->setUnlisted(u"That is no name of a repository"_s);
    auto *problem = control<QLabel>(*m_pane, u"problemLabel"_s);
    QCOMPARE(problem->accessibleName(), u"That is no name of a repository"_s);
    QCOMPARE(edit->text(), u"rbac!"_s);
    QTest::keyClick(edit, Qt::Key_Backspace);
    QVERIFY(problem->accessibleName().isEmpty());
    QVERIFY(click(*m_pane, u"openRepositoryButton"_s));
    QCOMPARE(entered.last().first().toString(), u"ghcr.io/acme/rbac"_s);
}

void OwnerPaneTest::anotherOwnerBeginsAnew()
{
    m_pane->setPackages(packages());
    QTRY_COMPARE(column(*view()).size(), 4);
    QVERIFY(click(*m_pane, u"publicChip"_s));
    QTest::keyClicks(filter(), u"rebac"_s);
    m_pane->setOwner({u"mira"_s, {}, u"ghcr.io/mira"_s, false});
    QTRY_COMPARE(message(), u"Reading the packages"_s);
    QVERIFY(filter()->text().isEmpty());
    QVERIFY(control<ui::Chip>(*m_pane, u"allChip"_s)->isChecked());
    QVERIFY(!control(*m_pane, u"openPageButton"_s)->isVisible());
    QVERIFY(m_pane->selected().isEmpty());
}

void OwnerPaneTest::longTextsAreNotCut()
{
    LongTexts german;
    QVERIFY(QCoreApplication::installTranslator(&german));
    m_pane = std::make_unique<OwnerPane>(m_pool, m_clock);
    m_pane->setOwner({u"acme"_s, u"on ghcr.io, seen as mira"_s, u"ghcr.io/acme"_s, true});
    QVERIFY(showActive(*m_pane, {900, 560}));
    m_pane->setPackages(packages());
    QTRY_COMPARE(column(*view()).size(), 4);
    QCOMPARE(faultsOf(*m_pane), QString());
    m_pane->setUnlisted();
    QCOMPARE(faultsOf(*m_pane), QString());
    QCoreApplication::removeTranslator(&german);
}

} // namespace

PD_TEST(OwnerPaneTest)
#include "tst_ownerpane.moc"
