// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylepaint.h"

#include "icons.h"
#include "painting.h"
#include "theme.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

namespace pd::ui::paint {

namespace {

bool is(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

} // namespace

void tabShape(QPainter *painter, const QStyleOptionTab &option)
{
    const bool chosen = is(option, QStyle::State_Selected);
    const int padding = px(12);
    if (chosen) {
        const QRect line(option.rect.left() + padding, option.rect.bottom() - 1, option.rect.width() - 2 * padding, 2);
        painter->fillRect(line, color(Role::AccentLine));
    }
    if (chosen && is(option, QStyle::State_HasFocus) && keyboardInUse())
        paintRing(painter, option.rect.adjusted(4, 4, -4, -6), 6);
}

void tabLabel(QPainter *painter, const QStyleOptionTab &option)
{
    const bool chosen = is(option, QStyle::State_Selected);
    const bool hover = is(option, QStyle::State_MouseOver);
    const QFont face = font(chosen ? Type::Strong : Type::Body);
    const Role role = !is(option, QStyle::State_Enabled) ? Role::Text3 : chosen || hover ? Role::Text : Role::Text2;
    const int width = textWidth(option.text, face);
    const QRect rect = option.rect;
    paintText(painter, rect.left() + (rect.width() - width) / 2, baselineIn(rect, face), rect.width(), option.text, face, color(role));
}

QRect scrollPart(const QStyleOptionSlider &option, int subControl, int shortestThumb)
{
    const bool flat = option.orientation == Qt::Horizontal;
    const QRect rect = option.rect;
    const int length = flat ? rect.width() : rect.height();
    const qint64 range = static_cast<qint64>(option.maximum) - option.minimum;
    int thumb = length;
    if (range > 0 || option.pageStep > 0)
        thumb = static_cast<int>(static_cast<qint64>(option.pageStep) * length / std::max<qint64>(1, range + option.pageStep));
    thumb = std::clamp(thumb, std::min(shortestThumb, length), length);
    const int start
        = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition, length - thumb, option.upsideDown);
    const auto part = [&](int from, int size) {
        return flat ? QRect(rect.left() + from, rect.top(), size, rect.height())
                    : QRect(rect.left(), rect.top() + from, rect.width(), size);
    };
    switch (subControl) {
    case QStyle::SC_ScrollBarGroove: return rect;
    case QStyle::SC_ScrollBarSlider: return part(start, thumb);
    case QStyle::SC_ScrollBarSubPage: return part(0, start);
    case QStyle::SC_ScrollBarAddPage: return part(start + thumb, length - start - thumb);
    default: return {};
    }
}

void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &slider)
{
    if (option.maximum <= option.minimum)
        return;
    const bool active = is(option, QStyle::State_MouseOver) || is(option, QStyle::State_Sunken);
    const int thumb = 6;
    QRect shape = slider;
    if (option.orientation == Qt::Horizontal)
        shape = QRect(slider.left() + 2, slider.top() + (slider.height() - thumb) / 2, slider.width() - 4, thumb);
    else
        shape = QRect(slider.left() + (slider.width() - thumb) / 2, slider.top() + 2, thumb, slider.height() - 4);
    paintBox(painter, shape, thumb / 2.0, active ? Role::Text3 : Role::ScrollThumb, Role::None);
}

void progressBar(QPainter *painter, const QStyleOptionProgressBar &option, const QWidget *widget)
{
    const int height = std::min(6, option.rect.height());
    const QRect groove(option.rect.left(), option.rect.top() + (option.rect.height() - height) / 2, option.rect.width(), height);
    const bool contrast = colors().highContrast();
    paintBox(painter, groove, height / 2.0, Role::Groove, contrast ? Role::ControlBorder : Role::None);
    const double range = static_cast<double>(option.maximum) - option.minimum;
    if (range <= 0)
        return;
    const double share = std::clamp((option.progress - option.minimum) / range, 0.0, 1.0);
    QRect bar = groove;
    bar.setWidth(qRound(groove.width() * share));
    if (option.direction == Qt::RightToLeft)
        bar.moveRight(groove.right());
    const bool waits = widget && widget->property("pdWaits").toBool();
    if (bar.width() > 0)
        paintBox(painter, bar, height / 2.0, waits ? Role::Text3 : Role::AccentLine, Role::None);
}

void headerSection(QPainter *painter, const QStyleOptionHeader &option)
{
    painter->fillRect(option.rect, color(Role::Base));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color(Role::Line));
}

void headerLabel(QPainter *painter, const QStyleOptionHeader &option)
{
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    const QFont face = font(Type::Caption);
    const bool number = option.textAlignment.testFlag(Qt::AlignRight);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int lead = option.section == 0 ? px(16) : px(8);
    const int trail = number ? px(16) : px(8);
    const QRect rect = mirrored ? option.rect.adjusted(trail, 0, -lead, 0) : option.rect.adjusted(lead, 0, -trail, 0);
    const int chevron = sorted ? px(16) + px(2) : 0;
    const int width = std::min(textWidth(option.text, face), rect.width() - chevron);
    const int total = width + chevron;
    int x = number != mirrored ? rect.right() + 1 - total : rect.left();
    const Role role = sorted || is(option, QStyle::State_MouseOver) ? Role::Text : Role::Text2;
    paintText(painter, mirrored ? x + chevron : x, baselineIn(rect, face), width, option.text, face, color(role));
    if (sorted) {
        x = mirrored ? x : x + width + px(2);
        // Qt's "down" is the order that grows downwards; what points down here has the newest and largest first.
        const bool up = option.sortIndicator == QStyleOptionHeader::SortDown;
        paintIcon(painter, QRect(x, rect.top() + (rect.height() - px(16)) / 2, px(16), px(16)),
            up ? QStringLiteral("arrow-up") : QStringLiteral("arrow-down"), color(Role::Text));
    }
}

void splitter(QPainter *painter, const QStyleOption &option)
{
    painter->fillRect(option.rect, color(Role::Line));
}

} // namespace pd::ui::paint
