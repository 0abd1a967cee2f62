// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineroom.h"
#include "firstframe.h"

#include "core/languages.h"
#include "core/mailbox.h"
#include "core/watchdog.h"
#include "core/workerpool.h"
#include "desk/desk.h"
#include "desk/engine.h"
#include "desk/errortext.h"
#include "desk/services.h"
#include "places/deskwindow.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <kdsingleapplication.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>

#include <cstdio>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace pd;

namespace {

/// A core would hold tokens.
void writeNoCore()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

/// One heap for all threads: what a worker frees serves the next, and goes back to the system. Of several each keeps its holes.
void shareTheHeap()
{
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, 128 << 10);
    mallopt(M_TRIM_THRESHOLD, 256 << 10);
}

/// Measures each event of the GUI thread where POLICYDESK_WATCHDOG asks for it.
class Application final : public QApplication {
public:
    Application(int &argc, char **argv)
        : QApplication(argc, argv)
    {
        if (const auto limits = Watchdog::limitsFromEnvironment()) {
            m_watchdog = std::make_unique<Watchdog>(
                *limits,
                [](const SlowEvent &event) {
                    std::fprintf(stderr, "watchdog: %s to %s took %lld ms of CPU, %lld ms in all\n", qPrintable(event.event),
                        qPrintable(event.receiver), static_cast<long long>(event.cpu.count() / 1000),
                        static_cast<long long>(event.wall.count() / 1000));
                },
                Watchdog::Stacks::Print);
        }
    }
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (!m_watchdog)
            return QApplication::notify(receiver, event);
        return m_watchdog->watch(receiver, event, [&] { return QApplication::notify(receiver, event); });
    }

private:
    std::unique_ptr<Watchdog> m_watchdog;
};

struct Arguments {
    desk::EngineOptions engine;
    QStringList open;
};

Arguments parseArguments(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Build, publish and browse policy images"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption store(QStringLiteral("store"), QCoreApplication::translate("main", "The local store"), QStringLiteral("DIR"));
    const QCommandLineOption api(QStringLiteral("github-api"), QCoreApplication::translate("main", "Where GitHub's API of a registry is"),
        QStringLiteral("HOST=URL"));
    const QCommandLineOption ca(
        QStringLiteral("ca"), QCoreApplication::translate("main", "Trust these certificates, too"), QStringLiteral("FILE"));
    const QCommandLineOption plain(
        QStringLiteral("plain-http"), QCoreApplication::translate("main", "Speak HTTP without TLS to this host"), QStringLiteral("HOST"));
    parser.addOptions({store, api, ca, plain});
    parser.addPositionalArgument(QStringLiteral("open"), QCoreApplication::translate("main", "A folder, a bundle or a reference"),
        QStringLiteral("[FOLDER|FILE.tar.gz|REFERENCE]…"));
    parser.process(application);
    Arguments arguments;
    if (parser.isSet(store))
        arguments.engine.store = QFileInfo(parser.value(store)).absoluteFilePath();
    for (const QString &file : parser.values(ca))
        arguments.engine.caFiles.append(QFileInfo(file).absoluteFilePath());
    for (const QString &host : parser.values(plain))
        arguments.engine.plainHttp.insert(host);
    for (const QString &pair : parser.values(api))
        arguments.engine.githubApi.insert(pair.section(QLatin1Char('='), 0, 0), pair.section(QLatin1Char('='), 1));
    arguments.engine.programFolder = QCoreApplication::applicationDirPath();
    for (const QString &argument : parser.positionalArguments())
        arguments.open.append(QFileInfo::exists(argument) ? QFileInfo(argument).absoluteFilePath() : argument);
    return arguments;
}

ui::ThemeChoice themeFor(const desk::Settings &settings)
{
    ui::ThemeChoice choice;
    if (settings.scheme == desk::Settings::Scheme::Light)
        choice.scheme = ui::Scheme::Light;
    if (settings.scheme == desk::Settings::Scheme::Dark)
        choice.scheme = ui::Scheme::Dark;
    if (settings.contrast != desk::Settings::Contrast::System)
        choice.highContrast = settings.contrast == desk::Settings::Contrast::High;
    return choice;
}

/// Everything that lives as long as the window, torn down in the opposite order.
int runWindow(
    QApplication &application, KDSingleApplication &single, const Arguments &arguments, const Paths &paths, const desk::Settings &settings)
{
    Mailbox mailbox;
    WorkerPool pool;
    desk::EngineOptions options = arguments.engine;
    options.opaPath = settings.opaPath;
    EngineRoom room(options, mailbox, pool);
    ui::Theme theme(themeFor(settings));
    const auto engine = room.engine();
    if (!engine) {
        QMessageBox::critical(nullptr, QStringLiteral("Policy Desk"), desk::oneLine(engine.error()));
        return 1;
    }
    const SystemClock clock;
    desk::Desk desk(room.mailbox(), **engine, pool, paths, settings, (*engine)->services().defaultRegistry);
    QObject::connect(&desk, &desk::Desk::settingsChanged, &theme, [&] { theme.setChoice(themeFor(desk.settings())); });
    FirstFrame firstFrame(room.mailbox());
    ui::DeskWindow window(desk, pool, clock);
    firstFrame.of(window.window());
    QObject::connect(&window, &ui::DeskWindow::closed, &application, &QApplication::quit);
    QObject::connect(&single, &KDSingleApplication::messageReceived, &window, [&window](const QByteArray &message) {
        window.window().show();
        window.window().raise();
        window.window().activateWindow();
        for (const QByteArray &argument : message.split('\0')) {
            if (!argument.isEmpty())
                window.openArgument(QString::fromUtf8(argument));
        }
    });
    window.open(QStringLiteral("start"));
    window.window().show();
    for (const QString &argument : arguments.open)
        window.openArgument(argument);
    desk.takeUpPractice(); // where it fails, Activity tells
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    writeNoCore();
    shareTheHeap();
    Application application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("policydesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PD_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Policy Desk"));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.policydesk.PolicyDesk"));
    QApplication::setWindowIcon(ui::applicationIcon());
    installTranslations(application);

    const Arguments arguments = parseArguments(application);
    KDSingleApplication single(QStringLiteral("io.github.policydesk.PolicyDesk"));
    if (!single.isPrimaryInstance()) {
        single.sendMessageWithTimeout(arguments.open.join(QChar::Null).toUtf8() + '\0', 5000);
        return 0;
    }
    const Paths paths = Paths::forThisUser();
    // A window holds no folder busy that it was started in, and Qt 6.8 searches the working folder when a link in /etc/ssl/certs leads nowhere.
    if (QDir().mkpath(paths.config))
        QDir::setCurrent(paths.config);
    const auto settings = desk::readSettings(paths.config + QStringLiteral("/settings.ini"));
    return runWindow(application, single, arguments, paths, settings.value_or(desk::Settings()));
}
