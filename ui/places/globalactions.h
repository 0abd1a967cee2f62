// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace pd::ui {

class SettingsPresenter;
class Uses;

/// What can be done whatever is shown: the one menu, *Go to anything*, and the keys of the whole window.
class GlobalActions final : public QObject {
    Q_OBJECT
public:
    explicit GlobalActions(Context &context);

    /// `id`, or `id:subject` as an error's button gives it. False: not one of these.
    bool run(const QString &word);
    void openArgument(const QString &argument);
    [[nodiscard]] QList<models::ActionValue> menu() const;
    [[nodiscard]] QList<models::GoToItem> goToItems(const QList<models::ActionValue> &actions) const;

private:
    void openFolder();
    void addFolder(const QString &path);
    void openReference(const desk::ReferenceReading &reading);
    void startPractice(quint16 port);
    void importBundle();
    void importFrom(const QString &path);
    void keepUntilQuit(const QString &host);
    void unlockKeychain();
    void getOpa();
    void addKeys();
    void look(desk::Settings::Scheme scheme);

    Context &m_context;
    SettingsPresenter *m_settings;
    Uses *m_uses;
};

} // namespace pd::ui
