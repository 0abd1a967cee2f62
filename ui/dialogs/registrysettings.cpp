// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingspages.h"

#include "widgets/card.h"
#include "widgets/controls.h"
#include "widgets/elidedlabel.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace pd::ui {

RegistrySettings::RegistrySettings(QWidget *parent)
    : SettingsPage(QStringLiteral("registriesSettings"), tr("Registries"), parent)
    , m_default(makeField(QStringLiteral("server-database"), QStringLiteral("docker.io"), tr("Default registry"), room()))
    , m_cards(nullptr)
{
    m_default->setObjectName(QStringLiteral("defaultRegistryEdit"));
    addRow(tr("Default"), m_default);
    addWords(tr("Completes short references, here and in the Policy CLI."));
    auto *cards = new QWidget(room());
    m_cards = new QVBoxLayout(cards);
    m_cards->setContentsMargins(0, px(8), 0, px(8));
    m_cards->setSpacing(px(12));
    addWide(cards);
    auto *line = new QWidget(room());
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    QPushButton *add = makeButton({.id = QStringLiteral("signIn"), .label = tr("Sign in to a registry…")}, line);
    row->addWidget(add);
    row->addStretch(1);
    addWide(line);
    addEnd();
    connect(m_default, &QLineEdit::editingFinished, this, [this] {
        if (m_default->text().trimmed() != m_default->property("pdShown").toString())
            Q_EMIT triggered(QStringLiteral("makeDefault"), m_default->text().trimmed());
    });
    connect(add, &QPushButton::clicked, this, [this] { Q_EMIT triggered(QStringLiteral("signIn"), {}); });
}

QString RegistrySettings::accountWords(const QString &host, const QList<desk::AccountRow> &accounts)
{
    const auto found = std::ranges::find(accounts, host, &desk::AccountRow::host);
    if (found == accounts.end())
        return tr("without an account");
    if (found->source == QLatin1StringView("until-quit"))
        return tr("as %1, until you quit").arg(found->user);
    if (found->source == QLatin1StringView("keychain"))
        return tr("as %1, token in the keychain").arg(found->user);
    return found->clearText ? tr("as %1, token of another program, in clear text").arg(found->user)
                            : tr("as %1, token of another program").arg(found->user);
}

void RegistrySettings::show(const SettingsContent &content)
{
    if (!m_default->hasFocus())
        m_default->setText(content.defaultRegistry);
    m_default->setProperty("pdShown", content.defaultRegistry);
    QStringList shown;
    for (const desk::RegistryEntry &entry : content.settings.registries)
        shown << entry.host << entry.caFile << (entry.plainHttp ? QStringLiteral("1") : QStringLiteral("0"))
              << accountWords(entry.host, content.accounts);
    shown << content.practiceHost;
    const QString key = shown.join(QLatin1Char('\n'));
    if (m_shown == key)
        return;
    m_shown = key;
    const QString focused = focusWidget() ? focusWidget()->objectName() + focusWidget()->accessibleName() : QString();
    clearLayout(m_cards);
    for (const desk::RegistryEntry &entry : content.settings.registries)
        m_cards->addWidget(makeCard(entry, content));
    if (content.settings.registries.isEmpty())
        m_cards->addWidget(makeParagraph(tr("No registry is in the tree yet."), Type::Body, Role::Text2, room()));
    for (auto *widget : room()->findChildren<QWidget *>()) {
        if (!focused.isEmpty() && widget->objectName() + widget->accessibleName() == focused && widget->parent())
            widget->setFocus(Qt::OtherFocusReason);
    }
}

QWidget *RegistrySettings::makeCard(const desk::RegistryEntry &entry, const SettingsContent &content)
{
    const QString &host = entry.host;
    const bool practice = host == content.practiceHost;
    auto *card = new Card(Card::Kind::Raised, room());
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(px(16), px(12), px(12), px(12));
    column->setSpacing(px(8));
    auto *head = new QHBoxLayout;
    head->setSpacing(px(8));
    head->addWidget(makeLabel(practice ? tr("Practice registry, %1").arg(host) : host, Type::Strong, Role::Text, card));
    head->addWidget(new ElidedLabel(accountWords(host, content.accounts), Type::Small, Role::Text2, card), 1);
    const auto button = [&](const char *id, const QString &label, const QString &name) {
        QPushButton *made = makeButton({.id = QString::fromLatin1(id), .label = label}, card);
        setKind(made, ButtonKind::Secondary, true);
        made->setAccessibleName(name);
        head->addWidget(made);
        connect(made, &QPushButton::clicked, this, [this, made, what = QString::fromLatin1(id), host] {
            made->setEnabled(false);
            Q_EMIT triggered(what, host);
        });
    };
    const auto account = std::ranges::find(content.accounts, host, &desk::AccountRow::host);
    if (account != content.accounts.end() && !practice)
        button("signOut", tr("Sign out"), tr("Sign out of %1").arg(host));
    button("removeRegistry", tr("Remove"), tr("Remove %1 from the tree").arg(host));
    column->addLayout(head);
    if (practice)
        return card;
    auto *plain = new QCheckBox(tr("Plain HTTP, without TLS: whoever is in between reads along"), card);
    plain->setObjectName(QStringLiteral("plainHttpBox"));
    plain->setAccessibleName(tr("Plain HTTP for %1").arg(host));
    plain->setChecked(entry.plainHttp);
    column->addWidget(plain);
    auto *row = new QHBoxLayout;
    row->setSpacing(px(8));
    QLineEdit *ca = makeField(QStringLiteral("pd-lock"), tr("Certificates of its own (PEM)"), tr("Certificates for %1").arg(host), card);
    ca->setObjectName(QStringLiteral("caEdit"));
    ca->setText(entry.caFile);
    ca->setClearButtonEnabled(true);
    row->addWidget(ca, 1);
    QPushButton *choose = makeButton({.id = QStringLiteral("chooseCa"), .label = tr("Choose…")}, card);
    choose->setAccessibleName(tr("Choose certificates for %1").arg(host));
    row->addWidget(choose);
    column->addLayout(row);
    connect(plain, &QCheckBox::clicked, this,
        [this, host](bool on) { setEntry(host, [on](desk::RegistryEntry &changed) { changed.plainHttp = on; }); });
    connect(ca, &QLineEdit::editingFinished, this,
        [this, host, ca] { setEntry(host, [path = ca->text().trimmed()](desk::RegistryEntry &changed) { changed.caFile = path; }); });
    connect(choose, &QPushButton::clicked, this, [this, host] { chooseCa(host); });
    return card;
}

void RegistrySettings::setEntry(const QString &host, const std::function<void(desk::RegistryEntry &)> &change)
{
    Q_EMIT changed([host, change](desk::Settings &settings) {
        const auto found = std::ranges::find(settings.registries, host, &desk::RegistryEntry::host);
        if (found != settings.registries.end())
            change(*found);
    });
}

void RegistrySettings::chooseCa(const QString &host)
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose certificates for %1").arg(host), {},
        tr("Certificates (*.pem *.crt *.cer)") + QStringLiteral(";;") + tr("All files (*)"), nullptr, QFileDialog::DontUseNativeDialog);
    if (!path.isEmpty())
        setEntry(host, [path](desk::RegistryEntry &changed) { changed.caFile = path; });
}

} // namespace pd::ui
