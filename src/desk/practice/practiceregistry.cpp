// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceregistry.h"

#include "bcrypt.h"
#include "core/clock.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pd::desk {

namespace {

class Socket {
public:
    Socket()
        : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
    }
    ~Socket() { ::close(m_fd); }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;
    [[nodiscard]] int fd() const { return m_fd; }

private:
    int m_fd;
};

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

/// Binds `port` (0: any) for a moment: the port when it was free, 0 when it is taken.
quint16 freePort(quint16 port)
{
    const Socket socket;
    const int one = 1;
    setsockopt(socket.fd(), SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    sockaddr_in address = loopback(port);
    if (::bind(socket.fd(), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        return 0;
    socklen_t length = sizeof address;
    if (::getsockname(socket.fd(), reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return 0;
    return ntohs(address.sin_port);
}

bool accepts(quint16 port)
{
    const Socket socket;
    const sockaddr_in address = loopback(port);
    return ::connect(socket.fd(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

Result<void> writePrivate(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(bytes) != bytes.size()
        || !file.commit())
        return std::unexpected(systemError(errno, QStringLiteral("practice.write"), path));
    return {};
}

struct Prepared {
    quint16 port = 0;
    QString configuration;
};

Result<Prepared> prepare(const PracticeRegistry::Options &options, const Secret &password)
{
    Prepared prepared;
    prepared.port = freePort(options.port);
    if (prepared.port == 0)
        return fail(ErrorKind::Conflict, Blame::Computer, QStringLiteral("practice.portTaken"), QString::number(options.port));
    for (const QString &folder : {options.dataFolder, options.runtimeFolder}) {
        if (!QDir().mkpath(folder))
            return std::unexpected(systemError(errno, QStringLiteral("practice.write"), folder));
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    auto line = htpasswdLine(PracticeRegistry::User, password);
    if (!line)
        return std::unexpected(line.error());
    const QString passwordFile = options.runtimeFolder + QStringLiteral("/htpasswd");
    prepared.configuration = options.runtimeFolder + QStringLiteral("/config.yml");
    QByteArray secret(32, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(secret.data()), secret.size() / 4);
    auto written = writePrivate(passwordFile, *line).and_then([&] {
        return writePrivate(prepared.configuration, practiceConfiguration(options.dataFolder, passwordFile, prepared.port, secret.toHex()));
    });
    if (!written)
        return std::unexpected(written.error());
    return prepared;
}

/// A JSON string is a YAML string.
QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonObject{{QStringLiteral("s"), text}}).toJson(QJsonDocument::Compact);
    return array.mid(5, array.size() - 6);
}

} // namespace

QByteArray practiceConfiguration(const QString &dataFolder, const QString &passwordFile, quint16 port, const QByteArray &secret)
{
    return "version: 0.1\n"
           "log: {level: info, accesslog: {disabled: false}}\n"
           "storage:\n"
           "  filesystem: {rootdirectory: "
        + quoted(dataFolder)
        + "}\n"
          "  delete: {enabled: true}\n"
          "http:\n"
          "  addr: 127.0.0.1:"
        + QByteArray::number(port)
        + "\n"
          "  secret: \""
        + secret
        + "\"\n"
          "auth:\n"
          "  htpasswd: {realm: practice, path: "
        + quoted(passwordFile) + "}\n";
}

QString PracticeRegistry::findProgram()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("docker-registry"));
    // Distributions call it docker-registry, the project itself registry.
    return found.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("registry")) : found;
}

Task<Result<PracticeRegistry::Running>> PracticeRegistry::start(Options options, QByteArray password, std::stop_token stop)
{
    if (options.program.isEmpty())
        options.program = co_await m_pool.run([]() -> Result<QString> { return findProgram(); }).then([](Result<QString> found) {
            return found.value_or(QString());
        });
    if (options.program.isEmpty())
        co_return fail(ErrorKind::NotFound, Blame::Computer, QStringLiteral("practice.missing"));
    m_child.reset();
    CO_TRY(const Prepared prepared,
        co_await m_pool.run([options, password = Secret(std::move(password))] { return prepare(options, password); }));

    ProcessSpec spec;
    spec.program = options.program;
    spec.arguments = {QStringLiteral("serve"), prepared.configuration};
    spec.workingFolder = options.dataFolder;
    CO_TRY(m_child, co_await ChildProcess::start(spec, stop));

    const qint64 until = m_clock.monotonicMs() + 10'000;
    while (m_clock.monotonicMs() < until) {
        if (!m_child)
            co_return cancelled(); // it was stopped meanwhile
        if (!m_child->isRunning()) {
            const QString words = QString::fromUtf8(m_child->errorTail());
            m_child.reset();
            co_return fail(ErrorKind::Internal, Blame::Computer, QStringLiteral("practice.ended"), options.program, words);
        }
        // A connect to loopback answers at once, either way.
        if (accepts(prepared.port))
            co_return Running{QStringLiteral("localhost:") + QString::number(prepared.port), prepared.port, QString::fromLatin1(User)};
        if (!co_await m_clock.sleep(std::chrono::milliseconds(20), stop)) {
            m_child.reset();
            co_return cancelled();
        }
    }
    m_child.reset();
    co_return fail(ErrorKind::Timeout, Blame::Computer, QStringLiteral("practice.silent"), options.program);
}

} // namespace pd::desk
