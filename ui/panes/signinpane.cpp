// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinpane.h"

#include "form.h"
#include "widgets/controls.h"
#include "widgets/errorcard.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace pd::ui {

SignInPane::SignInPane(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *form = new Form(tr("Sign in to a registry"), this);
    m_host = makeField(QStringLiteral("server-database"), QStringLiteral("ghcr.io"), tr("Registry"), form);
    m_host->setObjectName(QStringLiteral("hostEdit"));
    m_host->setText(QStringLiteral("ghcr.io"));
    form->addRow(tr("Registry"), m_host);
    m_user = makeField(QStringLiteral("user-identity"), tr("Your name there"), tr("Account"), form);
    m_user->setObjectName(QStringLiteral("userEdit"));
    form->addRow(tr("Account"), m_user);
    m_token = makeField(QStringLiteral("pd-lock"), tr("Token or password"), tr("Token"), form);
    m_token->setObjectName(QStringLiteral("tokenEdit"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    form->addRow(tr("Token"), m_token);
    auto *link = makeButton(tr("No token yet? Make one on GitHub…"), ButtonKind::Link, form);
    link->setObjectName(QStringLiteral("tokenPageButton"));
    form->addControl(link);
    m_default = new QCheckBox(tr("Make it my default registry"), form);
    form->addControl(m_default);
    m_untilQuit = new QCheckBox(tr("Keep the token until I quit, not in the keychain"), form);
    form->addControl(m_untilQuit);
    m_message = makeParagraph({}, Type::Body, Role::Text2, form);
    m_message->setObjectName(QStringLiteral("messageLabel"));
    form->addControl(m_message);
    m_error = new ErrorCard(form);
    m_error->hide();
    form->addControl(m_error);
    m_signIn = makeButton({.id = QStringLiteral("signIn"), .label = tr("Sign in"), .rank = models::ActionRank::Primary}, form);
    auto *room = new QWidget(form);
    auto *row = new QHBoxLayout(room);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_signIn);
    row->addStretch(1);
    form->addControl(room);
    setWidget(form);

    for (QLineEdit *field : {m_host, m_user, m_token}) {
        connect(field, &QLineEdit::textChanged, this, &SignInPane::showWords);
        connect(field, &QLineEdit::returnPressed, m_signIn, &QPushButton::click);
    }
    connect(m_untilQuit, &QCheckBox::toggled, this, &SignInPane::showWords);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPane::signInRequested);
    connect(link, &QPushButton::clicked, this, [this] { Q_EMIT tokenPageRequested(m_host->text().trimmed()); });
    connect(m_error, &ErrorCard::triggered, this, &SignInPane::signInRequested);
    showWords();
}

void SignInPane::setHost(const QString &host)
{
    if (!host.isEmpty())
        m_host->setText(host);
    m_error->hide();
    (m_host->text().isEmpty() ? m_host : m_user)->setFocus();
}

desk::SignInRequest SignInPane::takeRequest()
{
    desk::SignInRequest request;
    request.host = m_host->text().trimmed();
    request.user = m_user->text().trimmed();
    // The field keeps its text until the act has ended, so that a wrong letter can be mended; Qt holds it in memory meanwhile.
    request.token = Secret(m_token->text().trimmed().toUtf8());
    request.makeDefault = m_default->isChecked();
    request.untilQuit = m_untilQuit->isChecked();
    return request;
}

void SignInPane::follow(desk::Operation *operation)
{
    m_operation = operation;
    m_error->hide();
    m_signIn->setEnabled(false);
    m_message->setText(tr("Asking %1…").arg(m_host->text().trimmed()));
    connect(operation, &desk::Operation::finished, this, &SignInPane::showEnd);
}

void SignInPane::showEnd()
{
    if (!m_operation)
        return;
    showWords();
    if (m_operation->error()) {
        m_error->setNotice(noticeFor(*m_operation->error()));
        m_error->show();
    } else if (m_operation->receipt()) {
        const QString host = m_operation->receipt()->reference;
        m_token->clear();
        m_message->setText(tr("Signed in to %1.").arg(host));
        Q_EMIT signedIn(host);
    }
}

void SignInPane::showWords()
{
    const QString host = m_host->text().trimmed();
    const QString user = m_user->text().trimmed();
    const bool anonymous = user.isEmpty() && m_token->text().isEmpty();
    const bool runs = m_operation && m_operation->state() == desk::Operation::State::Running;
    m_signIn->setEnabled(!host.isEmpty() && (anonymous || (!user.isEmpty() && !m_token->text().isEmpty())) && !runs);
    if (host.isEmpty())
        m_message->setText(tr("Name a registry: ghcr.io, or any other host."));
    else if (anonymous)
        m_message->setText(tr("Use %1 without an account.").arg(host));
    else if (m_untilQuit->isChecked())
        m_message->setText(
            tr("Sign in to %1 as %2 and keep the token in memory until you quit. It is tried first, with requests that change nothing.")
                .arg(host, user));
    else
        m_message->setText(
            tr("Sign in to %1 as %2 and keep the token in the keychain. It is tried first, with requests that change nothing.")
                .arg(host, user));
}

} // namespace pd::ui
