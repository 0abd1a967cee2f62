// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/thread.h"
#include "models/jsontreemodel.h"
#include "opa/server.h"
#include "panes/trypane.h"
#include "panes/tryqueryedit.h"
#include "panes/trytalk.h"
#include "support/await.h"
#include "support/opa.h"
#include "support/result.h"
#include "support/runner.h"
#include "widgets/codeview.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <csignal>

using namespace pd;
using namespace pd::ui;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using pd::test::await;

namespace {

const QByteArray Rbac = "package app.rbac\n\nimport data.app.lib\n\ndefault allow := false\n\nallow if lib.known(input.user)\n\n"
                        "clash := 1 if input.clash\n\nclash := 2 if input.clash\n";
const QByteArray Lib = "package app.lib\n\nknown(user) if user in data.users\n";

/// Counts without an end that one would wait for.
const QString Endless = u"count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a == b + 200000])"_s;

/// Presses real keys: through the X server, as a hand would.
bool xdotool(const QStringList &arguments)
{
    QProcess process;
    process.start(u"xdotool"_s, arguments);
    const bool ended = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 20'000);
    return ended && process.exitCode() == 0;
}

} // namespace

/// *Try* on the real OPA, by the keyboard.
class TryTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    WorkerPool m_pool{1};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<EventThread> m_engine;
    std::shared_ptr<opa::Server> m_server;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<TryTalk> m_talk;
    TryPane *m_pane = nullptr;
    TryQueryEdit *m_query = nullptr;

    template <typename Widget>
    Widget *find(const QString &id) const
    {
        return m_pane->findChild<Widget *>(id);
    }
    [[nodiscard]] models::JsonTreeModel *result() const
    {
        return qobject_cast<models::JsonTreeModel *>(find<RowView>(u"resultView"_s)->model());
    }
    [[nodiscard]] QString message() const { return find<QLabel>(u"queryProblemLabel"_s)->text(); }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = m_pane->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    /// Empties the field and types into it.
    bool type(const QString &text)
    {
        m_window->activateWindow();
        m_query->setFocus();
        return QTest::qWaitFor([this] { return m_query->hasFocus(); }) && press({u"ctrl+a"_s, u"BackSpace"_s})
            && xdotool({u"type"_s, u"--delay"_s, u"1"_s, text})
            && QTest::qWaitFor([this, &text] { return m_query->toPlainText() == text; });
    }
    static bool press(const QStringList &keys) { return xdotool(QStringList{u"key"_s} + keys); }
    [[nodiscard]] qint64 serverPid()
    {
        return *await(runIn(m_engine->mailbox(), [server = m_server]() -> Result<qint64> { return server->processId(); }));
    }
    void startSession();

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void aTypedQueryShowsItsResult();
    void undefinedIsSaidInWords();
    void resultAsText();
    void anErrorHasItsPlace();
    void anErrorOfARuleShowsItsPlace();
    void inputErrorsHaveAPlace();
    void completes();
    void enterRunsWhatWasTyped();
    void historyIsThere();
    void severalLines();
    void aRuleShowsItsSource();
    void whatIsDefinedStays();
    void aRunawayQueryIsCancelled();
    void theEndOfOpaIsSaid();
    void theLackOfACellIsSaid();
};

void TryTest::startSession()
{
    QVERIFY(test::writeFile(m_folder.filePath(u"b/rbac.rego"_s), Rbac));
    QVERIFY(test::writeFile(m_folder.filePath(u"b/lib.rego"_s), Lib));
    QVERIFY(test::writeFile(m_folder.filePath(u"b/data.json"_s), R"({"users":["mira","sam"]})"));
    const QString tar = m_folder.filePath(u"b.tar.gz"_s);
    QCOMPARE(test::run(u"tar"_s, {u"-czf"_s, tar, u"-C"_s, m_folder.filePath(u"b"_s), u"."_s}, {}), 0);
    const auto program = test::realOpa();
    VERIFY_RESULT(program);
    opa::ServerOptions options;
    options.opa = *program;
    options.bundle = tar;
    options.withoutIsolation = true;
    options.queryDeadline = 60s;
    auto started = await(callIn(m_engine->mailbox(), [options, this] { return opa::Server::start(options, m_pool, {}); }), 40s);
    VERIFY_RESULT(started);
    m_server = std::move(*started);
    const desk::TryFacts facts{u"rbac"_s, m_server->version().toString(), {}, {}};
    m_talk->begin(u"ghcr.io/acme/rbac"_s);
    m_talk->setSession(std::make_shared<desk::TrySession>(m_engine->mailbox(), m_pool, m_server, facts));
}

void TryTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(ThemeChoice{Scheme::Light, false, 1.0});
    m_engine = std::make_unique<EventThread>(u"engine"_s);
    m_window = std::make_unique<QWidget>();
    m_window->resize(1000, 760);
    auto *column = new QVBoxLayout(m_window.get());
    column->setContentsMargins(0, 0, 0, 0);
    m_pane = new TryPane(m_window.get());
    column->addWidget(m_pane);
    m_query = find<TryQueryEdit>(u"queryEdit"_s);
    m_talk = std::make_unique<TryTalk>(*m_pane, m_pool, m_folder.filePath(u"state/try.json"_s));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_pane->begin(u"rbac"_s, {});
    startSession();
}

void TryTest::init()
{
    QVERIFY(m_server);
    m_pane->setInput({}, {});
}

void TryTest::cleanupTestCase()
{
    m_talk.reset();
    m_window.reset();
    // The server ends in its own thread.
    m_engine->mailbox().post([server = std::move(m_server)] { });
    m_engine.reset();
    m_theme.reset();
}

void TryTest::aTypedQueryShowsItsResult()
{
    m_pane->setInput(u"{\"user\": \"mira\"}"_s, u"mira.json"_s);
    QVERIFY(type(u"data.app.rbac"_s));
    QVERIFY(press({u"Return"_s}));
    QTRY_COMPARE(result()->rowCount(), 1);
    QCOMPARE(result()->index(0, 0).data().toString(), u"allow"_s);
    QCOMPARE(result()->index(0, 1).data().toString(), u"true"_s);
    QVERIFY(says(u"ms in OPA 1."_s));
    QVERIFY(find<RowView>(u"resultView"_s)->isVisible());
}

void TryTest::undefinedIsSaidInWords()
{
    QVERIFY(type(u"data.app.nothing"_s));
    QVERIFY(press({u"Return"_s}));
    QTRY_VERIFY(says(u"Undefined"_s));
    QVERIFY(says(u"undefined, "_s));
    QVERIFY(!find<QToolButton>(u"copyResultButton"_s)->isEnabled());
}

void TryTest::resultAsText()
{
    QVERIFY(type(u"[1, {\"a\": data.users}]"_s));
    QVERIFY(press({u"Return"_s}));
    QTRY_COMPARE(result()->rowCount(), 2);
    auto *mode = find<QToolButton>(u"resultModeButton"_s);
    mode->click();
    auto *text = find<CodeView>(u"resultText"_s);
    QVERIFY(text->isVisible());
    QVERIFY2(text->toPlainText().startsWith(u"[\n    1,\n    {\n        \"a\": ["_s), qPrintable(text->toPlainText()));
    mode->click();
    QVERIFY(!text->isVisible());
    find<QToolButton>(u"copyResultButton"_s)->click();
    QCOMPARE(QApplication::clipboard()->text(), text->toPlainText());
}

void TryTest::anErrorHasItsPlace()
{
    QVERIFY(type(u"count(data.users) + nope(1)"_s));
    QVERIFY(press({u"Return"_s}));
    QTRY_VERIFY2(message().contains(u"Line 1, column 21"_s), qPrintable(message()));
    QVERIFY(message().contains(u"nope"_s));
    QVERIFY(find<QLabel>(u"queryProblemLabel"_s)->isVisible());
    // Another look colours the text again, and takes nothing away that was said of it.
    const QString said = message();
    m_theme->setChoice({Scheme::Dark, false, 1.0});
    m_theme->setChoice({Scheme::Light, false, 1.0});
    QCOMPARE(message(), said);
    QVERIFY(!m_query->extraSelections().isEmpty());
    QCOMPARE(m_query->extraSelections().size(), 1);
    QCOMPARE(m_query->extraSelections().first().cursor.selectedText(), u"nope"_s);
    // Typing on takes the mark away.
    QVERIFY(press({u"BackSpace"_s}));
    QTRY_VERIFY(!m_query->hasProblem());
    QVERIFY(message().isEmpty());
}

void TryTest::anErrorOfARuleShowsItsPlace()
{
    m_pane->setInput(u"{\"clash\": true}"_s, {});
    QVERIFY(type(u"data.app.rbac.clash"_s));
    QVERIFY(press({u"Return"_s}));
    QTRY_VERIFY(find<QPushButton>(u"showPlaceButton"_s));
    QTRY_VERIFY(find<QPushButton>(u"showPlaceButton"_s)->isVisible());
    QVERIFY(says(u"conflicting values"_s));
    find<QPushButton>(u"showPlaceButton"_s)->click();
    auto *source = find<CodeView>(u"sourceView"_s);
    QTRY_VERIFY(source->isVisible());
    QCOMPARE(source->toPlainText(), QString::fromUtf8(Rbac));
    QVERIFY(source->markedLine() == 9 || source->markedLine() == 11);
    find<QToolButton>(u"closeSourceButton"_s)->click();
    QVERIFY(!source->isVisible());
}

void TryTest::inputErrorsHaveAPlace()
{
    auto *input = find<CodeEdit>(u"inputEdit"_s);
    input->setFocus();
    QTRY_VERIFY(input->hasFocus());
    QVERIFY(xdotool({u"type"_s, u"--delay"_s, u"1"_s, u"{\"user\" 1}"_s}));
    QTRY_COMPARE(find<QLabel>(u"inputProblemLabel"_s)->text().section(u':', 0, 0), u"Line 1, column 9"_s);
    QCOMPARE(input->problemLine(), 1);
    QVERIFY(press({u"ctrl+Return"_s})); // it does not run
    QVERIFY(!m_pane->isRunning());
    m_pane->setInput(u"{\"user\": 1}"_s, {});
    QVERIFY(!find<QLabel>(u"inputProblemLabel"_s)->isVisible());
}

void TryTest::completes()
{
    QVERIFY(type(u"data.app.rbac.al"_s));
    QTRY_VERIFY(m_query->areCompletionsShown());
    QVERIFY(press({u"Tab"_s}));
    QTRY_COMPARE(m_query->toPlainText(), u"data.app.rbac.allow"_s);
    QVERIFY(m_query->hasFocus());
    QVERIFY(!m_query->areCompletionsShown());
    // Asked for, the first one is chosen and Enter takes it.
    m_pane->setInput(u"{\"user\": {\"name\": \"mira\"}}"_s, {});
    QVERIFY(type(u"input.us"_s));
    QTRY_VERIFY(m_query->areCompletionsShown());
    QVERIFY(press({u"Escape"_s}));
    QTRY_VERIFY(!m_query->areCompletionsShown());
    QVERIFY(press({u"ctrl+space"_s}));
    QTRY_VERIFY(m_query->areCompletionsShown());
    QVERIFY(press({u"Return"_s}));
    QTRY_COMPARE(m_query->toPlainText(), u"input.user"_s);
    QVERIFY(!m_pane->isRunning());
    // A builtin, by the only match.
    QVERIFY(type(u"json.marshal_w"_s));
    QVERIFY(press({u"Escape"_s, u"ctrl+space"_s}));
    QTRY_COMPARE(m_query->toPlainText(), u"json.marshal_with_options"_s);
}

void TryTest::enterRunsWhatWasTyped()
{
    // Completions that came by themselves do not stand in the way of Enter.
    QVERIFY(type(u"data"_s));
    QTRY_VERIFY(m_query->areCompletionsShown());
    QVERIFY(press({u"Return"_s}));
    QTRY_VERIFY(!m_query->areCompletionsShown());
    QTRY_COMPARE(result()->index(0, 0).data().toString(), u"app"_s);
    QCOMPARE(m_query->toPlainText(), u"data"_s);
}

void TryTest::historyIsThere()
{
    for (const QString &query : {u"10 + 1"_s, u"10 + 2"_s}) {
        QVERIFY(type(query));
        QVERIFY(press({u"Return"_s}));
        QTRY_COMPARE(result()->index(0, 1).data().toString(), query.endsWith(u'1') ? u"11"_s : u"12"_s);
    }
    QVERIFY(type(u"half"_s));
    QVERIFY(press({u"Escape"_s, u"Up"_s}));
    QTRY_COMPARE(m_query->toPlainText(), u"10 + 2"_s);
    QVERIFY(press({u"Up"_s}));
    QTRY_COMPARE(m_query->toPlainText(), u"10 + 1"_s);
    QVERIFY(press({u"Down"_s, u"Down"_s}));
    QTRY_COMPARE(m_query->toPlainText(), u"half"_s);
    // It outlives the window.
    QTRY_COMPARE(desk::TryHistory::read(m_folder.filePath(u"state/try.json"_s)).of(u"ghcr.io/acme/rbac"_s).value(0), u"10 + 2"_s);
}

void TryTest::severalLines()
{
    QVERIFY(type(u"x := 20"_s));
    const int before = m_query->height();
    QVERIFY(press({u"shift+Return"_s}));
    QVERIFY(xdotool({u"type"_s, u"--delay"_s, u"1"_s, u"y := x + 1"_s}));
    QTRY_COMPARE(m_query->toPlainText(), u"x := 20\ny := x + 1"_s);
    QTRY_VERIFY(m_query->height() > before);
    QVERIFY(press({u"Return"_s}));
    QTRY_COMPARE(result()->rowCount(result()->index(0, 0)), 2); // one answer with x and y
    QCOMPARE(result()->index(1, 1, result()->index(0, 0)).data().toString(), u"21"_s);
    QVERIFY(type(u"x := 1\ny := nope(x)"_s.section(u'\n', 0, 0)));
    QVERIFY(press({u"shift+Return"_s}));
    QVERIFY(xdotool({u"type"_s, u"--delay"_s, u"1"_s, u"y := nope(x)"_s}));
    QVERIFY(press({u"Return"_s}));
    QTRY_VERIFY2(message().contains(u"Line 2, column 6"_s), qPrintable(message()));
}

void TryTest::aRuleShowsItsSource()
{
    auto *source = find<CodeView>(u"sourceView"_s);
    QVERIFY(type(u"data.app.rbac.allow"_s));
    QVERIFY(press({u"Escape"_s, u"F12"_s}));
    QTRY_VERIFY(source->isVisible());
    QCOMPARE(source->toPlainText(), QString::fromUtf8(Rbac));
    QCOMPARE(source->markedLine(), 5);
    QVERIFY(says(u"1 of 2 places"_s));
    find<QToolButton>(u"nextPlaceButton"_s)->click();
    QCOMPARE(source->markedLine(), 7);
    QVERIFY(source->isReadOnly());
    // From there on, by an import.
    source->setFocus();
    QTextCursor cursor(source->document()->findBlockByNumber(6));
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, 15);
    source->setTextCursor(cursor);
    QVERIFY(press({u"F12"_s}));
    QTRY_COMPARE(source->toPlainText(), QString::fromUtf8(Lib));
    QCOMPARE(source->markedLine(), 3);
    QVERIFY(press({u"Escape"_s}));
    QTRY_VERIFY(!source->isVisible());
    QTRY_VERIFY(m_query->hasFocus());
    QVERIFY(type(u"count"_s));
    QVERIFY(press({u"Escape"_s, u"F12"_s}));
    QTRY_VERIFY2(message().contains(u"count is no rule"_s), qPrintable(message()));
}

void TryTest::whatIsDefinedStays()
{
    QVERIFY(type(u"answer := 42"_s));
    QVERIFY(press({u"Return"_s}));
    QTRY_VERIFY(says(u"answer is defined"_s));
    QVERIFY(type(u"answer + 1"_s));
    QVERIFY(press({u"Return"_s}));
    QTRY_COMPARE(result()->index(0, 1).data().toString(), u"43"_s);
    QCOMPARE(find<QPushButton>(u"definitionButton"_s)->text(), u"answer"_s);
    find<QPushButton>(u"definitionButton"_s)->click();
    auto *source = find<CodeView>(u"sourceView"_s);
    QTRY_VERIFY(source->isVisible());
    QVERIFY(source->toPlainText().contains(u"answer := 42"_s));
    find<QToolButton>(u"closeSourceButton"_s)->click();
    find<QToolButton>(u"forgetButton"_s)->click();
    QTRY_VERIFY(!find<QPushButton>(u"definitionButton"_s));
    QVERIFY(type(u"answer + 1"_s));
    QVERIFY(press({u"Return"_s}));
    QTRY_VERIFY2(message().contains(u"answer"_s), qPrintable(message()));
}

void TryTest::aRunawayQueryIsCancelled()
{
    m_query->setPlainText(Endless);
    m_query->moveCursor(QTextCursor::End);
    m_query->setFocus();
    QVERIFY(press({u"Return"_s}));
    auto *cancel = find<QPushButton>(u"cancelQueryButton"_s);
    QTRY_VERIFY(cancel->isVisible());
    QVERIFY(m_pane->isRunning());
    QVERIFY(says(u"Running"_s));
    // The window answers meanwhile: keys arrive, and the watchdog of this test sees every event.
    QVERIFY(xdotool({u"type"_s, u"--delay"_s, u"1"_s, u" "_s}));
    QTRY_VERIFY(m_query->toPlainText().endsWith(u' '));
    QVERIFY(press({u"Escape"_s}));
    QTRY_VERIFY(!m_pane->isRunning());
    QVERIFY(says(u"Cancelled"_s));
    QTRY_VERIFY(!cancel->isVisible());
    QVERIFY(type(u"1 + 1"_s));
    QVERIFY(press({u"Return"_s}));
    QTRY_COMPARE(result()->index(0, 1).data().toString(), u"2"_s);
}

void TryTest::theEndOfOpaIsSaid()
{
    QVERIFY(type(u"kept := 7"_s));
    QVERIFY(press({u"Return"_s}));
    QTRY_VERIFY(says(u"kept is defined"_s));
    const qint64 pid = serverPid();
    QVERIFY(pid > 1);
    QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
    QTRY_VERIFY(says(u"OPA ended by itself"_s));
    auto *again = find<QPushButton>(u"startAgainButton"_s);
    QVERIFY(again && again->isVisible());
    again->click();
    QTRY_VERIFY(!says(u"OPA ended by itself"_s));
    QTRY_VERIFY(serverPid() > 1 && serverPid() != pid);
    QVERIFY(type(u"kept"_s));
    QVERIFY(press({u"Return"_s}));
    QTRY_COMPARE(result()->index(0, 1).data().toString(), u"7"_s);
}

void TryTest::theLackOfACellIsSaid()
{
    m_pane->setReady({u"rbac"_s, u"1.22.2"_s, u"bwrap"_s, {}});
    QVERIFY(says(u"Not kept apart from this computer"_s));
    m_pane->setReady({u"rbac"_s, u"1.22.2"_s, {}, {u"http.send"_s}});
    QVERIFY(says(u"Rules here call http.send"_s));
    m_pane->setReady({u"rbac"_s, u"1.22.2"_s, {}, {}});
    QVERIFY(!says(u"Rules here call"_s));
}

PD_TEST(TryTest)

#include "tst_try.moc"
