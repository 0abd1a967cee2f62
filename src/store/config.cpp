// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "files.h"
#include "oci/reference.h"

#include <QFileInfo>

namespace pd::store {

namespace {

constexpr qint64 maxConfigBytes = 1024 * 1024;
constexpr qint64 maxDomainBytes = 1024;

/// Without a comment that follows it, and without its quotes.
QString scalar(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith(QLatin1Char('"')) || text.startsWith(QLatin1Char('\''))) {
        const QChar quote = text.front();
        const qsizetype end = text.indexOf(quote, 1);
        return end < 0 ? text.sliced(1).toString() : text.sliced(1, end - 1).toString();
    }
    if (text.startsWith(QLatin1Char('#')))
        return {};
    const qsizetype comment = text.indexOf(QLatin1StringView(" #"));
    return (comment < 0 ? text : text.first(comment)).trimmed().toString();
}

bool isTrue(const QString &value)
{
    return value.compare(QLatin1StringView("true"), Qt::CaseInsensitive) == 0;
}

QStringList inlineList(QStringView text)
{
    QStringList list;
    const qsizetype end = text.indexOf(QLatin1Char(']'));
    for (const QStringView item : text.sliced(1, (end < 0 ? text.size() : end) - 1).split(QLatin1Char(','))) {
        if (const QString value = scalar(item); !value.isEmpty())
            list.append(value);
    }
    return list;
}

void apply(Config &config, QStringView key, QStringView value)
{
    const QString text = scalar(value);
    if (key == QLatin1StringView("file_store_root") && !text.isEmpty())
        config.fileStoreRoot = text;
    else if (key == QLatin1StringView("default_domain"))
        config.defaultDomain = text;
    else if (key == QLatin1StringView("insecure"))
        config.insecure = isTrue(text);
    else if (key == QLatin1StringView("plaintext"))
        config.plaintext = isTrue(text);
    else if (key == QLatin1StringView("ca"))
        config.ca = value.startsWith(QLatin1Char('[')) ? inlineList(value) : text.isEmpty() ? QStringList() : QStringList{text};
}

} // namespace

Config Config::parse(const QByteArray &yaml, const QString &home)
{
    Config config;
    config.fileStoreRoot = home + QStringLiteral("/.policy");
    const QString text = QString::fromUtf8(yaml);
    bool inCa = false;
    for (QStringView line : QStringView(text).split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty() || line.trimmed().startsWith(QLatin1Char('#')))
            continue;
        const QStringView bare = line.trimmed();
        if (inCa && bare.startsWith(QLatin1StringView("- "))) {
            config.ca.append(scalar(bare.sliced(2)));
            continue;
        }
        // Deeper keys (logging, token_defaults) are none of ours.
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        if (line.front().isSpace() || colon <= 0)
            continue;
        const QString key = scalar(line.first(colon));
        inCa = key == QLatin1StringView("ca");
        apply(config, key, line.sliced(colon + 1).trimmed());
    }
    return config;
}

Result<Config> Config::load(const QString &home)
{
    Config config = parse({}, home);
    for (const QString &path :
        {QString(home + QStringLiteral("/.policy/config.yaml")), QString(home + QStringLiteral("/.config/policy/config.yaml"))}) {
        // The user's own file: a symbolic link (of a dotfiles folder) is fine here.
        const QString target = QFileInfo(path).canonicalFilePath();
        if (target.isEmpty())
            continue;
        auto bytes = readFile(target, maxConfigBytes, QStringLiteral("config.read"));
        if (!bytes && bytes.error().cause == QLatin1StringView("store.tooLarge"))
            bytes.error().cause = QStringLiteral("config.tooLarge");
        if (!bytes)
            return std::unexpected(std::move(bytes.error()));
        config = parse(*bytes, home);
        config.path = path;
        break;
    }
    if (const QString root = qEnvironmentVariable("POLICY_FILE_STORE_ROOT"); !root.isEmpty())
        config.fileStoreRoot = root;
    return config;
}

QString Config::policiesRoot() const
{
    return fileStoreRoot + QStringLiteral("/policies-root");
}

Result<QString> Config::effectiveDefaultDomain() const
{
    auto bytes = readFile(QString(fileStoreRoot + QStringLiteral("/default-domain.cfg")), maxDomainBytes, QStringLiteral("config.read"));
    if (bytes)
        return QString::fromUtf8(*bytes).trimmed();
    if (bytes.error().kind == ErrorKind::NotFound)
        return defaultDomain;
    return std::unexpected(std::move(bytes.error()));
}

Result<void> Config::setDefaultDomain(const QString &host) const
{
    if (!host.isEmpty() && !oci::Reference::isLegalHost(host))
        return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("reference.host"), host);
    if (auto made = makeFolder(fileStoreRoot); !made)
        return made;
    return writeWhole(QString(fileStoreRoot + QStringLiteral("/default-domain.cfg")), host.toUtf8(), 0600);
}

} // namespace pd::store
