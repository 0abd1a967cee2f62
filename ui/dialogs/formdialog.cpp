// SPDX-License-Identifier: GPL-3.0-or-later
#include "formdialog.h"

#include "widgets/card.h"
#include "widgets/controls.h"
#include "widgets/formgrid.h"
#include "widgets/sentencelabel.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pd::ui {

FormDialog::FormDialog(const QString &id, const QString &title, const QString &act, QWidget *parent)
    : QDialog(parent)
    , m_grid(new FormGrid(64))
    , m_wide(new QVBoxLayout)
{
    setObjectName(id);
    setWindowTitle(title);
    setAccessibleName(title);
    setGround(this, Role::Base);
    setMinimumWidth(px(560));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(20), px(24), px(20));
    column->setSpacing(px(16));
    column->addWidget(makeLabel(title, Type::Heading, Role::Text, this));
    column->addLayout(m_grid);
    auto *card = new Card(Card::Kind::Sentence, this);
    auto *room = new QVBoxLayout(card);
    room->setContentsMargins(px(16), px(10), px(16), px(10));
    m_sentence = new SentenceLabel(card, Type::Body);
    room->addWidget(m_sentence);
    column->addWidget(card);
    column->addLayout(m_wide);
    auto *row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addStretch(1);
    QPushButton *cancel = makeButton(tr("Cancel"), ButtonKind::Secondary, this);
    cancel->setObjectName(QStringLiteral("cancelButton"));
    m_accept = makeButton(act, ButtonKind::Primary, this);
    m_accept->setObjectName(QStringLiteral("acceptButton"));
    m_accept->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(m_accept);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        if (m_acted || !this->act())
            return;
        m_acted = true;
        accept();
    });
}

void FormDialog::addRow(const QString &label, QWidget *control)
{
    m_grid->addField(label, control);
}

void FormDialog::addControl(QWidget *control)
{
    m_grid->addControl(control);
}

void FormDialog::addWide(QWidget *widget)
{
    m_wide->addWidget(widget);
}

void FormDialog::setSentence(const models::Sentence &sentence)
{
    m_sentence->setSentence(sentence);
}

} // namespace pd::ui
