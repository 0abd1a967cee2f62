// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes.h"
#include "shell/mainwindow.h"
#include "widgets/theme.h"

#include <QtWidgets>

/// gallery [--dark] [--contrast] [--size WxH] [--save FOLDER] [SCENE…]
///
/// Shows the scenes one after the other (all of them without a name); with --save it takes a picture of each and ends.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption dark(QStringLiteral("dark"));
    const QCommandLineOption contrast(QStringLiteral("contrast"));
    const QCommandLineOption size(QStringLiteral("size"), {}, QStringLiteral("WxH"), QStringLiteral("1440x900"));
    const QCommandLineOption save(QStringLiteral("save"), {}, QStringLiteral("folder"));
    const QCommandLineOption suffix(QStringLiteral("suffix"), {}, QStringLiteral("text"));
    parser.addOptions({dark, contrast, size, save, suffix});
    parser.process(application);
    const pd::ui::ThemeChoice choice{parser.isSet(dark) ? pd::ui::Scheme::Dark : pd::ui::Scheme::Light, parser.isSet(contrast), {}};
    const pd::ui::Theme theme(choice);
    const QStringList numbers = parser.value(size).split(QLatin1Char('x'));
    QStringList wanted = parser.positionalArguments();
    if (wanted.isEmpty())
        wanted = pd::gallery::scenes();
    for (const QString &scene : std::as_const(wanted)) {
        pd::ui::MainWindow window;
        QObject::connect(&window, &pd::ui::MainWindow::closing, &application, &QApplication::quit);
        window.resize(numbers.value(0).toInt(), numbers.value(1).toInt());
        window.resetLayout();
        window.show();
        if (!pd::gallery::show(&window, scene))
            qFatal("no scene called %s", qPrintable(scene));
        if (!parser.isSet(save)) {
            application.exec();
            continue;
        }
        QTimer::singleShot(700, &application, [&] {
            QPixmap picture = window.grab();
            if (QWidget *popup = QApplication::activePopupWidget()) {
                QPainter painter(&picture);
                painter.drawPixmap(window.mapFromGlobal(popup->pos()), popup->grab());
                popup->close();
            }
            picture.save(QStringLiteral("%1/%2%3.png").arg(parser.value(save), scene, parser.value(suffix)));
            QApplication::quit();
        });
        application.exec();
    }
    return 0;
}
