// SPDX-License-Identifier: GPL-3.0-or-later
#include "known.h"

namespace pd::ui {

namespace {

QString key(const QString &host, const QString &owner)
{
    return host + QLatin1Char('/') + owner;
}

/// Rows that the window keeps of one owner: what GitHub gives at most.
constexpr qsizetype MostPackages = 10'000;

} // namespace

Known::Known(desk::Desk &desk)
    : m_desk(desk)
{
    connect(&desk, &desk::Desk::storeChanged, this, &Known::readImages);
    connect(&desk, &desk::Desk::accountsChanged, this, &Known::readAccounts);
    connect(&desk, &desk::Desk::settingsChanged, this, &Known::changed);
    // An owner was kept, an image opened, an account has come or gone.
    connect(&desk, &desk::Desk::settingsChanged, this, &Known::readOwnersAgain);
    connect(&desk, &desk::Desk::accountsChanged, this, &Known::readOwnersAgain);
    connect(&desk, &desk::Desk::remoteChanged, this, [this](const QString &host, const QString &) {
        const QStringList lists = m_packages.keys();
        for (const QString &list : lists) {
            if (list.startsWith(QString(host + QLatin1Char('/'))))
                readPackages(host, list.sliced(host.size() + 1));
        }
    });
    connect(&desk, &desk::Desk::operationAdded, this, [this](desk::Operation *operation) {
        connect(operation, &desk::Operation::finished, this, [this, operation] { followPractice(*operation); });
    });
    for (const auto signal : {&Known::imagesChanged, &Known::foundChanged, &Known::accountsChanged})
        connect(this, signal, this, &Known::changed);
    connect(this, &Known::packagesChanged, this, &Known::changed);
    connect(this, &Known::ownersChanged, this, &Known::changed);
}

Known::~Known()
{
    m_stop.request_stop();
}

QString Known::user(const QString &host) const
{
    const auto found = std::ranges::find(m_accounts, host, &desk::AccountRow::host);
    return found == m_accounts.end() ? QString() : found->user;
}

void Known::followPractice(const desk::Operation &operation)
{
    if (!operation.receipt())
        return;
    // Also where it was taken up again at the start, which no button asked for.
    const QString host = operation.receipt()->reference;
    if (operation.verb() == QLatin1StringView("practice")) {
        readPackages(host, {});
    } else if (operation.verb() == QLatin1StringView("practice-stop")) {
        m_packages.remove(key(host, {}));
        Q_EMIT packagesChanged(host, {});
    }
}

Known::Packages Known::packages(const QString &host, const QString &owner) const
{
    return m_packages.value(key(host, owner));
}

bool Known::isPractice(const QString &host) const
{
    const quint16 port = m_desk.settings().practicePort;
    return port != 0 && host.section(QLatin1Char(':'), 1).toUInt() == port && host.startsWith(QLatin1StringView("localhost:"));
}

void Known::readImages()
{
    ++m_imagesAsked;
    followImages(this, m_desk);
}

void Known::readFound()
{
    followFound(this, m_desk);
}

void Known::readAccounts()
{
    followAccounts(this, m_desk);
}

void Known::readPackages(const QString &host, const QString &owner)
{
    Packages &packages = m_packages[key(host, owner)];
    if (std::exchange(packages.reading, true))
        return;
    Q_EMIT packagesChanged(host, owner);
    followPackages(this, m_desk, host, owner);
}

void Known::readOwners(const QString &host)
{
    Owners &owners = m_owners[host];
    if (!std::exchange(owners.reading, true))
        followOwners(this, m_desk, host);
}

void Known::readOwnersAgain()
{
    const QStringList hosts = m_owners.keys();
    for (const QString &host : hosts)
        readOwners(host);
}

void Known::setNewest(const QString &host, const QString &repository, const QString &tag)
{
    for (auto packages = m_packages.begin(); packages != m_packages.end(); ++packages) {
        for (desk::RemotePackage &row : packages->rows) {
            if (row.host != host || row.repository != repository || row.newestTag == tag)
                continue;
            row.newestTag = tag;
            Q_EMIT packagesChanged(host, packages.key().sliced(host.size() + 1));
        }
    }
}

Task<void> Known::followImages(QPointer<Known> self, desk::Desk &desk)
{
    const quint64 asked = self->m_imagesAsked;
    const auto images = co_await desk.localImages();
    // A newer question is under way: its answer counts.
    if (!self || asked != self->m_imagesAsked)
        co_return;
    if (!images) {
        Q_EMIT self->failed(images.error());
        co_return;
    }
    if (self->m_imagesRead && self->m_images == *images)
        co_return;
    self->m_imagesRead = true;
    self->m_images = *images;
    Q_EMIT self->imagesChanged();
}

Task<void> Known::followFound(QPointer<Known> self, desk::Desk &desk)
{
    const auto found = co_await desk.foundHere();
    if (!self)
        co_return;
    if (!found) {
        Q_EMIT self->failed(found.error());
        co_return;
    }
    self->m_found = *found;
    Q_EMIT self->foundChanged();
}

Task<void> Known::followAccounts(QPointer<Known> self, desk::Desk &desk)
{
    const auto accounts = co_await desk.accounts();
    if (!self)
        co_return;
    if (!accounts) {
        Q_EMIT self->failed(accounts.error());
        co_return;
    }
    self->m_accounts = *accounts;
    Q_EMIT self->accountsChanged();
}

Task<void> Known::followOwners(QPointer<Known> self, desk::Desk &desk, QString host)
{
    const auto rows = co_await desk.owners(host, self->m_stop.get_token());
    if (!self)
        co_return;
    Owners &owners = self->m_owners[host];
    owners.reading = false;
    const bool same = owners.read && rows && owners.rows == *rows;
    owners.read = true;
    owners.problem = rows ? std::optional<Error>() : rows.error();
    if (rows)
        owners.rows = *rows;
    if (!same)
        Q_EMIT self->ownersChanged(host);
}

Task<void> Known::followPackages(QPointer<Known> self, desk::Desk &desk, QString host, QString owner)
{
    QList<desk::RemotePackage> rows;
    QString next;
    // Newest tags were read row by row, and stay until they are read again.
    QHash<QString, QString> newest;
    for (const desk::RemotePackage &row : std::as_const(self->m_packages[key(host, owner)].rows))
        newest.insert(row.repository, row.newestTag);
    do {
        const auto page = co_await desk.packages(host, owner, next, self->m_stop.get_token());
        if (!self)
            co_return;
        Packages &packages = self->m_packages[key(host, owner)];
        if (!page) {
            packages.reading = false;
            packages.problem = page.error();
            Q_EMIT self->packagesChanged(host, owner);
            co_return;
        }
        for (desk::RemotePackage row : page->rows) {
            if (row.newestTag.isEmpty())
                row.newestTag = newest.value(row.repository);
            rows.append(std::move(row));
        }
        next = page->next;
        packages.problem.reset();
        packages.complete = next.isEmpty() || rows.size() >= MostPackages;
        packages.reading = !packages.complete;
        if (rows.size() >= packages.rows.size() || packages.complete)
            packages.rows = rows;
        Q_EMIT self->packagesChanged(host, owner);
    } while (!next.isEmpty() && rows.size() < MostPackages);
}

} // namespace pd::ui
