// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostiledesk.h"
#include "models/navigationfacts.h"
#include "support/opa.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/servers/images.h"
#include "support/servers/registryserver.h"

#include <QTemporaryDir>

using namespace pd;
using namespace pd::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The disk of the home is full, or cannot be written, at each step. It is a real one: a tmpfs of its own.
class HostileDisksTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<TemplateHome> m_template;
    std::unique_ptr<RegistryServer> m_registry;
    QTemporaryDir m_outside; ///< Policies and bundles lie elsewhere.

    bool act(HostileDesk &desk, const QString &step, const QString &home);

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void eachStepSaysIt_data();
    void eachStepSaysIt();
};

void HostileDisksTest::initTestCase()
{
    m_template = std::make_unique<TemplateHome>();
    QCOMPARE(m_template->problem(), QString());
    m_registry = std::make_unique<RegistryServer>();
    QVERIFY(writePolicy(m_outside.filePath(u"policy"_s)));
    // A bundle and a package that are not in the store yet.
    const QString home = m_outside.filePath(u"home"_s);
    QVERIFY(m_template->copyTo(home));
    HostileDesk desk(home);
    desk::Operation *save = desk.desk().save({u"localhost/acme/rbac:1.0.0"_s, m_outside.filePath(u"bundle.tar.gz"_s)});
    desk::PublishRequest request;
    request.folder = m_outside.filePath(u"policy"_s);
    request.destination = m_registry->host() + u"/acme/there"_s;
    request.tags = {u"1.0.0"_s};
    desk::Operation *publish = desk.desk().publish(request);
    QVERIFY(QTest::qWaitFor([&] { return desk.isQuiet(); }, 40s));
    QVERIFY(save->receipt());
    QVERIFY(publish->receipt());
}

void HostileDisksTest::cleanupTestCase()
{
    m_template.reset();
    m_registry.reset();
}

bool HostileDisksTest::act(HostileDesk &desk, const QString &step, const QString &home)
{
    const auto chooseImage = [&desk] {
        desk.window().open(models::localPlace());
        return desk.choose(u"localImagesView"_s, u"1.0.0"_s);
    };
    if (step == "start"_L1)
        return desk.press(u"practiceButton"_s);
    if (step == "sign in"_L1) {
        desk.window().open(models::signInPlace(m_registry->host()));
        return desk.press(u"acceptButton"_s);
    }
    if (step == "build"_L1 || step == "publish"_L1) {
        desk.window().openArgument(m_outside.filePath(u"policy"_s));
        return desk.type(u"destinationEdit"_s, m_registry->host() + u"/acme/new"_s) && desk.type(u"tagEdit"_s, u"2.0.0"_s, true)
            && desk.press(step + u"Button"_s);
    }
    if (step == "tag"_L1)
        return chooseImage() && desk.press(u"tagButton"_s) && desk.type(u"tagEdit"_s, u"localhost/acme/rbac:2.0.0"_s)
            && desk.press(u"acceptButton"_s);
    if (step == "push"_L1)
        return chooseImage() && desk.press(u"pushButton"_s) && desk.type(u"destinationEdit"_s, m_registry->host() + u"/acme/pushed"_s)
            && desk.press(u"acceptButton"_s);
    if (step == "pull"_L1) {
        desk.window().open(models::packagePlace(m_registry->host(), u"acme/there"_s));
        return desk.choose(u"tagsView"_s, u"1.0.0"_s) && desk.press(u"pullButton"_s);
    }
    if (step == "remove"_L1)
        return chooseImage() && desk.press(u"removeButton"_s);
    if (step == "delete"_L1) {
        desk.window().open(models::planPlace(m_registry->host() + u"/acme/there"_s, u"1.0.0"_s));
        return true;
    }
    if (step == "save"_L1) {
        desk.answerFileDialog(home + u"/saved.tar.gz"_s);
        return chooseImage() && desk.press(u"saveButton"_s);
    }
    if (step == "import"_L1) {
        desk.window().openArgument(m_outside.filePath(u"bundle.tar.gz"_s));
        return desk.type(u"tagEdit"_s, u"localhost/acme/imported:1.0.0"_s) && desk.press(u"acceptButton"_s);
    }
    if (step == "try"_L1)
        return chooseImage() && desk.press(u"tryButton"_s);
    if (step == "remote lists"_L1) {
        desk.window().open(models::registryPlace(m_registry->host()));
        return true;
    }
    return false;
}

void HostileDisksTest::eachStepSaysIt_data()
{
    QTest::addColumn<bool>("full");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char *step, const char *message, const char *remedy) {
        QTest::addRow("a full disk, %s", step) << true << QString::fromUtf8(step) << QString::fromUtf8(message)
                                               << QString::fromUtf8(remedy);
    };
    const auto readOnly = [](const char *step, const char *message, const char *remedy) {
        QTest::addRow("a read-only disk, %s", step)
            << false << QString::fromUtf8(step) << QString::fromUtf8(message) << QString::fromUtf8(remedy);
    };
    for (const char *step : {"start", "build", "publish", "tag", "pull", "remove", "save", "import"})
        row(step, "The disk is full", "Make room, then try again");
    row("push", "The disk is full", "Make room, then try again");
    row("sign in", "seen without an account", "Copy as CSV");
    row("delete", "This cannot be undone", "Cancel");
    row("try", "Nothing asked yet", "Run");
    row("remote lists", "seen without an account", "Copy as CSV");
    for (const char *step : {"start", "build", "publish", "tag", "pull", "remove", "save", "import"})
        readOnly(step, "cannot be read or written", "Check the folder's permissions");
    readOnly("push", "cannot be read or written", "Check the folder's permissions");
    readOnly("sign in", "seen without an account", "Copy as CSV");
    readOnly("delete", "This cannot be undone", "Cancel");
    readOnly("try", "Nothing asked yet", "Run");
    readOnly("remote lists", "seen without an account", "Copy as CSV");
}

void HostileDisksTest::eachStepSaysIt()
{
    QFETCH(bool, full);
    QFETCH(QString, step);
    QFETCH(QString, message);
    QFETCH(QString, remedy);
    QTemporaryDir folder;
    SmallDisk disk(folder.filePath(u"disk"_s));
    QVERIFY(disk.isThere());
    const QString home = folder.filePath(u"disk/home"_s);
    QVERIFY(m_template->copyTo(home));
    const QByteArray before = fingerprint(HostileDesk::storeOf(home));
    QVERIFY(full ? disk.fill() : disk.setReadOnly());
    const int deletes = m_registry->count("\"DELETE ");
    {
        HostileDesk desk(home, {m_registry->host()});
        QCOMPARE(desk.problem(), QString());
        QVERIFY(desk.answers());
        QVERIFY2(act(desk, step, home), desk.heard().constData());
        QVERIFY2(desk.hears(message), desk.heard().constData());
        QVERIFY2(desk.hears(remedy), desk.heard().constData());
        QVERIFY(QTest::qWaitFor([&] { return desk.isQuiet(); }, 20s));
        QVERIFY(desk.answers());
    }
    QCOMPARE(fingerprint(HostileDesk::storeOf(home)), before);
    QVERIFY(!QFileInfo::exists(home + u"/saved.tar.gz"_s));
    QCOMPARE(m_registry->count("\"DELETE "), deletes);
}

} // namespace

PD_TEST(HostileDisksTest)
#include "tst_hostiledisks.moc"
