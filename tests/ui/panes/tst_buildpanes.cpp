// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desk.h"
#include "panes/diagnosticsview.h"
#include "panes/publishpane.h"
#include "panes/sourcepane.h"
#include "panetest.h"
#include "support/runner.h"
#include "widgets/codeview.h"
#include "widgets/rowview.h"
#include "widgets/tokenfield.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTextBlock>

using namespace pd;
using namespace pd::test;
using namespace Qt::StringLiterals;
using ui::DiagnosticsView;
using ui::PublishPane;
using ui::SourcePane;

namespace {

const QByteArray Rego = "package rbac\n\nallow if {\n    input.user == nobody\n}\n";

QList<Diagnostic> twoProblems()
{
    return {{u"rbac.rego"_s, 4, 19, u"rego_unsafe_var_error"_s, u"var nobody is unsafe"_s},
        {u"lib/sets.rego"_s, 2, 0, u"rego_parse_error"_s, u"unexpected token"_s}};
}

class BuildPanesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::Theme>(ui::ThemeChoice{ui::Scheme::Light, false, 1.0}); }
    void cleanupTestCase() { m_theme.reset(); }

    void placesReadAsCompilersWriteThem();
    void aClickAsksForThePlaceOnce();
    void keysAskForThePlace();
    void nothingToMendShowsNothing();
    void sourceMarksTheLine();
    void sourceOfAnotherFileIsIgnored();
    void sourceThatCannotBeRead();
    void publishExplainsTheDestination();
    void publishShowsWhereABuildFailed();
    void moreHasTheRevision();
    void longTextsAreNotCut();

private:
    std::unique_ptr<ui::Theme> m_theme;
};

void BuildPanesTest::placesReadAsCompilersWriteThem()
{
    QCOMPARE(ui::placeText(twoProblems().at(0)), u"rbac.rego:4:19"_s);
    QCOMPARE(ui::placeText(twoProblems().at(1)), u"lib/sets.rego:2"_s);
    QCOMPARE(ui::placeText({u"x.rego"_s, 0, 7, {}, {}}), u"x.rego"_s);
    QCOMPARE(ui::placeText({{}, 3, 7, {}, {}}), QString());
}

void BuildPanesTest::aClickAsksForThePlaceOnce()
{
    DiagnosticsView list;
    list.setDiagnostics(twoProblems());
    QVERIFY(showActive(list, {640, 140}));
    picture(list, u"problems"_s);
    QCOMPARE(faultsOf(list), QString());
    auto *view = control<ui::RowView>(list, u"diagnosticsView"_s);
    QCOMPARE(column(*view), (QStringList{u"var nobody is unsafe"_s, u"unexpected token"_s}));
    const QSignalSpy places(&list, &DiagnosticsView::placeRequested);
    QVERIFY(clickRow(*view, u"unexpected token"_s));
    QCOMPARE(places.size(), 1);
    QCOMPARE(places.first().first().value<Diagnostic>(), twoProblems().at(1));
    QVERIFY(clickRow(*view, u"var nobody is unsafe"_s, 0, true));
    QCOMPARE(places.size(), 2);
    const QSignalSpy editor(&list, &DiagnosticsView::editorRequested);
    QVERIFY(click(list, u"openInEditorButton"_s));
    QCOMPARE(editor.size(), 1);
    QCOMPARE(editor.first().first().value<Diagnostic>(), twoProblems().at(0));
}

void BuildPanesTest::keysAskForThePlace()
{
    DiagnosticsView list;
    list.setDiagnostics(twoProblems());
    QVERIFY(showActive(list, {640, 140}));
    auto *view = control<ui::RowView>(list, u"diagnosticsView"_s);
    view->setFocus();
    const QSignalSpy places(&list, &DiagnosticsView::placeRequested);
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(places.size(), 1);
    QCOMPARE(places.first().first().value<Diagnostic>(), twoProblems().at(1));
}

void BuildPanesTest::nothingToMendShowsNothing()
{
    QWidget room;
    auto *list = new DiagnosticsView(&room);
    QVERIFY(showActive(room, {640, 140}));
    list->setDiagnostics(twoProblems());
    QVERIFY(list->isVisible());
    list->setDiagnostics({});
    QVERIFY(!list->isVisible());
}

void BuildPanesTest::sourceMarksTheLine()
{
    SourcePane pane;
    QVERIFY(showActive(pane, {840, 480}));
    QCOMPARE(faultsOf(pane), QString());
    pane.setPlace(u"/src/rbac/rbac.rego"_s, u"rbac.rego"_s, twoProblems().at(0));
    pane.setText(u"/src/rbac/rbac.rego"_s, Rego);
    auto *code = control<ui::CodeView>(pane, u"sourceView"_s);
    QVERIFY(code->isVisible());
    QVERIFY(code->isReadOnly());
    QCOMPARE(code->markedLine(), 4);
    QCOMPARE(code->textCursor().blockNumber(), 3);
    QCOMPARE(code->textCursor().positionInBlock(), 18);
    picture(pane, u"source"_s);
    // Another place of the same file needs no reading.
    pane.setPlace(u"/src/rbac/rbac.rego"_s, u"rbac.rego"_s, {u"rbac.rego"_s, 1, 1, {}, u"package"_s});
    QCOMPARE(code->markedLine(), 1);
    const QSignalSpy editor(&pane, &SourcePane::openInEditorRequested);
    QVERIFY(click(pane, u"openInEditorButton"_s));
    QCOMPARE(editor.first().first().toString(), u"/src/rbac/rbac.rego"_s);
    QSignalSpy copied(&pane, &SourcePane::copyRequested);
    QVERIFY(click(pane, u"copyPlaceButton"_s));
    QCOMPARE(copied.first().first().toString(), u"rbac.rego:1:1"_s);
}

void BuildPanesTest::sourceOfAnotherFileIsIgnored()
{
    SourcePane pane;
    QVERIFY(showActive(pane, {840, 480}));
    pane.setPlace(u"/a.rego"_s, u"a.rego"_s, {});
    pane.setText(u"/b.rego"_s, "package b\n");
    auto *code = control<ui::CodeView>(pane, u"sourceView"_s);
    QVERIFY(code->toPlainText().isEmpty());
    pane.setText(u"/a.rego"_s, "package a\n");
    QCOMPARE(code->toPlainText(), u"package a\n"_s);
}

void BuildPanesTest::sourceThatCannotBeRead()
{
    SourcePane pane;
    QVERIFY(showActive(pane, {840, 480}));
    pane.setPlace(u"/gone.rego"_s, u"gone.rego"_s, {});
    pane.setError(u"/gone.rego"_s, fail(ErrorKind::NotFound, Blame::Computer, u"file.read"_s, u"/gone.rego"_s).error());
    QVERIFY(!control<ui::CodeView>(pane, u"sourceView"_s)->isVisible());
    picture(pane, u"source-error"_s);
    pane.setText(u"/gone.rego"_s, Rego);
    QVERIFY(control<ui::CodeView>(pane, u"sourceView"_s)->isVisible());
}

void BuildPanesTest::publishExplainsTheDestination()
{
    PublishPane pane;
    connect(&pane, &PublishPane::destinationEdited, &pane,
        [&pane](const QString &typed) { pane.setReading(desk::readTypedReference(typed + u":tag"_s, u"ghcr.io"_s)); });
    desk::FolderRow folder;
    folder.path = u"/src/rbac"_s;
    pane.setFolder(folder, {}, {});
    QVERIFY(showActive(pane, {840, 700}));
    auto *to = control<QLineEdit>(pane, u"destinationEdit"_s);
    QTest::keyClicks(to, u"ghcr.io/Acme/rbac"_s);
    const auto says = [&pane](const QString &words) {
        return std::ranges::any_of(pane.findChildren<QLabel *>(), [&](const QLabel *label) { return label->text().contains(words); });
    };
    QVERIFY(says(u"lower case"_s));
    to->clear();
    QTest::keyClicks(to, u"bad host/x y"_s);
    QVERIFY(!says(u"lower case"_s));
    desk::PublishPlan plan;
    plan.destination = u"ghcr.io/acme/rbac"_s;
    plan.nextPatch = u"0.1.0"_s;
    to->setText(u"ghcr.io/acme/rbac"_s);
    pane.setPlan(plan);
    QVERIFY(says(u"new package"_s));
    QCOMPARE(pane.request().tags, QStringList{u"0.1.0"_s});
    const QSignalSpy published(&pane, &PublishPane::publishRequested);
    QVERIFY(click(pane, u"publishButton"_s));
    QCOMPARE(published.size(), 1);
}

void BuildPanesTest::publishShowsWhereABuildFailed()
{
    PublishPane pane;
    desk::FolderRow folder;
    folder.path = u"/src/rbac"_s;
    pane.setFolder(folder, u"ghcr.io/acme/rbac"_s, {});
    QVERIFY(showActive(pane, {840, 900}));
    Error error = fail(ErrorKind::Policy, Blame::You, u"opa.compile"_s, u"/src/rbac"_s).error();
    error.diagnostics = twoProblems();
    pane.setPlanProblem(error);
    auto *view = control<ui::RowView>(pane, u"diagnosticsView"_s);
    QTRY_VERIFY(view->isVisible());
    picture(pane, u"publish-problems"_s);
    const QSignalSpy places(&pane, &PublishPane::placeRequested);
    QVERIFY(clickRow(*view, u"unexpected token"_s));
    QCOMPARE(places.size(), 1);
    // A plan that came through takes away what the plan before complained of.
    desk::PublishPlan plan;
    plan.destination = u"ghcr.io/acme/rbac"_s;
    plan.nextPatch = u"0.1.0"_s;
    pane.setPlan(plan);
    QVERIFY(!view->isVisible());
}

void BuildPanesTest::moreHasTheRevision()
{
    PublishPane pane;
    desk::FolderRow folder;
    folder.path = u"/src/rbac"_s;
    pane.setFolder(folder, u"ghcr.io/acme/rbac"_s, {});
    QVERIFY(showActive(pane, {840, 900}));
    auto *revision = control<QLineEdit>(pane, u"revisionEdit"_s);
    QVERIFY(!revision->isVisible());
    QVERIFY(click(pane, u"moreButton"_s));
    QVERIFY(revision->isVisible());
    QTest::keyClicks(revision, u"2024-11"_s);
    QCOMPARE(pane.request().options.revision, u"2024-11"_s);
    control<QComboBox>(pane, u"regoVersionBox"_s)->setCurrentIndex(1);
    QCOMPARE(pane.request().options.regoVersion, u"rego.v0"_s);
    // Another folder begins with git's.
    folder.path = u"/src/abac"_s;
    pane.setFolder(folder, {}, {});
    QVERIFY(pane.request().options.revision.isEmpty());
    QVERIFY(!revision->isVisible());
}

void BuildPanesTest::longTextsAreNotCut()
{
    LongTexts german;
    QVERIFY(QCoreApplication::installTranslator(&german));
    {
        DiagnosticsView list;
        list.setDiagnostics(twoProblems());
        QVERIFY(showActive(list, {640, 140}));
        QCOMPARE(faultsOf(list), QString());
        SourcePane pane;
        QVERIFY(showActive(pane, {640, 480}));
        QCOMPARE(faultsOf(pane), QString());
    }
    QCoreApplication::removeTranslator(&german);
}

} // namespace

PD_TEST(BuildPanesTest)
#include "tst_buildpanes.moc"
