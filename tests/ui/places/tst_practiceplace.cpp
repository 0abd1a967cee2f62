// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/settingsdialog.h"
#include "placetest.h"
#include "support/result.h"
#include "support/runner.h"

#include <QTcpServer>

using namespace pd;
using namespace Qt::StringLiterals;
using namespace pd::test;

namespace {

/// The practice registry, from the first page to the settings.
class PracticePlaceTest final : public QObject {
    Q_OBJECT

    static bool isListed(Place &place, quint16 port)
    {
        return std::ranges::contains(place.verbs().settings().registries, u"localhost:%1"_s.arg(port), &desk::RegistryEntry::host);
    }
    static bool isRunning(Place &place)
    {
        const auto here = await(place.verbs().here());
        return here && here->practiceRunning;
    }

private Q_SLOTS:
    void removingItFromTheListStopsIt();
    void aTakenPortIsSaidWithAWayOn();
    void aFreedPortIsTriedAgain();
};

void PracticePlaceTest::removingItFromTheListStopsIt()
{
    Place place;
    QVERIFY(place.show());
    QVERIFY(Place::click(u"practiceButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(place.verbs().settings().practiceRuns, 20'000);
    const quint16 port = place.verbs().settings().practicePort;
    QTRY_VERIFY(isListed(place, port));
    QVERIFY(isRunning(place));
    place.desk().run(u"settings"_s);
    auto *dialog = Place::shownWidget(u"settingsDialog"_s);
    QVERIFY(dialog);
    qobject_cast<ui::SettingsDialog *>(dialog)->showTab(u"registries"_s);
    QTRY_VERIFY(Place::shownWidget(u"removeRegistryButton"_s));
    place.picture(u"practice-settings"_s);
    QVERIFY(Place::click(u"removeRegistryButton"_s));
    QTRY_VERIFY(!isListed(place, port));
    QTRY_VERIFY(!isRunning(place));
    QTRY_VERIFY(!place.verbs().settings().practiceRuns);
    QCOMPARE(place.verbs().takeUpPractice(), nullptr); // nor does it come back at the next start
    QCOMPARE(place.verbs().settings().practicePort, port); // started again, it is where it was
}

void PracticePlaceTest::aTakenPortIsSaidWithAWayOn()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const quint16 taken = other.serverPort();
    desk::Settings settings;
    settings.practicePort = taken;
    settings.practiceRuns = true;
    settings.registries = {{u"localhost:%1"_s.arg(taken), u"practice"_s, {}, true, {}}};
    settings.folders = {{QDir::homePath(), u"localhost:%1/acme/rbac"_s.arg(taken)}};
    Place place({.settings = settings});
    QVERIFY(place.show());
    place.verbs().takeUpPractice(); // as the program does at its start
    QTRY_VERIFY(Place::says(u"Port %1 is taken"_s.arg(taken)));
    place.picture(u"practice-port-taken"_s);
    QVERIFY(Place::click(u"practiceElsewhereButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(place.verbs().settings().practicePort != taken, 20'000);
    const quint16 port = place.verbs().settings().practicePort;
    QTRY_VERIFY(isListed(place, port));
    QVERIFY(!isListed(place, taken)); // moved, not doubled
    QCOMPARE(place.verbs().settings().folders.first().destination, u"localhost:%1/acme/rbac"_s.arg(port));
    QVERIFY(isRunning(place));
}

void PracticePlaceTest::aFreedPortIsTriedAgain()
{
    auto other = std::make_unique<QTcpServer>();
    QVERIFY(other->listen(QHostAddress::LocalHost));
    const quint16 port = other->serverPort();
    desk::Settings settings;
    settings.practicePort = port;
    Place place({.settings = settings});
    QVERIFY(place.show());
    QVERIFY(Place::click(u"practiceButton"_s));
    QTRY_VERIFY(Place::says(u"Port %1 is taken"_s.arg(port)));
    other.reset();
    // Of the two buttons of that id the one on top, in the dialog.
    QVERIFY(Place::click(u"practiceButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isListed(place, port), 20'000);
    QVERIFY(isRunning(place));
}

} // namespace

PD_TEST(PracticePlaceTest)

#include "tst_practiceplace.moc"
