// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "widgets/iconengine.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPainter>

using namespace pd::ui;

namespace {

class IconTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNameIsKnown_data();
    void everyNameIsKnown();
    void takesTheColourOfItsRole();
    void isLighterInTheDark();
    void isSharpAtAnyScale();
    void turnsWhatPoints();
    void anUnknownNameIsNothing();
};

/// Mean lightness of what is painted, 0 to 255; −1 where nothing is.
double lightness(const QImage &image)
{
    double sum = 0;
    double weight = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            sum += pixel.lightness() * pixel.alphaF();
            weight += pixel.alphaF();
        }
    }
    return weight > 0 ? sum / weight : -1;
}

void IconTest::everyNameIsKnown_data()
{
    QTest::addColumn<QString>("name");
    static constexpr const char *names[] = {"sidebar-collapse", "sidebar-expand", "sidebar-collapse-right", "sidebar-expand-right",
        "go-previous", "go-next", "arrow-right", "arrow-down", "arrow-up", "search", "application-menu", "overflow-menu", "view-refresh",
        "view-filter", "open-link", "edit-copy", "list-add", "window-close", "server-database", "view-institution", "user-identity",
        "computer", "drive-harddisk", "folder", "folder-open", "document-open-folder", "cloud-upload", "cloud-download", "vcs-diff",
        "edit-undo", "document-save", "document-save-as", "document-import", "document-edit", "document-new-from-template", "list-remove",
        "edit-delete", "user-trash", "edit-clear-history", "visibility", "view-history", "link", "go-jump", "vcs-branch", "checkmark",
        "clock", "info", "dialog-scripts", "utilities-terminal", "edit-paste", "view-hidden", "view-list-tree", "package", "globe", "lock",
        "warning", "circle", "play", "tag", "doc", "braces", "key", "swap", "minus", "changed", "pause", "offline", "pd-package"};
    for (const char *name : names)
        QTest::newRow(name) << QString::fromLatin1(name);
}

void IconTest::everyNameIsKnown()
{
    QFETCH(QString, name);
    QVERIFY(hasIcon(name));
    const QImage image = iconPixmap(name, QSize(16, 16), 1, Qt::black, false).toImage();
    QVERIFY(lightness(image) >= 0);
}

void IconTest::takesTheColourOfItsRole()
{
    const QImage image = iconPixmap(QStringLiteral("folder"), QSize(16, 16), 4, QColor(0xb3, 0x26, 0x1e), false).toImage();
    bool painted = false;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 255)
                continue;
            painted = true;
            QCOMPARE(pixel.rgb(), QColor(0xb3, 0x26, 0x1e).rgb());
        }
    }
    QVERIFY(painted);
}

void IconTest::isLighterInTheDark()
{
    Theme theme({Scheme::Light, false, 1.0});
    const QIcon one = icon(QStringLiteral("package"), Role::Text2);
    const double light = lightness(one.pixmap(QSize(16, 16), 1.0).toImage());
    theme.setChoice({Scheme::Dark, false, 1.0});
    // The same icon, not a new one.
    const double dark = lightness(one.pixmap(QSize(16, 16), 1.0).toImage());
    QVERIFY2(light < 128 && dark > 150, qPrintable(QStringLiteral("%1, %2").arg(light).arg(dark)));
}

void IconTest::isSharpAtAnyScale()
{
    const QPixmap twice = iconPixmap(QStringLiteral("lock"), QSize(16, 16), 2, Qt::black, false);
    QCOMPARE(twice.size(), QSize(32, 32));
    QCOMPARE(twice.deviceIndependentSize().toSize(), QSize(16, 16));
    const QImage once = iconPixmap(QStringLiteral("lock"), QSize(16, 16), 1, Qt::black, false).toImage();
    QVERIFY(twice.toImage() != once.scaled(32, 32));
}

void IconTest::turnsWhatPoints()
{
    const auto drawn = [](const QString &name, Qt::LayoutDirection direction) {
        QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(&painter, image.rect(), name, Qt::black, direction);
        return image;
    };
    QCOMPARE(
        drawn(QStringLiteral("arrow-right"), Qt::RightToLeft), drawn(QStringLiteral("arrow-right"), Qt::LeftToRight).mirrored(true, false));
    QCOMPARE(drawn(QStringLiteral("search"), Qt::RightToLeft), drawn(QStringLiteral("search"), Qt::LeftToRight));
}

void IconTest::anUnknownNameIsNothing()
{
    QVERIFY(!hasIcon(QStringLiteral("no-such-icon")));
    QVERIFY(iconPixmap(QStringLiteral("no-such-icon"), QSize(16, 16), 1, Qt::black, false).isNull());
    QVERIFY(icon(QString()).isNull());
}

} // namespace

PD_TEST(IconTest)

#include "tst_icons.moc"
