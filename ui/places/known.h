// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QObject>
#include <QSet>

#include <stop_token>

namespace pd::ui {

/// What the window has read so far and more than one view shows: local images, packages by owner, accounts, what was found on this computer.
/// Reading again keeps the last answer on the screen until the new one is here. GUI thread.
class Known final : public QObject {
    Q_OBJECT
public:
    explicit Known(desk::Desk &desk);
    ~Known() override;

    /// The packages of an owner (GitHub), or all of a registry where `owner` is empty.
    struct Packages {
        QList<desk::RemotePackage> rows;
        bool complete = false; ///< False while pages are still being read.
        bool reading = false;
        std::optional<Error> problem; ///< Of the last reading; rows are those of an earlier one.
    };

    /// Whose packages a registry shows.
    struct Owners {
        QList<desk::OwnerRow> rows;
        bool read = false;
        bool reading = false;
        std::optional<Error> problem; ///< Of the last reading.

        /// The registry knows whose the account is: GitHub's do, and have owners in place of a list of all.
        [[nodiscard]] bool hasOwn() const { return std::ranges::contains(rows, true, &desk::OwnerRow::own); }
    };

    [[nodiscard]] const QList<desk::LocalImage> &images() const { return m_images; }
    [[nodiscard]] bool imagesRead() const { return m_imagesRead; }
    [[nodiscard]] const QList<desk::FoundRow> &found() const { return m_found; }
    [[nodiscard]] const QList<desk::AccountRow> &accounts() const { return m_accounts; }
    [[nodiscard]] QString user(const QString &host) const;
    [[nodiscard]] Packages packages(const QString &host, const QString &owner) const;
    [[nodiscard]] Owners owners(const QString &host) const { return m_owners.value(host); }
    [[nodiscard]] bool isPractice(const QString &host) const;

    void readImages();
    void readFound();
    void readAccounts();
    void readPackages(const QString &host, const QString &owner);
    void readOwners(const QString &host);
    /// What was read of a package beside the list: its newest tag.
    void setNewest(const QString &host, const QString &repository, const QString &tag);

Q_SIGNALS:
    void imagesChanged();
    void foundChanged();
    void accountsChanged();
    void packagesChanged(const QString &host, const QString &owner);
    void ownersChanged(const QString &host);
    /// Any of the above, for what shows a bit of everything.
    void changed();
    void failed(const pd::Error &error);

private:
    void followPractice(const desk::Operation &operation);
    static Task<void> followImages(QPointer<Known> self, desk::Desk &desk);
    static Task<void> followFound(QPointer<Known> self, desk::Desk &desk);
    static Task<void> followAccounts(QPointer<Known> self, desk::Desk &desk);
    static Task<void> followPackages(QPointer<Known> self, desk::Desk &desk, QString host, QString owner);

    static Task<void> followOwners(QPointer<Known> self, desk::Desk &desk, QString host);
    void readOwnersAgain();

    desk::Desk &m_desk;
    QList<desk::LocalImage> m_images;
    bool m_imagesRead = false;
    quint64 m_imagesAsked = 0;
    QList<desk::FoundRow> m_found;
    QList<desk::AccountRow> m_accounts;
    QHash<QString, Packages> m_packages; ///< By `host/owner`.
    QHash<QString, Owners> m_owners; ///< By host.
    std::stop_source m_stop; ///< Of all that is being read.
};

} // namespace pd::ui
