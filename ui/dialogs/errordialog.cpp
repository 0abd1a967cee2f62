// SPDX-License-Identifier: GPL-3.0-or-later
#include "errordialog.h"

#include "panes/form.h"
#include "widgets/controls.h"
#include "widgets/errorcard.h"
#include "widgets/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace pd::ui {

ErrorDialog::ErrorDialog(const Error &error, QWidget *parent)
    : QDialog(parent)
{
    const models::ErrorNotice notice = noticeFor(error);
    setObjectName(QStringLiteral("errorDialog"));
    setWindowTitle(notice.title);
    setMinimumWidth(px(560));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(24), px(24), px(24));
    column->setSpacing(px(16));
    auto *card = new ErrorCard(this);
    card->setNotice(notice);
    card->setDetailsShown(true);
    column->addWidget(card);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    QPushButton *close = makeButton(tr("Close"), ButtonKind::Secondary, this);
    close->setObjectName(QStringLiteral("closeButton"));
    row->addWidget(close);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(card, &ErrorCard::triggered, this, [this](const QString &id) {
        accept();
        Q_EMIT triggered(id);
    });
    close->setFocus();
}

} // namespace pd::ui
