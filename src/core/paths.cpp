// SPDX-License-Identifier: GPL-3.0-or-later
#include "paths.h"

#include <QDir>
#include <QStandardPaths>

#include <unistd.h>

namespace pd {

Paths Paths::forThisUser()
{
    const QString name = QStringLiteral("/policydesk");
    const auto in
        = [&name](QStandardPaths::StandardLocation location) -> QString { return QStandardPaths::writableLocation(location) + name; };
    Paths paths;
    paths.config = in(QStandardPaths::GenericConfigLocation);
    paths.data = in(QStandardPaths::GenericDataLocation);
    paths.state = in(QStandardPaths::GenericStateLocation);
    paths.cache = in(QStandardPaths::GenericCacheLocation);
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    paths.runtime = runtime.isEmpty() ? QString(QDir::tempPath() + QStringLiteral("/policydesk-") + QString::number(getuid()))
                                      : QString(runtime + name);
    paths.home = QDir::homePath();
    return paths;
}

QString withTilde(const QString &path, const QString &home)
{
    if (path == home)
        return QStringLiteral("~");
    if (home.size() > 1 && path.startsWith(home) && path.at(home.size()) == QLatin1Char('/'))
        return QLatin1Char('~') + path.mid(home.size());
    return path;
}

} // namespace pd
