// SPDX-License-Identifier: GPL-3.0-or-later
#include "completer.h"

#include "outputs.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace pd::opa {

namespace {

using Kind = Suggestion::Kind;
constexpr qsizetype MaxNames = 20'000;
constexpr int MaxDepth = 8;

QString appendSegment(const QString &path, const QString &segment)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    if (path.isEmpty())
        return segment;
    if (plain.match(segment).hasMatch())
        return path + QLatin1Char('.') + segment;
    const QByteArray quoted = QJsonDocument(QJsonArray{segment}).toJson(QJsonDocument::Compact);
    return path + QString::fromUtf8(quoted);
}

void addPaths(const QJsonValue &value, const QString &path, Kind kind, int depth, QList<Suggestion> &all)
{
    if (depth > MaxDepth || all.size() >= MaxNames)
        return;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end() && all.size() < MaxNames; ++it) {
        if (it.key().size() > 256)
            continue;
        const QString here = appendSegment(path, plainText(it.key()));
        all << Suggestion{here, kind, {}};
        addPaths(it.value(), here, kind, depth + 1, all);
    }
}

/// A path of the AST: strings, but for the first, which is a variable; ends at the first variable part (`data.a[x]`).
QString pathOf(const QJsonArray &terms, qsizetype from, QString path)
{
    for (qsizetype i = from; i < terms.size() && i < 32; ++i) {
        const QJsonObject term = terms[i].toObject();
        if (i > 0 && term.value(QStringLiteral("type")).toString() != QStringLiteral("string"))
            break;
        path = appendSegment(path, plainText(term.value(QStringLiteral("value")).toString(), 256));
    }
    return path;
}

QString argumentsOf(const QJsonArray &arguments)
{
    QStringList names;
    for (const QJsonValue &argument : arguments) {
        const QString name = argument.toObject().value(QStringLiteral("value")).toString();
        names << (name.isEmpty() || name.startsWith(QStringLiteral("__local")) ? QStringLiteral("_") : plainText(name, 64));
    }
    return QLatin1Char('(') + names.join(QStringLiteral(", ")) + QLatin1Char(')');
}

void addModule(const QJsonObject &ast, QList<Suggestion> &all)
{
    const QString package = pathOf(ast.value(QStringLiteral("package")).toObject().value(QStringLiteral("path")).toArray(), 0, {});
    const bool typed = package == QStringLiteral("data.repl");
    if (!typed)
        all << Suggestion{package, Kind::Package, {}};
    for (const QJsonValue &rule : ast.value(QStringLiteral("rules")).toArray()) {
        if (all.size() >= MaxNames)
            return;
        const QJsonObject head = rule.toObject().value(QStringLiteral("head")).toObject();
        const QJsonArray ref = head.value(QStringLiteral("ref")).toArray();
        const QJsonArray arguments = head.value(QStringLiteral("args")).toArray();
        const QString name = pathOf(ref, 0, typed ? QString() : package);
        const Kind kind = typed ? Kind::Definition : arguments.isEmpty() ? Kind::Rule : Kind::Function;
        all << Suggestion{name, kind, arguments.isEmpty() ? QString() : argumentsOf(arguments)};
    }
}

void matching(const QList<Suggestion> &from, const QString &prefix, QList<Suggestion> &all)
{
    for (const Suggestion &suggestion : from) {
        if (suggestion.text.size() > prefix.size() && suggestion.text.startsWith(prefix))
            all << suggestion;
    }
}

} // namespace

void Completer::setCapabilities(const Capabilities &capabilities)
{
    m_language.clear();
    for (const char *keyword : {"as", "contains", "data", "default", "else", "every", "false", "if", "import", "in", "input", "not", "null",
             "package", "some", "true", "with"})
        m_language << Suggestion{QString::fromLatin1(keyword), Kind::Keyword, {}};
    for (const auto &[name, description] : capabilities.described())
        m_language << Suggestion{name, Kind::Builtin, description};
}

void Completer::setPolicies(const QJsonArray &policies)
{
    m_policies.clear();
    for (const QJsonValue &policy : policies)
        addModule(policy.toObject().value(QStringLiteral("ast")).toObject(), m_policies);
}

void Completer::addData(const QByteArray &json, const QString &under)
{
    QString path = QStringLiteral("data");
    for (const QString &segment : under.split(QLatin1Char('.'), Qt::SkipEmptyParts))
        path = appendSegment(path, segment);
    addPaths(QJsonDocument::fromJson(json).object(), path, Kind::Data, 0, m_data);
}

QList<Suggestion> Completer::complete(const QString &prefix, const QByteArray &input, qsizetype most) const
{
    QList<Suggestion> all;
    matching(m_policies, prefix, all);
    matching(m_data, prefix, all);
    if (prefix.startsWith(QStringLiteral("input"))) {
        QList<Suggestion> inputs;
        addPaths(QJsonDocument::fromJson(input).object(), QStringLiteral("input"), Kind::Input, 0, inputs);
        matching(inputs, prefix, all);
    }
    matching(m_language, prefix, all);
    // Fewest steps first, so that the next segment of a path stands above what lies below it.
    const auto rank
        = [](const Suggestion &s) { return std::tuple(s.text.count(QLatin1Char('.')) + s.text.count(QLatin1Char('[')), s.text); };
    std::ranges::stable_sort(all, [&](const Suggestion &a, const Suggestion &b) { return rank(a) < rank(b); });
    const auto sameText = [](const Suggestion &a, const Suggestion &b) { return a.text == b.text; };
    all.erase(std::unique(all.begin(), all.end(), sameText), all.end());
    return all.first(std::min(most, all.size()));
}

} // namespace pd::opa
