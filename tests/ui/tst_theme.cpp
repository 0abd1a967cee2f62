// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "widgets/controls.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QLabel>

using namespace pd::ui;

namespace {

/// A settings portal on the test's own bus.
class Portal final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint scheme = 0;
    uint contrast = 0;

    void announce(const QDBusConnection &bus, const QString &space, const QString &key, uint value)
    {
        QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"),
            QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("SettingChanged"));
        signal << space << key << QVariant::fromValue(QDBusVariant(value));
        bus.send(signal);
    }

public Q_SLOTS:
    Q_SCRIPTABLE QDBusVariant ReadOne(const QString &, const QString &key) // NOLINT(readability-identifier-naming): the portal's name
    {
        return QDBusVariant(key == QStringLiteral("contrast") ? contrast : scheme);
    }
};

class ThemeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsAsTheLastRunEnded();
    void choiceGoesBeforeTheSystem();
    void dressedWidgetsFollow();
    void darkIsOneWeightLighter_data();
    void darkIsOneWeightLighter();
    void numbersAreTabularAndNamesAreNot();
    void largerTextGrowsLengths();
    void followsThePortal();
};

void ThemeTest::startsAsTheLastRunEnded()
{
    const Theme theme({}, {.dark = true, .highContrast = false});
    QVERIFY(colors().isDark());
    QVERIFY(!colors().highContrast());
}

void ThemeTest::choiceGoesBeforeTheSystem()
{
    Theme theme({Scheme::Light, {}, {}}, {.dark = true});
    QVERIFY(!colors().isDark());
    theme.setSystemHints({.dark = true, .highContrast = true});
    QVERIFY(!colors().isDark());
    QVERIFY(colors().highContrast());
    theme.setChoice({});
    QVERIFY(colors().isDark());
}

void ThemeTest::dressedWidgetsFollow()
{
    Theme theme({Scheme::Light, false, 1.0});
    QWidget parent;
    QLabel *label = makeLabel(QStringLiteral("x"), Type::Body, Role::Text2, &parent);
    setGround(&parent, Role::Chrome);
    QCOMPARE(label->palette().color(QPalette::WindowText), Palette::of(Scheme::Light, false)[Role::Text2]);
    theme.setChoice({Scheme::Dark, false, 1.0});
    QCOMPARE(label->palette().color(QPalette::WindowText), Palette::of(Scheme::Dark, false)[Role::Text2]);
    QCOMPARE(parent.palette().color(QPalette::Window), Palette::of(Scheme::Dark, false)[Role::Chrome]);
    QCOMPARE(QApplication::palette().color(QPalette::Base), Palette::of(Scheme::Dark, false)[Role::Field]);
}

void ThemeTest::darkIsOneWeightLighter_data()
{
    QTest::addColumn<Type>("type");
    QTest::addColumn<int>("light");
    QTest::addColumn<int>("dark");
    QTest::newRow("body") << Type::Body << 400 << 300;
    QTest::newRow("name") << Type::Name << 500 << 400;
    QTest::newRow("section") << Type::Section << 600 << 500;
    QTest::newRow("sentence") << Type::Sentence << 400 << 300;
    QTest::newRow("heading") << Type::Heading << 600 << 600;
    QTest::newRow("title") << Type::Title << 600 << 600;
    QTest::newRow("match") << Type::Match << 700 << 700;
    QTest::newRow("mono") << Type::Mono << 400 << 400;
}

void ThemeTest::darkIsOneWeightLighter()
{
    QFETCH(Type, type);
    QFETCH(int, light);
    QFETCH(int, dark);
    QCOMPARE(static_cast<int>(makeFont(type, {}).weight()), light);
    QCOMPARE(static_cast<int>(makeFont(type, {.dark = true}).weight()), dark);
    QCOMPARE(static_cast<int>(makeFont(type, {.dark = true, .devicePixelRatio = 2}).weight()), light);
    QCOMPARE(static_cast<int>(makeFont(type, {.dark = true, .highContrast = true}).weight()), light);
}

void ThemeTest::numbersAreTabularAndNamesAreNot()
{
    const QFont name = makeFont(Type::Body, {});
    const QFont number = tabular(name);
    QCOMPARE(
        QFontMetricsF(number).horizontalAdvance(QStringLiteral("111")), QFontMetricsF(number).horizontalAdvance(QStringLiteral("888")));
    QVERIFY(QFontMetricsF(name).horizontalAdvance(QStringLiteral("111")) < QFontMetricsF(name).horizontalAdvance(QStringLiteral("888")));
}

void ThemeTest::largerTextGrowsLengths()
{
    const Theme theme({Scheme::Light, false, 1.5});
    QCOMPARE(px(28), 42);
    QCOMPARE(font(Type::Title).pixelSize(), 30);
}

void ThemeTest::followsThePortal()
{
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"));
    QVERIFY(bus.isConnected());
    Portal portal;
    portal.scheme = 1;
    QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal, QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    const Theme theme({});
    QVERIFY(!colors().isDark()); // not waited for
    QTRY_VERIFY(colors().isDark());
    QVERIFY(!colors().highContrast());
    const QString space = QStringLiteral("org.freedesktop.appearance");
    portal.announce(bus, space, QStringLiteral("contrast"), 1);
    QTRY_VERIFY(colors().highContrast());
    // Of no interest: another namespace.
    portal.announce(bus, QStringLiteral("org.gnome.desktop.interface"), QStringLiteral("color-scheme"), 2);
    portal.announce(bus, space, QStringLiteral("contrast"), 0);
    QTRY_VERIFY(!colors().highContrast());
    QVERIFY(colors().isDark());
    portal.announce(bus, space, QStringLiteral("color-scheme"), 2);
    QTRY_VERIFY(!colors().isDark());
    bus.unregisterService(QStringLiteral("org.freedesktop.portal.Desktop"));
    QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
}

} // namespace

PD_TEST(ThemeTest)

#include "tst_theme.moc"
