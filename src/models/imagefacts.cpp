// SPDX-License-Identifier: GPL-3.0-or-later
#include "imagefacts.h"

#include "core/paths.h"
#include "format.h"
#include "packagesmodel.h"
#include "planmodel.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

namespace pd::models {

namespace {

struct Inspect {
    Q_DECLARE_TR_FUNCTIONS(pd::models::Inspect)
};

/// A sentence with more names than this is no sentence.
constexpr qsizetype MostTagsNamed = 8;

ActionValue verb(const char *id, const QString &label, const char *icon, const QString &shortcut = {})
{
    return {.id = QString::fromLatin1(id), .label = label, .icon = QString::fromLatin1(icon), .shortcut = shortcut};
}

/// A fact that is not known is not a fact.
void add(InspectorSection &section, FactValue fact)
{
    if (!fact.value.isEmpty())
        section.facts.append(std::move(fact));
}

QString sizeOrNothing(qint64 bytes)
{
    return bytes < 0 ? QString() : sizeText(bytes);
}

FactValue timeFact(const QString &label, const QDateTime &at, const QDateTime &now)
{
    return at.isValid() ? FactValue{.label = label, .value = relativeTime(at, now), .toolTip = absoluteTime(at)} : FactValue{};
}

FactValue revisionFact(const QString &revision)
{
    return {.label = Inspect::tr("Revision"), .value = shortRevision(revision), .toolTip = revision, .mono = true};
}

/// Who may pull, and who changes that where.
InspectorSection accessSection(desk::RemotePackage::Visibility visibility)
{
    InspectorSection section;
    switch (visibility) {
    case desk::RemotePackage::Visibility::Public:
        section.title = Inspect::tr("Anyone can pull without signing in: yes");
        section.text = Inspect::tr("GitHub says that it is public. A public package can hardly be made private again once others use it.");
        break;
    case desk::RemotePackage::Visibility::Private:
        section.title = Inspect::tr("Anyone can pull without signing in: no (private)");
        section.text = Inspect::tr("Only those who were given access. GitHub changes that on its own page alone.");
        break;
    case desk::RemotePackage::Visibility::Internal:
        section.title = Inspect::tr("Anyone can pull without signing in: no (internal)");
        section.text = Inspect::tr("Everyone in the enterprise. GitHub changes that on its own page alone.");
        break;
    case desk::RemotePackage::Visibility::Unknown: break;
    }
    return section;
}

InspectorContent inspectImage(const desk::LocalImage &image, const QDateTime &now)
{
    InspectorContent content;
    content.title = image.tag;
    content.kind = image.repository.section(QLatin1Char('/'), -1);
    content.digest = shortDigest(image.digest);
    content.digestToolTip = image.digest + QLatin1Char('\n') + Inspect::tr("Image ID in the Policy CLI");
    content.buttons = {{.id = QStringLiteral("push"), .label = Inspect::tr("Push to…"), .rank = ActionRank::Primary},
        {.id = QStringLiteral("try"), .label = Inspect::tr("Try")}};
    InspectorSection facts;
    add(facts, timeFact(Inspect::tr("Built"), image.built, now));
    add(facts, {.label = Inspect::tr("Size"), .value = sizeOrNothing(image.size)});
    add(facts, revisionFact(image.revision));
    add(facts, {.label = Inspect::tr("Repository"), .value = image.repository, .toolTip = image.repository});
    for (auto note = image.annotations.cbegin(); note != image.annotations.cend(); ++note) {
        if (note.key() == QLatin1StringView("org.opencontainers.image.source"))
            add(facts, {.label = Inspect::tr("Source"), .value = note.value(), .toolTip = note.value()});
    }
    content.sections = {facts};
    content.verbs = {verb("tag", Inspect::tr("Tag…"), "tag"), verb("save", Inspect::tr("Save as .tar.gz…"), "document-save"),
        verb("copyReference", Inspect::tr("Copy reference"), "edit-copy"),
        verb("remove", Inspect::tr("Remove"), "list-remove", Inspect::tr("Del"))};
    return content;
}

} // namespace

InspectorContent inspectImages(const QList<desk::LocalImage> &chosen, const QDateTime &now)
{
    if (chosen.size() == 1)
        return inspectImage(chosen.first(), now);
    InspectorContent content;
    if (chosen.isEmpty())
        return content;
    qint64 size = 0;
    for (const desk::LocalImage &image : chosen)
        size += qMax<qint64>(0, image.size);
    content.title = imagesText(chosen.size());
    content.kind = Inspect::tr("Local images");
    content.buttons = {{.id = QStringLiteral("remove"), .label = Inspect::tr("Remove")}};
    InspectorSection facts;
    add(facts, {.label = Inspect::tr("Size"), .value = sizeText(size)});
    content.sections = {facts};
    return content;
}

InspectorContent inspectRemoteTag(const desk::RemoteTag &tag, const QString &repository, const QDateTime &now)
{
    InspectorContent content;
    if (tag.tag.isEmpty())
        return content;
    content.title = tag.tag;
    content.kind = repository.section(QLatin1Char('/'), -1);
    content.digest = shortDigest(tag.digest);
    content.digestToolTip = tag.digest;
    content.buttons = {{.id = QStringLiteral("pull"), .label = Inspect::tr("Pull"), .rank = ActionRank::Primary},
        {.id = QStringLiteral("try"), .label = Inspect::tr("Try")}};
    InspectorSection facts;
    add(facts, timeFact(Inspect::tr("Published"), tag.published, now));
    add(facts, {.label = Inspect::tr("Size"), .value = sizeOrNothing(tag.size)});
    add(facts, revisionFact(tag.revision));
    add(facts, {.label = Inspect::tr("Same as"), .value = tag.sameAs});
    content.sections = {facts};
    ActionValue remove = verb("delete", Inspect::tr("Delete this version…"), "edit-delete", Inspect::tr("Del"));
    remove.rank = ActionRank::Danger;
    content.verbs = {verb("copyReference", Inspect::tr("Copy reference"), "edit-copy"), remove};
    return content;
}

InspectorContent inspectPackage(const desk::RemotePackage &package, const QDateTime &now)
{
    InspectorContent content;
    if (package.repository.isEmpty())
        return content;
    content.title = package.repository.section(QLatin1Char('/'), -1);
    content.kind = Inspect::tr("Package");
    if (const BadgeValue badge = PackagesModel::visibilityBadge(package.visibility); !badge.text.isEmpty())
        content.badges = {badge};
    InspectorSection facts;
    add(facts, {.label = Inspect::tr("Repository"), .value = QString(package.host + QLatin1Char('/') + package.repository)});
    add(facts, {.label = Inspect::tr("Newest tag"), .value = package.newestTag});
    add(facts, {.label = Inspect::tr("Versions"), .value = package.versions < 0 ? QString() : numberText(package.versions)});
    add(facts, timeFact(Inspect::tr("Updated"), package.updated, now));
    add(facts, {.label = Inspect::tr("Source"), .value = package.sourceRepository, .toolTip = package.sourceRepository});
    content.sections = {facts};
    if (const InspectorSection access = accessSection(package.visibility); !access.title.isEmpty())
        content.sections.append(access);
    content.verbs = {verb("copyReference", Inspect::tr("Copy reference"), "edit-copy")};
    if (!package.url.isEmpty())
        content.verbs.append(verb("openPage", Inspect::tr("Open in the browser"), "open-link"));
    if (!package.settingsUrl.isEmpty())
        content.verbs.append(verb("visibility", Inspect::tr("Change visibility…"), "visibility"));
    ActionValue remove = verb("delete", Inspect::tr("Delete this package…"), "edit-delete");
    remove.rank = ActionRank::Danger;
    content.verbs.append(remove);
    return content;
}

InspectorContent inspectListedPackage(const desk::RemotePackage &package, const QDateTime &now)
{
    InspectorContent content = inspectPackage(package, now);
    if (content.title.isEmpty())
        return content;
    content.buttons = {{.id = QStringLiteral("showTags"), .label = Inspect::tr("Show tags"), .rank = ActionRank::Primary},
        {.id = QStringLiteral("copyReference"), .label = Inspect::tr("Copy reference")}};
    content.verbs.removeFirst(); // it is a button here
    return content;
}

InspectorContent inspectRegistry(const RegistryFacts &registry)
{
    InspectorContent content;
    content.title = !registry.owner.isEmpty() ? registry.owner : registry.practice ? Inspect::tr("Practice registry") : registry.host;
    content.kind = registry.owner.isEmpty() ? Inspect::tr("Registry") : Inspect::tr("Owner");
    InspectorSection facts;
    if (content.title != registry.host)
        add(facts, {.label = Inspect::tr("Registry"), .value = registry.host});
    add(facts, {.label = Inspect::tr("Account"), .value = registry.user.isEmpty() ? Inspect::tr("none") : registry.user});
    add(facts, {.label = Inspect::tr("Packages"), .value = registry.packages < 0 ? QString() : numberText(registry.packages)});
    content.sections = {facts};
    content.verbs = {verb("refresh", Inspect::tr("Refresh"), "view-refresh", Inspect::tr("F5"))};
    if (!registry.page.isEmpty())
        content.verbs.append(verb("openPage", Inspect::tr("Open in the browser"), "open-link"));
    if (registry.practice)
        return content;
    const bool signedIn = !registry.user.isEmpty();
    content.verbs.append(verb("signIn", signedIn ? Inspect::tr("Replace the token…") : Inspect::tr("Sign in…"), "user-identity"));
    if (signedIn)
        content.verbs.append(verb("signOut", Inspect::tr("Sign out"), "window-close"));
    return content;
}

namespace {

/// "24 December 2026": the locale's long form without the day of the week, which says nothing a month ahead.
QString dateText(const QDate &date)
{
    static const QRegularExpression WeekDay(QStringLiteral("\\s*,?\\s*dddd\\s*,?\\s*"));
    const QLocale locale;
    return locale.toString(date, locale.dateFormat(QLocale::LongFormat).remove(WeekDay));
}

} // namespace

InspectorContent inspectPlan(const desk::DeletePlan &plan)
{
    InspectorContent content;
    content.title
        = plan.wholePackage ? Inspect::tr("Delete the package") : Inspect::tr("Delete %1", "versions").arg(versionsText(plan.items.size()));
    content.kind = Inspect::tr("Plan");
    QStringList tags;
    for (const desk::DeleteItem &item : plan.items)
        tags += item.tags;
    content.sentence = Sentence::of(tags.isEmpty() ? Inspect::tr("Delete from %1. No tag goes with it.")
            : tags.size() > MostTagsNamed          ? Inspect::tr("Delete from %1. %3 go, among them %2.")
                                                   : Inspect::tr("Delete from %1. These tags go: %2."),
        {Sentence::plain(plan.request.repository),
            Sentence::bold(tags.first(std::min(tags.size(), MostTagsNamed)).join(QLatin1StringView(", "))),
            Sentence::plain(tagsText(tags.size()))});
    if (plan.undoUntil.isValid()) {
        content.promise = {.icon = QStringLiteral("edit-undo"),
            .title = Inspect::tr("Undo until %1").arg(dateText(plan.undoUntil.toLocalTime().date())),
            .text = Inspect::tr("The manifest is kept on this computer and can be pushed again.")};
    } else {
        content.promise = {.icon = QStringLiteral("pd-warning"),
            .title = Inspect::tr("This cannot be undone"),
            .text = Inspect::tr("The registry keeps nothing that could be put back.")};
    }
    content.buttons = {{.id = QStringLiteral("accept"),
                           .label = plan.wholePackage ? Inspect::tr("Delete the package")
                                                      : Inspect::tr("Delete %1", "versions").arg(versionsText(plan.items.size())),
                           .icon = QStringLiteral("edit-delete"),
                           .enabled = plan.refusal.isEmpty() && !plan.items.isEmpty(),
                           .reason = planRefusal(plan),
                           .rank = ActionRank::Filled},
        {.id = QStringLiteral("cancel"), .label = Inspect::tr("Cancel")}};
    content.sections = {{.title = Inspect::tr("Same as"), .command = desk::asCommandLine(plan.command)}};
    return content;
}

InspectorContent inspectFolder(const desk::FolderRow &folder, const QString &home)
{
    InspectorContent content;
    content.title = QFileInfo(folder.path).fileName();
    content.kind = Inspect::tr("Folder");
    content.digest = withTilde(folder.path, home);
    content.digestToolTip = folder.path;
    InspectorSection facts;
    add(facts, revisionFact(folder.revision));
    add(facts, {.label = Inspect::tr("Branch"), .value = folder.branch});
    add(facts, {.label = Inspect::tr("Rego"), .value = Inspect::tr("%Ln files", nullptr, folder.regoFiles)});
    add(facts,
        {.label = Inspect::tr("Tests"), .value = folder.testFiles > 0 ? Inspect::tr("%Ln files", nullptr, folder.testFiles) : QString()});
    add(facts, {.label = Inspect::tr("Packages"), .value = folder.packages.join(QLatin1StringView(", "))});
    add(facts, {.label = Inspect::tr("Source"), .value = folder.sourceUrl, .toolTip = folder.sourceUrl});
    content.sections = {facts};
    content.verbs = {verb("openFolderOutside", Inspect::tr("Open in the file manager"), "document-open-folder"),
        verb("forgetFolder", Inspect::tr("Remove from the list"), "list-remove")};
    return content;
}

QString bundleFileName(const QString &reference)
{
    QString name = reference.section(QLatin1Char('/'), -1);
    name.replace(QLatin1Char(':'), QLatin1Char('-'));
    return name + QStringLiteral(".tar.gz");
}

} // namespace pd::models
