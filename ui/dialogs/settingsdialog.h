// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paths.h"
#include "desk/hostchoices.h"
#include "desk/requests.h"

#include <QDialog>

#include <functional>

class QTabBar;
class QStackedWidget;

namespace pd::ui {

class LookSettings;
class RegistrySettings;
class OpaSettings;
class ComputerSettings;

/// What the settings show.
struct SettingsContent {
    desk::Settings settings;
    desk::HereFacts here;
    QString defaultRegistry;
    QList<desk::AccountRow> accounts;
    QString practiceHost; ///< Empty before its first start.
    Paths paths;
};

/// *Settings*: every choice takes effect as it is made, there is nothing to confirm. Values in; changes and ids out.
class SettingsDialog final : public QDialog {
    Q_OBJECT
public:
    using Change = std::function<void(desk::Settings &)>;

    explicit SettingsDialog(QWidget *parent);
    ~SettingsDialog() override;

    /// As things are now; what the user is typing stays.
    void setContent(const SettingsContent &content);
    /// `look`, `registries`, `opa`, `computer`
    void showTab(const QString &id);

Q_SIGNALS:
    void changed(const pd::ui::SettingsDialog::Change &change);
    /// `signIn`, `signOut`, `removeRegistry`, `makeDefault` (subject: a host), `getOpa`, `practiceStart`, `practiceStop`, `openPath` (subject: a path).
    void triggered(const QString &id, const QString &subject);

private:
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    LookSettings *m_look;
    RegistrySettings *m_registries;
    OpaSettings *m_opa;
    ComputerSettings *m_computer;
};

} // namespace pd::ui
