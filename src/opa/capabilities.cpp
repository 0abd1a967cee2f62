// SPDX-License-Identifier: GPL-3.0-or-later
#include "capabilities.h"

#include "core/process.h"
#include "outputs.h"

#include <QJsonDocument>

namespace pd::opa {

namespace {

const QString Builtins = QStringLiteral("builtins");
const QString Name = QStringLiteral("name");
constexpr qsizetype MaxRequired = 200;
constexpr int MaxDepth = 8;

void collect(const QJsonValue &value, int depth, QJsonArray &found)
{
    if (depth > MaxDepth || found.size() >= MaxRequired)
        return;
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            collect(item, depth + 1, found);
        return;
    }
    const QJsonObject object = value.toObject();
    const QJsonObject declaration = object.value(QStringLiteral("decl")).toObject();
    if (!object.value(Name).toString().isEmpty() && declaration.value(QStringLiteral("type")).toString() == QStringLiteral("function")) {
        found.append(QJsonObject{{Name, object.value(Name)}, {QStringLiteral("decl"), declaration}});
        return;
    }
    for (const QJsonValue &item : object)
        collect(item, depth + 1, found);
}

} // namespace

Result<Capabilities> Capabilities::parse(const QByteArray &json)
{
    Capabilities result;
    result.m_document = QJsonDocument::fromJson(json).object();
    if (result.m_document.value(Builtins).toArray().isEmpty())
        return fail(ErrorKind::Protocol, Blame::Opa, QStringLiteral("opa.output"), QStringLiteral("opa capabilities"));
    return result;
}

QStringList Capabilities::names() const
{
    QStringList all;
    for (const QJsonValue &builtin : m_document.value(Builtins).toArray())
        all << builtin.toObject().value(Name).toString();
    all.sort();
    return all;
}

QList<std::pair<QString, QString>> Capabilities::described() const
{
    QList<std::pair<QString, QString>> all;
    for (const QJsonValue &builtin : m_document.value(Builtins).toArray()) {
        const QJsonObject object = builtin.toObject();
        all << std::pair(object.value(Name).toString(), plainText(object.value(QStringLiteral("description")).toString(), 512));
    }
    return all;
}

Capabilities Capabilities::restricted() const
{
    const QStringList dangerous = dangerousBuiltins();
    QJsonArray kept;
    for (const QJsonValue &builtin : m_document.value(Builtins).toArray()) {
        if (!dangerous.contains(builtin.toObject().value(Name).toString()))
            kept.append(builtin);
    }
    Capabilities result = *this;
    result.m_document.insert(Builtins, kept);
    result.m_document.insert(QStringLiteral("allow_net"), QJsonArray());
    return result;
}

Capabilities Capabilities::with(const QJsonArray &declarations) const
{
    QJsonArray all = m_document.value(Builtins).toArray();
    QStringList known = names();
    for (const QJsonValue &declaration : declarations) {
        const QString name = declaration.toObject().value(Name).toString();
        if (known.contains(name))
            continue;
        known << name;
        all.append(declaration);
    }
    Capabilities result = *this;
    result.m_document.insert(Builtins, all);
    return result;
}

QByteArray Capabilities::toJson() const
{
    return QJsonDocument(m_document).toJson(QJsonDocument::Compact);
}

QStringList dangerousBuiltins()
{
    return {QStringLiteral("http.send"), QStringLiteral("net.lookup_ip_addr"), QStringLiteral("opa.runtime")};
}

Task<Result<Capabilities>> capabilities(OpaProgram opa, std::stop_token stop)
{
    ProcessSpec spec;
    spec.program = opa.path;
    spec.arguments = {QStringLiteral("capabilities"), QStringLiteral("--current")};
    spec.deadline = std::chrono::seconds(20);
    CO_TRY(const ProcessResult result, co_await runProcess(spec, stop));
    co_return Capabilities::parse(result.out);
}

QJsonArray requiredBuiltins(const QByteArray &manifest)
{
    QJsonArray found;
    const QJsonObject metadata = QJsonDocument::fromJson(manifest).object().value(QStringLiteral("metadata")).toObject();
    collect(metadata.value(QStringLiteral("required_builtins")), 0, found);
    return found;
}

} // namespace pd::opa
