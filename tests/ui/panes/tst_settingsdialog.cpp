// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/aboutdialog.h"
#include "dialogs/closedialog.h"
#include "dialogs/settingsdialog.h"
#include "panetest.h"
#include "support/runner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>

using namespace pd;
using namespace pd::test;
using namespace Qt::StringLiterals;
using ui::AboutDialog;
using ui::CloseDialog;
using ui::SettingsContent;
using ui::SettingsDialog;

namespace {

class SettingsDialogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::Theme>(ui::ThemeChoice{ui::Scheme::Light, false, 1.0}); }
    void init();
    void cleanup() { m_dialog.reset(); }
    void cleanupTestCase() { m_theme.reset(); }

    void theLookCountsAtOnce();
    void aRegistryHasItsOwnChoices();
    void registryActsSayWhichOne();
    void theFocusSurvivesNews();
    void defaultRegistryWhenItIsTyped();
    void opaByPathOrFetched();
    void practiceStartsAndStops();
    void foldersOpen();
    void everyTabIsWhole();
    void escapeCloses();
    void longTextsAreNotCut();
    void aboutTellsVersions();
    void closingKeepsOpenByDefault();
    void closingGoesOnOrCancels();
    void closingOffersOnlyWhatCanGoOn();

private:
    [[nodiscard]] static SettingsContent content();
    void makeDialog();

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<SettingsDialog> m_dialog;
    desk::Settings m_settings; ///< What came of the changes.
};

SettingsContent SettingsDialogTest::content()
{
    SettingsContent content;
    content.settings.registries = {{u"ghcr.io"_s, u"mira"_s, {}, false, {}}, {u"registry.acme.example"_s, {}, {}, false, {}},
        {u"localhost:5001"_s, u"practice"_s, {}, true, {}}};
    content.settings.practicePort = 5001;
    content.here.store = u"/home/mira/.policy/policies-root"_s;
    content.here.opaPath = u"/usr/bin/opa"_s;
    content.here.opaVersion = u"1.22.2"_s;
    content.defaultRegistry = u"ghcr.io"_s;
    content.accounts = {{u"ghcr.io"_s, u"mira"_s, u"keychain"_s, false}};
    content.practiceHost = u"localhost:5001"_s;
    content.paths.home = u"/home/mira"_s;
    content.paths.config = u"/home/mira/.config/policydesk"_s;
    content.paths.data = u"/home/mira/.local/share/policydesk"_s;
    content.paths.state = u"/home/mira/.local/state/policydesk"_s;
    content.paths.cache = u"/home/mira/.cache/policydesk"_s;
    return content;
}

void SettingsDialogTest::makeDialog()
{
    m_dialog = std::make_unique<SettingsDialog>(nullptr);
    m_settings = content().settings;
    connect(m_dialog.get(), &SettingsDialog::changed, this, [this](const SettingsDialog::Change &change) { change(m_settings); });
    m_dialog->setContent(content());
}

void SettingsDialogTest::init()
{
    makeDialog();
    QVERIFY(showActive(*m_dialog, {720, 560}));
}

void SettingsDialogTest::theLookCountsAtOnce()
{
    auto *look = control<QComboBox>(*m_dialog, u"lookBox"_s);
    look->setFocus();
    QTest::keyClick(look, Qt::Key_Down);
    QTest::keyClick(look, Qt::Key_Down);
    QCOMPARE(m_settings.scheme, desk::Settings::Scheme::Dark);
    auto *contrast = control<QComboBox>(*m_dialog, u"contrastBox"_s);
    contrast->setFocus();
    QTest::keyClick(contrast, Qt::Key_End);
    QCOMPARE(m_settings.contrast, desk::Settings::Contrast::High);
    picture(*m_dialog, u"settings-look"_s);
}

void SettingsDialogTest::aRegistryHasItsOwnChoices()
{
    m_dialog->showTab(u"registries"_s);
    picture(*m_dialog, u"settings-registries"_s);
    QCheckBox *plain = nullptr;
    for (QCheckBox *box : m_dialog->findChildren<QCheckBox *>(u"plainHttpBox"_s)) {
        if (box->accessibleName().contains(u"registry.acme.example"_s))
            plain = box;
    }
    QVERIFY(plain);
    QTest::mouseClick(plain, Qt::LeftButton, {}, QPoint(10, plain->height() / 2));
    QVERIFY(m_settings.registries.at(1).plainHttp);
    QVERIFY(!m_settings.registries.at(0).plainHttp);
    auto *ca = m_dialog->findChildren<QLineEdit *>(u"caEdit"_s).constFirst();
    ca->setFocus();
    QTest::keyClicks(ca, u"/etc/acme.pem"_s);
    QTest::keyClick(ca, Qt::Key_Return);
    QCOMPARE(m_settings.registries.at(0).caFile, u"/etc/acme.pem"_s);
    QVERIFY(m_settings.registries.at(1).caFile.isEmpty());
    // The practice registry is what it is.
    QCOMPARE(m_dialog->findChildren<QLineEdit *>(u"caEdit"_s).size(), 2);
}

void SettingsDialogTest::registryActsSayWhichOne()
{
    m_dialog->showTab(u"registries"_s);
    QSignalSpy triggered(m_dialog.get(), &SettingsDialog::triggered);
    QVERIFY(clickTwice(*m_dialog, u"signOutButton"_s)); // of the one that has an account
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(triggered.last(), (QVariantList{u"signOut"_s, u"ghcr.io"_s}));
    QVERIFY(click(*m_dialog, u"removeRegistryButton"_s));
    QCOMPARE(triggered.last(), (QVariantList{u"removeRegistry"_s, u"ghcr.io"_s}));
    QVERIFY(click(*m_dialog, u"signInButton"_s));
    QCOMPARE(triggered.last(), (QVariantList{u"signIn"_s, QString()}));
}

void SettingsDialogTest::theFocusSurvivesNews()
{
    m_dialog->showTab(u"registries"_s);
    auto *ca = m_dialog->findChildren<QLineEdit *>(u"caEdit"_s).constLast();
    const QString name = ca->accessibleName();
    ca->setFocus();
    QTRY_VERIFY(ca->hasFocus());
    SettingsContent news = content();
    news.accounts.clear();
    m_dialog->setContent(news);
    QTRY_VERIFY(m_dialog->focusWidget());
    QCOMPARE(m_dialog->focusWidget()->accessibleName(), name);
}

void SettingsDialogTest::defaultRegistryWhenItIsTyped()
{
    m_dialog->showTab(u"registries"_s);
    auto *edit = control<QLineEdit>(*m_dialog, u"defaultRegistryEdit"_s);
    QCOMPARE(edit->text(), u"ghcr.io"_s);
    const QSignalSpy triggered(m_dialog.get(), &SettingsDialog::triggered);
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(triggered.size(), 0); // nothing is another than before
    edit->selectAll();
    QTest::keyClicks(edit, u"registry.acme.example"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(triggered.last(), (QVariantList{u"makeDefault"_s, u"registry.acme.example"_s}));
}

void SettingsDialogTest::opaByPathOrFetched()
{
    m_dialog->showTab(u"opa"_s);
    picture(*m_dialog, u"settings-opa"_s);
    auto *path = control<QLineEdit>(*m_dialog, u"opaEdit"_s);
    path->setFocus();
    QTest::keyClicks(path, u"/opt/opa"_s);
    QTest::keyClick(path, Qt::Key_Return);
    QCOMPARE(m_settings.opaPath, u"/opt/opa"_s);
    const QSignalSpy triggered(m_dialog.get(), &SettingsDialog::triggered);
    QVERIFY(clickTwice(*m_dialog, u"getOpaButton"_s));
    QCOMPARE(triggered.size(), 1);
    SettingsContent none = content();
    none.here.opaVersion.clear();
    none.here.opaPath.clear();
    none.here.opaProblem = u"OPA was not found."_s;
    m_dialog->setContent(none);
    QCOMPARE(control<QLabel>(*m_dialog, u"messageLabel"_s)->accessibleName(), u"OPA was not found."_s);
    QVERIFY(control(*m_dialog, u"getOpaButton"_s)->isEnabled());
}

void SettingsDialogTest::practiceStartsAndStops()
{
    m_dialog->showTab(u"computer"_s);
    picture(*m_dialog, u"settings-computer"_s);
    QSignalSpy triggered(m_dialog.get(), &SettingsDialog::triggered);
    QVERIFY(clickTwice(*m_dialog, u"practiceButton"_s));
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(triggered.last(), (QVariantList{u"practiceStart"_s, QString()}));
    auto *port = control<QSpinBox>(*m_dialog, u"portBox"_s);
    port->setFocus();
    port->selectAll();
    QTest::keyClicks(port, u"5050"_s);
    QTest::keyClick(port, Qt::Key_Return);
    QCOMPARE(m_settings.practicePort, 5050);
    SettingsContent running = content();
    running.here.practiceRunning = true;
    m_dialog->setContent(running);
    QCOMPARE(control<QLabel>(*m_dialog, u"practiceLabel"_s)->text(), u"Runs at localhost:5001"_s);
    QVERIFY(!port->isEnabled());
    QVERIFY(click(*m_dialog, u"practiceButton"_s));
    QCOMPARE(triggered.last(), (QVariantList{u"practiceStop"_s, QString()}));
}

void SettingsDialogTest::foldersOpen()
{
    m_dialog->showTab(u"computer"_s);
    const QSignalSpy triggered(m_dialog.get(), &SettingsDialog::triggered);
    for (QAbstractButton *button : m_dialog->findChildren<QAbstractButton *>(u"openFolderButton"_s))
        button->click();
    QStringList paths;
    for (const QVariantList &call : triggered)
        paths.append(call.last().toString());
    const Paths own = content().paths;
    QCOMPARE(paths, (QStringList{content().here.store, own.config, own.data, own.state, own.cache}));
}

void SettingsDialogTest::everyTabIsWhole()
{
    auto *tabs = control<QTabBar>(*m_dialog, u"settingsTabs"_s);
    tabs->setFocus();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        QCOMPARE(tabs->currentIndex(), tab);
        QCOMPARE(faultsOf(*m_dialog), QString());
        QTest::keyClick(tabs, Qt::Key_Right);
    }
}

void SettingsDialogTest::escapeCloses()
{
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void SettingsDialogTest::longTextsAreNotCut()
{
    LongTexts german;
    QVERIFY(QCoreApplication::installTranslator(&german));
    makeDialog();
    QVERIFY(showActive(*m_dialog, {720, 560}));
    for (const QString &tab : {u"look"_s, u"registries"_s, u"opa"_s, u"computer"_s}) {
        m_dialog->showTab(tab);
        QCOMPARE(faultsOf(*m_dialog), QString());
    }
    m_dialog.reset();
    QCoreApplication::removeTranslator(&german);
}

void SettingsDialogTest::aboutTellsVersions()
{
    AboutDialog about(nullptr);
    QVERIFY(showActive(about, {520, 520}));
    about.setOpa(u"OPA 1.22.2"_s);
    picture(about, u"about"_s);
    QCOMPARE(faultsOf(about), QString());
    auto *licences = control<QAbstractItemView>(about, u"licencesView"_s);
    QVERIFY(column(*licences).contains(u"Qt"_s));
    QVERIFY(!column(*licences, 1).contains(QString()));
    QSignalSpy copied(&about, &AboutDialog::copyRequested);
    QVERIFY(click(about, u"copyVersionsButton"_s));
    QVERIFY(copied.first().first().toString().contains(u"OPA 1.22.2"_s));
    QVERIFY(copied.first().first().toString().contains(QStringLiteral(PD_VERSION)));
    QTest::keyClick(&about, Qt::Key_Escape);
    QVERIFY(!about.isVisible());
}

void SettingsDialogTest::closingKeepsOpenByDefault()
{
    CloseDialog dialog({{u"Push ghcr.io/acme/rbac:1.0.1"_s, u"12 of 64 MiB"_s, true}, {u"Build rbac"_s, {}, false}}, nullptr);
    QVERIFY(showActive(dialog, {560, 260}));
    picture(dialog, u"close"_s);
    QCOMPARE(faultsOf(dialog), QString());
    const QSignalSpy resumed(&dialog, &CloseDialog::closeAndResume);
    const QSignalSpy cancelled(&dialog, &CloseDialog::closeAndCancel);
    QVERIFY(control(dialog, u"keepOpenButton"_s)->hasFocus());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(resumed.size(), 0);
    QCOMPARE(cancelled.size(), 0);
}

void SettingsDialogTest::closingGoesOnOrCancels()
{
    CloseDialog dialog({{u"Push ghcr.io/acme/rbac:1.0.1"_s, {}, true}}, nullptr);
    const QSignalSpy resumed(&dialog, &CloseDialog::closeAndResume);
    const QSignalSpy cancelled(&dialog, &CloseDialog::closeAndCancel);
    QVERIFY(showActive(dialog, {560, 260}));
    QVERIFY(clickTwice(dialog, u"closeAndResumeButton"_s));
    QCOMPARE(resumed.size(), 1);
    QCOMPARE(cancelled.size(), 0);
    QVERIFY(showActive(dialog, {560, 260}));
    QVERIFY(click(dialog, u"cancelAllButton"_s));
    QCOMPARE(cancelled.size(), 1);
}

void SettingsDialogTest::closingOffersOnlyWhatCanGoOn()
{
    CloseDialog dialog({{u"Build rbac"_s, {}, false}}, nullptr);
    QVERIFY(showActive(dialog, {560, 260}));
    QVERIFY(!control(dialog, u"closeAndResumeButton"_s)->isVisible());
    QVERIFY(control(dialog, u"cancelAllButton"_s)->isVisible());
}

} // namespace

PD_TEST(SettingsDialogTest)
#include "tst_settingsdialog.moc"
