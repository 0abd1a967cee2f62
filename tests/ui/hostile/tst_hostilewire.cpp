// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostiledesk.h"
#include "models/navigationfacts.h"
#include "oci/digest.h"
#include "support/runner.h"
#include "support/servers/images.h"
#include "support/servers/scriptserver.h"

#include <QTemporaryDir>

using namespace pd;
using namespace pd::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A registry that has `acme/rbac:1.0.0`, until it is spoilt; then every answer is of one bad kind.
class SpoiltRegistry {
public:
    SpoiltRegistry()
        : m_job(imageJob({}, u"acme/rbac"_s, {u"1.0.0"_s}, QByteArray(20'000, 'b')))
        , m_server(std::make_unique<ScriptServer>([this](const Received &request, Peer &peer) { answer(request, peer); }))
        , m_host(m_server->host())
    {
    }
    [[nodiscard]] QString host() const { return m_host; }
    void spoil(const QString &how)
    {
        if (how == "no network"_L1)
            m_server.reset(); // nothing listens any more
        else
            m_how = how == "HTML"_L1 ? Html : how == "0 bytes"_L1 ? Nothing : Endless;
    }

private:
    enum How { Good, Html, Nothing, Endless };

    void answer(const Received &request, Peer &peer)
    {
        switch (m_how.load()) {
        case Html:
            peer.reply(200, "<!DOCTYPE html><title>Welcome to the Wi-Fi</title>", {"Content-Type: text/html; charset=utf-8"});
            return;
        case Nothing: peer.reply(200, {}, {"Content-Type: application/json"}); return;
        case Endless: sendTwoGiB(peer); return;
        case Good: break;
        }
        if (request.path() == "/v2/acme/rbac/tags/list")
            peer.reply(200, R"({"name":"acme/rbac","tags":["1.0.0"]})", {"Content-Type: application/json"});
        else if (request.path() == "/v2/_catalog")
            peer.reply(200, R"({"repositories":["acme/rbac"]})", {"Content-Type: application/json"});
        else if (request.path().startsWith("/v2/acme/rbac/manifests/"))
            peer.reply(200, request.method == "HEAD" ? QByteArray() : m_job.manifest,
                {"Content-Type: " + m_job.mediaType.toLatin1(),
                    "Docker-Content-Digest: " + oci::Digest::ofSha256(m_job.manifest).toString().toLatin1()});
        else
            peer.reply(404, R"({"errors":[{"code":"NAME_UNKNOWN"}]})");
    }
    /// Begins as what was asked for, and goes on for 2 GiB.
    static void sendTwoGiB(Peer &peer)
    {
        constexpr qint64 Size = qint64(2) << 30;
        const QByteArray piece = QByteArray("\"1.0.0\",").repeated(8192);
        peer.send("HTTP/1.1 200 X\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray::number(Size, 16)
            + "\r\n{\"tags\":[");
        for (qint64 sent = 0; sent < Size && peer.send(piece);)
            sent += piece.size();
        peer.close();
    }

    registry::PushJob m_job;
    std::atomic<How> m_how = Good;
    std::unique_ptr<ScriptServer> m_server;
    QString m_host;
};

/// What lies between the window and a registry goes wrong, at each step that needs one.
class HostileWireTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<TemplateHome> m_template;

    static bool arrive(HostileDesk &desk, const QString &step, const QString &host);
    static bool act(HostileDesk &desk, const QString &step, const QString &host);

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_template.reset(); }
    void eachStepSaysIt_data();
    void eachStepSaysIt();
    void whatNeedsNoNetworkWorks_data();
    void whatNeedsNoNetworkWorks();
};

void HostileWireTest::initTestCase()
{
    m_template = std::make_unique<TemplateHome>();
    QCOMPARE(m_template->problem(), QString());
}

/// What a person does before it goes wrong.
bool HostileWireTest::arrive(HostileDesk &desk, const QString &step, const QString &host)
{
    if (step == "pull"_L1) {
        desk.window().open(models::packagePlace(host, u"acme/rbac"_s));
        return desk.choose(u"tagsView"_s, u"1.0.0"_s);
    }
    if (step == "delete, carried out"_L1) {
        desk.window().open(models::planPlace(host + u"/acme/rbac"_s, u"1.0.0"_s));
        return QTest::qWaitFor([&desk] { return desk.find(u"acceptButton"_s) != nullptr; }, 20s);
    }
    if (step == "push"_L1) {
        desk.window().open(models::localPlace());
        return desk.choose(u"localImagesView"_s, u"1.0.0"_s) && desk.press(u"pushButton"_s)
            && desk.type(u"destinationEdit"_s, host + u"/acme/new"_s);
    }
    if (step == "sign in"_L1) {
        desk.window().open(models::signInPlace(host));
        return desk.type(u"userEdit"_s, u"me"_s) && desk.type(u"tokenEdit"_s, u"s3cret"_s);
    }
    return true;
}

bool HostileWireTest::act(HostileDesk &desk, const QString &step, const QString &host)
{
    if (step == "start"_L1)
        return desk.type(u"referenceEdit"_s, host + u"/acme/rbac:1.0.0"_s) && desk.press(u"openReferenceButton"_s);
    if (step == "remote lists"_L1) {
        desk.window().open(models::registryPlace(host));
        return true;
    }
    if (step == "tags"_L1) {
        desk.window().open(models::packagePlace(host, u"acme/rbac"_s));
        return true;
    }
    if (step == "delete"_L1) {
        desk.window().open(models::planPlace(host + u"/acme/rbac"_s, u"1.0.0"_s));
        return true;
    }
    if (step == "publish"_L1) {
        const QString folder = desk.desk().paths().home + u"/policy"_s;
        desk.window().openArgument(folder);
        return desk.type(u"destinationEdit"_s, host + u"/acme/new"_s) && desk.type(u"tagEdit"_s, u"2.0.0"_s, true)
            && desk.press(u"publishButton"_s);
    }
    return desk.press(step == "pull"_L1 ? u"pullButton"_s : u"acceptButton"_s);
}

void HostileWireTest::eachStepSaysIt_data()
{
    QTest::addColumn<QString>("bad");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char *bad, const char *step, const char *message, const char *remedy) {
        QTest::addRow("%s, %s", bad, step) << QString::fromUtf8(bad) << QString::fromUtf8(step) << QString::fromUtf8(message)
                                           << QString::fromUtf8(remedy);
    };
    for (const char *step : {"start", "sign in", "push", "publish", "remote lists", "tags", "pull", "delete", "delete, carried out"})
        row("no network", step, "127.0.0.1 does not answer", "Is it running? Is the port right?");
    for (const char *step : {"start", "sign in", "push", "publish", "remote lists", "tags", "delete"})
        row("HTML", step, "is no registry", "Check the host and the port");
    row("HTML", "pull", "is no registry", "Check the host and the port");
    row("HTML", "delete, carried out", "is no registry", "Check the host and the port");
    for (const char *step : {"start", "remote lists", "tags", "delete"})
        row("0 bytes", step, "is no registry", "Check the host and the port");
    row("0 bytes", "sign in", "does not look at accounts", "Use it without an account");
    row("0 bytes", "push", "gave an answer that makes no sense", "details");
    row("0 bytes", "pull", "is no image that can be read", "tell the registry's owner");
    row("0 bytes", "delete, carried out", "is no image that can be read", "tell the registry's owner");
    for (const char *step : {"start", "sign in", "push", "publish", "remote lists", "tags", "pull", "delete", "delete, carried out"})
        row("2 GiB", step, "answers with too much", "tell the registry's owner");
}

void HostileWireTest::eachStepSaysIt()
{
    QFETCH(QString, bad);
    QFETCH(QString, step);
    QFETCH(QString, message);
    QFETCH(QString, remedy);
    QTemporaryDir folder;
    const QString home = folder.filePath(u"home"_s);
    QVERIFY(m_template->copyTo(home));
    SpoiltRegistry registry;
    HostileDesk desk(home, {registry.host()});
    QCOMPARE(desk.problem(), QString());
    const QByteArray before = fingerprint(HostileDesk::storeOf(home));
    QVERIFY(arrive(desk, step, registry.host()));
    registry.spoil(bad);
    QVERIFY(act(desk, step, registry.host()));
    QVERIFY2(desk.hears(message), desk.heard().constData());
    QVERIFY2(desk.hears(remedy), desk.heard().constData());
    QVERIFY(QTest::qWaitFor([&] { return desk.isQuiet(); }, 20s));
    QVERIFY(desk.answers());
    // A publication builds first: the image of the folder is here, and can be pushed later.
    if (step != "publish"_L1)
        QCOMPARE(fingerprint(HostileDesk::storeOf(home)), before);
}

void HostileWireTest::whatNeedsNoNetworkWorks_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("message");
    QTest::newRow("build") << u"build"_s << u"Built localhost/acme/new:2.0.0"_s;
    QTest::newRow("tag") << u"tag"_s << u"rbac"_s;
    QTest::newRow("remove") << u"remove"_s << u"Undo"_s;
    QTest::newRow("save") << u"save"_s << u"Saved"_s;
    QTest::newRow("try") << u"try"_s << u"Nothing asked yet"_s;
}

void HostileWireTest::whatNeedsNoNetworkWorks()
{
    QFETCH(QString, step);
    QFETCH(QString, message);
    QTemporaryDir folder;
    const QString home = folder.filePath(u"home"_s);
    QVERIFY(m_template->copyTo(home));
    SpoiltRegistry registry;
    registry.spoil(u"no network"_s);
    HostileDesk desk(home, {registry.host()});
    QCOMPARE(desk.problem(), QString());
    if (step == "build"_L1) {
        desk.window().openArgument(home + u"/policy"_s);
        QVERIFY(desk.type(u"destinationEdit"_s, u"localhost/acme/new"_s));
        QVERIFY(desk.type(u"tagEdit"_s, u"2.0.0"_s, true));
    } else {
        desk.window().open(models::localPlace());
        QVERIFY(desk.choose(u"localImagesView"_s, u"1.0.0"_s));
    }
    if (step == "save"_L1)
        desk.answerFileDialog(folder.filePath(u"saved.tar.gz"_s));
    QVERIFY(desk.press(step + u"Button"_s));
    if (step == "tag"_L1) {
        QVERIFY(desk.type(u"tagEdit"_s, u"localhost/acme/rbac:2.0.0"_s));
        QVERIFY(desk.press(u"acceptButton"_s));
    }
    QVERIFY2(
        QTest::qWaitFor([&] { return desk.says(message) && (step == "try"_L1 || desk.done(step) == 1); }, 40s), desk.heard().constData());
    QVERIFY(desk.answers());
}

} // namespace

PD_TEST(HostileWireTest)
#include "tst_hostilewire.moc"
