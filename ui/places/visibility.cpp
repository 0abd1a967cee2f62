// SPDX-License-Identifier: GPL-3.0-or-later
#include "visibility.h"

#include "models/imagefacts.h"

namespace pd::ui {

void changeVisibility(Context &context, const desk::RemotePackage &package)
{
    const QString page = models::visibilityPage(package);
    if (page.isEmpty())
        return;
    context.tell(QStringLiteral("info"),
        Context::tr("GitHub changes visibility on the package's own page alone: it has no programming interface for it"));
    context.browse(page);
}

} // namespace pd::ui
