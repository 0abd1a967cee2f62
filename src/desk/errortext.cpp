// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext.h"

#include "errorwords.h"
#include "opa/outputs.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace pd::desk {

namespace {

#define T(text) QT_TR_NOOP(text) // lupdate knows it by this name, see tests/checks/translations.py

/// Where no cause is known, the kind still says something true.
Words wordsFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled: return {"", T("Cancelled"), "", "", Remedy::None, ""};
    case ErrorKind::InvalidInput: return {"", T("%1 cannot be used"), "", "", Remedy::None, ""};
    case ErrorKind::NotFound: return {"", T("%1 was not found"), "", "", Remedy::Retry, T("Look again")};
    case ErrorKind::Unauthenticated: return {"", T("%1 asks for an account"), "", T("Sign in."), Remedy::SignIn, T("Sign in…")};
    case ErrorKind::Denied: return {"", T("%1 was refused"), "", T("Sign in with an account that may."), Remedy::SignIn, T("Sign in…")};
    case ErrorKind::Conflict: return {"", T("%1 changed meanwhile"), "", T("Look again, then decide."), Remedy::Reload, T("Look again")};
    case ErrorKind::Unsupported: return {"", T("%1 does not offer this"), "", "", Remedy::None, ""};
    case ErrorKind::Network: return {"", T("%1 cannot be reached"), "", T("Check your connection."), Remedy::Retry, T("Try again")};
    case ErrorKind::Tls:
        return {"", T("The connection to %1 cannot be trusted"), T("No token was sent."), "", Remedy::Retry, T("Try again")};
    case ErrorKind::Timeout: return {"", T("%1 took too long"), "", "", Remedy::Retry, T("Try again")};
    case ErrorKind::RateLimited: return {"", T("%1 asks to wait"), "", T("Try again a little later."), Remedy::Retry, T("Try again")};
    case ErrorKind::Protocol:
        return {"", T("%1 gave an answer that makes no sense"), T("It breaks the rules of the protocol, so nothing of it was used."), "",
            Remedy::Retry, T("Try again")};
    case ErrorKind::Integrity:
        return {"", T("The bytes of %1 are not what their digest says"), T("They were thrown away."),
            T("Try again. If it stays so, tell the registry's owner."), Remedy::Retry, T("Try again")};
    case ErrorKind::Storage:
        return {"", T("%1 cannot be read or written"), T("Nothing was changed."), T("Check the folder's permissions."), Remedy::Retry,
            T("Try again")};
    case ErrorKind::DiskFull:
        return {"", T("The disk is full"), T("%1 could not be written; nothing was changed."), T("Make room, then try again."),
            Remedy::FreeSpace, T("Show the folder")};
    case ErrorKind::Policy:
        return {"", T("The policy is not right"), "", T("The store is as it was."), Remedy::ShowPlace, T("Show the place")};
    case ErrorKind::Keychain:
        return {"", T("The keychain did not help"), T("Nothing was written in clear text instead."), "", Remedy::Retry, T("Try again")};
    case ErrorKind::Internal: break;
    }
    return {"", T("Something went wrong in Policy Desk"), T("This is a defect of ours."), T("Please report it, with the details."),
        Remedy::None, ""};
}

/// Whose doing it is, for a message that has none of its own.
const char *doing(Blame blame)
{
    switch (blame) {
    case Blame::You: return "";
    case Blame::Network: return T("The network's doing.");
    case Blame::Registry: return T("The registry's doing.");
    case Blame::Opa: return T("OPA says so.");
    case Blame::Computer: return T("This computer says so.");
    case Blame::Keychain: return T("The keychain's doing.");
    case Blame::PolicyDesk: return "";
    }
    return "";
}

#undef T

QString tr(const char *text)
{
    return *text ? QCoreApplication::translate("pd::desk", text) : QString();
}

/// Untrusted text inside a sentence: no control or direction characters, not endless, isolated from the direction of what is around it.
QString inSentence(QString text)
{
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    if (text.size() > 200)
        text = text.first(199) + QChar(0x2026);
    return text;
}

/// The message of a diagnostic, with the file that it is about.
QString placed(const Diagnostic &diagnostic)
{
    const QString file = diagnostic.file.section(QLatin1Char('/'), -1);
    return file.isEmpty() ? diagnostic.message : QString(file + QStringLiteral(": ") + diagnostic.message);
}

QString detailsOf(const Error &error)
{
    QStringList lines;
    if (error.http)
        lines.append(QStringLiteral("HTTP ") + QString::number(error.http));
    for (const RegistryError &each : error.registry)
        lines.append(each.code + QStringLiteral(": ") + each.message);
    for (const Diagnostic &each : error.diagnostics)
        lines.append(each.file + QLatin1Char(':') + QString::number(each.row) + QLatin1Char(':') + QString::number(each.column)
            + QStringLiteral(": ") + each.message);
    if (!error.detail.isEmpty())
        lines.append(error.detail);
    return lines.join(QLatin1Char('\n'));
}

/// A host is where one signs in, whatever of it the error is about.
QString targetOf(const Error &error, Remedy remedy)
{
    if (remedy == Remedy::OpenPage)
        return error.detail.section(QLatin1Char('\n'), 0, 0);
    if (error.cause == QLatin1StringView("login.closed") || error.subject == QLatin1StringView("github.com"))
        return QStringLiteral("ghcr.io");
    // The keychain's entries are named USER@HOST.
    if (error.kind == ErrorKind::Keychain)
        return error.subject.section(QLatin1Char('@'), -1);
    return remedy == Remedy::SignIn ? error.subject.section(QLatin1Char('/'), 0, 0) : error.subject;
}

/// The lines of one cause that has several; see `ErrorText::choices`.
struct Line {
    const char *cause;
    const char *text;
    Remedy remedy;
    const char *button;
};

#define T(text) QT_TR_NOOP(text) // lupdate knows it by this name, see tests/checks/translations.py
constexpr Line Lines[] = {
    Line{"github.notFoundOrPrivate", T("It is private, and this account may not see it"), Remedy::SignIn, T("Sign in…")},
    Line{"github.notFoundOrPrivate", T("It does not exist, or was deleted"), Remedy::Retry, T("Look again")},
    Line{"registry.denied", T("The account may not, or has no token for it"), Remedy::SignIn, T("Sign in…")},
    Line{"registry.denied", T("It does not exist"), Remedy::Retry, T("Look again")},
    Line{"keychain.locked", T("Unlock it, and this goes on"), Remedy::UnlockKeychain, T("Unlock…")},
    Line{"keychain.locked", T("Or use a token that is kept in memory until you quit"), Remedy::KeepUntilQuit, T("Keep until I quit")},
    Line{"keychain.dismissed", T("Let it ask again, and this goes on"), Remedy::UnlockKeychain, T("Ask again…")},
    Line{"keychain.dismissed", T("Or use a token that is kept in memory until you quit"), Remedy::KeepUntilQuit, T("Keep until I quit")},
    Line{"keychain.absent", T("Start GNOME Keyring, KWallet or KeePassXC"), Remedy::Retry, T("Try again")},
    Line{"keychain.absent", T("Or use a token that is kept in memory until you quit"), Remedy::KeepUntilQuit, T("Keep until I quit")},
    Line{"gh.signedOut", T("Run gh auth login in a terminal"), Remedy::Retry, T("Try again")},
    Line{"gh.signedOut", T("Or sign in with a token of your own"), Remedy::SignIn, T("Sign in…")},
    Line{"gh.scopes", T("Run gh auth refresh --scopes write:packages,delete:packages in a terminal"), Remedy::Retry, T("Try again")},
    Line{"gh.scopes", T("Or make a token that has it, and sign in with that"), Remedy::OpenPage, T("Make a token…")},
    Line{"practice.portTaken", T("End the program that has the port"), Remedy::StartRegistry, T("Try again")},
    Line{"practice.portTaken", T("Or move the practice registry, with all that is in it"), Remedy::MoveRegistry, T("Use another port")},
};
#undef T

QList<ErrorText::Choice> choicesFor(const Error &error)
{
    QList<ErrorText::Choice> choices;
    for (const Line &line : Lines) {
        if (error.cause == QLatin1StringView(line.cause))
            choices.append({tr(line.text), line.remedy, tr(line.button), targetOf(error, line.remedy)});
    }
    return choices;
}

/// The words that fit best: of the cause, of its family, of the kind.
Words wordsFor(const Error &error)
{
    const Words *family = nullptr;
    for (const std::span<const Words> table : {wordsOfThisComputer(), wordsOfTheWire()}) {
        for (const Words &each : table) {
            const QLatin1StringView cause(each.cause);
            if (error.cause == cause)
                return each;
            if (cause.endsWith(u'.') && error.cause.startsWith(cause))
                family = &each;
        }
    }
    // A full or broken disk is that, whatever was being written; so is a file that has gone.
    static constexpr std::array Plain{ErrorKind::DiskFull, ErrorKind::Storage, ErrorKind::NotFound};
    return family && !std::ranges::contains(Plain, error.kind) ? *family : wordsFor(error.kind);
}

} // namespace

ErrorText describe(const Error &error)
{
    const Words words = wordsFor(error);
    // What is not known there is a function; the error is about its folder.
    const QString functions = error.cause == QLatin1StringView("policy.builtin")
        ? opa::undefinedFunctions(error.diagnostics).join(QStringLiteral(", "))
        : QString();
    const QString subject = !functions.isEmpty() ? inSentence(functions)
        : error.subject.isEmpty()                ? QCoreApplication::translate("pd::desk", "It")
                                                 : inSentence(error.subject);
    ErrorText text;
    text.title = tr(words.title).replace(QLatin1StringView("%1"), subject);
    text.message = tr(words.message).replace(QLatin1StringView("%1"), subject);
    if (text.message.isEmpty())
        text.message = error.diagnostics.isEmpty() ? tr(doing(error.blame)) : inSentence(placed(error.diagnostics.first()));
    text.advice = tr(words.advice);
    if (error.cause == QLatin1StringView("usage.old"))
        text.advice = error.detail;
    text.remedy = words.remedy;
    text.button = tr(words.button);
    text.target = targetOf(error, words.remedy);
    text.choices = choicesFor(error);
    text.details = detailsOf(error);
    return text;
}

QString oneLine(const Error &error)
{
    const ErrorText text = describe(error);
    QStringList parts{text.title};
    for (const QString &part : {text.message, text.advice}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    QString line;
    for (const QString &part : parts) {
        if (!line.isEmpty())
            line += line.endsWith(QLatin1Char('.')) || line.endsWith(QLatin1Char('?')) ? QStringLiteral(" ") : QStringLiteral(". ");
        line += part;
    }
    return line;
}

} // namespace pd::desk
