// SPDX-License-Identifier: GPL-3.0-or-later
#include "startpage.h"

#include "widgets/card.h"
#include "widgets/controls.h"
#include "widgets/icons.h"
#include "widgets/iconview.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pd::ui {

StartPage::StartPage(QWidget *parent)
    : QScrollArea(parent)
    , m_page(new QWidget)
{
    setAccessibleName(tr("Start"));
    setObjectName(QStringLiteral("startPage"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setGround(m_page, Role::Base);
    setGround(viewport(), Role::Base);

    auto *middle = new QWidget(m_page);
    middle->setMaximumWidth(px(720));
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, px(48), 0, px(32));
    column->setSpacing(0);
    column->addWidget(makeTitle());
    column->addSpacing(px(32));

    m_foundBlock = new QWidget(middle);
    auto *block = new QVBoxLayout(m_foundBlock);
    block->setContentsMargins(0, 0, 0, px(32));
    block->setSpacing(px(8));
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Found on this computer"), Type::Heading, Role::Text, m_foundBlock));
    head->addStretch(1);
    m_useAll = makeButton(QString(), ButtonKind::Primary, m_foundBlock);
    m_useAll->setObjectName(QStringLiteral("useAllButton"));
    connect(m_useAll, &QPushButton::clicked, this, [this] { Q_EMIT triggered(m_content.useAll.id); });
    head->addWidget(m_useAll);
    block->addLayout(head);
    auto *card = new Card(Card::Kind::Raised, m_foundBlock);
    m_found = new QVBoxLayout(card);
    m_found->setContentsMargins(1, 0, 1, 0);
    m_found->setSpacing(0);
    block->addWidget(card);
    column->addWidget(m_foundBlock);

    column->addWidget(makeReference());
    column->addSpacing(px(32));
    column->addWidget(makeBeginnings());
    column->addStretch(1);

    auto *across = new QHBoxLayout(m_page);
    across->setContentsMargins(px(24), 0, px(24), 0);
    across->addStretch(1);
    across->addWidget(middle, 100);
    across->addStretch(1);
    setWidget(m_page);
    setContent({});
}

QWidget *StartPage::makeTitle()
{
    auto *title = new QWidget(m_page);
    auto *row = new QHBoxLayout(title);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(16));
    auto *symbol = new QLabel(title);
    symbol->setPixmap(applicationIcon().pixmap(QSize(px(48), px(48)), devicePixelRatioF()));
    symbol->setFixedSize(px(48), px(48));
    row->addWidget(symbol);
    auto *words = new QVBoxLayout;
    words->setSpacing(px(2));
    words->addWidget(makeLabel(tr("Policy Desk"), Type::Title, Role::Text, title));
    words->addWidget(
        makeParagraph(tr("Start from what is already here, or open something. No account is needed."), Type::Body, Role::Text2, title));
    row->addLayout(words, 1);
    return title;
}

QWidget *StartPage::makeReference()
{
    auto *block = new QWidget(m_page);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(makeLabel(tr("Open any public image"), Type::Heading, Role::Text, block));
    auto *row = new QHBoxLayout;
    row->setSpacing(px(8));
    m_edit = makeField(QStringLiteral("pd-globe"), tr("ghcr.io/owner/package:tag"), tr("Open any public image"), block);
    m_edit->setObjectName(QStringLiteral("referenceEdit"));
    row->addWidget(m_edit, 1);
    QPushButton *open = makeButton(tr("Open"), ButtonKind::Secondary, block);
    open->setObjectName(QStringLiteral("openReferenceButton"));
    open->setAccessibleName(tr("Open the image"));
    row->addWidget(open);
    column->addLayout(row);
    m_hint = makeParagraph({}, Type::Small, Role::Text2, block);
    m_hint->hide();
    column->addWidget(m_hint);
    connect(m_edit, &QLineEdit::textEdited, this, &StartPage::referenceEdited);
    const auto enter = [this] {
        if (!m_edit->text().trimmed().isEmpty())
            Q_EMIT referenceEntered(m_edit->text().trimmed());
    };
    connect(m_edit, &QLineEdit::returnPressed, this, enter);
    connect(open, &QPushButton::clicked, this, enter);
    return block;
}

QWidget *StartPage::makeBeginnings()
{
    auto *block = new QWidget(m_page);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(makeLabel(tr("Or begin with"), Type::Heading, Role::Text, block));
    auto *row = new QHBoxLayout;
    row->setSpacing(px(16));
    QPushButton *folder = makeButton(tr("Open a folder…"), ButtonKind::Secondary, block);
    folder->setObjectName(QStringLiteral("openFolderButton"));
    folder->setAccessibleName(tr("Open a folder"));
    m_practice = makeButton(tr("Start it"), ButtonKind::Secondary, block);
    m_practice->setObjectName(QStringLiteral("practiceButton"));
    m_practice->setAccessibleName(tr("Start the practice registry"));
    QPushButton *signIn = makeButton(tr("Sign in…"), ButtonKind::Secondary, block);
    signIn->setObjectName(QStringLiteral("signInButton"));
    signIn->setAccessibleName(tr("Sign in"));
    row->addWidget(makeBeginning(QStringLiteral("document-open-folder"), tr("A folder with Rego"),
                       tr("Build, test and publish it. Or drop it on this window."), folder),
        1);
    row->addWidget(makeBeginning(QStringLiteral("computer"), tr("A practice registry"),
                       tr("A real registry on this computer, to publish and delete without risk."), m_practice),
        1);
    row->addWidget(makeBeginning(QStringLiteral("user-identity"), tr("An account"),
                       tr("ghcr.io or another registry. The token goes into the keychain."), signIn),
        1);
    column->addLayout(row);
    connect(folder, &QPushButton::clicked, this, &StartPage::openFolderRequested);
    connect(m_practice, &QPushButton::clicked, this, &StartPage::practiceRequested);
    connect(signIn, &QPushButton::clicked, this, &StartPage::signInRequested);
    return block;
}

QWidget *StartPage::makeBeginning(const QString &icon, const QString &title, const QString &text, QPushButton *button)
{
    auto *card = new Card(Card::Kind::Raised, m_page);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(0);
    column->addWidget(new IconView(icon, Role::Text2, 22, card));
    column->addSpacing(px(10));
    column->addWidget(makeLabel(title, Type::Strong, Role::Text, card));
    column->addSpacing(px(2));
    column->addWidget(makeParagraph(text, Type::Small, Role::Text2, card));
    column->addStretch(1);
    column->addSpacing(px(24));
    column->addWidget(button, 0, Qt::AlignLeading);
    return card;
}

void StartPage::setContent(const models::StartContent &content)
{
    m_content = content;
    m_foundBlock->setVisible(!content.found.isEmpty());
    m_useAll->setVisible(!content.useAll.id.isEmpty());
    m_useAll->setText(content.useAll.label);
    m_useAll->setAccessibleName(content.useAll.label);
    if (!content.practiceLabel.isEmpty()) {
        m_practice->setText(content.practiceLabel);
    }
    fillFound();
}

void StartPage::fillFound()
{
    clearLayout(m_found);
    QWidget *card = m_found->parentWidget();
    for (qsizetype i = 0; i < m_content.found.size(); ++i) {
        const models::FoundItem &item = m_content.found[i];
        if (i > 0)
            m_found->addWidget(makeLine(Qt::Horizontal, card));
        auto *line = new QWidget(card);
        line->setMinimumHeight(px(56));
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(margins(px(16), px(8), px(12), px(8)));
        row->setSpacing(px(12));
        row->addWidget(new IconView(item.icon, Role::Text2, 22, line));
        auto *words = new QVBoxLayout;
        words->setSpacing(px(1));
        words->addStretch(1);
        words->addWidget(makeLabel(item.title, Type::Strong, Role::Text, line));
        words->addWidget(makeParagraph(item.text, Type::Small, Role::Text2, line));
        words->addStretch(1);
        row->addLayout(words, 1);
        if (!item.action.id.isEmpty()) {
            QPushButton *button = makeButton(item.action, line);
            button->setAccessibleName(tr("%1: %2").arg(item.action.label, item.title));
            connect(button, &QPushButton::clicked, this, [this, id = item.action.id] { Q_EMIT triggered(id); });
            row->addWidget(button);
        }
        m_found->addWidget(line);
    }
}

void StartPage::setReferenceHint(const QString &hint, bool isProblem)
{
    dress(m_hint, Type::Small, isProblem ? Role::Err : Role::Text2);
    setParagraph(m_hint, hint);
    m_hint->setVisible(!hint.isEmpty());
}

} // namespace pd::ui
