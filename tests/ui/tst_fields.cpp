// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "widgets/breadcrumb.h"
#include "widgets/theme.h"
#include "widgets/tokenfield.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>

using namespace pd::ui;
namespace models = pd::models;
using namespace Qt::StringLiterals;

namespace {

class TokenFieldTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(ThemeChoice{Scheme::Light, false, 1.0}); }
    void init();
    void cleanup() { m_field.reset(); }
    void cleanupTestCase() { m_theme.reset(); }
    void wordsBecomeTokens_data();
    void wordsBecomeTokens();
    void backspaceTakesTheLast();
    void leftChoosesAndDeleteTakes();
    void aRefusedWordStays();
    void crossTakesByPointer();
    void leavingMakesATokenOfTheRest();
    void enterInAnEmptyFieldIsTheForms();
    void wrapsWhereItIsNarrow();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TokenField> m_field;
};

void TokenFieldTest::init()
{
    m_field = std::make_unique<TokenField>(u"Tags"_s);
    m_field->setTokens({u"2.1.1"_s, u"2.1"_s, u"latest"_s});
    m_field->resize(500, m_field->heightForWidth(500));
    m_field->show();
    QVERIFY(QTest::qWaitForWindowActive(m_field.get()));
    m_field->setFocus();
    QTRY_VERIFY(m_field->edit()->hasFocus());
}

void TokenFieldTest::wordsBecomeTokens_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("key");
    QTest::addColumn<QStringList>("added");
    QTest::newRow("Enter") << u"2"_s << int(Qt::Key_Return) << QStringList{u"2"_s};
    QTest::newRow("comma") << u"2"_s << int(Qt::Key_Comma) << QStringList{u"2"_s};
    QTest::newRow("space") << u"2"_s << int(Qt::Key_Space) << QStringList{u"2"_s};
    QTest::newRow("several") << u"2, 3;4 5"_s << int(Qt::Key_Return) << QStringList{u"2"_s, u"3"_s, u"4"_s, u"5"_s};
    QTest::newRow("again") << u"latest"_s << int(Qt::Key_Return) << QStringList{};
}

void TokenFieldTest::wordsBecomeTokens()
{
    QFETCH(QString, typed);
    QFETCH(int, key);
    QFETCH(QStringList, added);
    m_field->edit()->setText(typed);
    QTest::keyClick(m_field->edit(), static_cast<Qt::Key>(key));
    QCOMPARE(m_field->tokens(), QStringList({u"2.1.1"_s, u"2.1"_s, u"latest"_s}) + added);
    QVERIFY(m_field->edit()->text().isEmpty());
}

void TokenFieldTest::backspaceTakesTheLast()
{
    const QSignalSpy changed(m_field.get(), &TokenField::tokensChanged);
    QTest::keyClick(m_field->edit(), Qt::Key_Backspace);
    QCOMPARE(m_field->tokens(), (QStringList{u"2.1.1"_s, u"2.1"_s}));
    QCOMPARE(changed.size(), 1);
    QTest::keyClicks(m_field->edit(), u"x"_s);
    QTest::keyClick(m_field->edit(), Qt::Key_Backspace);
    QCOMPARE(m_field->tokens().size(), 2); // it took the letter
}

void TokenFieldTest::leftChoosesAndDeleteTakes()
{
    QTest::keyClick(m_field->edit(), Qt::Key_Left);
    QTest::keyClick(m_field->edit(), Qt::Key_Left);
    QVERIFY(m_field->edit()->accessibleDescription().contains(u"2.1"_s));
    QTest::keyClick(m_field->edit(), Qt::Key_Delete);
    QCOMPARE(m_field->tokens(), (QStringList{u"2.1.1"_s, u"latest"_s}));
    QTest::keyClick(m_field->edit(), Qt::Key_Right);
    QTest::keyClick(m_field->edit(), Qt::Key_Right);
    QTest::keyClicks(m_field->edit(), u"9"_s);
    QCOMPARE(m_field->edit()->text(), u"9"_s);
}

void TokenFieldTest::aRefusedWordStays()
{
    m_field->setCheck([](const QString &word) { return word.startsWith(u'-') ? u"begins with a dash"_s : QString(); });
    const QSignalSpy refused(m_field.get(), &TokenField::refused);
    m_field->edit()->setText(u"ok -bad"_s);
    QTest::keyClick(m_field->edit(), Qt::Key_Return);
    QCOMPARE(m_field->tokens().last(), u"ok"_s);
    QCOMPARE(m_field->edit()->text(), u"-bad"_s);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().at(1).toString(), u"begins with a dash"_s);
}

void TokenFieldTest::crossTakesByPointer()
{
    // The first cross: walk along the middle until the first token is gone.
    for (int x = 0; x < 200 && m_field->tokens().size() == 3; x += 4)
        QTest::mouseClick(m_field.get(), Qt::LeftButton, {}, QPoint(x, 16));
    QCOMPARE(m_field->tokens(), (QStringList{u"2.1"_s, u"latest"_s}));
}

void TokenFieldTest::leavingMakesATokenOfTheRest()
{
    QTest::keyClicks(m_field->edit(), u"3.0"_s);
    m_field->edit()->clearFocus();
    QCOMPARE(m_field->tokens().last(), u"3.0"_s);
}

void TokenFieldTest::enterInAnEmptyFieldIsTheForms()
{
    QSignalSpy pressed(m_field->edit(), &QLineEdit::returnPressed);
    QTest::keyClick(m_field->edit(), Qt::Key_Return);
    QCOMPARE(pressed.size(), 1);
    QTest::keyClicks(m_field->edit(), u"3"_s);
    QTest::keyClick(m_field->edit(), Qt::Key_Return);
    QCOMPARE(pressed.size(), 1);
}

void TokenFieldTest::wrapsWhereItIsNarrow()
{
    QCOMPARE(m_field->heightForWidth(500), 32);
    QVERIFY(m_field->heightForWidth(160) > 32);
}

class BreadcrumbTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(ThemeChoice{Scheme::Light, false, 1.0}); }
    void cleanupTestCase() { m_theme.reset(); }
    void middleGoesFirst();
    void stepsAreChosenByPointerAndKey();
    void turns();

private:
    std::unique_ptr<Theme> m_theme;
};

const QList<models::Crumb> Crumbs
    = {{u"h"_s, u"ghcr.io"_s}, {u"o"_s, u"a-rather-long-owner"_s}, {u"p"_s, u"policy-rebac"_s}, {u"t"_s, u"2.1.0"_s}};

void BreadcrumbTest::middleGoesFirst()
{
    Breadcrumb crumbs;
    crumbs.setCrumbs(Crumbs);
    crumbs.resize(crumbs.sizeHint());
    QCOMPARE(crumbs.shown(), (QList<int>{0, 1, 2, 3}));
    crumbs.resize(crumbs.sizeHint().width() - 1, 32);
    QCOMPARE(crumbs.shown(), (QList<int>{0, -1, 2, 3}));
    crumbs.resize(180, 32);
    QCOMPARE(crumbs.shown(), (QList<int>{0, -1, 3}));
    crumbs.resize(100, 32);
    QCOMPARE(crumbs.shown(), (QList<int>{-1, 3}));
    crumbs.resize(10, 32);
    QCOMPARE(crumbs.shown().last(), 3);
}

void BreadcrumbTest::stepsAreChosenByPointerAndKey()
{
    Breadcrumb crumbs;
    crumbs.setCrumbs(Crumbs);
    crumbs.resize(600, 32);
    crumbs.show();
    QVERIFY(QTest::qWaitForWindowActive(&crumbs));
    const QSignalSpy chosen(&crumbs, &Breadcrumb::chosen);
    QTest::mouseClick(&crumbs, Qt::LeftButton, {}, QPoint(10, 16));
    QCOMPARE(chosen.last().first().toString(), u"h"_s);
    // The last one is where we are.
    QTest::mouseClick(&crumbs, Qt::LeftButton, {}, QPoint(crumbs.sizeHint().width() - 5, 16));
    QCOMPARE(chosen.size(), 1);
    crumbs.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&crumbs, Qt::Key_Return);
    QCOMPARE(chosen.last().first().toString(), u"p"_s);
    QTest::keyClick(&crumbs, Qt::Key_Left);
    QTest::keyClick(&crumbs, Qt::Key_Return);
    QCOMPARE(chosen.last().first().toString(), u"o"_s);
    QCOMPARE(crumbs.accessibleDescription(), u"ghcr.io, a-rather-long-owner, policy-rebac, 2.1.0"_s);
}

void BreadcrumbTest::turns()
{
    Breadcrumb crumbs;
    crumbs.setLayoutDirection(Qt::RightToLeft);
    crumbs.setCrumbs(Crumbs);
    crumbs.resize(600, 32);
    crumbs.show();
    QVERIFY(QTest::qWaitForWindowExposed(&crumbs));
    const QSignalSpy chosen(&crumbs, &Breadcrumb::chosen);
    QTest::mouseClick(&crumbs, Qt::LeftButton, {}, QPoint(590, 16));
    QCOMPARE(chosen.last().first().toString(), u"h"_s);
}

} // namespace

PD_TEST(TokenFieldTest)
PD_TEST(BreadcrumbTest)

#include "tst_fields.moc"
