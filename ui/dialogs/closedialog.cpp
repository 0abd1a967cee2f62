// SPDX-License-Identifier: GPL-3.0-or-later
#include "closedialog.h"

#include "widgets/card.h"
#include "widgets/controls.h"
#include "widgets/elidedlabel.h"
#include "widgets/iconview.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace pd::ui {

namespace {

/// More than this are counted, not named.
constexpr qsizetype MostNamed = 5;

} // namespace

CloseDialog::CloseDialog(const QList<Running> &running, QWidget *parent)
    : QDialog(parent)
{
    const auto count = static_cast<int>(running.size());
    const QString title = tr("%Ln acts are still running", nullptr, count);
    setObjectName(QStringLiteral("closeDialog"));
    setWindowTitle(title);
    setAccessibleName(title);
    setGround(this, Role::Base);
    setMinimumWidth(px(520));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(20), px(24), px(20));
    column->setSpacing(px(16));
    column->addWidget(makeLabel(title, Type::Heading, Role::Text, this));
    auto *card = new Card(Card::Kind::Raised, this);
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(px(12), px(8), px(12), px(8));
    rows->setSpacing(px(4));
    for (const Running &one : running.first(std::min(MostNamed, running.size()))) {
        auto *row = new QHBoxLayout;
        row->setSpacing(px(8));
        row->addWidget(new IconView(QStringLiteral("clock"), Role::Text2, 16, card));
        auto *name = new ElidedLabel(one.title, Type::Name, Role::Text, card);
        name->setElide(Qt::ElideMiddle);
        row->addWidget(name, 1);
        row->addWidget(makeLabel(one.words, Type::Small, Role::Text2, card));
        rows->addLayout(row);
    }
    if (running.size() > MostNamed)
        rows->addWidget(
            makeLabel(tr("and %Ln more", nullptr, static_cast<int>(running.size() - MostNamed)), Type::Small, Role::Text2, card));
    column->addWidget(card);
    const auto resumes = std::ranges::count_if(running, &Running::resumes);
    const QString words = resumes == running.size() ? tr("Closing stops this. It can go on when Policy Desk is started the next time.")
        : resumes > 0
        ? tr("Closing stops this. Pushes and pulls can go on when Policy Desk is started the next time, the rest cannot.")
        : tr("Closing stops this, and it does not go on by itself. What is on this computer and on the registry stays whole.");
    QLabel *text = makeParagraph(words, Type::Body, Role::Text2, this);
    text->setObjectName(QStringLiteral("messageLabel"));
    column->addWidget(text);
    auto *row = new QHBoxLayout;
    row->setSpacing(px(8));
    QPushButton *cancelAll = makeButton({.id = QStringLiteral("cancelAll"), .label = tr("Cancel all and close")}, this);
    QPushButton *resume = makeButton({.id = QStringLiteral("closeAndResume"), .label = tr("Close, go on next time")}, this);
    QPushButton *keep = makeButton({.id = QStringLiteral("keepOpen"), .label = tr("Keep open"), .rank = models::ActionRank::Primary}, this);
    resume->setVisible(resumes > 0);
    keep->setDefault(true);
    row->addWidget(cancelAll);
    row->addStretch(1);
    row->addWidget(resume);
    row->addWidget(keep);
    column->addLayout(row);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(resume, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT closeAndResume();
    });
    connect(cancelAll, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT closeAndCancel();
    });
    keep->setFocus();
}

} // namespace pd::ui
