// SPDX-License-Identifier: GPL-3.0-or-later
#include "signintext.h"

#include "desk/errortext.h"
#include "oci/reference.h"

#include <QCoreApplication>
#include <QUrl>
#include <QUrlQuery>

namespace pd::models {

namespace {

struct SignIn {
    Q_DECLARE_TR_FUNCTIONS(pd::models::SignIn)
};

bool isGitHub(const QString &host)
{
    return host == QLatin1StringView("ghcr.io") || host.startsWith(QLatin1StringView("containers."));
}

} // namespace

SignInWords signInWords(const SignInFacts &facts)
{
    SignInWords words;
    words.button = SignIn::tr("Sign in");
    words.github = isGitHub(facts.host);
    if (facts.host.isEmpty()) {
        words.sentence = Sentence::of(SignIn::tr("Name a registry: ghcr.io, or any other host."), {});
        return words;
    }
    if (facts.host == QLatin1StringView("opcr.io")) {
        words.hint = SignIn::tr("opcr.io has closed. Its images can be published to ghcr.io or to any other registry.");
        words.sentence = Sentence::of(SignIn::tr("Nobody can sign in to %1 any more."), {Sentence::bold(facts.host)});
        return words;
    }
    // Pasted from a browser, an address has more than a host; the act takes the host of it.
    const QString bare = facts.host.section(QLatin1StringView("://"), -1).section(QLatin1Char('/'), 0, 0).toLower();
    if (!oci::Reference::isLegalHost(bare)) {
        const desk::ErrorText text
            = desk::describe(fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("reference.host"), facts.host).error());
        words.sentence = Sentence::of(text.title, {});
        words.hint = text.message;
        return words;
    }
    if (facts.user.isEmpty() && !facts.hasToken) {
        words.ready = true;
        words.button = SignIn::tr("Use without an account");
        words.sentence
            = Sentence::of(SignIn::tr("Use %1 without an account: what is public can be listed and pulled."), {Sentence::bold(facts.host)});
        return words;
    }
    if (facts.user.isEmpty() || !facts.hasToken) {
        words.sentence = Sentence::of(
            facts.hasToken ? SignIn::tr("Whose token is it? Name the account at %1.") : SignIn::tr("Give the token of your account at %1."),
            {Sentence::bold(facts.host)});
        return words;
    }
    words.ready = true;
    words.sentence = Sentence::of(facts.untilQuit
            ? SignIn::tr(
                  "Sign in to %1 as %2 and keep the token in memory until you quit. It is tried first, with requests that change nothing.")
            : SignIn::tr("Sign in to %1 as %2 and keep the token in the keychain. It is tried first, with requests that change nothing."),
        {Sentence::bold(facts.host), Sentence::bold(facts.user)});
    return words;
}

QList<ScopeValue> tokenScopes()
{
    return {{QStringLiteral("readPackages"), QStringLiteral("read:packages"), SignIn::tr("list and pull"), true},
        {QStringLiteral("writePackages"), QStringLiteral("write:packages"), SignIn::tr("publish, move tags"), true},
        {QStringLiteral("deletePackages"), QStringLiteral("delete:packages"), SignIn::tr("delete and restore"), false}};
}

QString tokenPage(const QStringList &scopes)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("scopes"), scopes.join(QLatin1Char(',')));
    query.addQueryItem(QStringLiteral("description"), QStringLiteral("Policy Desk"));
    QUrl url(QStringLiteral("https://github.com/settings/tokens/new"));
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

} // namespace pd::models
