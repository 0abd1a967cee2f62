// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"
#include "support/result.h"
#include "support/tarfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

namespace pd::test::store {

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

inline oci::Reference ref(const QString &text)
{
    return *oci::Reference::parse(text, u"ghcr.io");
}

/// Every file below, with its contents; folders do not count.
inline QByteArray treeHash(const QString &folder)
{
    QStringList paths;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QFileInfo info = it.nextFileInfo();
        if (!info.isDir() || info.isSymLink())
            paths << info.filePath();
    }
    paths.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &path : std::as_const(paths)) {
        hash.addData(path.toUtf8());
        hash.addData(bytesOf(path));
    }
    return hash.result().toHex();
}

/// A store in a temporary folder, anew for each test function.
class StoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_temp = std::make_unique<QTemporaryDir>();
        m_root = m_temp->filePath(QStringLiteral("policies-root"));
    }

protected:
    pd::store::Store open(pd::store::Store::Mode mode = pd::store::Store::Mode::ReadWrite) const
    {
        auto opened
            = pd::store::Store::open({m_root, m_temp->filePath(QStringLiteral("state")), m_temp->filePath(QStringLiteral("cache"))}, mode);
        return opened ? *opened : throw std::runtime_error("store");
    }
    QString bundle(const QByteArray &text = "package a") const
    {
        const QString path = m_temp->filePath(QStringLiteral("bundle.tar.gz"));
        return write(path, gzipOf(tarOf({{"/a.rego", text, '0', 0600, {}, {}}, {"/.manifest", "{\"rego_version\":1}", '0', 0600, {}, {}}})))
            ? path
            : QString();
    }
    Result<pd::store::Store::Added> add(const pd::store::Store &store, const QString &name, const QByteArray &text = "package a") const
    {
        return store.addBundle(
            bundle(text), ref(name), {.annotations = {{QStringLiteral("k"), QStringLiteral("v")}}, .created = m_when}, {});
    }
    QStringList names(const pd::store::Store &store) const
    {
        QStringList list;
        const auto rows = store.images();
        if (!rows)
            return {QStringLiteral("error: ") + rows.error().cause};
        for (const pd::store::ImageRow &row : *rows)
            list << row.storedName;
        list.sort();
        return list;
    }
    QString indexPath() const { return m_root + QStringLiteral("/index.json"); }

    std::unique_ptr<QTemporaryDir> m_temp;
    QString m_root;
    QDateTime m_when = QDateTime::fromString(QStringLiteral("2026-11-24T05:22:29Z"), Qt::ISODate);
};

} // namespace pd::test::store
