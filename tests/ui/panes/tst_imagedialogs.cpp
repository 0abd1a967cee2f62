// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desk.h"
#include "dialogs/importdialog.h"
#include "dialogs/pushdialog.h"
#include "dialogs/tagdialog.h"
#include "panetest.h"
#include "support/runner.h"
#include "widgets/sentencelabel.h"
#include "widgets/tokenfield.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace pd;
using namespace pd::test;
using namespace Qt::StringLiterals;
using ui::ImportDialog;
using ui::PushDialog;
using ui::TagDialog;

namespace {

QString digestOf(QChar letter)
{
    return u"sha256:"_s + QString(64, letter);
}

desk::LocalImage image()
{
    desk::LocalImage made;
    made.repository = u"ghcr.io/acme/rbac"_s;
    made.tag = u"1.0.0"_s;
    made.digest = digestOf(u'a');
    return made;
}

desk::ReferenceReading read(const QString &typed)
{
    return desk::readTypedReference(typed, u"ghcr.io"_s);
}

QString sentence(const QWidget &dialog)
{
    return dialog.findChild<ui::SentenceLabel *>()->sentence().toPlainText();
}

QString hint(const QWidget &dialog)
{
    return control<QLabel>(dialog, u"messageLabel"_s)->accessibleName();
}

class ImageDialogsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::Theme>(ui::ThemeChoice{ui::Scheme::Light, false, 1.0}); }
    void cleanupTestCase() { m_theme.reset(); }

    void tagReplacesTheTagAlone();
    void tagSaysWhatBecomesOfWhatIsTyped();
    void tagNamesWhatMoves();
    void tagOnceByDoubleClick();
    void escapeTagsNothing();
    void pushSaysWhatMovesThere();
    void pushOffersRegistries();
    void pushTakesSeveralTags();
    void pushRefusesWhatIsNoTag();
    void pushGoesOnWithoutKnowing();
    void importNeedsAName();
    void longTextsAreNotCut();

private:
    [[nodiscard]] static PushDialog::Content content();
    std::unique_ptr<ui::Theme> m_theme;
};

void ImageDialogsTest::tagReplacesTheTagAlone()
{
    TagDialog dialog({image(), {}}, read, nullptr);
    QVERIFY(showActive(dialog, {560, 280}));
    auto *edit = control<QLineEdit>(dialog, u"tagEdit"_s);
    QTRY_COMPARE(edit->selectedText(), u"1.0.0"_s);
    QVERIFY(edit->hasFocus());
    QVERIFY(!control(dialog, u"acceptButton"_s)->isEnabled()); // that is its name already
    const QSignalSpy asked(&dialog, &TagDialog::tagRequested);
    QTest::keyClicks(edit, u"1.0.1"_s);
    picture(dialog, u"tag"_s);
    QCOMPARE(faultsOf(dialog), QString());
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    const auto request = asked.first().first().value<desk::TagRequest>();
    QCOMPARE(request.source, u"ghcr.io/acme/rbac:1.0.0"_s);
    QCOMPARE(request.target, u"ghcr.io/acme/rbac:1.0.1"_s);
    QVERIFY(!dialog.isVisible());
}

void ImageDialogsTest::tagSaysWhatBecomesOfWhatIsTyped()
{
    TagDialog dialog({image(), {}}, read, nullptr);
    QVERIFY(showActive(dialog, {560, 280}));
    auto *edit = control<QLineEdit>(dialog, u"tagEdit"_s);
    edit->clear();
    QTest::keyClicks(edit, u"Acme/rbac"_s);
    QVERIFY2(hint(dialog).contains(u"ghcr.io is the default registry"_s), qPrintable(hint(dialog)));
    QVERIFY(hint(dialog).contains(u"Acme"_s));
    QVERIFY(sentence(dialog).contains(u"ghcr.io/acme/rbac:latest"_s));
    QTest::keyClicks(edit, u":no tag"_s);
    QVERIFY(!control(dialog, u"acceptButton"_s)->isEnabled());
    QVERIFY(!hint(dialog).isEmpty());
    const QSignalSpy asked(&dialog, &TagDialog::tagRequested);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(asked.size(), 0);
    QVERIFY(dialog.isVisible());
}

void ImageDialogsTest::tagNamesWhatMoves()
{
    TagDialog dialog({image(), {{u"ghcr.io/acme/rbac:latest"_s, digestOf(u'b')}}}, read, nullptr);
    QVERIFY(showActive(dialog, {560, 280}));
    auto *edit = control<QLineEdit>(dialog, u"tagEdit"_s);
    edit->setText(u"ghcr.io/acme/rbac:latest"_s);
    QVERIFY(sentence(dialog).contains(u"moves from bbbbbbbbbbbb"_s));
    edit->setText(u"ghcr.io/acme/rbac:new"_s);
    QVERIFY(!sentence(dialog).contains(u"moves"_s));
}

void ImageDialogsTest::tagOnceByDoubleClick()
{
    TagDialog dialog({image(), {}}, read, nullptr);
    QVERIFY(showActive(dialog, {560, 280}));
    control<QLineEdit>(dialog, u"tagEdit"_s)->setText(u"ghcr.io/acme/rbac:2"_s);
    const QSignalSpy asked(&dialog, &TagDialog::tagRequested);
    QVERIFY(clickTwice(dialog, u"acceptButton"_s));
    QCOMPARE(asked.size(), 1);
}

void ImageDialogsTest::escapeTagsNothing()
{
    TagDialog dialog({image(), {}}, read, nullptr);
    QVERIFY(showActive(dialog, {560, 280}));
    control<QLineEdit>(dialog, u"tagEdit"_s)->setText(u"ghcr.io/acme/rbac:2"_s);
    const QSignalSpy asked(&dialog, &TagDialog::tagRequested);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(asked.size(), 0);
}

PushDialog::Content ImageDialogsTest::content()
{
    return {image(), {}, {{u"ghcr.io"_s, {}, u"server-database"_s}, {u"localhost:5001"_s, u"Practice registry"_s, u"computer"_s}}};
}

void ImageDialogsTest::pushSaysWhatMovesThere()
{
    PushDialog dialog(content(), read, nullptr);
    const QSignalSpy planned(&dialog, &PushDialog::planWanted);
    QVERIFY(showActive(dialog, {600, 400}));
    QTRY_COMPARE(planned.size(), 1);
    QCOMPARE(planned.first().first().toString(), u"ghcr.io/acme/rbac"_s);
    QVERIFY(sentence(dialog).contains(u"Looking what is there"_s));
    desk::PublishPlan plan;
    plan.destination = u"ghcr.io/acme/rbac"_s;
    plan.repositoryExists = true;
    plan.moved = {{u"1.0.0"_s, digestOf(u'c')}};
    dialog.setPlan(plan);
    QVERIFY(sentence(dialog).contains(u"1.0.0 moves there from cccccccccccc"_s));
    picture(dialog, u"push"_s);
    QCOMPARE(faultsOf(dialog), QString());
    plan.moved = {{u"1.0.0"_s, image().digest}}; // it points there already
    dialog.setPlan(plan);
    QVERIFY(sentence(dialog).contains(u"No tag moves"_s));
    plan.destination = u"ghcr.io/acme/other"_s; // an answer to an older question
    plan.moved = {{u"1.0.0"_s, digestOf(u'd')}};
    dialog.setPlan(plan);
    QVERIFY(!sentence(dialog).contains(u"dddddddddddd"_s));
}

void ImageDialogsTest::pushOffersRegistries()
{
    PushDialog dialog(content(), read, nullptr);
    QVERIFY(showActive(dialog, {600, 400}));
    auto *to = control<QLineEdit>(dialog, u"destinationEdit"_s);
    QCOMPARE(to->text(), u"ghcr.io/acme/rbac"_s);
    const QList<QAbstractButton *> chips = dialog.findChildren<QAbstractButton *>(u"registryChip"_s);
    QCOMPARE(chips.size(), 2);
    QTest::mouseClick(chips.last(), Qt::LeftButton);
    QCOMPARE(to->text(), u"localhost:5001/acme/rbac"_s);
    QVERIFY(sentence(dialog).contains(u"The image gets that name here, too"_s));
}

void ImageDialogsTest::pushTakesSeveralTags()
{
    PushDialog dialog(content(), read, nullptr);
    QVERIFY(showActive(dialog, {600, 400}));
    auto *edit = control<QLineEdit>(dialog, u"tagEdit"_s);
    QTest::mouseClick(edit, Qt::LeftButton);
    QTest::keyClicks(edit, u"latest "_s);
    QTest::keyClicks(edit, u"1"_s); // the last one without Enter
    const QSignalSpy asked(&dialog, &PushDialog::pushRequested);
    QVERIFY(clickTwice(dialog, u"acceptButton"_s));
    QCOMPARE(asked.size(), 1);
    const auto request = asked.first().first().value<desk::PushRequest>();
    QCOMPARE(request.source, u"ghcr.io/acme/rbac:1.0.0"_s);
    QCOMPARE(request.target, u"ghcr.io/acme/rbac:1.0.0"_s);
    QCOMPARE(request.moreTags, (QStringList{u"latest"_s, u"1"_s}));
}

void ImageDialogsTest::pushRefusesWhatIsNoTag()
{
    PushDialog dialog(content(), read, nullptr);
    QVERIFY(showActive(dialog, {600, 400}));
    auto *edit = control<QLineEdit>(dialog, u"tagEdit"_s);
    QTest::mouseClick(edit, Qt::LeftButton);
    QTest::keyClicks(edit, u"-no"_s);
    const QSignalSpy asked(&dialog, &PushDialog::pushRequested);
    QVERIFY(click(dialog, u"acceptButton"_s));
    QCOMPARE(asked.size(), 0);
    QVERIFY(dialog.isVisible());
    QCOMPARE(hint(dialog), u"-no cannot be a tag"_s);
    control<QLineEdit>(dialog, u"destinationEdit"_s)->clear();
    QVERIFY(!control(dialog, u"acceptButton"_s)->isEnabled());
    QVERIFY(!hint(dialog).isEmpty());
}

void ImageDialogsTest::pushGoesOnWithoutKnowing()
{
    PushDialog dialog(content(), read, nullptr);
    QVERIFY(showActive(dialog, {600, 400}));
    dialog.setPlanProblem(u"ghcr.io/acme/rbac"_s, fail(ErrorKind::Network, Blame::Network, u"network.refused"_s, u"ghcr.io"_s).error());
    QVERIFY(!hint(dialog).isEmpty());
    QVERIFY(sentence(dialog).contains(u"not known"_s));
    QVERIFY(control(dialog, u"acceptButton"_s)->isEnabled());
}

void ImageDialogsTest::importNeedsAName()
{
    ImportDialog dialog(u"/home/mira/rbac bundle.tar.gz"_s, {{u"ghcr.io/acme/rbac:1"_s, digestOf(u'b')}}, read, nullptr);
    QVERIFY(showActive(dialog, {560, 280}));
    picture(dialog, u"import"_s);
    QCOMPARE(faultsOf(dialog), QString());
    QVERIFY(!control(dialog, u"acceptButton"_s)->isEnabled());
    auto *edit = control<QLineEdit>(dialog, u"tagEdit"_s);
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"acme/rbac:1"_s);
    QVERIFY(sentence(dialog).contains(u"moves from bbbbbbbbbbbb"_s));
    const QSignalSpy asked(&dialog, &ImportDialog::importRequested);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    const auto request = asked.first().first().value<desk::ImportRequest>();
    QCOMPARE(request.path, u"/home/mira/rbac bundle.tar.gz"_s);
    QCOMPARE(request.reference, u"ghcr.io/acme/rbac:1"_s);
}

void ImageDialogsTest::longTextsAreNotCut()
{
    LongTexts german;
    QVERIFY(QCoreApplication::installTranslator(&german));
    {
        TagDialog tag({image(), {}}, read, nullptr);
        QVERIFY(showActive(tag, {560, 300}));
        QCOMPARE(faultsOf(tag), QString());
        PushDialog push(content(), read, nullptr);
        QVERIFY(showActive(push, {600, 460}));
        QCOMPARE(faultsOf(push), QString());
    }
    QCoreApplication::removeTranslator(&german);
}

} // namespace

PD_TEST(ImageDialogsTest)
#include "tst_imagedialogs.moc"
