// SPDX-License-Identifier: GPL-3.0-or-later
#include "startfacts.h"

#include "format.h"

#include <QCoreApplication>

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

FoundItem itemFor(const desk::FoundRow &row)
{
    const QString accounts = accountsText(row.accounts);
    const ActionValue none;
    switch (row.kind) {
    case desk::FoundRow::Kind::PolicyCli:
        return {.id = QStringLiteral("policy"),
            .icon = QStringLiteral("pd-package"),
            .title = Start::tr("Policy CLI"),
            .text = row.images < 0 ? capitalized(accounts) : QString(imagesText(row.images) + QLatin1StringView(", ") + accounts),
            .action = row.images > 0 ? ActionValue{.id = QStringLiteral("showLocal"), .label = Start::tr("Show")} : none};
    case desk::FoundRow::Kind::Docker:
        return {.id = QStringLiteral("docker"),
            .icon = QStringLiteral("server-database"),
            .title = Start::tr("Docker"),
            .text = capitalized(accounts),
            .action = row.accounts.isEmpty() ? none : ActionValue{.id = QStringLiteral("useDocker"), .label = Start::tr("Use")}};
    case desk::FoundRow::Kind::GitHubCli:
        return {.id = QStringLiteral("gh"),
            .icon = QStringLiteral("vcs-branch"),
            .title = Start::tr("GitHub CLI"),
            .text = capitalized(accounts),
            .action = row.accounts.isEmpty() ? none : ActionValue{.id = QStringLiteral("useGitHub"), .label = Start::tr("Use")}};
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
        .action = none};
}

} // namespace

StartContent startContent(const QList<desk::FoundRow> &found, bool practiceKnown)
{
    StartContent content;
    for (const desk::FoundRow &row : found)
        content.found.append(itemFor(row));
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
