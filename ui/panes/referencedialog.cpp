// SPDX-License-Identifier: GPL-3.0-or-later
#include "referencedialog.h"

#include "widgets/controls.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pd::ui {

ReferenceDialog::ReferenceDialog(const QString &title, const QString &button, const QString &start, Read read, QWidget *parent)
    : QDialog(parent)
    , m_read(std::move(read))
{
    setWindowTitle(title);
    setObjectName(QStringLiteral("referenceDialog"));
    setMinimumWidth(px(520));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(24), px(24), px(24));
    column->setSpacing(px(12));
    column->addWidget(makeLabel(title, Type::Heading, Role::Text, this));
    m_edit = makeField(QStringLiteral("tag"), QStringLiteral("ghcr.io/owner/package:tag"), tr("Reference"), this);
    m_edit->setObjectName(QStringLiteral("tagEdit"));
    m_edit->setText(start);
    column->addWidget(m_edit);
    m_hint = makeParagraph({}, Type::Small, Role::Text2, this);
    m_hint->setObjectName(QStringLiteral("messageLabel"));
    column->addWidget(m_hint);
    auto *row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addStretch(1);
    QPushButton *cancel = makeButton(tr("Cancel"), ButtonKind::Secondary, this);
    m_accept = makeButton(button, ButtonKind::Primary, this);
    m_accept->setObjectName(QStringLiteral("acceptButton"));
    m_accept->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(m_accept);
    column->addLayout(row);

    connect(m_edit, &QLineEdit::textChanged, this, &ReferenceDialog::explain);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        const QString reference = m_read(m_edit->text()).reference;
        accept();
        Q_EMIT chosen(reference);
    });
    m_edit->selectAll();
    m_edit->setFocus();
    explain();
}

void ReferenceDialog::explain()
{
    const desk::ReferenceReading reading = m_read(m_edit->text());
    m_accept->setEnabled(reading.problem.isEmpty());
    if (!reading.problem.isEmpty())
        m_hint->setText(reading.problem);
    else if (reading.notes.isEmpty())
        m_hint->setText(reading.reference);
    else
        m_hint->setText(tr("%1: %2").arg(reading.reference, reading.notes.join(QStringLiteral(", "))));
}

} // namespace pd::ui
