// SPDX-License-Identifier: GPL-3.0-or-later
#include "definitions.h"

#include "querytext.h"

#include <QRegularExpression>

namespace pd::opa {

namespace {

bool isImport(const QString &text)
{
    static const QRegularExpression import(QStringLiteral("^import\\s"));
    return import.match(text).hasMatch();
}

/// Names at the begin of a line: heads of rules. What follows tells a head from a line of a body.
QStringList headsOf(const QString &text)
{
    static const QRegularExpression head(
        QStringLiteral("^(?:default\\s+)?([A-Za-z_][A-Za-z0-9_]*)(?=\\s*(?:$|:=|=|\\(|\\[|\\.|\\{|\\bif\\b|\\bcontains\\b))"),
        QRegularExpression::MultilineOption);
    static const QStringList keywords
        = {QStringLiteral("else"), QStringLiteral("import"), QStringLiteral("package"), QStringLiteral("default")};
    QStringList names;
    auto matches = head.globalMatch(text);
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        if (!keywords.contains(name) && !names.contains(name))
            names << name;
    }
    return names;
}

bool isPlainValue(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*\\s*:="));
    static const QRegularExpression conditional(QStringLiteral("\\bif\\b|\\belse\\b"));
    return plain.match(text).hasMatch() && !conditional.match(text).hasMatch() && headsOf(text).size() == 1;
}

} // namespace

bool isDefinition(const QString &text)
{
    static const QRegularExpression rule(QStringLiteral(
        "^(?:default\\s+[A-Za-z_]|import\\s+[A-Za-z_]"
        "|[A-Za-z_][A-Za-z0-9_.]*(?:\\([^()]*\\)\\s*(?::=|if\\b)|(?:\\[[^\\]]*\\]\\s*|\\s+)(?:if\\b|contains\\b)|\\s*\\{))"));
    const QString typed = text.trimmed();
    // `name := value` alone stays; two of them, or one among other expressions, are a query with variables.
    return rule.match(typed).hasMatch() || (isPlainValue(typed) && QueryText(typed).isOneExpression());
}

Definitions Definitions::with(const QString &rules) const
{
    Definition added;
    added.text = rules.trimmed();
    const QStringList heads = isImport(added.text) ? QStringList() : headsOf(added.text);
    added.name = heads.value(0);
    Definitions result = *this;
    const bool replaces = isPlainValue(added.text);
    result.m_all.removeIf(
        [&](const Definition &old) { return old.text == added.text || (replaces && !old.name.isEmpty() && old.name == added.name); });
    result.m_all << added;
    return result;
}

Definitions Definitions::without(const QString &name) const
{
    Definitions result = *this;
    result.m_all.removeIf([&](const Definition &old) { return old.name == name || (old.name.isEmpty() && old.text == name); });
    return result;
}

bool Definitions::contains(const QString &name) const
{
    return without(name).m_all.size() != m_all.size();
}

QStringList Definitions::names() const
{
    QStringList all;
    for (const Definition &definition : m_all) {
        if (!definition.name.isEmpty())
            all += headsOf(definition.text);
    }
    all.removeDuplicates();
    return all;
}

Definitions::Placed Definitions::place() const
{
    Placed placed;
    placed.text = QStringLiteral("package repl\n\n");
    for (const bool imports : {true, false}) {
        for (qsizetype i = 0; i < m_all.size(); ++i) {
            if (isImport(m_all[i].text) != imports)
                continue;
            if (i == m_all.size() - 1)
                placed.lastBegins = static_cast<int>(placed.text.count(QLatin1Char('\n')));
            placed.text += m_all[i].text + QLatin1Char('\n');
        }
    }
    return placed;
}

QString Definitions::module() const
{
    return place().text;
}

QList<Diagnostic> Definitions::translate(QList<Diagnostic> diagnostics) const
{
    const int before = place().lastBegins;
    const auto rows = m_all.isEmpty() ? 0 : static_cast<int>(m_all.last().text.count(QLatin1Char('\n'))) + 1;
    for (Diagnostic &diagnostic : diagnostics) {
        int row = diagnostic.row - before;
        if (row == rows + 1 && diagnostic.code == QStringLiteral("rego_parse_error")) { // "unexpected eof": what was typed lacks its end
            row = rows;
            diagnostic.column = static_cast<int>(m_all.last().text.section(QLatin1Char('\n'), -1).toUtf8().size()) + 1;
        }
        const bool inside = row >= 1 && row <= rows;
        diagnostic.row = inside ? row : 0;
        diagnostic.column = inside ? diagnostic.column : 0;
        diagnostic.file.clear();
    }
    return diagnostics;
}

} // namespace pd::opa
