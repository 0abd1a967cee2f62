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

constexpr qint64 TwoGiB = qint64(2) << 30;

/// Folders, files and names that nobody expects, at each step that takes one.
class HostileFilesTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<TemplateHome> m_template;
    std::unique_ptr<RegistryServer> m_registry;

    static bool prepare(const QString &bad, const QString &folder);
    bool act(HostileDesk &desk, const QString &step, const QString &folder) const;

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase()
    {
        m_template.reset();
        m_registry.reset();
    }
    void eachStepSaysIt_data();
    void eachStepSaysIt();
    void namesAreExplained_data();
    void namesAreExplained();
    void unusualNamesWork();
};

void HostileFilesTest::initTestCase()
{
    m_template = std::make_unique<TemplateHome>();
    QCOMPARE(m_template->problem(), QString());
    m_registry = std::make_unique<RegistryServer>();
}

bool HostileFilesTest::prepare(const QString &bad, const QString &folder)
{
    if (bad == "a folder without Rego"_L1)
        return test::writeFile(folder + u"/README.md"_s, "# Not a policy\n") && test::writeFile(folder + u"/a.tar.gz"_s, "not gzip");
    if (bad == "an empty folder"_L1)
        return QDir().mkpath(folder);
    if (bad == "0 bytes"_L1)
        return test::writeFile(folder + u"/empty.rego"_s, {}) && test::writeFile(folder + u"/a.tar.gz"_s, {});
    // The head of a gzip file, and 2 GiB of nothing.
    return writePolicy(folder) && writeSparse(folder + u"/data.json"_s, TwoGiB, "{\"x\": 1")
        && writeSparse(folder + u"/a.tar.gz"_s, TwoGiB, "\x1f\x8b\x08");
}

bool HostileFilesTest::act(HostileDesk &desk, const QString &step, const QString &folder) const
{
    if (step == "import"_L1) {
        desk.window().openArgument(folder + u"/a.tar.gz"_s);
        return desk.type(u"tagEdit"_s, u"localhost/acme/imported:1.0.0"_s) && desk.press(u"acceptButton"_s);
    }
    desk.window().openArgument(folder);
    if (step == "start"_L1)
        return true;
    if (step == "try"_L1) {
        desk.window().run(u"try"_s);
        return true;
    }
    return desk.type(u"destinationEdit"_s, m_registry->host() + u"/acme/new"_s) && desk.type(u"tagEdit"_s, u"2.0.0"_s, true)
        && desk.press(step + u"Button"_s);
}

void HostileFilesTest::eachStepSaysIt_data()
{
    QTest::addColumn<QString>("bad");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char *bad, const char *step, const char *message, const char *remedy) {
        QTest::addRow("%s, %s", bad, step) << QString::fromUtf8(bad) << QString::fromUtf8(step) << QString::fromUtf8(message)
                                           << QString::fromUtf8(remedy);
    };
    for (const char *folder : {"a folder without Rego", "an empty folder"}) {
        for (const char *step : {"build", "publish", "try"})
            row(folder, step, "There is no Rego in", "Choose another folder");
    }
    row("a folder without Rego", "import", "is no bundle", "Choose another file");
    for (const char *step : {"build", "publish"})
        row("0 bytes", step, "empty.rego: empty module", "Open in editor");
    row("0 bytes", "try", "empty.rego", "Try again");
    row("0 bytes", "import", "is no bundle", "Choose another file");
    for (const char *step : {"build", "publish", "try"})
        row("a 2 GiB file", step, "is too large for a policy", "Take large files out of the folder");
    row("a 2 GiB file", "import", "is no bundle", "Choose another file");
}

void HostileFilesTest::eachStepSaysIt()
{
    QFETCH(QString, bad);
    QFETCH(QString, step);
    QFETCH(QString, message);
    QFETCH(QString, remedy);
    QTemporaryDir folder;
    const QString home = folder.filePath(u"home"_s);
    QVERIFY(m_template->copyTo(home));
    QVERIFY(prepare(bad, folder.filePath(u"policy"_s)));
    HostileDesk desk(home);
    QCOMPARE(desk.problem(), QString());
    const QByteArray before = fingerprint(HostileDesk::storeOf(home));
    QVERIFY(act(desk, step, folder.filePath(u"policy"_s)));
    QVERIFY2(desk.hears(message), desk.heard().constData());
    QVERIFY2(desk.hears(remedy), desk.heard().constData());
    QVERIFY(QTest::qWaitFor([&] { return desk.isQuiet(); }, 20s));
    QVERIFY(desk.answers());
    QCOMPARE(fingerprint(HostileDesk::storeOf(home)), before);
}

void HostileFilesTest::namesAreExplained_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("message");
    QTest::newRow("start") << u"start"_s << u"ghcr.io/mein laden/größe:1"_s << u"no package name"_s;
    QTest::newRow("sign in") << u"sign in"_s << u"kein hörnchen"_s << u"no registry"_s;
    QTest::newRow("build") << u"publish"_s << u"localhost/acme/neue Richtlinie"_s << u"no package name"_s;
    QTest::newRow("tag") << u"tag"_s << u"localhost/acme/rbac:stabil 日本"_s << u"no tag"_s;
    QTest::newRow("push") << u"push"_s << u"localhost/ACME firma/rbac"_s << u"no package name"_s;
    QTest::newRow("import") << u"import"_s << u"localhost/büro:1"_s << u"no package name"_s;
}

/// What no registry takes is said under the field while it is typed, and the act stays out of reach.
void HostileFilesTest::namesAreExplained()
{
    QFETCH(QString, step);
    QFETCH(QString, typed);
    QFETCH(QString, message);
    QTemporaryDir folder;
    const QString home = folder.filePath(u"home"_s);
    QVERIFY(m_template->copyTo(home));
    QVERIFY(writePolicy(folder.filePath(u"policy"_s)));
    QVERIFY(test::writeFile(folder.filePath(u"a.tar.gz"_s), "\x1f\x8b\x08"));
    HostileDesk desk(home);
    const QByteArray before = fingerprint(HostileDesk::storeOf(home));
    QString button = u"acceptButton"_s;
    if (step == "start"_L1) {
        QVERIFY(desk.type(u"referenceEdit"_s, typed, true));
        button.clear();
    } else if (step == "sign in"_L1) {
        desk.window().open(models::signInPlace({}));
        QVERIFY(desk.type(u"hostEdit"_s, typed));
    } else if (step == "publish"_L1) {
        desk.window().openArgument(folder.filePath(u"policy"_s));
        QVERIFY(desk.type(u"destinationEdit"_s, typed));
        QVERIFY(desk.type(u"tagEdit"_s, u"1.0.0"_s, true));
        button = u"publishButton"_s;
    } else if (step == "import"_L1) {
        desk.window().openArgument(folder.filePath(u"a.tar.gz"_s));
        QVERIFY(desk.type(u"tagEdit"_s, typed));
    } else {
        desk.window().open(models::localPlace());
        QVERIFY(desk.choose(u"localImagesView"_s, u"1.0.0"_s));
        QVERIFY(desk.press(step + u"Button"_s));
        QVERIFY(desk.type(step == "tag"_L1 ? u"tagEdit"_s : u"destinationEdit"_s, typed));
    }
    QVERIFY2(desk.hears(message), desk.heard().constData());
    if (!button.isEmpty())
        QVERIFY(!desk.find(button)->isEnabled());
    QVERIFY(desk.desk().operations().isEmpty());
    QVERIFY(desk.answers());
    QCOMPARE(fingerprint(HostileDesk::storeOf(home)), before);
}

/// Folders and files may be called anything: build, try, save and import with spaces, quotes and five scripts in their names.
void HostileFilesTest::unusualNamesWork()
{
    QTemporaryDir folder;
    const QString home = folder.filePath(u"home"_s);
    QVERIFY(m_template->copyTo(home));
    const QString policy = folder.filePath(u"Meine 'Richtlinie' für 東京 \"й\" & ع $HOME"_s);
    QVERIFY(writePolicy(policy));
    QVERIFY(test::writeFile(policy + u"/neue regel 日本.rego"_s, "package extra\n\nx := 1\n"));
    HostileDesk desk(home);
    desk.window().openArgument(policy);
    QVERIFY(desk.type(u"destinationEdit"_s, u"localhost/acme/new"_s));
    QVERIFY(desk.type(u"tagEdit"_s, u"2.0.0"_s, true));
    QVERIFY(desk.press(u"buildButton"_s));
    QVERIFY2(QTest::qWaitFor([&] { return desk.done(u"build"_s) == 1; }, 40s), desk.heard().constData());

    const QString saved = folder.filePath(u"für 東京 ع.tar.gz"_s);
    desk.window().open(models::localPlace());
    QVERIFY(desk.choose(u"localImagesView"_s, u"2.0.0"_s));
    desk.answerFileDialog(saved);
    QVERIFY(desk.press(u"saveButton"_s));
    QVERIFY2(QTest::qWaitFor([&] { return desk.done(u"save"_s) == 1; }, 20s), desk.heard().constData());
    QVERIFY(QFileInfo(saved).size() > 0);

    desk.window().openArgument(saved);
    QVERIFY(desk.type(u"tagEdit"_s, u"localhost/acme/imported:1.0.0"_s));
    QVERIFY(desk.press(u"acceptButton"_s));
    QVERIFY2(QTest::qWaitFor([&] { return desk.done(u"import"_s) == 1; }, 20s), desk.heard().constData());

    desk.window().openArgument(policy);
    desk.window().run(u"try"_s);
    QVERIFY2(desk.hears(u"Nothing asked yet"_s), desk.heard().constData());
    QVERIFY(desk.answers());
}

} // namespace

PD_TEST(HostileFilesTest)
#include "tst_hostilefiles.moc"
