// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox.h"

#include "outputs.h"

#include <QFile>
#include <QFileInfo>

#include <elf.h>

namespace pd::opa {

namespace {

/// OPA aborts at start with 600 MB of address space; Go reserves far more than it uses.
constexpr qint64 MaxMemory = 4LL << 30;
constexpr qint64 MaxFileSize = 1 << 20;

} // namespace

bool needsLoader(const QString &program)
{
    QFile file(program);
    Elf64_Ehdr header{};
    if (!file.open(QIODevice::ReadOnly) || file.read(reinterpret_cast<char *>(&header), sizeof header) != sizeof header)
        return false;
    if (memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 || header.e_ident[EI_CLASS] != ELFCLASS64 || header.e_phentsize != sizeof(Elf64_Phdr))
        return false;
    for (int i = 0; i < header.e_phnum; ++i) {
        Elf64_Phdr part{};
        if (!file.seek(static_cast<qint64>(header.e_phoff) + i * static_cast<qint64>(sizeof part))
            || file.read(reinterpret_cast<char *>(&part), sizeof part) != sizeof part)
            return false;
        if (part.p_type == PT_INTERP)
            return true;
    }
    return false;
}

Sandbox::Sandbox(OpaProgram opa, QString bwrap)
    : m_opa(std::move(opa))
    , m_bwrap(bwrap.isEmpty() ? findProgram(QStringLiteral("bwrap")) : std::move(bwrap))
{
}

void Sandbox::show(const QString &folder, const QString &inside)
{
    m_visible << std::pair(folder, inside);
}

void Sandbox::share(const QString &folder, const QString &inside)
{
    m_shared << std::pair(folder, inside);
}

ProcessSpec Sandbox::limited() const
{
    ProcessSpec spec;
    spec.maxMemory = MaxMemory;
    spec.maxFileSize = MaxFileSize;
    return spec;
}

ProcessSpec Sandbox::command(const QStringList &opaArguments) const
{
    QStringList arguments = {
        QStringLiteral("--unshare-all"), // network included: never --share-net
        QStringLiteral("--unshare-user"),
        QStringLiteral("--disable-userns"),
        QStringLiteral("--cap-drop"),
        QStringLiteral("ALL"),
        QStringLiteral("--clearenv"),
        QStringLiteral("--die-with-parent"),
        QStringLiteral("--new-session"),
        QStringLiteral("--tmpfs"),
        QStringLiteral("/"),
        QStringLiteral("--ro-bind"),
        QFileInfo(m_opa.path).canonicalFilePath(),
        QStringLiteral("/opa"),
    };
    if (needsLoader(m_opa.path)) {
        for (const char *folder : {"/lib", "/lib64", "/usr/lib", "/usr/lib64"})
            arguments << QStringLiteral("--ro-bind-try") << QString::fromLatin1(folder) << QString::fromLatin1(folder);
    }
    for (const auto &[folder, inside] : m_visible)
        arguments << QStringLiteral("--ro-bind") << folder << inside;
    for (const auto &[folder, inside] : m_shared)
        arguments << QStringLiteral("--bind") << folder << inside;
    arguments << QStringLiteral("--remount-ro") << QStringLiteral("/") << QStringLiteral("--chdir") << QStringLiteral("/")
              << QStringLiteral("--") << QStringLiteral("/opa") << opaArguments;
    ProcessSpec spec = limited();
    spec.program = m_bwrap;
    spec.arguments = arguments;
    return spec;
}

ProcessSpec Sandbox::bareCommand(const QStringList &opaArguments) const
{
    ProcessSpec spec = limited();
    spec.program = m_opa.path;
    spec.arguments = opaArguments;
    for (const char *name : {"HOME", "PATH", "TMPDIR"})
        spec.environment.insert(QString::fromLatin1(name), QStringLiteral("/nonexistent"));
    return spec;
}

Task<Result<Isolation>> Sandbox::probe(std::stop_token stop) const
{
    ProcessSpec spec = command({QStringLiteral("version")});
    spec.deadline = std::chrono::seconds(10);
    return probeWith(std::move(spec), !m_bwrap.isEmpty(), std::move(stop));
}

Task<Result<Isolation>> Sandbox::probeWith(ProcessSpec spec, bool haveBwrap, std::stop_token stop)
{
    if (!haveBwrap)
        co_return Isolation{Isolation::Level::None, QStringLiteral("bwrap")};
    const Result<ProcessResult> result = co_await runProcess(spec, stop);
    if (!result) {
        if (result.error().isCancelled())
            co_return std::unexpected(result.error());
        co_return Isolation{Isolation::Level::None, result.error().cause + QLatin1Char(' ') + result.error().detail};
    }
    if (result->exitCode == 0 && !parseVersion(result->out).isNull())
        co_return Isolation{Isolation::Level::Full, {}};
    co_return Isolation{Isolation::Level::None, plainText(QString::fromUtf8(result->err).trimmed(), 512)};
}

} // namespace pd::opa
