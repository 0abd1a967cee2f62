// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector.h"

#include "widgets/actionmenu.h"
#include "widgets/badge.h"
#include "widgets/card.h"
#include "widgets/commandbox.h"
#include "widgets/controls.h"
#include "widgets/elidedlabel.h"
#include "widgets/factsgrid.h"
#include "widgets/icons.h"
#include "widgets/iconview.h"
#include "widgets/painting.h"
#include "widgets/sentencelabel.h"
#include "widgets/theme.h"
#include "widgets/verblist.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace pd::ui {

namespace {

/// Words stand 16 px from the edge; the grounds of verbs and links begin at 8.
constexpr int Outer = 8;
constexpr int Inner = 8;

} // namespace

Inspector::Inspector(QWidget *parent)
    : QScrollArea(parent)
{
    setAccessibleName(tr("Details"));
    setObjectName(QStringLiteral("inspector"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(px(240));
    setGround(viewport(), Role::Panel);
    setGround(this, Role::Panel);
    rebuild();
}

void Inspector::setContent(const models::InspectorContent &content)
{
    if (m_content == content)
        return;
    QWidget *const before = QApplication::focusWidget();
    const bool hadFocus = before && isAncestorOf(before);
    const QString focused = hadFocus ? before->objectName() : QString();
    m_content = content;
    rebuild();
    if (!hadFocus)
        return;
    // The button that was at hand is at hand again; where there is none any more, the keyboard goes back to what was acted on.
    auto *again = focused.isEmpty() ? nullptr : m_page->findChild<QWidget *>(focused);
    if (again && again->isEnabled())
        again->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT focusLost();
}

void Inspector::rebuild()
{
    m_page = new QWidget;
    setGround(m_page, Role::Panel);
    m_column = new QVBoxLayout(m_page);
    m_column->setContentsMargins(px(Outer), px(16), px(Outer), px(16));
    m_column->setSpacing(0);
    if (!m_content.title.isEmpty()) {
        addHead();
        addPlan();
        addButtons();
        for (const models::InspectorSection &section : std::as_const(m_content.sections)) {
            addLine();
            addSection(section);
        }
        if (!m_content.verbs.isEmpty()) {
            addLine();
            auto *verbs = new VerbList(m_page);
            verbs->setVerbs(m_content.verbs);
            connect(verbs, &VerbList::triggered, this, &Inspector::triggered);
            // Grounds of verbs reach further out than their words.
            m_column->addWidget(verbs);
        }
    }
    m_column->addStretch(1);
    setWidget(m_page);
}

void Inspector::add(QWidget *widget)
{
    auto *room = new QHBoxLayout;
    room->addWidget(widget);
    add(room);
}

void Inspector::add(QBoxLayout *row)
{
    row->setContentsMargins(px(Inner), 0, px(Inner), 0);
    m_column->addLayout(row);
}

void Inspector::addHead()
{
    auto *title = new ElidedLabel(m_content.title, Type::Title, Role::Text, m_page);
    title->setObjectName(QStringLiteral("inspectorTitle"));
    int needed = title->sizeHint().width();
    for (const models::BadgeValue &badge : std::as_const(m_content.badges))
        needed += badgeSize(badge).width() + px(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addWidget(title);
    title->setFixedHeight(px(32));
    add(row);
    // Badges that do not fit beside the title go under it.
    auto *badges = row;
    const bool own = needed > px(288) && !m_content.badges.isEmpty();
    if (own) {
        badges = new QHBoxLayout;
        badges->setSpacing(px(8));
        add(badges);
        m_column->addSpacing(px(4));
    }
    for (const models::BadgeValue &badge : std::as_const(m_content.badges))
        badges->addWidget(new Badge(badge, m_page), 0, Qt::AlignVCenter);
    badges->addStretch(1);

    auto *under = new QHBoxLayout;
    under->setSpacing(px(7));
    if (!m_content.kind.isEmpty())
        under->addWidget(new ElidedLabel(m_content.kind, Type::Small, Role::Text2, m_page));
    if (!m_content.digest.isEmpty()) {
        auto *digest = new ElidedLabel(m_content.digest, Type::MonoSmall, Role::Text2, m_page);
        digest->setWhole(m_content.digestToolTip);
        digest->setElide(Qt::ElideMiddle);
        under->addWidget(digest);
        QToolButton *copy = makeIconButton(QStringLiteral("edit-copy"), tr("Copy"), m_page, true);
        copy->setObjectName(QStringLiteral("copyDigestButton"));
        const QString whole
            = m_content.digestToolTip.isEmpty() ? m_content.digest : m_content.digestToolTip.section(QLatin1Char('\n'), 0, 0);
        connect(copy, &QToolButton::clicked, this, [this, whole] {
            QApplication::clipboard()->setText(whole);
            Q_EMIT copied(whole);
        });
        under->addWidget(copy);
    }
    under->addStretch(1);
    auto *box = new QWidget(m_page);
    box->setFixedHeight(px(24));
    under->setContentsMargins(0, 0, 0, 0);
    box->setLayout(under);
    add(box);
}

void Inspector::addPlan()
{
    if (!m_content.sentence.isEmpty()) {
        auto *sentence = new SentenceLabel(m_page, Type::Body);
        sentence->setSentence(m_content.sentence);
        m_column->addSpacing(px(12));
        add(sentence);
    }
    if (!m_content.promise.title.isEmpty()) {
        auto *card = new Card(Card::Kind::Promise, m_page);
        auto *row = new QHBoxLayout(card);
        row->setContentsMargins(px(12), px(8), px(12), px(8));
        row->setSpacing(px(8));
        row->addWidget(new IconView(m_content.promise.icon, Role::Ok, 16, card), 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(px(2));
        words->addWidget(makeParagraph(m_content.promise.title, Type::Strong, Role::Text, card));
        words->addWidget(makeParagraph(m_content.promise.text, Type::Small, Role::Text2, card));
        row->addLayout(words, 1);
        m_column->addSpacing(px(16));
        add(card);
    }
    for (const models::OptionValue &option : std::as_const(m_content.options)) {
        auto *box = new QCheckBox(option.label, m_page);
        box->setObjectName(option.id + QStringLiteral("Check"));
        box->setAccessibleName(option.label);
        box->setChecked(option.checked);
        connect(box, &QCheckBox::toggled, this, [this, id = option.id](bool on) { Q_EMIT optionChanged(id, on); });
        m_column->addSpacing(px(6));
        add(box);
    }
}

void Inspector::addButtons()
{
    if (m_content.buttons.isEmpty() && m_content.more.isEmpty())
        return;
    auto *row = new QHBoxLayout;
    row->setSpacing(px(8));
    for (qsizetype i = 0; i < m_content.buttons.size(); ++i) {
        const models::ActionValue &action = m_content.buttons[i];
        QPushButton *button = makeButton(action, m_page);
        connect(button, &QPushButton::clicked, this, [this, id = action.id] { Q_EMIT triggered(id); });
        row->addWidget(button, i == 0 ? 1 : 0);
        if (i == 0)
            button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    if (!m_content.more.isEmpty()) {
        QToolButton *more = makeIconButton(QStringLiteral("overflow-menu"), tr("More"), m_page);
        more->setObjectName(QStringLiteral("moreButton"));
        connect(more, &QToolButton::clicked, this,
            [this, more] { popupActions(m_content.more, more, [this](const QString &id) { Q_EMIT triggered(id); }); });
        row->addWidget(more);
    }
    m_column->addSpacing(px(12));
    add(row);
    if (!m_content.note.isEmpty()) {
        m_column->addSpacing(px(8));
        add(makeParagraph(m_content.note, Type::Small, Role::Text2, m_page));
    }
}

void Inspector::addSection(const models::InspectorSection &section)
{
    if (!section.title.isEmpty()) {
        add(makeParagraph(section.title, Type::Strong, Role::Text, m_page));
        m_column->addSpacing(px(4));
    }
    if (!section.text.isEmpty())
        add(makeParagraph(section.text, Type::Small, Role::Text2, m_page));
    if (!section.facts.isEmpty()) {
        auto *facts = new FactsGrid(m_page);
        facts->setFacts(section.facts);
        add(facts);
    }
    for (const models::CheckValue &check : section.checks)
        addCheck(check);
    if (!section.command.isEmpty()) {
        auto *command = new CommandBox(false, m_page);
        command->setCommand(section.command);
        connect(command, &CommandBox::copied, this, [this, command] { Q_EMIT copied(command->command()); });
        add(command);
    }
}

void Inspector::addCheck(const models::CheckValue &check)
{
    auto *line = new QWidget(m_page);
    line->setFixedHeight(px(28));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(px(Inner), 0, px(Inner), 0);
    row->setSpacing(px(8));
    const bool own = !check.icon.isEmpty();
    row->addWidget(new IconView(own ? check.icon : checkIcon(check.state), own ? Role::Text2 : checkRole(check.state), 16, line));
    row->addWidget(new ElidedLabel(check.words, Type::Body, Role::Text, line));
    if (!check.note.isEmpty())
        row->addWidget(new ElidedLabel(check.note, Type::Body, Role::Text2, line), check.action.id.isEmpty() ? 0 : 1);
    if (check.action.id.isEmpty()) {
        row->addStretch(1);
    } else {
        QPushButton *button = makeButton(check.action.label, ButtonKind::Link, line);
        setKind(button, ButtonKind::Link, true);
        button->setObjectName(check.action.id + QStringLiteral("Button"));
        connect(button, &QPushButton::clicked, this, [this, id = check.action.id] { Q_EMIT triggered(id); });
        row->addWidget(button);
        row->setContentsMargins(margins(px(Inner), 0, px(Inner) - px(4), 0));
    }
    m_column->addWidget(line);
}

void Inspector::addLine()
{
    m_column->addSpacing(px(16));
    add(makeLine(Qt::Horizontal, m_page));
    m_column->addSpacing(px(16));
}

} // namespace pd::ui
