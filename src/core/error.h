// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <expected>
#include <memory>

namespace pd {

/// What went wrong, as far as somebody branches on it. Prose is made of it by `desk/ErrorText` alone.
enum class ErrorKind {
    Cancelled, ///< The user (or the end of the program) stopped it. Never shown as an error.
    InvalidInput, ///< What was typed, dropped or passed cannot be used.
    NotFound, ///< A reference, a file, a folder, a program that is not there.
    Unauthenticated, ///< No credential, or one that the other side does not know.
    Denied, ///< Known, and not allowed.
    Conflict, ///< It changed meanwhile, or exists already.
    Unsupported, ///< The other side (or this system) does not offer it.
    Network, ///< No connection, a name that does not resolve, a cut.
    Tls, ///< A certificate or hand-shake that cannot be trusted.
    Timeout, ///< Nothing came for as long as we wait.
    RateLimited, ///< Asked to wait.
    Protocol, ///< An answer that breaks the protocol or a bound.
    Integrity, ///< Bytes that do not match their digest, size or signature.
    Storage, ///< The disk refused: read-only, no permission, an I/O error.
    DiskFull, ///< The disk (or the quota) is full.
    Policy, ///< The Rego or data does not parse, compile or evaluate; see `Error::diagnostics`.
    Keychain, ///< The keychain is locked, absent or was dismissed.
    Internal, ///< A defect of Policy Desk.
};

/// Whose doing it is: what the sentence to the user begins with.
enum class Blame { You, Network, Registry, Opa, Computer, Keychain, PolicyDesk };

/// One entry of a registry's `errors` array (distribution-spec 1.1, "Error Codes"). Untrusted text, at most 4 KiB each.
struct RegistryError {
    QString code;
    QString message;
    friend bool operator==(const RegistryError &, const RegistryError &) = default;
};

/// A place in a source file; `row` and `column` are 1-based, 0 where unknown.
struct Diagnostic {
    QString file; ///< As the tool named it, relative to the folder that was built.
    int row = 0;
    int column = 0;
    QString code; ///< e.g. `rego_parse_error`
    QString message;
    friend bool operator==(const Diagnostic &, const Diagnostic &) = default;
};

/// Why an act did not happen: data without prose. A value; free to copy between threads.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    Blame blame = Blame::PolicyDesk;
    QString subject; ///< What it is about: a reference, a host, a path. No secret, ever.
    QString cause; ///< A stable word for `ErrorText` ("login.ignored", "opa.missing"), not a sentence.
    QString detail; ///< Raw words of the other side or of the system, secrets cut out; shown under *Details*.
    int http = 0; ///< The status that came, 0 where none did.
    QList<RegistryError> registry; ///< What the registry said, in its order.
    QList<Diagnostic> diagnostics; ///< Places, where a compiler gave some.
    qint64 retryAfterMs = -1; ///< How long the other side asked to wait; −1 where it did not say.

    [[nodiscard]] bool isCancelled() const { return kind == ErrorKind::Cancelled; }
};

/// The kind's name as `policydeskctl --json` prints it: lower case, words joined by `-`.
[[nodiscard]] QString nameOf(ErrorKind kind);
[[nodiscard]] QString nameOf(Blame blame);

/// Everything that may fail returns one of these; nothing below `app` throws.
template <typename T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(Error error)
{
    return std::unexpected(std::move(error));
}
[[nodiscard]] std::unexpected<Error> fail(ErrorKind kind, Blame blame, QString cause, QString subject = {}, QString detail = {});
[[nodiscard]] std::unexpected<Error> cancelled();

/// The error for a failed system call on `path`: kind by `errnoValue` (ENOSPC and EDQUOT are DiskFull, ENOENT NotFound, …).
[[nodiscard]] Error systemError(int errnoValue, QString cause, QString path);

} // namespace pd
