// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonproblem.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cctype>

namespace pd::models {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("pd::models", text);
}

QString wordsFor(QJsonParseError::ParseError error)
{
    switch (error) {
    case QJsonParseError::UnterminatedObject: return tr("An object is not closed, or a comma is missing");
    case QJsonParseError::MissingNameSeparator: return tr("A colon is missing after the name");
    case QJsonParseError::UnterminatedArray: return tr("A list is not closed, or a comma is missing");
    case QJsonParseError::MissingValueSeparator: return tr("A comma is missing");
    case QJsonParseError::TerminationByNumber: return tr("It ends inside a number");
    case QJsonParseError::IllegalNumber: return tr("This is no number");
    case QJsonParseError::IllegalEscapeSequence: return tr("No character follows the backslash that JSON knows");
    case QJsonParseError::IllegalUTF8String: return tr("This is no text");
    case QJsonParseError::UnterminatedString: return tr("A text is not closed: a quotation mark is missing");
    case QJsonParseError::MissingObject: return tr("A name in quotation marks is missing");
    case QJsonParseError::DeepNesting: return tr("It is nested too deeply");
    case QJsonParseError::DocumentTooLarge: return tr("It is too large");
    case QJsonParseError::GarbageAtEnd: return tr("Something follows after the end");
    case QJsonParseError::IllegalValue:
    case QJsonParseError::NoError: break;
    }
    return tr("A value is missing, or this is none");
}

JsonProblem at(const QByteArray &utf8, qsizetype offset, QJsonParseError::ParseError error)
{
    qsizetype end = std::clamp<qsizetype>(offset, 0, utf8.size());
    // The parser stands behind the character that it did not expect.
    const bool unexpected = error == QJsonParseError::MissingNameSeparator || error == QJsonParseError::MissingValueSeparator
        || error == QJsonParseError::UnterminatedObject || error == QJsonParseError::UnterminatedArray
        || error == QJsonParseError::MissingObject
        || (error == QJsonParseError::IllegalValue && end > 0 && std::ispunct(static_cast<unsigned char>(utf8[end - 1])));
    if (unexpected && end > 1 && !std::isspace(static_cast<unsigned char>(utf8[end - 1])))
        --end;
    // A word that is no literal is wrong from its first letter on, not from where it differs from "null".
    while (error == QJsonParseError::IllegalValue && end > 0 && std::isalnum(static_cast<unsigned char>(utf8[end - 1])))
        --end;
    const QByteArray before = utf8.first(end);
    const qsizetype line = before.lastIndexOf('\n') + 1;
    JsonProblem problem;
    problem.row = static_cast<int>(before.count('\n')) + 1;
    problem.column = static_cast<int>(QString::fromUtf8(before.sliced(line)).size()) + 1;
    problem.message = wordsFor(error);
    return problem;
}

} // namespace

std::optional<JsonProblem> jsonProblem(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const QByteArray trimmed = utf8.trimmed();
    if (trimmed.isEmpty())
        return {};
    QJsonParseError error{};
    if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
        QJsonDocument::fromJson(utf8, &error);
        if (error.error == QJsonParseError::NoError)
            return {};
        return at(utf8, error.offset, error.error);
    }
    // QJsonDocument takes scalars only inside of something.
    const QJsonArray wrapped = QJsonDocument::fromJson("[" + utf8 + "]", &error).array();
    if (error.error != QJsonParseError::NoError)
        return at(utf8, error.offset - 1, error.error);
    if (wrapped.size() != 1)
        return at(utf8, utf8.indexOf(','), QJsonParseError::GarbageAtEnd);
    return {};
}

} // namespace pd::models
