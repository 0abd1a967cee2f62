// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner.h"

#include "core/mailbox.h"
#include "surroundings.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <atomic>
#include <cstdio>
#include <map>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

namespace pd::test {

namespace {

std::map<std::string, MakeTest> &classes()
{
    static std::map<std::string, MakeTest> all;
    return all;
}

std::atomic<int> s_failures = 0;

int runEachAlone(const char *program)
{
    int failed = 0;
    for (const auto &[name, make] : classes()) {
        const pid_t child = fork();
        if (child == 0) {
            execl("/proc/self/exe", program, name.c_str(), nullptr);
            _exit(127);
        }
        int status = 0;
        waitpid(child, &status, 0);
        failed += status != 0 ? 1 : 0;
    }
    std::printf("%d of %zu classes failed\n", failed, classes().size());
    return failed == 0 ? 0 : 1;
}

/// Qt Test counts a skipped function as no failure; its own "Totals" line says what was.
void judgeTotals(const QString &logPath, bool everyFunction)
{
    QFile log(logPath);
    if (!log.open(QIODevice::ReadOnly))
        return; // asked for a list only
    static const QRegularExpression totals(QStringLiteral("Totals: (\\d+) passed, (\\d+) failed, (\\d+) skipped, (\\d+) blacklisted"));
    const QRegularExpressionMatch match = totals.match(QString::fromUtf8(log.readAll()));
    if (!match.hasMatch())
        return;
    if (const int notRun = match.captured(3).toInt() + match.captured(4).toInt(); notRun > 0)
        addFailure(QStringLiteral("%1 functions were skipped: a test runs or fails").arg(notRun));
    // initTestCase and cleanupTestCase count as two.
    if (everyFunction && match.captured(1).toInt() + match.captured(2).toInt() <= 2)
        addFailure(QStringLiteral("the class has no test function"));
}

int runClass(MakeTest make, const QString &home, QStringList arguments)
{
    const Mailbox mailbox;
    const QString log = home + QStringLiteral("/qtest.log");
    const bool everyFunction = arguments.size() == 1;
    if (!arguments.contains(QStringLiteral("-o")))
        arguments << QStringLiteral("-o") << QStringLiteral("-,txt") << QStringLiteral("-o") << log + QStringLiteral(",txt");
    const std::unique_ptr<QObject> object = make();
    const int failed = QTest::qExec(object.get(), arguments);
    judgeTotals(log, everyFunction);
    return failed;
}

} // namespace

bool add(const char *name, MakeTest make)
{
    return classes().emplace(name, make).second;
}

void addFailure(const QString &message)
{
    ++s_failures;
    std::printf("FAIL!  : %s\n", message.toUtf8().constData());
    std::fflush(stdout);
}

int run(int argc, char **argv, MakeApplication makeApplication)
{
    if (argc < 2)
        return runEachAlone(argv[0]);
    const std::string name = argv[1];
    if (name == "--list") {
        for (const auto &[className, make] : classes())
            std::printf("%s\n", className.c_str());
        return 0;
    }
    const auto found = classes().find(name);
    if (found == classes().end()) {
        std::fprintf(stderr, "There is no test class %s here; --list names them.\n", name.c_str());
        return 2;
    }
    adoptOrphans();
    const Surroundings surroundings;
    int failed = 0;
    {
        argv[1] = argv[0];
        int count = argc - 1;
        const std::unique_ptr<QCoreApplication> application = makeApplication(count, argv + 1);
        failed = runClass(found->second, QString::fromStdString(surroundings.home()), QCoreApplication::arguments());
    }
    for (const std::string &left : endLeftovers())
        addFailure(QStringLiteral("a process was left behind: ") + QString::fromStdString(left));
    return failed + s_failures == 0 ? 0 : 1;
}

} // namespace pd::test
