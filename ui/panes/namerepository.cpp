// SPDX-License-Identifier: GPL-3.0-or-later
#include "namerepository.h"

#include "widgets/controls.h"
#include "widgets/iconview.h"
#include "widgets/painting.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pd::ui {

namespace {

/// In the middle of its row. Not by an alignment: that would take the height of one line for words that wrap.
void addCentred(QVBoxLayout *column, QWidget *widget)
{
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(widget);
    row->addStretch(1);
    column->addLayout(row);
}

} // namespace

NameRepository::NameRepository(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, Type::Heading, Role::Text, this))
    , m_text(makeParagraph({}, Type::Body, Role::Text2, this))
    , m_prefix(makeLabel({}, Type::MonoSmall, Role::Text2, this))
    , m_edit(makeField(QStringLiteral("pd-package"), tr("Name of a repository"), tr("Repository"), this))
    , m_open(makeButton({.id = QStringLiteral("openRepository"), .label = tr("Open"), .rank = models::ActionRank::Primary}, this))
    , m_problem(makeParagraph({}, Type::Small, Role::Err, this))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setObjectName(QStringLiteral("messageLabel"));
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setFixedWidth(px(400));
    m_prefix->setLayoutDirection(Qt::LeftToRight);
    m_edit->setObjectName(QStringLiteral("repositoryEdit"));
    m_open->setEnabled(false);
    m_problem->setFixedWidth(px(400));
    m_problem->setObjectName(QStringLiteral("problemLabel"));

    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(1);
    column->addWidget(new IconView(QStringLiteral("server-database"), Role::Text3, 32, this), 0, Qt::AlignHCenter);
    column->addSpacing(px(16));
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addSpacing(px(8));
    addCentred(column, m_text);
    column->addSpacing(px(16));
    auto *row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addStretch(1);
    row->addWidget(m_prefix);
    row->addWidget(m_edit);
    row->addWidget(m_open);
    row->addStretch(1);
    column->addLayout(row);
    column->addSpacing(px(8));
    addCentred(column, m_problem);
    column->addStretch(1);
    column->addSpacing(px(48));
    m_edit->setMinimumWidth(px(216));

    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_open->setEnabled(!text.trimmed().isEmpty());
        setProblem({});
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &NameRepository::open);
    connect(m_open, &QPushButton::clicked, this, &NameRepository::open);
    setFocusProxy(m_edit);
}

void NameRepository::setPlace(const QString &place)
{
    if (m_place == place)
        return;
    m_place = place;
    m_title->setText(tr("%1 does not list its repositories").arg(isolated(place)));
    setParagraph(m_text, tr("Many registries keep that list to themselves. Name a repository, and its tags show; it stays in the tree."));
    m_prefix->setText(place + QLatin1Char('/'));
    m_edit->clear();
}

void NameRepository::setProblem(const QString &problem)
{
    setParagraph(m_problem, problem);
}

void NameRepository::open()
{
    const QString typed = m_edit->text().trimmed();
    if (!typed.isEmpty())
        Q_EMIT entered(m_place + QLatin1Char('/') + typed);
}

} // namespace pd::ui
