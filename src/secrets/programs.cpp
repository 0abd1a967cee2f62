// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace pd::secrets {

QString findProgram(const QString &name, const QProcessEnvironment &environment)
{
    QStringList folders = environment.value(QStringLiteral("PATH")).split(QDir::listSeparator(), Qt::SkipEmptyParts);
    folders.removeIf([](const QString &folder) { return !QDir::isAbsolutePath(folder); });
    // An empty list would make Qt search the PATH of this process.
    return folders.isEmpty() ? QString() : QStandardPaths::findExecutable(name, folders);
}

QProcessEnvironment childEnvironment(QProcessEnvironment environment)
{
    environment.remove(QStringLiteral("POLICYDESK_USER"));
    environment.remove(QStringLiteral("POLICYDESK_TOKEN"));
    environment.remove(QStringLiteral("POLICYDESK_HOST"));
    return environment;
}

} // namespace pd::secrets
