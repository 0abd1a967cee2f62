// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusVariant;
class QDBusPendingCallWatcher;

namespace pd::ui {

/// What the desktop asks applications to look like.
struct SystemHints {
    bool dark = false;
    bool highContrast = false;
    friend bool operator==(const SystemHints &, const SystemHints &) = default;
};

/// Reads `org.freedesktop.appearance` from the settings portal and follows it. Never blocks: without a bus or a portal nothing happens.
/// (Qt 6.8's own colour scheme reads Unknown on X11 and it knows no contrast.)
class SystemLook final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    void start();

Q_SIGNALS:
    void changed(const pd::ui::SystemHints &hints);

private Q_SLOTS:
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void read(const QString &key);
    void take(const QString &key, const QVariant &value);

    SystemHints m_hints;
};

} // namespace pd::ui
