// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "models/modelroles.h"
#include "widgets/rowdelegate.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>

using namespace pd::ui;
namespace models = pd::models;

namespace {

class RowViewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(ThemeChoice{Scheme::Light, false, 1.0}); }
    void cleanupTestCase() { m_theme.reset(); }
    void rowsHaveTheHeightOfTheirKind();
    void groundsKeepTheirDistanceFromTheEdge();
    void selectionSaysWhereTheKeyboardIs();
    void chevronOpensAndCloses();
    void chevronTurns();
    void checkBoxTogglesByPointerAndKey();
    void enterAndDoubleClickActOnce();
    void plusOfASectionIsAButton();
    void columnsGoInOrder();
    void copiesWholeValues();
    void tellsWhatIsInSight();
    void selectionIsKeptById();
    void longTextEndsInDots();
    void scrollBarBeginsUnderTheHeader();

private:
    std::unique_ptr<Theme> m_theme;
};

QStandardItem *item(const QString &text, models::RowKind kind = models::RowKind::Text)
{
    auto *made = new QStandardItem(text);
    made->setData(static_cast<int>(kind), models::KindRole);
    made->setData(text, models::IdRole);
    made->setEditable(false);
    return made;
}

void fill(QStandardItemModel *model, int rows)
{
    for (int i = 0; i < rows; ++i)
        model->appendRow({item(QStringLiteral("row %1").arg(i), models::RowKind::Strong), item(QStringLiteral("second")),
            item(QStringLiteral("third"))});
    model->setHorizontalHeaderLabels({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")});
}

void show(RowView *view, const QSize &size = {600, 400})
{
    view->resize(size);
    view->show();
    QVERIFY(QTest::qWaitForWindowActive(view));
}

QColor pixel(RowView *view, const QPoint &at)
{
    return view->viewport()->grab().toImage().pixelColor(at);
}

void RowViewTest::rowsHaveTheHeightOfTheirKind()
{
    RowView view(RowView::Layout::Table, QStringLiteral("Rows"));
    QStandardItemModel model;
    QStandardItem *group = item(QStringLiteral("group"), models::RowKind::Group);
    group->appendRow(item(QStringLiteral("child")));
    model.appendRow(group);
    model.appendRow(item(QStringLiteral("mono"), models::RowKind::Mono));
    view.setModel(&model);
    view.expandAll();
    show(&view);
    QCOMPARE(view.visualRect(model.index(0, 0)).height(), 40);
    QCOMPARE(view.visualRect(model.index(0, 0, model.index(0, 0))).height(), 28);
    QCOMPARE(view.visualRect(model.index(1, 0)).height(), 28);
    QCOMPARE(view.header()->height(), 32);
    view.setRowHeight(34);
    QCOMPARE(view.visualRect(model.index(1, 0)).height(), 34);
}

void RowViewTest::groundsKeepTheirDistanceFromTheEdge()
{
    RowView view(RowView::Layout::List, QStringLiteral("Rows"));
    QStandardItemModel model;
    fill(&model, 3);
    view.setModel(&model);
    view.setCurrentIndex(model.index(1, 0));
    show(&view);
    view.clearFocus();
    const QRect row = view.visualRect(model.index(1, 0));
    const QColor idle = color(Role::SelectionIdle);
    QCOMPARE(pixel(&view, {row.left() + 14, row.center().y()}), idle);
    QVERIFY(pixel(&view, {4, row.center().y()}) != idle);
    QVERIFY(pixel(&view, {view.viewport()->width() - 4, row.center().y()}) != idle);
    QCOMPARE(pixel(&view, {view.viewport()->width() - 12, row.center().y()}), idle);
    QVERIFY(pixel(&view, {200, row.top()}) != idle);
}

void RowViewTest::selectionSaysWhereTheKeyboardIs()
{
    RowView view(RowView::Layout::List, QStringLiteral("Rows"));
    QStandardItemModel model;
    fill(&model, 3);
    view.setModel(&model);
    show(&view);
    view.setFocus();
    QTRY_VERIFY(view.hasFocus());
    view.setCurrentIndex(model.index(0, 0));
    const QPoint inside(view.viewport()->width() - 20, view.visualRect(model.index(0, 0)).center().y());
    QCOMPARE(pixel(&view, inside), color(Role::Selection));
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Up);
    // A ring of 2 px inside the ground, since a key was the last thing that was pressed.
    QCOMPARE(pixel(&view, {100, view.visualRect(model.index(0, 0)).top() + 1}), color(Role::AccentLine));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, inside);
    QVERIFY(pixel(&view, {100, view.visualRect(model.index(0, 0)).top() + 1}) != color(Role::AccentLine));
}

void RowViewTest::chevronOpensAndCloses()
{
    RowView view(RowView::Layout::Tree, QStringLiteral("Tree"));
    QStandardItemModel model;
    QStandardItem *section = item(QStringLiteral("section"), models::RowKind::Section);
    QStandardItem *host = item(QStringLiteral("host"));
    host->appendRow(item(QStringLiteral("owner")));
    section->appendRow(host);
    model.appendRow(section);
    view.setModel(&model);
    view.expand(section->index());
    show(&view);
    const QRect chevron = view.chevronRect(host->index());
    QCOMPARE(chevron.left(), 14);
    QCOMPARE(chevron.size(), QSize(16, 16));
    QVERIFY(view.chevronRect(section->index()).isEmpty());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, chevron.center());
    QVERIFY(view.isExpanded(host->index()));
    QCOMPARE(view.visualRect(section->index()).height(), 36);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, chevron.center());
    QVERIFY(!view.isExpanded(host->index()));
}

void RowViewTest::chevronTurns()
{
    RowView view(RowView::Layout::Table, QStringLiteral("Rows"));
    view.setLayoutDirection(Qt::RightToLeft);
    QStandardItemModel model;
    QStandardItem *group = item(QStringLiteral("group"), models::RowKind::Group);
    group->appendRow(item(QStringLiteral("child")));
    model.appendRow(group);
    view.setModel(&model);
    show(&view);
    QCOMPARE(view.chevronRect(group->index()).right() + 1, view.viewport()->width() - 16);
}

void RowViewTest::checkBoxTogglesByPointerAndKey()
{
    RowView view(RowView::Layout::List, QStringLiteral("Plan"));
    QStandardItemModel model;
    QStandardItem *box = item(QStringLiteral("a81f0c37de92"), models::RowKind::Mono);
    box->setCheckable(true);
    box->setCheckState(Qt::Checked);
    model.appendRow(box);
    view.setModel(&model);
    show(&view);
    const QRect rect = RowDelegate::checkBoxRect(view.visualRect(box->index()), box->index(), Qt::LeftToRight);
    QCOMPARE(rect.left(), 16);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, rect.center());
    QCOMPARE(box->checkState(), Qt::Unchecked);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, rect.center() + QPoint(100, 0));
    QCOMPARE(box->checkState(), Qt::Unchecked);
    view.setCurrentIndex(box->index());
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(box->checkState(), Qt::Checked);
}

void RowViewTest::enterAndDoubleClickActOnce()
{
    RowView view(RowView::Layout::List, QStringLiteral("Rows"));
    QStandardItemModel model;
    fill(&model, 3);
    view.setModel(&model);
    show(&view);
    const QSignalSpy acted(&view, &RowView::rowActivated);
    view.setCurrentIndex(model.index(1, 1));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(acted.size(), 1);
    QCOMPARE(acted.first().first().toModelIndex(), model.index(1, 0));
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(model.index(2, 0)).center());
    QCOMPARE(acted.size(), 2);
}

void RowViewTest::plusOfASectionIsAButton()
{
    RowView view(RowView::Layout::Tree, QStringLiteral("Tree"));
    QStandardItemModel model;
    QStandardItem *section = item(QStringLiteral("Registries"), models::RowKind::Section);
    section->setData(QStringLiteral("list-add"), models::TrailingIconRole);
    section->setFlags(Qt::ItemIsEnabled);
    model.appendRow(section);
    view.setModel(&model);
    show(&view, {248, 300});
    const QSignalSpy added(&view, &RowView::trailingActivated);
    const QRect plus = view.trailingIconRect(section->index());
    QCOMPARE(plus.right() + 1, view.viewport()->width() - 16);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, plus.center());
    QCOMPARE(added.size(), 1);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(40, plus.center().y()));
    QCOMPARE(added.size(), 1);
}

void RowViewTest::columnsGoInOrder()
{
    RowView view(RowView::Layout::Table, QStringLiteral("Tags"));
    QStandardItemModel model(0, 4);
    view.setModel(&model);
    view.setColumnWidths({200, 144, 128});
    view.setDropOrder({1, 2});
    show(&view, {620, 300});
    QVERIFY(!view.isColumnHidden(1));
    view.resize(500, 300);
    QTRY_VERIFY(view.isColumnHidden(1));
    QVERIFY(!view.isColumnHidden(2));
    view.resize(400, 300);
    QTRY_VERIFY(view.isColumnHidden(2));
    view.resize(620, 300);
    QTRY_VERIFY(!view.isColumnHidden(1) && !view.isColumnHidden(2));
    QCOMPARE(view.columnWidth(1), 144);
}

void RowViewTest::copiesWholeValues()
{
    RowView view(RowView::Layout::Table, QStringLiteral("Rows"));
    QStandardItemModel model;
    fill(&model, 2);
    model.item(1, 1)->setData(QStringLiteral("sha256:whole"), models::CopyRole);
    view.setModel(&model);
    show(&view);
    view.setCurrentIndex(model.index(1, 0));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("row 1\tsha256:whole\tthird"));
}

void RowViewTest::tellsWhatIsInSight()
{
    RowView view(RowView::Layout::List, QStringLiteral("Rows"));
    QStandardItemModel model;
    fill(&model, 1000);
    view.setModel(&model);
    show(&view, {300, 280});
    QCOMPARE(view.rowsInSight().size(), 10);
    QCOMPARE(view.rowsInSight().first().row(), 0);
    const QSignalSpy told(&view, &RowView::sightChanged);
    view.scrollTo(model.index(500, 0), QAbstractItemView::PositionAtTop);
    view.scrollTo(model.index(600, 0), QAbstractItemView::PositionAtTop);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(view.rowsInSight().first().row(), 600);
}

void RowViewTest::selectionIsKeptById()
{
    RowView view(RowView::Layout::List, QStringLiteral("Rows"));
    QStandardItemModel model;
    fill(&model, 20);
    view.setModel(&model);
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    QVERIFY(view.selectId(QStringLiteral("row 7")));
    QVERIFY(!view.selectId(QStringLiteral("row 70")));
    view.selectionModel()->select(model.index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    show(&view);
    QCOMPARE(view.selectedIds(), (QStringList{QStringLiteral("row 2"), QStringLiteral("row 7")}));
}

void RowViewTest::longTextEndsInDots()
{
    RowView view(RowView::Layout::Table, QStringLiteral("Rows"));
    QStandardItemModel model;
    model.appendRow({item(QString(400, QLatin1Char('m'))), item(QStringLiteral("second"))});
    view.setModel(&model);
    view.setColumnWidths({100});
    show(&view);
    const QImage image = view.viewport()->grab().toImage();
    const int y = view.visualRect(model.index(0, 0)).center().y();
    // Nothing of the first cell's text reaches the padding before the second.
    for (int x = 96; x < 107; ++x)
        QCOMPARE(image.pixelColor(x, y), color(Role::Base));
}

void RowViewTest::scrollBarBeginsUnderTheHeader()
{
    RowView view(RowView::Layout::Table, QStringLiteral("Rows"));
    QStandardItemModel model;
    fill(&model, 200);
    view.setModel(&model);
    show(&view);
    QTRY_VERIFY(view.verticalScrollBar()->isVisible());
    QTRY_COMPARE(view.verticalScrollBar()->mapTo(&view, QPoint(0, 0)).y(), view.header()->height());
    QCOMPARE(view.verticalScrollBar()->width(), 12);
}

} // namespace

PD_TEST(RowViewTest)

#include "tst_rowview.moc"
