// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyringsession.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <sys/prctl.h>

namespace pd::test {

namespace {

constexpr int PatienceMs = 20'000;

std::unique_ptr<QProcess> child(const QProcessEnvironment &environment)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    return process;
}

void end(std::unique_ptr<QProcess> &process)
{
    if (!process)
        return;
    process->terminate();
    if (!process->waitForFinished(PatienceMs))
        process->kill();
    process->waitForFinished(PatienceMs);
    process.reset();
}

QByteArray busConfig(const QString &socket, bool services)
{
    return QByteArray("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
                      "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\"><busconfig><type>session</type><listen>unix:path=")
        + socket.toUtf8() + "</listen><auth>EXTERNAL</auth>" + (services ? "<standard_session_servicedirs/>" : "")
        + "<policy context=\"default\"><allow send_destination=\"*\"/><allow eavesdrop=\"false\"/><allow own=\"*\"/></policy></busconfig>";
}

} // namespace

const QByteArray KeyringSession::Password = QByteArrayLiteral("correct horse");

KeyringSession::KeyringSession()
    : m_home(QDir::tempPath() + QStringLiteral("/ks-XXXXXX"))
    , m_environment(QProcessEnvironment::systemEnvironment())
{
    m_environment.insert(QStringLiteral("HOME"), home());
    for (const auto &[name, folder] : {std::pair("XDG_CONFIG_HOME", ".config"), std::pair("XDG_DATA_HOME", ".local/share"),
             std::pair("XDG_CACHE_HOME", ".cache"), std::pair("XDG_RUNTIME_DIR", "run"), std::pair("TMPDIR", "tmp")}) {
        const QString path = m_home.filePath(QString::fromLatin1(folder));
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_environment.insert(QString::fromLatin1(name), path);
    }
    m_environment.remove(QStringLiteral("GNOME_KEYRING_CONTROL"));
    m_environment.insert(
        QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=") + m_home.filePath(QStringLiteral("run/none")));
}

KeyringSession::~KeyringSession()
{
    logOut();
}

bool KeyringSession::startBus(Services services)
{
    const QString socket = m_home.filePath(QStringLiteral("run/bus"));
    QFile config(m_home.filePath(QStringLiteral("bus.conf")));
    if (!config.open(QIODevice::WriteOnly))
        return false;
    config.write(busConfig(socket, services == Services::Usual));
    config.close();
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=") + socket);
    m_bus = child(m_environment);
    m_bus->setStandardErrorFile(m_home.filePath(QStringLiteral("bus.log")));
    m_bus->start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--nofork"), QStringLiteral("--print-address"), QStringLiteral("--config-file=") + config.fileName()});
    return m_bus->waitForReadyRead(PatienceMs);
}

bool KeyringSession::startKeyring(Lock lock)
{
    m_keyring = child(m_environment);
    m_keyring->setStandardOutputFile(QProcess::nullDevice());
    m_keyring->setStandardErrorFile(m_home.filePath(QStringLiteral("keyring.log")));
    QStringList arguments{QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
    if (lock == Lock::Unlocked)
        arguments << QStringLiteral("--unlock");
    m_keyring->start(QStringLiteral("gnome-keyring-daemon"), arguments);
    if (lock == Lock::Unlocked)
        m_keyring->write(Password);
    m_keyring->closeWriteChannel();
    QElapsedTimer timer;
    timer.start();
    const QStringList owner{QStringLiteral("--session"), QStringLiteral("--print-reply"), QStringLiteral("--dest=org.freedesktop.DBus"),
        QStringLiteral("/"), QStringLiteral("org.freedesktop.DBus.GetNameOwner"), QStringLiteral("string:org.freedesktop.secrets")};
    while (timer.elapsed() < PatienceMs) {
        m_keyring->waitForFinished(20); // lets it read its input, too
        if (run(QStringLiteral("dbus-send"), owner).status == 0)
            return true;
    }
    return false;
}

void KeyringSession::logOut()
{
    end(m_keyring);
    end(m_bus);
}

KeyringSession::Ran KeyringSession::run(const QString &program, const QStringList &arguments, const QByteArray &input) const
{
    const std::unique_ptr<QProcess> process = start(program, arguments);
    process->write(input);
    process->closeWriteChannel();
    return finish(*process);
}

std::unique_ptr<QProcess> KeyringSession::start(const QString &program, const QStringList &arguments) const
{
    std::unique_ptr<QProcess> process = child(m_environment);
    process->start(program, arguments);
    process->waitForStarted(PatienceMs);
    return process;
}

KeyringSession::Ran KeyringSession::finish(QProcess &process)
{
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(PatienceMs)) {
        process.kill();
        process.waitForFinished(PatienceMs);
        return {-1, QByteArrayLiteral("did not end"), process.readAllStandardError()};
    }
    return {process.exitCode(), process.readAllStandardOutput().trimmed(), process.readAllStandardError()};
}

} // namespace pd::test
