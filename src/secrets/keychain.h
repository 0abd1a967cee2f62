// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mailbox.h"
#include "core/secret.h"
#include "core/task.h"

#include <QString>

#include <optional>

namespace pd::secrets {

/// Whether the keychain's own window may come up to ask for its password.
enum class Ask { User, Nobody };

/// The keychain of the system, through QtKeychain: the Secret Service (GNOME Keyring, KeePassXC, …) or KWallet. There is no other place: the
/// insecure fallback is off, and where there is no keychain the answer is an error, never a file.
///
/// A secret lies under the attributes `server` = `service()` and `user` = the key, and its value is the secret alone, so that
/// `secret-tool lookup server policydesk user KEY` prints exactly it (docs/security.md).
///
/// Every method may be awaited in any thread with a mailbox; the work is done in the thread of the GUI's mailbox, where libsecret's main loop is.
/// Jobs run one after the other: one that waits at a prompt holds the later ones back. A prompt cannot be taken back: stopping abandons it.
///
/// Errors are of the kind Keychain: `keychain.absent` (no service on the session bus, or no bus), `keychain.locked` (locked, and nobody was to be
/// asked), `keychain.dismissed` (the user closed the prompt), `keychain.failed` (the service refused; see the detail); or Cancelled.
class Keychain {
public:
    /// `gui` outlives this object.
    explicit Keychain(Mailbox &gui, QString service = QStringLiteral("policydesk"));

    enum class State {
        Absent, ///< No service.
        Locked, ///< Writing needs the user: locked, or without a default collection yet.
        Open, ///< Unlocked, or one (KWallet) that does not tell without opening it.
    };
    /// Never prompts, reads no secret.
    [[nodiscard]] Task<Result<State>> state(std::stop_token stop) const;

    /// Nothing where no secret lies under `key`; that is found out without a prompt.
    [[nodiscard]] Task<Result<std::optional<Secret>>> read(QString key, Ask ask, std::stop_token stop) const;
    /// Replaces what lies under `key`. The secret is UTF-8 text without NUL (else InvalidInput, `keychain.notText`).
    [[nodiscard]] Task<Result<void>> write(QString key, Secret secret, Ask ask, std::stop_token stop) const;
    /// Succeeds where nothing lies under `key`; otherwise looks again afterwards, so that success means that it is gone.
    [[nodiscard]] Task<Result<void>> remove(QString key, Ask ask, std::stop_token stop) const;

    [[nodiscard]] QString service() const { return m_service; }

private:
    Mailbox &m_gui;
    QString m_service;
};

} // namespace pd::secrets
