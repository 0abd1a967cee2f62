// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/engine.h"
#include "desk/services.h"
#include "models/jsontreemodel.h"
#include "models/navigationfacts.h"
#include "panes/tryqueryedit.h"
#include "places/deskwindow.h"
#include "shell/panehost.h"
#include "support/await.h"
#include "support/opa.h"
#include "support/result.h"
#include "support/runner.h"
#include "widgets/errorcard.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace pd;
using namespace pd::ui;
using namespace Qt::StringLiterals;
using pd::test::await;

namespace {

/// *Try* in the window, on a folder that is being worked on.
class TryPlaceTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    WorkerPool m_pool;
    SystemClock m_clock;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<EventThread> m_thread;
    std::unique_ptr<desk::Engine> m_engine;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<DeskWindow> m_window;

    /// Made when something is tried first.
    [[nodiscard]] QWidget *page() const { return m_window->window().panes()->page(u"try"_s); }
    [[nodiscard]] QString rego() const { return m_folder.filePath(u"app/a.rego"_s); }
    [[nodiscard]] QAbstractItemModel *result() const { return page()->findChild<RowView *>(u"resultView"_s)->model(); }
    [[nodiscard]] TryQueryEdit *query() const { return page()->findChild<TryQueryEdit *>(u"queryEdit"_s); }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = page()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aFolderIsTried();
    void itIsLoadedAgain();
    void whatDoesNotCompileIsSaid();
    void whatWasTypedComesBack();
};

void TryPlaceTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(ThemeChoice{Scheme::Light, false, 1.0});
    m_thread = std::make_unique<EventThread>(u"engine"_s);
    desk::EngineOptions options;
    options.store = m_folder.filePath(u"store"_s);
    options.mayPrompt = false;
    auto made = await(
        runIn(m_thread->mailbox(), [options, gui = Mailbox::current(), this] { return desk::Engine::make(options, *gui, m_pool); }));
    VERIFY_RESULT(made);
    m_engine = std::move(*made);
    m_desk = std::make_unique<desk::Desk>(m_thread->mailbox(), *m_engine, m_pool, options.paths, desk::Settings(), QString());
    m_window = std::make_unique<DeskWindow>(*m_desk, m_pool, m_clock);
    m_window->window().resize(1300, 860);
    m_window->window().show();
    QVERIFY(QTest::qWaitForWindowActive(&m_window->window()));
    QVERIFY(!page());
}

void TryPlaceTest::cleanupTestCase()
{
    m_window.reset();
    m_desk.reset();
    await(runIn(m_thread->mailbox(), [this]() -> Result<bool> {
        m_engine.reset();
        return true;
    }));
    m_thread.reset();
    m_theme.reset();
}

void TryPlaceTest::aFolderIsTried()
{
    QVERIFY(test::writeFile(rego(), "package a\n\nx := 1\n"));
    m_window->openArgument(m_folder.filePath(u"app"_s));
    QTRY_COMPARE(m_window->window().panes()->current(), u"publish"_s);
    m_window->run(u"try"_s);
    QVERIFY(page());
    QCOMPARE(page()->objectName(), u"tryPage"_s);
    QTRY_VERIFY(query()->isVisible());
    QTRY_VERIFY(query()->hasFocus());
    // Typed and sent before OPA is there: it runs when it is.
    QTest::keyClicks(query(), u"data.a.x"_s);
    QTest::keyClick(query(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(result()->index(0, 1).data().toString(), u"1"_s, 40'000);
    QVERIFY(says(u"in OPA 1."_s));
}

void TryPlaceTest::itIsLoadedAgain()
{
    QTest::keyClick(query(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(query(), u"mine := data.a.x + 10"_s);
    QTest::keyClick(query(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(says(u"mine is defined"_s), 20'000);
    QVERIFY(test::writeFile(rego(), "package a\n\nx := 2\n"));
    m_window->run(u"refresh"_s);
    QTest::keyClick(query(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(query(), u"mine"_s);
    QTest::keyClick(query(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(result()->index(0, 1).data().toString(), u"12"_s, 40'000); // new rules, and the definition with them
}

void TryPlaceTest::whatDoesNotCompileIsSaid()
{
    QVERIFY(test::writeFile(rego(), "package a\n\nx := nope(1)\n"));
    page()->findChild<QToolButton *>(u"reloadButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(says(u"calls a function that this OPA does not have"_s), 40'000);
    QVERIFY(!query()->isVisible());
    QVERIFY(test::writeFile(rego(), "package a\n\nx := 3\n"));
    auto *again = page()->findChild<QPushButton *>(u"retryButton"_s);
    QVERIFY(again);
    again->click();
    QTRY_VERIFY_WITH_TIMEOUT(query()->isVisible(), 40'000);
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Nothing asked yet"_s), 40'000);
}

void TryPlaceTest::whatWasTypedComesBack()
{
    QTest::keyClick(query(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(query(), u"data.a"_s);
    const QString folder = models::folderPlace(m_folder.filePath(u"app"_s));
    m_window->open(models::localPlace());
    m_window->window().panes()->choose(u"try"_s);
    QVERIFY(says(u"Nothing to try yet"_s)); // no image is chosen
    m_window->open(folder);
    m_window->window().panes()->choose(u"try"_s);
    QCOMPARE(query()->toPlainText(), u"data.a"_s);
    QTest::keyClick(query(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(result()->index(0, 1).data().toString(), u"3"_s, 40'000);
}

} // namespace

PD_TEST(TryPlaceTest)

#include "tst_tryplace.moc"
