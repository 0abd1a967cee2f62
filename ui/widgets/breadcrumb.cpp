// SPDX-License-Identifier: GPL-3.0-or-later
#include "breadcrumb.h"

#include "icons.h"
#include "painting.h"
#include "theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace pd::ui {

namespace {

constexpr int Chevron = 16;
constexpr int Gap = 8;

QString dots()
{
    return QString(QChar(0x2026));
}

} // namespace

Breadcrumb::Breadcrumb(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Where you are"));
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Breadcrumb::setCrumbs(const QList<models::Crumb> &crumbs)
{
    if (m_crumbs == crumbs)
        return;
    m_crumbs = crumbs;
    m_hovered = -1;
    m_focused = std::max(0, static_cast<int>(crumbs.size()) - 2);
    QStringList words;
    for (const models::Crumb &crumb : crumbs)
        words.append(crumb.label);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    setFocusPolicy(crumbs.size() > 1 ? Qt::TabFocus : Qt::NoFocus);
    updateGeometry();
    update();
}

int Breadcrumb::widthOf(int crumb) const
{
    const bool last = crumb == m_crumbs.size() - 1;
    return textWidth(crumb < 0 ? dots() : m_crumbs[crumb].label, ui::font(last ? Type::Strong : Type::Body));
}

QList<Breadcrumb::Step> Breadcrumb::steps() const
{
    const int count = static_cast<int>(m_crumbs.size());
    const int between = px(Chevron) + 2 * px(Gap);
    QList<int> shown;
    for (int i = 0; i < count; ++i)
        shown.append(i);
    const auto total = [&] {
        int sum = 0;
        for (const int crumb : std::as_const(shown))
            sum += widthOf(crumb) + between;
        return sum - between;
    };
    // From the second step on, so that the host and the last step are what stays longest.
    while (shown.size() > 2 && total() > width()) {
        if (shown[1] == -1) {
            if (shown.size() == 3)
                break;
            shown.removeAt(2);
        } else {
            shown[1] = -1;
        }
    }
    if (shown.size() == 3 && shown[1] == -1 && total() > width())
        shown = {-1, count - 1};
    QList<Step> made;
    int x = 0;
    for (const int crumb : std::as_const(shown)) {
        const bool last = crumb == count - 1;
        const int size = last ? std::clamp(widthOf(crumb), 0, std::max(0, width() - x)) : widthOf(crumb);
        made.append({crumb, QRect(x, 0, size, height())});
        x += size + between;
    }
    return made;
}

QList<int> Breadcrumb::shown() const
{
    QList<int> crumbs;
    for (const Step &step : steps())
        crumbs.append(step.crumb);
    return crumbs;
}

QSize Breadcrumb::sizeHint() const
{
    int sum = 0;
    for (int i = 0; i < m_crumbs.size(); ++i)
        sum += widthOf(i) + (i > 0 ? px(Chevron) + 2 * px(Gap) : 0);
    return {sum, px(32)};
}

QSize Breadcrumb::minimumSizeHint() const
{
    return {px(64), px(32)};
}

int Breadcrumb::stepAt(const QPoint &at) const
{
    for (const Step &step : steps()) {
        if (QStyle::visualRect(layoutDirection(), rect(), step.rect).contains(at))
            // The dots lead to the nearest step that they stand for.
            return step.crumb >= 0 ? step.crumb : static_cast<int>(m_crumbs.size()) - 2;
    }
    return -1;
}

void Breadcrumb::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QList<Step> made = steps();
    const int baseline = baselineIn(rect(), ui::font(Type::Body));
    for (qsizetype i = 0; i < made.size(); ++i) {
        const Step &step = made[i];
        const bool last = step.crumb == m_crumbs.size() - 1;
        const QRect at = QStyle::visualRect(layoutDirection(), rect(), step.rect);
        const bool lit = last || step.crumb == m_hovered;
        const QFont face = ui::font(last ? Type::Strong : Type::Body);
        const QString words = step.crumb < 0 ? dots() : m_crumbs[step.crumb].label;
        paintText(&painter, at.left(), baseline, at.width(), words, face, color(lit ? Role::Text : Role::Text2));
        if (hasFocus() && keyboardInUse() && step.crumb == m_focused)
            paintRing(&painter, at.adjusted(i == 0 ? 0 : -6, 3, 6, -3), 6);
        if (i == 0)
            continue;
        const QRect chevron(step.rect.left() - px(Gap) - px(Chevron), (height() - px(Chevron)) / 2, px(Chevron), px(Chevron));
        paintIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), chevron), QStringLiteral("arrow-right"), color(Role::Text2),
            layoutDirection());
    }
}

void Breadcrumb::mouseMoveEvent(QMouseEvent *event)
{
    const int over = stepAt(event->position().toPoint());
    if (std::exchange(m_hovered, over) != over)
        update();
    setCursor(over >= 0 && over != m_crumbs.size() - 1 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Breadcrumb::mouseReleaseEvent(QMouseEvent *event)
{
    const int at = stepAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && at >= 0 && at < m_crumbs.size() - 1)
        Q_EMIT chosen(m_crumbs[at].id);
}

void Breadcrumb::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void Breadcrumb::keyPressEvent(QKeyEvent *event)
{
    const int back = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    const int on = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int last = static_cast<int>(m_crumbs.size()) - 2;
    if (event->key() == back)
        m_focused = std::max(0, m_focused - 1);
    else if (event->key() == on)
        m_focused = std::min(last, m_focused + 1);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) && m_focused <= last)
        Q_EMIT chosen(m_crumbs[m_focused].id);
    else
        return QWidget::keyPressEvent(event);
    update();
}

void Breadcrumb::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool Breadcrumb::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), accessibleDescription(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace pd::ui
