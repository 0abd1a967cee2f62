// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/state/settings.h"

namespace pd::desk {

/// What the user chose for single registries, as the wire asks for it before each request. Changes take effect at once. Engine thread.
class HostChoices final {
public:
    void set(const QList<RegistryEntry> &entries);

    /// HTTP without TLS there; never by itself, and never for a host that nobody chose it for.
    [[nodiscard]] bool plainHttp(const QString &host) const;
    /// Certificates that are trusted there, beside the system's.
    [[nodiscard]] QStringList caFiles(const QString &host) const;

private:
    QHash<QString, RegistryEntry> m_entries;
};

/// What is here, for the settings: folders, OPA, the practice registry. A value.
struct HereFacts {
    QString store; ///< Folder of the local images.
    QString opaPath; ///< Empty: none was found.
    QString opaVersion;
    QString opaProblem; ///< Worded; empty where there is one.
    bool practiceRunning = false;
};

} // namespace pd::desk
