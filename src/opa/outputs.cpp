// SPDX-License-Identifier: GPL-3.0-or-later
#include "outputs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace pd::opa {

namespace {

constexpr qsizetype MaxEntries = 1000;
constexpr qsizetype MaxRaw = 16 << 10;
constexpr qsizetype MaxTestOutput = 64 << 10;

QString cleanFile(QString file)
{
    if (file.startsWith(QStringLiteral("./")))
        file.remove(0, 2);
    return plainText(file);
}

Diagnostic fromJson(const QJsonObject &object)
{
    const QJsonObject location = object.value(QStringLiteral("location")).toObject();
    Diagnostic diagnostic;
    diagnostic.file = cleanFile(location.value(QStringLiteral("file")).toString());
    diagnostic.row = std::max(0, location.value(QStringLiteral("row")).toInt());
    diagnostic.column = std::max(0, location.value(QStringLiteral("col")).toInt());
    diagnostic.code = plainText(object.value(QStringLiteral("code")).toString(), 128);
    diagnostic.message = plainText(object.value(QStringLiteral("message")).toString());
    return diagnostic;
}

QList<Diagnostic> fromPlainLine(const QString &line);

/// A loader's error keeps its place inside the message: "error reading …: a.rego:3: rego_parse_error: …".
void appendFromJson(QList<Diagnostic> &all, const QJsonObject &object)
{
    const Diagnostic diagnostic = fromJson(object);
    if (diagnostic.file.isEmpty() && diagnostic.code.isEmpty() && !diagnostic.message.isEmpty())
        all += fromPlainLine(diagnostic.message);
    else if (!diagnostic.message.isEmpty() || !diagnostic.code.isEmpty())
        all << diagnostic;
}

QList<Diagnostic> fromPlainLine(const QString &line)
{
    // a.rego:3: rego_type_error: undefined function x
    static const QRegularExpression place(QStringLiteral("^(?:.*?: )?"
                                                         "?((?:[^:\\n]|:(?!\\d))+?):(\\d{1,9}): (rego_[a-z_]{1,60}): (.*)$"));
    // bundle load failed on data.json: EOF
    static const QRegularExpression fileOnly(QStringLiteral("bundle load failed on ([^:\\n]+): (.*)$"));
    Diagnostic diagnostic;
    if (const auto match = place.match(line); match.hasMatch()) {
        diagnostic.file = cleanFile(match.captured(1));
        diagnostic.row = match.captured(2).toInt();
        diagnostic.code = match.captured(3);
        diagnostic.message = plainText(match.captured(4));
    } else if (const auto data = fileOnly.match(line); data.hasMatch()) {
        diagnostic.file = data.captured(1) == QStringLiteral("manifest decode") ? QStringLiteral(".manifest") : cleanFile(data.captured(1));
        diagnostic.message = plainText(data.captured(2));
    } else {
        diagnostic.message = plainText(line);
    }
    return {diagnostic};
}

bool isNoise(const QString &line)
{
    static const QRegularExpression count(QStringLiteral("^(error: )?\\d+ errors? occurred( during loading)?:\\s*$"));
    return line.trimmed().isEmpty() || count.match(line).hasMatch();
}

QString withoutPreamble(QString line)
{
    static const QRegularExpression preamble(
        QStringLiteral("^(error: )?(load error: )?(bundle [^:]*: )?(\\d+ errors? occurred(?: during loading)?: ?)?"));
    return line.remove(preamble);
}

QList<Diagnostic> fromPlain(const QByteArray &output)
{
    QList<Diagnostic> all;
    const QStringList lines = QString::fromUtf8(output).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (isNoise(line))
            continue;
        if (all.size() >= MaxEntries)
            break;
        // OPA continues a message on indented lines ("\thave: …").
        if ((line.startsWith(QLatin1Char('\t')) || line.startsWith(QLatin1Char(' '))) && !all.isEmpty())
            all.last().message = plainText(all.last().message + QLatin1Char('\n') + line.trimmed());
        else
            all += fromPlainLine(withoutPreamble(line));
    }
    return all;
}

QJsonArray errorsOf(const QJsonDocument &document)
{
    const QJsonObject object = document.object();
    if (const QJsonArray errors = object.value(QStringLiteral("errors")).toArray(); !errors.isEmpty())
        return errors;
    if (object.contains(QStringLiteral("message"))) // the REST API where no place is known
        return {object};
    return {};
}

} // namespace

QString plainText(const QString &text, qsizetype most)
{
    QString result;
    result.reserve(std::min(text.size(), most));
    for (const QChar c : text) {
        if (result.size() >= most)
            break;
        const char16_t u = c.unicode();
        const bool bidi = u == 0x061c || u == 0x200e || u == 0x200f || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
        const bool control = (u < 0x20 && u != '\n' && u != '\t') || (u >= 0x7f && u < 0xa0);
        if (!bidi && !control)
            result += c;
    }
    return result;
}

QList<Diagnostic> parseErrors(const QByteArray &output)
{
    QJsonParseError parseError{};
    const QJsonDocument document = QJsonDocument::fromJson(output, &parseError);
    if (parseError.error != QJsonParseError::NoError || !document.isObject())
        return fromPlain(output);
    QList<Diagnostic> all;
    for (const QJsonValue &error : errorsOf(document)) {
        if (all.size() >= MaxEntries)
            break;
        appendFromJson(all, error.toObject());
    }
    return all;
}

Error policyError(QList<Diagnostic> diagnostics, const QString &subject, const QByteArray &raw)
{
    const auto allAre = [&](auto predicate) { return !diagnostics.isEmpty() && std::ranges::all_of(diagnostics, predicate); };
    QString cause = QStringLiteral("policy.refused");
    if (allAre([](const Diagnostic &d) { return d.message.startsWith(QStringLiteral("undefined function ")); }))
        cause = QStringLiteral("policy.builtin");
    else if (allAre([](const Diagnostic &d) { return d.code == QStringLiteral("rego_parse_error"); }))
        cause = QStringLiteral("policy.parse");
    else if (allAre([](const Diagnostic &d) { return d.code.startsWith(QStringLiteral("rego_")); }))
        cause = QStringLiteral("policy.type");
    Error error = fail(ErrorKind::Policy, Blame::You, cause, subject, plainText(QString::fromUtf8(raw.left(MaxRaw)), MaxRaw)).error();
    error.diagnostics = std::move(diagnostics);
    return error;
}

QStringList undefinedFunctions(const QList<Diagnostic> &diagnostics)
{
    static const QRegularExpression name(QStringLiteral("^undefined function (\\S+)"));
    QStringList names;
    for (const Diagnostic &diagnostic : diagnostics) {
        if (const auto match = name.match(diagnostic.message); match.hasMatch())
            names << match.captured(1);
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

QVersionNumber parseVersion(const QByteArray &output)
{
    static const QRegularExpression line(
        QStringLiteral("^Version:\\s*v?(\\d{1,4}\\.\\d{1,4}(?:\\.\\d{1,6})?)(?![\\d.])"), QRegularExpression::MultilineOption);
    return QVersionNumber::fromString(line.match(QString::fromUtf8(output.left(4096))).captured(1));
}

Result<QList<TestCase>> parseTests(const QByteArray &output)
{
    const QJsonDocument document = QJsonDocument::fromJson(output);
    if (!document.isArray())
        return fail(ErrorKind::Protocol, Blame::Opa, QStringLiteral("opa.output"), QStringLiteral("opa test"));
    QList<TestCase> cases;
    for (const QJsonValue &value : document.array()) {
        if (cases.size() >= 100 * MaxEntries)
            break;
        const QJsonObject object = value.toObject();
        const QJsonObject location = object.value(QStringLiteral("location")).toObject();
        TestCase test;
        test.package = plainText(object.value(QStringLiteral("package")).toString());
        test.name = plainText(object.value(QStringLiteral("name")).toString());
        test.file = cleanFile(location.value(QStringLiteral("file")).toString());
        test.row = location.value(QStringLiteral("row")).toInt();
        test.nanoseconds = object.value(QStringLiteral("duration")).toInteger();
        if (!object.value(QStringLiteral("error")).isUndefined())
            test.outcome = TestCase::Outcome::Errored;
        else if (object.value(QStringLiteral("fail")).toBool())
            test.outcome = TestCase::Outcome::Failed;
        else if (object.value(QStringLiteral("skip")).toBool())
            test.outcome = TestCase::Outcome::Skipped;
        const QByteArray printed = QByteArray::fromBase64(object.value(QStringLiteral("output")).toString().toLatin1());
        test.output = plainText(QString::fromUtf8(printed.left(MaxTestOutput)), MaxTestOutput);
        cases << test;
    }
    return cases;
}

Result<Evaluation> parseEvaluation(const QByteArray &output)
{
    QJsonParseError parseError{};
    const QJsonDocument document = QJsonDocument::fromJson(output, &parseError);
    if (parseError.error != QJsonParseError::NoError || !document.isObject())
        return fail(ErrorKind::Protocol, Blame::Opa, QStringLiteral("opa.output"), QStringLiteral("opa eval"));
    if (QList<Diagnostic> errors = parseErrors(output); !errors.isEmpty())
        return std::unexpected(policyError(std::move(errors), {}, output));
    Evaluation evaluation;
    for (const QJsonValue &result : document.object().value(QStringLiteral("result")).toArray()) {
        QList<QJsonValue> values;
        for (const QJsonValue &expression : result.toObject().value(QStringLiteral("expressions")).toArray())
            values << expression.toObject().value(QStringLiteral("value"));
        evaluation.results << values;
    }
    return evaluation;
}

} // namespace pd::opa
