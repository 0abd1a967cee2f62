// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain.h"

#include "core/thread.h"
#include "secretservice.h"

#include <QStringDecoder>

#include <qt6keychain/keychain.h>

namespace pd::secrets {

namespace {

using Backend = SecretService::Backend;

std::unexpected<Error> keychainError(const char *cause, const QString &key, const QString &detail = {})
{
    return fail(ErrorKind::Keychain, Blame::Keychain, QString::fromLatin1(cause), key, detail);
}

/// What is known before a job runs: only that tells afterwards a dismissed prompt from an entry that is not there.
struct Before {
    Backend backend = Backend::None;
    bool exists = false;
    bool locked = false;
};

struct JobEnd {
    QKeychain::Error error = QKeychain::NoError;
    QString text;
    Secret value;
};

QMap<QString, QString> attributesOf(const QString &service, const QString &key)
{
    return {{QStringLiteral("server"), service}, {QStringLiteral("user"), key}};
}

Task<Result<Before>> lookFirst(QString service, QString key, std::stop_token stop)
{
    CO_TRY(const Backend backend, co_await SecretService::backend(stop));
    if (backend == Backend::None)
        co_return keychainError("keychain.absent", key);
    if (backend == Backend::KWallet)
        co_return Before{backend, true, false};
    CO_TRY(const auto found, co_await SecretService::search(attributesOf(service, key), stop));
    co_return Before{backend, found.open + found.locked > 0, found.open == 0 && found.locked > 0};
}

Task<Result<JobEnd>> runJob(QKeychain::Job *job, QString key, std::stop_token stop)
{
    job->setInsecureFallback(false);
    job->setKey(key);
    const Completion<Result<JobEnd>> done;
    QObject::connect(job, &QKeychain::Job::finished, job, [resolver = done.resolver()](QKeychain::Job *ended) {
        JobEnd end{ended->error(), ended->errorString(), {}};
        // The job's own copy of the secret lives until its deleteLater.
        if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(ended); read && !end.error)
            end.value = Secret(read->binaryData());
        resolver.resolve(std::move(end));
    });
    job->start();
    const std::stop_callback onStop(stop, [resolver = done.resolver()] { resolver.resolve(cancelled()); });
    co_return co_await done;
}

std::unexpected<Error> jobError(const JobEnd &end, const QString &key, bool prompted)
{
    switch (end.error) {
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: return keychainError("keychain.absent", key, end.text);
    case QKeychain::AccessDeniedByUser: return keychainError("keychain.dismissed", key, end.text);
    case QKeychain::AccessDenied: return keychainError(prompted ? "keychain.dismissed" : "keychain.locked", key, end.text);
    default: return keychainError(prompted ? "keychain.dismissed" : "keychain.failed", key, end.text);
    }
}

Task<Result<Keychain::State>> stateHere(std::stop_token stop)
{
    const Result<Backend> backend = co_await SecretService::backend(stop);
    if (!backend && backend.error().cause != QLatin1StringView("keychain.absent"))
        co_return std::unexpected(backend.error());
    if (!backend || *backend == Backend::None)
        co_return Keychain::State::Absent;
    if (*backend == Backend::KWallet)
        co_return Keychain::State::Open;
    const Result<bool> locked = co_await SecretService::isDefaultLocked(stop);
    if (!locked && locked.error().cause == QLatin1StringView("keychain.absent"))
        co_return Keychain::State::Absent;
    if (!locked)
        co_return std::unexpected(locked.error());
    co_return *locked ? Keychain::State::Locked : Keychain::State::Open;
}

Task<Result<std::optional<Secret>>> readHere(QString service, QString key, Ask ask, std::stop_token stop)
{
    CO_TRY(const Before before, co_await lookFirst(service, key, stop));
    if (!before.exists)
        co_return std::optional<Secret>();
    if (before.locked && ask == Ask::Nobody)
        co_return keychainError("keychain.locked", key);
    CO_TRY(JobEnd end, co_await runJob(new QKeychain::ReadPasswordJob(service), key, stop));
    if (end.error == QKeychain::NoError)
        co_return std::optional<Secret>(std::move(end.value));
    if (end.error == QKeychain::EntryNotFound && !before.locked)
        co_return std::optional<Secret>();
    co_return jobError(end, key, before.locked);
}

Task<Result<void>> writeHere(QString service, QString key, Secret secret, Ask ask, std::stop_token stop)
{
    CO_TRY(const Before before, co_await lookFirst(service, key, stop));
    bool locked = false;
    if (before.backend == Backend::SecretService) {
        CO_TRY(const bool isLocked, co_await SecretService::isDefaultLocked(stop));
        locked = isLocked;
    }
    if (locked && ask == Ask::Nobody)
        co_return keychainError("keychain.locked", key);
    auto *job = new QKeychain::WritePasswordJob(service);
    // As text: only then is the stored value the token itself (binary data is stored as base64).
    job->setTextData(QString::fromUtf8(secret.expose()));
    CO_TRY(const JobEnd end, co_await runJob(job, key, stop));
    if (end.error != QKeychain::NoError)
        co_return jobError(end, key, locked);
    co_return {};
}

Task<Result<void>> removeHere(QString service, QString key, Ask ask, std::stop_token stop)
{
    CO_TRY(const Before before, co_await lookFirst(service, key, stop));
    if (!before.exists)
        co_return {};
    if (before.locked && ask == Ask::Nobody)
        co_return keychainError("keychain.locked", key);
    CO_TRY(const JobEnd end, co_await runJob(new QKeychain::DeletePasswordJob(service), key, stop));
    if (end.error != QKeychain::NoError && end.error != QKeychain::EntryNotFound)
        co_return jobError(end, key, before.locked);
    if (before.backend != Backend::SecretService)
        co_return {};
    CO_TRY(const auto left, co_await SecretService::search(attributesOf(service, key), stop));
    if (left.open + left.locked > 0)
        co_return keychainError(before.locked ? "keychain.dismissed" : "keychain.failed", key);
    co_return {};
}

} // namespace

Keychain::Keychain(Mailbox &gui, QString service)
    : m_gui(gui)
    , m_service(std::move(service))
{
}

Task<Result<Keychain::State>> Keychain::state(std::stop_token stop) const
{
    return callIn(m_gui, [stop] { return stateHere(stop); });
}

Task<Result<std::optional<Secret>>> Keychain::read(QString key, Ask ask, std::stop_token stop) const
{
    return callIn(m_gui, [service = m_service, key = std::move(key), ask, stop] { return readHere(service, key, ask, stop); });
}

Task<Result<void>> Keychain::write(QString key, Secret secret, Ask ask, std::stop_token stop) const
{
    const QByteArray &bytes = secret.expose();
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    if (bytes.isEmpty() || bytes.contains('\0') || decoder.hasError())
        co_return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("keychain.notText"), key);
    co_return co_await callIn(m_gui, [service = m_service, key = std::move(key), secret = std::move(secret), ask, stop]() mutable {
        return writeHere(service, key, std::move(secret), ask, stop);
    });
}

Task<Result<void>> Keychain::remove(QString key, Ask ask, std::stop_token stop) const
{
    return callIn(m_gui, [service = m_service, key = std::move(key), ask, stop] { return removeHere(service, key, ask, stop); });
}

} // namespace pd::secrets
