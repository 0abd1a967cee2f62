// SPDX-License-Identifier: GPL-3.0-or-later
#include "error.h"

#include <cerrno>
#include <system_error>

namespace pd {

QString nameOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled: return QStringLiteral("cancelled");
    case ErrorKind::InvalidInput: return QStringLiteral("invalid-input");
    case ErrorKind::NotFound: return QStringLiteral("not-found");
    case ErrorKind::Unauthenticated: return QStringLiteral("unauthenticated");
    case ErrorKind::Denied: return QStringLiteral("denied");
    case ErrorKind::Conflict: return QStringLiteral("conflict");
    case ErrorKind::Unsupported: return QStringLiteral("unsupported");
    case ErrorKind::Network: return QStringLiteral("network");
    case ErrorKind::Tls: return QStringLiteral("tls");
    case ErrorKind::Timeout: return QStringLiteral("timeout");
    case ErrorKind::RateLimited: return QStringLiteral("rate-limited");
    case ErrorKind::Protocol: return QStringLiteral("protocol");
    case ErrorKind::Integrity: return QStringLiteral("integrity");
    case ErrorKind::Storage: return QStringLiteral("storage");
    case ErrorKind::DiskFull: return QStringLiteral("disk-full");
    case ErrorKind::Policy: return QStringLiteral("policy");
    case ErrorKind::Keychain: return QStringLiteral("keychain");
    case ErrorKind::Internal: return QStringLiteral("internal");
    }
    return QStringLiteral("internal");
}

QString nameOf(Blame blame)
{
    switch (blame) {
    case Blame::You: return QStringLiteral("you");
    case Blame::Network: return QStringLiteral("network");
    case Blame::Registry: return QStringLiteral("registry");
    case Blame::Opa: return QStringLiteral("opa");
    case Blame::Computer: return QStringLiteral("computer");
    case Blame::Keychain: return QStringLiteral("keychain");
    case Blame::PolicyDesk: return QStringLiteral("policy-desk");
    }
    return QStringLiteral("policy-desk");
}

std::unexpected<Error> fail(ErrorKind kind, Blame blame, QString cause, QString subject, QString detail)
{
    Error error;
    error.kind = kind;
    error.blame = blame;
    error.cause = std::move(cause);
    error.subject = std::move(subject);
    error.detail = std::move(detail);
    return std::unexpected(std::move(error));
}

std::unexpected<Error> cancelled()
{
    return fail(ErrorKind::Cancelled, Blame::You, QStringLiteral("cancelled"));
}

Error systemError(int errnoValue, QString cause, QString path)
{
    Error error;
    error.blame = Blame::Computer;
    error.cause = std::move(cause);
    error.subject = std::move(path);
    error.detail = QString::fromStdString(std::generic_category().message(errnoValue));
    switch (errnoValue) {
    case ENOSPC:
    case EDQUOT: error.kind = ErrorKind::DiskFull; break;
    // What was to be written is not missing: its folder could not be made.
    case ENOENT: error.kind = error.cause.endsWith(QLatin1StringView(".write")) ? ErrorKind::Storage : ErrorKind::NotFound; break;
    case EEXIST: error.kind = ErrorKind::Conflict; break;
    case ETIMEDOUT: error.kind = ErrorKind::Timeout; break;
    default: error.kind = ErrorKind::Storage; break;
    }
    return error;
}

} // namespace pd
