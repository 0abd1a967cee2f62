// SPDX-License-Identifier: GPL-3.0-or-later
#include "gotofacts.h"

#include "core/paths.h"
#include "format.h"
#include "keys.h"
#include "navigationfacts.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pd::models {

namespace {

struct GoTo {
    Q_DECLARE_TR_FUNCTIONS(pd::models::GoTo)
};

} // namespace

QList<GoToItem> goToItems(const GoToFacts &facts)
{
    QList<GoToItem> items;
    items.reserve(facts.packages.size() + facts.hosts.size() + facts.images.size() + facts.folders.size() + facts.actions.size());
    for (const desk::RemotePackage &package : facts.packages) {
        items.append({.id = packagePlace(package.host, package.repository),
            .group = GoTo::tr("Packages"),
            .icon = QStringLiteral("pd-package"),
            .text = package.repository,
            .note = package.host});
    }
    for (const desk::LocalImage &image : facts.images) {
        items.append({.id = imagePlace(image.reference()),
            .group = GoTo::tr("Local images"),
            .icon = QStringLiteral("drive-harddisk"),
            .text = image.reference(),
            .digest = shortDigest(image.digest)});
    }
    for (const QString &host : facts.hosts)
        items.append({.id = registryPlace(host), .group = GoTo::tr("Registries"), .icon = QStringLiteral("server-database"), .text = host});
    for (const QString &folder : facts.folders) {
        items.append({.id = folderPlace(folder),
            .group = GoTo::tr("Folders"),
            .icon = QStringLiteral("folder"),
            .text = QFileInfo(folder).fileName(),
            .note = withTilde(folder, facts.home)});
    }
    for (const ActionValue &action : facts.actions) {
        if (!action.id.isEmpty())
            items.append({.id = QStringLiteral("do:") + action.id,
                .group = GoTo::tr("Actions"),
                .icon = action.icon.isEmpty() ? QStringLiteral("go-jump") : action.icon,
                .text = action.label,
                .keys = keysText(action.shortcut).split(QLatin1Char(' '), Qt::SkipEmptyParts),
                .action = true,
                .enabled = action.enabled});
    }
    return items;
}

} // namespace pd::models
