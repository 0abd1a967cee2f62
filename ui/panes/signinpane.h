// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/operations/operation.h"
#include "desk/requests.h"

#include <QPointer>
#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pd::ui {

class ErrorCard;
class Form;
class SentenceLabel;

/// Who one is at a registry: host, account, token. The token leaves the field as a `Secret` and is wiped there.
class SignInPane final : public QScrollArea {
    Q_OBJECT
public:
    explicit SignInPane(QWidget *parent = nullptr);

    /// Hosts that are offered beside ghcr.io.
    void setHosts(const QStringList &hosts);
    /// The registry to sign in to, and the account that is there already; both may be empty.
    void setHost(const QString &host, const QString &user);
    void follow(desk::Operation *operation);
    [[nodiscard]] desk::SignInRequest takeRequest();
    /// *Only until I quit*, as if it had been ticked.
    void tickUntilQuit();

Q_SIGNALS:
    void signInRequested();
    void signedIn(const QString &host);
    void cancelled();
    /// The keychain's question may come up again.
    void keychainWanted();
    /// Another way on from an error: `id` or `id:subject`.
    void triggered(const QString &word);
    /// GitHub's page that makes a token, with what was ticked.
    void pageRequested(const QString &url);

private:
    QWidget *makeScopes();
    QWidget *makeButtons();
    void wire();
    void showEnd();
    void remedy(const QString &word);
    void showWords();
    [[nodiscard]] QString host() const;
    [[nodiscard]] bool runs() const;

    QPointer<desk::Operation> m_operation;
    Form *m_form;
    QComboBox *m_host;
    QLabel *m_hint;
    QLineEdit *m_user;
    QLineEdit *m_token;
    QList<QCheckBox *> m_scopeBoxes;
    QWidget *m_scopes = nullptr;
    QPushButton *m_makeToken = nullptr;
    QCheckBox *m_default;
    QCheckBox *m_untilQuit;
    SentenceLabel *m_sentence;
    QPushButton *m_signIn = nullptr;
    QPushButton *m_cancel = nullptr;
    QLabel *m_message;
    ErrorCard *m_error;
};

} // namespace pd::ui
