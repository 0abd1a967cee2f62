// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceverb.h"

#include "desk/practice/practiceregistry.h"
#include "secrets/credentialstore.h"

#include <QRandomGenerator>

namespace pd::desk {

namespace {

QByteArray randomPassword()
{
    QByteArray bytes(24, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

Task<Result<Receipt>> PracticeVerb::start(quint16 port, std::stop_token stop)
{
    const qint64 started = m_services.clock.monotonicMs();
    PracticeRegistry::Options options;
    options.dataFolder = m_services.paths.data + QStringLiteral("/practice");
    options.runtimeFolder = m_services.paths.runtime + QStringLiteral("/practice");
    options.port = port;
    // A new password at every start: the registry reads it from a file that is made anew, and nobody else needs it.
    Secret password(randomPassword());
    CO_TRY(const PracticeRegistry::Running running, co_await m_services.practice.start(options, password.expose(), stop));

    secrets::Account account;
    account.host = running.host;
    account.user = running.user;
    account.token = password.clone();
    auto kept = co_await m_services.credentials.signIn(std::move(account), secrets::CredentialStore::Keep::Keychain, stop);
    if (!kept && kept.error().kind == ErrorKind::Keychain) {
        secrets::Account again;
        again.host = running.host;
        again.user = running.user;
        again.token = password.clone();
        kept = co_await m_services.credentials.signIn(std::move(again), secrets::CredentialStore::Keep::UntilQuit, stop);
    }
    CO_TRY(std::move(kept));
    m_services.forget(running.host);

    Receipt receipt;
    receipt.verb = QStringLiteral("practice");
    receipt.reference = running.host;
    receipt.user = running.user;
    receipt.path = options.dataFolder;
    co_return co_await keepReceipt(m_services, receipt, started);
}

Task<Result<Receipt>> PracticeVerb::stop(QString host)
{
    const qint64 started = m_services.clock.monotonicMs();
    m_services.practice.stop();
    Receipt receipt;
    receipt.verb = QStringLiteral("practice-stop");
    receipt.reference = host;
    co_return co_await keepReceipt(m_services, receipt, started);
}

} // namespace pd::desk
