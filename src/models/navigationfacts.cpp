// SPDX-License-Identifier: GPL-3.0-or-later
#include "navigationfacts.h"

#include "format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace pd::models {

namespace {

struct Navigation {
    Q_DECLARE_TR_FUNCTIONS(pd::models::Navigation)
};

constexpr std::array Kinds{QLatin1StringView("registry"), QLatin1StringView("image"), QLatin1StringView("owner"),
    QLatin1StringView("package"), QLatin1StringView("more"), QLatin1StringView("folder"), QLatin1StringView("opened"),
    QLatin1StringView("plan")};

QString joined(const QString &host, const QString &path)
{
    return path.isEmpty() ? host : QString(host + u'/' + path);
}

TreeNode packageNode(const desk::RemotePackage &package, const QString &owner)
{
    TreeNode node;
    node.id = packagePlace(package.host, package.repository);
    const bool below = !owner.isEmpty() && package.repository.startsWith(QString(owner + u'/'));
    node.label = below ? package.repository.sliced(owner.size() + 1) : package.repository;
    node.icon = QStringLiteral("pd-package");
    node.toolTip = toolTip(joined(package.host, package.repository));
    return node;
}

/// The first packages of an owner, and what stands for the others.
QList<TreeNode> packageNodes(const NavigationFacts::Owner &owner, const QString &host, bool whole)
{
    QList<TreeNode> nodes;
    const qsizetype read = owner.packages.size();
    // "1 more" would take the place that the one needs.
    const qsizetype shown = whole || read <= PackagesShown + 1 ? read : PackagesShown;
    for (const desk::RemotePackage &package : owner.packages.first(shown))
        nodes.append(packageNode(package, owner.name));
    const qsizetype hidden = std::max<qsizetype>(owner.total, read) - shown;
    if (hidden > 0) {
        TreeNode more;
        more.id = morePlace(host, owner.name);
        more.label = moreText(hidden);
        more.icon = QStringLiteral("overflow-menu");
        more.more = true;
        nodes.append(more);
    }
    return nodes;
}

TreeNode ownerNode(const NavigationFacts::Owner &owner, const QString &host, const NavigationFacts &facts)
{
    TreeNode node;
    node.id = ownerPlace(host, owner.name);
    node.label = owner.name;
    node.icon = owner.organisation ? QStringLiteral("view-institution") : QStringLiteral("user-identity");
    node.trailing = owner.total < 0 ? QString() : numberText(owner.total);
    node.toolTip = toolTip(joined(host, owner.name));
    node.expandable = owner.total != 0;
    node.children = packageNodes(owner, host, facts.wholeOwners.contains(node.id));
    return node;
}

QString registryWords(const NavigationFacts::Registry &registry)
{
    if (registry.practice)
        return registry.running ? Navigation::tr("running") : Navigation::tr("stopped");
    if (registry.signInNeeded)
        return Navigation::tr("sign in");
    if (!registry.reachable)
        return Navigation::tr("out of reach");
    return registry.user.isEmpty() ? QString() : QString(u'@' + registry.user);
}

TreeNode registryNode(const NavigationFacts::Registry &registry, const NavigationFacts &facts)
{
    TreeNode node;
    node.id = registryPlace(registry.host);
    node.label = registry.practice ? Navigation::tr("Practice registry") : registry.host;
    node.icon = registry.practice ? QStringLiteral("computer") : QStringLiteral("server-database");
    node.trailing = registryWords(registry);
    node.toolTip = toolTip(registry.host);
    if (registry.signInNeeded)
        node.stateIcon = QStringLiteral("pd-warning");
    else if (!registry.reachable)
        node.stateIcon = QStringLiteral("pd-offline");
    node.stateTone = registry.signInNeeded ? Tone::Warn : Tone::Quiet;
    node.expandable = !registry.read && (!registry.practice || registry.running);
    for (const NavigationFacts::Owner &owner : registry.owners) {
        if (owner.name.isEmpty())
            node.children.append(packageNodes(owner, registry.host, facts.wholeOwners.contains(ownerPlace(registry.host, {}))));
        else
            node.children.append(ownerNode(owner, registry.host, facts));
    }
    return node;
}

/// As many of the last parts of a path as it takes to tell it from the others.
QString folderName(const QString &path, const QList<NavigationFacts::Folder> &folders)
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    for (qsizetype count = 1; count < parts.size(); ++count) {
        const QString name = parts.last(count).join(u'/');
        const auto others = std::ranges::count_if(folders,
            [&](const NavigationFacts::Folder &folder) { return folder.path != path && folder.path.endsWith(QString(u'/' + name)); });
        if (others == 0)
            return name;
    }
    return path;
}

TreeNode folderNode(const NavigationFacts::Folder &folder, const QList<NavigationFacts::Folder> &folders)
{
    TreeNode node;
    node.id = folderPlace(folder.path);
    node.label = folderName(folder.path, folders);
    node.icon = QStringLiteral("folder");
    node.toolTip = toolTip(folder.path);
    if (folder.missing) {
        node.trailing = Navigation::tr("not there");
        node.stateIcon = QStringLiteral("pd-warning");
    } else if (folder.changed > 0) {
        node.trailing = Navigation::tr("%Ln changed", "files", folder.changed);
    }
    return node;
}

TreeNode openedNode(const QString &reference)
{
    TreeNode node;
    node.id = openedPlace(reference);
    node.label = reference.sliced(reference.lastIndexOf(u'/') + 1);
    node.icon = QStringLiteral("pd-package");
    node.toolTip = toolTip(reference);
    return node;
}

} // namespace

QString startPlace()
{
    return QStringLiteral("start");
}

QString signInPlace(const QString &host)
{
    return QString(QLatin1StringView("signin:") + host);
}

QString planPlace(const QString &repository, const QString &version)
{
    if (version.isEmpty())
        return QString(QLatin1StringView("plan:") + repository);
    return QString(QLatin1StringView("plan:") + repository + (version.contains(u':') ? u'@' : u':') + version);
}

QString imagePlace(const QString &reference)
{
    return QString(QLatin1StringView("image:") + reference);
}

QString localPlace()
{
    return QStringLiteral("local");
}

QString registryPlace(const QString &host)
{
    return QString(QLatin1StringView("registry:") + host);
}

QString ownerPlace(const QString &host, const QString &owner)
{
    return QString(QLatin1StringView("owner:") + joined(host, owner));
}

QString packagePlace(const QString &host, const QString &repository)
{
    return QString(QLatin1StringView("package:") + joined(host, repository));
}

QString morePlace(const QString &host, const QString &owner)
{
    return QString(QLatin1StringView("more:") + joined(host, owner));
}

QString folderPlace(const QString &path)
{
    return QString(QLatin1StringView("folder:") + path);
}

QString openedPlace(const QString &reference)
{
    return QString(QLatin1StringView("opened:") + reference);
}

Place parsePlace(const QString &place)
{
    if (place == localPlace() || place == startPlace())
        return {place, {}};
    // The one place whose subject may be asked for.
    if (const QString signIn = signInPlace({}); place.startsWith(signIn))
        return {signIn.chopped(1), place.sliced(signIn.size())};
    const qsizetype colon = place.indexOf(u':');
    if (colon < 0 || colon + 1 == place.size())
        return {};
    const QString kind = place.first(colon);
    if (std::ranges::find(Kinds, kind) == Kinds.end())
        return {};
    return {kind, place.sliced(colon + 1)};
}

TreeSnapshot makeTree(const NavigationFacts &facts)
{
    TreeSection registries{.id = QStringLiteral("registries"),
        .title = Navigation::tr("Registries"),
        .addToolTip = Navigation::tr("Sign in to a registry"),
        .emptyText = Navigation::tr("None yet")};
    for (const NavigationFacts::Registry &registry : facts.registries)
        registries.nodes.append(registryNode(registry, facts));

    TreeSection computer{.id = QStringLiteral("computer"), .title = Navigation::tr("On this computer")};
    TreeNode local;
    local.id = localPlace();
    local.label = Navigation::tr("Local images");
    local.icon = QStringLiteral("drive-harddisk");
    local.trailing = facts.localImages < 0 ? QString() : numberText(facts.localImages);
    computer.nodes.append(local);

    TreeSection folders{.id = QStringLiteral("folders"),
        .title = Navigation::tr("Folders"),
        .addToolTip = Navigation::tr("Open a folder"),
        .emptyText = Navigation::tr("None yet")};
    for (const NavigationFacts::Folder &folder : facts.folders)
        folders.nodes.append(folderNode(folder, facts.folders));

    TreeSnapshot tree{.sections = {registries, computer, folders}};
    if (!facts.opened.isEmpty()) {
        TreeSection opened{.id = QStringLiteral("opened"), .title = Navigation::tr("Opened")};
        for (const QString &reference : facts.opened)
            opened.nodes.append(openedNode(reference));
        tree.sections.append(opened);
    }
    return tree;
}

} // namespace pd::models
