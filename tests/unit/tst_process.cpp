// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "core/process.h"
#include "support/await.h"
#include "support/result.h"
#include "support/runner.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pd;
using pd::test::await;
using namespace std::chrono_literals;

namespace {

ProcessSpec shell(const QString &script)
{
    ProcessSpec spec;
    spec.program = QStringLiteral("/bin/sh");
    spec.arguments = {QStringLiteral("-c"), script};
    return spec;
}

/// Gone, or a zombie that waits for whoever inherited it.
bool isGone(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return true;
    const QByteArray text = stat.readAll();
    return text.mid(text.lastIndexOf(')') + 2, 1) == "Z";
}

qint64 readPid(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
}

} // namespace

class TestProcess final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesOutputAndExitCode()
    {
        ProcessSpec spec = shell(QStringLiteral("cat; echo bad >&2; exit 3"));
        spec.input = QByteArray("in\0put", 6);
        const auto result = await(runProcess(spec, {}));
        VERIFY_RESULT(result);
        QCOMPARE(result->exitCode, 3);
        QCOMPARE(result->out, QByteArray("in\0put", 6));
        QCOMPARE(result->err, QByteArray("bad\n"));
    }

    void takesLargeInput()
    {
        ProcessSpec spec = shell(QStringLiteral("wc -c"));
        spec.input = QByteArray(3'000'000, 'x');
        const auto result = await(runProcess(spec, {}));
        VERIFY_RESULT(result);
        QCOMPARE(result->out.trimmed(), QByteArray("3000000"));
    }

    void environmentIsBuiltFromNothing()
    {
        qputenv("PD_TEST_PLANTED", "planted");
        const auto plain = await(runProcess(shell(QStringLiteral("env")), {}));
        ProcessSpec spec = shell(QStringLiteral("env"));
        spec.environment.insert(QStringLiteral("PD_ADDED"), QStringLiteral("a b"));
        const auto added = await(runProcess(spec, {}));
        qunsetenv("PD_TEST_PLANTED");
        VERIFY_RESULT(plain);
        VERIFY_RESULT(added);
        QVERIFY(!plain->out.contains("planted"));
        QVERIFY(!added->out.contains("planted"));
        QVERIFY(added->out.contains("PD_ADDED=a b\n"));
        QVERIFY(plain->out.contains("LANG=C.UTF-8\n"));
        QVERIFY(plain->out.contains("HOME="));
    }

    void hasItsOwnSessionAndNoDescriptors()
    {
        const int leaked = ::open("/dev/null", O_RDONLY); // without O_CLOEXEC, on purpose
        QVERIFY(leaked > 2);
        const auto result
            = await(runProcess(shell(QStringLiteral("ls /proc/$$/fd | wc -l; cut -d' ' -f6 /proc/$$/stat; echo $$; ulimit -c")), {}));
        ::close(leaked);
        VERIFY_RESULT(result);
        const QList<QByteArray> lines = result->out.split('\n');
        QVERIFY2(lines[0].toInt() <= 4, lines[0].constData()); // 0, 1, 2 and one of the shell's own
        QCOMPARE(lines[1], lines[2]);
        QCOMPARE(lines[3], QByteArray("0"));
    }

    void failures_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("cause");
        QTest::newRow("missing") << QStringLiteral("/no/such/program") << QString() << QStringLiteral("process.missing");
        QTest::newRow("relative") << QStringLiteral("sh") << QString() << QStringLiteral("process.missing");
        QTest::newRow("folder") << QStringLiteral("/bin") << QString() << QStringLiteral("process.missing");
        QTest::newRow("not executable") << QStringLiteral("/etc/passwd") << QString() << QStringLiteral("process.start");
        QTest::newRow("working folder") << QStringLiteral("/bin/sh") << QStringLiteral("/no/such") << QStringLiteral("process.folder");
    }

    void failures()
    {
        QFETCH(QString, program);
        QFETCH(QString, folder);
        QFETCH(QString, cause);
        ProcessSpec spec;
        spec.program = program;
        spec.workingFolder = folder;
        const auto result = await(runProcess(spec, {}));
        QVERIFY(!result);
        QCOMPARE(result.error().cause, cause);
        const auto child = await(ChildProcess::start(spec, {}));
        QVERIFY(!child);
        QCOMPARE(child.error().cause, cause);
    }

    void outputIsCapped_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("stdout") << QStringLiteral("yes");
        QTest::newRow("stderr") << QStringLiteral("yes >&2");
    }

    void outputIsCapped()
    {
        QFETCH(QString, script);
        ProcessSpec spec = shell(script);
        spec.maxOutput = 100'000;
        const auto result = await(runProcess(spec, {}));
        QVERIFY(!result);
        QVERIFY(result.error().kind == ErrorKind::Protocol);
        QCOMPARE(result.error().cause, QStringLiteral("process.output"));
    }

    void outputUpToTheCapIsTaken()
    {
        ProcessSpec spec = shell(QStringLiteral("head -c 100000 /dev/zero"));
        spec.maxOutput = 100'000;
        const auto result = await(runProcess(spec, {}));
        VERIFY_RESULT(result);
        QCOMPARE(result->out.size(), 100'000);
    }

    void deadlineEndsTheWholeGroup()
    {
        const QTemporaryDir folder;
        ProcessSpec spec = shell(QStringLiteral("sleep 600 & echo $! > \"%1/pid\"; wait").arg(folder.path()));
        spec.deadline = 500ms;
        const auto result = await(runProcess(spec, {}));
        QVERIFY(!result);
        QVERIFY(result.error().kind == ErrorKind::Timeout);
        const qint64 grandchild = readPid(folder.filePath(QStringLiteral("pid")));
        QVERIFY(grandchild > 0);
        QTRY_VERIFY(isGone(grandchild));
    }

    void whatIgnoresTermIsKilled()
    {
        ProcessSpec spec = shell(QStringLiteral("trap '' TERM; while :; do sleep 0.1; done"));
        spec.deadline = 200ms;
        QElapsedTimer timer;
        timer.start();
        const auto result = await(runProcess(spec, {}));
        QVERIFY(!result);
        QCOMPARE(result.error().cause, QStringLiteral("process.deadline"));
        QVERIFY(timer.elapsed() >= 2'000);
    }

    void whatIsLeftBehindIsKilled()
    {
        const QTemporaryDir folder;
        const auto result = await(runProcess(shell(QStringLiteral("sleep 600 >/dev/null 2>&1 & echo $!")), {}));
        VERIFY_RESULT(result);
        const qint64 grandchild = result->out.trimmed().toLongLong();
        QVERIFY(grandchild > 0);
        QTRY_VERIFY(isGone(grandchild));
    }

    void stopEndsIt()
    {
        std::stop_source source;
        auto task = runProcess(shell(QStringLiteral("sleep 600")), source.get_token());
        QVERIFY(!task.isReady());
        source.request_stop();
        const auto result = await(std::move(task));
        QVERIFY(!result);
        QVERIFY(result.error().isCancelled());
        QVERIFY(await(runProcess(shell(QStringLiteral("true")), source.get_token())).error().isCancelled());
    }

    void crashIsAnErrorWithItsLastWords()
    {
        const auto result = await(runProcess(shell(QStringLiteral("echo words >&2; kill -SEGV $$")), {}));
        QVERIFY(!result);
        QCOMPARE(result.error().cause, QStringLiteral("process.crashed"));
        QCOMPARE(result.error().detail, QStringLiteral("words\n"));
    }

    void memoryIsLimited()
    {
        ProcessSpec spec = shell(QStringLiteral("ulimit -v"));
        spec.maxMemory = 64 << 20;
        const auto result = await(runProcess(spec, {}));
        VERIFY_RESULT(result);
        QCOMPARE(result->out.trimmed(), QByteArray("65536"));
    }

    void filesAreLimited()
    {
        const QTemporaryDir folder;
        ProcessSpec spec = shell(QStringLiteral("head -c 200000 /dev/zero > big"));
        spec.workingFolder = folder.path();
        spec.maxFileSize = 100 << 10;
        await(runProcess(spec, {}));
        QCOMPARE(QFileInfo(folder.filePath(QStringLiteral("big"))).size(), 100 << 10);
    }

    void diesWithTheParent()
    {
        // A process that starts a child by this very code and is then killed without a chance to clean up.
        int channel[2];
        QCOMPARE(::pipe(channel), 0);
        const pid_t middle = ::fork();
        if (middle == 0) {
            ProcessSpec spec = shell(QStringLiteral("exec sleep 600"));
            auto task = ChildProcess::start(spec, {});
            QElapsedTimer timer;
            timer.start();
            while (!task.isReady() && timer.elapsed() < 5'000)
                QCoreApplication::processEvents();
            // The Task's own value is not needed: the process lives as long as the frame.
            QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(::getpid()));
            const QByteArray pid = children.open(QIODevice::ReadOnly) ? children.readAll().simplified() : QByteArray();
            [[maybe_unused]] const auto written = ::write(channel[1], pid.constData(), static_cast<size_t>(pid.size()));
            ::kill(::getpid(), SIGKILL);
        }
        ::close(channel[1]);
        char buffer[32] = {};
        const auto got = ::read(channel[0], buffer, sizeof buffer - 1);
        ::close(channel[0]);
        int status = 0;
        ::waitpid(middle, &status, 0);
        QVERIFY(got > 0);
        const qint64 child = QByteArray(buffer).toLongLong();
        QVERIFY(child > 1);
        QTRY_VERIFY(isGone(child));
    }

    void childProcessTellsItsEnd()
    {
        auto child = await(ChildProcess::start(shell(QStringLiteral("echo one >&2; exit 4")), {}));
        VERIFY_RESULT(child);
        QCOMPARE(await((*child)->ended()), 4);
        QVERIFY(!(*child)->isRunning());
        QCOMPARE(await((*child)->ended()), 4); // who asks late is told as well
        QCOMPARE((*child)->errorTail(), QByteArray("one\n"));
    }

    void childProcessDiesWithItsObject()
    {
        auto child = await(ChildProcess::start(shell(QStringLiteral("yes >&2 & exec sleep 600")), {}));
        VERIFY_RESULT(child);
        const qint64 pid = (*child)->processId();
        QVERIFY(pid > 1);
        QTRY_COMPARE((*child)->errorTail().size(), 64 << 10);
        child->reset();
        QVERIFY(isGone(pid));
    }

    void findsProgramsOnThePath()
    {
        QCOMPARE(QFileInfo(findProgram(QStringLiteral("sh"))).fileName(), QStringLiteral("sh"));
        QVERIFY(findProgram(QStringLiteral("no-such-program-here")).isEmpty());
    }
};

PD_TEST(TestProcess)
#include "tst_process.moc"
