// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "desk/hostchoices.h"

namespace pd::ui {

class AboutDialog;
class SettingsDialog;

/// *Settings* and *About Policy Desk*, joined to the desk: what is changed there counts at once, and what changes elsewhere shows there.
class SettingsPresenter final : public QObject {
    Q_OBJECT
public:
    SettingsPresenter(Context &context, QObject *parent);

    /// `tab`: which part to show first, empty for the one that was shown last.
    void openSettings(const QString &tab = {});
    void openAbout();

private:
    void fill();
    void lookAgain();
    void act(const QString &id, const QString &subject);
    static Task<void> look(QPointer<SettingsPresenter> self);
    static Task<void> askOpa(QPointer<AboutDialog> dialog, desk::Desk &desk);

    Context &m_context;
    QPointer<SettingsDialog> m_dialog;
    QPointer<AboutDialog> m_about;
    desk::HereFacts m_here;
};

} // namespace pd::ui
