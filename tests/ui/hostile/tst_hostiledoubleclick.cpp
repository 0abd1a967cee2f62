// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostiledesk.h"
#include "models/navigationfacts.h"
#include "support/opa.h"
#include "support/runner.h"
#include "support/servers/registryserver.h"

#include <QTemporaryDir>

using namespace pd;
using namespace pd::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Who double-clicks a button acts once.
class HostileDoubleClickTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<TemplateHome> m_template;

    static bool arrive(HostileDesk &desk, const QString &step, const QString &folder, const QString &host);

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_template.reset(); }
    void actsOnce_data();
    void actsOnce();
};

void HostileDoubleClickTest::initTestCase()
{
    m_template = std::make_unique<TemplateHome>();
    QCOMPARE(m_template->problem(), QString());
}

/// All but the click.
bool HostileDoubleClickTest::arrive(HostileDesk &desk, const QString &step, const QString &folder, const QString &host)
{
    const auto chooseImage = [&desk] {
        desk.window().open(models::localPlace());
        return desk.choose(u"localImagesView"_s, u"1.0.0"_s);
    };
    if (step == "practice"_L1)
        return true;
    if (step == "sign-in"_L1) {
        desk.window().open(models::signInPlace(host));
        return desk.type(u"userEdit"_s, u"me"_s) && desk.type(u"tokenEdit"_s, u"s3cret"_s);
    }
    if (step == "build"_L1 || step == "publish"_L1) {
        desk.window().openArgument(folder);
        return desk.type(u"destinationEdit"_s, host + u"/acme/new"_s) && desk.type(u"tagEdit"_s, u"2.0.0"_s, true);
    }
    if (step == "tag"_L1)
        return chooseImage() && desk.press(u"tagButton"_s) && desk.type(u"tagEdit"_s, u"localhost/acme/rbac:2.0.0"_s);
    if (step == "push"_L1)
        return chooseImage() && desk.press(u"pushButton"_s) && desk.type(u"destinationEdit"_s, host + u"/acme/pushed"_s);
    if (step == "pull"_L1) {
        desk.window().open(models::packagePlace(host, u"acme/there"_s));
        return desk.choose(u"tagsView"_s, u"1.0.0"_s);
    }
    if (step == "delete"_L1) {
        desk.window().open(models::planPlace(host + u"/acme/there"_s, u"1.0.0"_s));
        return QTest::qWaitFor([&desk] { return desk.find(u"acceptButton"_s) != nullptr; }, 20s);
    }
    if (step == "import"_L1) {
        desk.window().openArgument(folder + u".tar.gz"_s);
        return desk.type(u"tagEdit"_s, u"localhost/acme/imported:1.0.0"_s);
    }
    return chooseImage();
}

void HostileDoubleClickTest::actsOnce_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("button");
    const auto row
        = [](const char *step, const char *button) { QTest::newRow(step) << QString::fromUtf8(step) << QString::fromUtf8(button); };
    row("practice", "practiceButton");
    row("sign-in", "acceptButton");
    row("build", "buildButton");
    row("publish", "publishButton");
    row("tag", "acceptButton");
    row("push", "acceptButton");
    row("pull", "pullButton");
    row("remove", "removeButton");
    row("delete", "acceptButton");
    row("save", "saveButton");
    row("import", "acceptButton");
}

void HostileDoubleClickTest::actsOnce()
{
    QFETCH(QString, step);
    QFETCH(QString, button);
    QTemporaryDir folder;
    const QString home = folder.filePath(u"home"_s);
    QVERIFY(m_template->copyTo(home));
    const QString policy = folder.filePath(u"policy"_s);
    QVERIFY(writePolicy(policy));
    RegistryServer::Options options;
    if (step == "sign-in"_L1) {
        options.htpasswdUser = u"me"_s;
        options.htpasswdPassword = u"s3cret"_s;
    }
    RegistryServer registry(options);
    HostileDesk desk(home, {registry.host()});
    QCOMPARE(desk.problem(), QString());
    const auto settled = [&desk] { return desk.isQuiet(); };
    qsizetype before = 0;
    if (step == "pull"_L1 || step == "delete"_L1) {
        desk.desk().push({u"localhost/acme/rbac:1.0.0"_s, registry.host() + u"/acme/there:1.0.0"_s, {}});
        ++before;
    } else if (step == "import"_L1) {
        desk.desk().save({u"localhost/acme/rbac:1.0.0"_s, policy + u".tar.gz"_s});
        ++before;
    }
    QVERIFY(QTest::qWaitFor(settled, 40s));
    QVERIFY(arrive(desk, step, policy, registry.host()));
    if (step == "save"_L1)
        desk.answerFileDialog(folder.filePath(u"saved.tar.gz"_s));
    QVERIFY2(desk.pressTwice(button), desk.heard().constData());
    QVERIFY2(QTest::qWaitFor([&] { return desk.done(step) == 1 && settled(); }, 20s), desk.heard().constData());
    QTest::qWait(200); // a second act would have begun by now
    QCOMPARE(desk.desk().operations().size(), before + 1);
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(desk.answers());
    if (step == "push"_L1 || step == "publish"_L1)
        QCOMPARE(registry.count("\"PUT /v2/acme/new/manifests/") + registry.count("\"PUT /v2/acme/pushed/manifests/"), 1);
    if (step == "delete"_L1)
        QCOMPARE(registry.count("\"DELETE "), 1);
    if (step == "practice"_L1) {
        desk.desk().stopPractice();
        QVERIFY(QTest::qWaitFor(settled, 20s));
    }
}

} // namespace

PD_TEST(HostileDoubleClickTest)
#include "tst_hostiledoubleclick.moc"
