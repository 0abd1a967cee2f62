// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workerpool.h"
#include "support/await.h"
#include "support/result.h"
#include "support/runner.h"
#include "shell/activitypanel.h"
#include "shell/gotoanything.h"
#include "shell/history.h"
#include "shell/inspector.h"
#include "shell/mainwindow.h"
#include "shell/navigationtree.h"
#include "shell/panehost.h"
#include "shell/startpage.h"
#include "ui/gallery/samples.h"
#include "widgets/controls.h"
#include "widgets/emptystate.h"
#include "widgets/errorcard.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>

using namespace pd::ui;
namespace models = pd::models;
namespace gallery = pd::gallery;
using namespace Qt::StringLiterals;

namespace {

class ShellTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(ThemeChoice{Scheme::Light, false, 1.0}); }
    void init();
    void cleanup() { m_window.reset(); }
    void cleanupTestCase() { m_theme.reset(); }

    void tabVisitsEachControlOnce();
    void everyControlHasAName();
    void goToOpensByKeyAndGivesTheFocusBack();
    void goToIsAllByKeyboard();
    void narrowGivesTheInspectorsPlaceToTheVerbs();
    void panesHideAndComeBack();
    void stateIsRestored();
    void treeKeepsWhatIsOpen();
    void treeAsksForChildrenOnce();
    void backAndForward();
    void inspectorKeepsTheFocus();
    void dangerStandsLastAndIsNoDefault();
    void cancelIsPressedOnce();
    void jobsAreUpdatedInPlace();
    void goToLooksThroughManyBesideTyping();
    void toastUndoesOnce();
    void topFollowsThePanes();
    void closingIsAsked();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

void ShellTest::init()
{
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1440, 900);
    m_window->tree()->setSnapshot(gallery::tree());
    m_window->tree()->expand(u"ghcr.io"_s);
    m_window->setPlace(u"ghcr.io/acme"_s, {{u"ghcr.io"_s, u"ghcr.io"_s}, {u"ghcr.io/acme"_s, u"acme"_s}});
    auto *page = new QWidget;
    auto *field = makeField(u"view-filter"_s, u"Filter"_s, u"Filter"_s, page);
    field->setObjectName(u"filterEdit"_s);
    m_window->panes()->setPage(u"tags"_s, page);
    m_window->panes()->setTabs({{u"tags"_s, u"Tags"_s}, {u"try"_s, u"Try"_s}}, u"tags"_s);
    m_window->panes()->setPage(u"try"_s, new QWidget);
    m_window->setInspector(gallery::tagInspector());
    m_window->setActivity(gallery::activity());
    m_window->setGoToSource([] { return gallery::goTo(); });
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void ShellTest::tabVisitsEachControlOnce()
{
    m_window->setActivityShown(true);
    m_window->tree()->view()->setFocus();
    QTRY_VERIFY(m_window->tree()->view()->hasFocus());
    QList<QWidget *> visited;
    for (int i = 0; i < 200; ++i) {
        QWidget *before = QApplication::focusWidget();
        QTest::keyClick(before, Qt::Key_Tab);
        QWidget *now = QApplication::focusWidget();
        QVERIFY(now);
        QVERIFY2(now != before, qPrintable(u"stays in "_s + before->objectName() + u' ' + before->accessibleName()));
        if (visited.contains(now))
            break;
        visited.append(now);
    }
    QCOMPARE(visited.last(), m_window->tree()->view());
    const auto reaches = [&](const QString &id) {
        return std::ranges::any_of(visited, [&](const QWidget *widget) { return widget->objectName() == id; });
    };
    for (const QString &id : {u"treeButton"_s, u"goToButton"_s, u"menuButton"_s, u"paneTabs"_s, u"filterEdit"_s, u"pullButton"_s,
             u"deleteButton"_s, u"cancelTransferButton"_s, u"activityButton"_s, u"clearFinishedButton"_s, u"Receipts"_s})
        QVERIFY2(reaches(id) || id == u"cancelTransferButton"_s, qPrintable(id));
}

void ShellTest::everyControlHasAName()
{
    auto *start = new StartPage;
    start->setContent(gallery::start());
    m_window->panes()->setPage(u"start"_s, start);
    auto *error = new ErrorCard;
    error->setNotice(gallery::denied());
    m_window->panes()->setPage(u"error"_s, error);
    auto *empty = new EmptyState;
    empty->setNotice(gallery::noTag());
    m_window->panes()->setPage(u"empty"_s, empty);
    m_window->setActivityShown(true);
    int controls = 0;
    const QList<QWidget *> all = m_window->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const bool control = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
            || qobject_cast<const QProgressBar *>(widget) || qobject_cast<const QTabBar *>(widget);
        if (!control || widget->objectName().startsWith(u"qt_"_s))
            continue;
        // Scroll buttons of a row of tabs, and lists inside combo boxes, are Qt's own.
        if (qobject_cast<const QTabBar *>(widget->parentWidget()) || widget->window() != m_window.get())
            continue;
        ++controls;
        QVERIFY2(!widget->accessibleName().isEmpty(),
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
    QVERIFY(controls > 40);
}

void ShellTest::goToOpensByKeyAndGivesTheFocusBack()
{
    auto *filter = m_window->findChild<QLineEdit *>(u"filterEdit"_s);
    filter->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(m_window->goToAnything()->isOpen());
    QTRY_VERIFY(m_window->goToAnything()->edit()->hasFocus());
    QTest::keyClick(m_window->goToAnything()->edit(), Qt::Key_Escape);
    QVERIFY(!m_window->goToAnything()->isOpen());
    QTRY_VERIFY(filter->hasFocus());
}

void ShellTest::goToIsAllByKeyboard()
{
    const QSignalSpy chosen(m_window.get(), &MainWindow::goToChosen);
    const QSignalSpy verbs(m_window.get(), &MainWindow::verbsRequested);
    m_window->openGoTo();
    QLineEdit *edit = m_window->goToAnything()->edit();
    RowView *list = m_window->goToAnything()->list();
    QTest::keyClicks(edit, u"rebac"_s);
    QCOMPARE(list->currentIndex().data(models::IdRole).toString(), u"p2"_s); // what begins with it comes first
    QCOMPARE(list->currentIndex().data(models::KeysRole).toStringList(), QStringList{u"Enter"_s});
    QTest::keyClick(edit, Qt::Key_Down);
    QCOMPARE(list->currentIndex().data(models::IdRole).toString(), u"p1"_s);
    QTest::keyClick(edit, Qt::Key_Down); // over the head of the next group
    QCOMPARE(list->currentIndex().data(models::IdRole).toString(), u"t1"_s);
    QTest::keyClick(edit, Qt::Key_Tab);
    QCOMPARE(verbs.last().first().toString(), u"t1"_s);
    edit->setText(u"> clean"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.last().first().toString(), u"a4"_s);
    QVERIFY(!m_window->goToAnything()->isOpen());
    m_window->openGoTo();
    edit->setText(u"no such thing at all"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
}

void ShellTest::narrowGivesTheInspectorsPlaceToTheVerbs()
{
    m_window->resize(1024, 700);
    QTRY_VERIFY(!m_window->inspector()->isVisible());
    const auto details = [this] {
        const auto all = m_window->findChildren<QPushButton *>(u"detailsButton"_s);
        for (QPushButton *button : all) {
            if (button->isVisible())
                return button;
        }
        return static_cast<QPushButton *>(nullptr);
    };
    QVERIFY(m_window->tree()->isVisible());
    QVERIFY(details());
    QTest::mouseClick(details(), Qt::LeftButton);
    QTRY_VERIFY(m_window->inspector()->isVisible());
    QVERIFY(!m_window->tree()->isVisible());
    QVERIFY(!details());
    m_window->toggleInspector();
    QTRY_VERIFY(m_window->tree()->isVisible());
    m_window->resize(1440, 900);
    QTRY_VERIFY(m_window->inspector()->isVisible() && m_window->tree()->isVisible());
}

void ShellTest::panesHideAndComeBack()
{
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QTRY_VERIFY(!m_window->tree()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QTRY_VERIFY(m_window->tree()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F9, Qt::ShiftModifier);
    QTRY_VERIFY(!m_window->inspector()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(m_window->activity()->isVisible());
    m_window->resetLayout();
    QTRY_COMPARE(m_window->tree()->width(), 248);
    QTRY_COMPARE(m_window->inspector()->width(), 320);
}

void ShellTest::stateIsRestored()
{
    m_window->toggleInspector();
    m_window->resize(1300, 800);
    const WindowState state = m_window->state();
    MainWindow other;
    other.setInspector(gallery::tagInspector());
    other.restore(state);
    other.show();
    QVERIFY(QTest::qWaitForWindowExposed(&other));
    QVERIFY(!other.inspector()->isVisible());
    QTRY_COMPARE(other.size(), QSize(1300, 800));
}

void ShellTest::treeKeepsWhatIsOpen()
{
    NavigationTree *tree = m_window->tree();
    QVERIFY(tree->select(u"ghcr.io/acme/policy-abac"_s));
    const QSignalSpy chosen(tree, &NavigationTree::chosen);
    models::TreeSnapshot changed = gallery::tree();
    changed.sections[0].nodes[0].children[0].trailing = u"38"_s;
    tree->setSnapshot(changed);
    QCOMPARE(tree->selected(), u"ghcr.io/acme/policy-abac"_s);
    QCOMPARE(tree->view()->selectedIds(), QStringList{u"ghcr.io/acme/policy-abac"_s});
    QVERIFY(tree->view()->isExpanded(tree->view()->currentIndex().parent()));
    QCOMPARE(chosen.size(), 0); // nobody has chosen anything
    QTest::keyClick(tree->view(), Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), u"ghcr.io/acme/kube-admission"_s);
    // A press chooses once, also where the row is the one on which one stands.
    const QRect row = tree->view()->visualRect(tree->view()->currentIndex());
    QTest::mouseClick(tree->view()->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(chosen.size(), 2);
    QTest::mouseClick(tree->view()->viewport(), Qt::LeftButton, {}, row.center() + QPoint(0, row.height()));
    QCOMPARE(chosen.size(), 3);
    QVERIFY(chosen[2] != chosen[1]);
}

void ShellTest::treeAsksForChildrenOnce()
{
    NavigationTree *tree = m_window->tree();
    const QSignalSpy wanted(tree, &NavigationTree::childrenWanted);
    QVERIFY(tree->select(u"practice"_s));
    QTest::keyClick(tree->view(), Qt::Key_Right);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), u"practice"_s);
    // They arrive: no second question.
    models::TreeSnapshot filled = gallery::tree();
    filled.sections[0].nodes[2].children = {{.id = u"practice/demo"_s, .label = u"demo"_s}};
    tree->setSnapshot(filled);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(tree->view()->isExpanded(tree->view()->currentIndex()));
}

void ShellTest::backAndForward()
{
    const QSignalSpy asked(m_window.get(), &MainWindow::placeRequested);
    m_window->setPlace(u"local"_s, {{u"local"_s, u"Local images"_s}});
    auto *back = m_window->findChild<QAbstractButton *>(u"backButton"_s);
    auto *forward = m_window->findChild<QAbstractButton *>(u"forwardButton"_s);
    QVERIFY(back->isEnabled() && !forward->isEnabled());
    back->click();
    QCOMPARE(asked.last().first().toString(), u"ghcr.io/acme"_s);
    m_window->setPlace(u"ghcr.io/acme"_s, {});
    QVERIFY(!back->isEnabled() && forward->isEnabled());
    m_window->setPlace(u"folder/rbac"_s, {});
    QVERIFY(!forward->isEnabled()); // another way was taken
    m_window->history()->forget(u"ghcr.io/acme"_s);
    QVERIFY(!back->isEnabled());
}

void ShellTest::inspectorKeepsTheFocus()
{
    auto *tryIt = m_window->inspector()->findChild<QWidget *>(u"tryButton"_s);
    tryIt->setFocus();
    QTRY_VERIFY(tryIt->hasFocus());
    models::InspectorContent changed = gallery::tagInspector();
    changed.sections[0].facts[0].value = u"3 h ago by mira"_s;
    m_window->setInspector(changed);
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"tryButton"_s);
    const QWidget *same = QApplication::focusWidget();
    m_window->setInspector(changed);
    QCOMPARE(QApplication::focusWidget(), same); // nothing was rebuilt
}

void ShellTest::dangerStandsLastAndIsNoDefault()
{
    // The sample names it first.
    QCOMPARE(gallery::tagInspector().verbs.first().rank, models::ActionRank::Danger);
    auto *danger = m_window->inspector()->findChild<QWidget *>(u"deleteButton"_s);
    for (const QString &verb : {u"tagButton"_s, u"rollBackButton"_s, u"copyToButton"_s, u"saveButton"_s, u"removeButton"_s})
        QVERIFY(m_window->inspector()->findChild<QWidget *>(verb)->y() < danger->y());
    m_window->setInspector(gallery::planInspector());
    const auto buttons = m_window->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons)
        QVERIFY(!button->isDefault() && !button->autoDefault());
}

void ShellTest::cancelIsPressedOnce()
{
    const QSignalSpy cancelled(m_window.get(), &MainWindow::cancelRequested);
    auto *cancel = m_window->findChild<QPushButton *>(u"cancelTransferButton"_s);
    QTest::mouseDClick(cancel, Qt::LeftButton);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(cancelled.first().first().toString(), u"1"_s);
    models::ActivitySnapshot next = gallery::activity();
    next.line.progress = 0.7;
    m_window->setActivity(next); // the same job still
    QVERIFY(!cancel->isEnabled());
    next.line.cancelId = u"2"_s;
    m_window->setActivity(next);
    QVERIFY(cancel->isEnabled());
    QCOMPARE(m_window->findChild<QProgressBar *>(u"transferProgress"_s)->value(), 700);
}

void ShellTest::jobsAreUpdatedInPlace()
{
    m_window->setActivityShown(true);
    const auto retry = [this] { return m_window->activity()->findChild<QPushButton *>(u"retryButton"_s); };
    QPushButton *before = retry();
    QVERIFY(before);
    models::ActivitySnapshot next = gallery::activity();
    next.jobs[0].progress = 0.9;
    m_window->setActivity(next);
    QCOMPARE(retry(), before);
    const QSignalSpy triggered(m_window->activity(), &ActivityPanel::jobTriggered);
    before->click();
    QCOMPARE(triggered.first().at(0).toString(), u"5"_s);
    QCOMPARE(triggered.first().at(1).toString(), u"retry"_s);
    next.jobs.removeAt(4);
    m_window->setActivity(next);
    QVERIFY(!retry());
}

void ShellTest::goToLooksThroughManyBesideTyping()
{
    pd::WorkerPool pool(1);
    QList<models::GoToItem> items;
    for (int i = 0; i < 50'000; ++i)
        items.append({.id = u"image:%1"_s.arg(i), .group = u"Images"_s, .text = u"ghcr.io/acme/policy-%1:1.0.%1"_s.arg(i)});
    m_window->setGoToSource([items] { return items; }, &pool);
    const QSignalSpy chosen(m_window.get(), &MainWindow::goToChosen);
    m_window->openGoTo();
    // Enter comes before the answer, and means what was typed.
    QTest::keyClicks(m_window->goToAnything()->edit(), u"policy-41234:"_s);
    QTest::keyClick(m_window->goToAnything()->edit(), Qt::Key_Return);
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), u"image:41234"_s);
    QVERIFY(!m_window->goToAnything()->isOpen());
    // What is closed before the answer chooses nothing.
    m_window->openGoTo();
    QTest::keyClicks(m_window->goToAnything()->edit(), u"policy-1"_s);
    QTest::keyClick(m_window->goToAnything()->edit(), Qt::Key_Escape);
    VERIFY_RESULT(pd::test::await(pool.run([] { return pd::Result<bool>(true); }))); // after the search, which is stopped or done
    QCoreApplication::processEvents();
    QCOMPARE(chosen.size(), 1);
    m_window->setGoToSource({});
}

void ShellTest::toastUndoesOnce()
{
    const QSignalSpy undone(m_window.get(), &MainWindow::undoRequested);
    m_window->showToast({u"user-trash"_s, u"Removed a:1"_s, u"17.5 KiB"_s, u"undo-7"_s});
    auto *undo = m_window->findChild<Toast *>()->findChild<QPushButton *>(u"undoButton"_s);
    QTRY_VERIFY(undo->isVisible());
    QTest::mouseDClick(undo, Qt::LeftButton);
    undo->click();
    QCOMPARE(undone.size(), 1);
    QCOMPARE(undone.first().first().toString(), u"undo-7"_s);
    QVERIFY(!undo->isVisible());
    m_window->showToast({u"checkmark"_s, u"Copied"_s, {}, {}});
    QVERIFY(!undo->isVisible());
}

void ShellTest::topFollowsThePanes()
{
    auto *goTo = m_window->findChild<QWidget *>(u"goToButton"_s);
    const auto left = [&] { return goTo->mapTo(m_window.get(), QPoint(0, 0)).x(); };
    QTRY_COMPARE(left(), m_window->inspector()->mapTo(m_window.get(), QPoint(0, 0)).x() + 16);
    QCOMPARE(goTo->width(), 256);
    QVERIFY(!m_window->findChild<QWidget *>(u"inspectorButton"_s)->isVisible());
    m_window->toggleInspector();
    QTRY_VERIFY(m_window->findChild<QWidget *>(u"inspectorButton"_s)->isVisible());
    m_window->setInspector({}); // nothing to show: no button for it
    QTRY_VERIFY(!m_window->findChild<QWidget *>(u"inspectorButton"_s)->isVisible());
}

void ShellTest::closingIsAsked()
{
    const QSignalSpy closing(m_window.get(), &MainWindow::closing);
    m_window->close();
    QCOMPARE(closing.size(), 1);
    QVERIFY(m_window->isVisible());
}

} // namespace

PD_TEST(ShellTest)

#include "tst_shell.moc"
