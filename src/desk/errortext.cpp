// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext.h"

#include <QCoreApplication>
#include <QLocale>

namespace pd::desk {

namespace {

#define T(text) QT_TR_NOOP(text) // lupdate knows it by this name, see tests/checks/translations.py

/// The words for a cause. `%1` is the subject.
struct Words {
    const char *cause;
    const char *title;
    const char *message;
    const char *advice;
    Remedy remedy;
    const char *button;
};

constexpr Words Causes[] = {
    // References and what was typed
    Words{"reference.empty", T("No image is named"), "", T("Type a reference such as ghcr.io/owner/package:tag."), Remedy::None, ""},
    Words{"reference.host", T("%1 is no registry"), T("A registry is a host name, with a port where it has one."), "", Remedy::None, ""},
    Words{"reference.repository", T("%1 is no package name"),
        T("Names have lower-case letters and digits, joined by . _ or -, in parts divided by /."), "", Remedy::None, ""},
    Words{"reference.repository.case", T("%1 has capitals"), T("Registries know lower-case names only."), T("Write it in lower case."),
        Remedy::None, ""},
    Words{"reference.tag", T("%1 is no tag"),
        T("A tag has letters, digits, _ . and -, begins with a letter, a digit or _, and has at most 128 characters."), "", Remedy::None,
        ""},
    Words{
        "reference.digest", T("%1 is no digest"), T("A digest is sha256: and 64 lower-case hexadecimal characters."), "", Remedy::None, ""},
    Words{"reference.identifier", T("%1 is a digest alone"), T("A repository cannot be named like a digest."),
        T("Put sha256: in front, after the repository and @."), Remedy::None, ""},
    Words{"reference.length", T("The name is too long"), T("Registries take at most 255 characters."), "", Remedy::None, ""},
    // Settings and state
    Words{"settings.write", T("The settings were not saved"), T("%1 cannot be written."), T("They hold until you quit."), Remedy::None, ""},
    Words{"settings.unreadable", T("The settings cannot be read"), T("%1 is damaged or not yours."),
        T("Policy Desk goes on with its defaults and leaves the file alone."), Remedy::None, ""},
    Words{"settings.newer", T("The settings are from a newer Policy Desk"), T("They are shown, and not changed by this one."),
        T("Install the newer version."), Remedy::None, ""},
    Words{"state.newer", T("The history is from a newer Policy Desk"), T("It is shown, and not changed by this one."),
        T("Install the newer version."), Remedy::None, ""},
    Words{"state.write", T("The history was not kept"), T("%1 cannot be written."), "", Remedy::None, ""},
    // OPA and policies
    Words{"opa.missing", T("OPA was not found"), T("Building, checking and trying need it. All else works without."),
        T("Get it, or choose one in the settings."), Remedy::GetOpa, T("Get OPA")},
    Words{"opa.tooOld", T("This OPA is too old"), T("%1 is older than version 1.0."), T("Get a newer one, or choose one in the settings."),
        Remedy::GetOpa, T("Get OPA")},
    Words{"opa.notOpa", T("This is not OPA"), T("%1 does not answer as OPA does."), T("Choose another program in the settings."),
        Remedy::OpenSettings, T("Open settings")},
    Words{"opa.deadline", T("The policy took too long"), T("OPA was stopped."), T("Look for a rule without an end, or ask for less."),
        Remedy::Retry, T("Run again")},
    Words{"opa.gone", T("OPA ended by itself"), "", T("It starts again with the next query."), Remedy::Retry, T("Run again")},
    Words{"opa.tooMuch", T("The answer is too large"), T("OPA said more than Policy Desk reads."), T("Ask for a part of it."), Remedy::None,
        ""},
    Words{"opa.input", T("The input is no JSON"), T("It was not sent."), T("Mend it where the mark is."), Remedy::None, ""},
    Words{"opa.emptyQuery", T("There is no query"), "", T("Type one, such as data."), Remedy::None, ""},
    Words{"opa.ownedRoots", T("This image leaves no room for definitions"),
        T("Its files are of different Rego versions, so OPA holds it as one bundle that owns every path."),
        T("Write the rule into the query, or try its folder."), Remedy::None, ""},
    Words{"opa.notIsolated", T("The policy cannot be kept apart from this computer"),
        T("The program bubblewrap is missing, or may not work here."), T("Install bubblewrap, and try again."), Remedy::Retry,
        T("Try again")},
    Words{"opa.restricted", T("The policy calls a function that is not allowed here"),
        T("%1 reaches out of the policy, and this computer cannot keep it in."), T("Install bubblewrap, and try again."), Remedy::Retry,
        T("Try again")},
    Words{"opa.serverStart", T("OPA did not start"), T("Its last words are in the details."), "", Remedy::Retry, T("Try again")},
    Words{"opa.folder", T("There is no room for OPA"), T("%1 cannot be written."), T("Make room, then try again."), Remedy::Retry,
        T("Try again")},
    Words{"opa.noDefinition", T("%1 is not defined here"), "", "", Remedy::None, ""},
    Words{"opa.noRule", T("%1 is no rule of this policy"), T("It may be built in, or data."), "", Remedy::None, ""},
    Words{"opa.noWord", T("There is no name to look up"), "", "", Remedy::None, ""},
    Words{"opa.noFile", T("%1 is not in this image"), "", "", Remedy::None, ""},
    Words{"policy.noRego", T("There is no Rego in %1"), T("A policy folder has at least one .rego file, or data."),
        T("Choose another folder."), Remedy::ChooseFolder, T("Choose another folder…")},
    Words{"policy.compile", T("The policy does not compile"), "", T("The store is as it was."), Remedy::ShowPlace, T("Show the place")},
    Words{"policy.parse", T("The policy cannot be read"), "", T("The store is as it was."), Remedy::ShowPlace, T("Show the place")},
    Words{"policy.type", T("The policy does not fit together"), "", T("The store is as it was."), Remedy::ShowPlace, T("Show the place")},
    Words{"policy.looksV0", T("This looks like Rego v0"), T("It does not parse as v1, and does as v0."),
        T("Build it as rego.v0, or bring it to v1 with opa fmt."), Remedy::ShowPlace, T("Show the place")},
    Words{"policy.builtin", T("The policy calls a function that this OPA does not have"), T("%1 is unknown to it."),
        T("It may need another OPA, or required_builtins in its .manifest."), Remedy::ShowPlace, T("Show the place")},
    Words{"policy.refused", T("The policy calls a function that is not allowed here"),
        T("%1 reaches out of the policy; images from elsewhere may not do that when they are tried."), "", Remedy::ShowPlace,
        T("Show the place")},
    // Network and TLS
    Words{"network.name", T("%1 has no address"), T("The name could not be looked up."), T("Check how it is spelled, and your connection."),
        Remedy::Retry, T("Try again")},
    Words{"network.refused", T("%1 does not answer"), T("Nothing listens there."), T("Is it running? Is the port right?"), Remedy::Retry,
        T("Try again")},
    Words{"network.closed", T("The connection to %1 was cut"), T("The other side closed it without an answer."), "", Remedy::Retry,
        T("Try again")},
    Words{"network.timeout", T("%1 has fallen silent"), T("Nothing came for a while."), "", Remedy::Retry, T("Try again")},
    Words{"network.failed", T("%1 cannot be reached"), "", T("Check your connection."), Remedy::Retry, T("Try again")},
    Words{"tls.untrusted", T("%1 shows a certificate that this computer does not trust"),
        T("Nobody that you trust vouches for it, so no token was sent."),
        T("If it is your registry, give its authority's certificate (a CA file)."), Remedy::OpenSettings, T("Add a certificate…")},
    Words{"tls.expired", T("The certificate of %1 has run out"), T("No token was sent."),
        T("Its owner must renew it. Check the clock of this computer too."), Remedy::Retry, T("Try again")},
    Words{"tls.name", T("The certificate of %1 is for another name"), T("No token was sent."), T("Check how the host is spelled."),
        Remedy::None, ""},
    Words{"tls.revoked", T("The certificate of %1 was revoked"), T("No token was sent."), T("Ask its owner."), Remedy::None, ""},
    Words{"tls.handshake", T("%1 does not speak TLS as it should"), T("No token was sent."),
        T("If it speaks plain HTTP, say so in its settings."), Remedy::OpenSettings, T("Open settings")},
    Words{"proxy.unreachable", T("The proxy does not answer"), "", T("Check the proxy in the system's settings."), Remedy::Retry,
        T("Try again")},
    Words{"proxy.authentication", T("The proxy asks for a password"), "", T("Check the proxy in the system's settings."), Remedy::Retry,
        T("Try again")},
    // Registry
    Words{"registry.unauthenticated", T("%1 does not know you"), T("It asks for an account, or no longer accepts the token."),
        T("Sign in."), Remedy::SignIn, T("Sign in…")},
    Words{"registry.denied", T("%1 does not let you do this"),
        T("The account may not, or the package does not exist; registries answer both alike."), T("Sign in with an account that may."),
        Remedy::SignIn, T("Sign in…")},
    Words{"registry.notFound", T("%1 is not there"), T("The registry knows no such package, tag or version."),
        T("Check the name. A private package can look missing to an account that may not see it."), Remedy::Retry, T("Look again")},
    Words{"registry.unsupported", T("%1 does not offer this"), "", "", Remedy::None, ""},
    Words{"registry.rateLimited", T("%1 asks to wait"), T("There were too many requests."), T("Try again a little later."), Remedy::Retry,
        T("Try again")},
    Words{"registry.html", T("%1 is no registry"), T("It answers with a web page."),
        T("Check the host and the port; a proxy or a sign-in page may be in between."), Remedy::Retry, T("Try again")},
    Words{"delete.unsupported", T("%1 does not delete this way"), "", T("Its owner can switch deleting on, or offers another way."),
        Remedy::None, ""},
    Words{"push.stopped", T("%1 stopped reading"), T("It closed the upload in the middle."),
        T("It may be full, or take no blobs of this size."), Remedy::Retry, T("Try again")},
    Words{"login.denied", T("%1 does not accept this account and token"), T("Nothing was stored."),
        T("Check both. A token can have run out, or lack the right to packages."), Remedy::Retry, T("Try again")},
    Words{"login.ignored", T("%1 does not look at accounts"),
        T("It answers the same to a wrong password, so this one could not be checked. Nothing was stored."),
        T("Use it without an account."), Remedy::None, ""},
    Words{"login.incomplete", T("An account or token is missing"), "", T("Give both, or neither to use the registry without an account."),
        Remedy::None, ""},
    Words{"login.closed", T("opcr.io has closed"), T("The Open Policy Registry takes no images any more."),
        T("GitHub's ghcr.io takes policy images as well; sign in there."), Remedy::SignIn, T("Sign in to ghcr.io…")},
    // GitHub
    Words{"github.lastTaggedVersion", T("GitHub keeps the last tagged version"),
        T("A package must have one; it can only go with the whole package."), T("Delete the package instead."), Remedy::None, ""},
    Words{"github.scopeMissing", T("The token may not do this"), T("It lacks the scope %1."),
        T("Make one that has it, and sign in with it."), Remedy::OpenPage, T("Make a token…")},
    Words{"github.sso", T("%1 wants single sign-on"), T("The token is right, but not yet authorised for that organisation."),
        T("Authorise it on GitHub: one step."), Remedy::OpenPage, T("Authorise it…")},
    Words{"github.notFoundOrPrivate", T("%1 is not there, or not for you"),
        T("GitHub answers alike for a package that is private and one that does not exist."),
        T("Check the name, or sign in with an account that may see it."), Remedy::SignIn, T("Sign in…")},
    Words{"github.rateLimited", T("GitHub asks to wait"), T("There were too many requests."), T("Try again a little later."), Remedy::Retry,
        T("Try again")},
    Words{"github.signInNeeded", T("GitHub lists packages to accounts only"),
        T("An image that anybody may pull can be opened by its name without one."), T("Sign in."), Remedy::SignIn, T("Sign in…")},
    Words{"github.badToken", T("GitHub does not accept the token for %1"), T("It has run out, or was withdrawn."), T("Paste a new one."),
        Remedy::SignIn, T("Replace the token…")},
    Words{"github.denied", T("GitHub does not let you do this with %1"), T("The account may not."), T("Sign in with an account that may."),
        Remedy::SignIn, T("Sign in…")},
    Words{"github.downloads", T("GitHub keeps %1"), T("A public version that was downloaded more than 5,000 times cannot be deleted."),
        T("GitHub's support can do it."), Remedy::None, ""},
    Words{"github.refused", T("GitHub refused this for %1"), "", T("Its own words are in the details."), Remedy::Reload, T("Look again")},
    Words{"github.unavailable", T("GitHub is out of order"), T("Its API answers with an error of its own."),
        T("Try again a little later; githubstatus.com tells more."), Remedy::Retry, T("Try again")},
    Words{"github.answer", T("GitHub gave an answer that makes no sense"), T("Nothing of it was used."),
        T("A proxy or a sign-in page may be in between."), Remedy::Retry, T("Try again")},
    Words{"github.apiOption", T("%1 does not name a registry and its API"), "",
        T("Write it as ghcr.io=https://api.github.com; plain http is for this computer alone."), Remedy::None, ""},
    Words{"delete.changed", T("%1 has changed since the plan was made"), T("Nothing was deleted."), T("Look at the new plan, then decide."),
        Remedy::Reload, T("Plan again")},
    Words{
        "versions.unsupported", T("%1 does not list versions"), T("Registries other than GitHub's list tags alone."), "", Remedy::None, ""},
    Words{"catalog.unsupported", T("%1 does not list what it has"), T("Many registries do not."),
        T("Name a package, such as owner/name, to open it."), Remedy::None, ""},
    Words{"tags.tooMany", T("%1 has too many tags"), T("Policy Desk reads 10,000 at most."), "", Remedy::None, ""},
    Words{"undo.gone", T("This can no longer be undone"), T("What it needs is no longer kept, or the name was taken by something new."),
        T("A delete can be undone for 30 days, with an account that may write."), Remedy::None, ""},
    Words{"undo.changed", T("%1 points to something else by now"), T("Undoing would take that away, so nothing was changed."),
        T("Look at it, then decide."), Remedy::Reload, T("Look again")},
    // Keychain
    Words{"keychain.locked", T("The keychain is locked"), T("Nothing was written in clear text instead."),
        T("Unlock it, or keep the token until you quit."), Remedy::UnlockKeychain, T("Unlock…")},
    Words{"keychain.absent", T("There is no keychain"),
        T("No program offers one in this session, and Policy Desk writes no token to a file."),
        T("Start GNOME Keyring, KWallet or KeePassXC, or keep the token until you quit."), Remedy::Retry, T("Try again")},
    Words{"keychain.dismissed", T("The keychain stayed locked"), T("Its question was dismissed; nothing was stored."),
        T("Unlock it, or keep the token until you quit."), Remedy::UnlockKeychain, T("Ask again…")},
    // Store and files
    Words{"store.readOnly", T("The store cannot be written"), T("%1 is read-only."), T("Nothing was changed."), Remedy::None, ""},
    Words{"store.noSuchImage", T("%1 is not on this computer"), "", T("Pull it first."), Remedy::None, ""},
    Words{"archive.notBundle", T("%1 is no bundle"), T("A bundle is a .tar.gz with Rego or data in it."), T("Choose another file."),
        Remedy::None, ""},
    Words{"practice.missing", T("No registry program is installed"),
        T("The practice registry is docker-registry, which this computer does not have."),
        T("Install the package docker-registry, and start it here again."), Remedy::Retry, T("Look again")},
    Words{"practice.portTaken", T("Port %1 is taken"), T("Another program listens where the practice registry used to."),
        T("End that program, or let the practice registry move to another port."), Remedy::StartRegistry, T("Use another port")},
    Words{"practice.ended", T("The practice registry ended by itself"), "", T("Its last words are in the details."), Remedy::StartRegistry,
        T("Start it again")},
    Words{"practice.silent", T("The practice registry does not answer"), "", "", Remedy::StartRegistry, T("Start it again")},
    Words{"config.notYaml", T("The Policy CLI's settings cannot be read"), T("%1 is damaged."),
        T("Policy Desk goes on with the defaults and leaves it alone."), Remedy::None, ""},
    // The command line
    Words{"usage.unknownVerb", T("There is no command %1"), "", T("policydeskctl --help lists them."), Remedy::None, ""},
    Words{"usage.unknownOption", T("There is no option %1 here"), "", T("--help lists them."), Remedy::None, ""},
    Words{"usage.missingValue", T("%1 needs a value"), "", "", Remedy::None, ""},
    Words{"usage.tooFew", T("%1 needs more arguments"), "", T("--help shows them."), Remedy::None, ""},
    Words{"usage.tooMany", T("%1 is one argument too many"), "", T("--help shows what is taken."), Remedy::None, ""},
    Words{"usage.old", T("%1 is called otherwise here"), "", "", Remedy::None, ""},
};

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
    if (error.cause == QLatin1StringView("login.closed"))
        return QStringLiteral("ghcr.io");
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

} // namespace

ErrorText describe(const Error &error)
{
    Words words = wordsFor(error.kind);
    const auto known = std::ranges::find_if(Causes, [&error](const Words &each) { return error.cause == QLatin1StringView(each.cause); });
    if (known != std::end(Causes))
        words = *known;
    const QString subject = error.subject.isEmpty() ? QCoreApplication::translate("pd::desk", "It") : inSentence(error.subject);
    ErrorText text;
    text.title = tr(words.title).replace(QLatin1StringView("%1"), subject);
    text.message = tr(words.message).replace(QLatin1StringView("%1"), subject);
    if (text.message.isEmpty())
        text.message = error.diagnostics.isEmpty() ? tr(doing(error.blame)) : inSentence(error.diagnostics.first().message);
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
