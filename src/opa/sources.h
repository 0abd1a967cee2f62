// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>
#include <QMap>
#include <QString>

#include <functional>
#include <optional>

namespace pd::opa {

/// Where something is defined. `row` is 1-based.
struct Place {
    QString file;
    int row = 0;
    QString name; ///< Whole: `data.app.rbac.allow`, or `data.app.rbac` for a package.
    friend bool operator==(const Place &, const Place &) = default;
};

/// The modules of an image as OPA holds them, to look up where a rule stands. A value; its text comes from strangers.
class Sources {
public:
    /// The `result` of `GET /v1/policies`; `nameOf` turns OPA's name for a module into the file's path in the image.
    void setPolicies(const QJsonArray &policies, const std::function<QString(const QString &)> &nameOf);

    [[nodiscard]] QStringList files() const { return m_modules.keys(); }
    [[nodiscard]] std::optional<QString> text(const QString &file) const;
    /// Where `name` is defined, in the order of files and rows: a path (`data.app.rbac.allow.more`: the longest beginning that is a rule or a
    /// package), or, where it stands in the module `from`, a name of its package or of one of its imports.
    [[nodiscard]] QList<Place> find(const QString &name, const QString &from = {}) const;

private:
    struct Module {
        QString package; ///< `data.app.rbac`
        int packageRow = 1;
        QString text;
        QList<Place> rules;
        QMap<QString, QString> imports; ///< Alias → path.
    };
    [[nodiscard]] QList<Place> placesOf(const QString &path) const;
    [[nodiscard]] static Module read(const QString &file, const QJsonObject &policy);

    QMap<QString, Module> m_modules;
};

/// The word or path that `position` (a character index) touches, up to the end of the segment there: in `data.app.rbac` at "pp" it is
/// `data.app`. Empty where there is none.
[[nodiscard]] QString wordAt(const QString &text, qsizetype position);

} // namespace pd::opa
