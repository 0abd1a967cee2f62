// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/services.h"
#include "models/imagefacts.h"
#include "placetest.h"
#include "shell/inspector.h"
#include "shell/panehost.h"
#include "support/opa.h"
#include "support/result.h"
#include "support/runner.h"
#include "support/servers/registryserver.h"
#include "support/servers/scriptserver.h"

#include <QDir>
#include <QFile>
#include <QSplitter>

using namespace pd;
using namespace Qt::StringLiterals;
using namespace pd::test;

namespace {

models::InspectorContent somePackage()
{
    desk::RemotePackage package;
    package.host = u"ghcr.io"_s;
    package.repository = u"acme/rbac"_s;
    return models::inspectPackage(package, {});
}

/// Tree, middle, inspector.
QSplitter *across(Place &place)
{
    for (QSplitter *each : place.window().findChildren<QSplitter *>()) {
        if (each->orientation() == Qt::Horizontal && qobject_cast<QSplitter *>(each->parentWidget()))
            return each;
    }
    return nullptr;
}

/// What holds for the window whatever it shows.
class WindowPlacesTest final : public QObject {
    Q_OBJECT

    [[nodiscard]] static bool build(Place &place, const QString &reference)
    {
        if (!writeHome(u"rego/a.rego"_s, "package a\n\nx := 1\n"))
            return false;
        desk::Operation *operation = place.verbs().build({{QDir::homePath() + u"/rego"_s}, reference, {}});
        return QTest::qWaitFor([operation] { return operation->state() == desk::Operation::State::Done; }, 40'000);
    }
    [[nodiscard]] static QStringList column(const QString &viewId, int number);

private Q_SLOTS:
    void cleanup();
    void itIsLeftAndFoundTheSame();
    void aDamagedLayoutIsTheFirstOne();
    void oneFilledButtonAPlace();
    void comparedIsNeverADashForEver();
};

QStringList WindowPlacesTest::column(const QString &viewId, int number)
{
    QStringList texts;
    const auto *view = Place::shown<QAbstractItemView>(viewId);
    for (int group = 0; view && group < view->model()->rowCount(); ++group) {
        const QModelIndex parent = view->model()->index(group, 0);
        for (int row = 0; row < view->model()->rowCount(parent); ++row)
            texts.append(view->model()->index(row, number, parent).data().toString());
    }
    return texts;
}

void WindowPlacesTest::cleanup()
{
    QDir(QDir::homePath() + u"/.local/state/policydesk"_s).removeRecursively();
    QDir(QDir::homePath() + u"/.policy"_s).removeRecursively();
}

void WindowPlacesTest::itIsLeftAndFoundTheSame()
{
    QSize size;
    QList<int> widths;
    {
        Place place;
        QVERIFY(place.show());
        place.window().resize(1300, 777);
        place.window().setInspector(somePackage());
        place.window().toggleActivity();
        QSplitter *splitter = across(place);
        QVERIFY(splitter);
        splitter->setSizes({333, 600, 367});
        QTRY_COMPARE(splitter->sizes().first(), 333);
        widths = splitter->sizes();
        size = place.window().size();
        bool closed = false;
        QObject::connect(&place.desk(), &ui::DeskWindow::closed, &place.window(), [&closed] { closed = true; });
        QVERIFY(!place.window().close()); // asks whoever owns it
        QTRY_VERIFY(closed);
    }
    Place again;
    again.desk().open(u"start"_s);
    again.window().show();
    QVERIFY(QTest::qWaitForWindowActive(&again.window()));
    QTRY_COMPARE(again.window().size(), size);
    again.window().setInspector(somePackage());
    // To the pixel for what the user pulls at; the middle gets the rest, which rounds.
    QTRY_COMPARE(across(again)->sizes().first(), widths.first());
    QTRY_VERIFY(std::abs(across(again)->sizes().last() - widths.last()) <= 1);
    QVERIFY(again.window().state().activityShown);
    // The layout of the first start is one act away.
    again.desk().run(u"resetLayout"_s);
    QTRY_COMPARE(across(again)->sizes().first(), ui::px(248));
}

void WindowPlacesTest::aDamagedLayoutIsTheFirstOne()
{
    QVERIFY(writeHome(u".local/state/policydesk/window.json"_s, R"({"geometry":"AAAA","panes":"!!","tree":"yes","inspector":7})"));
    Place place;
    place.desk().open(u"start"_s);
    place.window().show();
    QVERIFY(QTest::qWaitForWindowActive(&place.window()));
    QVERIFY(place.window().width() >= ui::px(720));
    QVERIFY(place.window().state().tree);
    QVERIFY(place.window().state().inspector);
}

void WindowPlacesTest::oneFilledButtonAPlace()
{
    Place place;
    QVERIFY(place.show());
    QVERIFY(build(place, u"localhost:1/acme/rbac:1.0.0"_s));
    place.desk().open(u"local"_s);
    QVERIFY(Place::clickRow(u"localImagesView"_s, u"1.0.0"_s));
    const auto filled = [&place] {
        return std::ranges::count(place.window().inspector()->content().buttons, models::ActionRank::Primary, &models::ActionValue::rank);
    };
    QTRY_COMPARE(filled(), 1); // Push to…
    place.window().panes()->choose(u"try"_s);
    QTRY_COMPARE(filled(), 0); // Run, in the middle
    QVERIFY(Place::shownWidget(u"pushButton"_s));
    place.picture(u"one-filled-button"_s);
    place.window().panes()->choose(u"local"_s);
    QTRY_COMPARE(filled(), 1);
}

void WindowPlacesTest::comparedIsNeverADashForEver()
{
    const RegistryServer registry;
    RegistryServer::Options options;
    options.htpasswdUser = u"me"_s;
    options.htpasswdPassword = u"s3cret"_s;
    const RegistryServer locked(options);
    quint16 closedPort = 0;
    {
        const ScriptServer gone([](const Received &, Peer &) { });
        closedPort = static_cast<quint16>(gone.port());
    }
    desk::Settings settings;
    settings.registries = {
        {registry.host(), {}, {}, false, {}}, {locked.host(), {}, {}, false, {}}, {u"127.0.0.1:%1"_s.arg(closedPort), {}, {}, false, {}}};
    Place place({.settings = settings});
    QVERIFY(place.show());
    const QString outOfReach = u"127.0.0.1:%1/a/b:1"_s.arg(closedPort);
    for (const QString &reference :
        {QString(registry.host() + u"/a/b:1"_s), QString(locked.host() + u"/a/b:1"_s), outOfReach, u"127.0.0.1:2/a/b:1"_s})
        QVERIFY(build(place, reference));
    place.desk().open(u"local"_s);
    const auto compared = [] { return column(u"localImagesView"_s, 4); };
    QTRY_VERIFY_WITH_TIMEOUT(compared().contains(u"Only on this computer"_s), 20'000);
    QTRY_VERIFY2_WITH_TIMEOUT(compared().contains(u"Not told without an account"_s), qPrintable(compared().join(u'|')), 20'000);
    QTRY_VERIFY2_WITH_TIMEOUT(compared().contains(u"Out of reach"_s), qPrintable(compared().join(u'|')), 20'000);
    QTRY_VERIFY2_WITH_TIMEOUT(compared().contains(u"Not asked, not your registry"_s), qPrintable(compared().join(u'|')), 20'000);
    place.picture(u"compared"_s);
    // It is one of the user's from now on, and is asked.
    place.verbs().changeSettings([](desk::Settings &change) { change.registries.append({u"127.0.0.1:2"_s, {}, {}, false, {}}); });
    QTRY_VERIFY_WITH_TIMEOUT(!compared().contains(u"Not asked, not your registry"_s), 20'000);
}

} // namespace

PD_TEST(WindowPlacesTest)

#include "tst_windowplaces.moc"
