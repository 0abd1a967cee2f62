// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitybar.h"

#include "widgets/controls.h"
#include "widgets/elidedlabel.h"
#include "widgets/icons.h"
#include "widgets/iconview.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace pd::ui {

ActivityBar::ActivityBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconView({}, Role::Text2, 16, this))
    , m_gap(new QSpacerItem(0, 0))
    , m_text(new ElidedLabel({}, Type::Small, Role::Text2, this))
    , m_receipt(new ElidedLabel({}, Type::MonoSmall, Role::Text2, this))
    , m_busy(new QWidget(this))
    , m_progress(new QProgressBar(m_busy))
    , m_wordsBox(new QWidget(m_busy))
    , m_words(new QHBoxLayout(m_wordsBox))
    , m_cancel(makeButton(tr("Cancel"), ButtonKind::Flat, this))
    , m_toggle(makeButton(tr("Activity"), ButtonKind::Flat, this))
{
    setGround(this, Role::Chrome);
    setFixedHeight(px(40));
    setObjectName(QStringLiteral("activityBar"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(px(240), 6);
    m_progress->setAccessibleName(tr("Transfer progress"));
    m_progress->setObjectName(QStringLiteral("transferProgress"));
    m_cancel->setObjectName(QStringLiteral("cancelTransferButton"));
    m_toggle->setObjectName(QStringLiteral("activityButton"));
    m_toggle->setAccessibleName(tr("Show Activity"));
    m_toggle->setLayoutDirection(isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft);
    m_words->setContentsMargins(0, 0, 0, 0);
    m_words->setSpacing(px(16));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margins(px(16), 0, px(8), 0));
    row->setSpacing(0);
    row->addWidget(m_icon);
    row->addItem(m_gap);
    row->addWidget(m_text);
    m_text->setObjectName(QStringLiteral("messageLabel"));
    row->addSpacing(px(12));
    row->addWidget(m_receipt);
    m_receipt->setObjectName(QStringLiteral("receiptLabel"));
    auto *busy = new QHBoxLayout(m_busy);
    busy->setContentsMargins({});
    busy->setSpacing(px(12));
    busy->addWidget(m_progress);
    busy->addWidget(m_wordsBox);
    busy->addWidget(m_cancel);
    row->addWidget(m_busy);
    row->addStretch(1);
    row->addWidget(m_toggle);
    setKind(m_cancel, ButtonKind::Flat, true);
    setKind(m_toggle, ButtonKind::Flat, true);
    dress(m_toggle, Type::Small, Role::Text2);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        // One press, one cancel: the next line says what became of it.
        m_cancel->setEnabled(false);
        Q_EMIT cancelRequested(m_line.cancelId);
    });
    connect(m_toggle, &QPushButton::clicked, this, &ActivityBar::toggleRequested);
    setLine({});
}

void ActivityBar::setLine(const models::ActivityLine &line)
{
    const bool sameJob = m_line.cancelId == line.cancelId;
    m_line = line;
    const bool busy = line.progress >= 0;
    m_progress->setValue(busy ? qRound(line.progress * 1000) : 0);
    m_progress->setAccessibleDescription(line.text);
    if (m_progress->property("pdWaits").toBool() != line.waits) {
        m_progress->setProperty("pdWaits", line.waits);
        m_progress->update();
    }
    m_receipt->setText(line.digest);
    m_receipt->setWhole(line.receipt);
    m_receipt->setAccessibleName(line.receipt);
    m_wordsBox->setVisible(!line.words.isEmpty());
    fillWords();
    m_cancel->setVisible(!line.cancelId.isEmpty());
    if (!sameJob)
        m_cancel->setEnabled(true);
    setOpen(m_open);
}

void ActivityBar::setSummary(const QString &summary)
{
    m_summary = summary;
    setOpen(m_open);
}

void ActivityBar::fillWords()
{
    // Labels are used again: this happens several times a second.
    while (m_words->count() > m_line.words.size()) {
        QLayoutItem *last = m_words->takeAt(m_words->count() - 1);
        delete last->widget();
        delete last;
    }
    while (m_words->count() < m_line.words.size())
        m_words->addWidget(makeLabel({}, Type::Small, Role::Text2, m_wordsBox));
    for (int i = 0; i < m_words->count(); ++i)
        static_cast<QLabel *>(m_words->itemAt(i)->widget())->setText(m_line.words[i]);
}

void ActivityBar::setOpen(bool open)
{
    m_open = open;
    // Opened, the jobs stand above: the line counts them.
    const bool counts = open && !m_summary.isEmpty();
    const bool busy = m_line.progress >= 0 && !counts;
    // The tick is the last act's, not the counts'.
    m_icon->setIcon(
        counts ? QStringLiteral("view-history") : m_line.icon, m_line.progress >= 0 || counts ? Role::Text2 : toneRole(m_line.tone));
    m_busy->setVisible(busy);
    // Opened, the receipts stand above.
    m_receipt->setVisible(!open && !m_line.receipt.isEmpty());
    m_gap->changeSize(px(busy ? 12 : 8), 0);
    m_text->setLook(busy ? Type::Body : Type::Small, busy ? Role::Text : Role::Text2);
    m_text->setText(counts ? m_summary : m_line.text);
    layout()->invalidate();
    const QString words = open ? tr("Hide Activity") : m_line.trailing.isEmpty() ? tr("Activity") : m_line.trailing;
    m_toggle->setText(words);
    m_toggle->setAccessibleDescription(m_line.trailing);
    m_toggle->setIcon(icon(open ? QStringLiteral("arrow-down") : QStringLiteral("arrow-up")));
}

} // namespace pd::ui
