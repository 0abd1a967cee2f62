// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include "desk/errortext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <cstdio>

namespace pd::ctl {

namespace {

QString plain(QString text)
{
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    return text;
}

QString shortDigest(const QString &digest)
{
    return digest.section(QLatin1Char(':'), 1).left(12);
}

QString when(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QStringLiteral("-");
}

/// For scripts: not translated.
QString word(desk::RemotePackage::Visibility visibility)
{
    switch (visibility) {
    case desk::RemotePackage::Visibility::Public: return QStringLiteral("public");
    case desk::RemotePackage::Visibility::Private: return QStringLiteral("private");
    case desk::RemotePackage::Visibility::Internal: return QStringLiteral("internal");
    case desk::RemotePackage::Visibility::Unknown: break;
    }
    return {};
}

QString sizeText(qint64 bytes)
{
    return bytes < 0 ? QStringLiteral("-") : QLocale().formattedDataSize(bytes, 1);
}

QJsonObject toJson(const desk::Receipt &receipt)
{
    QJsonObject json{
        {QStringLiteral("reference"), receipt.reference},
        {QStringLiteral("digest"), receipt.digest},
        {QStringLiteral("bytes"), receipt.bytes},
        {QStringLiteral("requests"), receipt.requests},
        {QStringLiteral("seconds"), receipt.seconds},
    };
    if (!receipt.undo.isEmpty())
        json.insert(QStringLiteral("undo"), receipt.undo.toString());
    return json;
}

} // namespace

Exit exitFor(const Error &error)
{
    if (error.isCancelled())
        return Exit::Cancelled;
    const bool misuse = error.cause.startsWith(QLatin1StringView("usage.")) || error.cause == QLatin1StringView("github.apiOption");
    return misuse ? Exit::Usage : Exit::Failed;
}

QJsonObject errorJson(const Error &error)
{
    const desk::ErrorText text = desk::describe(error);
    QJsonArray registry;
    for (const RegistryError &each : error.registry)
        registry.append(QJsonObject{{QStringLiteral("code"), each.code}, {QStringLiteral("message"), each.message}});
    QJsonArray places;
    for (const Diagnostic &each : error.diagnostics) {
        places.append(QJsonObject{{QStringLiteral("file"), each.file}, {QStringLiteral("row"), each.row},
            {QStringLiteral("column"), each.column}, {QStringLiteral("code"), each.code}, {QStringLiteral("message"), each.message}});
    }
    QJsonObject inner{
        {QStringLiteral("kind"), nameOf(error.kind)},
        {QStringLiteral("cause"), error.cause},
        {QStringLiteral("message"), text.message.isEmpty() ? text.title : QString(text.title + QStringLiteral(". ") + text.message)},
        {QStringLiteral("advice"), text.advice},
        {QStringLiteral("http"), error.http},
        {QStringLiteral("registry"), registry},
    };
    if (!places.isEmpty())
        inner.insert(QStringLiteral("places"), places);
    return {{QStringLiteral("error"), inner}};
}

QString errorText(const Error &error)
{
    const desk::ErrorText words = desk::describe(error);
    QString text = QStringLiteral("policydeskctl: ") + words.title + QLatin1Char('\n');
    for (const QString &line : {words.message, words.advice}) {
        if (!line.isEmpty())
            text += QStringLiteral("  ") + plain(line) + QLatin1Char('\n');
    }
    for (const QString &line : words.details.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        text += QStringLiteral("  | ") + plain(line) + QLatin1Char('\n');
    return text;
}

QString table(const QStringList &header, const QList<QStringList> &rows)
{
    QList<QStringList> all{header};
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells.append(plain(cell));
        all.append(cells);
    }
    QList<qsizetype> widths(header.size(), 0);
    for (const QStringList &row : std::as_const(all)) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = qMax(widths.at(i), row.at(i).size());
    }
    QString text;
    for (const QStringList &row : std::as_const(all)) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row.at(i).leftJustified(widths.at(i) + 2);
        text += line.trimmed().isEmpty() ? QString() : QString(QStringView(line).trimmed().toString() + QLatin1Char('\n'));
    }
    return text;
}

Answer imagesAnswer(const QList<desk::LocalImage> &images)
{
    QJsonArray json;
    QList<QStringList> rows;
    for (const desk::LocalImage &image : images) {
        QJsonObject annotations;
        for (const auto &[key, value] : image.annotations.asKeyValueRange())
            annotations.insert(key, value);
        QJsonObject row{
            {QStringLiteral("repository"), image.repository},
            {QStringLiteral("tag"), image.tag},
            {QStringLiteral("digest"), image.digest},
            {QStringLiteral("size"), image.size},
            {QStringLiteral("created"), image.built.isValid() ? QJsonValue(image.built.toString(Qt::ISODate)) : QJsonValue()},
            {QStringLiteral("annotations"), annotations},
        };
        if (!image.problem.isEmpty())
            row.insert(QStringLiteral("problem"), image.problem);
        json.append(row);
        rows.append({image.repository, image.tag, shortDigest(image.digest), when(image.built),
            image.problem.isEmpty() ? sizeText(image.size) : image.problem});
    }
    const auto tr = [](const char *text) { return QCoreApplication::translate("pd::ctl", text); };
    return {json, table({tr("REPOSITORY"), tr("TAG"), tr("IMAGE ID"), tr("BUILT"), tr("SIZE")}, rows)};
}

Answer transfersAnswer(const QList<desk::Receipt> &receipts)
{
    Answer answer;
    QJsonArray json;
    for (const desk::Receipt &receipt : receipts) {
        json.append(toJson(receipt));
        answer.text += receiptAnswer(receipt).text;
    }
    answer.json = json;
    return answer;
}

Answer packagesAnswer(const QList<desk::RemotePackage> &packages)
{
    QJsonArray json;
    QList<QStringList> rows;
    bool more = false; // than names: where nobody tells more, a plain list is easier to read on
    for (const desk::RemotePackage &row : packages) {
        QJsonObject object{{QStringLiteral("host"), row.host}, {QStringLiteral("repository"), row.repository}};
        const QString visibility = word(row.visibility);
        if (!visibility.isEmpty())
            object.insert(QStringLiteral("visibility"), visibility);
        if (row.versions >= 0)
            object.insert(QStringLiteral("versions"), row.versions);
        if (row.updated.isValid())
            object.insert(QStringLiteral("updated"), row.updated.toString(Qt::ISODate));
        if (!row.sourceRepository.isEmpty())
            object.insert(QStringLiteral("source"), row.sourceRepository);
        if (!row.url.isEmpty())
            object.insert(QStringLiteral("url"), row.url);
        json.append(object);
        more = more || !visibility.isEmpty();
        rows.append({row.host + QLatin1Char('/') + row.repository, visibility, row.versions < 0 ? QString() : QString::number(row.versions),
            when(row.updated), row.sourceRepository});
    }
    if (!more) {
        QString text;
        for (const QStringList &row : std::as_const(rows))
            text += plain(row.first()) + QLatin1Char('\n');
        return {json, text};
    }
    const auto tr = [](const char *text) { return QCoreApplication::translate("pd::ctl", text); };
    return {json, table({tr("PACKAGE"), tr("VISIBILITY"), tr("VERSIONS"), tr("UPDATED"), tr("SOURCE")}, rows)};
}

Answer receiptAnswer(const desk::Receipt &receipt)
{
    QString text = receipt.reference;
    if (!receipt.digest.isEmpty())
        text += QStringLiteral("  ") + receipt.digest;
    if (receipt.bytes > 0)
        text += QStringLiteral("  ") + sizeText(receipt.bytes);
    return {toJson(receipt), QString(text + QLatin1Char('\n'))};
}

bool print(const Answer &answer, bool json)
{
    QByteArray bytes = answer.text.toLocal8Bit();
    if (json) {
        const QJsonDocument document = answer.json.isArray() ? QJsonDocument(answer.json.toArray()) : QJsonDocument(answer.json.toObject());
        bytes = document.toJson(QJsonDocument::Compact) + '\n';
    }
    return std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout) == static_cast<size_t>(bytes.size())
        && std::fflush(stdout) == 0;
}

void printError(const Error &error, bool json)
{
    const QByteArray bytes
        = json ? QByteArray(QJsonDocument(errorJson(error)).toJson(QJsonDocument::Compact) + '\n') : errorText(error).toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace pd::ctl
