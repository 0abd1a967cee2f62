// SPDX-License-Identifier: GPL-3.0-or-later
#include "folder.h"

#include "opa/capabilities.h"
#include "opa/outputs.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cerrno>

#include <sys/stat.h>

namespace pd::policy {

namespace {

constexpr int MaxEntries = 200'000;
constexpr int MaxDepth = 64;
constexpr qint64 LargeBystander = 1 << 20;
constexpr qint64 HeadBytes = 64 << 10;
constexpr qint64 MaxManifest = 1 << 20;

QByteArray readHead(const QString &path, qint64 most)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(most) : QByteArray();
}

bool isData(const QString &name)
{
    return name == QStringLiteral("data.json") || name == QStringLiteral("data.yaml") || name == QStringLiteral("data.yml");
}

bool isRead(const QString &name)
{
    return name.endsWith(QStringLiteral(".rego")) || isData(name) || name == QStringLiteral(".manifest")
        || name == QStringLiteral(".signatures.json") || name == QStringLiteral("policy.wasm");
}

/// Goes through a folder without ever leaving it.
class Walk {
public:
    Walk(const QString &root, std::stop_token stop)
        : m_root(root)
        , m_canonical(QFileInfo(root).canonicalFilePath())
        , m_stop(std::move(stop))
    {
        facts.path = root;
    }

    Result<void> run()
    {
        // An explicit stack: as deep as a hostile tree may be.
        QList<std::pair<QString, int>> folders = {{QString(), 0}};
        while (!folders.isEmpty() && !facts.truncated) {
            if (m_stop.stop_requested())
                return cancelled();
            const auto [relative, depth] = folders.takeLast();
            QDirIterator entries(
                m_root + QLatin1Char('/') + relative, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
            while (entries.hasNext()) {
                const QFileInfo info = entries.nextFileInfo();
                const QString path = relative.isEmpty() ? info.fileName() : relative + QLatin1Char('/') + info.fileName();
                if (++m_entries > MaxEntries || depth > MaxDepth) {
                    facts.truncated = true;
                    break;
                }
                if (info.isDir() && !info.isSymLink()) {
                    if (info.fileName() != QStringLiteral(".git"))
                        folders << std::pair(path, depth + 1);
                } else if (isRead(info.fileName())) {
                    take(info, path);
                } else if (!info.isSymLink() && info.size() > LargeBystander && !facts.bystanders.contains(info.fileName())) {
                    facts.bystanders << info.fileName();
                }
            }
        }
        return {};
    }

    FolderFacts facts;

private:
    void take(const QFileInfo &info, const QString &path)
    {
        if (info.isSymLink()) { // one that stays inside is found at its real place too
            if (!isInside(info.canonicalFilePath()))
                facts.escapes << path;
            return;
        }
        struct stat status{};
        if (::stat(QFile::encodeName(info.filePath()).constData(), &status) != 0 || !S_ISREG(status.st_mode)) {
            facts.special << path;
            return;
        }
        const auto size = static_cast<qint64>(status.st_size);
        facts.bytes += size;
        if (size > facts.largest) {
            facts.largest = size;
            facts.largestFile = path;
        }
        if (path.endsWith(QStringLiteral(".rego")))
            facts.rego << RegoFile{
                path, packageOf(readHead(info.filePath(), HeadBytes)), size, path.endsWith(QStringLiteral("_test.rego"))};
        else if (isData(info.fileName()))
            facts.dataFiles << path;
    }

    [[nodiscard]] bool isInside(const QString &target) const
    {
        return !target.isEmpty() && target.startsWith(m_canonical + QLatin1Char('/'));
    }

    QString m_root;
    QString m_canonical;
    std::stop_token m_stop;
    int m_entries = 0;
};

void readManifest(FolderFacts &facts)
{
    if (facts.escapes.contains(QStringLiteral(".manifest")) || facts.special.contains(QStringLiteral(".manifest")))
        return;
    facts.manifest = readHead(facts.path + QStringLiteral("/.manifest"), MaxManifest);
    const QJsonObject manifest = QJsonDocument::fromJson(facts.manifest).object();
    for (const QJsonValue &root : manifest.value(QStringLiteral("roots")).toArray()) {
        if (facts.roots.size() < 1000)
            facts.roots << opa::plainText(root.toString());
    }
    for (const QJsonValue &builtin : opa::requiredBuiltins(facts.manifest))
        facts.requiredBuiltins << opa::plainText(builtin.toObject().value(QStringLiteral("name")).toString(), 256);
    facts.requiredBuiltins.removeDuplicates();
}

} // namespace

QString packageOf(const QByteArray &text)
{
    static const QRegularExpression package(
        QStringLiteral("^[ \\t]*package[ \\t]+([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*|\\[\"[^\"\\n]{1,256}\"\\])*)"),
        QRegularExpression::MultilineOption);
    return package.match(QString::fromUtf8(text)).captured(1);
}

Result<FolderFacts> walkFolder(const QString &path, std::stop_token stop)
{
    const QFileInfo info(path);
    if (!info.isDir() || !info.isReadable()) {
        const int why = !info.exists() ? ENOENT : !info.isDir() ? ENOTDIR : EACCES;
        return std::unexpected(systemError(why, QStringLiteral("folder.open"), path));
    }
    Walk walk(path, std::move(stop));
    if (Result<void> walked = walk.run(); !walked)
        return std::unexpected(std::move(walked).error());
    FolderFacts facts = std::move(walk.facts);
    std::ranges::sort(facts.rego, {}, &RegoFile::path);
    for (QStringList *list : {&facts.dataFiles, &facts.escapes, &facts.special})
        list->sort();
    for (const RegoFile &file : facts.rego) {
        if (!file.isTest && !file.package.isEmpty())
            facts.packages << file.package;
    }
    facts.packages.sort();
    facts.packages.removeDuplicates();
    readManifest(facts);
    return facts;
}

} // namespace pd::policy
