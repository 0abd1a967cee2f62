// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostchoices.h"

namespace pd::desk {

void HostChoices::set(const QList<RegistryEntry> &entries)
{
    m_entries.clear();
    for (const RegistryEntry &entry : entries) {
        if (entry.plainHttp || !entry.caFile.isEmpty())
            m_entries.insert(entry.host.toLower(), entry);
    }
}

bool HostChoices::plainHttp(const QString &host) const
{
    return m_entries.value(host.toLower()).plainHttp;
}

QStringList HostChoices::caFiles(const QString &host) const
{
    const QString file = m_entries.value(host.toLower()).caFile;
    return file.isEmpty() ? QStringList() : QStringList{file};
}

} // namespace pd::desk
