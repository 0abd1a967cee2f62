// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentencelabel.h"

#include "painting.h"
#include "theme.h"

#include <QAccessible>
#include <QPainter>
#include <QTextLayout>

namespace pd::ui {

SentenceLabel::SentenceLabel(QWidget *parent, Type type)
    : QLabel(parent)
    , m_type(type)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SentenceLabel::setSentence(const models::Sentence &sentence)
{
    if (m_sentence == sentence)
        return;
    m_sentence = sentence;
    setText(sentence.toPlainText());
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
    updateGeometry();
    update();
}

int SentenceLabel::layOut(QTextLayout &layout, int width) const
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const models::SentencePart &part : m_sentence.parts()) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(text.size());
        range.length = static_cast<int>(part.text.size());
        text.append(part.text);
        if (part.style == models::SentencePart::Style::Plain)
            continue;
        const bool mono = part.style == models::SentencePart::Style::Mono;
        QFont face = ui::font(mono ? Type::Mono : m_type);
        if (!mono)
            face.setWeight(QFont::DemiBold);
        range.format.setFont(face);
        formats.append(range);
    }
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(hasRightToLeft(text) ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop | Qt::AlignAbsolute);
    layout.setText(text);
    layout.setFont(ui::font(m_type));
    layout.setFormats(formats);
    layout.setTextOption(option);
    const QFontMetricsF metrics(ui::font(m_type));
    const qreal lineHeight = qRound(metrics.height() * 1.32);
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        // All lines sit on one grid, whatever fonts are in them.
        line.setPosition({0, lines * lineHeight + (lineHeight - metrics.height()) / 2 + metrics.ascent() - line.ascent()});
        ++lines;
    }
    layout.endLayout();
    return qCeil(std::max(1, lines) * lineHeight);
}

int SentenceLabel::heightForWidth(int width) const
{
    QTextLayout layout;
    return layOut(layout, std::max(1, width));
}

QSize SentenceLabel::sizeHint() const
{
    return {px(400), heightForWidth(px(400))};
}

QSize SentenceLabel::minimumSizeHint() const
{
    return {px(120), QFontMetrics(ui::font(m_type)).height()};
}

void SentenceLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(color(Role::Text));
    QTextLayout layout;
    layOut(layout, width());
    layout.draw(&painter, {0, 0});
}

} // namespace pd::ui
