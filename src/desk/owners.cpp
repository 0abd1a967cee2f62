// SPDX-License-Identifier: GPL-3.0-or-later
#include "owners.h"

#include "oci/reference.h"

namespace pd::desk {

namespace {

bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

void add(QList<OwnerRow> &rows, const QString &login, bool kept)
{
    const auto found = std::ranges::find_if(rows, [&login](const OwnerRow &row) { return isSame(row.login, login); });
    if (found == rows.end() && !login.isEmpty())
        rows.append({login, false, kept});
}

/// The owner in `host/owner/name`; empty where it is another host's, or has none.
QString ownerIn(const QString &reference, const QString &host)
{
    const auto read = oci::Reference::parse(reference, {});
    if (!read || read->host() != host || !read->repository().contains(QLatin1Char('/')))
        return {};
    return read->repository().section(QLatin1Char('/'), 0, 0);
}

} // namespace

QList<OwnerRow> knownOwners(const Settings &settings, const QString &host)
{
    QList<OwnerRow> rows;
    for (const RegistryEntry &entry : settings.registries) {
        for (const QString &owner : entry.host == host ? entry.owners : QStringList())
            add(rows, owner, true);
    }
    for (const QString &reference : settings.opened)
        add(rows, ownerIn(reference, host), false);
    for (const FolderEntry &folder : settings.folders)
        add(rows, ownerIn(folder.destination, host), false);
    return rows;
}

QList<OwnerRow> withOwn(QList<OwnerRow> owners, const QString &login)
{
    if (login.isEmpty())
        return owners;
    OwnerRow own{login, true, false};
    for (const OwnerRow &row : std::as_const(owners))
        own.kept = own.kept || (row.kept && isSame(row.login, login));
    owners.removeIf([&login](const OwnerRow &row) { return isSame(row.login, login); });
    owners.prepend(own);
    return owners;
}

void keepOwner(Settings &settings, const QString &host, const QString &owner)
{
    auto entry = std::ranges::find(settings.registries, host, &RegistryEntry::host);
    if (entry == settings.registries.end()) {
        settings.registries.append({host, {}, {}, false, {}});
        entry = settings.registries.end() - 1;
    }
    const bool known = std::ranges::any_of(entry->owners, [&owner](const QString &each) { return isSame(each, owner); });
    if (!known && !owner.isEmpty())
        entry->owners.append(owner);
}

void dropOwner(Settings &settings, const QString &host, const QString &owner)
{
    for (RegistryEntry &entry : settings.registries) {
        if (entry.host == host)
            entry.owners.removeIf([&owner](const QString &each) { return isSame(each, owner); });
    }
}

} // namespace pd::desk
