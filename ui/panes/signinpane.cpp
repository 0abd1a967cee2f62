// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinpane.h"

#include "form.h"
#include "models/signintext.h"
#include "widgets/card.h"
#include "widgets/controls.h"
#include "widgets/errorcard.h"
#include "widgets/icons.h"
#include "widgets/sentencelabel.h"
#include "widgets/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace pd::ui {

SignInPane::SignInPane(QWidget *parent)
    : QScrollArea(parent)
    , m_form(new Form(tr("Sign in to a registry"), this))
    , m_host(makeChoiceField(QStringLiteral("server-database"), QStringLiteral("ghcr.io"), tr("Registry"), m_form))
    , m_hint(makeParagraph({}, Type::Small, Role::Text2, m_form))
    , m_user(makeField(QStringLiteral("user-identity"), tr("Your name there"), tr("Account"), m_form))
    , m_token(makeField(QStringLiteral("pd-lock"), tr("Token or password"), tr("Token"), m_form))
    , m_default(new QCheckBox(tr("Make it my default registry"), m_form))
    , m_untilQuit(new QCheckBox(tr("Only until I quit, not in the keychain"), m_form))
    , m_sentence(nullptr)
    , m_message(makeParagraph({}, Type::Body, Role::Text2, m_form))
    , m_error(new ErrorCard(m_form))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Sign in to a registry"));
    m_host->lineEdit()->setObjectName(QStringLiteral("hostEdit"));
    m_form->addRow(tr("Registry"), m_host);
    m_hint->setObjectName(QStringLiteral("hostHint"));
    m_hint->hide();
    m_form->addControl(m_hint);
    m_user->setObjectName(QStringLiteral("userEdit"));
    m_form->addRow(tr("Account"), m_user);
    m_token->setObjectName(QStringLiteral("tokenEdit"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_form->addRow(tr("Token"), m_token);
    m_scopes = makeScopes();
    m_form->addRow(tr("Scopes"), m_scopes);
    m_default->setObjectName(QStringLiteral("defaultBox"));
    m_form->addControl(m_default);
    m_untilQuit->setObjectName(QStringLiteral("untilQuitBox"));
    m_form->addRow(tr("Keep it"), m_untilQuit);
    auto *card = new Card(Card::Kind::Sentence, m_form);
    auto *room = new QVBoxLayout(card);
    room->setContentsMargins(px(16), px(12), px(16), px(12));
    m_sentence = new SentenceLabel(card);
    room->addWidget(m_sentence);
    m_form->addControl(card);
    m_form->addControl(makeButtons());
    m_message->setObjectName(QStringLiteral("messageLabel"));
    m_message->hide();
    m_form->addControl(m_message);
    m_error->hide();
    m_form->addControl(m_error);
    setWidget(m_form);
    setHosts({});
    wire();
    showWords();
}

QWidget *SignInPane::makeScopes()
{
    auto *card = new Card(Card::Kind::Raised, m_form);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(px(16), px(12), px(12), px(12));
    column->setSpacing(px(4));
    for (const models::ScopeValue &scope : models::tokenScopes()) {
        auto *row = new QHBoxLayout;
        auto *box = new QCheckBox(scope.name, card);
        box->setObjectName(scope.id + QStringLiteral("Box"));
        box->setChecked(scope.wanted);
        box->setAccessibleDescription(scope.words);
        box->setFont(ui::font(Type::MonoSmall));
        row->addWidget(box);
        row->addStretch(1);
        row->addWidget(makeLabel(scope.words, Type::Small, Role::Text2, card));
        column->addLayout(row);
        m_scopeBoxes.append(box);
    }
    auto *row = new QHBoxLayout;
    row->addWidget(makeLabel(tr("No token yet?"), Type::Small, Role::Text2, card));
    row->addStretch(1);
    m_makeToken
        = makeButton({.id = QStringLiteral("tokenPage"), .label = tr("Make one with these…"), .icon = QStringLiteral("open-link")}, card);
    row->addWidget(m_makeToken);
    column->addLayout(row);
    return card;
}

QWidget *SignInPane::makeButtons()
{
    auto *room = new QWidget(m_form);
    auto *row = new QHBoxLayout(room);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_signIn = makeButton({.id = QStringLiteral("accept"), .label = tr("Sign in"), .rank = models::ActionRank::Primary}, room);
    m_cancel = makeButton({.id = QStringLiteral("cancelSignIn"), .label = tr("Cancel")}, room);
    row->addWidget(m_signIn);
    row->addWidget(m_cancel);
    row->addStretch(1);
    return room;
}

void SignInPane::wire()
{
    auto *reveal = new QAction(icon(QStringLiteral("visibility")), tr("Show the token"), m_token);
    reveal->setCheckable(true);
    m_token->addAction(reveal, QLineEdit::TrailingPosition);
    connect(reveal, &QAction::toggled, this, [this, reveal](bool shown) {
        m_token->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setText(shown ? tr("Hide the token") : tr("Show the token"));
    });
    for (QLineEdit *field : {m_host->lineEdit(), m_user, m_token}) {
        connect(field, &QLineEdit::textChanged, this, &SignInPane::showWords);
        connect(field, &QLineEdit::returnPressed, m_signIn, &QPushButton::click);
    }
    connect(m_untilQuit, &QCheckBox::toggled, this, &SignInPane::showWords);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPane::signInRequested);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (runs())
            m_operation->cancel();
        else
            Q_EMIT cancelled();
    });
    connect(m_makeToken, &QPushButton::clicked, this, [this] {
        QStringList scopes;
        for (const QCheckBox *box : std::as_const(m_scopeBoxes)) {
            if (box->isChecked())
                scopes.append(box->text());
        }
        Q_EMIT pageRequested(models::tokenPage(scopes));
    });
    connect(m_error, &ErrorCard::triggered, this, &SignInPane::remedy);
}

void SignInPane::remedy(const QString &word)
{
    const bool held = word.startsWith(QLatin1StringView("keepUntilQuit"));
    const bool unlock = word == QLatin1StringView("unlockKeychain");
    if (held)
        m_untilQuit->setChecked(true);
    if (unlock)
        Q_EMIT keychainWanted();
    if (held || unlock || word == QLatin1StringView("retry"))
        Q_EMIT signInRequested();
    else
        Q_EMIT triggered(word);
}

void SignInPane::tickUntilQuit()
{
    m_untilQuit->setChecked(true);
}

void SignInPane::setHosts(const QStringList &hosts)
{
    const QString typed = m_host->currentText();
    const QSignalBlocker quiet(m_host);
    m_host->clear();
    m_host->addItem(QStringLiteral("ghcr.io"));
    for (const QString &host : hosts) {
        if (m_host->findText(host) < 0)
            m_host->addItem(host);
    }
    m_host->setCurrentText(typed.isEmpty() ? QStringLiteral("ghcr.io") : typed);
}

void SignInPane::setHost(const QString &host, const QString &user)
{
    if (!host.isEmpty())
        m_host->setCurrentText(host);
    m_user->setText(user);
    m_token->clear();
    m_untilQuit->setChecked(false);
    m_error->hide();
    m_message->hide();
    showWords();
    if (this->host().isEmpty())
        m_host->setFocus();
    else
        (user.isEmpty() ? m_user : m_token)->setFocus();
}

QString SignInPane::host() const
{
    return m_host->currentText().trimmed();
}

bool SignInPane::runs() const
{
    return m_operation && m_operation->state() == desk::Operation::State::Running;
}

desk::SignInRequest SignInPane::takeRequest()
{
    desk::SignInRequest request;
    request.host = host();
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
    m_message->setText(tr("Asking %1…").arg(host()));
    m_message->show();
    connect(operation, &desk::Operation::finished, this, &SignInPane::showEnd);
    showWords();
}

void SignInPane::showEnd()
{
    if (!m_operation)
        return;
    m_message->hide();
    showWords();
    if (m_operation->error()) {
        m_error->setNotice(noticeFor(*m_operation->error()));
        m_error->show();
    } else if (m_operation->receipt()) {
        const QString host = m_operation->receipt()->reference;
        m_token->clear();
        m_message->setText(tr("Signed in to %1.").arg(host));
        m_message->show();
        Q_EMIT signedIn(host);
    }
}

void SignInPane::showWords()
{
    const models::SignInWords words = models::signInWords(
        {.host = host(), .user = m_user->text().trimmed(), .hasToken = !m_token->text().isEmpty(), .untilQuit = m_untilQuit->isChecked()});
    m_sentence->setSentence(words.sentence);
    m_signIn->setEnabled(words.ready && !runs());
    m_signIn->setText(words.button);
    m_form->setRowVisible(m_scopes, words.github);
    m_hint->setText(words.hint);
    m_hint->setVisible(!words.hint.isEmpty());
}

} // namespace pd::ui
