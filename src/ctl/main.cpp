// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "commands.h"
#include "core/languages.h"
#include "core/mailbox.h"
#include "core/workerpool.h"
#include "desk/engine.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

using namespace pd;

namespace {

/// A core would hold tokens.
void writeNoCore()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

/// Ctrl+C and TERM stop what runs; it undoes what it began, and the program ends with 130.
class Interrupts final : public QObject {
public:
    explicit Interrupts(std::stop_source stop)
    {
        sigset_t signals;
        sigemptyset(&signals);
        sigaddset(&signals, SIGINT);
        sigaddset(&signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        m_descriptor = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
        auto *notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
        connect(notifier, &QSocketNotifier::activated, this, [this, stop = std::move(stop)]() mutable {
            signalfd_siginfo info;
            while (::read(m_descriptor, &info, sizeof info) == sizeof info) { }
            stop.request_stop();
        });
    }
    ~Interrupts() override { ::close(m_descriptor); }

private:
    int m_descriptor = -1;
};

desk::EngineOptions engineOptions(const ctl::CommandLine &line)
{
    desk::EngineOptions options;
    options.store = line.value(QStringLiteral("store"));
    options.defaultRegistry = line.value(QStringLiteral("default-registry"));
    options.caFiles = line.values(QStringLiteral("ca"));
    if (line.has(QStringLiteral("plain-http")))
        options.plainHttp.insert(QStringLiteral("*"));
    for (const QString &pair : line.values(QStringLiteral("github-api")))
        options.githubApi.insert(pair.section(QLatin1Char('='), 0, 0), pair.section(QLatin1Char('='), 1));
    options.programFolder = QCoreApplication::applicationDirPath();
    options.namedHosts = ctl::namedHosts(line, options.defaultRegistry);
    return options;
}

struct Told {
    int exitCode = 0;
    bool done = false;
};

Task<void> tell(Task<Result<ctl::Answer>> work, bool json, Told *told)
{
    const Result<ctl::Answer> answer = co_await work;
    if (!answer) {
        ctl::printError(answer.error(), json);
        told->exitCode = static_cast<int>(ctl::exitFor(answer.error()));
    } else if (!ctl::print(*answer, json)) {
        told->exitCode = static_cast<int>(ctl::Exit::Failed);
    }
    told->done = true;
    QCoreApplication::quit();
}

int exitCodeOf(Task<Result<ctl::Answer>> work, bool json)
{
    Told told;
    tell(std::move(work), json, &told);
    // What needs to wait for nothing is done by now, and a loop would not hear that it ended.
    if (!told.done)
        QCoreApplication::exec();
    return told.exitCode;
}

int carryOut(const ctl::CommandLine &line, std::stop_token stop)
{
    const bool json = line.has(QStringLiteral("json"));
    const desk::EngineOptions options = engineOptions(line);
    Mailbox mailbox; // children are awaited in it
    if (qstrcmp(line.verb->name, "version") == 0)
        return exitCodeOf(ctl::version(desk::opaSearch(options), stop), json);
    WorkerPool pool;
    auto engine = desk::Engine::make(options, mailbox, pool);
    if (!engine) {
        ctl::printError(engine.error(), json);
        return static_cast<int>(ctl::exitFor(engine.error()));
    }
    return exitCodeOf(ctl::run(&(*engine)->services(), line, stop), json);
}

} // namespace

int main(int argc, char **argv)
{
    writeNoCore();
    std::stop_source stop;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("policydesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PD_VERSION));
    installTranslations(application);
    const Interrupts interrupts(stop);

    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    const auto line = ctl::parseCommandLine(arguments);
    if (!line) {
        ctl::printError(line.error(), arguments.contains(QStringLiteral("--json")));
        return static_cast<int>(ctl::exitFor(line.error()));
    }
    if (line->help) {
        return ctl::print({{}, ctl::usage(line->verb)}, false) ? 0 : 1;
    }
    return carryOut(*line, stop.get_token());
}
