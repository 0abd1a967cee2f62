// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishtext.h"

#include "format.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

namespace pd::models {

namespace {

struct Publish {
    Q_DECLARE_TR_FUNCTIONS(pd::models::Publish)
};

QString visibilityText(const desk::PublishPlan &plan)
{
    switch (plan.visibility) {
    case desk::RemotePackage::Visibility::Public: return Publish::tr("Anyone can pull it.");
    case desk::RemotePackage::Visibility::Private: return Publish::tr("Only who was given access can pull it.");
    case desk::RemotePackage::Visibility::Internal: return Publish::tr("Everyone in the enterprise can pull it.");
    case desk::RemotePackage::Visibility::Unknown: break;
    }
    return {};
}

/// Tags that leave one digest are told together.
void appendMoved(Sentence &sentence, const QList<desk::MovedTag> &moved)
{
    QStringList digests;
    QHash<QString, QStringList> tags;
    for (const desk::MovedTag &tag : moved) {
        if (!digests.contains(tag.from))
            digests.append(tag.from);
        tags[tag.from].append(tag.tag);
    }
    for (const QString &digest : std::as_const(digests)) {
        const QStringList &those = tags[digest];
        const QString pattern = Publish::tr("%2 move there from %1.", "tags, a digest", static_cast<int>(those.size()));
        sentence.append(Sentence::of(pattern, {Sentence::mono(shortDigest(digest)), Sentence::bold(QLocale().createSeparatedList(those))}));
    }
}

/// A name such as the distribution specification allows: lower case, with separators between letters and digits.
QString repositoryName(const QString &name)
{
    static const QRegularExpression Others(QStringLiteral("[^a-z0-9._-]+"));
    static const QRegularExpression Ends(QStringLiteral("^[._-]+|[._-]+$"));
    return name.toLower().replace(Others, QStringLiteral("-")).remove(Ends);
}

/// `acme/policy-rbac` of https://github.com/acme/policy-rbac.git; empty for other hosts.
QString githubName(const QString &source)
{
    const QUrl url(source);
    if (url.host() != QLatin1StringView("github.com"))
        return {};
    QStringList parts = url.path().split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (parts.size() != 2)
        return {};
    if (parts[1].endsWith(QLatin1StringView(".git")))
        parts[1].chop(4);
    const QString owner = repositoryName(parts[0]);
    const QString name = repositoryName(parts[1]);
    return owner.isEmpty() || name.isEmpty() ? QString() : QString(owner + QLatin1Char('/') + name);
}

} // namespace

Sentence publishSentence(const desk::PublishRequest &request, const std::optional<desk::PublishPlan> &plan)
{
    const QLocale locale;
    Sentence sentence = Sentence::of(
        Publish::tr("Publish %1 to %2."), {Sentence::bold(locale.createSeparatedList(request.tags)), Sentence::plain(request.destination)});
    if (!plan)
        return sentence.append(Sentence::of(Publish::tr("Looking at what is there…"), {}));
    appendMoved(sentence, plan->moved);
    if (const QString who = visibilityText(*plan); !who.isEmpty())
        sentence.append(Sentence::of(who, {}));
    return sentence;
}

QString destinationText(const desk::PublishPlan &plan)
{
    if (!plan.repositoryExists)
        return Publish::tr("A new package: nothing is there yet");
    const QString tags = tagsText(plan.existingTags.size());
    switch (plan.visibility) {
    case desk::RemotePackage::Visibility::Public: return Publish::tr("Public package, %1 there now", "4 tags").arg(tags);
    case desk::RemotePackage::Visibility::Private: return Publish::tr("Private package, %1 there now", "4 tags").arg(tags);
    case desk::RemotePackage::Visibility::Internal: return Publish::tr("Internal package, %1 there now", "4 tags").arg(tags);
    case desk::RemotePackage::Visibility::Unknown: break;
    }
    return Publish::tr("%1 there now", "4 tags").arg(tags);
}

QString destinationReadingText(const desk::ReferenceReading &reading)
{
    if (!reading.problem.isEmpty())
        return reading.problem;
    if (reading.notes.isEmpty())
        return {};
    return Publish::tr("%1 (%2)", "a destination, and why it is so")
        .arg(QString(reading.host + QLatin1Char('/') + reading.repository), reading.notes.join(QLatin1StringView(", ")));
}

QStringList destinationsFor(const desk::FolderRow &folder, const QString &remembered, const QStringList &others, quint16 practicePort)
{
    QStringList destinations{remembered};
    if (const QString github = githubName(folder.sourceUrl); !github.isEmpty())
        destinations.append(QStringLiteral("ghcr.io/") + github);
    const QString name = repositoryName(QFileInfo(folder.path).fileName());
    if (practicePort != 0 && !name.isEmpty())
        destinations.append(QStringLiteral("localhost:%1/%2").arg(practicePort).arg(name));
    destinations += others;
    destinations.removeAll(QString());
    destinations.removeDuplicates();
    return destinations;
}

} // namespace pd::models
