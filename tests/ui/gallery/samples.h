// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activity.h"
#include "models/gotoitem.h"
#include "models/inspection.h"
#include "models/navigation.h"
#include "models/notices.h"

class QAbstractItemModel;
class QObject;

/// Sample values: as many and as long as real ones, invented.
namespace pd::gallery {

[[nodiscard]] models::TreeSnapshot tree();
[[nodiscard]] models::TreeSnapshot emptyTree();
[[nodiscard]] models::InspectorContent tagInspector();
[[nodiscard]] models::InspectorContent packageInspector();
[[nodiscard]] models::InspectorContent folderInspector();
[[nodiscard]] models::InspectorContent imageInspector();
[[nodiscard]] models::InspectorContent planInspector();
[[nodiscard]] models::InspectorContent tokenInspector();
[[nodiscard]] models::ActivitySnapshot activity();
[[nodiscard]] models::ActivitySnapshot idle(const QString &text);
[[nodiscard]] QList<models::GoToItem> goTo();
[[nodiscard]] models::StartContent start();
[[nodiscard]] models::ErrorNotice expiredToken();
[[nodiscard]] models::ErrorNotice denied();
[[nodiscard]] models::EmptyNotice noTag();
[[nodiscard]] QAbstractItemModel *tags(QObject *parent, bool stale);
[[nodiscard]] QAbstractItemModel *packages(QObject *parent);
[[nodiscard]] QAbstractItemModel *images(QObject *parent);

} // namespace pd::gallery
