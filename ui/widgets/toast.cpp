// SPDX-License-Identifier: GPL-3.0-or-later
#include "toast.h"

#include "controls.h"
#include "icons.h"
#include "painting.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace pd::ui {

namespace {

constexpr int Room = 20;
constexpr int Stays = 8000;

/// A button on the dark ground of a toast, whatever the look: neither of the window's kinds can be read there.
class ToastButton final : public QPushButton {
public:
    using QPushButton::QPushButton;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QFont face = font();
        if (hasFocus())
            paintBox(&painter, rect(), 6, Role::None, Role::ToastAction, 2);
        QFont drawn = face;
        drawn.setUnderline(underMouse());
        const int width = textWidth(text(), drawn);
        paintText(&painter, (rect().width() - width) / 2, baselineIn(rect(), drawn), width, text(), drawn, color(Role::ToastAction));
    }
};

class ToastClose final : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (hasFocus())
            paintBox(&painter, rect(), 6, Role::None, Role::ToastAction, 2);
        paintIcon(&painter, rect().adjusted(4, 4, -4, -4), QStringLiteral("window-close"),
            color(underMouse() ? Role::ToastText : Role::ToastText2));
    }
};

} // namespace

Toast::Toast(QWidget *host)
    : QWidget(host)
    , m_text(makeLabel({}, Type::Strong, Role::ToastText, this))
    , m_note(makeLabel({}, Type::Small, Role::ToastText2, this))
    , m_undo(new ToastButton(tr("Undo"), this))
    , m_keys(makeLabel(tr("Ctrl Z"), Type::Small, Role::ToastText2, this))
{
    auto *close = new ToastClose(this);
    close->setFixedSize(px(24), px(24));
    close->setAccessibleName(tr("Dismiss"));
    close->setToolTip(tr("Dismiss"));
    close->setObjectName(QStringLiteral("toastCloseButton"));
    m_close = close;
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_undo->setAccessibleName(tr("Undo"));
    setKind(m_undo, ButtonKind::Flat);
    dress(m_undo, Type::Strong, Role::None);
    m_text->setObjectName(QStringLiteral("messageLabel"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margins(Room + px(40), Room + px(8), Room + px(12), Room + px(8)));
    row->setSpacing(px(8));
    row->addWidget(m_text);
    row->addWidget(m_note);
    row->addSpacing(px(8));
    row->addWidget(m_undo);
    row->addWidget(m_keys);
    row->addSpacing(px(4));
    row->addWidget(m_close);

    m_timer.setSingleShot(true);
    m_timer.setInterval(Stays);
    connect(&m_timer, &QTimer::timeout, this, &Toast::dismiss);
    connect(close, &QToolButton::clicked, this, &Toast::dismiss);
    connect(m_undo, &QPushButton::clicked, this, &Toast::undo);
    host->installEventFilter(this);
    hide();
}

void Toast::showValue(const ToastValue &value)
{
    m_undoId = value.undoId;
    m_iconName = value.icon;
    m_text->setText(value.text);
    m_note->setText(value.note);
    m_note->setVisible(!value.note.isEmpty());
    m_undo->setVisible(!value.undoId.isEmpty());
    m_keys->setVisible(!value.undoId.isEmpty());
    setAccessibleName(value.text);
    adjustSize();
    place();
    show();
    raise();
    m_timer.start();
}

void Toast::dismiss()
{
    m_timer.stop();
    hide();
}

void Toast::undo()
{
    const QString id = std::exchange(m_undoId, QString());
    dismiss();
    if (!id.isEmpty())
        Q_EMIT undoRequested(id);
}

void Toast::place()
{
    const QWidget *host = parentWidget();
    resize(std::min(sizeHint().width(), host->width()), sizeHint().height());
    move((host->width() - width()) / 2, host->height() - height() + Room - px(16));
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect shape = rect().adjusted(Room, Room, -Room, -Room);
    paintShadow(&painter, shape, 8, 14, 3);
    paintBox(&painter, shape, 8, Role::Toast, Role::ToastBorder);
    const int side = px(16);
    const int x = isRightToLeft() ? shape.right() + 1 - px(16) - side : shape.left() + px(16);
    paintIcon(&painter, QRect(x, shape.center().y() - side / 2, side, side), m_iconName, color(Role::ToastText), layoutDirection());
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QWidget::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    m_timer.start();
    QWidget::leaveEvent(event);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace pd::ui
