// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "widgets/codeview.h"
#include "widgets/syntax.h"
#include "widgets/theme.h"

#include <QSignalSpy>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

using namespace pd::ui;
using namespace Qt::StringLiterals;

namespace {

class SyntaxTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(ThemeChoice{Scheme::Light, false, 1.0}); }
    void cleanupTestCase() { m_theme.reset(); }
    void rego_data();
    void rego();
    void json_data();
    void json();
    void aRawStringRunsOverLines();
    void aHugeLineStaysPlain();
    void coloursFollowTheLook();
    void markedLineIsPaintedOverTheWholeWidth();
    void placesOfDiagnosticsAreReached();
    void newLinesKeepTheIndentation();
    void tabLeavesTheEditor();

private:
    std::unique_ptr<Theme> m_theme;
};

/// One letter a character: k keyword, n name, s string, d number, c comment, . plain.
QString painted(QTextDocument *document, int line = 0)
{
    const QTextBlock block = document->findBlockByNumber(line);
    QString kinds(block.length() - 1, u'.');
    for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
        const QColor tint = range.format.foreground().color();
        const QChar kind = tint == color(Role::Keyword) ? u'k'
            : tint == color(Role::JsonKey)              ? u'n'
            : tint == color(Role::JsonString)           ? u's'
            : tint == color(Role::JsonNumber)           ? u'd'
            : tint == color(Role::Text3)                ? u'c'
                                                        : u'?';
        for (int i = 0; i < range.length && range.start + i < kinds.size(); ++i)
            kinds[range.start + i] = kind;
    }
    return kinds;
}

template <typename Highlighter>
QString highlighted(const QString &text, int line = 0)
{
    QTextDocument document;
    Highlighter highlighter(&document);
    document.setPlainText(text);
    highlighter.rehighlight();
    return painted(&document, line);
}

void SyntaxTest::rego_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kinds");
    QTest::newRow("package") << u"package rbac.grants"_s << u"kkkkkkk............"_s;
    QTest::newRow("rule") << u"allow if {"_s << u"nnnnn.kk.."_s;
    QTest::newRow("default") << u"default allow := false"_s << u"kkkkkkk..........ddddd"_s;
    QTest::newRow("call") << u"  io.jwt.decode(x)"_s << u"..nnnnnnnnnnnnn..."_s;
    QTest::newRow("member is no keyword") << u"  input.not.some"_s << u"..............."_s.left(16);
    QTest::newRow("string") << u" x == \"a # b\" # c"_s << u"......sssssss.ccc"_s;
    QTest::newRow("escape") << u" \"a\\\"b\" 1"_s << u".ssssss.d"_s;
    QTest::newRow("open string") << u" \"a"_s << u".ss"_s;
    QTest::newRow("number") << u" x > 1.5e-3"_s << u".....dddddd"_s;
    QTest::newRow("every") << u" every x in xs"_s << u".kkkkk...kk..."_s;
    QTest::newRow("raw") << u" `a \\` b"_s << u".sssss.."_s;
}

void SyntaxTest::rego()
{
    QFETCH(QString, text);
    QFETCH(QString, kinds);
    QCOMPARE(highlighted<RegoHighlighter>(text), kinds.leftJustified(text.size(), u'.'));
}

void SyntaxTest::json_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kinds");
    QTest::newRow("name and string") << u"\"user\": \"mira\""_s << u"nnnnnn..ssssss"_s;
    QTest::newRow("name with space") << u"\"a\"  : 1"_s << u"nnn....d"_s;
    QTest::newRow("literals") << u"[true, null, -12.5e3]"_s << u".dddd..dddd..ddddddd."_s;
    QTest::newRow("escaped quote") << u"\"a\\\"b\": \"c:\\\\\""_s << u"nnnnnn..ssssss"_s;
    QTest::newRow("a word is nothing") << u"[truth]"_s << u"......."_s;
}

void SyntaxTest::json()
{
    QFETCH(QString, text);
    QFETCH(QString, kinds);
    QCOMPARE(highlighted<JsonHighlighter>(text), kinds.leftJustified(text.size(), u'.'));
}

void SyntaxTest::aRawStringRunsOverLines()
{
    const QString text = u"x := `one\nnot if # two\nthree` if"_s;
    QCOMPARE(highlighted<RegoHighlighter>(text, 1), u"ssssssssssss"_s);
    QCOMPARE(highlighted<RegoHighlighter>(text, 2), u"ssssss.kk"_s);
}

void SyntaxTest::aHugeLineStaysPlain()
{
    const QString text = u"\"a\" "_s.repeated(10'000);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!highlighted<JsonHighlighter>(text).contains(u's'));
    QVERIFY(!highlighted<RegoHighlighter>(text).contains(u's'));
}

void SyntaxTest::coloursFollowTheLook()
{
    CodeView view(Syntax::Json, u"Input"_s);
    view.setPlainText(u"{\"a\": 1}"_s);
    QCOMPARE(painted(view.document()), u".nnn..d."_s);
    m_theme->setChoice({Scheme::Dark, false, 1.0});
    QTRY_COMPARE(painted(view.document()), u".nnn..d."_s);
    m_theme->setChoice({Scheme::Light, false, 1.0});
}

void SyntaxTest::markedLineIsPaintedOverTheWholeWidth()
{
    CodeView view(Syntax::Rego, u"Source"_s);
    view.setPlainText(u"package a\n\nallow if {\n}\n"_s);
    view.resize(400, 200);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setMarkedLine(2);
    const QImage image = view.grab().toImage();
    const int y = view.cursorRect().center().y();
    QCOMPARE(image.pixelColor(2, y), color(Role::Marked)); // the gutter
    QCOMPARE(image.pixelColor(view.gutterWidth() + 200, y), color(Role::Marked));
    QCOMPARE(image.pixelColor(395, y), color(Role::Marked));
    QVERIFY(view.gutterWidth() >= 40);
}

void SyntaxTest::placesOfDiagnosticsAreReached()
{
    CodeView view(Syntax::Rego, u"Source"_s);
    view.setPlainText(u"one\ntwo\nthree"_s);
    view.goTo(3, 4);
    QCOMPARE(view.textCursor().blockNumber(), 2);
    QCOMPARE(view.textCursor().positionInBlock(), 3);
    QCOMPARE(view.markedLine(), 3);
    view.goTo(2, 400); // beyond the line's end: the end
    QCOMPARE(view.textCursor().positionInBlock(), 3);
    view.goTo(99, 1);
    QCOMPARE(view.markedLine(), 2);
}

void SyntaxTest::newLinesKeepTheIndentation()
{
    CodeEdit edit(Syntax::Json, u"Input"_s);
    const QSignalSpy accepted(&edit, &CodeEdit::accepted);
    QTest::keyClicks(&edit, u"  {"_s);
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClicks(&edit, u"1"_s);
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(edit.toPlainText(), u"  {\n    1\n    "_s);
    QTest::keyClick(&edit, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(edit.toPlainText(), u"  {\n    1\n    "_s);
}

void SyntaxTest::tabLeavesTheEditor()
{
    QWidget window;
    auto *edit = new CodeEdit(Syntax::None, u"Input"_s, &window);
    auto *next = new CodeEdit(Syntax::None, u"Next"_s, &window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_Tab);
    QTRY_VERIFY(next->hasFocus());
    QVERIFY(edit->toPlainText().isEmpty());
}

} // namespace

PD_TEST(SyntaxTest)

#include "tst_syntax.moc"
