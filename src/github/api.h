// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace pd::github {

enum class OwnerKind {
    User,
    Organization,
    Self, ///< The token's own user: the list has what is private, too.
};

/// Who owns packages. A value.
struct Owner {
    OwnerKind kind = OwnerKind::User;
    QString login;
    friend bool operator==(const Owner &, const Owner &) = default;
};

/// A container package. `name` may hold slashes. A value.
struct PackageName {
    Owner owner;
    QString name;
    friend bool operator==(const PackageName &, const PackageName &) = default;
};

/// Where a GitHub is: github.com, GHE.com or an Enterprise Server. A value.
struct Api {
    QUrl rest; ///< Base of the REST API, without a slash at the end.
    QUrl web; ///< Base of its pages.

    /// The GitHub behind a container registry (`ghcr.io`, `containers.SUB.ghe.com`, `containers.HOST`); nothing for any other host.
    [[nodiscard]] static std::optional<Api> ofRegistry(const QString &registryHost);
    /// `HOST=URL`: a registry's host and the base of its API, in place of the usual one. http for loopback alone. InvalidInput `github.apiOption`.
    struct Override {
        QString registryHost;
        QUrl rest;
    };
    [[nodiscard]] static Result<Override> parseOverride(QStringView option);

    /// `{rest}/orgs/O/packages/container/a%2Fb{tail}`: a slash in a name is encoded once.
    [[nodiscard]] QUrl packageAddress(const PackageName &package, const QString &tail = {}) const;
    /// `{rest}/orgs/O/packages`, `/users/U/packages` or `/user/packages`.
    [[nodiscard]] QUrl packagesAddress(const Owner &owner) const;
    /// `{rest}` with `path`, which is encoded already.
    [[nodiscard]] QUrl address(const QString &encodedPath) const;

    /// The page where an owner changes the visibility: no API does.
    [[nodiscard]] QUrl settingsUrl(const PackageName &package) const;
    /// The page of a package.
    [[nodiscard]] QUrl packageUrl(const PackageName &package) const;
    /// The page that makes a classic token, the scopes ticked and the note filled in.
    [[nodiscard]] QUrl newTokenUrl(const QStringList &scopes, const QString &note) const;
};

} // namespace pd::github
