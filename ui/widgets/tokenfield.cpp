// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenfield.h"

#include "icons.h"
#include "painting.h"
#include "theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpression>

namespace pd::ui {

namespace {

constexpr int Height = 24;
constexpr int Gap = 4;
constexpr int Margin = 4;
constexpr int EditRoom = 96;

QStringList words(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
    return text.split(separators, Qt::SkipEmptyParts);
}

} // namespace

TokenField::TokenField(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
{
    setAccessibleName(accessibleName);
    setMouseTracking(true);
    setFocusProxy(m_edit);
    m_edit->setFrame(false);
    m_edit->setAccessibleName(accessibleName);
    m_edit->installEventFilter(this);
    QPalette clear = m_edit->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_edit->setPalette(clear);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TokenField::setTokens(const QStringList &tokens)
{
    QStringList unique = tokens;
    unique.removeDuplicates();
    if (m_tokens == unique)
        return;
    m_tokens = unique;
    choose(-1);
    place();
    updateGeometry();
    Q_EMIT tokensChanged(m_tokens);
}

void TokenField::addToken(const QString &token)
{
    setTokens(m_tokens + QStringList(token));
}

void TokenField::removeToken(const QString &token)
{
    removeAt(m_tokens.indexOf(token));
}

void TokenField::removeAt(qsizetype at)
{
    if (at < 0 || at >= m_tokens.size())
        return;
    QStringList left = m_tokens;
    left.removeAt(at);
    setTokens(left);
}

void TokenField::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

bool TokenField::commit()
{
    const QStringList typed = words(m_edit->text());
    QStringList made = m_tokens;
    QStringList refusedWords;
    for (const QString &word : typed) {
        const QString reason = m_check ? m_check(word) : QString();
        if (reason.isEmpty()) {
            made.append(word);
        } else {
            refusedWords.append(word);
            Q_EMIT refused(word, reason);
        }
    }
    m_edit->setText(refusedWords.join(QLatin1Char(' ')));
    setTokens(made);
    return refusedWords.isEmpty();
}

QList<QRect> TokenField::lay(int width, QRect *rest) const
{
    QList<QRect> rects;
    int x = px(Margin);
    int y = px(Margin);
    const QFont face = ui::font(Type::Name);
    const int right = width - px(Margin);
    for (const QString &token : m_tokens) {
        const int size = std::min(textWidth(token, face) + px(10) + px(24), right - px(Margin));
        if (x + size > right && x > px(Margin)) {
            x = px(Margin);
            y += px(Height) + px(Gap);
        }
        rects.append(QRect(x, y, size, px(Height)));
        x += size + px(Gap);
    }
    if (x + px(EditRoom) > right && x > px(Margin)) {
        x = px(Margin);
        y += px(Height) + px(Gap);
    }
    if (rest)
        *rest = QRect(x + px(2), y, std::max(px(24), right - x - px(2)), px(Height));
    return rects;
}

QRect TokenField::cross(const QRect &token) const
{
    const int side = px(16);
    return {token.right() + 1 - px(4) - side, token.top() + (token.height() - side) / 2, side, side};
}

int TokenField::heightForWidth(int width) const
{
    QRect rest;
    (void)lay(width, &rest);
    return rest.bottom() + 1 + px(Margin);
}

QSize TokenField::sizeHint() const
{
    const int width = std::max(this->width(), px(240));
    return {px(240), heightForWidth(width)};
}

QSize TokenField::minimumSizeHint() const
{
    return {px(160), heightForWidth(std::max(width(), px(160)))};
}

void TokenField::place()
{
    QRect rest;
    (void)lay(width(), &rest);
    m_edit->setGeometry(QStyle::visualRect(layoutDirection(), rect(), rest));
    update();
}

void TokenField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
    updateGeometry();
}

void TokenField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool focus = m_edit->hasFocus();
    paintBox(&painter, rect(), 6, isEnabled() ? Role::Field : Role::None, focus ? Role::None : Role::ControlBorder);
    if (focus)
        paintRing(&painter, rect(), 6);
    const QFont face = ui::font(Type::Name);
    const QList<QRect> rects = lay(width(), nullptr);
    for (qsizetype i = 0; i < rects.size(); ++i) {
        const QRect token = QStyle::visualRect(layoutDirection(), rect(), rects[i]);
        const bool chosen = i == m_chosen;
        paintBox(&painter, token, 4, chosen ? Role::Selection : Role::Badge, chosen ? Role::AccentLine : Role::BadgeBorder);
        const QRect button = QStyle::visualRect(layoutDirection(), rect(), cross(rects[i]));
        const int room = token.width() - px(10) - px(24);
        const int x = isRightToLeft() ? token.right() + 1 - px(10) - std::min(room, textWidth(m_tokens[i], face)) : token.left() + px(10);
        paintText(&painter, x, baselineIn(token, face), room, m_tokens[i], face, color(isEnabled() ? Role::Text : Role::Text3));
        paintIcon(&painter, button, QStringLiteral("window-close"), color(i == m_hovered ? Role::Text : Role::Text2));
    }
}

void TokenField::mousePressEvent(QMouseEvent *event)
{
    const QList<QRect> rects = lay(width(), nullptr);
    for (qsizetype i = 0; i < rects.size(); ++i) {
        if (QStyle::visualRect(layoutDirection(), rect(), cross(rects[i])).adjusted(-4, -4, 4, 4).contains(event->position().toPoint())) {
            removeAt(i);
            return;
        }
        if (QStyle::visualRect(layoutDirection(), rect(), rects[i]).contains(event->position().toPoint())) {
            m_edit->setFocus(Qt::MouseFocusReason);
            choose(i);
            return;
        }
    }
    choose(-1);
    m_edit->setFocus(Qt::MouseFocusReason);
}

void TokenField::mouseMoveEvent(QMouseEvent *event)
{
    const QList<QRect> rects = lay(width(), nullptr);
    qsizetype over = -1;
    for (qsizetype i = 0; i < rects.size(); ++i) {
        if (QStyle::visualRect(layoutDirection(), rect(), cross(rects[i])).adjusted(-4, -4, 4, 4).contains(event->position().toPoint()))
            over = i;
    }
    if (std::exchange(m_hovered, over) != over)
        update();
}

void TokenField::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void TokenField::choose(qsizetype at)
{
    m_chosen = at;
    m_edit->setAccessibleDescription(at >= 0 && at < m_tokens.size() ? tr("%1 chosen, Delete removes it").arg(m_tokens[at]) : QString());
    QAccessibleEvent event(m_edit, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
}

bool TokenField::handleKey(int key)
{
    const bool atStart = m_edit->cursorPosition() == 0 && !m_edit->hasSelectedText();
    const bool back = key == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    const bool on = key == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Comma || key == Qt::Key_Space) {
        if (m_edit->text().trimmed().isEmpty())
            return key == Qt::Key_Comma || key == Qt::Key_Space;
        (void)commit();
        return true;
    }
    if (m_chosen >= 0 && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
        const qsizetype at = m_chosen;
        removeAt(at);
        choose(std::min(at, m_tokens.size() - 1));
        return true;
    }
    if (key == Qt::Key_Backspace && atStart && m_edit->text().isEmpty() && !m_tokens.isEmpty()) {
        removeAt(m_tokens.size() - 1);
        return true;
    }
    if (back && atStart && !m_tokens.isEmpty()) {
        choose(m_chosen < 0 ? m_tokens.size() - 1 : std::max<qsizetype>(0, m_chosen - 1));
        return true;
    }
    if (on && m_chosen >= 0) {
        choose(m_chosen + 1 < m_tokens.size() ? m_chosen + 1 : -1);
        return true;
    }
    if (m_chosen >= 0 && key != Qt::Key_Shift && key != Qt::Key_Tab)
        choose(-1);
    return false;
}

bool TokenField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit) {
        if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key()))
            return true;
        if (event->type() == QEvent::FocusOut) {
            (void)commit();
            choose(-1);
        }
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
            update();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pd::ui
