// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/operations/operation.h"
#include "desk/requests.h"

#include <QPointer>
#include <QScrollArea>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pd::ui {

class ErrorCard;

/// Who one is at a registry: host, account, token. The token leaves the field as a `Secret` and is wiped there.
class SignInPane final : public QScrollArea {
    Q_OBJECT
public:
    explicit SignInPane(QWidget *parent = nullptr);

    void setHost(const QString &host);
    void follow(desk::Operation *operation);
    [[nodiscard]] desk::SignInRequest takeRequest();

Q_SIGNALS:
    void signInRequested();
    void signedIn(const QString &host);
    /// The page that makes a token.
    void tokenPageRequested(const QString &host);

private:
    void showEnd();
    void showWords();

    QPointer<desk::Operation> m_operation;
    QLineEdit *m_host;
    QLineEdit *m_user;
    QLineEdit *m_token;
    QCheckBox *m_default;
    QCheckBox *m_untilQuit;
    QPushButton *m_signIn;
    QLabel *m_message;
    ErrorCard *m_error;
};

} // namespace pd::ui
