// SPDX-License-Identifier: GPL-3.0-or-later
#include "entrynames.h"

#include "unpackstream.h"

#include <QStringDecoder>

namespace pd::archive {

namespace {

std::unexpected<Error> badPath(QByteArrayView raw)
{
    return bad(QLatin1StringView("archive.path"), QString::fromUtf8(raw.first(qMin<qsizetype>(raw.size(), 256))));
}

/// Names that Windows takes for devices, with any extension.
bool isDeviceName(QStringView part)
{
    const qsizetype dot = part.indexOf(QLatin1Char('.'));
    const QString stem = (dot < 0 ? part : part.first(dot)).trimmed().toString().toUpper();
    static const QSet<QString> names{QStringLiteral("CON"), QStringLiteral("PRN"), QStringLiteral("AUX"), QStringLiteral("NUL"),
        QStringLiteral("CONIN$"), QStringLiteral("CONOUT$")};
    if (names.contains(stem))
        return true;
    return stem.size() == 4 && (stem.startsWith(QLatin1StringView("COM")) || stem.startsWith(QLatin1StringView("LPT")))
        && stem.back().isDigit();
}

bool isSafePart(QStringView part)
{
    if (part == QLatin1StringView("..") || part.toUtf8().size() > 255 || part.endsWith(QLatin1Char('.')) || part.endsWith(QLatin1Char(' ')))
        return false;
    const bool legal = std::ranges::all_of(
        part, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() != 0x7f && c != QLatin1Char('\\') && c != QLatin1Char(':'); });
    return legal && !isDeviceName(part);
}

/// Two names that fold alike are one file on some system.
QString folded(const QString &path)
{
    return path.normalized(QString::NormalizationForm_C).toCaseFolded();
}

} // namespace

Result<QString> EntryNames::safePath(QByteArrayView raw, qsizetype maxPath)
{
    if (raw.isEmpty() || raw.size() > maxPath)
        return badPath(raw);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(raw);
    if (decoder.hasError())
        return badPath(raw);
    QStringList parts;
    for (const QStringView part : QStringView(text).split(QLatin1Char('/'))) {
        if (part.isEmpty() || part == QLatin1StringView("."))
            continue;
        if (!isSafePart(part))
            return badPath(raw);
        parts.append(part.toString());
    }
    return parts.join(QLatin1Char('/'));
}

Result<void> EntryNames::addParents(const QString &path)
{
    for (qsizetype slash = path.lastIndexOf(QLatin1Char('/')); slash > 0; slash = path.lastIndexOf(QLatin1Char('/'), slash - 1)) {
        const QString folder = path.first(slash);
        const QString key = folded(folder);
        const auto known = m_folders.constFind(key);
        if (known != m_folders.cend() && *known == folder)
            return {};
        if (known != m_folders.cend() || m_files.contains(key))
            return bad(QLatin1StringView("archive.duplicate"), path);
        m_folders.insert(key, folder);
    }
    return {};
}

Result<void> EntryNames::addFile(const QString &path)
{
    const QString key = folded(path);
    if (m_files.contains(key) || m_folders.contains(key))
        return bad(QLatin1StringView("archive.duplicate"), path);
    m_files.insert(key);
    return addParents(path);
}

Result<void> EntryNames::addFolder(const QString &path)
{
    return addParents(QString(path + QLatin1Char('/')));
}

} // namespace pd::archive
