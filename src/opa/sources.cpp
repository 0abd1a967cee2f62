// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources.h"

#include "outputs.h"
#include "regotext.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace pd::opa {

namespace {

constexpr qsizetype MaxRulesOfAModule = 20'000;

bool isWord(QChar c)
{
    return c == QLatin1Char('_') || c.isLetterOrNumber();
}

/// The path of a reference in the AST, ended by its first part that is no plain string.
QString pathOf(const QJsonArray &terms)
{
    QStringList parts;
    for (qsizetype i = 0; i < terms.size() && i < 32; ++i) {
        const QJsonObject term = terms[i].toObject();
        if (i > 0 && term.value(QStringLiteral("type")).toString() != QStringLiteral("string"))
            break;
        parts << plainText(term.value(QStringLiteral("value")).toString(), 256);
    }
    return parts.join(QLatin1Char('.'));
}

struct Line {
    int row;
    QString text; ///< From the first word on.
};

/// Lines that begin outside of every bracket and string: where packages, imports and rules begin.
QList<Line> outerLines(const QString &text)
{
    QList<Line> lines;
    int depth = 0;
    int row = 1;
    bool fresh = true; // nothing but space in this line so far
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (const qsizetype after = skipOpaque(text, i); after != i) {
            row += static_cast<int>(QStringView(text).sliced(i, after - i).count(QLatin1Char('\n')));
            fresh = false;
            i = after;
            continue;
        }
        if (c == QLatin1Char('\n')) {
            ++row;
            fresh = true;
        } else if (!c.isSpace()) {
            if (fresh && depth == 0 && isWord(c) && lines.size() < 2 * MaxRulesOfAModule) {
                const qsizetype end = text.indexOf(QLatin1Char('\n'), i);
                lines << Line{row, text.mid(i, std::min<qsizetype>(end < 0 ? text.size() - i : end - i, 1000))};
            }
            fresh = false;
            if (QStringLiteral("([{").contains(c))
                ++depth;
            else if (QStringLiteral(")]}").contains(c))
                depth = std::max(0, depth - 1);
        }
        ++i;
    }
    return lines;
}

} // namespace

Sources::Module Sources::read(const QString &file, const QJsonObject &policy)
{
    static const QRegularExpression import(
        QStringLiteral("^import\\s+([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)(?:\\s+as\\s+([A-Za-z_][A-Za-z0-9_]*))?"));
    static const QRegularExpression head(QStringLiteral("^(?:default\\s+)?([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)"));
    const QJsonObject ast = policy.value(QStringLiteral("ast")).toObject();
    Module module;
    module.text = policy.value(QStringLiteral("raw")).toString();
    module.package = pathOf(ast.value(QStringLiteral("package")).toObject().value(QStringLiteral("path")).toArray());
    // Only what OPA took for a rule is one: a line of a body may look like a head.
    QSet<QString> rules;
    for (const QJsonValue &rule : ast.value(QStringLiteral("rules")).toArray())
        rules << pathOf(rule.toObject().value(QStringLiteral("head")).toObject().value(QStringLiteral("ref")).toArray());
    for (const Line &line : outerLines(module.text)) {
        if (line.text.startsWith(QStringLiteral("package "))) {
            module.packageRow = line.row;
        } else if (const auto found = import.match(line.text); found.hasMatch()) {
            const QString path = found.captured(1);
            const QString alias = found.captured(2);
            module.imports.insert(alias.isEmpty() ? path.section(QLatin1Char('.'), -1) : alias, path);
        } else if (const auto name = head.match(line.text); name.hasMatch() && rules.contains(name.captured(1))) {
            module.rules << Place{file, line.row, module.package + QLatin1Char('.') + name.captured(1)};
        }
    }
    return module;
}

void Sources::setPolicies(const QJsonArray &policies, const std::function<QString(const QString &)> &nameOf)
{
    m_modules.clear();
    for (const QJsonValue &value : policies) {
        const QJsonObject policy = value.toObject();
        const QString file = plainText(nameOf(policy.value(QStringLiteral("id")).toString()));
        m_modules.insert(file, read(file, policy));
    }
}

std::optional<QString> Sources::text(const QString &file) const
{
    const auto found = m_modules.constFind(file);
    return found == m_modules.cend() ? std::nullopt : std::optional(found->text);
}

QList<Place> Sources::placesOf(const QString &path) const
{
    QList<Place> places;
    for (auto it = m_modules.cbegin(); it != m_modules.cend(); ++it) {
        for (const Place &rule : it->rules) {
            // `data.app.labels` finds the rule `labels.color` as well.
            if (rule.name == path || rule.name.startsWith(path + QLatin1Char('.')))
                places << rule;
        }
    }
    const bool exact = std::ranges::any_of(places, [&path](const Place &place) { return place.name == path; });
    if (exact)
        places.removeIf([&path](const Place &place) { return place.name != path; });
    for (auto it = m_modules.cbegin(); it != m_modules.cend() && !exact; ++it) {
        if (it->package == path) {
            places = {Place{it.key(), it->packageRow, path}};
            break;
        }
    }
    return places;
}

QList<Place> Sources::find(const QString &name, const QString &from) const
{
    /// A path, and the beginning of it that is no answer: a name of the own package never means the package itself.
    struct Wanted {
        QString path;
        QString above;
    };
    QList<Wanted> all;
    const QString first = name.section(QLatin1Char('.'), 0, 0);
    const auto module = m_modules.constFind(from);
    if (module == m_modules.cend()) {
        if (first != QStringLiteral("data"))
            all << Wanted{QStringLiteral("data.repl.") + name, QStringLiteral("data.repl")};
    } else {
        if (const QString path = module->imports.value(first); !path.isEmpty())
            all << Wanted{path + name.mid(first.size()), {}};
        if (first != QStringLiteral("data"))
            all << Wanted{module->package + QLatin1Char('.') + name, module->package};
    }
    all << Wanted{name, {}};
    for (const Wanted &wanted : std::as_const(all)) {
        for (QString path = wanted.path; path.contains(QLatin1Char('.')) && path != wanted.above;
            path = path.section(QLatin1Char('.'), 0, -2)) {
            if (const QList<Place> places = placesOf(path); !places.isEmpty())
                return places;
        }
    }
    return {};
}

QString wordAt(const QString &text, qsizetype position)
{
    position = std::clamp<qsizetype>(position, 0, text.size());
    qsizetype end = position;
    while (end < text.size() && isWord(text[end]))
        ++end;
    qsizetype begin = end;
    while (begin > 0 && (isWord(text[begin - 1]) || text[begin - 1] == QLatin1Char('.')))
        --begin;
    while (begin < end && (text[begin] == QLatin1Char('.') || text[begin].isDigit()))
        ++begin;
    QString word = text.sliced(begin, end - begin);
    while (word.endsWith(QLatin1Char('.')))
        word.chop(1);
    return word;
}

} // namespace pd::opa
