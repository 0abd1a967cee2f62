// SPDX-License-Identifier: GPL-3.0-or-later
#include "visibility.h"

namespace pd::ui {

void changeVisibility(Context &context, const desk::RemotePackage &package)
{
    if (package.settingsUrl.isEmpty())
        return;
    context.tell(QStringLiteral("info"),
        Context::tr("GitHub changes visibility on the package's own page alone: it has no programming interface for it"));
    context.browse(package.settingsUrl);
}

} // namespace pd::ui
