// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

namespace pd::desk {

/// A tag in the local store. Values only; sizes in bytes, −1 where unknown; times UTC, invalid where unknown.
struct LocalImage {
    QString repository; ///< Canonical, with its host: `ghcr.io/acme/rbac`; empty for an image without one.
    QString tag;
    QString digest; ///< `sha256:…`
    qint64 size = -1; ///< The bundle's.
    QDateTime built;
    QString revision;
    QMap<QString, QString> annotations;
    QString problem; ///< Why it cannot be used ("blob.missing", …), empty when it can.

    [[nodiscard]] QString reference() const { return repository + QLatin1Char(':') + tag; }
    friend bool operator==(const LocalImage &, const LocalImage &) = default;
};

/// A package (GHCR) or repository (elsewhere) of a registry.
struct RemotePackage {
    enum class Visibility { Unknown, Public, Private, Internal };
    QString host;
    QString repository; ///< With its owner: `acme/rbac`.
    Visibility visibility = Visibility::Unknown;
    QString newestTag; ///< Empty while not read.
    int versions = -1;
    QDateTime updated;
    QString sourceRepository;
    QString url; ///< Its page, where it has one.
    QString settingsUrl = {}; ///< The page where its owner changes the visibility (no API of GitHub does); empty elsewhere.
    friend bool operator==(const RemotePackage &, const RemotePackage &) = default;
};

/// Whose packages the tree shows under a registry.
struct OwnerRow {
    QString login;
    bool own = false; ///< The account's own, as the registry or the user named it.
    bool kept = false; ///< In the settings: `Desk::removeOwner` takes it away.
    friend bool operator==(const OwnerRow &, const OwnerRow &) = default;
};

/// A tag in a registry. What is not read yet is empty, −1 or invalid; `read` says that its manifest was. GitHub's lists have digest and date before.
struct RemoteTag {
    QString tag;
    QString digest;
    QString sameAs; ///< The most telling other tag of the same digest, empty where there is none.
    QDateTime published;
    QString revision;
    qint64 size = -1;
    qint64 versionId = 0; ///< GitHub's, 0 elsewhere.
    bool read = false;
    QString problem; ///< Why its details could not be read, empty otherwise.
    friend bool operator==(const RemoteTag &, const RemoteTag &) = default;
};

} // namespace pd::desk
