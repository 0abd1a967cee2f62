// SPDX-License-Identifier: GPL-3.0-or-later
#include "startfacts.h"

#include "format.h"

#include <QCoreApplication>

#include <algorithm>

namespace pd::models {

namespace {

struct Start {
    Q_DECLARE_TR_FUNCTIONS(pd::models::Start)
};

QString accountsText(const QList<desk::AccountRow> &accounts)
{
    if (accounts.isEmpty())
        return Start::tr("not signed in anywhere");
    QStringList hosts;
    for (const desk::AccountRow &account : accounts)
        hosts.append(account.user.isEmpty() ? account.host : Start::tr("%1 as %2", "a host, an account").arg(account.host, account.user));
    return Start::tr("signed in to %1", "hosts").arg(hosts.join(QLatin1StringView(", ")));
}

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

/// What *Use* does with the token, where it is no matter of course.
QString keepingText(const desk::FoundRow &row)
{
    if (std::ranges::contains(row.accounts, true, &desk::AccountRow::clearText))
        return Start::tr("Its token lies in a clear-text file; Use copies it to the keychain.");
    return {};
}

ActionValue useAction(const char *id, const desk::FoundRow &row, const QStringList &used)
{
    if (unusedAccounts(row, used).isEmpty())
        return {};
    return {.id = QString::fromLatin1(id), .label = Start::tr("Use")};
}

QString programText(const desk::FoundRow &row)
{
    QString text = accountsText(row.accounts);
    if (!row.helper.isEmpty() && row.kind != desk::FoundRow::Kind::GitHubCli)
        text = Start::tr("%1 through the helper %2", "signed in to a host, a program").arg(text, row.helper);
    if (row.images >= 0)
        text = imagesText(row.images) + QLatin1StringView(", ") + text;
    text = capitalized(text);
    const QString keeping = keepingText(row);
    return keeping.isEmpty() ? text : QString(text + QLatin1StringView(". ") + keeping);
}

FoundItem itemFor(const desk::FoundRow &row, const QStringList &used)
{
    switch (row.kind) {
    case desk::FoundRow::Kind::PolicyCli: {
        FoundItem item{.id = QStringLiteral("policy"),
            .icon = QStringLiteral("pd-package"),
            .title = Start::tr("Policy CLI"),
            .text = programText(row),
            .action = useAction("usePolicy", row, used)};
        if (item.action.id.isEmpty() && row.images > 0)
            item.action = {.id = QStringLiteral("showLocal"), .label = Start::tr("Show")};
        return item;
    }
    case desk::FoundRow::Kind::Docker:
        return {.id = QStringLiteral("docker"),
            .icon = QStringLiteral("server-database"),
            .title = Start::tr("Docker"),
            .text = programText(row),
            .action = useAction("useDocker", row, used)};
    case desk::FoundRow::Kind::GitHubCli:
        return {.id = QStringLiteral("gh"),
            .icon = QStringLiteral("vcs-branch"),
            .title = Start::tr("GitHub CLI"),
            .text = programText(row),
            .action = useAction("useGitHub", row, used)};
    case desk::FoundRow::Kind::OpaMissing:
        return {.id = QStringLiteral("opa"),
            .icon = QStringLiteral("info"),
            .title = Start::tr("OPA was not found"),
            .text = Start::tr("Needed to build, check and try. It is fetched once and checked against its published sum."),
            .action = {.id = QStringLiteral("getOpa"), .label = Start::tr("Get OPA")}};
    case desk::FoundRow::Kind::Opa: break;
    }
    return {.id = QStringLiteral("opa"),
        .icon = QStringLiteral("checkmark"),
        .title = Start::tr("OPA %1", "a version").arg(row.version),
        .text = Start::tr("Builds, checks and tries your policies"),
        .action = {}};
}

} // namespace

QList<desk::AccountRow> unusedAccounts(const desk::FoundRow &row, const QStringList &used)
{
    QList<desk::AccountRow> unused;
    for (const desk::AccountRow &account : row.accounts) {
        if (!used.contains(account.registry))
            unused.append(account);
    }
    return unused;
}

StartContent startContent(const QList<desk::FoundRow> &found, const QStringList &used, bool practiceKnown)
{
    StartContent content;
    int useful = 0;
    for (const desk::FoundRow &row : found) {
        content.found.append(itemFor(row, used));
        useful += unusedAccounts(row, used).isEmpty() ? 0 : 1;
    }
    if (useful == 2)
        content.useAll = {.id = QStringLiteral("useAll"), .label = Start::tr("Use both")};
    else if (useful > 2)
        content.useAll = {.id = QStringLiteral("useAll"), .label = Start::tr("Use all three")};
    content.practiceLabel = practiceKnown ? Start::tr("Open it") : Start::tr("Start it");
    return content;
}

QString readingText(const desk::ReferenceReading &reading)
{
    if (!reading.problem.isEmpty())
        return reading.problem;
    if (reading.notes.isEmpty())
        return reading.reference;
    return Start::tr("%1 (%2)", "a reference, and why it is so").arg(reading.reference, reading.notes.join(QLatin1StringView(", ")));
}

} // namespace pd::models
