// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QDateTime>
#include <QStringList>
#include <QUrl>

namespace pd::github {

enum class Visibility { Private, Public, Internal, Unknown };

/// A container package as the REST API lists it. Text is the other side's: plain, at most 512 characters each. A value.
struct Package {
    QString name;
    Visibility visibility = Visibility::Unknown;
    QString owner;
    QString repository; ///< `owner/name` of the source repository; empty where none is connected.
    qint64 versionCount = 0;
    QDateTime created; ///< UTC
    QDateTime updated; ///< UTC
    QUrl htmlUrl; ///< http or https, else empty.
};

/// A version: one manifest with all its tags. A value.
struct Version {
    qint64 id = 0;
    QString digest; ///< As GitHub names it (`sha256:…`); not checked here.
    QStringList tags;
    QDateTime created; ///< UTC
    QDateTime updated; ///< UTC
    QDateTime deleted; ///< Null unless it waits to be restored.
    QUrl htmlUrl;
};

/// One page of a list; `next` is the number of the page after it, 0 after the last.
template <typename T>
struct Page {
    QList<T> items;
    int next = 0;
};

/// What the token itself can do, as far as its answers tell.
struct TokenFacts {
    QString login;
    bool tellsScopes = false; ///< A classic token. A fine-grained one does not say what it may.
    QStringList scopes;
    QDateTime expires; ///< Null: never, or not said.
    QUrl ssoUrl; ///< Where to let an organization with single sign-on accept the token; empty where none asked.

    /// Whether a classic token has the scope, by itself or by a wider one (`write:packages` reads, too).
    [[nodiscard]] bool hasScope(const QString &scope) const;
};

/// Readers of untrusted answers: bounded, tolerant of what they do not know; Protocol `github.answer` where the shape is another.
[[nodiscard]] Result<Package> parsePackage(QByteArrayView json);
[[nodiscard]] Result<QList<Package>> parsePackages(QByteArrayView json);
[[nodiscard]] Result<QList<Version>> parseVersions(QByteArrayView json);

} // namespace pd::github
