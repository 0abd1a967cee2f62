// SPDX-License-Identifier: GPL-3.0-or-later
#include "download.h"

#include "oci/digest.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>

#include <unistd.h>

namespace pd::opa {

namespace {

/// The pin, from packaging/opa-version: one version, a digest a processor.
constexpr auto PinnedVersion = PD_OPA_DOWNLOAD_VERSION;
constexpr auto UrlTemplate = "https://openpolicyagent.org/downloads/v%1/opa_linux_%2_static";
struct Pin {
    const char *architecture;
    const char *name;
    const char *sha256;
};
constexpr Pin Pins[] = {
    {"x86_64", "amd64", PD_OPA_DOWNLOAD_SHA256_AMD64},
    {"arm64", "arm64", PD_OPA_DOWNLOAD_SHA256_ARM64},
};

constexpr qint64 MaxProgram = 256 << 20;

/// A file that is gone again unless it is kept, and the digest of what went into it.
class ProgramSink final : public http::Sink {
public:
    explicit ProgramSink(const QString &folder)
        : m_file(std::make_unique<QTemporaryFile>(folder + QStringLiteral("/.opa-XXXXXX")))
    {
        m_file->setAutoRemove(false);
    }
    ~ProgramSink() override
    {
        if (!m_path.isEmpty())
            QFile::remove(m_path);
    }
    ProgramSink(const ProgramSink &) = delete;
    ProgramSink &operator=(const ProgramSink &) = delete;

    Result<void> open()
    {
        if (!m_file->open())
            return std::unexpected(systemError(errno, QStringLiteral("opa.folder"), m_file->fileTemplate()));
        m_path = m_file->fileName();
        return {};
    }
    Result<void> begin(const http::Response &) override
    {
        m_hash = oci::Hasher();
        if (!m_file->resize(0) || !m_file->seek(0))
            return std::unexpected(systemError(errno, QStringLiteral("opa.folder"), m_path));
        return {};
    }
    Result<void> write(QByteArrayView bytes) override
    {
        m_hash.add(bytes);
        if (m_file->write(bytes.data(), bytes.size()) != bytes.size())
            return std::unexpected(systemError(errno, QStringLiteral("opa.folder"), m_path));
        return {};
    }

    [[nodiscard]] QString sha256() { return m_hash.finish().hex(); }
    [[nodiscard]] QString path() const { return m_path; }

    /// On the disk for good, still under its temporary name, and ready to run.
    Result<void> finish()
    {
        const auto everybody = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        const bool good = m_file->flush() && m_file->setPermissions(everybody | QFile::WriteOwner) && ::fsync(m_file->handle()) == 0;
        if (!good)
            return std::unexpected(systemError(errno, QStringLiteral("opa.folder"), m_path));
        m_file.reset(); // a program that is open for writing cannot be started, and close() of a QTemporaryFile leaves it open
        return {};
    }
    Result<void> moveTo(const QString &place)
    {
        if (::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(place).constData()) != 0)
            return std::unexpected(systemError(errno, QStringLiteral("opa.folder"), place));
        m_path.clear();
        return {};
    }

private:
    std::unique_ptr<QTemporaryFile> m_file;
    QString m_path;
    oci::Hasher m_hash;
};

Error statusError(const http::Response &response, const QUrl &url)
{
    const bool gone = response.status == 404 || response.status == 410;
    Error error = fail(gone ? ErrorKind::NotFound : ErrorKind::Network, Blame::Network, QStringLiteral("opa.noRelease"),
        url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery))
                      .error();
    error.http = response.status;
    return error;
}

} // namespace

Result<GetOpa> pinnedRelease(const QString &dataFolder, const QString &architecture)
{
    for (const Pin &pin : Pins) {
        if (architecture != QLatin1StringView(pin.architecture))
            continue;
        GetOpa what;
        what.url = QUrl(QString::fromLatin1(UrlTemplate).arg(QLatin1StringView(PinnedVersion), QLatin1StringView(pin.name)));
        what.sha256 = pin.sha256;
        what.version = QVersionNumber::fromString(QLatin1StringView(PinnedVersion));
        what.dataFolder = dataFolder;
        return what;
    }
    return fail(ErrorKind::Unsupported, Blame::Opa, QStringLiteral("opa.noRelease"), architecture);
}

Task<Result<OpaProgram>> download(GetOpa what, http::Transport &transport, ProgressSink &progress, std::stop_token stop)
{
    const QString place = downloadedPath(what.dataFolder);
    const QString folder = QFileInfo(place).path();
    if (!QDir().mkpath(folder))
        co_return std::unexpected(systemError(errno, QStringLiteral("opa.folder"), folder));
    ProgramSink sink(folder);
    CO_TRY(sink.open());
    http::Request request;
    request.url = what.url;
    request.limits.maxBody = MaxProgram;
    request.limits.total = std::chrono::milliseconds(0);
    request.interactive = true;
    const http::ProgressFn report = [&progress](qint64, qint64 received) {
        progress.report(Progress{Progress::Phase::Transferring, QStringLiteral("opa"), received, -1, false});
    };
    CO_TRY(const http::Response response, co_await transport.send(std::move(request), &sink, report, stop));
    if (!response.isSuccess())
        co_return std::unexpected(statusError(response, what.url));
    if (const QString sum = sink.sha256(); sum != QString::fromLatin1(what.sha256))
        co_return fail(
            ErrorKind::Integrity, Blame::Network, QStringLiteral("opa.checksum"), what.url.toDisplayString(QUrl::RemoveUserInfo), sum);
    CO_TRY(sink.finish());
    progress.report(Progress{Progress::Phase::Finishing, QStringLiteral("opa"), response.received, response.received, false});
    CO_TRY(OpaProgram opa, co_await probe(sink.path(), OpaProgram::Origin::DataFolder, stop));
    CO_TRY(sink.moveTo(place));
    opa.path = place;
    progress.report(Progress{Progress::Phase::Done, QStringLiteral("opa"), response.received, response.received, false});
    co_return opa;
}

} // namespace pd::opa
