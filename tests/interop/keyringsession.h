// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace pd::test {

/// A person's session in small: a home, a session bus and gnome-keyring, which can be logged out of and into again. Programs run in it see nothing
/// of the test's own bus. Needs the display of `support/desktop.py` for the keyring's prompt.
class KeyringSession {
public:
    KeyringSession();
    ~KeyringSession();

    /// A bus that can start services (the prompt), or one that knows none.
    enum class Services { Usual, None };
    [[nodiscard]] bool startBus(Services services);
    /// Locked: as after a login without a password. The first unlocked start makes the login keyring.
    enum class Lock { Unlocked, Locked };
    [[nodiscard]] bool startKeyring(Lock lock);
    /// Ends keyring and bus; the home stays.
    void logOut();

    struct Ran {
        int status = -1;
        QByteArray out; ///< Trimmed.
        QByteArray err;
    };
    [[nodiscard]] Ran run(const QString &program, const QStringList &arguments, const QByteArray &input = {}) const;
    /// Starts it and leaves it running.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QString &program, const QStringList &arguments) const;
    /// Waits for a process of `start` and reads it.
    [[nodiscard]] static Ran finish(QProcess &process);

    [[nodiscard]] QString home() const { return m_home.path(); }
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }

    static const QByteArray Password;

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    std::unique_ptr<QProcess> m_bus;
    std::unique_ptr<QProcess> m_keyring;
};

} // namespace pd::test
