// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryFile>

#include <cerrno>
#include <cstdio>

namespace pd::desk {

namespace {

constexpr int Schema = 1;

const QString KeySchema = QStringLiteral("schema");
const QString KeyScheme = QStringLiteral("look/scheme");
const QString KeyContrast = QStringLiteral("look/contrast");
const QString KeyLanguage = QStringLiteral("look/language");
const QString KeyOpa = QStringLiteral("opa/path");
const QString KeyEditor = QStringLiteral("editor/command");
const QString KeyPracticePort = QStringLiteral("practice/port");
const QString KeyPracticeRuns = QStringLiteral("practice/runs");
const QString KeyOpened = QStringLiteral("opened");
const QString ArrayRegistries = QStringLiteral("registries");
const QString ArrayFolders = QStringLiteral("folders");

Settings::Scheme schemeFrom(const QString &word)
{
    if (word == QLatin1StringView("light"))
        return Settings::Scheme::Light;
    if (word == QLatin1StringView("dark"))
        return Settings::Scheme::Dark;
    return Settings::Scheme::System;
}

QString wordFor(Settings::Scheme scheme)
{
    switch (scheme) {
    case Settings::Scheme::Light: return QStringLiteral("light");
    case Settings::Scheme::Dark: return QStringLiteral("dark");
    case Settings::Scheme::System: break;
    }
    return QStringLiteral("system");
}

Settings::Contrast contrastFrom(const QString &word)
{
    if (word == QLatin1StringView("normal"))
        return Settings::Contrast::Normal;
    if (word == QLatin1StringView("high"))
        return Settings::Contrast::High;
    return Settings::Contrast::System;
}

QString wordFor(Settings::Contrast contrast)
{
    switch (contrast) {
    case Settings::Contrast::Normal: return QStringLiteral("normal");
    case Settings::Contrast::High: return QStringLiteral("high");
    case Settings::Contrast::System: break;
    }
    return QStringLiteral("system");
}

void readLists(QSettings &ini, Settings &settings)
{
    const int registries = ini.beginReadArray(ArrayRegistries);
    for (int i = 0; i < registries; ++i) {
        ini.setArrayIndex(i);
        RegistryEntry entry;
        entry.host = ini.value(QStringLiteral("host")).toString();
        entry.user = ini.value(QStringLiteral("user")).toString();
        entry.owners = ini.value(QStringLiteral("owners")).toStringList();
        entry.plainHttp = ini.value(QStringLiteral("plainHttp")).toBool();
        entry.caFile = ini.value(QStringLiteral("ca")).toString();
        if (!entry.host.isEmpty())
            settings.registries.append(entry);
    }
    ini.endArray();
    const int folders = ini.beginReadArray(ArrayFolders);
    for (int i = 0; i < folders; ++i) {
        ini.setArrayIndex(i);
        FolderEntry entry{ini.value(QStringLiteral("path")).toString(), ini.value(QStringLiteral("destination")).toString()};
        if (!entry.path.isEmpty())
            settings.folders.append(entry);
    }
    ini.endArray();
}

void writeLists(QSettings &ini, const Settings &settings)
{
    ini.beginWriteArray(ArrayRegistries, static_cast<int>(settings.registries.size()));
    for (int i = 0; i < settings.registries.size(); ++i) {
        const RegistryEntry &entry = settings.registries.at(i);
        ini.setArrayIndex(i);
        ini.setValue(QStringLiteral("host"), entry.host);
        ini.setValue(QStringLiteral("user"), entry.user);
        ini.setValue(QStringLiteral("owners"), entry.owners);
        ini.setValue(QStringLiteral("plainHttp"), entry.plainHttp);
        ini.setValue(QStringLiteral("ca"), entry.caFile);
    }
    ini.endArray();
    ini.beginWriteArray(ArrayFolders, static_cast<int>(settings.folders.size()));
    for (int i = 0; i < settings.folders.size(); ++i) {
        ini.setArrayIndex(i);
        ini.setValue(QStringLiteral("path"), settings.folders.at(i).path);
        ini.setValue(QStringLiteral("destination"), settings.folders.at(i).destination);
    }
    ini.endArray();
}

} // namespace

Result<Settings> readSettings(const QString &file)
{
    Settings settings;
    const QFileInfo info(file);
    if (!info.exists())
        return settings;
    if (!info.isFile() || !info.isReadable() || info.size() > (4 << 20))
        return fail(ErrorKind::Storage, Blame::Computer, QStringLiteral("settings.unreadable"), file);
    QSettings ini(file, QSettings::IniFormat);
    settings.readOnly = ini.value(KeySchema, Schema).toInt() > Schema;
    settings.scheme = schemeFrom(ini.value(KeyScheme).toString());
    settings.contrast = contrastFrom(ini.value(KeyContrast).toString());
    settings.language = ini.value(KeyLanguage).toString();
    settings.opaPath = ini.value(KeyOpa).toString();
    settings.editor = ini.value(KeyEditor).toString();
    settings.practicePort = static_cast<quint16>(ini.value(KeyPracticePort).toUInt());
    settings.practiceRuns = ini.value(KeyPracticeRuns).toBool();
    settings.opened = ini.value(KeyOpened).toStringList();
    readLists(ini, settings);
    if (ini.status() != QSettings::NoError)
        return fail(ErrorKind::Storage, Blame::Computer, QStringLiteral("settings.unreadable"), file);
    return settings;
}

Result<void> writeSettings(const QString &file, const Settings &settings)
{
    if (settings.readOnly)
        return fail(ErrorKind::Conflict, Blame::You, QStringLiteral("settings.newer"), file);
    const QString folder = QFileInfo(file).absolutePath();
    if (!QDir().mkpath(folder))
        return std::unexpected(systemError(errno, QStringLiteral("settings.write"), folder));
    // QSettings writes where it is told; that is a file of its own, renamed over the old one when it is whole.
    QTemporaryFile temporary(folder + QStringLiteral("/.settings-XXXXXX"));
    if (!temporary.open())
        return std::unexpected(systemError(errno, QStringLiteral("settings.write"), folder));
    {
        QSettings ini(temporary.fileName(), QSettings::IniFormat);
        ini.setAtomicSyncRequired(false);
        ini.setValue(KeySchema, Schema);
        ini.setValue(KeyScheme, wordFor(settings.scheme));
        ini.setValue(KeyContrast, wordFor(settings.contrast));
        ini.setValue(KeyLanguage, settings.language);
        ini.setValue(KeyOpa, settings.opaPath);
        ini.setValue(KeyEditor, settings.editor);
        ini.setValue(KeyPracticePort, settings.practicePort);
        ini.setValue(KeyPracticeRuns, settings.practiceRuns);
        ini.setValue(KeyOpened, settings.opened);
        writeLists(ini, settings);
        ini.sync();
        if (ini.status() != QSettings::NoError)
            return fail(ErrorKind::Storage, Blame::Computer, QStringLiteral("settings.write"), file);
    }
    if (std::rename(temporary.fileName().toLocal8Bit().constData(), file.toLocal8Bit().constData()) != 0)
        return std::unexpected(systemError(errno, QStringLiteral("settings.write"), file));
    temporary.setAutoRemove(false);
    return {};
}

} // namespace pd::desk
