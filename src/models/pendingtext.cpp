// SPDX-License-Identifier: GPL-3.0-or-later
#include "pendingtext.h"

#include <QCoreApplication>

namespace pd::models {

namespace {

struct Pending {
    Q_DECLARE_TR_FUNCTIONS(pd::models::Pending)
};

/// What the transfer was about; the words of the request are the verb's own.
QString subjectOf(const QJsonObject &request)
{
    for (const QLatin1StringView name :
        {QLatin1StringView("target"), QLatin1StringView("reference"), QLatin1StringView("destination"), QLatin1StringView("source")}) {
        if (const QString subject = request.value(name).toString(); !subject.isEmpty())
            return subject;
    }
    return {};
}

QString titleOf(const desk::PendingTransfer &transfer)
{
    const QString subject = subjectOf(transfer.request);
    if (transfer.verb == QLatin1StringView("pull"))
        return Pending::tr("Pull %1").arg(subject);
    if (transfer.verb == QLatin1StringView("publish"))
        return Pending::tr("Publish %1").arg(subject);
    return Pending::tr("Push %1").arg(subject);
}

} // namespace

JobFacts pendingFacts(const desk::PendingTransfer &transfer)
{
    JobFacts facts;
    facts.id = QStringLiteral("pending:%1").arg(transfer.id);
    facts.verb = transfer.verb;
    facts.title = titleOf(transfer);
    facts.state = JobFacts::State::CutOff;
    return facts;
}

} // namespace pd::models
